using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Object to a provisional result.</summary>
/// <param name="Unit">Who objects.</param>
/// <param name="Indicator">To the result on what.</param>
/// <param name="Text">Why.</param>
internal sealed record RaiseObjection(UnitCode Unit, IndicatorNumber Indicator, string Text) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    /// <summary>The unit, and the coordinator for one that came on paper.</summary>
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator || actor.IsOfficerOf(Unit);

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        if (asked.State.Results is { Until: var until } && asked.Today > until)
            return Refuse.For(DecisionFindings.ObjectionsOver.At(Place.Nowhere, ThaiDate.Bilingual(until)));
        return asked.State.Objections.Values.FirstOrDefault(o => o.Decided is null && (o.Unit, o.Indicator) == (Unit, Indicator)) is { } open
            ? Refuse.For(DecisionFindings.ObjectionOpen.At(Place.At("/indicator"), ThaiNumerals.Number(open.Raised.Number)))
            : asked.Yes(this, new ObjectionRaised(Unit, Indicator, HashOf(Text)));
    }
}

/// <summary>Decide an objection; a later decision replaces it.</summary>
/// <param name="Objection">Its number.</param>
/// <param name="Upheld">The objection is right. What follows from that is decided by itself, such as a correction or an assessment.</param>
/// <param name="Reason">Why.</param>
internal sealed record DecideObjection(long Objection, bool Upheld, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked) => asked.State.Objections.GetValueOrDefault(Objection) switch
    {
        null => Asked.NoSuch(Rounds.Objection.Word, "/objection", Objection),
        var objection when asked.IsOwn(objection.Unit) => Refuse.For(DecisionFindings.OwnWork.At(Place.Nowhere)),
        { Decided: { } decided, Upheld: var upheld } when upheld == Upheld => Already.By(decided.Number),
        _ => asked.Yes(this, new ObjectionDecided(Objection, Upheld, HashOf(Reason))),
    };
}

/// <summary>A unit objected to a provisional result.</summary>
/// <param name="Unit">Who.</param>
/// <param name="Indicator">To the result on what.</param>
/// <param name="Text">Vault object that says why.</param>
internal sealed record ObjectionRaised(UnitCode Unit, IndicatorNumber Indicator, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Objections = state.Objections.Add(how.Number, new(how.Ruled(Text), Unit, Indicator)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (unit, number) = (telling.NameOf(Unit), Indicator.Bilingual);
        return new($"{unit.Thai}โต้แย้งผลเบื้องต้นของตัวชี้วัดที่ {number.Thai}", $"{unit.English} objected to the provisional result on indicator {number.English}");
    }
}

/// <summary>An objection was decided.</summary>
/// <param name="Objection">Its number.</param>
/// <param name="Upheld">The objection is right.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ObjectionDecided(long Objection, bool Upheld, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) => state with
    {
        Objections = state.Objections.SetItem(Objection, how.Earlier(state.Objections, Objection) with { Decided = how.Ruled(Reason), Upheld = Upheld }),
    };

    internal override BilingualText Tell(Telling telling)
    {
        var number = ThaiNumerals.Number(Objection);
        return Upheld
            ? new($"รับคำโต้แย้งเลขที่ {number.Thai}", $"Objection {number.English} was upheld")
            : new($"ยกคำโต้แย้งเลขที่ {number.Thai}", $"Objection {number.English} was rejected");
    }
}

/// <summary>An objection to a provisional result.</summary>
/// <param name="Raised">By whom, when, and why.</param>
/// <param name="Unit">Who objects.</param>
/// <param name="Indicator">To the result on what.</param>
internal sealed record Objection(Ruled Raised, UnitCode Unit, IndicatorNumber Indicator)
{
    public static BilingualText Word { get; } = new("คำโต้แย้ง", "objection");

    /// <summary>Who decided it last, when and why; <see langword="null"/> while nobody has.</summary>
    public Ruled? Decided { get; init; }

    /// <summary>Whether it is right, once decided.</summary>
    public bool Upheld { get; init; }
}

internal sealed partial record RoundState
{
    /// <summary>Objections by their numbers, decided ones included.</summary>
    public ImmutableSortedDictionary<long, Objection> Objections { get; init; } = ImmutableSortedDictionary<long, Objection>.Empty;
}
