using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Say why a unit's figure is far from its own of the year before, or from those of its peers. A later reason replaces it; a new version of
/// the return is asked about anew.
/// </summary>
/// <param name="Unit">Whose figure.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExplainJump(UnitCode Unit, IndicatorNumber Indicator, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator || actor.IsOfficerOf(Unit);

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        return asked.State.Current(Unit, Indicator) is { Version: var version }
            ? asked.Yes(this, new JumpExplained(Unit, Indicator, version, HashOf(Reason)))
            : Refuse.For(DecisionFindings.NothingReported.At(Place.At("/indicator"), new Telling(asked.Rules).ReturnOf(Unit, Indicator)));
    }
}

/// <summary>Somebody said why a figure is far from others.</summary>
/// <param name="Unit">Whose figure.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">The version that it is about.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record JumpExplained(UnitCode Unit, IndicatorNumber Indicator, int Version, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { JumpReasons = state.JumpReasons.SetItem((Unit, Indicator), new(how.Ruled(Reason), Version)) };

    internal override BilingualText Tell(Telling telling)
    {
        var version = telling.VersionOf(Unit, Indicator, Version);
        return new($"ให้เหตุผลที่ตัวเลขใน{version.Thai} ต่างจากปีก่อนหรือจากหน่วยงานอื่นมาก", $"A reason was given for the far figure in {version.English}");
    }
}

/// <summary>Why a figure is far from others.</summary>
/// <param name="Given">By whom, when, and why.</param>
/// <param name="Version">The version that it is about.</param>
internal sealed record JumpReason(Ruled Given, int Version);

internal sealed partial record RoundState
{
    /// <summary>The last reason given for each return whose figure is far from others, whatever version it was about.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber Indicator), JumpReason> JumpReasons { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber), JumpReason>.Empty;

    /// <summary>The reason for the figure of a return as it is now, or <see langword="null"/>.</summary>
    public JumpReason? JumpReasonOf(UnitCode unit, IndicatorNumber indicator) =>
        JumpReasons.GetValueOrDefault((unit, indicator)) is { } given && given.Version == Current(unit, indicator)?.Version ? given : null;
}
