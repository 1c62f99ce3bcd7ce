using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Settle whose answer counts where joint hosts report different values; nobody does so who is a party to it. A newer version of either
/// reopens it.
/// </summary>
/// <param name="Indicator">On what; its hosts have to agree (<see cref="MergeKind.Agree"/>), and don't.</param>
/// <param name="Unit">Whose answer counts.</param>
/// <param name="Reason">Why.</param>
internal sealed record SettleDisagreement(IndicatorNumber Indicator, UnitCode Unit, string Reason) : RoundDecision
{
    internal override IndicatorNumber? Compares => Indicator;

    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        var answers = asked.State.AnswersOn(Indicator);
        if (!answers.Any(a => a.Unit == Unit))
            return Refuse.For(DecisionFindings.NothingReported.At(Place.At("/unit"), new Telling(asked.Rules).ReturnOf(Unit, Indicator)));
        if (asked.State.DisagreementOn(Indicator) is { } settled && settled.Counts == Unit) return Already.By(settled.By.Number);
        if (!answers.SequenceEqual(Observed.Disagreeing)) return Refuse.For(DecisionFindings.NotDisagreeing.At(Place.At("/indicator"), Indicator.Bilingual));
        return answers.Select(a => asked.OwnMatter(a.Unit, "/unit")).FirstOrDefault(own => own is not null) is { } own
            ? Refuse.For(own)
            : asked.Yes(this, new DisagreementSettled(Indicator, Unit, answers, HashOf(Reason)));
    }
}

/// <summary>It was settled whose answer counts where joint hosts report different values.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Unit">Whose answer counts.</param>
/// <param name="Heads">The answers that were compared.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DisagreementSettled(IndicatorNumber Indicator, UnitCode Unit, ImmutableArray<ReturnHead> Heads, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Disagreements = state.Disagreements.SetItem(Indicator, new(how.Ruled(Reason), Unit, Heads)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.ReturnOf(Unit, Indicator);
        return new($"วินิจฉัยให้ใช้{what.Thai} กรณีหน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน", $"Where the joint hosts disagree, {what.English} counts");
    }
}

/// <summary>Whose answer counts among different ones.</summary>
/// <param name="By">By whom, when, and why.</param>
/// <param name="Counts">Whose.</param>
/// <param name="Heads">The answers that were compared; it holds while these are the current ones.</param>
internal sealed record SettledDisagreement(Ruled By, UnitCode Counts, ImmutableArray<ReturnHead> Heads);

internal sealed partial record RoundState
{
    /// <summary>What was settled last of each indicator, whether it still holds or not.</summary>
    public ImmutableDictionary<IndicatorNumber, SettledDisagreement> Disagreements { get; init; } =
        ImmutableDictionary<IndicatorNumber, SettledDisagreement>.Empty;

    /// <summary>What was settled and holds.</summary>
    public SettledDisagreement? DisagreementOn(IndicatorNumber indicator) =>
        Disagreements.GetValueOrDefault(indicator) is { } settled && settled.Heads.SequenceEqual(AnswersOn(indicator)) ? settled : null;

    /// <summary>Current versions of the returns on an indicator, in the order of <see cref="Heads"/>.</summary>
    internal ImmutableArray<ReturnHead> AnswersOn(IndicatorNumber indicator) => [.. Heads.Where(h => h.Indicator == indicator)];
}
