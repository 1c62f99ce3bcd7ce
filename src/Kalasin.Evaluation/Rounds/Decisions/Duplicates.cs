using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Settle whether two rows tell of the same thing, which counts once; not by whoever has one of them. A later judgement of the two replaces
/// it.
/// </summary>
/// <param name="Indicator">On what.</param>
/// <param name="First">One row, in the current version of its return.</param>
/// <param name="Second">The other, likewise; the order doesn't matter.</param>
/// <param name="Same">They are the same; otherwise both count.</param>
/// <param name="Reason">Why.</param>
internal sealed record SettleDuplicate(IndicatorNumber Indicator, RowFingerprint First, RowFingerprint Second, bool Same, string Reason) : RoundDecision
{
    internal override IEnumerable<NamedRow> Rows => [new(Indicator, First, "/first"), new(Indicator, Second, "/second")];

    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (First == Second) return Refuse.For(DecisionFindings.SameRow.At(Place.At("/second")));
        foreach (var row in Rows)
            if (asked.Unknown(row.Row.Unit, Indicator, row.Pointer) is { } unknown) return Refuse.For(unknown);
        var (first, second) = DuplicateSettled.InOrder(First, Second);
        if (asked.State.Duplicates.GetValueOrDefault((Indicator, first, second)) is { } settled && settled.Same == Same) return Already.By(settled.By.Number);
        if (Rows.Select(r => asked.OwnMatter(r.Row.Unit, r.Pointer)).FirstOrDefault(own => own is not null) is { } own) return Refuse.For(own);
        return asked.Unseen(this) is { } finding
            ? Refuse.For(finding)
            : asked.Yes(this, new DuplicateSettled(Indicator, first, second, Same, HashOf(Reason)));
    }
}

/// <summary>It was settled whether two rows tell of the same thing.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="First">The row that comes first by unit and fingerprint.</param>
/// <param name="Second">The other.</param>
/// <param name="Same">Whether they do.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DuplicateSettled(IndicatorNumber Indicator, RowFingerprint First, RowFingerprint Second, bool Same, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<(IndicatorNumber Indicator, RowFingerprint Row)> Rows => [(Indicator, First), (Indicator, Second)];

    internal override bool ChangesResults => true;

    /// <summary>A pair has one order, whoever named it first.</summary>
    public static (RowFingerprint First, RowFingerprint Second) InOrder(RowFingerprint one, RowFingerprint other) =>
        string.CompareOrdinal($"{one.Unit} {one.Hash}", $"{other.Unit} {other.Hash}") <= 0 ? (one, other) : (other, one);

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Duplicates = state.Duplicates.SetItem((Indicator, First, Second), new(how.Ruled(Reason), Same)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (one, other, number) = (telling.RowOf(Indicator, First), telling.RowOf(Indicator, Second), Indicator.Bilingual);
        var (thai, english) = Same ? ("เป็นเรื่องเดียวกัน นับครั้งเดียว", "are the same and count once") : ("เป็นคนละเรื่อง นับแยกกัน", "are different and both count");
        return new(
            $"วินิจฉัยว่า{one.Thai} กับ{other.Thai} ในตัวชี้วัดที่ {number.Thai} {thai}",
            $"On indicator {number.English}, {one.English} and {other.English} {english}");
    }
}

/// <summary>A judgement of two rows.</summary>
/// <param name="By">By whom, when, and why.</param>
/// <param name="Same">They tell of the same thing.</param>
internal sealed record SettledDuplicate(Ruled By, bool Same);

internal sealed partial record RoundState
{
    /// <summary>Pairs of rows that somebody judged, each in its order.</summary>
    public ImmutableDictionary<(IndicatorNumber Indicator, RowFingerprint First, RowFingerprint Second), SettledDuplicate> Duplicates { get; init; } =
        ImmutableDictionary<(IndicatorNumber, RowFingerprint, RowFingerprint), SettledDuplicate>.Empty;
}
