using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>How a value becomes a score of 1 to 5 (0 only where a rule says so). Closed family; <c>kind</c> tells which. An indicator without a scale is measured and unscored.</summary>
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
}

/// <summary>
/// Straight lines between thresholds: x ≤ L1 gives 1, x ≥ L5 gives 5, else k + (x − Lk)/(Lk+1 − Lk). Thresholds that fall mean that lower is better.
/// </summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Thresholds">L1 to L5: exactly five, strictly rising or strictly falling, in the measure's unit.</param>
public sealed record InterpolatedScale(RuleSource Source, ImmutableArray<decimal> Thresholds) : Scale(Source)
{
    /// <summary>A value of exactly 0 scores 0 instead of 1. Default <see langword="false"/>.</summary>
    public bool ZeroWhenNothing { get; init; }

    /// <summary>Whether lower is better.</summary>
    [JsonIgnore] public bool IsFalling => Thresholds[^1] < Thresholds[0];
}

/// <summary>Steps without lines between them: the score of the last step reached.</summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Steps">In order of score, strictly rising; thresholds strictly rising, or strictly falling where lower is better. A value that reaches none scores <see cref="Floor"/>.</param>
public sealed record SteppedScale(RuleSource Source, ImmutableArray<ScaleStep> Steps) : Scale(Source)
{
    /// <summary>Score of a value that reaches no step: 0 up to the first step's score. A framework has to say it; without it such a value scores 0.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Whether lower is better.</summary>
    [JsonIgnore] public bool IsFalling => Steps[^1].From < Steps[0].From;
}

/// <summary>One step of a <see cref="SteppedScale"/>.</summary>
/// <param name="From">Threshold, inclusive, in the measure's unit.</param>
/// <param name="Score">Score from here on, 0 to 5.</param>
public sealed record ScaleStep(decimal From, decimal Score);

/// <summary>The level is the score.</summary>
/// <param name="Source">Where the scale comes from.</param>
public sealed record DirectScale(RuleSource Source) : Scale(Source);
