using System.Collections.Immutable;

namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>Documents of rules, and what becomes of each when one thing in it is changed. Whatever a smaller document has shown, a later one doesn't show again.</summary>
internal static class AlteredRules
{
    /// <summary>Of a document that takes long to read, one alteration in so many is made.</summary>
    private const int OfALongOne = 3;

    private static readonly ImmutableArray<RulesDocument> Documents =
    [
        RulesDocument.Of("small", RulesText.ReadFramework(RulesText.Framework).Value!, RulesText.ReadPlan(RulesText.Plan).Value!),
        RulesDocument.Of("budget", BudgetRound.Rules), RulesDocument.Of("unseen", UnseenRound.Rules), RulesDocument.Of("hospital", HospitalRound.Rules),
        RulesDocument.OfSample("district-2567"), RulesDocument.OfSample("hospital-2568"), RulesDocument.OfSample("hospital-final-2568"),
        RulesDocument.Of("dla-district-2567", AwardRules.For(BuiltInFrameworks.Get("dla-district-2567"), "46")),
        RulesDocument.Of("dla-2567", AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46")), RulesDocument.OfSample("performance-2568"),
    ];

    private static readonly ImmutableArray<(string Name, Lazy<ImmutableArray<Altered>> Altered)> All = [.. Alter(isPlan: false), .. Alter(isPlan: true)];

    public static TheoryData<string> Names => [.. All.Select(a => a.Name)];

    /// <summary>What becomes of a document.</summary>
    public static ImmutableArray<Altered> Of(string name) => All.Single(a => a.Name == name).Altered.Value;

    private static IEnumerable<(string Name, Lazy<ImmutableArray<Altered>> Altered)> Alter(bool isPlan)
    {
        var donors = new Donors(Documents.Select(d => d.Json(isPlan)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in Documents)
        {
            var alterations = Spot.In(document.Json(isPlan)).SelectMany(s => Alteration.Of(s, donors)).Where(a => seen.Add(a.Key))
                .Where((_, i) => !document.IsLong || i % OfALongOne == 0).ToList();
            if (alterations.Count > 0)
                yield return ($"{document.Name} {(isPlan ? "plan" : "framework")}", new(() => [.. alterations.AsParallel().AsOrdered().Select(a => document.With(a, isPlan))]));
        }
    }
}

/// <summary>What is said of an altered document.</summary>
/// <param name="By">What was altered.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Changes">In what it differs, where it still reads.</param>
internal sealed record Altered(Alteration By, ImmutableArray<Finding> Findings, ImmutableArray<RulesChange> Changes);
