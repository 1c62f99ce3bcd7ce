using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Something that happened in a round. Closed family; <c>kind</c> tells which. Events carry ids, numbers, dates and hashes
/// only: names, file names and free text are in the vault, so that they can be erased without breaking the chain.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RoundOpened), "roundOpened")]
[JsonDerivedType(typeof(DeliveryReceived), "deliveryReceived")]
[JsonDerivedType(typeof(DeliveryRefused), "deliveryRefused")]
[JsonDerivedType(typeof(InternalDeadlineClosed), "internalDeadlineClosed")]
[JsonDerivedType(typeof(ReportCompiled), "reportCompiled")]
[JsonDerivedType(typeof(RulesRevised), "rulesRevised")]
[JsonDerivedType(typeof(RulesPublished), "rulesPublished")]
[JsonDerivedType(typeof(StepCompleted), "stepCompleted")]
[JsonDerivedType(typeof(MailQueued), "mailQueued")]
[JsonDerivedType(typeof(MailAttempted), "mailAttempted")]
[JsonDerivedType(typeof(MailSent), "mailSent")]
[JsonDerivedType(typeof(MailFailed), "mailFailed")]
internal abstract record RoundEvent
{
    private protected RoundEvent() { }
}

/// <summary>The round was opened under these rules.</summary>
/// <param name="Round">The round.</param>
/// <param name="Framework">Framework.</param>
/// <param name="FrameworkRevision">Its revision.</param>
/// <param name="FrameworkHash">Hash of its canonical JSON.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="PlanHash">Hash of its canonical JSON.</param>
internal sealed record RoundOpened(RoundId Round, FrameworkId Framework, int FrameworkRevision, ContentHash FrameworkHash, int PlanRevision, ContentHash PlanHash) : RoundEvent;

/// <summary>From here on the round goes by these rules.</summary>
/// <param name="Framework">Framework.</param>
/// <param name="FrameworkRevision">Its revision.</param>
/// <param name="FrameworkHash">Hash of its canonical JSON, which is in the round's vault.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="PlanHash">Hash of its canonical JSON, which is in the round's vault.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record RulesRevised(
    FrameworkId Framework, int FrameworkRevision, ContentHash FrameworkHash, int PlanRevision, ContentHash PlanHash, ContentHash Reason) : RoundEvent;

/// <summary>An office published a revision of a framework or plan: the one event of the streams <c>framework/{id}</c> and <c>plan/{id}</c>.</summary>
/// <param name="Id">Id of the framework or plan.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Hash">Its canonical JSON in the stream's own vault.</param>
/// <param name="Reason">Vault object of the stream that says why.</param>
internal sealed record RulesPublished(string Id, int Revision, ContentHash Hash, ContentHash Reason) : RoundEvent;

/// <summary>A delivery was accepted and has a receipt.</summary>
/// <param name="Receipt">Number of the receipt.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When the request, message or blob arrived.</param>
/// <param name="Key">What makes a repetition of the same delivery known: hash of scope and idempotency key.</param>
/// <param name="Body">Fingerprint of the delivery's files: the same key with another body is refused.</param>
/// <param name="Files">Untouched originals, in order.</param>
/// <param name="Returns">What the delivery says, by indicator.</param>
/// <param name="Findings">How many findings, by severity.</param>
/// <param name="Details">Vault object with file names and the full list of findings.</param>
internal sealed record DeliveryReceived(
    ReceiptNumber Receipt,
    DeliveryChannel Channel,
    UnitCode Unit,
    DateTimeOffset ReceivedAt,
    ContentHash Key,
    ContentHash Body,
    ImmutableArray<DeliveredFile> Files,
    ImmutableArray<DeliveredReturn> Returns,
    FindingCounts Findings,
    ContentHash Details) : RoundEvent;

/// <summary>A delivery could not be accepted; its bytes were not kept. Its sequence in the log is its id.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Sizes and hashes of what was not kept.</param>
/// <param name="Codes">Codes of the findings, in order.</param>
internal sealed record DeliveryRefused(DeliveryChannel Channel, UnitCode Unit, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFile> Files, ImmutableArray<string> Codes) : RoundEvent;

/// <summary>The internal deadline passed and was closed: what counted then.</summary>
/// <param name="Heads">Current version of each return at that moment.</param>
internal sealed record InternalDeadlineClosed(ImmutableArray<ReturnHead> Heads) : RoundEvent;

/// <summary>The province's report was compiled.</summary>
/// <param name="Edition">Which edition.</param>
/// <param name="FrameworkRevision">Framework revision it was scored by.</param>
/// <param name="PlanRevision">Plan revision.</param>
/// <param name="Heads">Versions it was made from.</param>
/// <param name="Word">Hash of the .docx.</param>
/// <param name="Pdf">Hash of the .pdf.</param>
internal sealed record ReportCompiled(Edition Edition, int FrameworkRevision, int PlanRevision, ImmutableArray<ReturnHead> Heads, ContentHash Word, ContentHash Pdf) : RoundEvent
{
    /// <summary>
    /// Head of the log's chain that the report was made from, so that a log that is changed before it contradicts itself. <see langword="null"/>
    /// in events that were recorded before heads were.
    /// </summary>
    public ContentHash? Log { get; init; }
}

/// <summary>A step was done, with all that it asked for: the mails of a step stand before it in the same append.</summary>
/// <param name="Step">Key of the step.</param>
internal sealed record StepCompleted(string Step) : RoundEvent;

/// <summary>A mail waits to be sent.</summary>
/// <param name="Mail">Its id: the same whenever the same step is done.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault; whom it goes to stands there alone.</param>
internal sealed record MailQueued(MailId Mail, MailPurpose Purpose, ContentHash Eml) : RoundEvent;

/// <summary>Somebody is about to send a mail. Nobody else is before the lease ends; then it may be sent once more, with the same Message-Id.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Until">End of the lease.</param>
internal sealed record MailAttempted(MailId Mail, DateTimeOffset Until) : RoundEvent;

/// <summary>A mail was handed over.</summary>
/// <param name="Mail">Its id.</param>
internal sealed record MailSent(MailId Mail) : RoundEvent;

/// <summary>A mail could not be handed over; it waits for the end of its lease.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Code">Code of the finding.</param>
internal sealed record MailFailed(MailId Mail, string Code) : RoundEvent;

/// <summary>An original file of a delivery.</summary>
/// <param name="Kind">What its bytes say it is; written as <c>workbook</c>, <c>pdf</c>, <c>jpeg</c> …</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">Its name in the vault.</param>
internal sealed record DeliveredFile(FileKind Kind, long Size, ContentHash Hash);

/// <summary>A return that a delivery brought.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Its version; for an unchanged return the version it equals.</param>
/// <param name="Unchanged">It says what the current version says, so it made no new one.</param>
/// <param name="Status">Which box was ticked.</param>
/// <param name="Content">Vault object with its canonical JSON.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
internal sealed record DeliveredReturn(IndicatorNumber Indicator, int Version, bool Unchanged, ReturnStatus Status, ContentHash Content, int FaultyRows);

/// <summary>Current version of a return.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="Content">Its content.</param>
internal sealed record ReturnHead(UnitCode Unit, IndicatorNumber Indicator, int Version, ContentHash Content);

/// <summary>How many findings.</summary>
/// <param name="Errors">To be put right.</param>
/// <param name="Warnings">To be checked.</param>
/// <param name="Information">To be known.</param>
internal sealed record FindingCounts(int Errors, int Warnings, int Information)
{
    /// <summary>The counts of a list.</summary>
    public static FindingCounts Of(IReadOnlyCollection<Finding> findings) => new(
        findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity == Severity.Warning), findings.Count(f => f.Severity == Severity.Information));
}

/// <summary>How a delivery came.</summary>
internal enum DeliveryChannel
{
    /// <summary>Uploaded.</summary>
    Upload,

    /// <summary>By e-mail.</summary>
    Mail,

    /// <summary>Dropped into a folder or container.</summary>
    Drop,

    /// <summary>From another installation.</summary>
    Import,
}
