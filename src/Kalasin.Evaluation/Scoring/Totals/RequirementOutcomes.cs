using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>Whether an entrant reaches what it has to.</summary>
internal static class RequirementOutcomes
{
    public static ImmutableArray<RequirementOutcome> Of(Framework framework, Scorecard card) =>
        [.. framework.Requirements.Select(requirement => Of(requirement, framework, card))];

    private static RequirementOutcome Of(Requirement requirement, Framework framework, Scorecard card)
    {
        var (name, number) = (ResultParts.NameOf(requirement.Of, framework), ResultParts.Of(requirement.Of, card));
        if (number is { } points && requirement.PerCent)
            number = ResultParts.FullOf(requirement.Of, card, framework) is > 0 and var full ? points * 100 / full : null;
        if (number is not { } reached)
            return new(requirement.Text, null, new($"ยังไม่มี{name.Thai}", $"there is no {name.English} yet"), requirement.Source);
        var (isLeast, bound) = requirement.Least is { } least ? (true, least) : (false, requirement.Most!.Value);
        var met = isLeast ? reached >= bound : reached <= bound;
        var (shown, limit) = (Shown(reached, bound, isLeast), ThaiNumerals.Exact(bound));
        var (thai, english) = requirement.PerCent ? ("ร้อยละ ", " per cent") : ("", "");
        var relation = (isLeast, met) switch
        {
            (true, true) => new BilingualText("ไม่ต่ำกว่า", "at least"),
            (true, false) => new("ต่ำกว่า", "below"),
            (false, true) => new("ไม่เกิน", "at most"),
            _ => new("เกิน", "above"),
        };
        return new(
            requirement.Text, met,
            new($"{name.Thai} {thai}{shown.Thai} {relation.Thai} {limit.Thai}", $"{name.English} {shown.English}{english}, {relation.English} {limit.English}"),
            requirement.Source);
    }

    /// <summary>Two decimals, on the side of the bound that the exact number is on: 69.996 short of 70 is 69.99.</summary>
    private static BilingualText Shown(decimal number, decimal bound, bool isLeast) => ThaiNumerals.Number(ScoreDisplay.Beside(number, bound, !isLeast), 2);
}
