using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Something that is asked of a round. Closed family. Bytes it names are in the vault already.</summary>
internal abstract record RoundCommand
{
    private protected RoundCommand(Guid id) => Id = id;

    /// <summary>Minted once by the caller, kept across retries: tells "already done".</summary>
    public Guid Id { get; init; }

    /// <summary>Whether this actor may ask it. Every command says so itself, so that none is forgotten.</summary>
    /// <param name="actor">Who asks.</param>
    internal abstract bool IsOpenTo(Actor actor);
}

/// <summary>Open the round under these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
internal sealed record OpenRound(Guid Id, AwardRules Rules) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.IsCoordinator;
}

/// <summary>Move the round to these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ReviseRules(Guid Id, AwardRules Rules, ContentHash Reason) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.IsCoordinator;
}

/// <summary>Accept a delivery that brought something.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Key">Hash of scope and idempotency key.</param>
/// <param name="Body">Fingerprint of the files.</param>
/// <param name="Files">Originals.</param>
/// <param name="Returns">
/// Returns understood, with the name of their canonical JSON in the vault; at most one per indicator. May be empty when files were
/// kept as copies or evidence.
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
    ImmutableArray<(Return Read, ContentHash Content)> Returns,
    FindingCounts Findings,
    ContentHash Details) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.SendsFor(Unit);
}

/// <summary>Record that a delivery could not be accepted.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Sizes and hashes of what was not kept.</param>
/// <param name="Codes">Codes of the findings.</param>
internal sealed record RefuseDelivery(Guid Id, DeliveryChannel Channel, UnitCode Unit, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFile> Files, ImmutableArray<string> Codes) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.SendsFor(Unit);
}

/// <summary>Close the internal deadline once its day is over.</summary>
/// <param name="Id">Id of the command.</param>
internal sealed record CloseInternalDeadline(Guid Id) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}

/// <summary>Record a compiled report, all its editions at once, and with it the step that compiled it.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Sequence">State it was compiled from.</param>
/// <param name="Editions">One of each.</param>
internal sealed record RecordReport(Guid Id, string Step, long Sequence, ImmutableArray<CompiledEdition> Editions) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}

/// <summary>An edition of a report in the vault.</summary>
/// <param name="Edition">Which edition.</param>
/// <param name="Word">Hash of the .docx in the vault.</param>
/// <param name="Pdf">Hash of the .pdf in the vault.</param>
internal sealed record CompiledEdition(Edition Edition, ContentHash Word, ContentHash Pdf);

/// <summary>Complete a step whose only effects are mails.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Mails">What it queues.</param>
internal sealed record CompleteStep(Guid Id, string Step, ImmutableArray<MailToQueue> Mails) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}

/// <summary>A mail to be queued.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault.</param>
internal sealed record MailToQueue(MailId Mail, MailPurpose Purpose, ContentHash Eml);

/// <summary>Take the lease of a mail that is due; accepted for one only.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record AttemptMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}

/// <summary>Record that a mail was handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record ConfirmMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}

/// <summary>Record that a mail could not be handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Code">Code of the finding.</param>
internal sealed record FailMail(Guid Id, MailId Mail, string Code) : RoundCommand(Id)
{
    /// <inheritdoc />
    internal override bool IsOpenTo(Actor actor) => actor.KeepsTime;
}
