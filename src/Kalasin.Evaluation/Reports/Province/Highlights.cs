using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// What of a whole report a reader with one page should know: the best results, what is missing or lowest, and in the units' own words
/// what hindered them and what they propose. Texts longer than two lines stay in their chapters.
/// </summary>
/// <param name="report">The report.</param>
/// <param name="most">Obstacles that are named.</param>
internal sealed class Highlights(ReportContent report, int most)
{
    private const int MostResults = 3, MostNamed = 3;

    // Letters of a line, and of three in half the width.
    private const int Line = 75, ThreeLines = 130;

    private readonly ImmutableArray<(Score Score, Indicator Indicator, decimal? Share)> results =
        [.. report.Card.Scores.Select(s => (s, report.Rules.Framework[s.Indicator], ShareOf(report, s)))];

    /// <summary>ผลสำเร็จที่สำคัญ: the results that come nearest to their whole, then what helped most units.</summary>
    public IEnumerable<string> Achievements()
    {
        var best = results.Where(r => r.Share > 0).OrderByDescending(r => r.Share).ToList();
        if (best.Count == 0) best = [.. results.Where(r => r.Score.Measurement.Value > 0 && report.ShowsLevel(r.Indicator))];
        foreach (var (score, indicator, _) in best.Take(MostResults)) yield return $"{indicator.ShortText.Thai}: {score.Measurement.Sentence.Thai}";
        if (Said(n => n.SuccessFactors, n => n.SuccessFactors, Line).FirstOrDefault() is { Units: > 1 } helped) yield return $"{helped.First} ({Listed.Indicators([helped.Indicator]).Thai})";
    }

    /// <summary>What is missing, and the lowest share.</summary>
    public IEnumerable<string> Gaps()
    {
        var missing = results.SelectMany(r => report.HostsOf(r.Score.Indicator).Except(report.ReturnsOn(r.Score.Indicator).Select(x => x.Unit)).Except(r.Score.Excused)).ToList();
        if (missing.Count > 0)
            yield return $"ยังไม่ได้รับรายงาน {Printed.Number(missing.Count)} รายการ จาก{Named([.. missing.Distinct()])}";
        var low = results.Where(r => r is { Share: < 1, Indicator.Measure: PercentageMeasure or RatioOfSumsMeasure } && r.Score.Measurement.Numerator < r.Score.Measurement.Denominator)
            .OrderBy(r => r.Share).FirstOrDefault();
        if (low.Score is { Measurement: { Numerator: { } met, Denominator: { } all } })
            yield return $"{low.Indicator.ShortText.Thai}: {NotMet(low.Indicator, all - met, all)}";
    }

    /// <summary>What most units name as an obstacle, and what they propose against it.</summary>
    public IEnumerable<(string Obstacle, string Proposal)> Obstacles() =>
        Said(n => n.Obstacles, n => n.Suggestions, ThreeLines).Take(most).Select(said => ($"{said.First} ({said.Whose})", said.Second));

    /// <summary>Texts of units by how many wrote both in the same words; one of each indicator.</summary>
    private IEnumerable<(string First, string Second, string Whose, int Units, IndicatorNumber Indicator)> Said(
        Func<Narrative, string> first, Func<Narrative, string> second, int longest) =>
        results.SelectMany(r => report.ReturnsOn(r.Score.Indicator).Select(x => (First: first(x.Narrative).Trim(), Second: second(x.Narrative).Trim(), x.Unit))
                .Where(t => IsTold(t.First, longest) && IsTold(t.Second, longest))
                .GroupBy(t => (t.First, t.Second))
                .Select(same => (same.Key.First, same.Key.Second, Units: same.Count(), r.Indicator, r.Share))
                .OrderByDescending(t => t.Units).Take(1))
            .OrderByDescending(t => t.Units).ThenBy(t => t.Share ?? 1)
            .Select(t => (Printed.Prose(t.First), Printed.Prose(t.Second), Whose(t.Indicator, t.Units), t.Units, t.Indicator.Number));

    private static bool IsTold(string text, int longest) =>
        text.Length > 3 && text.Length <= longest && !text.StartsWith("ไม่มี", StringComparison.Ordinal) && !text.StartsWith("ไม่พบ", StringComparison.Ordinal);

    private static string Whose(Indicator indicator, int units) =>
        $"{Listed.Indicators([indicator.Number]).Thai}{(units > 1 ? $" จาก {Printed.Number(units)} หน่วยงาน" : "")}";

    private string Named(ImmutableArray<UnitCode> units) => units.Length > MostNamed
        ? $" {Printed.Number(units.Length)} หน่วยงาน"
        : Listed.Of(units.Select(u => (BilingualText)report.Printed.UnitName(u))).Thai;

    private static string Number(decimal value) => ThaiNumerals.Format(value, value == decimal.Truncate(value) ? 0 : 2);

    /// <summary>Rows are counted in their own word; sums are no rows and no per cent, so what they are of is named.</summary>
    private static string NotMet(Indicator indicator, decimal left, decimal all) => indicator.Measure switch
    {
        RatioOfSumsMeasure { Denominator: var below } => $"ยังไม่เป็นไปตามตัวชี้วัด {Number(left)} จาก{indicator.Register.HeadingOf(below).Thai}รวม {Number(all)}",
        PercentageMeasure { Row.Thai: var row } => $"ยังไม่เป็นไปตามตัวชี้วัด {Number(left)} {row} จาก {Number(all)} {row}",
        _ => throw new NotSupportedException($"{indicator.Measure.GetType().Name} has nothing that is not met."),
    };

    /// <summary>How near a result is to its whole, 0 to 1: by its score where that may be printed, else by a percentage; unknown for a count.</summary>
    private static decimal? ShareOf(ReportContent report, Score score)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        if (report.ShowsScore(score)) return score.Points / indicator.FullScore;
        return report.ShowsLevel(indicator) && indicator.Measure.Range is (0, 100) ? score.Measurement.Value / 100 : null;
    }
}
