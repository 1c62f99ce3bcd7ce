using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Turns values into points. Pure and exact: a value on a threshold gets exactly its level.</summary>
internal static class Scaling
{
    public static decimal Points(Scale scale, decimal value) => scale switch
    {
        InterpolatedScale s => Interpolated(s, value),
        SteppedScale s => Stepped(s, value),
        DirectScale => Math.Clamp(value, 0, 5),
        _ => throw new NotSupportedException($"No points of {scale.GetType().Name}."),
    };

    /// <summary>How many thresholds of an interpolated scale a value has reached: 0 to 5.</summary>
    public static int Reached(InterpolatedScale scale, decimal value)
    {
        var reached = 0;
        while (reached < scale.Thresholds.Length && IsReached(value, scale.Thresholds[reached], scale.IsFalling)) reached++;
        return reached;
    }

    /// <summary>The last step of a stepped scale that a value has reached; -1 when it reaches none.</summary>
    public static int Reached(SteppedScale scale, decimal value)
    {
        var reached = -1;
        while (reached + 1 < scale.Steps.Length && IsReached(value, scale.Steps[reached + 1].From, scale.IsFalling)) reached++;
        return reached;
    }

    public static bool IsReached(decimal value, decimal threshold, bool falling) => falling ? value <= threshold : value >= threshold;

    private static decimal Interpolated(InterpolatedScale scale, decimal value)
    {
        var level = Reached(scale, value);
        if (level == 0 || level == 1 && value == scale.Thresholds[0]) return scale.ZeroWhenNothing && value == 0 ? 0 : 1;
        if (level == scale.Thresholds.Length) return level;
        var (from, to) = (scale.Thresholds[level - 1], scale.Thresholds[level]);
        return level + (value - from) / (to - from);
    }

    private static decimal Stepped(SteppedScale scale, decimal value)
    {
        var reached = Reached(scale, value);
        return reached >= 0 ? scale.Steps[reached].Score : scale.Floor ?? 0;
    }
}
