using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Says what it would take to reach the next whole level.</summary>
internal static class NextLevel
{
    /// <summary>The sentence; <see langword="null"/> at the top, without a scale or without a value.</summary>
    public static BilingualText? Of(IndicatorCase of, Measurement measurement, decimal? points)
    {
        if (points is not { } score || measurement.Value is not { } value) return null;
        if (of.Indicator.Measure is LevelMeasure) return Step(of, measurement, (int)value, score);
        return Target(of.Indicator.Scale!, value, score) is { } target ? Distance(of.Indicator, measurement, value, target) : null;
    }

    /// <summary>The threshold to reach and what it gives; <c>More</c>: any value beyond it will do.</summary>
    private static (decimal Threshold, decimal Score, bool Falling, bool Beyond)? Target(Scale scale, decimal value, decimal score)
    {
        switch (scale)
        {
            case InterpolatedScale when score >= 5: return null;
            case InterpolatedScale s when score < 1: return (0, 1, s.IsFalling, true);
            case InterpolatedScale s: return (s.Thresholds[(int)score], decimal.Truncate(score) + 1, s.IsFalling, false);
            case SteppedScale s:
                var next = Scaling.Reached(s, value) + 1;
                return next < s.Steps.Length ? (s.Steps[next].From, s.Steps[next].Score, s.IsFalling, false) : null;
            default: return score < 5 ? (decimal.Truncate(score) + 1, decimal.Truncate(score) + 1, false, false) : null;
        }
    }

    private static BilingualText? Distance(Indicator indicator, Measurement measurement, decimal value, (decimal Threshold, decimal Score, bool Falling, bool Beyond) target)
    {
        var (threshold, score, falling, beyond) = target;
        var percentage = indicator.Measure as PercentageMeasure;
        var exact = percentage is null ? threshold : threshold * measurement.Denominator!.Value / 100;
        var now = percentage is null ? value : measurement.Numerator!.Value;
        var goal = beyond ? now + 1 : falling ? decimal.Floor(exact) : decimal.Ceiling(exact);
        if (goal < 0 || percentage is not null && goal > measurement.Denominator) return null;
        var (count, reached) = (ThaiNumerals.Number(decimal.Truncate(Math.Abs(goal - now)), 0), ThaiNumerals.Number(goal, 0));
        var unit = percentage?.Row ?? indicator.Measure.Unit;
        var amount = percentage is null
            ? new BilingualText($"{reached.Thai} {unit.Thai}", $"{reached.English} {unit.English}")
            : new($"ร้อยละ {ThaiNumerals.Format(beyond ? goal * 100 / measurement.Denominator!.Value : threshold, 2)}", $"{ThaiNumerals.Number(beyond ? goal * 100 / measurement.Denominator!.Value : threshold, 2).English} per cent");
        var gain = Gain(score);
        return falling
            ? new($"ลดลงอีก {count.Thai} {unit.Thai} (ไม่เกิน {amount.Thai}) จึงได้{gain.Thai}", $"{count.English} {unit.English} fewer (at most {amount.English}) for {gain.English}")
            : new($"อีก {count.Thai} {unit.Thai} ({amount.Thai}) จึงได้{gain.Thai}", $"{unit.English}: {count.English} more ({amount.English}) for {gain.English}");
    }

    /// <summary>The lowest missing step, and the level that its completion gives (steps above may be complete already).</summary>
    private static BilingualText? Step(IndicatorCase of, Measurement measurement, int level, decimal score)
    {
        if (level >= measurement.Steps.Length) return null;
        var missing = measurement.Steps[level];
        var then = level + 1;
        while (then < measurement.Steps.Length && measurement.Steps[then].Achieved) then++;
        var points = Scaling.Points(of.Indicator.Scale!, then);
        if (points <= score) return null;
        var (number, gain) = (ThaiNumerals.Number(missing.Level), of.Indicator.Scale is DirectScale ? Gain(then) : Gain(points));
        return new(
            $"อีกระดับ {number.Thai} คือ {missing.Text.Thai} ({missing.Reason.Thai}) จึงได้{gain.Thai}",
            $"step {number.English}: {missing.Text.English} ({missing.Reason.English}) for {gain.English}");
    }

    private static BilingualText Gain(decimal score)
    {
        var whole = score == decimal.Truncate(score);
        var number = whole ? ThaiNumerals.Number(score, 0) : ThaiNumerals.Number(score, 2);
        return whole ? new($"ระดับ {number.Thai}", $"level {number.English}") : new($" {number.Thai} คะแนน", $"{number.English} points");
    }
}
