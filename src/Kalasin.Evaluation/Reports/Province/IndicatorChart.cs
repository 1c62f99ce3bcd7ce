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

    private static readonly ChartScale PerCent = new(100, 20);

    /// <summary>The chart; <see langword="null"/> where fewer than two indicators have something to show.</summary>
    public static BarChart? Of(ReportContent report) => Scores(report) ?? Percentages(report);

    private static BarChart? Scores(ReportContent report)
    {
        var scores = report.Card.Scores;
        var shown = scores.Where(report.ShowsScore).ToList();
        if (shown.Count < Fewest) return null;
        var full = (int)decimal.Ceiling(shown.Max(s => report.Rules.Framework[s.Indicator].FullScore));
        return new(
            "คะแนนรายตัวชี้วัด" + (shown.Exists(s => s.IsAssumed) ? $" (มีเกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของ{report.Giver})" : ""),
            "ตัวชี้วัดที่", "คะแนน", Axis(full), 2,
            [.. scores.Select(s => new Bar(Printed.Indicator(s.Indicator), report.ShowsScore(s) ? ScoreDisplay.RoundPoints(s.Points!.Value) : null))]);
    }

    private static BarChart? Percentages(ReportContent report)
    {
        var measured = report.Card.Scores.Select(s => (Score: s, Indicator: report.Rules.Framework[s.Indicator]))
            .Where(s => s.Indicator.Measure is PercentageMeasure).ToList();
        return measured.Count(s => s.Score.Measurement.Value is not null) < Fewest ? null : new(
            "ผลการดำเนินงานของตัวชี้วัดที่วัดเป็นร้อยละ", "ตัวชี้วัดที่", "ร้อยละ", PerCent, 2,
            [.. measured.Select(s => new Bar(
                Printed.Indicator(s.Score.Indicator),
                s.Score.Measurement.Value is { } value ? ScoreDisplay.Round(value, s.Indicator.Scale) : null))]);
    }

    /// <summary>An axis up to a full score: by ones, by tens where there are many.</summary>
    private static ChartScale Axis(int full) => full <= 10 ? new(full, 1) : new((full + 9) / 10 * 10, Math.Max(1, (full + 9) / 100) * 10);
}
