using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Measures;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>A column of a printed register.</summary>
/// <param name="Heading">Its head.</param>
/// <param name="Type">What stands in it; decides where it stands.</param>
/// <param name="Text">What a row of a unit shows.</param>
internal sealed record RegisterColumn(string Heading, ColumnType Type, Func<UnitCode, RegisterRow, string> Text);

/// <summary>
/// A register as a table: rows as reported, columns that never leave the house left out of the official edition, and what was worked
/// out beside. A register longer than anybody prints says how many rows it leaves to the file.
/// </summary>
internal static class FullRegister
{
    /// <summary>The table, or nothing where there is no row.</summary>
    public static Table? Of(ReportContent report, Indicator indicator, Score score)
    {
        ImmutableArray<RegisterColumn> columns =
        [
            .. indicator.Register.Columns.Where(c => report.ShowsColumn(indicator, c))
                .Select(c => new RegisterColumn(c.Heading.Thai, c.Type, (_, row) => report.Printed.Of(row[c.Id], c))),
            .. MeasureTables.Of(indicator.Measure).Derived(indicator.Measure, score.Measurement),
            .. report.HostsOf(indicator.Number).Length > 1
                ? [new("หน่วยงานที่รายงาน", ColumnType.Sender, (unit, _) => report.Printed.UnitShortName(unit))]
                : ImmutableArray<RegisterColumn>.Empty,
        ];
        var reported = report.ReturnsOn(indicator.Number).SelectMany(r => r.Rows, (r, row) => (r.Unit, Row: row)).ToList();
        if (reported.Count == 0) return null;
        var rows = reported.Take(ReportContent.MostRows)
            .Select((r, i) => (string[])[Printed.Number(i + 1), .. columns.Select(c => c.Text(r.Unit, r.Row))]).ToList();
        return new(
            FittedColumns.Of([Alignment.Center, .. columns.Select(c => AlignmentOf(c.Type))], rows),
            [TableRow.Of(["ที่", .. columns.Select(c => c.Heading)])],
            [.. rows.Select(cells => TableRow.Of(cells)), .. ReportContent.Rest(reported.Count, columns.Length + 1)])
        {
            Dense = true,
            Caption = $"ทะเบียนตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} {indicator.ShortText.Thai}",
        };
    }

    private static Alignment AlignmentOf(ColumnType type) =>
        type is ColumnType.Date or ColumnType.Number or ColumnType.Flag ? Alignment.Center : Alignment.Start;
}
