using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Columns as wide as what stands in them asks, so that the rows together are low. The writers keep short texts on one line by themselves.
/// </summary>
internal static class FittedColumns
{
    /// <summary>The columns of a table.</summary>
    /// <param name="alignments">Where the texts of each column stand.</param>
    /// <param name="rows">All rows; they may have further cells.</param>
    public static ImmutableArray<TableColumn> Of(ImmutableArray<Alignment> alignments, IReadOnlyCollection<TableRow> rows) =>
        [.. alignments.Select((alignment, i) => new TableColumn(Share(rows, i), alignment))];

    /// <summary>
    /// A row is as high as its highest cell. Where w is the width of a column and n the lengths of its texts, the sum of (n / w)⁴ over
    /// all cells, which follows the highest, is least with widths in proportion to the fifth roots of the sums of n⁴.
    /// </summary>
    private static double Share(IReadOnlyCollection<TableRow> rows, int column) =>
        1 + Math.Pow(rows.Average(r => Squared(Squared(r.Cells[column].PlainText.Length))), 0.2);

    private static double Squared(double length) => length * length;
}
