using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        var unread = new List<(UnitCode Unit, ImmutableArray<string> Columns)>();
        var readable = new List<PrintedRow>(report.ReturnsOn(indicator.Number).Sum(r => r.Rows.Length));
        foreach (var r in report.ReturnsOn(indicator.Number))
            foreach (var row in r.Rows)
                if (!report.IsInternal && Unread(typed, row) is { IsEmpty: false } missing) unread.Add((r.Unit, missing));
                else readable.Add(new(r.Unit, Cells(report, columns, r.Unit, row, named)));
        var reports = Joined(readable, new(typed.Length, named), report.Printed);
        if (reports.Count > 0)
        {
            var rows = reports.Take(ReportContent.MostRows).Select((r, i) => Numbered(r.Cells, report.Cells.Of(Printed.Number(i + 1)))).ToList();
            yield return TurnedRegister.Of(new Table(
                FittedColumns.Of([Alignment.Center, .. columns.Select(c => AlignmentOf(c.Type)), .. named ? [Alignment.Start] : ImmutableArray<Alignment>.Empty], rows),
                [TableRow.Of(["ที่", .. columns.Select(c => c.Heading), .. named ? ["หน่วยงานที่รายงาน"] : ImmutableArray<string>.Empty])],
                [.. rows, .. ReportContent.Rest(reports.Count, rows[0].Cells.Length)])
            {
                Dense = true,
                Caption = $"ทะเบียนตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} {indicator.ShortText.Thai}",
            });
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

    private static ImmutableArray<string> Unread(ImmutableArray<Column> columns, RegisterRow row)
    {
        var unread = ImmutableArray<string>.Empty;
        foreach (var column in columns)
            if (row[column.Id] is UnreadValue) unread = unread.Add(column.Heading.Thai);
        return unread;
    }

    /// <summary>What a row shows, with room for its number before, and the unit behind where it is named.</summary>
    private static TableCell[] Cells(ReportContent report, ImmutableArray<RegisterColumn> columns, UnitCode unit, RegisterRow row, bool named)
    {
        var cells = new TableCell[columns.Length + (named ? 2 : 1)];
        for (var i = 0; i < columns.Length; i++) cells[i + 1] = report.Cells.Of(columns[i].Text(unit, row));
        if (named) cells[^1] = report.Cells.Of(report.Printed.UnitShortName(unit));
        return cells;
    }

    /// <summary>Rows in the same words stand together, where the first of them stands; those of several units are one row of them all.</summary>
    private static List<PrintedRow> Joined(List<PrintedRow> rows, SameReport same, Printed printed)
    {
        // Hardly a register says anything twice.
        var said = new HashSet<PrintedRow>(rows.Count, same);
        return rows.TrueForAll(said.Add) ? rows : [.. rows.GroupBy(r => r, same).SelectMany(group => group.Any(r => r.Unit != group.Key.Unit) ? OfAll(group) : group)];

        IEnumerable<PrintedRow> OfAll(IGrouping<PrintedRow, PrintedRow> group)
        {
            group.Key.Cells[^1] = new(string.Join(", ", group.Select(r => printed.UnitShortName(r.Unit)).Distinct()));
            return [group.Key];
        }
    }

    private static TableRow Numbered(TableCell[] cells, TableCell number)
    {
        cells[0] = number;
        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells));
    }

    private readonly record struct PrintedRow(UnitCode Unit, TableCell[] Cells);

    /// <summary>Rows of which what was typed is printed in the same words; where units aren't named, of the same unit too.</summary>
    private sealed class SameReport(int typed, bool ofAnyUnit) : IEqualityComparer<PrintedRow>
    {
        public bool Equals(PrintedRow x, PrintedRow y)
        {
            if (!ofAnyUnit && x.Unit != y.Unit) return false;
            for (var i = 1; i <= typed; i++)
                if (x.Cells[i].PlainText != y.Cells[i].PlainText) return false;
            return true;
        }

        public int GetHashCode(PrintedRow obj)
        {
            var hash = new HashCode();
            foreach (var cell in obj.Cells.AsSpan(1, typed)) hash.Add(cell.PlainText, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }

    private static Alignment AlignmentOf(ColumnType type) =>
        type is ColumnType.Date or ColumnType.Number or ColumnType.Flag ? Alignment.Center : Alignment.Start;
}
