using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>Some of the rows that a measurement speaks of, such as those of one category.</summary>
/// <param name="Counted">Rows in the value.</param>
/// <param name="NotMet">Rows of the denominator only.</param>
/// <param name="Excluded">Rows in neither, and why.</param>
internal sealed record RowGroup(ImmutableArray<RegisterRow> Counted, ImmutableArray<RegisterRow> NotMet, ImmutableArray<ExclusionReason> Excluded);

/// <summary>What a measure tells of a group of its rows: a column of the table by category.</summary>
/// <param name="Head">What is told.</param>
/// <param name="Of">The figure of a group; <see langword="null"/> where it has none.</param>
internal sealed record GroupFigure(BilingualText Head, Func<RowGroup, BilingualText?> Of)
{
    /// <summary>How many rows of a group.</summary>
    public static GroupFigure Rows(BilingualText head, Func<RowGroup, int> count) => new(head, rows => ThaiNumerals.Number(count(rows)));
}
