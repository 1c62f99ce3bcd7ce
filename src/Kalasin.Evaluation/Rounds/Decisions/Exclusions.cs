using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Leave a return out of the results; a newer version of it counts again.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Its current version, so that nobody excludes what they haven't seen.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExcludeReturn(UnitCode Unit, IndicatorNumber Indicator, int Version, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.ExcludedReturns.GetValueOrDefault((Unit, Indicator, Version)) is { } excluded) return Already.By(excluded.Number);
        return (asked.NotCurrent(Unit, Indicator, Version) ?? asked.OwnMatter(Unit, "/unit")) is { } finding
            ? Refuse.For(finding)
            : asked.Yes(this, new ReturnExcluded(Unit, Indicator, Version, HashOf(Reason)));
    }
}

/// <summary>Let an excluded return count again.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">The version that was excluded.</param>
/// <param name="Reason">Why.</param>
internal sealed record IncludeReturn(UnitCode Unit, IndicatorNumber Indicator, int Version, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.ExcludedReturns.GetValueOrDefault((Unit, Indicator, Version)) is null)
            return asked.NotReceived(Unit, Indicator, Version) is { } finding ? Refuse.For(finding) : new Already();
        return asked.OwnMatter(Unit, "/unit") is { } own ? Refuse.For(own) : asked.Yes(this, new ReturnIncluded(Unit, Indicator, Version, HashOf(Reason)));
    }
}

/// <summary>A return was left out of the results.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ReturnExcluded(UnitCode Unit, IndicatorNumber Indicator, int Version, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { ExcludedReturns = state.ExcludedReturns.SetItem((Unit, Indicator, Version), how.Ruled(Reason)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.VersionOf(Unit, Indicator, Version);
        return new($"ไม่นำ{what.Thai} มาคิด", $"Left out of the results: {what.English}");
    }
}

/// <summary>An excluded return counts again.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ReturnIncluded(UnitCode Unit, IndicatorNumber Indicator, int Version, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { ExcludedReturns = state.ExcludedReturns.Remove((Unit, Indicator, Version)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.VersionOf(Unit, Indicator, Version);
        return new($"นำ{what.Thai} มาคิดตามเดิม", $"Back in the results: {what.English}");
    }
}

internal sealed partial record RoundState
{
    /// <summary>Versions of returns that were left out of the results, and why.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber Indicator, int Version), Ruled> ExcludedReturns { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber, int), Ruled>.Empty;
}
