using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>A cell of a sheet whose formula is written once every cell has its address.</summary>
/// <param name="Result">What it holds, or what its formula comes to.</param>
/// <param name="Formula">The formula; <see langword="null"/>, or one that gives it, leaves the result as a constant.</param>
/// <param name="Spot">Where others find it.</param>
/// <param name="Columns">How many columns it covers.</param>
internal readonly record struct LiveCell(Cell Result, Func<string?>? Formula = null, Spot? Spot = null, int Columns = 1)
{
    public static implicit operator LiveCell(Cell cell) => new(cell);

    public Cell Written => Formula?.Invoke() is { } formula ? Result.By(formula) : Result;
}

/// <summary>A sheet that is laid out first and written when all addresses are known.</summary>
/// <param name="name">Its name.</param>
internal sealed class LiveSheet(string name)
{
    private readonly List<ImmutableArray<LiveCell>> rows = [];

    public string Name => name;

    /// <summary>Columns that a line across covers; 2 or more.</summary>
    public required int Columns { get; init; }

    /// <summary>Formulas are written. Where not, what they come to stands in their cells, because not all that they refer to does. Default <see langword="true"/>.</summary>
    public bool Computes { get; set; } = true;

    /// <summary>Number of the row added last.</summary>
    public int Row => rows.Count;

    public void Blank() => rows.Add([]);

    public void Across(string text, CellStyle style) => Add(new LiveCell(Cell.Text(text, style), Columns: Columns));

    public void Add(params ReadOnlySpan<LiveCell> cells)
    {
        var column = 1;
        foreach (var cell in cells)
        {
            cell.Spot?.Place(name, rows.Count + 1, column);
            column += cell.Columns;
        }
        rows.Add([.. cells]);
    }

    public Sheet ToSheet(ImmutableArray<double> widths, int headings, PrintSetup print)
    {
        var merged = ImmutableArray.CreateBuilder<CellRange>();
        var written = ImmutableArray.CreateBuilder<Row>(rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            var cells = ImmutableArray.CreateBuilder<Cell>();
            foreach (var cell in rows[r])
            {
                if (cell.Columns > 1) merged.Add(new(r + 1, cells.Count + 1, r + 1, cells.Count + cell.Columns));
                cells.Add(Computes ? cell.Written : cell.Result);
                for (var c = 1; c < cell.Columns; c++) cells.Add(Cell.Empty(cell.Result.Style));
            }
            written.Add(new Row(cells.ToImmutable()));
        }
        return new(name, written.ToImmutable())
        {
            ColumnWidths = widths,
            Merged = merged.ToImmutable(),
            FrozenRows = headings,
            Print = print,
        };
    }
}
