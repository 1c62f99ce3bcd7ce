using System.Collections.Immutable;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>A workbook as it stands: nothing understood yet.</summary>
/// <param name="Sheets">Worksheets in the order of their tabs.</param>
/// <param name="Date1904">Whether serial dates count from 1 January 1904.</param>
internal sealed record RawWorkbook(ImmutableArray<RawSheet> Sheets, bool Date1904);

/// <summary>A worksheet.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="IsHidden">Hidden or very hidden.</param>
/// <param name="Rows">Rows with something in them, in order.</param>
internal sealed record RawSheet(string Name, bool IsHidden, ImmutableArray<RawRow> Rows);

/// <summary>A row with something in it.</summary>
/// <param name="Number">Its number on the sheet, from 1.</param>
/// <param name="IsHidden">Hidden or filtered away.</param>
/// <param name="Cells">Filled cells in order.</param>
internal sealed record RawRow(int Number, bool IsHidden, ImmutableArray<RawCell> Cells)
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

    /// <summary>Address of a column in this row: <c>D7</c>.</summary>
    public string Address(int column) => CellAddress.Of(column, Number);
}

/// <summary>A filled cell. The value of merged cells belongs to the top left one.</summary>
internal readonly record struct RawCell
{
    private const int StepsPerLook = 16;

    private readonly string text;
    private readonly Budget budget;

    public RawCell(int column, RawKind kind, string text, Budget budget) => (Column, Kind, this.text, this.budget) = (column, kind, text, budget);

    /// <summary>Column number, from 1.</summary>
    public int Column { get; }

    /// <summary>What it holds.</summary>
    public RawKind Kind { get; }

    /// <summary>
    /// What a reader sees, number formats aside; digits of a number in the shortest form that gives the same value. Each look is
    /// paid for by its length: a long text that stands once in the file can stand in a million cells.
    /// </summary>
    public string Text
    {
        get
        {
            budget.Spend(StepsPerLook + text.Length);
            return text;
        }
    }

    /// <summary>The number, for <see cref="RawKind.Number"/>, <see cref="RawKind.Percent"/> and <see cref="RawKind.Date"/>.</summary>
    public double Number { get; init; }

    /// <summary>The same cell with another text.</summary>
    public RawCell Saying(string other) => new(Column, RawKind.Text, other, budget);

    /// <summary>Pays for its text having been compared with so many names.</summary>
    public void PayFor(int comparisons) => budget.Spend((long)comparisons * (StepsPerLook + text.Length));
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
