using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>บทสรุปผู้บริหาร, one page.</summary>
internal static class ExecutiveSummary
{
    // So that all of it stands on one page: a lower chart, and fewer obstacles where more stands before them.
    private const double HighOfChart = 5.5;
    private const int MostObstacles = 3, UsualRows = 6;

    /// <summary>Indicators that are listed one by one on a page with everything else.</summary>
    private const int MostListed = 40;

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Uncounted, "บทสรุปผู้บริหาร", Blocks(report));

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var (rules, card) = (report.Rules, report.Card);
        var expected = card.Scores.Sum(s => report.HostsOf(s.Indicator).Length);
        var excused = card.Scores.Sum(s => s.Excused.Count());
        var received = card.Scores.Sum(s => report.ReturnsOn(s.Indicator).Count());
        var ofProvince = rules.Framework.Entrant == EntrantKind.Province;
        yield return new Paragraph(
            (ofProvince ? $"จังหวัด{rules.Province.Name}ได้รับรายงานจากหน่วยงานเจ้าภาพ" : $"{card.EntrantName.Thai}รายงาน")
            + $" {Printed.Number(received)} รายการ จากที่กำหนดไว้ {Printed.Number(expected)} รายการ "
            + (excused > 0 ? $"(ยกเว้นการรายงาน {Printed.Number(excused)} รายการ) " : "")
            + $"ใน {Printed.Number(card.Scores.Length)} ตัวชี้วัด ผลการดำเนินงาน ณ วันที่ {ThaiDate.Long(report.AsOf)} สรุปได้ดังนี้");

        yield return AllResults(report);
        if (IndicatorChart.Of(report) is { } chart) yield return chart with { High = HighOfChart };
        foreach (var block in Scores(report)) yield return block;
        var highlights = new Highlights(report, MostObstacles - (report.ShowsScoreColumns ? 1 : 0) - Math.Max(0, Half(card.Scores.Length) - UsualRows) / 2);
        foreach (var block in Points("ผลสำเร็จที่สำคัญ", highlights.Achievements())) yield return block;
        foreach (var block in Points("ปัญหา อุปสรรค และข้อเสนอแนะ", highlights.Gaps())) yield return block;
        var obstacles = highlights.Obstacles().ToList();
        if (obstacles.Count > 0)
        {
            yield return new Table([new(1), new(1)], [TableRow.Of("ปัญหา อุปสรรค", "ข้อเสนอแนะ")], [.. obstacles.Select(o => TableRow.Of(o.Obstacle, o.Proposal))])
            {
                Dense = true,
                Summary = "ปัญหา อุปสรรค และข้อเสนอแนะของหน่วยงาน",
            };
        }
    }

    private static IEnumerable<Block> Points(string what, IEnumerable<string> points)
    {
        yield return new Paragraph([new Run(what) { Bold = true }]) { Style = ParagraphStyle.Plain, KeepWithNext = true };
        var list = points.ToList();
        if (list.Count > 0) yield return ListBlock.Of(list);
    }

    private static int Half(int indicators) => (indicators + 1) / 2;

    /// <summary>The figure of every indicator, in two halves side by side; of groups where there are too many for a page.</summary>
    private static Table AllResults(ReportContent report)
    {
        if (report.Card.Scores.Length > MostListed && TotalTables.Total(report) is { } totals) return totals with { Caption = null, Dense = true, Summary = "คะแนนรายด้าน" };
        var results = report.Card.Scores.Select(s =>
        {
            var indicator = report.Rules.Framework[s.Indicator];
            return (string[])[Printed.Indicator(s.Indicator), indicator.ShortText.Thai, report.KeyFigure(indicator, s)];
        }).ToList();
        var half = Half(results.Count);
        string[] nothing = ["", "", ""];
        return new(
            [new(0.8, Alignment.Center), new(4.4), new(2.8), new(0.8, Alignment.Center), new(4.4), new(2.8)],
            [TableRow.Of("ที่", "ตัวชี้วัด", "ผล", "ที่", "ตัวชี้วัด", "ผล")],
            [.. results.Take(half).Select((r, i) => TableRow.Of([.. r, .. half + i < results.Count ? results[half + i] : nothing]))])
        {
            Dense = true,
            Summary = "ผลการดำเนินงานของทุกตัวชี้วัด",
        };
    }

    /// <summary>What scores say together, or why none are printed.</summary>
    private static IEnumerable<Block> Scores(ReportContent report)
    {
        var (rules, card) = (report.Rules, report.Card);
        if (!report.ShowsScoreColumns) yield break;
        if (report.ShownTotal is null && card.Total is not null)
        {
            yield return new Paragraph(
                $"ยังไม่แสดง{TotalLine.NameOf(rules.Framework).Thai} เนื่องจากบางตัวชี้วัดยังมิได้บันทึกเกณฑ์การให้คะแนนของ{report.Giver}") { Style = ParagraphStyle.Note };
        }
        if (report.ShownTotal is { } total)
        {
            yield return new Paragraph(
                $"{TotalLine.NameOf(rules.Framework).Thai} {ScoreDisplay.Points(total).Thai} จากคะแนนเต็ม {ScoreDisplay.Full(card).Thai} "
                + $"หรือร้อยละ {ThaiNumerals.Format(card.TotalOf100!.Value, 2)}"
                + (card.Scores.Any(s => s.IsAssumed) ? " ตามเกณฑ์ที่ระบบสมมติ" : "")
                + (card.Provisional ? " (ชั่วคราว เพราะยังมีตัวชี้วัดที่ไม่มีคะแนน)" : ""));
            if (TotalTables.Barred(report) is { } barred) yield return new Paragraph(barred);
        }
    }
}
