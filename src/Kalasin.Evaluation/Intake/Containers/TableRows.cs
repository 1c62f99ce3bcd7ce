using System.Collections.Immutable;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// The filled cells of a table, row by row, counted against the limits as they come, whatever format they come from. A <see cref="RawRow"/> and
/// its <see cref="RawCell"/>s are made when they are looked at.
/// </summary>
internal sealed class TableRows
{
    /// <summary>Of a table, before it has a row.</summary>
    private const int BytesPerTable = 256;

    /// <summary>A kept cell takes 8, and as much in <see cref="CellContents"/> where its text or number is its own; twice that with all that stretches leave free.</summary>
    private const int BytesPerCell = 48;

    /// <summary>A text and two repaired copies of it. It counts in each cell that it stands in, shared or not.</summary>
    private const int BytesPerCharacter = 6;

    /// <summary>Of a row that becomes one of a register, and of each of its values; no register has more columns.</summary>
    private const int BytesPerRow = 128, BytesPerValue = 96, MostValues = 16;

    /// <summary>16,384 cells, 128 KB: so long that a large workbook needs no more than a pool keeps.</summary>
    private const int BitsOfCells = 14;

    private readonly CellPlace places;
    private readonly CellContents contents;
    private readonly Budget budget;
    private readonly Stretches<KeptCell> cells;
    private readonly Stretches<RowEnd> rows = new();

    /// <summary>A table without rows so far.</summary>
    /// <param name="places">Where the cells stand.</param>
    /// <param name="contents">What the cells of the file hold.</param>
    public TableRows(CellPlace places, CellContents contents)
    {
        (this.places, this.contents, budget) = (places, contents, contents.Budget);
        cells = new(BitsOfCells, budget.Lend);
        budget.Hold(BytesPerTable);
    }

    /// <summary>What the cells of the file hold.</summary>
    public CellContents Contents => contents;

    /// <summary>Whether the row that is being read has no cell so far.</summary>
    public bool IsBlank => cells.Count == Start(rows.Count);

    /// <summary>Adds a cell to the row that is being read; columns ascend.</summary>
    public void Add(RawCell cell)
    {
        CountIn(cell);
        cells.Add(cell.KeptIn(contents));
    }

    /// <summary>Adds a cell whose text the workbook shares.</summary>
    /// <param name="column">Column number, from 1.</param>
    /// <param name="index">The text's number among those that are shared.</param>
    /// <returns>Whether there was anything to add: a text of white space is none.</returns>
    public bool AddShared(int column, int index)
    {
        if (contents.SharedBy(column, index) is not { Length: > 0 } cell) return false;
        CountIn(cell);
        cells.Add(CellContents.KeepShared(column, index));
        return true;
    }

    /// <summary>Ends the row; one without cells is none.</summary>
    public void End(int number, bool isHidden = false)
    {
        if (IsBlank) return;
        budget.AddRow(BytesPerRow + BytesPerValue * Math.Min(cells.Count - Start(rows.Count), MostValues));
        Close(number, isHidden);
    }

    /// <summary>The row in which some of another's cells stand, or stand with other texts, in that row's place.</summary>
    public RawRow Anew(RawRow row, IEnumerable<RawCell> instead)
    {
        foreach (var cell in instead) cells.Add(cell.KeptIn(contents));
        Close(row.Number, row.IsHidden);
        return new(this, rows.Count - 1);
    }

    /// <summary>The rows so far.</summary>
    public ImmutableArray<RawRow> ToImmutable()
    {
        var all = ImmutableArray.CreateBuilder<RawRow>(rows.Count);
        for (var i = 0; i < rows.Count; i++) all.Add(new(this, i));
        return all.MoveToImmutable();
    }

    /// <summary>The number of a row in its table, below zero where it is hidden.</summary>
    public int NumberAt(int row) => rows[row].Number;

    /// <summary>The cells of a row.</summary>
    public RowCells CellsAt(int row) => new(this, Start(row), rows[row].End - Start(row));

    /// <summary>Where a cell of a row stands.</summary>
    public Place PlaceAt(int row, int column) => places(row, column);

    /// <summary>A cell by its number in the table.</summary>
    public KeptCell CellAt(int cell) => cells[cell];

    private int Start(int row) => row == 0 ? 0 : rows[row - 1].End;

    private void Close(int number, bool isHidden) => rows.Add(new(cells.Count, isHidden ? -number : number));

    private void CountIn(RawCell cell)
    {
        budget.AddCell();
        budget.Hold(BytesPerCell + BytesPerCharacter * cell.Length);
        var most = Math.Min(budget.Limits.Columns, ushort.MaxValue);
        if (cell.Column > most) throw new ContentRefusedException(TooManyColumns, Count(most));
    }

    /// <summary>Where a row's cells end, and its number in the table, below zero where it is hidden.</summary>
    private readonly record struct RowEnd(int End, int Number);
}
