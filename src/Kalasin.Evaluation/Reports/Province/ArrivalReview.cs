using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>What came when: a grid of units and indicators, day by day, and by name what is late, corrected or missing.</summary>
internal static class ArrivalReview
{
    public static ReviewTopic Of(ReportContent report)
    {
        const string Title = "การรับรายงาน";
        return report.Status is not { } status ? new(Title, "ไม่มีข้อมูล", []) : new(
            Title,
            $"ได้รับ {Printed.Number(status.Received)} จาก {Printed.Number(status.Expected)} รายการ ล่าช้า {Printed.Number(status.Late)} รายการ "
                + $"ยังไม่ได้รับ {Printed.Number(status.Missing.Count())} รายการ",
            [.. Arrivals(report, status)]) { OnNewPage = true };
    }

    private static IEnumerable<Block> Arrivals(ReportContent report, RoundStatus status)
    {
        yield return new Paragraph(
            $"กำหนดไว้ {Printed.Number(status.Expected)} รายการ ได้รับ {Printed.Number(status.Received)} รายการ "
            + $"ล่าช้า {Printed.Number(status.Late)} รายการ ยังไม่ได้รับ {Printed.Number(status.Missing.Count())} รายการ");
        foreach (var block in CompletenessGrid.Of(report, status)) yield return block;
        if (ArrivalsChart.Of(report.Rules, status) is { } chart) yield return chart;
        var rows = status.Cells.Where(c => c.Current is null || c.Lateness is { IsLate: true } || c.Current.Version > 1)
            .GroupBy(c => (c.Unit, c.Current?.ReceivedAt, Outcome: Outcome(c)))
            .Select(g => TableRow.Of(
                report.Printed.UnitShortName(g.Key.Unit),
                string.Join(", ", g.Select(c => Printed.Indicator(c.Indicator))),
                g.Key.ReceivedAt is { } at ? BangkokTime.DateAndTime(at).Thai : Printed.None,
                g.Key.Outcome)).ToImmutableArray();
        if (rows.IsEmpty) yield break;
        yield return new Table(
            [new(3), new(2, Alignment.Center), new(5), new(3)],
            [TableRow.Of("หน่วยงาน", "ตัวชี้วัดที่", "ได้รับเมื่อ", "สถานะ")],
            rows)
        {
            Caption = "รายงานที่ล่าช้า ส่งแก้ หรือยังไม่ได้รับ",
        };
    }

    private static string Outcome(StatusCell cell) => cell switch
    {
        { Current: null } => "ยังไม่ได้รับ",
        { Lateness: { IsLate: true } late, Current: var c } =>
            (late.DaysLate > 0 ? $"ล่าช้า {Printed.Number(late.DaysLate)} วัน" : "หลังเวลาราชการ")
            + (c.Version > 1 ? $" ฉบับที่ {Printed.Number(c.Version)}" : ""),
        { Current: var c } => $"ส่งแก้ เป็นฉบับที่ {Printed.Number(c.Version)}",
    };
}
