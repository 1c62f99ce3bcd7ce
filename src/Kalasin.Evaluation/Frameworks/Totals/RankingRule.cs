using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>How entrants of equal totals are told apart, and what else a ranking shows.</summary>
/// <param name="Source">Where it comes from.</param>
internal sealed record RankingRule(RuleSource Source)
{
    /// <summary>Asked in this order; entrants that none tells apart share their rank. Default: none.</summary>
    public ImmutableArray<TieBreak> TieBreaks { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Totals are also shown as T-scores among those that are ranked: 50 + 10 × distance from the mean ÷ standard deviation. Default <see langword="false"/>.</summary>
    public bool TScores { get; init; }
}

/// <summary>What tells entrants of equal totals apart.</summary>
/// <param name="By">The number that is compared; who has none comes last.</param>
/// <param name="Prefers">Which comes first.</param>
internal sealed record TieBreak(ResultPart By, Preference Prefers);

/// <summary>See <see cref="TieBreak"/>.</summary>
internal enum Preference
{
    /// <summary>The greater.</summary>
    Higher,

    /// <summary>The smaller, or earlier.</summary>
    Lower,
}

/// <summary>Who enters this framework: those that another one ranked well enough.</summary>
/// <param name="Framework">The framework whose ranking decides.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record EntryRule(FrameworkId Framework, RuleSource Source)
{
    /// <summary>So many ranks from the first; who shares the last of them enters too. Exactly one of top and least is given.</summary>
    public int? Top { get; init; }

    /// <summary>A total of at least this.</summary>
    public decimal? Least { get; init; }
}
