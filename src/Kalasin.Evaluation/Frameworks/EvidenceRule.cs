namespace Kalasin.Evaluation.Frameworks;

/// <summary>What counts only with evidence. A return that says there is nothing to report needs none.</summary>
/// <param name="Needs">Where the evidence has to be.</param>
/// <param name="Source">Where the rule comes from.</param>
internal sealed record EvidenceRule(EvidenceNeed Needs, RuleSource Source);

/// <summary>See <see cref="EvidenceRule"/>.</summary>
internal enum EvidenceNeed
{
    /// <summary>A return counts when its list of evidence names something.</summary>
    Return,

    /// <summary>A row counts when some evidence names it; what stands in no row counts as with <see cref="Return"/>.</summary>
    Row,
}
