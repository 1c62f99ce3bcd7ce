using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// The whole on one picture: the score of each indicator where scores may be printed, else the values of those that are measured in
/// per cent. Indicators that have none stand on it without a bar.
/// </summary>
internal static class IndicatorChart
{
    // One bar is no comparison.
    private const int Fewest = 2;

    // And a hundred are none either.
    private const int Most = 40;

    private static readonly ChartScale PerCent = new(100, 20);

    /// <summary>The chart; <see langword="null"/> where fewer than two indicators have something to show.</summary>
    public static BarChart? Of(ReportContent report) => Scores(report.Rules, report.Card, report.ShowsScore) ?? Percentages(report);

    /// <summary>The scores of a card; <see langword="null"/> where fewer than two are shown.</summary>
    /// <param name="rules">The rules it was scored by.</param>
    /// <param name="card">The card.</param>
    /// <param name="shows">Which scores may be shown; those have points.</param>
    /// <param name="language">Of its words.</param>
    public static BarChart? Scores(AwardRules rules, Scorecard card, Func<Score, bool> shows, Language language = Language.Thai)
    {
        var shown = card.Scores.Where(shows).ToList();
        if (shown.Count < Fewest || card.Scores.Length > Most) return null;
        var full = (int)decimal.Ceiling(shown.Max(s => rules.Framework[s.Indicator].FullScore));
        var assumed = shown.Exists(s => s.IsAssumed)
            ? new BilingualText($" (มีเกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของ{rules.Framework.Giver.Thai})", $" (some rules are assumed, not those of {rules.Framework.Giver.English})") : BilingualText.Empty;
        return new(
            new BilingualText($"คะแนนรายตัวชี้วัด{assumed.Thai}", $"Score of each indicator{assumed.English}").In(language),
            new BilingualText("ตัวชี้วัดที่", "indicator").In(language), new BilingualText("คะแนน", "score").In(language), Axis(full), 2,
            [.. card.Scores.Select(s => new Bar(s.Indicator.Bilingual.In(language), shows(s) ? ScoreDisplay.RoundPoints(s.Points!.Value) : null))]) { Language = language };
    }

    private static BarChart? Percentages(ReportContent report)
    {
        var measured = report.Card.Scores.Select(s => (Score: s, Indicator: report.Rules.Framework[s.Indicator]))
            .Where(s => s.Indicator.Measure is PercentageMeasure).ToList();
        return measured.Count(s => s.Score.Measurement.Value is not null) < Fewest || measured.Count > Most ? null : new(
            "ผลการดำเนินงานของตัวชี้วัดที่วัดเป็นร้อยละ", "ตัวชี้วัดที่", "ร้อยละ", PerCent, 2,
            [.. measured.Select(s => new Bar(
                Printed.Indicator(s.Score.Indicator),
                s.Score.Measurement.Value is { } value ? ScoreDisplay.Round(value, s.Indicator.Scale) : null))]);
    }

    /// <summary>An axis up to a full score: by ones where there are few. Rules of which no step scores anything have one all the same.</summary>
    private static ChartScale Axis(int full) => full <= 10 ? new(Math.Max(1, full), 1) : ChartScale.For(full);
}
