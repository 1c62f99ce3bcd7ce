using System.Globalization;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>A rectangle of cells; rows and columns count from 1, ends included.</summary>
internal readonly record struct CellRange
{
    /// <summary>Last row that a worksheet can have.</summary>
    public const int MaximumRow = 1_048_576;

    /// <summary>Last column that a worksheet can have, XFD.</summary>
    public const int MaximumColumn = 16_384;

    /// <summary>From one corner to the other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A corner is outside the worksheet or the last one stands before the first.</exception>
    public CellRange(int row, int column, int lastRow, int lastColumn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastRow, row);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastColumn, column);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastRow, MaximumRow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastColumn, MaximumColumn);
        (Row, Column, LastRow, LastColumn) = (row, column, lastRow, lastColumn);
    }

    /// <summary>One cell.</summary>
    public CellRange(int row, int column) : this(row, column, row, column) { }

    /// <summary>First row.</summary>
    public int Row { get; }

    /// <summary>First column.</summary>
    public int Column { get; }

    /// <summary>Last row, included.</summary>
    public int LastRow { get; }

    /// <summary>Last column, included.</summary>
    public int LastColumn { get; }

    /// <summary>Letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26) letters[--at] = (char)('A' + (column - 1) % 26);
        return new(letters[at..]);
    }

    /// <summary>A1 notation: <c>B2</c> for one cell, <c>B2:D9</c> for more.</summary>
    public override string ToString() => First == Last ? First : $"{First}:{Last}";

    /// <summary>A1 notation with dollars: <c>$B$2:$D$9</c>.</summary>
    internal string Absolute => $"${ColumnName(Column)}${Row}:${ColumnName(LastColumn)}${LastRow}";

    internal bool Overlaps(CellRange other) => Row <= other.LastRow && other.Row <= LastRow && Column <= other.LastColumn && other.Column <= LastColumn;

    private string First => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);

    private string Last => ColumnName(LastColumn) + LastRow.ToString(CultureInfo.InvariantCulture);
}
