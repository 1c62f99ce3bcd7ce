using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Another scale for each class of entrants: large and small hospitals by thresholds of their own. All end at the same full score and rise or
/// fall alike. An entrant whose class the plan doesn't say is unscored.
/// </summary>
/// <param name="Source">Where the distinction comes from.</param>
/// <param name="Class">A <see cref="Classification"/> of the framework.</param>
/// <param name="Scales">One for each of its options.</param>
internal sealed record ByClassScale(RuleSource Source, string Class, ImmutableArray<ClassScale> Scales) : Scale(Source)
{
    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => Scales[0].Scale.IsFalling;

    internal override bool HasLevels => Scales.All(s => s.Scale.HasLevels);

    internal override IReadOnlyList<decimal> Bounds => [.. Scales.SelectMany(s => s.Scale.Bounds).Distinct().Order()];

    internal override decimal FullOf(Measure measure) => Scales[0].Scale.FullOf(measure);

    internal override Scale? For(ImmutableArray<EntrantClass> classes) => Of(classes)?.For(classes);

    internal override IEnumerable<RuleSource> SourcesFor(ImmutableArray<EntrantClass> classes) => [Source, .. DetailSources, .. Of(classes)?.SourcesFor(classes) ?? []];

    internal override IEnumerable<string> Classes => Scales.SelectMany(s => s.Scale.Classes).Prepend(Class).Distinct();

    internal override decimal Points(decimal value) => throw Unresolved();

    internal override ScaleGoal? Next(decimal value) => throw Unresolved();

    internal override BilingualText Why(decimal value, BilingualText shown) => throw Unresolved();

    internal override void Check(ScaleChecks checks, string pointer)
    {
        checks.Class(Class, Scales.Select(s => s.Is), pointer);
        foreach (var (i, each) in Scales.Index()) each.Scale.Check(checks, $"{pointer}/scales/{i}/scale");
        // What is wrong with one of them may not even have a direction.
        if (!checks.IsClean || Scales.IsEmpty) return;
        foreach (var (i, each) in Scales.Index())
            if (each.Scale.IsFalling != IsFalling || each.Scale.FullOf(checks.Measure) != FullOf(checks.Measure))
                checks.Add($"{pointer}/scales/{i}/scale", FrameworkFindings.ClassesDiffer);
    }

    private Scale? Of(ImmutableArray<EntrantClass> classes) =>
        classes.FirstOrDefault(c => c.Class == Class) is { Is: var option } ? Scales.FirstOrDefault(s => s.Is == option)?.Scale : null;

    private static InvalidOperationException Unresolved() => new("A scale by class scores nobody before it is asked for an entrant's.");
}

/// <summary>The scale of one class.</summary>
/// <param name="Is">Option of the classification.</param>
/// <param name="Scale">Its scale.</param>
internal sealed record ClassScale(string Is, Scale Scale);
