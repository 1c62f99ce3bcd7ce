using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ผลรายตัวชี้วัด: a section per indicator, all with the same headings.</summary>
internal static class IndicatorsPart
{
    public const string Anchor = "indicators";

    public static Chapter Compose(ReportContent report) =>
        new(ChapterKind.Part, "ผลการดำเนินงานรายตัวชี้วัด", [.. ForAll(report), .. report.Card.Scores.SelectMany(s => Section(report, s))])
    {
        Anchor = Anchor,
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
        var hosts = report.HostsOf(indicator.Number);
        var narratives = new Narratives(report, returns);
        yield return new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} : {indicator.ShortText.Thai}")
        {
            Anchor = $"indicator-{indicator.Number}",
        };
        yield return new Paragraph(report.Rules.TextOf(indicator, report.Circumstances.Choices).Thai) { Style = ParagraphStyle.Plain };

        yield return new Heading(3, "คำอธิบายและสูตร");
        foreach (var block in Explanation(report, indicator, score)) yield return block;

        yield return new Heading(3, "ผลการดำเนินงาน");
        yield return new Paragraph(report.KeyFigure(indicator, score)) { Style = ParagraphStyle.KeyFigure };
        var picture = IndicatorTables.Picture(report, indicator, score);
        foreach (var told in (string[])[report.ToldOf(indicator, score), .. score.Measurement.Also.Select(a => $"{a.Name.Thai}: {a.Formula.Thai}")])
            yield return new Paragraph(told) { Style = ParagraphStyle.Plain, Alignment = Alignment.Center, KeepWithNext = picture is not null };
        if (picture is not null) yield return picture;
        if (hosts.Length == 1)
            foreach (var block in narratives.Of("ผลการดำเนินงาน", n => n.Results)) yield return block;

        yield return new Heading(3, "ตารางข้อมูล");
        foreach (var block in IndicatorTables.Compose(report, indicator, score)) yield return block;

        yield return new Heading(3, "ผลแยกรายหน่วยงาน");
        yield return hosts.Length > 1 ? IndicatorTables.PerUnit(report, indicator, score) : new Paragraph(IndicatorTables.OnlyUnit(report, indicator, score));
        foreach (var block in Decisions(report, score)) yield return block;

        yield return new Heading(3, "ปัจจัยสนับสนุน");
        foreach (var block in narratives.Of("ปัจจัยสนับสนุน", n => n.SuccessFactors)) yield return block;
        yield return new Heading(3, "ปัญหา อุปสรรค และแนวทางแก้ไข");
        foreach (var block in narratives.ObstaclesAndProposals()) yield return block;
        yield return new Heading(3, "หลักฐาน");
        foreach (var block in ChapterEvidence.Listed(report, indicator)) yield return block;
        yield return new Heading(3, "ภาพกิจกรรม");
        yield return new Paragraph(ChapterEvidence.Pictures(report, indicator));
    }

    /// <summary>What was decided about the data; a person's score only where scores are printed.</summary>
    private static IEnumerable<Block> Decisions(ReportContent report, Score score)
    {
        var decided = score.Decided.Where(d => d.Kind != DecidedKind.Assessment || report.IsInternal).ToList();
        if (decided.Count == 0) yield break;
        yield return new Paragraph($"{report.Rules.Plan.Office.Thai}ได้ตรวจสอบและวินิจฉัยข้อมูลของตัวชี้วัดนี้แล้ว ดังนี้");
        yield return ListBlock.Of(decided.Select(d => d.Sentence.Thai), ListMarker.ThaiNumber);
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
}
