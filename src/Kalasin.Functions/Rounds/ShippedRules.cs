using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Functions.Rounds;

/// <summary>The frameworks and plans that the program brings along: the base below what an office published.</summary>
/// <param name="Frameworks">Newest revision of each, by id.</param>
/// <param name="PlanOf">The plan of a framework for a province by its code, shipped or standard.</param>
internal sealed record ShippedRules(ImmutableArray<Framework> Frameworks, Func<Framework, string, RoundPlan> PlanOf)
{
    public static ShippedRules OfPackage { get; } = new(BuiltInFrameworks.All, BuiltInPlans.For);

    public Framework? Find(FrameworkId id) => Frameworks.FirstOrDefault(f => f.Id == id);

    /// <summary>Province and framework of a plan that is nobody's own: <c>46-dla-2567</c>.</summary>
    public static (string Province, FrameworkId Framework)? Parts(RoundId id) =>
        id.Value is [_, _, '-', ..] text && Province.Find(text[..2])?.Code == text[..2] && FrameworkId.TryParse(text[3..], out var framework)
            ? (text[..2], framework)
            : null;
}
