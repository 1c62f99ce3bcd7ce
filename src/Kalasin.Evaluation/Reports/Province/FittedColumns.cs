using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Columns as wide as what stands in them asks: with shares in proportion to the text, long cells of neighbours end at about the same height.
/// The writers keep short texts on one line by themselves.
/// </summary>
internal static class FittedColumns
{
    /// <summary>Texts up to so many characters ask for no more than their own room.</summary>
    private const int Short = 16;

    /// <summary>What lines lose at their ends, in characters: narrow columns lose the same more often.</summary>
    private const double Loss = 8;

    /// <summary>The columns of a table.</summary>
    /// <param name="alignments">Where the texts of each column stand.</param>
    /// <param name="rows">Texts of all rows.</param>
    public static ImmutableArray<TableColumn> Of(ImmutableArray<Alignment> alignments, IReadOnlyCollection<string[]> rows) =>
        [.. alignments.Select((alignment, i) => new TableColumn(Share(rows, i), alignment))];

    private static double Share(IReadOnlyCollection<string[]> rows, int column)
    {
        var longest = rows.Max(r => r[column].Length);
        return longest <= Short ? longest + 1 : Loss + rows.Average(r => r[column].Length) + longest / 8.0;
    }
}
