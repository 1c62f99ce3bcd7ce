using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Measures;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Tables of an indicator: those of its measure, then what each unit contributed.</summary>
internal static class IndicatorTables
{
    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Score score) => score.Measurement.State switch
    {
        MeasurementState.Missing => [new Paragraph("ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ")],
        MeasurementState.Excused => [new Paragraph("หน่วยงานเจ้าภาพได้รับยกเว้นการรายงาน")],
        _ => MeasureTables.Of(indicator.Measure).Compose(report, indicator, score.Measurement),
    };

    /// <summary>หน่วยงาน | รายงาน | ซ้ำ | ไม่นับ | นับได้; of a level, whose rows aren't counted one by one, only what was reported.</summary>
    public static Table PerUnit(ReportContent report, Indicator indicator, Score score)
    {
        var counted = score.Measurement.Counted.Concat(score.Measurement.NotMet.Select(e => e.Row)).ToLookup(r => r.Unit);
        var excluded = score.Measurement.Excluded.ToLookup(e => e.Row.Unit);
        var excused = score.Excused.ToHashSet();
        var reported = report.ReturnsOn(indicator.Number).ToDictionary(r => r.Unit);
        ReadOnlySpan<string> heads = ["หน่วยงาน", "รายงาน (รายการ)", "ซ้ำ", "ไม่นับ", "นับได้"];
        var columns = indicator.Measure.IsLevel ? 2 : heads.Length;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var host in report.HostsOf(indicator.Number))
        {
            var duplicates = excluded[host].Count(e => e.Why == ExclusionReason.Duplicate);
            ReadOnlySpan<string> cells = reported.TryGetValue(host, out var r)
                ? [Reported(r), Printed.Number(duplicates), Printed.Number(excluded[host].Count() - duplicates), Printed.Number(counted[host].Count())]
                : [excused.Contains(host) ? "ได้รับยกเว้นการรายงาน" : "ยังไม่ได้รับรายงาน", Printed.None, Printed.None, Printed.None];
            rows.Add(Row(report.Printed.UnitShortName(host), cells[..(columns - 1)]));
        }
        ImmutableArray<TableColumn> widths = [new(5), new(3, Alignment.Center), .. Enumerable.Repeat(new TableColumn(1.5, Alignment.Center), columns - 2)];
        return new(widths, [TableRow.Of(heads[..columns])], rows.ToImmutable()) { Caption = $"{indicator.ShortText.Thai}: ผลแยกรายหน่วยงาน" };
    }

    private static string Reported(Return r) => r.Status == ReturnStatus.Nil ? "ไม่มีเรื่อง" : Printed.Number(r.Rows.Length);

    public static TableRow Row(string name, params ReadOnlySpan<string> cells)
    {
        var row = ImmutableArray.CreateBuilder<TableCell>(cells.Length + 1);
        row.Add(new TableCell(name) { RowHeader = true });
        foreach (var cell in cells) row.Add(new(cell));
        return new(row.MoveToImmutable());
    }
}
