using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Withdraw a delivery: the versions that it alone brought count no more, and of each return the newest that is left is current.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawDelivery(int Receipt, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) =>
        actor.IsCoordinator || (state.Delivery(Receipt) is { } delivery && actor.IsOfficerOf(delivery.Unit));

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Delivery(Receipt) is not { Receipt: var receipt }) return Asked.NoSuchReceipt(Receipt);
        return asked.State.Withdrawn.GetValueOrDefault(receipt) is { } withdrawn
            ? Already.By(withdrawn.Number)
            : asked.Yes(this, new DeliveryWithdrawn(receipt, HashOf(Reason)));
    }
}

/// <summary>Let a withdrawn delivery count again.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Reason">Why.</param>
internal sealed record RestoreDelivery(int Receipt, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Delivery(Receipt) is not { Receipt: var receipt }) return Asked.NoSuchReceipt(Receipt);
        return asked.State.Withdrawn.ContainsKey(receipt) ? asked.Yes(this, new DeliveryRestored(receipt, HashOf(Reason))) : new Already(receipt);
    }
}

/// <summary>A delivery was withdrawn.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DeliveryWithdrawn(ReceiptNumber Receipt, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state.Find(Receipt) is null
        ? throw new InvalidDataException($"Event {how.Number} withdraws what has receipt {Receipt}, and nothing has.")
        : state with { Withdrawn = state.Withdrawn.SetItem(Receipt, how.Ruled(Reason)), Withdrawals = state.Withdrawals.Add((Receipt, true, how.At)) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ถอนการนำส่งตามใบตอบรับเลขที่ {ThaiNumerals.Format(Receipt.Value)}", $"The delivery with receipt {Receipt} was withdrawn");
}

/// <summary>A withdrawn delivery counts again.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DeliveryRestored(ReceiptNumber Receipt, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Withdrawn = state.Withdrawn.Remove(Receipt), Withdrawals = state.Withdrawals.Add((Receipt, false, how.At)) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ใช้การนำส่งตามใบตอบรับเลขที่ {ThaiNumerals.Format(Receipt.Value)} ตามเดิม", $"The delivery with receipt {Receipt} counts again");
}

internal sealed partial record RoundState
{
    /// <summary>Deliveries that were withdrawn, and why.</summary>
    public ImmutableDictionary<ReceiptNumber, Ruled> Withdrawn { get; init; } = ImmutableDictionary<ReceiptNumber, Ruled>.Empty;

    /// <summary>Each withdrawal and each that was taken back, oldest first: it stands here what was withdrawn when.</summary>
    internal ImmutableList<(ReceiptNumber Receipt, bool Withdrawn, DateTimeOffset At)> Withdrawals { get; init; } = [];

    /// <summary>Whether a delivery was withdrawn just before a moment.</summary>
    private bool WasWithdrawn(ReceiptNumber receipt, DateTimeOffset moment) => Withdrawals.FindLast(w => w.Receipt == receipt && w.At < moment).Withdrawn;

    /// <summary>The delivery of a number that somebody typed; <see langword="null"/> where there is none.</summary>
    internal DeliveryReceived? Delivery(int receipt) => receipt < 1 ? null : Find(new(receipt));

    /// <summary>
    /// A version as it counts: brought by the first delivery that said it and was not withdrawn. <see langword="null"/> when all were, or when its
    /// content was erased.
    /// </summary>
    internal ReturnVersion? Standing(ReturnVersion version)
    {
        if (Erased.ContainsKey(version.Content)) return null;
        if (!Withdrawn.ContainsKey(version.Receipt)) return version;
        foreach (var receipt in version.Repeated)
            if (!Withdrawn.ContainsKey(receipt)) return version with { Receipt = receipt, ReceivedAt = Find(receipt)!.ReceivedAt };
        return null;
    }
}
