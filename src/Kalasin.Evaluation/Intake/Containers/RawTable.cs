using System.Collections.Immutable;
using System.Globalization;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>A table as it stands in its file, nothing understood yet; where a file has text outside tables, its paragraphs are rows of one cell.</summary>
/// <param name="Name">What its file calls it: the name on a worksheet's tab; empty where tables have none.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHidden">Hidden from who looks at the file.</param>
/// <param name="Rows">Rows with something in them, in order.</param>
internal sealed record RawTable(string Name, Place Place, bool IsHidden, ImmutableArray<RawRow> Rows);

/// <summary>Where the cell of a row and column stands in what was sent, both counted from 1.</summary>
internal delegate Place CellPlace(int row, int column);

/// <summary>A row with something in it.</summary>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="IsHidden">Hidden or filtered away.</param>
/// <param name="Cells">Filled cells in order.</param>
/// <param name="Places">Where the cells of its table stand.</param>
internal sealed record RawRow(int Number, bool IsHidden, RowCells Cells, CellPlace Places)
{
    /// <summary>The cell of a column, or <see langword="null"/> when blank.</summary>
    public RawCell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column) return cell;
            if (cell.Column > column) break;
        }
        return null;
    }

    /// <summary>Where the cell of a column stands, blank or not.</summary>
    public Place PlaceOf(int column) => Places(Number, column);
}

/// <summary>A filled cell, as it is looked at. The value of merged cells belongs to the top left one.</summary>
/// <param name="Kept">What its table keeps of it.</param>
/// <param name="Budget">What looking at it is paid from.</param>
internal readonly record struct RawCell(KeptCell Kept, Budget Budget)
{
    private const int StepsPerLook = 16;

    /// <summary>Day 0 of workbooks that count from 1 January 1904, as the others count.</summary>
    private const int Day1904 = 1462;

    /// <summary>A cell with a text.</summary>
    public RawCell(int column, RawKind kind, string text, Budget budget) : this(new KeptCell(text, 0, column, kind), budget) { }

    /// <summary>A cell with a number.</summary>
    public RawCell(int column, RawKind kind, double number, Budget budget) : this(new KeptCell(null, number, column, kind), budget) { }

    /// <summary>Column number, from 1.</summary>
    public int Column => Kept.Column;

    /// <summary>What it holds.</summary>
    public RawKind Kind => Kept.Kind;

    /// <summary>
    /// What a reader sees, number formats aside; digits of a number in the shortest form that gives the same value. Each look is
    /// paid for by its length: a long text that stands once in the file can stand in a million cells.
    /// </summary>
    public string Text
    {
        get
        {
            Budget.Spend(StepsPerLook + Length);
            return Kept.Text ?? Number.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Characters of its text; 0 for a number, whose text is made when it is looked at.</summary>
    public int Length => Kept.Text?.Length ?? 0;

    /// <summary>The number that it holds; 0 for a text.</summary>
    public double Number => Kept.Number;

    /// <summary>
    /// A <see cref="RawKind.Date"/>, and a <see cref="RawKind.Number"/> that may mean one, in days as spreadsheets count them: 1 is
    /// 1 January 1900.
    /// </summary>
    public double Days => Kept.StartsIn1904 && Number >= 0 ? Number + Day1904 : Number;

    /// <summary>The same cell in another column.</summary>
    public RawCell In(int column) => this with { Kept = Kept with { Column = column } };

    /// <summary>The same cell with another text.</summary>
    public RawCell Saying(string other) => new(Column, RawKind.Text, other, Budget);

    /// <summary>Pays for its text having been compared with so many names.</summary>
    public void PayFor(int comparisons) => Budget.Spend((long)comparisons * (StepsPerLook + Length));
}

/// <summary>What a cell holds. Of a formula it is the value that was saved with it.</summary>
internal enum RawKind : byte
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number shown as a percentage: 0.85 is seen as 85 %.</summary>
    Percent,

    /// <summary>A number shown as a date.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula saved without a value.</summary>
    Uncalculated,
}
