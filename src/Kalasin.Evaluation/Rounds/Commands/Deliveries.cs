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
/// Returns understood; at most one per indicator, and what judges gave each entrant. May be empty when files were kept as copies or evidence.
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
    /// <summary>It brings judges' sheets, which whoever is in charge may send too. Default: it doesn't.</summary>
    public bool OfJudges { get; init; }

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.SendsFor(Unit) || (OfJudges && actor.IsInCharge);

    internal override ReceiptNumber? ReceiptIn(RoundState state) => state.Keys.TryGetValue(Key, out var receipt) ? receipt : null;

    internal override Decision Decide(Asked asked)
    {
        var (state, rules) = (asked.State, asked.Rules);
        if (ReceiptIn(state) is { } earlier)
            return state.Find(earlier)!.Body == Body ? new Already(earlier) : Refuse.For(RoundFindings.KeyReused.At(Place.Nowhere, ThaiNumerals.Number(earlier.Value)));
        if (rules.Plan.Find(Unit) is null) return Refuse.For(RoundFindings.UnknownUnit.At(Place.Nowhere, Unit.Value));

        var foreign = Returns.Where(r => !rules.Hosts(r.Read.Unit, r.Read.Indicator)).ToImmutableArray();
        if (foreign.Length > 0) return new Refuse([.. foreign.Select(r => RoundFindings.NotHost.At(Place.Nowhere, r.Read.Unit.Value, r.Read.Indicator.Bilingual))]);
        var (judged, reported) = (Returns.Where(r => rules.Framework[r.Read.Indicator].IsJudged).ToList(), Returns.Where(r => !rules.Framework[r.Read.Indicator].IsJudged).ToList());
        if (reported.Exists(r => r.Read.Unit != Unit) || (!OfJudges && judged.Exists(r => r.Read.Unit != Unit)) || Returns.DistinctBy(r => (r.Read.Unit, r.Read.Indicator)).Count() != Returns.Length)
            throw new ArgumentException("A delivery brings at most one return of its own unit per indicator, and what judges gave others.", nameof(asked));
        if (judged.Exists(r => !asked.RecordsScoresOf(r.Read.Unit))) return Refuse.For(DecisionFindings.OwnWork.At(Place.Nowhere));
        if (reported.Count > 0 && !asked.Actor.SendsFor(Unit)) return Refuse.For(RoundFindings.NotAllowed.At(Place.Nowhere));

        var returns = ImmutableArray.CreateBuilder<DeliveredReturn>(Returns.Length);
        foreach (var (read, content) in Returns)
        {
            var current = state.Current(read.Unit, read.Indicator);
            var unchanged = current is not null && current.Content == content;
            var versions = state.Returns.TryGetValue((read.Unit, read.Indicator), out var known) ? known.Count : 0;
            returns.Add(new(read.Indicator, unchanged ? current!.Version : versions + 1, unchanged, read.Status, content, read.FaultyRows) { Unit = read.Unit == Unit ? null : read.Unit });
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
