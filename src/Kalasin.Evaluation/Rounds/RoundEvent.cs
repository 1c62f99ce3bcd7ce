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
[JsonDerivedType(typeof(ScorecardsEntered), "scorecardsEntered")]
[JsonDerivedType(typeof(ScorecardWithdrawn), "scorecardWithdrawn")]
[JsonDerivedType(typeof(StepCompleted), "stepCompleted")]
[JsonDerivedType(typeof(MailQueued), "mailQueued")]
[JsonDerivedType(typeof(MailAttempted), "mailAttempted")]
[JsonDerivedType(typeof(MailSent), "mailSent")]
[JsonDerivedType(typeof(MailFailed), "mailFailed")]
[JsonDerivedType(typeof(CorrectionAsked), "correctionAsked")]
[JsonDerivedType(typeof(CorrectionAnswered), "correctionAnswered")]
[JsonDerivedType(typeof(DeadlineExtended), "deadlineExtended")]
[JsonDerivedType(typeof(UnitExcused), "unitExcused")]
[JsonDerivedType(typeof(UnitExpected), "unitExpected")]
[JsonDerivedType(typeof(DeliveryWithdrawn), "deliveryWithdrawn")]
[JsonDerivedType(typeof(DeliveryRestored), "deliveryRestored")]
[JsonDerivedType(typeof(ReturnExcluded), "returnExcluded")]
[JsonDerivedType(typeof(ReturnIncluded), "returnIncluded")]
[JsonDerivedType(typeof(RowExcluded), "rowExcluded")]
[JsonDerivedType(typeof(RowIncluded), "rowIncluded")]
[JsonDerivedType(typeof(DuplicateSettled), "duplicateSettled")]
[JsonDerivedType(typeof(DisagreementSettled), "disagreementSettled")]
[JsonDerivedType(typeof(CopyReceived), "copyReceived")]
[JsonDerivedType(typeof(CopyRevoked), "copyRevoked")]
[JsonDerivedType(typeof(ReturnConfirmed), "returnConfirmed")]
[JsonDerivedType(typeof(ConfirmationWithdrawn), "confirmationWithdrawn")]
[JsonDerivedType(typeof(AssessmentEntered), "assessmentEntered")]
[JsonDerivedType(typeof(AssessmentTakenBack), "assessmentTakenBack")]
[JsonDerivedType(typeof(ChoiceMade), "choiceMade")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(QuestionAnswered), "questionAnswered")]
[JsonDerivedType(typeof(QuestionClosed), "questionClosed")]
[JsonDerivedType(typeof(NoteWritten), "noteWritten")]
[JsonDerivedType(typeof(NoteDone), "noteDone")]
[JsonDerivedType(typeof(StandInNamed), "standInNamed")]
[JsonDerivedType(typeof(StandInEnded), "standInEnded")]
[JsonDerivedType(typeof(ObjectionRaised), "objectionRaised")]
[JsonDerivedType(typeof(ObjectionDecided), "objectionDecided")]
[JsonDerivedType(typeof(ContentErased), "contentErased")]
[JsonDerivedType(typeof(LinkIssued), "linkIssued")]
[JsonDerivedType(typeof(LinkRevoked), "linkRevoked")]
[JsonDerivedType(typeof(JumpExplained), "jumpExplained")]
[JsonDerivedType(typeof(MailsPrepared), "mailsPrepared")]
[JsonDerivedType(typeof(MailsReleased), "mailsReleased")]
[JsonDerivedType(typeof(MailsCancelled), "mailsCancelled")]
[JsonDerivedType(typeof(MailHeld), "mailHeld")]
[JsonDerivedType(typeof(MailReleased), "mailReleased")]
[JsonDerivedType(typeof(MailResent), "mailResent")]
[JsonDerivedType(typeof(MailBounced), "mailBounced")]
[JsonDerivedType(typeof(MessageTaken), "messageTaken")]
[JsonDerivedType(typeof(LinkOpened), "linkOpened")]
[JsonDerivedType(typeof(SignatureRequested), "signatureRequested")]
[JsonDerivedType(typeof(ReportApproved), "reportApproved")]
[JsonDerivedType(typeof(ReportReturned), "reportReturned")]
[JsonDerivedType(typeof(LetterNumbered), "letterNumbered")]
[JsonDerivedType(typeof(SignedCopyAttached), "signedCopyAttached")]
[JsonDerivedType(typeof(SignedReturnAttached), "signedReturnAttached")]
[JsonDerivedType(typeof(AddressConfirmed), "addressConfirmed")]
[JsonDerivedType(typeof(DispatchOrdered), "dispatchOrdered")]
[JsonDerivedType(typeof(DispatchSettled), "dispatchSettled")]
[JsonDerivedType(typeof(DispatchCancelled), "dispatchCancelled")]
[JsonDerivedType(typeof(DispatchAcknowledged), "dispatchAcknowledged")]
[JsonDerivedType(typeof(ResultsShown), "resultsShown")]
[JsonDerivedType(typeof(OfficeFileSet), "officeFileSet")]
internal abstract record RoundEvent
{
    private protected RoundEvent() { }

    /// <summary>The vault objects that hold what was said with it in free text. Default: none.</summary>
    internal virtual IEnumerable<ContentHash> Texts => [];

    /// <summary>All that it names in the vault, and that was there before it: what goes along with a log wherever the log goes. Default: what was said.</summary>
    internal virtual IEnumerable<ContentHash> Contents => Texts;

    /// <summary>The rows that it names by what they say; where they stand is in the vault. Default: none.</summary>
    internal virtual IEnumerable<(IndicatorNumber Indicator, RowFingerprint Row)> Rows => [];

    /// <summary>Whether scores or reports may be others after it, though every return stays as it is. Default: no.</summary>
    internal virtual bool ChangesResults => false;

    /// <summary>The state after it. Pure.</summary>
    /// <param name="state">The state before, with its place in the log counted already.</param>
    /// <param name="how">Where it stands in the log, when it was decided and by whom.</param>
    /// <exception cref="InvalidDataException">It can't follow from that state: the log was written by something else.</exception>
    internal abstract RoundState Apply(RoundState state, Happened how);

    /// <summary>What happened, in a sentence without full stop, for whoever reads the log.</summary>
    /// <param name="telling">Knows names.</param>
    internal abstract BilingualText Tell(Telling telling);
}

/// <summary>How an event came about.</summary>
/// <param name="Number">Its sequence in the log: what a thread that it begins is called by.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">By whom.</param>
internal sealed record Happened(long Number, DateTimeOffset At, Actor By)
{
    /// <summary>What an earlier event began.</summary>
    /// <exception cref="InvalidDataException">No such event did.</exception>
    public T Earlier<T>(IReadOnlyDictionary<long, T> begun, long number) =>
        begun.TryGetValue(number, out var found) ? found : throw new InvalidDataException($"Event {Number} follows from event {number}, which began no {typeof(T).Name}.");

    /// <summary>That something was decided so.</summary>
    public Ruled Ruled(ContentHash? text) => new(Number, At, By, text);
}

/// <summary>That something was decided, and holds until a later decision.</summary>
/// <param name="Number">Sequence of the event.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Text">Vault object that says why, or what; <see langword="null"/> where nothing was said.</param>
internal sealed record Ruled(long Number, DateTimeOffset At, Actor By, ContentHash? Text);
