using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Accept a delivery that brought something.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Key">Hash of scope and idempotency key.</param>
/// <param name="Body">Fingerprint of the files.</param>
/// <param name="Files">Originals.</param>
/// <param name="Returns">
/// Returns understood; at most one per indicator. May be empty when files were kept as copies or evidence.
/// </param>
/// <param name="Findings">Counts.</param>
/// <param name="Details">Vault object with names and findings.</param>
internal sealed record ReceiveDelivery(
    Guid Id,
    DeliveryChannel Channel,
    UnitCode Unit,
    DateTimeOffset ReceivedAt,
    ContentHash Key,
    ContentHash Body,
    ImmutableArray<DeliveredFile> Files,
    ImmutableArray<KeptReturn> Returns,
    FindingCounts Findings,
    ContentHash Details) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.SendsFor(Unit);

    internal override ReceiptNumber? ReceiptIn(RoundState state) => state.Keys.TryGetValue(Key, out var receipt) ? receipt : null;

    internal override Decision Decide(Asked asked)
    {
        var (state, rules) = (asked.State, asked.Rules);
        if (ReceiptIn(state) is { } earlier)
            return state.Find(earlier)!.Body == Body ? new Already(earlier) : Refuse.For(RoundFindings.KeyReused.At(Place.Nowhere, ThaiNumerals.Number(earlier.Value)));
        if (rules.Plan.Find(Unit) is null) return Refuse.For(RoundFindings.UnknownUnit.At(Place.Nowhere, Unit.Value));

        var foreign = Returns.Select(r => r.Read.Indicator).Where(i => !rules.Hosts(Unit, i)).ToImmutableArray();
        if (foreign.Length > 0) return new Refuse([.. foreign.Select(i => RoundFindings.NotHost.At(Place.Nowhere, Unit.Value, i.Bilingual))]);
        if (Returns.Any(r => r.Read.Unit != Unit) || Returns.DistinctBy(r => r.Read.Indicator).Count() != Returns.Length)
            throw new ArgumentException("A delivery brings at most one return of its own unit per indicator.", nameof(asked));

        var returns = ImmutableArray.CreateBuilder<DeliveredReturn>(Returns.Length);
        foreach (var (read, content) in Returns)
        {
            var current = state.Current(Unit, read.Indicator);
            var unchanged = current is not null && current.Content == content;
            var versions = state.Returns.TryGetValue((Unit, read.Indicator), out var known) ? known.Count : 0;
            returns.Add(new(read.Indicator, unchanged ? current!.Version : versions + 1, unchanged, read.Status, content, read.FaultyRows));
        }
        return asked.Yes(this, new DeliveryReceived(
            new(state.Deliveries.Count + 1), Channel, Unit, ReceivedAt, Key, Body, Files, returns.MoveToImmutable(), Findings, Details));
    }
}

/// <summary>A return that was read and put into the vault.</summary>
/// <param name="Read">What it says.</param>
/// <param name="Content">Name of its canonical JSON there.</param>
internal sealed record KeptReturn(Return Read, ContentHash Content);

/// <summary>Record that a delivery could not be accepted.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Sizes and hashes of what was not kept.</param>
/// <param name="Codes">Codes of the findings.</param>
internal sealed record RefuseDelivery(
    Guid Id, DeliveryChannel Channel, UnitCode Unit, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFile> Files, ImmutableArray<string> Codes)
    : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.SendsFor(Unit);

    internal override Decision Decide(Asked asked) => asked.Yes(this, new DeliveryRefused(Channel, Unit, ReceivedAt, Files, Codes));
}
