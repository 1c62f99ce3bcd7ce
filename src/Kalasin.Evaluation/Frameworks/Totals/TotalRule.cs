namespace Kalasin.Evaluation.Frameworks;

/// <summary>How scores become a total.</summary>
/// <param name="Kind">As a mean, or as points that are added up.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record TotalRule(TotalKind Kind, RuleSource Source)
{
    /// <summary>What the weights of all groups, or of all indicators that count, have to add up to. Default: anything.</summary>
    public decimal? WeightsAddUpTo { get; init; }

    /// <summary>The most that bonuses add together. Default: all they give.</summary>
    public decimal? MostBonus { get; init; }

    /// <summary>The most that penalties take together. Default: all they take; a total never falls below 0.</summary>
    public decimal? MostPenalty { get; init; }

    /// <summary>Bonuses don't lift the total above its full score. Default <see langword="false"/>.</summary>
    public bool EndsAtFull { get; init; }
}

/// <summary>See <see cref="TotalRule"/>.</summary>
internal enum TotalKind
{
    /// <summary>Σ(weight × score) ÷ Σ weight, in the scores' own range.</summary>
    Mean,

    /// <summary>Σ(weight × score ÷ full score): a weight is the points that an indicator can give.</summary>
    Points,
}

/// <summary>What an indicator does to the total instead of counting in it by its weight.</summary>
internal enum IndicatorRole
{
    /// <summary>It adds up to its weight, weight × score ÷ full score.</summary>
    Bonus,

    /// <summary>It takes up to its weight, weight × score ÷ full score.</summary>
    Penalty,
}
