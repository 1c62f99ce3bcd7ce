using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Leave a row out of the results. Rows that say the same in the same return go with it; one that the unit changes is another row.</summary>
/// <param name="Unit">Whose return it stands in.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its fingerprint (<see cref="RowFingerprint"/>), in the current version of the return.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExcludeRow(UnitCode Unit, IndicatorNumber Indicator, string Row, string Reason) : RoundDecision
{
    internal override IEnumerable<NamedRow> Rows => [new(Indicator, new(Unit, Row), "/row")];

    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.ExcludedRows.GetValueOrDefault((Indicator, new(Unit, Row))) is { } excluded) return Already.By(excluded.Number);
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        return (asked.Unseen(this) ?? asked.OwnMatter(Unit, "/unit")) is { } finding ? Refuse.For(finding) : asked.Yes(this, new RowExcluded(Unit, Indicator, Row, HashOf(Reason)));
    }
}

/// <summary>Let an excluded row count again.</summary>
/// <param name="Unit">Whose return it stands in.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its fingerprint; it need not be there any more.</param>
/// <param name="Reason">Why.</param>
internal sealed record IncludeRow(UnitCode Unit, IndicatorNumber Indicator, string Row, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.ExcludedRows.GetValueOrDefault((Indicator, new(Unit, Row))) is null)
            return asked.Unknown(Unit, Indicator) is { } unknown ? Refuse.For(unknown) : new Already();
        return asked.OwnMatter(Unit, "/unit") is { } own ? Refuse.For(own) : asked.Yes(this, new RowIncluded(Unit, Indicator, Row, HashOf(Reason)));
    }
}

/// <summary>A row was left out of the results.</summary>
/// <param name="Unit">Whose return it stands in.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its fingerprint.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record RowExcluded(UnitCode Unit, IndicatorNumber Indicator, string Row, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<(IndicatorNumber Indicator, RowFingerprint Row)> Rows => [(Indicator, new(Unit, Row))];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { ExcludedRows = state.ExcludedRows.SetItem((Indicator, new(Unit, Row)), how.Ruled(Reason)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (row, number) = (telling.RowOf(Indicator, new(Unit, Row)), Indicator.Bilingual);
        return new($"ไม่นับ{row.Thai} ในตัวชี้วัดที่ {number.Thai}", $"On indicator {number.English}, {row.English} does not count");
    }
}

/// <summary>An excluded row counts again.</summary>
/// <param name="Unit">Whose return it stands in.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its fingerprint.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record RowIncluded(UnitCode Unit, IndicatorNumber Indicator, string Row, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<(IndicatorNumber Indicator, RowFingerprint Row)> Rows => [(Indicator, new(Unit, Row))];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { ExcludedRows = state.ExcludedRows.Remove((Indicator, new(Unit, Row))) };

    internal override BilingualText Tell(Telling telling)
    {
        var (row, number) = (telling.RowOf(Indicator, new(Unit, Row)), Indicator.Bilingual);
        return new($"นับ{row.Thai} ในตัวชี้วัดที่ {number.Thai} ตามเดิม", $"On indicator {number.English}, {row.English} counts again");
    }
}

internal sealed partial record RoundState
{
    /// <summary>Rows that were left out of the results, and why.</summary>
    public ImmutableDictionary<(IndicatorNumber Indicator, RowFingerprint Row), Ruled> ExcludedRows { get; init; } =
        ImmutableDictionary<(IndicatorNumber, RowFingerprint), Ruled>.Empty;
}
