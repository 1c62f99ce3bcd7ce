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
/// out beside. What several units report in the same words is one row that names them all. A row of which a cell couldn't be read stays
/// in the house; a note says how many there are, and of whom. A register longer than anybody prints says how many rows it leaves to the file.
/// </summary>
internal static class FullRegister
{
    /// <summary>The table and its note, or nothing where there is no row.</summary>
    public static IEnumerable<Block> Of(ReportContent report, Indicator indicator, Score score)
    {
        ImmutableArray<Column> typed = [.. indicator.Register.Columns.Where(c => report.ShowsColumn(indicator, c))];
        ImmutableArray<RegisterColumn> columns =
        [
            .. typed.Select(c => new RegisterColumn(c.Heading.Thai, c.Type, (_, row) => report.Printed.Of(row[c.Id], c))),
            .. MeasureTables.Of(indicator.Measure).Derived(indicator.Measure, score.Measurement),
        ];
        var named = report.HostsOf(indicator.Number).Length > 1;
        var reported = report.ReturnsOn(indicator.Number).SelectMany(r => r.Rows, (r, row) => (r.Unit, Row: row)).ToList();
        var unread = report.IsInternal ? [] : reported.Select(r => (r.Unit, Columns: Unread(typed, r.Row))).Where(r => r.Columns.Length > 0).ToList();
        var rows = reported.Where(r => report.IsInternal || Unread(typed, r.Row).IsEmpty)
            .Select(r => (r.Unit, Cells: columns.Select(c => c.Text(r.Unit, r.Row)).ToArray()))
            .GroupBy(r => string.Join('\0', r.Cells.Take(typed.Length)) + (named ? "" : $"\0{r.Unit}"), StringComparer.Ordinal)
            .SelectMany(same => same.Select(r => r.Unit).Distinct().Count() > 1
                ? [(Units: string.Join(", ", same.Select(r => report.Printed.UnitShortName(r.Unit)).Distinct()), same.First().Cells)]
                : same.Select(r => (Units: report.Printed.UnitShortName(r.Unit), r.Cells)))
            .ToList();
        if (rows.Count > 0)
        {
            var cells = rows.Take(ReportContent.MostRows)
                .Select((r, i) => (string[])[Printed.Number(i + 1), .. r.Cells, .. named ? [r.Units] : ImmutableArray<string>.Empty]).ToList();
            yield return new Table(
                FittedColumns.Of([Alignment.Center, .. columns.Select(c => AlignmentOf(c.Type)), .. named ? [Alignment.Start] : ImmutableArray<Alignment>.Empty], cells),
                [TableRow.Of(["ที่", .. columns.Select(c => c.Heading), .. named ? ["หน่วยงานที่รายงาน"] : ImmutableArray<string>.Empty])],
                [.. cells.Select(row => TableRow.Of(row)), .. ReportContent.Rest(rows.Count, cells[0].Length)])
            {
                Dense = true,
                Caption = $"ทะเบียนตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} {indicator.ShortText.Thai}",
            };
        }
        if (unread.Count == 0) yield break;
        var whose = unread.GroupBy(r => r.Unit).Select(
            g => $"{report.Printed.UnitShortName(g.Key)} {Printed.Number(g.Count())} แถว ({string.Join(", ", g.SelectMany(r => r.Columns).Distinct())})");
        yield return new Paragraph(
            $"ไม่ได้พิมพ์ {Printed.Number(unread.Count)} แถว เพราะมีช่องที่ยังอ่านไม่ได้และรอหน่วยงานแก้ไข ได้แก่ {string.Join(" ", whose)}")
        {
            Style = ParagraphStyle.Note,
        };
    }

    private static ImmutableArray<string> Unread(ImmutableArray<Column> columns, RegisterRow row) =>
        [.. columns.Where(c => row[c.Id] is UnreadValue).Select(c => c.Heading.Thai)];

    private static Alignment AlignmentOf(ColumnType type) =>
        type is ColumnType.Date or ColumnType.Number or ColumnType.Flag ? Alignment.Center : Alignment.Start;
}
