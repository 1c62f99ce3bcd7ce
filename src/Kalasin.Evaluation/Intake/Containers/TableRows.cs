using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Takes down the filled cells of a table, row by row, and counts them against the limits, whatever format they come from.</summary>
/// <param name="places">Where the cells stand.</param>
/// <param name="budget">What the file may use.</param>
internal sealed class TableRows(CellPlace places, Budget budget)
{
    private const int BytesPerCell = 48;

    /// <summary>A text and two repaired copies of it. It counts in each cell that it stands in, shared or not.</summary>
    private const int BytesPerCharacter = 6;

    /// <summary>Of a row that becomes one of a register, and of each of its values; no register has more columns.</summary>
    private const int BytesPerRow = 128, BytesPerValue = 96, MostValues = 16;

    private readonly Stretches<RawRow> rows = new();
    private RawCell[] cells = new RawCell[16];
    private int count;

    /// <summary>Whether the row that is being read has no cell so far.</summary>
    public bool IsBlank => count == 0;

    /// <summary>Adds a cell to the row that is being read; columns ascend.</summary>
    public void Add(RawCell cell)
    {
        budget.AddCell();
        budget.Hold(BytesPerCell + BytesPerCharacter * cell.Length);
        if (cell.Column > budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(budget.Limits.Columns));
        if (count == cells.Length) Array.Resize(ref cells, 2 * count);
        cells[count++] = cell;
    }

    /// <summary>Ends the row; one without cells is none.</summary>
    public void End(int number, bool isHidden = false)
    {
        if (count == 0) return;
        budget.AddRow(BytesPerRow + BytesPerValue * Math.Min(count, MostValues));
        rows.Add(new(number, isHidden, ImmutableCollectionsMarshal.AsImmutableArray(cells[..count]), places));
        count = 0;
    }

    public ImmutableArray<RawRow> ToImmutable() => rows.ToImmutable();
}
