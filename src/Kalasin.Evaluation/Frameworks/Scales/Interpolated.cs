using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Straight lines between thresholds: x ≤ L1 gives 1, x ≥ L5 gives 5, else k + (x − Lk)/(Lk+1 − Lk). Thresholds that fall mean that lower is better.
/// </summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Thresholds">L1 to L5: exactly five, strictly rising or strictly falling, in the measure's unit.</param>
internal sealed record InterpolatedScale(RuleSource Source, ImmutableArray<decimal> Thresholds) : Scale(Source)
{
    /// <summary>A value of exactly 0 scores 0 instead of 1. Default <see langword="false"/>.</summary>
    public bool ZeroWhenNothing { get; init; }

    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => Thresholds[^1] < Thresholds[0];

    internal override IReadOnlyList<decimal> Bounds => Thresholds;

    internal override decimal Points(decimal value)
    {
        var level = Reached(value);
        if (level == 0 || level == 1 && value == Thresholds[0]) return ZeroWhenNothing && value == 0 ? 0 : 1;
        if (level == Levels) return level;
        var (from, to) = (Thresholds[level - 1], Thresholds[level]);
        return level + (value - from) / (to - from);
    }

    internal override ScaleGoal? Next(decimal value) => Points(value) switch
    {
        >= Levels => null,
        < 1 => new(0, 1, Beyond: true),
        var points => new(Thresholds[(int)points], decimal.Truncate(points) + 1),
    };

    internal override BilingualText Why(decimal value, BilingualText shown)
    {
        var (level, points) = (Reached(value), Points(value));
        if (points == 0) return new("ไม่มีผล", "nothing at all");
        if (level == 0) return Threshold(Thresholds[0], "ไม่ถึงเกณฑ์ระดับ ๑ คือ", "short of level 1,");
        if (points == level) return Reaches(Thresholds[level - 1]);
        var (from, to, k) = (ThaiNumerals.Exact(Thresholds[level - 1]), ThaiNumerals.Exact(Thresholds[level]), ThaiNumerals.Exact(level));
        return new(
            $"อยู่ระหว่าง {from.Thai} กับ {to.Thai}: {k.Thai} + ({shown.Thai} − {from.Thai}) ÷ ({to.Thai} − {from.Thai})",
            $"between {from.English} and {to.English}: {k.English} + ({shown.English} − {from.English}) ÷ ({to.English} − {from.English})");
    }

    internal override void Check(Measure measure, string pointer, PlacedFindings report)
    {
        if (Thresholds.Length != Levels) report.Add($"{pointer}/thresholds", FrameworkFindings.FiveNeeded, ThaiNumerals.Number(Thresholds.Length));
        if (!Names.IsRisingOrFalling(Thresholds)) report.Add($"{pointer}/thresholds", FrameworkFindings.NotInOrder);
        CheckBounds(Thresholds, measure, i => $"{pointer}/thresholds/{i}", report);
    }
}
