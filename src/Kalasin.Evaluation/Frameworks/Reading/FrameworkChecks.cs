using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What the structure of a framework cannot say: references, orders and ranges.</summary>
internal static partial class FrameworkChecks
{
    private static readonly BilingualText ProvinceWord = new("จังหวัดรหัส", "province");

    public static void Check(Framework framework, Report report)
    {
        Names.InRange(framework.Revision, 1, 10_000, "/revision", report);
        Names.InRange(framework.FiscalYear, 2400, 2800, "/fiscalYear", report);
        Names.Address(framework.FinalDeadline.Email, "/finalDeadline/email", report);
        if (framework.FinalDeadline.Formats.IsEmpty && !framework.FinalDeadline.Paper) report.Add("/finalDeadline/formats", FrameworkFindings.Empty);
        foreach (var (i, code) in (framework.Excluded?.Codes ?? []).Index())
            if (Province.Find(code)?.Code != code) report.Unknown($"/excluded/codes/{i}", ProvinceWord, code, []);
        if (framework.Indicators.IsEmpty) report.Add("/indicators", FrameworkFindings.Empty);
        Names.Ids(framework.Indicators.Select(i => i.Number.Value), "/indicators", "/number", report, checkShape: false);
        foreach (var (i, indicator) in framework.Indicators.Index())
        {
            Check(indicator, $"/indicators/{i}", report);
            if (indicator.Period is { From: var from } && framework.FinalDeadline.Date < from)
                report.Add("/finalDeadline/date", FrameworkFindings.DeadlineBeforePeriod, Figures.Of(framework.FinalDeadline.Date), Figures.Of(from));
        }
    }

    private static void Check(Indicator indicator, string pointer, Report report)
    {
        foreach (var (language, text) in new[] { ("th", indicator.Text.Thai), ("en", indicator.Text.English) })
            foreach (var hole in Hole().Matches(text).Select(m => m.Value).Where(h => h != "{province}"))
                report.Add($"{pointer}/text/{language}", FrameworkFindings.UnknownPlaceholder, hole);
        RegisterChecks.Check(indicator.Register, $"{pointer}/register", report);
        MeasureChecks.Check(indicator.Measure, indicator.Register, $"{pointer}/measure", report);
        if (indicator.Weight.Value is <= 0 or > 10_000) Names.InRange(indicator.Weight.Value, 0.01m, 10_000, $"{pointer}/weight/value", report);
        if (indicator.Scale is { } scale) Check(scale, indicator.Measure, $"{pointer}/scale", report);
        if (indicator.Period is not { } period) return;
        RegisterChecks.Column(indicator.Register, period.Column, ColumnType.Date, $"{pointer}/period/column", report);
        if (period.From > period.To) report.Add($"{pointer}/period/from", FrameworkFindings.Reversed, Figures.Of(period.From), Figures.Of(period.To));
    }

    private static void Check(Scale scale, Measure measure, string pointer, Report report)
    {
        switch (scale)
        {
            case DirectScale when measure is not LevelMeasure: report.Add(pointer, FrameworkFindings.ScaleUnfit); break;
            case InterpolatedScale { Thresholds: var thresholds }:
                if (thresholds.Length != Scale.Levels) report.Add($"{pointer}/thresholds", FrameworkFindings.FiveNeeded, Figures.Of(thresholds.Length));
                if (!Names.IsRisingOrFalling(thresholds)) report.Add($"{pointer}/thresholds", FrameworkFindings.NotInOrder);
                Attainable(thresholds, measure, i => $"{pointer}/thresholds/{i}", report);
                break;
            case SteppedScale { Steps: var steps } stepped:
                if (steps.IsEmpty) report.Add($"{pointer}/steps", FrameworkFindings.Empty);
                ImmutableArray<decimal> from = [.. steps.Select(s => s.From)], scores = [.. steps.Select(s => s.Score)];
                if (!Names.IsRisingOrFalling(from) || !Names.IsRising(scores)) report.Add($"{pointer}/steps", FrameworkFindings.NotInOrder);
                foreach (var (i, score) in scores.Index()) Names.InRange(score, 0, Scale.Levels, $"{pointer}/steps/{i}/score", report);
                Attainable(from, measure, i => $"{pointer}/steps/{i}/from", report);
                if (stepped.Floor is not { } floor) report.Add(pointer, FrameworkFindings.FloorMissing);
                else if (scores.Length > 0) Names.InRange(floor, 0, scores[0], $"{pointer}/floor", report);
                break;
        }
    }

    /// <summary>No share is below nothing or above all.</summary>
    private static void Attainable(ImmutableArray<decimal> thresholds, Measure measure, Func<int, string> pointer, Report report)
    {
        if (measure is not PercentageMeasure) return;
        foreach (var (i, threshold) in thresholds.Index()) Names.InRange(threshold, 0, 100, pointer(i), report);
    }

    [GeneratedRegex(@"\{[^{}]*\}?", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
