namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// What an entrant has to reach, or may not pass, to be ranked at all: ≥ 70 % of the total, no complaint found true. One who fails it stays in
/// the table without a rank, and is told why.
/// </summary>
/// <param name="Of">What is held against it.</param>
/// <param name="Text">The rule in words, as reports and rankings print it.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record Requirement(ResultPart Of, BilingualText Text, RuleSource Source)
{
    /// <summary>The least it may be, inclusive. Exactly one of least and most is given.</summary>
    public decimal? Least { get; init; }

    /// <summary>The most it may be, inclusive.</summary>
    public decimal? Most { get; init; }

    /// <summary>The bound is in per cent of the full score. Not of a value or of penalties. Default <see langword="false"/>.</summary>
    public bool PerCent { get; init; }
}
