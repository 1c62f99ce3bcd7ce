using System.Collections.Immutable;

namespace Kalasin.Evaluation.Reports;

/// <summary>A move of a round to a later revision of its framework or plan.</summary>
/// <param name="IsFramework">Of the framework; otherwise of the plan.</param>
/// <param name="Before">Revision before.</param>
/// <param name="After">Revision since.</param>
/// <param name="Changes">In what the two differ.</param>
internal sealed record RulesMove(bool IsFramework, int Before, int After, ImmutableArray<RulesChange> Changes)
{
    /// <summary>Moves that are told: the last ones.</summary>
    private const int Most = 10;

    /// <summary>The moves of a round, oldest first.</summary>
    /// <param name="revisions">The rules that it was under, oldest first.</param>
    public static ImmutableArray<RulesMove> Of(ImmutableArray<AwardRules> revisions) =>
        [.. revisions.Zip(revisions.Skip(1)).TakeLast(Most).SelectMany(m => Between(m.First, m.Second))];

    private static IEnumerable<RulesMove> Between(AwardRules before, AwardRules after)
    {
        if (before.Framework.Revision != after.Framework.Revision)
            yield return new(true, before.Framework.Revision, after.Framework.Revision, RulesDifference.Between(before.Framework, after.Framework));
        if (before.Plan.Revision != after.Plan.Revision) yield return new(false, before.Plan.Revision, after.Plan.Revision, RulesDifference.Between(before.Plan, after.Plan));
    }
}
