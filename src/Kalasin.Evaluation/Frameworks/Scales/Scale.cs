using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>
/// How a value becomes a score of 1 to 5 (0 only where a rule says so). Closed family; <c>kind</c> tells which. Pure and exact: a value on a
/// threshold gets exactly its score. An indicator without a scale is measured and unscored.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(InterpolatedScale), "interpolated")]
[JsonDerivedType(typeof(SteppedScale), "stepped")]
[JsonDerivedType(typeof(DirectScale), "direct")]
public abstract record Scale
{
    private protected Scale(RuleSource source) => Source = source;

    /// <summary>Levels of every scale, and so the highest score of one that says no other: 5.</summary>
    internal const int Levels = 5;

    /// <summary>Where the scale comes from; when assumed, the official edition prints no score.</summary>
    public RuleSource Source { get; init; }

    /// <summary>Whether lower is better.</summary>
    [JsonIgnore] public abstract bool IsFalling { get; }

    /// <summary>The highest score it gives.</summary>
    internal virtual decimal Full => Levels;

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
    internal abstract void Check(Measure measure, string pointer, PlacedFindings report);

    /// <summary>How many bounds a value has reached, in their order.</summary>
    private protected int Reached(decimal value)
    {
        var (bounds, falling, reached) = (Bounds, IsFalling, 0);
        while (reached < bounds.Count && (falling ? value <= bounds[reached] : value >= bounds[reached])) reached++;
        return reached;
    }

    private protected static BilingualText Reaches(decimal threshold) => Threshold(threshold, "ถึงเกณฑ์", "reaches the threshold");

    private protected static BilingualText Threshold(decimal threshold, string thai, string english)
    {
        var number = ThaiNumerals.Exact(threshold);
        return new($"{thai} {number.Thai}", $"{english} {number.English}");
    }

    /// <summary>Bounds that stand in order and that the measure can reach.</summary>
    private protected static void CheckBounds(IReadOnlyList<decimal> bounds, Measure measure, Func<int, string> pointer, PlacedFindings report)
    {
        if (measure.Range is not var (least, most)) return;
        foreach (var (i, bound) in bounds.Index()) Names.InRange(bound, least, most, pointer(i), report);
    }
}
