using System.Collections.Immutable;
using System.Globalization;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>A table as it stands in its file, nothing understood yet; where a file has text outside tables, its paragraphs are rows of one cell.</summary>
/// <param name="Name">What its file calls it: the name on a worksheet's tab; empty where tables have none.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHidden">Hidden from who looks at the file.</param>
/// <param name="Rows">Rows with something in them, in order.</param>
internal sealed record RawTable(string Name, Place Place, bool IsHidden, ImmutableArray<RawRow> Rows)
{
    /// <summary>The first row of a kind, or <see langword="null"/>.</summary>
    public RawRow? Find(Func<RawRow, bool> wanted)
    {
        foreach (var row in Rows)
            if (wanted(row)) return row;
        return null;
    }
}

/// <summary>Where the cell of a row and column stands in what was sent, both counted from 1.</summary>
internal delegate Place CellPlace(int row, int column);

/// <summary>A row with something in it.</summary>
/// <param name="Table">The table that it stands in.</param>
/// <param name="Index">Which row of it, from 0.</param>
internal readonly record struct RawRow(TableRows Table, int Index)
{
    /// <summary>Its number in the table, from 1.</summary>
    public int Number => Math.Abs(Table.NumberAt(Index));

    /// <summary>Hidden or filtered away.</summary>
    public bool IsHidden => Table.NumberAt(Index) < 0;

    /// <summary>Filled cells in order.</summary>
    public RowCells Cells => Table.CellsAt(Index);

    /// <summary>The cell of a column, or <see langword="null"/> when blank.</summary>
    public RawCell? At(int column)
    {
        var (cells, at) = (Cells, 0);
        while (at < cells.Length && cells.ColumnAt(at) < column) at++;
        return at < cells.Length && cells.ColumnAt(at) == column ? cells[at] : null;
    }

    /// <summary>Where the cell of a column stands, blank or not.</summary>
    public Place PlaceOf(int column) => Table.PlaceAt(Number, column);

    /// <summary>The row with other cells in its place.</summary>
    public RawRow With(IEnumerable<RawCell> cells) => Table.Anew(this, cells);
}

/// <summary>A filled cell, as it is looked at. The value of merged cells belongs to the top left one.</summary>
internal readonly record struct RawCell
{
    private const int StepsPerLook = 16;

    /// <summary>Day 0 of workbooks that count from 1 January 1904, as the others count.</summary>
    private const int Day1904 = 1462;

    private readonly string? text;

    /// <summary>A cell with a text.</summary>
    public RawCell(int column, RawKind kind, string text, Budget budget) => (Column, Kind, this.text, Budget) = (column, kind, text, budget);

    /// <summary>A cell with a number.</summary>
    public RawCell(int column, RawKind kind, double number, Budget budget) => (Column, Kind, Number, Budget) = (column, kind, number, budget);

    /// <summary>What looking at it is paid from.</summary>
    public Budget Budget { get; }

    /// <summary>The number that it holds; 0 for a text.</summary>
    public double Number { get; }

    /// <summary>Column number, from 1.</summary>
    public int Column { get; private init; }

    /// <summary>What it holds.</summary>
    public RawKind Kind { get; }

    /// <summary>Whether the workbook that it stands in counts days from 1 January 1904.</summary>
    public bool StartsIn1904 { private get; init; }

    /// <summary>
    /// What a reader sees, number formats aside; digits of a number in the shortest form that gives the same value. Each look is
    /// paid for by its length: a long text that stands once in the file can stand in a million cells.
    /// </summary>
    public string Text
    {
        get
        {
            Budget.Spend(StepsPerLook + Length);
            return text ?? Number.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Characters of its text; 0 for a number, whose text is made when it is looked at.</summary>
    public int Length => text?.Length ?? 0;

    /// <summary>
    /// A <see cref="RawKind.Date"/>, and a <see cref="RawKind.Number"/> that may mean one, in days as spreadsheets count them: 1 is
    /// 1 January 1900.
    /// </summary>
    public double Days => StartsIn1904 && Number >= 0 ? Number + Day1904 : Number;

    /// <summary>The same cell in another column.</summary>
    public RawCell In(int column) => this with { Column = column };

    /// <summary>The same cell with another text.</summary>
    public RawCell Saying(string other) => new(Column, RawKind.Text, other, Budget);

    /// <summary>What a table keeps of it.</summary>
    /// <param name="contents">Where its text or number is put.</param>
    public KeptCell KeptIn(CellContents contents) => text is null ? contents.Keep(Column, Kind, Number) : contents.Keep(Column, Kind, text);

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
