using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Confirm a return that somebody else has made.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Its current version, so that nobody confirms what they haven't seen.</param>
/// <param name="As">As whom.</param>
internal sealed record ConfirmReturn(UnitCode Unit, IndicatorNumber Indicator, int Version, ConfirmationKind As) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge || actor.Role == ActorRole.Confirmer;

    internal override Decision Decide(Asked asked)
    {
        if (asked.NotCurrent(Unit, Indicator, Version) is { } finding) return Refuse.For(finding);
        if (asked.State.Confirmations.GetValueOrDefault((Unit, Indicator, Version, As)) is { } confirmed) return Already.By(confirmed.Number);
        var mayConfirm = As == ConfirmationKind.ByUnitHead
            // On paper the head of the unit has signed, and somebody of another unit says so; with a link of the unit's own they do it themselves.
            ? asked.IsOwn(Unit) == (asked.Actor.Role == ActorRole.Confirmer)
            : !asked.Made(Unit, Indicator);
        return mayConfirm ? asked.Yes(this, new ReturnConfirmed(Unit, Indicator, Version, As)) : Refuse.For(DecisionFindings.OwnWork.At(Place.Nowhere));
    }
}

/// <summary>Take a confirmation back.</summary>
/// <param name="Unit">Whose return.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="As">As whom it was confirmed.</param>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawConfirmation(UnitCode Unit, IndicatorNumber Indicator, int Version, ConfirmationKind As, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    /// <summary>Those in charge, and whoever gave it.</summary>
    internal override bool IsOpenTo(Actor actor, RoundState state) =>
        actor.IsInCharge || state.Confirmations.GetValueOrDefault((Unit, Indicator, Version, As))?.By == actor;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Confirmations.ContainsKey((Unit, Indicator, Version, As)))
            return asked.Yes(this, new ConfirmationWithdrawn(Unit, Indicator, Version, As, HashOf(Reason)));
        return asked.NotReceived(Unit, Indicator, Version) is { } finding ? Refuse.For(finding) : new Already();
    }
}

/// <summary>A return was confirmed.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="As">As whom.</param>
internal sealed record ReturnConfirmed(UnitCode Unit, IndicatorNumber Indicator, int Version, ConfirmationKind As) : RoundEvent
{
    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Confirmations = state.Confirmations.SetItem((Unit, Indicator, Version, As), how.Ruled(null)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.VersionOf(Unit, Indicator, Version);
        return As == ConfirmationKind.ByUnitHead
            ? new($"หัวหน้าหน่วยงานยืนยัน{what.Thai}", $"The head of the unit confirmed {what.English}")
            : new($"ผู้ที่มิใช่ผู้จัดทำสอบทานและยืนยัน{what.Thai}", $"Another person confirmed {what.English}");
    }
}

/// <summary>A confirmation was taken back.</summary>
/// <param name="Unit">Whose return.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="As">As whom it was confirmed.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ConfirmationWithdrawn(UnitCode Unit, IndicatorNumber Indicator, int Version, ConfirmationKind As, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Confirmations = state.Confirmations.Remove((Unit, Indicator, Version, As)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.VersionOf(Unit, Indicator, Version);
        return As == ConfirmationKind.ByUnitHead
            ? new($"ถอนการยืนยันของหัวหน้าหน่วยงานต่อ{what.Thai}", $"The confirmation by the head of the unit was taken back: {what.English}")
            : new($"ถอนการสอบทานและยืนยัน{what.Thai}", $"The confirmation by another person was taken back: {what.English}");
    }
}

/// <summary>As whom somebody confirms a return.</summary>
internal enum ConfirmationKind
{
    /// <summary>As somebody who has not made it and doesn't belong to its unit. The collector's own returns always need it.</summary>
    ByAnother,

    /// <summary>As the head of the unit. Needed where the plan says so (<see cref="RoundPlan.UnitHeadConfirms"/>).</summary>
    ByUnitHead,
}

internal sealed partial record RoundState
{
    /// <summary>Confirmations that were given and not taken back. They are of a version: a newer one needs its own.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber Indicator, int Version, ConfirmationKind As), Ruled> Confirmations { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber, int, ConfirmationKind), Ruled>.Empty;
}
