using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What a round's log adds up to. A fold of the log and nothing else; may be thrown away at any time. Immutable.</summary>
internal sealed partial record RoundState
{
    /// <summary>Before the first event.</summary>
    public static RoundState Empty { get; } = new();

    /// <summary>Sequence of the last event; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>Head of the chain: SHA-256(previous head ‖ stored bytes), folded from the first event on.</summary>
    public ContentHash Head { get; init; }

    /// <summary>How the round was opened; <see langword="null"/> before.</summary>
    public RoundOpened? Opened { get; init; }

    /// <summary>The rules that the log names, oldest first; the last are in force. Empty before the round is opened.</summary>
    internal ImmutableList<RulesInForce> Rules { get; init; } = [];

    /// <summary>Accepted deliveries in the order of their receipts: index 0 has number 1.</summary>
    public ImmutableList<DeliveryReceived> Deliveries { get; init; } = [];

    /// <summary>Head of the chain right after each accepted delivery, in the order of receipts: what its receipt prints.</summary>
    public ImmutableList<ContentHash> ReceiptHeads { get; init; } = [];

    /// <summary>Sequence of each accepted delivery's event, in the order of receipts.</summary>
    internal ImmutableList<long> ReceiptSequences { get; init; } = [];

    /// <summary>Refused deliveries by their sequence.</summary>
    public ImmutableSortedDictionary<long, DeliveryRefused> Refused { get; init; } = ImmutableSortedDictionary<long, DeliveryRefused>.Empty;

    /// <summary>Versions of every return, oldest first.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber Indicator), ImmutableList<ReturnVersion>> Returns { get; init; } = ImmutableDictionary<(UnitCode, IndicatorNumber), ImmutableList<ReturnVersion>>.Empty;

    /// <summary>Receipt of every idempotency key.</summary>
    public ImmutableDictionary<ContentHash, ReceiptNumber> Keys { get; init; } = ImmutableDictionary<ContentHash, ReceiptNumber>.Empty;

    /// <summary>Commands that were carried out.</summary>
    public ImmutableDictionary<Guid, CarriedOut> Commands { get; init; } = ImmutableDictionary<Guid, CarriedOut>.Empty;

    /// <summary>Vault objects that hold what people said in free text.</summary>
    internal ImmutableHashSet<ContentHash> Texts { get; init; } = [];

    /// <summary>Events that changed results though the returns stayed as they were, each with the fingerprint of all of them up to it, oldest first.</summary>
    internal ImmutableList<(long Number, ContentHash Fingerprint)> RulingHistory { get; init; } = [];

    /// <summary>Fingerprint of every event so far that changes results though the returns stay as they are; <see cref="ContentHash.Zero"/> before the first.</summary>
    internal ContentHash Rulings => RulingHistory.IsEmpty ? ContentHash.Zero : RulingHistory[^1].Fingerprint;

    /// <summary>What counted when the internal deadline was closed; <see langword="null"/> before.</summary>
    public InternalDeadlineClosed? Closed { get; init; }

    /// <summary>Last compiled report of each edition.</summary>
    public ImmutableDictionary<Edition, ReportCompiled> Reports { get; init; } = ImmutableDictionary<Edition, ReportCompiled>.Empty;

    /// <summary>The rules that a receipt was given under.</summary>
    internal RulesInForce RulesOf(ReceiptNumber receipt) => Rules.FindLast(r => r.FirstReceipt <= receipt.Value)!;

    /// <summary>When the internal deadline was closed; <see langword="null"/> before.</summary>
    internal DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Keys of the steps that were recorded as done. Rounds of the first version have none: there the events of the work itself tell.</summary>
    internal ImmutableHashSet<string> Steps { get; init; } = [];

    /// <summary>The current version of a return: the newest that was neither withdrawn nor erased; <see langword="null"/> when there is none.</summary>
    public ReturnVersion? Current(UnitCode unit, IndicatorNumber indicator)
    {
        if (Returns.TryGetValue((unit, indicator), out var versions))
            for (var i = versions.Count - 1; i >= 0; i--)
                if (Standing(versions[i]) is { } standing) return standing;
        return null;
    }

    /// <summary>The delivery of a receipt, or <see langword="null"/>.</summary>
    public DeliveryReceived? Find(ReceiptNumber receipt) => receipt.Value >= 1 && receipt.Value <= Deliveries.Count ? Deliveries[receipt.Value - 1] : null;

    /// <summary>Current versions of all returns, in the order of unit code and indicator.</summary>
    public ImmutableArray<ReturnHead> Heads => HeadsBy(Current);

    /// <summary>
    /// The heads as they were at a moment: of each return the newest version that had arrived before it and was not withdrawn or erased before it.
    /// What was written down later, or withdrawn later, counted then all the same.
    /// </summary>
    internal ImmutableArray<ReturnHead> HeadsAt(DateTimeOffset moment) => HeadsBy((unit, indicator) => Returns[(unit, indicator)].FindLast(version =>
        !(Erased.GetValueOrDefault(version.Content)?.At < moment)
        && version.Repeated.Prepend(version.Receipt).Any(receipt => Find(receipt)!.ReceivedAt < moment && !WasWithdrawn(receipt, moment))));

    private ImmutableArray<ReturnHead> HeadsBy(Func<UnitCode, IndicatorNumber, ReturnVersion?> current) =>
    [
        .. Returns.Keys.Select(r => current(r.Unit, r.Indicator) is { } head ? new ReturnHead(r.Unit, r.Indicator, head.Version, head.Content) : null)
            .OfType<ReturnHead>()
            .OrderBy(h => h.Unit.Value, StringComparer.Ordinal)
            .ThenBy(h => h.Indicator.Value, IndicatorOrder),
    ];

    private static readonly Comparer<string> IndicatorOrder = Comparer<string>.Create((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b));
}

/// <summary>A version of a return.</summary>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Receipt">Delivery that brought it.</param>
/// <param name="ReceivedAt">When that arrived.</param>
/// <param name="Status">Which box was ticked.</param>
/// <param name="Content">Vault object with its canonical JSON.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
/// <param name="Maker">Who sent it.</param>
internal sealed record ReturnVersion(
    int Version, ReceiptNumber Receipt, DateTimeOffset ReceivedAt, ReturnStatus Status, ContentHash Content, int FaultyRows, Actor Maker)
{
    /// <summary>Later deliveries that said the same while it was current.</summary>
    public ImmutableArray<ReceiptNumber> Repeated { get; init; } = [];
}

/// <summary>That a command was carried out.</summary>
/// <param name="Number">Sequence of its last event.</param>
/// <param name="Body">Fingerprint of what was asked, where whoever asked gave a key of their own.</param>
internal sealed record CarriedOut(long Number, ContentHash? Body);
