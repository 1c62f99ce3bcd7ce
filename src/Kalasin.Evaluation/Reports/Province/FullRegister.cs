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
        var unread = new List<(UnitCode Unit, ImmutableArray<string> Columns)>();
        var readable = new List<PrintedRow>();
        foreach (var r in report.ReturnsOn(indicator.Number))
            foreach (var row in r.Rows)
                if (!report.IsInternal && Unread(typed, row) is { IsEmpty: false } missing) unread.Add((r.Unit, missing));
                else readable.Add(new(r.Unit, Cells(columns, r.Unit, row, named)));
        var rows = readable.GroupBy(r => r, new SameReport(typed.Length, named))
            .SelectMany(same => same.Any(r => r.Unit != same.Key.Unit)
                ? [(Units: string.Join(", ", same.Select(r => report.Printed.UnitShortName(r.Unit)).Distinct()), same.Key.Cells)]
                : same.Select(r => (Units: report.Printed.UnitShortName(r.Unit), r.Cells)))
            .ToList();
        if (rows.Count > 0)
        {
            var cells = rows.Take(ReportContent.MostRows).Select((r, i) => Numbered(r.Cells, i + 1, named ? r.Units : null)).ToList();
            yield return TurnedRegister.Of(new Table(
                FittedColumns.Of([Alignment.Center, .. columns.Select(c => AlignmentOf(c.Type)), .. named ? [Alignment.Start] : ImmutableArray<Alignment>.Empty], cells),
                [TableRow.Of(["ที่", .. columns.Select(c => c.Heading), .. named ? ["หน่วยงานที่รายงาน"] : ImmutableArray<string>.Empty])],
                [.. cells.Select(row => TableRow.Of(row)), .. ReportContent.Rest(rows.Count, cells[0].Length)])
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

    /// <summary>What a row shows, with room for its number before and for the units behind.</summary>
    private static string[] Cells(ImmutableArray<RegisterColumn> columns, UnitCode unit, RegisterRow row, bool named)
    {
        var cells = new string[columns.Length + (named ? 2 : 1)];
        for (var i = 0; i < columns.Length; i++) cells[i + 1] = columns[i].Text(unit, row);
        return cells;
    }

    private static string[] Numbered(string[] cells, int number, string? units)
    {
        cells[0] = Printed.Number(number);
        if (units is not null) cells[^1] = units;
        return cells;
    }

    private readonly record struct PrintedRow(UnitCode Unit, string[] Cells);

    /// <summary>Rows of which what was typed is printed in the same words; where units aren't named, of the same unit too.</summary>
    private sealed class SameReport(int typed, bool ofAnyUnit) : IEqualityComparer<PrintedRow>
    {
        public bool Equals(PrintedRow x, PrintedRow y) => (ofAnyUnit || x.Unit == y.Unit) && x.Cells.AsSpan(1, typed).SequenceEqual(y.Cells.AsSpan(1, typed));

        public int GetHashCode(PrintedRow obj)
        {
            var hash = new HashCode();
            foreach (var cell in obj.Cells.AsSpan(1, typed)) hash.Add(cell, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }

    private static Alignment AlignmentOf(ColumnType type) =>
        type is ColumnType.Date or ColumnType.Number or ColumnType.Flag ? Alignment.Center : Alignment.Start;
}
