using System.Globalization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>A score as a fraction of numbers that programs hold exactly, so that it is divided once.</summary>
/// <param name="Above">Formula above the line.</param>
/// <param name="Below">Formula below the line.</param>
/// <param name="Full">Formula or number of the highest score.</param>
internal sealed record ScaleFormulas(string Above, string Below, string Full)
{
    /// <summary>Range of the bounds; <see langword="null"/> where the value is the score.</summary>
    public string? Bounds { get; private init; }

    /// <summary>Formulas of a scale.</summary>
    /// <param name="work">The indicator.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="value">The value and the fraction that it is, factor included.</param>
    /// <param name="reached">Cell that says how many bounds are reached.</param>
    public static ScaleFormulas Of(IndicatorWork work, Scale scale, (string Cell, string Above, string Below) value, string reached) => scale switch
    {
        DirectScale direct => Direct(work, direct, value),
        InterpolatedScale interpolated => Interpolated(work, interpolated, value, reached),
        SteppedScale stepped => Stepped(work, stepped, reached),
        BandedScale banded => Banded(work, banded, reached),
        _ => throw new NotSupportedException($"No formula for {scale.GetType().Name}."),
    };

    /// <summary>How many bounds a value has reached.</summary>
    public string? Reached(Scale scale, string value) => Bounds is { } bounds ? $"IF(ISNUMBER({value}),SUMPRODUCT(({value}{(scale.IsFalling ? "<=" : ">=")}{bounds})*1),0)" : null;

    /// <summary>What the two come to for a value.</summary>
    /// <param name="of">The scale.</param>
    /// <param name="a">The value's own fraction, factor included: above the line.</param>
    /// <param name="b">Below it.</param>
    public static (decimal Above, decimal Below) ResultOf(Scale of, decimal a, decimal b)
    {
        var value = a / b;
        if (of is DirectScale { Full: { } full }) return (Math.Max(0, Math.Min(full * b, a)), b);
        if (of is not InterpolatedScale scale) return (of.Points(value), 1);
        var (reached, unit) = (scale.Thresholds.TakeWhile(t => scale.IsFalling ? value <= t : value >= t).Count(), Unit(scale));
        if (reached == 0 || reached == scale.Thresholds.Length || IsNothing(scale, value, reached)) return (scale.Points(value), 1);
        var (from, to) = (scale.Thresholds[reached - 1] * unit, scale.Thresholds[reached] * unit);
        var (score, next) = (ScoreAt(scale, reached - 1), ScoreAt(scale, reached));
        var (width, passed) = scale.IsFalling ? (from - to, from * b - a * unit) : (to - from, a * unit - from * b);
        return (score * width * b + passed * (next - score), width * b);
    }

    private static ScaleFormulas Direct(IndicatorWork work, DirectScale scale, (string Cell, string Above, string Below) value)
    {
        if (scale.Full is not { } full) return new($"MAX(0,{value.Cell})", "1", Text(work.Indicator.FullScore));
        var cell = work.Rules.Of(work.Indicator, "คะแนนเต็ม", RuleCells.Number(full), work.Sources.Of(scale.Source)).There;
        return new($"MAX(0,MIN({cell}*{value.Below},{value.Above}))", value.Below, cell);
    }

    private static ScaleFormulas Stepped(IndicatorWork work, SteppedScale scale, string reached)
    {
        var source = work.Sources.Of(scale.Source);
        var bounds = List(work, scale, "ขั้นที่ {0}: ตั้งแต่", scale.Steps.Select(s => s.From));
        var scores = List(work, scale, "ขั้นที่ {0}: คะแนน", scale.Steps.Select(s => s.Score));
        var floor = work.Rules.Of(work.Indicator, "คะแนนเมื่อไม่ถึงขั้นใด", RuleCells.Number(scale.Floor ?? 0), source).There;
        return new($"IF({reached}=0,{floor},INDEX({scores},{reached}))", "1", $"MAX({scores})") { Bounds = bounds };
    }

    private static ScaleFormulas Banded(IndicatorWork work, BandedScale scale, string reached)
    {
        var bounds = List(work, scale, "ช่วงที่ {0} สิ้นสุดก่อน", scale.Bounds);
        var scores = List(work, scale, "ช่วงที่ {0}: คะแนน", scale.Bands.Select(b => b.Score));
        return new($"INDEX({scores},{reached}+1)", "1", $"MAX({scores})") { Bounds = bounds };
    }

    private static ScaleFormulas Interpolated(IndicatorWork work, InterpolatedScale scale, (string Cell, string Above, string Below) value, string reached)
    {
        var (unit, last) = (Unit(scale), scale.Thresholds.Length);
        var bounds = List(work, scale, scale.Scores.IsEmpty ? "เกณฑ์ระดับ {0}" : "เกณฑ์ที่ {0}", scale.Thresholds);
        var scores = scale.Scores.IsEmpty ? null : List(work, scale, "เกณฑ์ที่ {0}: คะแนน", scale.Scores);
        var floor = scale.Floor is { } least ? work.Rules.Of(work.Indicator, "คะแนนเมื่อไม่ถึงเกณฑ์แรก", RuleCells.Number(least), work.Sources.Of(scale.Source)).There : Score("1");
        var (from, to, above) = (At(reached), At($"{reached}+1"), $"{value.Above}*{Text(unit)}");
        // Differences the way round that makes them positive: a common denominator is found for positive ones.
        var (width, passed) = scale.IsFalling ? ($"({from}-{to})", $"({from}*{value.Below}-{above})") : ($"({to}-{from})", $"({above}-{from}*{value.Below})");
        var line = $"{Score(reached)}*{width}*{value.Below}+{passed}{(scores is null ? "" : $"*({Score($"{reached}+1")}-{Score(reached)})")}";
        var nothing = scale.ZeroWhenNothing ? $"AND({value.Cell}=0,OR({reached}=0,AND({reached}=1,{value.Cell}=INDEX({bounds},1))))" : "FALSE";
        return new(
            $"IF({nothing},0,IF({reached}=0,{floor},IF({reached}={last},{Score($"{last}")},{line})))",
            $"IF(OR({nothing},{reached}=0,{reached}={last}),1,{width}*{value.Below})",
            Score($"{last}"))
        {
            Bounds = bounds,
        };

        string At(string index) => $"ROUND(INDEX({bounds},{index})*{Text(unit)},6)";
        string Score(string index) => scores is null ? index : $"INDEX({scores},{index})";
    }

    private static string List(IndicatorWork work, Scale scale, string label, IEnumerable<decimal> values)
    {
        var (first, last) = work.Rules.List(
            work.Indicator, values.Select((v, i) => (string.Format(CultureInfo.InvariantCulture, label, ThaiNumerals.Format(i + 1)), v)), work.Sources.Of(scale.Source));
        return Spot.RangeThere(first, last);
    }

    /// <summary>What makes the thresholds whole, also those with two decimals that somebody tries.</summary>
    private static decimal Unit(InterpolatedScale scale) =>
        (decimal)Math.Pow(10, Math.Max(2, scale.Thresholds.Max(t => (int)(t / 1.0000000000000000000000000000m).Scale)));

    private static decimal ScoreAt(InterpolatedScale scale, int threshold) => scale.Scores.IsEmpty ? threshold + 1 : scale.Scores[threshold];

    private static bool IsNothing(InterpolatedScale scale, decimal value, int reached) =>
        scale.ZeroWhenNothing && value == 0 && (reached == 0 || reached == 1 && value == scale.Thresholds[0]);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
