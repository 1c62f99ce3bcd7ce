using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Ask a unit to correct what it has reported. What comes until that day is on time.</summary>
/// <param name="Unit">Whom.</param>
/// <param name="Until">Last day, inclusive; today or later.</param>
/// <param name="Reason">What has to be corrected.</param>
/// <param name="Indicator">Which return. Default: all of the unit's.</param>
internal sealed record AskCorrection(UnitCode Unit, DateOnly Until, string Reason, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        if (!asked.State.Returns.Keys.Any(r => r.Unit == Unit && (Indicator is null || r.Indicator == Indicator)))
            return Refuse.For(DecisionFindings.NothingReported.At(Place.At("/indicator"), new Telling(asked.Rules).ReturnOf(Unit, Indicator)));
        if (asked.Misplaced(Until, asked.Today, "/until") is { } misplaced) return Refuse.For(misplaced);
        return asked.State.Corrections.Values.FirstOrDefault(c => c.IsOpen && (c.Unit, c.Indicator, c.Until) == (Unit, Indicator, Until)) is { } open
            ? Already.By(open.Asked.Number)
            : asked.Yes(this, new CorrectionAsked(Unit, Indicator, Until, HashOf(Reason)));
    }
}

/// <summary>Answer a request for correction without a new version.</summary>
/// <param name="Correction">Its number.</param>
/// <param name="Text">The answer.</param>
internal sealed record AnswerCorrection(long Correction, string Text) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    internal override bool IsOpenTo(Actor actor, RoundState state) =>
        actor.IsCoordinator || (state.Corrections.GetValueOrDefault(Correction) is { } asked && actor.IsOfficerOf(asked.Unit));

    internal override Decision Decide(Asked asked) => asked.State.Corrections.GetValueOrDefault(Correction) switch
    {
        null => Asked.NoSuch(Rounds.Correction.Word, "/correction", Correction),
        { Closed: { } closed } => Already.By(closed),
        _ => asked.Yes(this, new CorrectionAnswered(Correction, HashOf(Text))),
    };
}

/// <summary>A unit was asked to correct what it has reported.</summary>
/// <param name="Unit">Whom.</param>
/// <param name="Indicator">Which return; <see langword="null"/> for all of the unit's.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Vault object that says what has to be corrected.</param>
internal sealed record CorrectionAsked(UnitCode Unit, IndicatorNumber? Indicator, DateOnly Until, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Corrections = state.Corrections.Add(how.Number, new(how.Ruled(Reason), Unit, Indicator, Until)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (what, day) = (telling.ReturnOf(Unit, Indicator), ThaiDate.Bilingual(Until));
        return new($"ขอให้แก้ไข{what.Thai} ภายในวันที่ {day.Thai}", $"A correction of {what.English} was asked for, until {day.English}");
    }
}

/// <summary>A request for correction was answered without a new version.</summary>
/// <param name="Correction">Number of the request.</param>
/// <param name="Text">Vault object with the answer.</param>
internal sealed record CorrectionAnswered(long Correction, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override RoundState Apply(RoundState state, Happened how) => state with
    {
        Corrections = state.Corrections.SetItem(Correction, how.Earlier(state.Corrections, Correction) with { Closed = how.Number, Answer = how.Ruled(Text) }),
    };

    internal override BilingualText Tell(Telling telling) => new(
        $"ชี้แจงเรื่องที่ขอให้แก้ไขเลขที่ {ThaiNumerals.Format(Correction)} โดยไม่ส่งรายงานใหม่",
        $"Request for correction {ThaiNumerals.Number(Correction).English} was answered without a new version");
}

/// <summary>A request for correction.</summary>
/// <param name="Asked">By whom, when, and why; its number.</param>
/// <param name="Unit">Whom.</param>
/// <param name="Indicator">Which return; <see langword="null"/> for all of the unit's.</param>
/// <param name="Until">Last day, inclusive.</param>
internal sealed record Correction(Ruled Asked, UnitCode Unit, IndicatorNumber? Indicator, DateOnly Until)
{
    public static BilingualText Word { get; } = new("เรื่องที่ขอให้แก้ไข", "request for correction");

    /// <summary>Sequence of the event that closed it: its answer, or the delivery that brought a new version; <see langword="null"/> while open.</summary>
    public long? Closed { get; init; }

    /// <summary>The answer; <see langword="null"/> while there is none, or where a new version came instead.</summary>
    public Ruled? Answer { get; init; }

    public bool IsOpen => Closed is null;

    /// <summary>Whether it is about a return.</summary>
    public bool IsAbout(UnitCode unit, IndicatorNumber indicator) => Unit == unit && (Indicator is null || Indicator == indicator);
}

internal sealed partial record RoundState
{
    /// <summary>Requests for correction by their numbers, closed ones included.</summary>
    public ImmutableSortedDictionary<long, Correction> Corrections { get; init; } = ImmutableSortedDictionary<long, Correction>.Empty;

    /// <summary>After new versions have come of some returns: what was asked of these is met.</summary>
    internal RoundState WithCorrected(UnitCode unit, ImmutableArray<IndicatorNumber> indicators, Happened how) => this with
    {
        Corrections = Corrections.SetItems(Corrections
            .Where(c => c.Value.IsOpen && indicators.Any(i => c.Value.IsAbout(unit, i)))
            .Select(c => KeyValuePair.Create(c.Key, c.Value with { Closed = how.Number }))),
    };
}
