using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Excuse a unit from reporting: nobody waits for it any more. What it sends all the same counts.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Indicator">On what. Default: on everything.</param>
internal sealed record ExcuseUnit(UnitCode Unit, string Reason, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        return (asked.State.Excuses.GetValueOrDefault((Unit, Indicator)) ?? asked.State.Excuses.GetValueOrDefault((Unit, null))) is { } excuse
            ? Already.By(excuse.Number)
            : asked.OwnMatter(Unit, "/unit") is { } own ? Refuse.For(own) : asked.Yes(this, new UnitExcused(Unit, Indicator, HashOf(Reason)));
    }
}

/// <summary>Wait for an excused unit's returns again.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Indicator">On what. Default: on everything that it was excused from as a whole.</param>
internal sealed record ExpectUnit(UnitCode Unit, string Reason, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        if (asked.State.Excuses.ContainsKey((Unit, Indicator))) return asked.Yes(this, new UnitExpected(Unit, Indicator, HashOf(Reason)));
        return Indicator is not null && asked.State.Excuses.ContainsKey((Unit, null))
            ? Refuse.For(DecisionFindings.ExcusedAsAWhole.At(Place.At("/indicator"), asked.Rules.Plan.Find(Unit)!.Name))
            : new Already();
    }
}

/// <summary>A unit need not report.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Indicator">On what; <see langword="null"/> for everything.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record UnitExcused(UnitCode Unit, IndicatorNumber? Indicator, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Excuses = state.Excuses.SetItem((Unit, Indicator), how.Ruled(Reason)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.ReturnOf(Unit, Indicator);
        return new($"ยกเว้นไม่ต้องส่ง{what.Thai}", $"Nobody waits any more for {what.English}");
    }
}

/// <summary>An excused unit has to report after all.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Indicator">On what; <see langword="null"/> for everything that it was excused from as a whole.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record UnitExpected(UnitCode Unit, IndicatorNumber? Indicator, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Excuses = state.Excuses.Remove((Unit, Indicator)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.ReturnOf(Unit, Indicator);
        return new($"ให้ส่ง{what.Thai}ตามเดิม", $"The unit has to send {what.English} after all");
    }
}

internal sealed partial record RoundState
{
    /// <summary>Units that need not report, and why; without an indicator on everything.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber? Indicator), Ruled> Excuses { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber?), Ruled>.Empty;

    /// <summary>Whether a unit need not report on an indicator.</summary>
    public bool IsExcused(UnitCode unit, IndicatorNumber indicator) => Excuses.ContainsKey((unit, indicator)) || Excuses.ContainsKey((unit, null));
}
