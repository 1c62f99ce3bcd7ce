using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Says what it would take to reach the next score, where something that can still be done would.</summary>
internal static class NextLevel
{
    /// <summary>The sentence; <see langword="null"/> at the top, without a scale or a value, and where what is measured is over.</summary>
    public static BilingualText? Of(IndicatorCase of, Measurement measurement, decimal? points)
    {
        if (points is null || measurement.Value is null || of.Indicator.Scale is not { } scale) return null;
        return of.Indicator.Closed is { On: var last } && last < of.EvaluationDate
            ? null
            : Measuring.Of(of.Indicator.Measure).NextLevel(of, measurement, scale);
    }

    /// <summary>Whether days are still to come on which something that counts can happen.</summary>
    public static bool IsOpen(IndicatorCase of) => of.Indicator.Period is not { To: var last } || last >= of.EvaluationDate;

    /// <summary>So many more for a score, which is reached at an amount.</summary>
    public static BilingualText More(BilingualText count, BilingualText unit, BilingualText amount, Scale scale, decimal score) => Gain(scale, score) is var gain
        ? new($"อีก {Measure.Amount(count, unit).Thai} ({amount.Thai}) จึงได้{gain.Thai}", $"{unit.English}: {count.English} more ({amount.English}) for {gain.English}")
        : amount;

    /// <summary>So much more of what is summed, for a score that a percentage reaches.</summary>
    public static BilingualText MoreOf(BilingualText name, decimal more, decimal goal, Scale scale, decimal score)
    {
        var (amount, at, gain) = (
            ThaiNumerals.Number(decimal.Round(more, 2, MidpointRounding.ToPositiveInfinity), 2), ThaiNumerals.Number(goal, 2), Gain(scale, score));
        return new($"{name.Thai}เพิ่มอีก {amount.Thai} (ร้อยละ {at.Thai}) จึงได้{gain.Thai}",
            $"{name.English}: {amount.English} more ({at.English} per cent) for {gain.English}");
    }

    /// <summary>So many fewer for a score, which is reached at an amount.</summary>
    public static BilingualText Fewer(BilingualText count, BilingualText unit, BilingualText amount, Scale scale, decimal score) => Gain(scale, score) is var gain
        ? new($"ลดลงอีก {Measure.Amount(count, unit).Thai} (ไม่เกิน {amount.Thai}) จึงได้{gain.Thai}",
            $"{unit.English}: {count.English} fewer (at most {amount.English}) for {gain.English}")
        : amount;

    /// <summary>ระดับ ๔, or points where the score is no whole level.</summary>
    public static BilingualText Gain(Scale scale, decimal score)
    {
        var whole = score == decimal.Truncate(score);
        var number = ThaiNumerals.Number(score, whole ? 0 : 2);
        return whole && scale.HasLevels ? new($"ระดับ {number.Thai}", $"level {number.English}") : new($" {number.Thai} คะแนน", $"{Counted.Of(number):point|points}");
    }
}

/// <summary>Rows that work done from the evaluation date on can change to the better; what is dated or past its day stays as it is.</summary>
/// <param name="Counted">Those that count already and would only change sides.</param>
/// <param name="Open">Those that are in neither number yet and would enlarge both.</param>
internal readonly record struct Prospects(int Counted, int Open);
