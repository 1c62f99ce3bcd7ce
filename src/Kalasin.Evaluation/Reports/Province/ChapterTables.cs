using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Measures;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Tables of a chapter: those of its measure, then what each unit contributed.</summary>
internal static class ChapterTables
{
    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Score score, int position) => score.Measurement.State == MeasurementState.Missing
        ? [new Paragraph("ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ")]
        : MeasureTables.Of(indicator.Measure).Compose(report, indicator, score.Measurement, position);

    /// <summary>Number of a chapter's table.</summary>
    public static string Caption(int position, int number) => $"ตาราง ๓-{CellText.Number(position)}-{CellText.Number(number)}";

    /// <summary>หน่วยงาน | รายงาน | ซ้ำ | ไม่นับ | นับได้; of a level, whose rows aren't counted one by one, only what was reported. <c>number</c> is its place among the chapter's tables.</summary>
    public static Table PerUnit(ReportContent report, Indicator indicator, Score score, int position, int number)
    {
        var counted = score.Measurement.Counted.Concat(score.Measurement.NotMet.Select(e => e.Row)).ToLookup(r => r.Unit);
        var excluded = score.Measurement.Excluded.ToLookup(e => e.Row.Unit);
        var reported = report.ReturnsOn(indicator.Number).ToDictionary(r => r.Unit);
        ReadOnlySpan<string> heads = ["หน่วยงาน", "รายงาน (รายการ)", "ซ้ำ", "ไม่นับ", "นับได้"];
        var columns = indicator.Measure.IsLevel ? 2 : heads.Length;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var host in report.HostsOf(indicator.Number))
        {
            var duplicates = excluded[host].Count(e => e.Why == ExclusionReason.Duplicate);
            ReadOnlySpan<string> cells = reported.TryGetValue(host, out var r)
                ? [Reported(r), CellText.Number(duplicates), CellText.Number(excluded[host].Count() - duplicates), CellText.Number(counted[host].Count())]
                : ["ยังไม่ได้รับรายงาน", CellText.None, CellText.None, CellText.None];
            rows.Add(Row(report.Cells.UnitShortName(host), cells[..(columns - 1)]));
        }
        ImmutableArray<TableColumn> widths = [new(5), new(3, Alignment.Center), .. Enumerable.Repeat(new TableColumn(1.5, Alignment.Center), columns - 2)];
        return new(widths, [TableRow.Of(heads[..columns])], rows.ToImmutable()) { Caption = $"{Caption(position, number)} {indicator.ShortText.Thai}: ผลแยกรายหน่วยงาน" };
    }

    private static string Reported(Return r) => r.Status == ReturnStatus.Nil ? "ไม่มีเรื่อง" : CellText.Number(r.Rows.Length);

    public static TableRow Row(string name, params ReadOnlySpan<string> cells)
    {
        var row = ImmutableArray.CreateBuilder<TableCell>(cells.Length + 1);
        row.Add(new TableCell(name) { RowHeader = true });
        foreach (var cell in cells) row.Add(new(cell));
        return new(row.MoveToImmutable());
    }
}
