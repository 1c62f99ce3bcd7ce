using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Steps without lines between them: the score of the last step reached.</summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Steps">In order of score, strictly rising; thresholds strictly rising, or strictly falling where lower is better. A
/// value that reaches none scores <see cref="Floor"/>.</param>
internal sealed record SteppedScale(RuleSource Source, ImmutableArray<ScaleStep> Steps) : Scale(Source)
{
    /// <summary>Score of a value that reaches no step: 0 up to the first step's score. A framework has to say it; without it such a value scores 0.</summary>
    public decimal? Floor { get; init; }

    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => Steps[^1].From < Steps[0].From;

    internal override bool HasLevels => Steps[^1].Score <= Levels;

    internal override IReadOnlyList<decimal> Bounds => [.. Steps.Select(s => s.From)];

    internal override decimal FullOf(Measure measure) => Steps.Max(s => s.Score);

    internal override decimal Points(decimal value) => Reached(value) is > 0 and var reached ? Steps[reached - 1].Score : Floor ?? 0;

    internal override ScaleGoal? Next(decimal value) =>
        Reached(value) is var reached && reached < Steps.Length ? new(Steps[reached].From, Steps[reached].Score) : null;

    internal override BilingualText Why(decimal value, BilingualText shown) => Reached(value) is > 0 and var reached
        ? Reaches(Steps[reached - 1].From)
        : Threshold(Steps[0].From, "ไม่ถึงขั้นแรก คือ", "short of the first step,");

    internal override void Check(ScaleChecks checks, string pointer)
    {
        if (Steps.IsEmpty) checks.Add($"{pointer}/steps", FrameworkFindings.Empty);
        ImmutableArray<decimal> from = [.. Bounds], scores = [.. Steps.Select(s => s.Score)];
        if (!Names.IsRisingOrFalling(from) || !Names.IsRising(scores)) checks.Add($"{pointer}/steps", FrameworkFindings.NotInOrder);
        checks.Scores(scores, i => $"{pointer}/steps/{i}/score");
        checks.Reachable(from, i => $"{pointer}/steps/{i}/from");
        if (Floor is not { } floor) checks.Add(pointer, FrameworkFindings.FloorMissing);
        else if (!scores.IsEmpty) checks.InRange(floor, 0, scores[0], $"{pointer}/floor");
    }
}

/// <summary>One step of a <see cref="SteppedScale"/>.</summary>
/// <param name="From">Threshold, inclusive, in the measure's unit.</param>
/// <param name="Score">Score from here on, 0 to 10,000.</param>
internal sealed record ScaleStep(decimal From, decimal Score);
