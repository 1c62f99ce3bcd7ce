namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Whether groups, the rule of the total and what has to be reached fit the indicators.</summary>
/// <param name="framework">Whose.</param>
/// <param name="report">Where findings go.</param>
internal sealed class TotalChecks(Framework framework, PlacedFindings report)
{
    private static readonly BilingualText IndicatorWord = new("ตัวชี้วัด", "indicator");
    private static readonly BilingualText GroupWord = new("ด้าน", "group");

    public void Check()
    {
        Names.Ids(framework.Groups.Select(g => g.Id), "/groups", "/id", report);
        foreach (var (i, group) in framework.Groups.Index()) Check(group, $"/groups/{i}");
        var counting = framework.Indicators.Where(i => i.Role is null).ToList();
        if (framework.Groups.Any(g => g.Weight is not null)) EveryoneIsWeighed(counting);
        if (framework.Total is { } total)
        {
            var weights = framework.Groups.Any(g => g.Weight is not null)
                ? framework.Groups.Sum(g => g.Weight?.Value ?? 0)
                : counting.Sum(i => i.Weight.Value);
            AddsUp(weights, total.WeightsAddUpTo, "/total/weightsAddUpTo");
            NotNegative(total.MostBonus, "/total/mostBonus");
            NotNegative(total.MostPenalty, "/total/mostPenalty");
        }
        foreach (var (i, requirement) in framework.Requirements.Index()) Check(requirement, $"/requirements/{i}");
        foreach (var (i, tie) in (framework.Ranking?.TieBreaks ?? []).Index()) Part(tie.By, $"/ranking/tieBreaks/{i}/by");
        if (framework.Entry is not { } entry) return;
        if (entry.Framework == framework.Id) report.Add("/entry/framework", FrameworkFindings.OwnEntry);
        if (entry.Top is null == entry.Least is null) report.Add("/entry", FrameworkFindings.OneCut);
        if (entry.Top is { } top) Names.InRange(top, 1, 10_000, "/entry/top", report);
    }

    /// <summary>A number of the scorecard that there is.</summary>
    public void Part(ResultPart part, string pointer)
    {
        switch (part)
        {
            case IndicatorScore { Number: var number }: Known(number, $"{pointer}/number"); break;
            case IndicatorValue { Number: var number }: Known(number, $"{pointer}/number"); break;
            case GroupResult { Id: var id } when framework.Groups.All(g => g.Id != id):
                report.Unknown($"{pointer}/id", GroupWord, id, framework.Groups.Select(g => g.Id));
                break;
            default: break;
        }
    }

    private void Check(IndicatorGroup group, string pointer)
    {
        if (group.Indicators.IsEmpty) report.Add($"{pointer}/indicators", FrameworkFindings.Empty);
        foreach (var (i, number) in group.Indicators.Index())
        {
            Known(number, $"{pointer}/indicators/{i}");
            var before = framework.Groups.First(g => g.Indicators.Contains(number));
            if (!ReferenceEquals(before, group) || group.Indicators.IndexOf(number) < i)
                report.Add($"{pointer}/indicators/{i}", FrameworkFindings.Twice, number.Bilingual, before.Id);
            if (framework.Find(number) is { Role: not null })
                report.Add($"{pointer}/indicators/{i}", FrameworkFindings.GroupedExtra, number.Bilingual);
        }
        if (group.Weight is { Value: <= 0 or > 10_000 } weight) Names.InRange(weight.Value, 0.01m, 10_000, $"{pointer}/weight/value", report);
        AddsUp(group.Indicators.Sum(n => framework.Find(n)?.Weight.Value ?? 0), group.WeightsAddUpTo, $"{pointer}/weightsAddUpTo");
    }

    /// <summary>Where groups have weights, everything that counts has one to stand in.</summary>
    private void EveryoneIsWeighed(List<Indicator> counting)
    {
        foreach (var (i, group) in framework.Groups.Index())
            if (group.Weight is null) report.Add($"/groups/{i}", FrameworkFindings.GroupWeightMissing, group.Id);
        foreach (var alone in counting.Where(i => framework.Groups.All(g => !g.Indicators.Contains(i.Number))))
            report.Add("/groups", FrameworkFindings.OutsideGroups, alone.Number.Bilingual);
    }

    private void Check(Requirement requirement, string pointer)
    {
        Part(requirement.Of, $"{pointer}/of");
        if (requirement.Of is CompletionDay) report.Add($"{pointer}/of", FrameworkFindings.ForRankingOnly);
        if (requirement.Least is null == requirement.Most is null) report.Add(pointer, FrameworkFindings.OneBound);
        if (!requirement.PerCent) return;
        if (requirement.Of is IndicatorValue or PenaltyResult) report.Add($"{pointer}/perCent", FrameworkFindings.NoFullScore);
        if ((requirement.Least ?? requirement.Most) is { } bound) Names.InRange(bound, 0, 100, $"{pointer}/{(requirement.Least is null ? "most" : "least")}", report);
    }

    private void Known(IndicatorNumber number, string pointer)
    {
        if (framework.Find(number) is null) report.Unknown(pointer, IndicatorWord, number.Value, framework.Indicators.Select(i => i.Number.Value));
    }

    private void AddsUp(decimal sum, decimal? stated, string pointer)
    {
        if (stated is { } expected && expected != sum) report.Add(pointer, FrameworkFindings.WeightsDiffer, ThaiNumerals.Exact(sum), ThaiNumerals.Exact(expected));
    }

    private void NotNegative(decimal? most, string pointer)
    {
        if (most is { } value) Names.InRange(value, 0, 10_000, pointer, report);
    }
}
