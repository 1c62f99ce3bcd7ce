using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ส่วนที่ ๓ ผลรายตัวชี้วัด: a chapter per indicator, all with the same headings.</summary>
internal static class ChaptersPart
{
    public static IEnumerable<Block> Compose(ReportContent report)
    {
        yield return new Heading(1, "ส่วนที่ ๓ ผลการดำเนินงานรายตัวชี้วัด") { PageBreakBefore = true };
        for (var i = 0; i < report.Card.Scores.Length; i++)
        {
            var score = report.Card.Scores[i];
            foreach (var block in Chapter(report, report.Rules.Framework[score.Indicator], score, i + 1)) yield return block;
        }
    }

    private static IEnumerable<Block> Chapter(ReportContent report, Indicator indicator, Score score, int position)
    {
        var number = $"๓.{CellText.Number(position)}";
        var returns = report.ReturnsOn(indicator.Number).ToImmutableArray();
        yield return new Heading(2, $"{number} ตัวชี้วัดที่ {CellText.Indicator(indicator.Number)} : {indicator.ShortText.Thai}") { Anchor = $"indicator-{indicator.Number}" };
        yield return new Paragraph(report.Rules.TextOf(indicator).Thai) { Style = ParagraphStyle.Plain };

        yield return new Heading(3, $"{number}.๑ คำอธิบายและสูตร");
        foreach (var block in Explanation(report, indicator, score)) yield return block;

        yield return new Heading(3, $"{number}.๒ ผลการดำเนินงาน");
        yield return new Paragraph(report.ShowsLevel(indicator) ? score.Measurement.Sentence.Thai : report.ValueOf(indicator, score));
        foreach (var also in score.Measurement.Also) yield return new Paragraph($"{also.Name.Thai}: {also.Formula.Thai}");
        foreach (var block in Narratives(report, returns, n => n.Results)) yield return block;

        yield return new Heading(3, $"{number}.๓ ตารางข้อมูล");
        var tables = ChapterTables.Compose(report, indicator, score, position).ToImmutableArray();
        foreach (var block in tables) yield return block;

        var hosts = report.HostsOf(indicator.Number);
        yield return new Heading(3, $"{number}.๔ ผลแยกรายหน่วยงาน");
        yield return hosts.Length > 1
            ? ChapterTables.PerUnit(report, indicator, score, position, tables.OfType<Table>().Count() + 1)
            : new Paragraph($"ตัวชี้วัดนี้มีเจ้าภาพหน่วยงานเดียว คือ {report.Cells.UnitName(report.LeadOf(indicator.Number))}");

        yield return new Heading(3, $"{number}.๕ ปัจจัยสนับสนุน");
        foreach (var block in NarrativesOrNone(report, returns, n => n.SuccessFactors)) yield return block;
        yield return new Heading(3, $"{number}.๖ ปัญหา อุปสรรค และแนวทางแก้ไข");
        foreach (var block in NarrativesOrNone(report, returns, n => Join(n.Obstacles, n.Suggestions))) yield return block;
        yield return new Heading(3, $"{number}.๗ หลักฐาน");
        yield return Evidence(indicator, returns);
        yield return new Heading(3, $"{number}.๘ ภาพกิจกรรม");
        yield return new Paragraph(Pictures(report, indicator, returns));
    }

    private static string Pictures(ReportContent report, Indicator indicator, ImmutableArray<Return> returns)
    {
        var printed = report.Pictures.Where(p => p.Indicator == indicator.Number).Select(p => p.Number).ToList();
        if (printed.Count > 0) return $"ภาพ {string.Join(", ", printed)} ในภาคผนวก ข และภาพที่เก็บไว้กับหลักฐาน ตามบัญชีหลักฐานในส่วนที่ ๔";
        return returns.Any(r => !r.Evidence.IsEmpty) ? "ภาพกิจกรรมเก็บไว้กับหลักฐาน ตามบัญชีหลักฐานในส่วนที่ ๔" : CellText.None;
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
            yield return new Paragraph(AsUnderstood(report, indicator));
        }
        if (score.Measurement.Basis is { } basis) yield return new Paragraph(basis.Thai);
        // A count of one term is no formula.
        if (score.Measurement is { State: MeasurementState.Measured, Formula.Thai: var formula } && formula.Contains('=', StringComparison.Ordinal) && report.ShowsLevel(indicator))
            yield return new Paragraph(formula);
    }

    /// <summary>What is true of a figure that somebody's own reading of the wording gave: whose reading it is, of which days, and that no scale of theirs is in it.</summary>
    private static string AsUnderstood(ReportContent report, Indicator indicator)
    {
        var (office, authority, judged) = (report.Rules.Plan.Office.Thai, report.Rules.Framework.Authority.Thai, report.Card.EvaluationDate);
        var days = indicator.Period is { From: var from, To: var to }
            ? $"จากรายการที่ลงวันที่ตั้งแต่วันที่ {ThaiDate.Long(from)} ถึงวันที่ {ThaiDate.Long(to < judged ? to : judged)} "
            : "";
        return $"ขณะจัดทำรายงานนี้ {office}ยังไม่มีรายละเอียดตัวชี้วัดของ{authority} "
            + $"ผลที่แสดงนับตามความเข้าใจของสำนักงานต่อข้อความของตัวชี้วัด {days}และไม่ได้นำเกณฑ์การให้คะแนนใดมาใช้";
    }

    private static string Join(string obstacles, string suggestions) =>
        (obstacles, suggestions) switch { ("", "") => "", (var o, "") => o, ("", var s) => $"ข้อเสนอแนะ {s}", var (o, s) when o == s => o, var (o, s) => $"{o} ข้อเสนอแนะ {s}" };

    private static IEnumerable<Block> NarrativesOrNone(ReportContent report, ImmutableArray<Return> returns, Func<Narrative, string> part)
    {
        var any = false;
        foreach (var block in Narratives(report, returns, part))
        {
            any = true;
            yield return block;
        }
        if (!any) yield return new Paragraph(CellText.None);
    }

    /// <summary>One paragraph per text; its units are named where there are several hosts, once for what several wrote in the same words.</summary>
    private static IEnumerable<Block> Narratives(ReportContent report, ImmutableArray<Return> returns, Func<Narrative, string> part)
    {
        var named = returns.Length > 1;
        foreach (var same in returns.Select(r => (Name: report.Cells.UnitShortName(r.Unit), Text: part(r.Narrative).Trim())).Where(r => r.Text.Length > 0)
            .GroupBy(r => named && r.Text.StartsWith(r.Name, StringComparison.Ordinal) ? r.Text[r.Name.Length..].TrimStart() : r.Text, r => r.Name, StringComparer.Ordinal))
        {
            var body = new Run(CellText.Prose(same.Key));
            yield return named ? new Paragraph([new Run(string.Join(", ", same) + " ") { Bold = true }, body]) : new Paragraph([body]);
        }
    }

    private static Paragraph Evidence(Indicator indicator, ImmutableArray<Return> returns)
    {
        var count = returns.Sum(r => r.Evidence.Length);
        if (count > 0) return new Paragraph($"หลักฐาน {CellText.Number(count)} รายการ ตามบัญชีหลักฐานในส่วนที่ ๔");
        return indicator.Evidence.IsEmpty ? new Paragraph(CellText.None) : new Paragraph($"หลักฐานที่ใช้ประกอบ: {string.Join(" ", indicator.Evidence.Select(e => e.Thai))}");
    }
}
