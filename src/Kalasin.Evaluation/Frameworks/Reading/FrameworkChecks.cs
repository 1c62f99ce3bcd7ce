using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What the structure of a framework cannot say: references, orders and ranges.</summary>
internal static partial class FrameworkChecks
{
    private static readonly BilingualText ProvinceWord = new("จังหวัดรหัส", "province");

    private static readonly BilingualText ListWord = new("รายชื่อ", "list");
    private static readonly BilingualText NumberFact = new("ค่าเดี่ยวชนิดจำนวน", "number fact");

    public static void Check(Framework framework, PlacedFindings report)
    {
        TextChecks.Check(report);
        Names.InRange(framework.Revision, 1, 10_000, "/revision", report);
        Names.Year(framework.FiscalYear, "/fiscalYear", report);
        Names.Address(framework.FinalDeadline.Email, "/finalDeadline/email", report);
        if (framework.FinalDeadline.Formats.IsEmpty && !framework.FinalDeadline.Paper) report.Add("/finalDeadline/formats", FrameworkFindings.Empty);
        Names.Ids(framework.Lists.Select(l => l.Id), "/lists", "/id", report);
        Names.Ids(framework.UnitKinds.Select(k => k.Id.Value), "/unitKinds", "/id", report, checkShape: false);
        Names.Ids(framework.Classes.Select(c => c.Id), "/classes", "/id", report);
        foreach (var (i, sorted) in framework.Classes.Index())
        {
            Names.Ids(sorted.Options.Select(o => o.Id), $"/classes/{i}/options", "/id", report);
            if (sorted.Options.Length < 2) report.Add($"/classes/{i}/options", FrameworkFindings.TwoNeeded, ThaiNumerals.Number(sorted.Options.Length));
        }
        foreach (var (i, code) in (framework.Excluded?.Codes ?? []).Index())
            if (Province.Find(code)?.Code != code) report.Unknown($"/excluded/codes/{i}", ProvinceWord, code, []);
        if (framework.Indicators.IsEmpty) report.Add("/indicators", FrameworkFindings.Empty);
        Names.Ids(framework.Indicators.Select(i => i.Number.Value), "/indicators", "/number", report, checkShape: false);
        new TotalChecks(framework, report).Check();
        foreach (var (i, indicator) in framework.Indicators.Index())
        {
            Check(indicator, framework, $"/indicators/{i}", report);
            Listed(framework, indicator, $"/indicators/{i}", report);
            if (indicator.Period is { From: var from } && framework.FinalDeadline.Date < from)
                report.Add(
                    "/finalDeadline/date", FrameworkFindings.DeadlineBeforePeriod, ThaiDate.BilingualShort(framework.FinalDeadline.Date),
                    ThaiDate.BilingualShort(from));
        }
    }

    private static void Check(Indicator indicator, Framework framework, string pointer, PlacedFindings report)
    {
        foreach (var (language, text) in new[] { ("th", indicator.Text.Thai), ("en", indicator.Text.English) })
            foreach (var hole in Hole().Matches(text).Select(m => m.Value).Where(h => h != "{province}"))
                report.Add($"{pointer}/text/{language}", FrameworkFindings.UnknownPlaceholder, hole);
        RegisterChecks.Check(indicator.Register, $"{pointer}/register", report);
        new MeasureChecks(indicator.Register, framework.UnitKinds, $"{pointer}/measure", report).Check(indicator.Measure);
        if (indicator.Weight.Value is <= 0 or > 10_000) Names.InRange(indicator.Weight.Value, 0.01m, 10_000, $"{pointer}/weight/value", report);
        indicator.Scale?.Check(new(indicator.Measure, framework.Classes, report), $"{pointer}/scale");
        if (indicator.SelfScore is { } self && indicator.Register.Facts.All(f => f.Id != self || f.Type != ColumnType.Number))
            report.Unknown($"{pointer}/selfScore", NumberFact, self, indicator.Register.Facts.Where(f => f.Type == ColumnType.Number).Select(f => f.Id));
        if (indicator.Period is not { } period) return;
        RegisterChecks.Column(indicator.Register, period.Column, ColumnType.Date, $"{pointer}/period/column", report);
        if (period.From > period.To)
            report.Add($"{pointer}/period/from", FrameworkFindings.Reversed, ThaiDate.BilingualShort(period.From), ThaiDate.BilingualShort(period.To));
    }

    /// <summary>Lists that the framework names.</summary>
    private static void Listed(Framework framework, Indicator indicator, string pointer, PlacedFindings report)
    {
        foreach (var (i, column) in indicator.Register.Columns.Index())
            if (column.List is { } list && framework.Lists.All(l => l.Id != list))
                report.Unknown($"{pointer}/register/columns/{i}/list", ListWord, list, framework.Lists.Select(l => l.Id));
    }

    [GeneratedRegex(@"\{[^{}]*\}?", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
