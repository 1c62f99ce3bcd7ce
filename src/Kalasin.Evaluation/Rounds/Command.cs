using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Something that is asked of a round. Closed family. Bytes it names are in the vault already.</summary>
public abstract record Command
{
    private protected Command(Guid id) => Id = id;

    /// <summary>Minted once by the caller, kept across retries: tells "already done".</summary>
    public Guid Id { get; init; }
}

/// <summary>Open the round under these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
public sealed record OpenRound(Guid Id, AwardRules Rules) : Command(Id);

/// <summary>Move the round to these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ReviseRules(Guid Id, AwardRules Rules, ContentHash Reason) : Command(Id);

/// <summary>Accept a delivery that brought something.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Key">Hash of scope and idempotency key.</param>
/// <param name="Body">Fingerprint of the files.</param>
/// <param name="Files">Originals.</param>
/// <param name="Returns">Returns understood; at most one per indicator. May be empty when files were kept as copies or evidence.</param>
/// <param name="Findings">Counts.</param>
/// <param name="Details">Vault object with names and findings.</param>
public sealed record ReceiveDelivery(
    Guid Id,
    DeliveryChannel Channel,
    UnitCode Unit,
    DateTimeOffset ReceivedAt,
    ContentHash Key,
    ContentHash Body,
    ImmutableArray<DeliveredFile> Files,
    ImmutableArray<IncomingReturn> Returns,
    FindingCounts Findings,
    ContentHash Details) : Command(Id);

/// <summary>A return as read, before it has a version.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Status">Which box was ticked.</param>
/// <param name="Content">Vault object with its canonical JSON.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
public sealed record IncomingReturn(IndicatorNumber Indicator, ReturnStatus Status, ContentHash Content, int FaultyRows);

/// <summary>Record that a delivery could not be accepted.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Sizes and hashes of what was not kept.</param>
/// <param name="Codes">Codes of the findings.</param>
public sealed record RefuseDelivery(Guid Id, DeliveryChannel Channel, UnitCode Unit, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFile> Files, ImmutableArray<string> Codes) : Command(Id);

/// <summary>Close the internal deadline once its day is over.</summary>
/// <param name="Id">Id of the command.</param>
public sealed record CloseInternalDeadline(Guid Id) : Command(Id);

/// <summary>Record a compiled report.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Edition">Which edition.</param>
/// <param name="Sequence">State it was compiled from.</param>
/// <param name="Word">Hash of the .docx in the vault.</param>
/// <param name="Pdf">Hash of the .pdf in the vault.</param>
public sealed record RecordReport(Guid Id, Edition Edition, long Sequence, ContentHash Word, ContentHash Pdf) : Command(Id);
