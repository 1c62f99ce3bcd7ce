using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>
/// How a value becomes a score: of 1 to 5, or of whatever range it says. Closed family; <c>kind</c> tells which. Pure and exact: a value on a
/// threshold gets exactly its score. An indicator without a scale is measured and unscored.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(InterpolatedScale), "interpolated")]
[JsonDerivedType(typeof(SteppedScale), "stepped")]
[JsonDerivedType(typeof(BandedScale), "banded")]
[JsonDerivedType(typeof(DirectScale), "direct")]
[JsonDerivedType(typeof(ByClassScale), "byClass")]
public abstract record Scale
{
    private protected Scale(RuleSource source) => Source = source;

    /// <summary>Levels of a scale that says no other number, and so its highest score: 5.</summary>
    internal const int Levels = 5;

    /// <summary>Where the scale comes from; when assumed, the official edition prints no score.</summary>
    public RuleSource Source { get; init; }

    /// <summary>
    /// Details that <see cref="Source"/> leaves open, each with its own source: what a value short of the first step scores, how full a score is. Default: none; the
    /// source says all.
    /// </summary>
    public ImmutableArray<RuleSource> DetailSources { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Somebody's default is part of the scale: it doesn't pose as a rule that was given.</summary>
    [JsonIgnore] public bool IsAssumed => Source.IsAssumed || DetailSources.Any(s => s.IsAssumed);

    /// <summary>Whether lower is better.</summary>
    [JsonIgnore] public abstract bool IsFalling { get; }

    /// <summary>Its whole scores are called levels; elsewhere they are points.</summary>
    internal abstract bool HasLevels { get; }

    /// <summary>The highest score it gives.</summary>
    internal abstract decimal FullOf(Measure measure);

    /// <summary>The scale of an entrant of some classes; <see langword="null"/> where its class isn't said.</summary>
    internal virtual Scale? For(ImmutableArray<EntrantClass> classes) => this;

    /// <summary>Where the scale of an entrant of some classes comes from.</summary>
    internal virtual IEnumerable<RuleSource> SourcesFor(ImmutableArray<EntrantClass> classes) => [Source, .. DetailSources];

    /// <summary>The classifications that it asks about.</summary>
    internal virtual IEnumerable<string> Classes => [];

    /// <summary>Values at which the score changes its course: what is shown of a value never crosses one.</summary>
    internal abstract IReadOnlyList<decimal> Bounds { get; }

    /// <summary>The score of a value.</summary>
    internal abstract decimal Points(decimal value);

    /// <summary>The next higher whole score, or the next step's, and the value that reaches it; <see langword="null"/> at the top.</summary>
    internal abstract ScaleGoal? Next(decimal value);

    /// <summary>How the value became its score, with the scale's numbers.</summary>
    /// <param name="value">The exact value.</param>
    /// <param name="shown">The value as documents show it, without its unit.</param>
    internal abstract BilingualText Why(decimal value, BilingualText shown);

    /// <summary>Notes what is wrong with it, or that it doesn't fit the measure.</summary>
    internal abstract void Check(ScaleChecks checks, string pointer);

    /// <summary>How many bounds a value has reached, in their order.</summary>
    private protected int Reached(decimal value)
    {
        var (bounds, falling, reached) = (Bounds, IsFalling, 0);
        while (reached < bounds.Count && (falling ? value <= bounds[reached] : value >= bounds[reached])) reached++;
        return reached;
    }

    private protected static BilingualText Reaches(decimal threshold) => Threshold(threshold, "ถึงเกณฑ์", "reaches the threshold");

    private protected static BilingualText Threshold(decimal threshold, string thai, string english, BilingualText? after = null)
    {
        var number = ThaiNumerals.Exact(threshold);
        return after is null
            ? new($"{thai} {number.Thai}", $"{english} {number.English}")
            : new($"{thai} {number.Thai} {after.Thai}", $"{english} {number.English} {after.English}");
    }
}
