using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Straight lines between thresholds: x ≤ the first gives the first score, x ≥ the last gives the last one, and between two of them the score
/// rises evenly. Thresholds that fall mean that lower is better.
/// </summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Thresholds">At least two, strictly rising or strictly falling, in the measure's unit. Five of them score 1 to 5 where <see cref="Scores"/> says no other.</param>
internal sealed record InterpolatedScale(RuleSource Source, ImmutableArray<decimal> Thresholds) : Scale(Source)
{
    /// <summary>The score at each threshold, strictly rising. Default: 1 to 5, for five thresholds.</summary>
    public ImmutableArray<decimal> Scores { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Score of a value short of the first threshold: 0 up to the first score. Default: the first score.</summary>
    public decimal? Floor { get; init; }

    /// <summary>A value of exactly 0 scores 0, whatever the thresholds say. Default <see langword="false"/>.</summary>
    public bool ZeroWhenNothing { get; init; }

    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => Thresholds[^1] < Thresholds[0];

    internal override bool HasLevels => Scores.IsEmpty;

    internal override IReadOnlyList<decimal> Bounds => Thresholds;

    internal override decimal FullOf(Measure measure) => ScoreAt(Thresholds.Length - 1);

    internal override decimal Points(decimal value)
    {
        var reached = Reached(value);
        if (IsNothing(value, reached)) return 0;
        if (reached == 0) return Floor ?? ScoreAt(0);
        var score = ScoreAt(reached - 1);
        if (reached == Thresholds.Length) return score;
        var (from, to) = (Thresholds[reached - 1], Thresholds[reached]);
        return score + (value - from) * (ScoreAt(reached) - score) / (to - from);
    }

    internal override ScaleGoal? Next(decimal value)
    {
        var (reached, points) = (Reached(value), Points(value));
        if (IsNothing(value, reached)) return new(0, ScoreAt(0), Beyond: true);
        for (var k = reached; k < Thresholds.Length; k++)
            if (ScoreAt(k) > points) return new(Thresholds[k], ScoreAt(k));
        return null;
    }

    internal override BilingualText Why(decimal value, BilingualText shown)
    {
        var reached = Reached(value);
        if (IsNothing(value, reached)) return new("ไม่มีผล", "nothing at all");
        if (reached == 0)
            return HasLevels ? Threshold(Thresholds[0], "ไม่ถึงเกณฑ์ระดับ ๑ คือ", "short of level 1,") : Threshold(Thresholds[0], "ไม่ถึงเกณฑ์แรก คือ", "short of the first threshold,");
        var score = ScoreAt(reached - 1);
        if (Points(value) == score) return Reaches(Thresholds[reached - 1]);
        var (from, to, k) = (ThaiNumerals.Exact(Thresholds[reached - 1]), ThaiNumerals.Exact(Thresholds[reached]), ThaiNumerals.Exact(score));
        var rise = ScoreAt(reached) - score;
        var times = rise == 1 ? BilingualText.Empty : ThaiNumerals.Exact(rise) is var r ? new($" × {r.Thai}", $" × {r.English}") : BilingualText.Empty;
        return new(
            $"อยู่ระหว่าง {from.Thai} กับ {to.Thai}: {k.Thai} + ({shown.Thai} − {from.Thai}) ÷ ({to.Thai} − {from.Thai}){times.Thai}",
            $"between {from.English} and {to.English}: {k.English} + ({shown.English} − {from.English}) ÷ ({to.English} − {from.English}){times.English}");
    }

    internal override void Check(ScaleChecks checks, string pointer)
    {
        if (Thresholds.Length < 2) checks.Add($"{pointer}/thresholds", FrameworkFindings.TwoNeeded, ThaiNumerals.Number(Thresholds.Length));
        else if (Scores.IsEmpty ? Thresholds.Length != Levels : Thresholds.Length != Scores.Length)
            checks.Add($"{pointer}/{(Scores.IsEmpty ? "thresholds" : "scores")}", FrameworkFindings.ScoresNeeded, ThaiNumerals.Number(Thresholds.Length));
        if (!Names.IsRisingOrFalling(Thresholds)) checks.Add($"{pointer}/thresholds", FrameworkFindings.NotInOrder);
        if (!Names.IsRising(Scores)) checks.Add($"{pointer}/scores", FrameworkFindings.NotInOrder);
        checks.Scores(Scores, i => $"{pointer}/scores/{i}");
        checks.Reachable(Thresholds, i => $"{pointer}/thresholds/{i}");
        if (Floor is { } floor) checks.InRange(floor, 0, Scores.IsEmpty ? 1 : Scores[0], $"{pointer}/floor");
    }

    private decimal ScoreAt(int threshold) => Scores.IsEmpty ? threshold + 1 : Scores[threshold];

    private bool IsNothing(decimal value, int reached) =>
        ZeroWhenNothing && value == 0 && (reached == 0 || reached == 1 && value == Thresholds[0]);
}
