using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Writes how a value became points, with the scale's numbers.</summary>
internal static class ScaleSentence
{
    public static BilingualText Of(Indicator indicator, Scale scale, decimal value, decimal points)
    {
        var (shown, score) = (ScoreDisplay.Value(indicator, value), ScoreDisplay.Points(points));
        var reason = scale switch
        {
            InterpolatedScale s => Interpolated(indicator, s, value, points),
            SteppedScale s => Stepped(s, value),
            _ => new("ระดับที่ได้เป็นคะแนน", "the level is the score"),
        };
        return new($"{shown.Thai} {reason.Thai} ได้ {score.Thai} คะแนน", $"{shown.English}: {reason.English}, score {score.English}");
    }

    private static BilingualText Interpolated(Indicator indicator, InterpolatedScale scale, decimal value, decimal points)
    {
        if (points == 0) return new("ไม่มีผล", "nothing at all");
        var level = Scaling.Reached(scale, value);
        if (level == 0) return Threshold(scale.Thresholds[0], "ไม่ถึงเกณฑ์ระดับ ๑ คือ", "short of level 1,");
        var from = PredicateReasons.Exact(scale.Thresholds[level - 1]);
        if (points == level) return Threshold(scale.Thresholds[level - 1], "ถึงเกณฑ์", "reaches the threshold");
        var (to, number, k) = (PredicateReasons.Exact(scale.Thresholds[level]), ScoreDisplay.Number(indicator, value), PredicateReasons.Exact(level));
        return new(
            $"อยู่ระหว่าง {from.Thai} กับ {to.Thai}: {k.Thai} + ({number.Thai} − {from.Thai}) ÷ ({to.Thai} − {from.Thai})",
            $"between {from.English} and {to.English}: {k.English} + ({number.English} − {from.English}) ÷ ({to.English} − {from.English})");
    }

    private static BilingualText Stepped(SteppedScale scale, decimal value)
    {
        var reached = Scaling.Reached(scale, value);
        return reached < 0
            ? Threshold(scale.Steps[0].From, "ไม่ถึงขั้นแรก คือ", "short of the first step,")
            : Threshold(scale.Steps[reached].From, "ถึงเกณฑ์", "reaches the threshold");
    }

    private static BilingualText Threshold(decimal threshold, string thai, string english)
    {
        var number = PredicateReasons.Exact(threshold);
        return new($"{thai} {number.Thai}", $"{english} {number.English}");
    }
}
