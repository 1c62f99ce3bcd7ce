using System.Collections.Immutable;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Takes down the filled cells of a table, row by row, and counts them against the limits, whatever format they come from.</summary>
/// <param name="places">Where the cells stand.</param>
/// <param name="budget">What the file may use.</param>
internal sealed class TableRows(CellPlace places, Budget budget)
{
    /// <summary>A kept cell takes 24, some 35 with all that stretches leave free.</summary>
    private const int BytesPerCell = 48;

    /// <summary>A text and two repaired copies of it. It counts in each cell that it stands in, shared or not.</summary>
    private const int BytesPerCharacter = 6;

    /// <summary>Of a row that becomes one of a register, and of each of its values; no register has more columns.</summary>
    private const int BytesPerRow = 128, BytesPerValue = 96, MostValues = 16;

    /// <summary>Cells of the longest stretch that rows share: 72,000 bytes, which the collector of garbage still looks after with everything else.</summary>
    private const int LongestStretch = 3_000;

    private readonly Stretches<RawRow> rows = new();
    private KeptCell[] cells = [];
    private int count;
    private KeptCell[] stretch = [];
    private int taken;
    private int all;

    /// <summary>Whether the row that is being read has no cell so far.</summary>
    public bool IsBlank => count == 0;

    /// <summary>Adds a cell to the row that is being read; columns ascend.</summary>
    public void Add(RawCell cell)
    {
        budget.AddCell();
        budget.Hold(BytesPerCell + BytesPerCharacter * cell.Length);
        if (cell.Column > budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(budget.Limits.Columns));
        if (count == cells.Length) Array.Resize(ref cells, Math.Max(4, 2 * count));
        cells[count++] = cell.Kept;
    }

    /// <summary>Ends the row; one without cells is none.</summary>
    public void End(int number, bool isHidden = false)
    {
        if (count == 0) return;
        budget.AddRow(BytesPerRow + BytesPerValue * Math.Min(count, MostValues));
        rows.Add(new(number, isHidden, new(Keep(cells.AsSpan(0, count)), budget), places));
        count = 0;
    }

    public ImmutableArray<RawRow> ToImmutable() => rows.ToImmutable();

    /// <summary>
    /// Puts a row behind the others. A stretch is as long as a quarter of all cells so far, and a row that is longer than an eighth of one
    /// stands alone where it doesn't fit, as the rows of a short table do: little is ever held for nothing.
    /// </summary>
    private ArraySegment<KeptCell> Keep(ReadOnlySpan<KeptCell> row)
    {
        all += row.Length;
        if (row.Length > stretch.Length - taken)
        {
            var length = Math.Min(LongestStretch, all / 4);
            if (row.Length > length / 8) return row.ToArray();
            (stretch, taken) = (new KeptCell[length], 0);
        }
        row.CopyTo(stretch.AsSpan(taken));
        taken += row.Length;
        return new(stretch, taken - row.Length, row.Length);
    }
}
