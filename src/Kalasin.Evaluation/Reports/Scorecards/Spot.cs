using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>A cell that formulas refer to; it has an address once it is placed.</summary>
internal sealed class Spot
{
    private string? sheet;
    private int row;
    private int column;

    /// <summary>Address on its own sheet: <c>$C$5</c>.</summary>
    public string Here => sheet is null
        ? throw new InvalidOperationException("A formula refers to a cell that stands nowhere.")
        : $"${CellRange.ColumnName(column)}${row}";

    /// <summary>Address from any sheet: <c>'เกณฑ์'!$C$5</c>.</summary>
    public string There => $"{Quoted(sheet ?? "")}!{Here}";

    public void Place(string onSheet, int atRow, int atColumn) => (sheet, row, column) = (onSheet, atRow, atColumn);

    /// <summary>A column of cells from one spot to another, on its own sheet.</summary>
    public static string Range(Spot first, Spot last) => $"{first.Here}:{last.Here}";

    /// <summary>The same from any sheet.</summary>
    public static string RangeThere(Spot first, Spot last) => $"{first.There}:{last.Here}";

    private static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
