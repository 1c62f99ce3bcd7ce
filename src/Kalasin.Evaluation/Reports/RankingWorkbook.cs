using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Reports.Rankings;

namespace Kalasin.Evaluation;

/// <summary>
/// A ranking as a workbook that computes: totals, ranks and T-scores are formulas over scores and weights, so that whoever changes one sees the order that
/// comes of it. Behind it stand the values, ties, and what each result came from.
/// </summary>
public static class RankingWorkbook
{
    /// <summary>Writes the workbook as an Excel file; the same input gives the same bytes.</summary>
    /// <param name="framework">The framework that is ranked by.</param>
    /// <param name="entries">What was sent, one entry per entrant, in any order.</param>
    /// <param name="asOf">Day it is of.</param>
    /// <param name="stream">Where to; it need not seek and is left open.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    /// <exception cref="ArgumentException">An entrant occurs twice, or an entry is of another framework or revision.</exception>
    public static Task WriteAsync(
        Framework framework, IEnumerable<RankingEntry> entries, DateOnly asOf, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(entries);
        return Compose(RankedField.Of(framework, entries, asOf)).WriteAsync(stream, cancellationToken);
    }

    internal static Workbook Compose(RankedField field) => new(
        $"ผลการจัดอันดับ {ThaiNumerals.ToThaiInProse(field.Framework.Title.Thai)}", field.AsOf, [RankingSheets.Order(field), RankingSheets.Values(field), RankingSheets.Origins(field)])
    {
        Author = field.Framework.Authority.Thai,
    };
}
