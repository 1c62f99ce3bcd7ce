using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>A workbook of what was read from a file of another format, cell by cell where it stood: what can't hold notes comes back as one that can.</summary>
internal static class RebuiltWorkbook
{
    /// <summary>Name of the sheet of a file that has none.</summary>
    public const string OnlySheet = "ข้อมูลที่ส่ง";

    private const int MostRows = 20_000;

    /// <summary>Places of all grids, filled or not: a few repeated rows and columns of a small file are millions of them.</summary>
    private const long MostPlaces = 1_000_000;

    private static readonly Cell Blank = Cell.Empty();

    /// <summary>The first day that a cell holds as one.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private const double Width = 18;

    /// <summary>The workbook; <see langword="null"/> where it would be too large, or where tables don't stand in a grid of cells.</summary>
    public static Workbook? Of(ImmutableArray<RawTable> tables, string title, DateOnly asOf)
    {
        if (tables.Sum(PlacesOf) > MostPlaces || tables.All(t => t.IsHidden)) return null;
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            var name = table.Place.Sheet ?? OnlySheet;
            if (table.Rows is [.., { Number: > MostRows }] || name.Length > Sheet.MaximumNameLength || !names.Add(name) || !MayBeName(name)) return null;
            sheets.Add(SheetOf(name, table));
        }
        return sheets.Count == 0 ? null : new(string.IsNullOrWhiteSpace(title) ? OnlySheet : title, asOf, sheets.ToImmutable());
    }

    private static long PlacesOf(RawTable table) => table.Rows.Sum(r => r.Cells is [.., var last] ? (long)last.Column : 1) + (table.Rows is [.., var end] ? end.Number : 0);

    private static bool MayBeName(string name)
    {
        try
        {
            _ = new Sheet(name, []);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Sheet SheetOf(string name, RawTable table)
    {
        var (rows, columns) = (ImmutableArray.CreateBuilder<Row>(), 1);
        foreach (var row in table.Rows)
        {
            while (rows.Count < row.Number - 1) rows.Add(Row.Blank);
            var cells = ImmutableArray.CreateBuilder<Cell>();
            foreach (var cell in row.Cells)
            {
                while (cells.Count < cell.Column - 1) cells.Add(Blank);
                cells.Add(CellOf(cell));
            }
            columns = Math.Max(columns, cells.Count);
            rows.Add(new(cells.ToImmutable()));
        }
        return new(name, rows.ToImmutable())
        {
            ColumnWidths = [.. Enumerable.Repeat(Width, Math.Min(columns, 50))], Print = new() { Landscape = columns > 6, PageNumbers = true },
            Visibility = table.IsHidden ? SheetVisibility.Hidden : SheetVisibility.Visible,
        };
    }

    private static Cell CellOf(RawCell cell) => cell.Kind switch
    {
        RawKind.Date when ThaiDateReader.FromExcelSerial(cell.Days, date1904: false).Value is { } day && day >= FirstDay => Cell.Date(day),
        RawKind.Number or RawKind.Percent when Math.Abs(cell.Number) < 1e15 => Cell.Number((decimal)cell.Number),
        _ => cell.Text is { Length: > 0 } text ? Cell.Text(text) : Blank,
    };
}
