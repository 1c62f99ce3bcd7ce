using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>A framework revision and a plan that fit together: everything that returns are read, scored and reported by. Immutable and thread-safe.</summary>
public sealed class AwardRules
{
    private readonly ImmutableDictionary<IndicatorNumber, Hosting> hosting;
    private readonly ImmutableDictionary<DateOnly, Lazy<AuthorityRegister>> registers;
    private readonly Lazy<ContentHash> reportBasis;

    private AwardRules(Framework framework, RoundPlan plan)
    {
        (Framework, Plan) = (FilledLists.Of(framework, plan), plan);
        Province = Province.Find(plan.Province) ?? throw new InvalidOperationException($"No province {plan.Province}.");
        reportBasis = new(() => ReportBasisOf(framework, plan));
        hosting = plan.Hosting.ToImmutableDictionary(h => h.Indicator);
        registers = framework.Indicators.Select(i => i.Measure.Over?.On).OfType<DateOnly>().Append(plan.AuthoritiesOn).Distinct()
            .ToImmutableDictionary(day => day, day => new Lazy<AuthorityRegister>(() => AuthorityRegister.Of(Province, day)));
    }

    /// <summary>The department's rules.</summary>
    public Framework Framework { get; }

    /// <summary>The province's plan.</summary>
    public RoundPlan Plan { get; }

    /// <summary>The province.</summary>
    public Province Province { get; }

    /// <summary>
    /// Fingerprint of all that a report depends on. Whom mails go to and when, and who signs, is no part of it, so that entering them leaves a report, and the
    /// head's approval of it, as they are.
    /// </summary>
    internal ContentHash ReportBasis => reportBasis.Value;

    /// <summary>That the letter leaves the province out, for whoever reports or reads; <see langword="null"/> where it doesn't.</summary>
    internal BilingualText? StandsApart => Framework.Excluded?.Codes.Contains(Plan.Province) != true ? null : new(
        $"{Province.FullName}เป็นจังหวัดที่หนังสือของ{Framework.Giver.Thai} ยกเว้นไว้ รายงานและคิดคะแนนตามปกติ แต่แสดงแยกจากการจัดอันดับ",
        $"The letter of {Framework.Giver.English} leaves {Province.BilingualName.English} out: it reports and is scored as others are, and stands apart in the ranking.");

    /// <summary>Returns that are expected when every host reports, in the order of indicators and units. What judges score nobody reports.</summary>
    public IEnumerable<(IndicatorNumber Indicator, UnitCode Unit)> Expected => Hosted(isJudged: false);

    /// <summary>What judges score of whom, in the same order.</summary>
    internal IEnumerable<(IndicatorNumber Indicator, UnitCode Unit)> Judged => Hosted(isJudged: true);

    private IEnumerable<(IndicatorNumber Indicator, UnitCode Unit)> Hosted(bool isJudged) =>
        from indicator in Framework.Indicators
        where indicator.IsJudged == isJudged
        from unit in Plan.Units
        where hosting[indicator.Number].Hosts.Contains(unit.Code)
        select (indicator.Number, unit.Code);

    /// <summary>The local authorities of the province on a day; for a day that the rules name, always the same object.</summary>
    public AuthorityRegister AuthoritiesOn(DateOnly day) => registers.TryGetValue(day, out var register) ? register.Value : AuthorityRegister.Of(Province, day);

    /// <summary>The local authorities of the province on the plan's day.</summary>
    public AuthorityRegister Authorities => AuthoritiesOn(Plan.AuthoritiesOn);

    /// <summary>Who reports on an indicator.</summary>
    /// <exception cref="KeyNotFoundException">The framework has no such indicator.</exception>
    public Hosting HostingOf(IndicatorNumber indicator) => hosting[indicator];

    /// <summary>Whether a unit reports on an indicator; on one that the framework doesn't have nobody does.</summary>
    internal bool Hosts(UnitCode unit, IndicatorNumber indicator) => Framework.Find(indicator) is not null && hosting[indicator].Hosts.Contains(unit);

    /// <summary>Indicators that a unit hosts or is scored on, in order: those it reports on, and those that judges score.</summary>
    public IEnumerable<Indicator> IndicatorsOf(UnitCode unit) => Framework.Indicators.Where(i => hosting[i.Number].Hosts.Contains(unit));

    /// <summary>Indicators that a unit is asked to report on, in order; none where judges score all that it hosts, or it hosts nothing.</summary>
    public IEnumerable<Indicator> AskedOf(UnitCode unit) => IndicatorsOf(unit).Where(i => !i.IsJudged);

    /// <summary>Wording of an indicator with the province's name in its place.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="choices">What people chose, by id of the plan's <see cref="OpenChoice"/>; one that is about this indicator
    /// replaces its Thai wording. Default: nothing chosen.</param>
    public BilingualText TextOf(Indicator indicator, IReadOnlyDictionary<string, string>? choices = null)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var open = Plan.OpenChoices.FirstOrDefault(c => c.Indicator == indicator.Number);
        var thai = open is null ? indicator.Text.Thai : choices?.GetValueOrDefault(open.Id) ?? open.Until;
        return new(
            thai.Replace("{province}", Province.Name, StringComparison.Ordinal),
            indicator.Text.English.Replace("{province}", Province.EnglishName, StringComparison.Ordinal));
    }

    /// <summary>Both together.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>The rules, or findings where the plan does not fit the framework.</returns>
    public static RulesResult<AwardRules> Of(Framework framework, RoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(plan);
        return RulesResult<AwardRules>.Of(PlanChecks.Against(framework, plan), () => new(framework, plan));
    }

    /// <summary>The rules that a round was opened under: they fitted then, and a later version that checks more must still open it.</summary>
    internal static AwardRules AsRecorded(Framework framework, RoundPlan plan) => new(framework, plan);

    private static ContentHash ReportBasisOf(Framework framework, RoundPlan plan) => RulesWriter.HashOf(framework with
    {
        Revision = 1,
        FinalDeadline = framework.FinalDeadline with { Email = "" },
    }).Then(CanonicalJson.Of(plan with
    {
        Revision = 1,
        Reminders = [],
        OfficeAddress = null,
        Telephone = null,
        InternalDeadline = plan.InternalDeadline with { Email = "" },
        Units = [.. plan.Units.Select(u => u with { Email = null })],
        Signatories = [.. plan.Signatories.Select(s => s with { Name = null, Deputy = null })],
    }));

    /// <summary>A built-in framework with the plan that ships for a province (Kalasin, 46), or a standard plan marked as assumed.</summary>
    /// <param name="framework">A framework.</param>
    /// <param name="province">Two-digit province code.</param>
    /// <exception cref="ArgumentException">There is no such province.</exception>
    public static AwardRules For(Framework framework, string province)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(province);
        return Of(framework, BuiltInPlans.For(framework, province)).Value
            ?? throw new ArgumentException($"The plan of province {province} does not fit {framework.Id}.", nameof(province));
    }
}
