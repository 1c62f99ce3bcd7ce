namespace Kalasin.Evaluation;

/// <summary>The subtotal of a group of indicators.</summary>
/// <param name="Id">The group's name in rules.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Points">Exact; <see langword="null"/> while none of its indicators is scored.</param>
/// <param name="FullScore">What full scores on the scored ones would give.</param>
/// <param name="Weight">Its own weight in the total; 0 where its indicators' weights count as they are.</param>
public sealed record GroupScore(string Id, BilingualText Name, decimal? Points, decimal FullScore, decimal Weight);

/// <summary>Whether an entrant reaches what it has to in order to be ranked.</summary>
/// <param name="Text">The rule in words.</param>
/// <param name="IsMet">Whether it does; <see langword="null"/> while what is asked about has no number.</param>
/// <param name="Reason">The number beside its bound.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record RequirementOutcome(BilingualText Text, bool? IsMet, BilingualText Reason, RuleSource Source);
