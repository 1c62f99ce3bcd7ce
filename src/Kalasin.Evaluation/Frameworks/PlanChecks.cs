using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Whether a plan fits a framework. What a plan alone can get wrong, its reader has found before.</summary>
internal static class PlanChecks
{
    /// <summary>Everything in which the plan does not fit the framework; empty when it does.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<Finding> Against(Framework framework, RoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Find(framework, plan)];
    }

    private static IEnumerable<Finding> Find(Framework framework, RoundPlan plan)
    {
        if (plan.Framework != framework.Id)
            yield return PlanFindings.OtherFramework.At(Place.At("/framework"), plan.Framework.Value, framework.Id.Value);
        if (Province.Find(plan.Province)?.Code != plan.Province)
            yield return PlanFindings.UnknownProvince.At(Place.At("/province"), plan.Province);
        if (framework.Excluded?.Codes.Contains(plan.Province) == true)
            yield return PlanFindings.ExcludedProvince.At(Place.At("/province"), plan.Province);
        if (plan.InternalDeadline.Date > framework.FinalDeadline.Date)
            yield return PlanFindings.DeadlinesOutOfOrder.At(
                Place.At("/internalDeadline/date"), ThaiDate.BilingualShort(plan.InternalDeadline.Date),
                ThaiDate.BilingualShort(framework.FinalDeadline.Date));
        foreach (var first in framework.Indicators.Select(i => i.Period?.From).OfType<DateOnly>().Where(d => plan.InternalDeadline.Date < d).Distinct())
            yield return FrameworkFindings.DeadlineBeforePeriod.At(
                Place.At("/internalDeadline/date"), ThaiDate.BilingualShort(plan.InternalDeadline.Date), ThaiDate.BilingualShort(first));
        if (plan.InternalDeadline.Email.Length == 0)
            yield return PlanFindings.NoAddress.At(Place.At("/internalDeadline/email"));
        foreach (var finding in PlanClasses.Check(framework, plan).Concat(PlanLists.Check(framework, plan))) yield return finding;
        for (var i = 0; i < plan.Hosting.Length; i++)
            if (framework.Find(plan.Hosting[i].Indicator) is null)
                yield return PlanFindings.UnknownIndicator.At(Place.At($"/hosting/{i}/indicator"), plan.Hosting[i].Indicator.Bilingual);
        foreach (var indicator in framework.Indicators)
        {
            int[] entries = [.. plan.Hosting.Index().Where(h => h.Item.Indicator == indicator.Number).Select(h => h.Index)];
            if (entries is []) yield return PlanFindings.NoHost.At(Place.At("/hosting"), indicator.Number.Bilingual);
            if (entries is [_, var second, ..]) yield return PlanFindings.HostedTwice.At(Place.At($"/hosting/{second}/indicator"), indicator.Number.Bilingual);
        }
    }
}
