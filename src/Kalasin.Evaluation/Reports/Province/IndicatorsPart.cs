using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ผลรายตัวชี้วัด: a section per indicator, all with the same headings.</summary>
internal static class IndicatorsPart
{
    /// <summary>More texts of units stand in a table.</summary>
    private const int MostParagraphs = 4;

    public static Chapter Compose(ReportContent report) =>
        new(ChapterKind.Part, "ผลการดำเนินงานรายตัวชี้วัด", [.. ForAll(report), .. report.Card.Scores.SelectMany(s => Section(report, s))])
    {
        Captions = CaptionNumbers.AnewInSections,
    };

    /// <summary>What is true of all sections is said once, before them.</summary>
    private static IEnumerable<Block> ForAll(ReportContent report)
    {
        var understood = report.Rules.Framework.Indicators.Where(i => !report.ShowsExplanation(i)).Select(i => i.Number).ToList();
        if (understood.Count > 0) yield return new Paragraph(AsUnderstood(report, understood));
        if (report.Card.Scores.Any(s => report.ReturnsOn(s.Indicator).Any(r => !r.Evidence.IsEmpty)))
            yield return new Paragraph(["หลักฐานและภาพกิจกรรมของแต่ละตัวชี้วัดเก็บไว้ ", .. EvidencePart.AsListed]);
    }

    private static IEnumerable<Block> Section(ReportContent report, Score score)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        var returns = report.ReturnsOn(indicator.Number).ToImmutableArray();
        yield return new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} : {indicator.ShortText.Thai}")
        {
            Anchor = $"indicator-{indicator.Number}",
        };
        yield return new Paragraph(report.Rules.TextOf(indicator, report.Circumstances.Choices).Thai) { Style = ParagraphStyle.Plain };

        yield return new Heading(3, "คำอธิบายและสูตร");
        foreach (var block in Explanation(report, indicator, score)) yield return block;

        yield return new Heading(3, "ผลการดำเนินงาน");
        yield return new Paragraph(report.ShowsLevel(indicator) ? score.Measurement.Sentence.Thai : report.ValueOf(indicator, score));
        foreach (var also in score.Measurement.Also) yield return new Paragraph($"{also.Name.Thai}: {also.Formula.Thai}");
        foreach (var block in Narratives(report, indicator, "ผลการดำเนินงานของหน่วยงาน", returns, n => n.Results)) yield return block;

        yield return new Heading(3, "ตารางข้อมูล");
        foreach (var block in IndicatorTables.Compose(report, indicator, score)) yield return block;

        var hosts = report.HostsOf(indicator.Number);
        yield return new Heading(3, "ผลแยกรายหน่วยงาน");
        yield return hosts.Length > 1
            ? IndicatorTables.PerUnit(report, indicator, score)
            : new Paragraph($"ตัวชี้วัดนี้มีเจ้าภาพหน่วยงานเดียว คือ {report.Printed.UnitName(report.LeadOf(indicator.Number))}");
        foreach (var block in Decisions(report, score)) yield return block;

        yield return new Heading(3, "ปัจจัยสนับสนุน");
        foreach (var block in NarrativesOrNone(report, indicator, "ปัจจัยสนับสนุน", returns, n => n.SuccessFactors)) yield return block;
        yield return new Heading(3, "ปัญหา อุปสรรค และแนวทางแก้ไข");
        foreach (var block in NarrativesOrNone(report, indicator, "ปัญหา อุปสรรค และแนวทางแก้ไข", returns, n => Join(n.Obstacles, n.Suggestions))) yield return block;
        yield return new Heading(3, "หลักฐาน");
        yield return Evidence(indicator, returns);
        yield return new Heading(3, "ภาพกิจกรรม");
        yield return new Paragraph(Pictures(report, indicator, returns));
    }

    /// <summary>What was decided about the data; a person's score only where scores are printed.</summary>
    private static IEnumerable<Block> Decisions(ReportContent report, Score score)
    {
        var decided = score.Decided.Where(d => d.Kind != DecidedKind.Assessment || report.IsInternal).ToList();
        if (decided.Count == 0) yield break;
        yield return new Paragraph($"{report.Rules.Plan.Office.Thai}ได้ตรวจสอบและวินิจฉัยข้อมูลของตัวชี้วัดนี้แล้ว ดังนี้");
        yield return ListBlock.Of(decided.Select(d => d.Sentence.Thai), ListMarker.ThaiNumber);
    }

    private static ImmutableArray<Inline> Pictures(ReportContent report, Indicator indicator, ImmutableArray<Return> returns)
    {
        var printed = report.Pictures.Where(p => p.Indicator == indicator.Number).ToList();
        if (printed.Count == 0) return returns.Any(r => !r.Evidence.IsEmpty) ? ["เก็บไว้กับหลักฐาน"] : [Printed.None];
        return
        [
            new Reference(printed[0].Anchor),
            .. printed.Skip(1).SelectMany(p => (ImmutableArray<Inline>)[", ", new Reference(p.Anchor) { NumberOnly = true }]),
            " ใน", new Reference(PictureAppendix.Anchor), " และภาพที่เก็บไว้กับหลักฐาน ", .. EvidencePart.AsListed,
        ];
    }

    private static IEnumerable<Block> Explanation(ReportContent report, Indicator indicator, Score score)
    {
        if (report.ShowsExplanation(indicator))
        {
            foreach (var line in indicator.Explanation) yield return new Paragraph(line.Thai);
            if (indicator.Period is { } period)
                yield return new Paragraph($"ช่วงเวลาที่ประเมิน วันที่ {ThaiDate.Long(period.From)} ถึงวันที่ {ThaiDate.Long(period.To)}");
        }
        else
        {
            yield return new Paragraph(indicator.Period is { From: var from, To: var to }
                ? $"นับรายการที่ลงวันที่ตั้งแต่วันที่ {ThaiDate.Long(from)} ถึงวันที่ {ThaiDate.Long(to < report.Card.EvaluationDate ? to : report.Card.EvaluationDate)}"
                : "นับตามข้อความของตัวชี้วัด");
        }
        if (score.Measurement.Basis is { } basis) yield return new Paragraph(basis.Thai);
        // A count of one term is no formula.
        if (score.Measurement is { State: MeasurementState.Measured, Formula.Thai: var formula }
            && formula.Contains('=', StringComparison.Ordinal) && report.ShowsLevel(indicator))
            yield return new Paragraph(formula);
    }

    /// <summary>
    /// What is true of figures that somebody's own reading of the wording gave: whose reading it is, and that no scale of theirs is in them.
    /// </summary>
    private static string AsUnderstood(ReportContent report, List<IndicatorNumber> indicators)
    {
        var (office, authority) = (report.Rules.Plan.Office.Thai, report.Rules.Framework.Authority.Thai);
        return $"ขณะจัดทำรายงานนี้ {office}ยังไม่มีรายละเอียดตัวชี้วัดของ{authority} สำหรับ{Listed.Indicators(indicators).Thai} "
            + "ผลที่แสดงของตัวชี้วัดดังกล่าวนับตามความเข้าใจของสำนักงานต่อข้อความของตัวชี้วัด และไม่ได้นำเกณฑ์การให้คะแนนใดมาใช้";
    }

    private static string Join(string obstacles, string suggestions) => (obstacles, suggestions) switch
    {
        (var o, "") => o,
        ("", var s) => $"ข้อเสนอแนะ {s}",
        var (o, s) when o == s => o,
        var (o, s) => $"{o} ข้อเสนอแนะ {s}",
    };

    private static IEnumerable<Block> NarrativesOrNone(
        ReportContent report, Indicator indicator, string what, ImmutableArray<Return> returns, Func<Narrative, string> part)
    {
        var any = false;
        foreach (var block in Narratives(report, indicator, what, returns, part))
        {
            any = true;
            yield return block;
        }
        if (!any) yield return new Paragraph(Printed.None);
    }

    /// <summary>
    /// What units wrote, once for what several wrote in the same words: a paragraph each, or a table where they are many. Units are named
    /// where there are several hosts.
    /// </summary>
    private static IEnumerable<Block> Narratives(
        ReportContent report, Indicator indicator, string what, ImmutableArray<Return> returns, Func<Narrative, string> part)
    {
        var named = returns.Length > 1;
        var texts = returns.Select(r => (Name: report.Printed.UnitShortName(r.Unit), Text: part(r.Narrative).Trim())).Where(r => r.Text.Length > 0)
            .GroupBy(
                r => named && r.Text.StartsWith(r.Name, StringComparison.Ordinal) ? r.Text[r.Name.Length..].TrimStart() : r.Text,
                r => r.Name, StringComparer.Ordinal)
            .Select(same => (Names: string.Join(", ", same), Text: Printed.Prose(same.Key))).ToList();
        if (texts.Count <= MostParagraphs)
            return texts.Select(t => named ? new Paragraph([new Run(t.Names + " ") { Bold = true }, new Run(t.Text)]) : new Paragraph(t.Text));
        return
        [
            new Table([new(1), new(4)], [TableRow.Of("หน่วยงาน", what)], [.. texts.Select(t => IndicatorTables.Row(t.Names, t.Text))])
            {
                Caption = $"{indicator.ShortText.Thai}: {what}",
            },
        ];
    }

    private static Paragraph Evidence(Indicator indicator, ImmutableArray<Return> returns)
    {
        var count = returns.Sum(r => r.Evidence.Length);
        if (count > 0) return new Paragraph([$"รวม {Printed.Number(count)} รายการ ใน", new Reference(EvidencePart.Anchor)]);
        return indicator.Evidence.IsEmpty
            ? new Paragraph(Printed.None)
            : new Paragraph($"หลักฐานที่ใช้ประกอบ: {string.Join(" ", indicator.Evidence.Select(e => e.Thai))}");
    }
}
