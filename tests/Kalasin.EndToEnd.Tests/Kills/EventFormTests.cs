using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Every decision leaves an event that says nothing but ids, numbers, dates, hashes and words of ours; whatever else stood there would be found.</summary>
public sealed class EventFormTests
{
    private static readonly ContentHash Why = ContentHash.Of("why"u8);
    private static readonly UnitCode Unit = UnitCode.Parse("4602");
    private static readonly IndicatorNumber Indicator = IndicatorNumber.Parse("3");
    private static readonly DateOnly Day = new(2024, 5, 20);
    private static readonly DateTimeOffset At = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly MailId Mail = MailId.Of("close", 1);
    private static readonly RowFingerprint Row = new(Unit, "0123456789abcdef");

    private static readonly RoundEvent[] Decided =
    [
        new CorrectionAsked(Unit, null, Day, Why), new CorrectionAnswered(7, Why), new DeadlineExtended(Unit, Day, Why), new UnitExcused(Unit, null, Why), new UnitExpected(Unit, Indicator, Why),
        new DeliveryWithdrawn(new(1), Why), new DeliveryRestored(new(1), Why), new ReturnExcluded(Unit, Indicator, 1, Why), new ReturnIncluded(Unit, Indicator, 1, Why),
        new RowExcluded(Unit, Indicator, Row.Hash, Why), new RowIncluded(Unit, Indicator, Row.Hash, Why), new DuplicateSettled(Indicator, Row, Row, Same: true, Why),
        new DisagreementSettled(Indicator, Unit, [new(Unit, Indicator, 1, Why)], Why), new CopyReceived(Unit, null, CopyForm.Paper, Day, Why), new CopyRevoked(Unit, null, CopyForm.Paper, Why),
        new ReturnConfirmed(Unit, Indicator, 1, ConfirmationKind.ByUnitHead), new ConfirmationWithdrawn(Unit, Indicator, 1, ConfirmationKind.ByAnother, Why),
        new AssessmentEntered(Indicator, null, 3.25m, Why), new AssessmentTakenBack(Indicator, Unit, Why), new ChoiceMade("website-names", Why),
        new QuestionAsked(Unit, Indicator, Why), new QuestionAnswered(7, Why), new QuestionClosed(7, null), new NoteWritten(null, null, NoteRole.Head, null, Why), new NoteDone(7, Why),
        new StandInNamed(Day, Day, 7, Why), new StandInEnded(7, Why), new ObjectionRaised(Unit, Indicator, Why), new ObjectionDecided(7, Upheld: false, Why), new JumpExplained(Unit, Indicator, 1, Why),
        new LinkIssued(LinkPurpose.Unit, Unit, Why, At, Why), new LinkRevoked(7, Why), new ContentErased(Why, Why),
        new SignatureRequested(Why, null), new ReportApproved(Why), new ReportReturned(Why, Why), new LetterNumbered(Why, Day, null),
        new MailsPrepared(MailPurpose.Forms, 22), new MailsReleased(7), new MailsCancelled(7, null, Why), new MailHeld(Mail), new MailReleased(Mail), new MailResent(Mail, Mail),
        new MailBounced(Mail, Permanent: true, null, Why), new MessageTaken(Why, Why, MessageKind.Reply, At, null, Mail, null), new LinkOpened(7),
        new SignedCopyAttached(SignedPaper.SignaturePage, SignedForm.Certificate, Why, 1000, MatchedBy.Person, 7, ["KAL5301"], Why, Why), new SignedReturnAttached(Unit, [new(Indicator, 2)], SignedForm.Certificate, Why, 1000, ["KAL7469"], Why),
        new AddressConfirmed(AddressOwner.Unit, Unit, Why, Why),
        new DispatchOrdered(Why, Why, Why, null, 7, Why), new DispatchSettled(MailId.Of("dispatch", 1), Left: false, Why), new DispatchCancelled(Why), new DispatchAcknowledged(AcknowledgedBy.Register, Day, null), new ResultsShown(Day), new ScorecardsEntered(Why, ["46"]) { Rules = Why }, new ScorecardWithdrawn("46", Why), new OfficeFileSet(OfficeFile.Emblem, Why, 1000), new OfficeFileSet(OfficeFile.Form, null, 0),
    ];

    [Fact]
    public void EveryDecision_SaysNothingElse()
    {
        foreach (var happened in Decided)
            Assert.Empty(EventForm.Excess(Entry(happened)).Select(excess => $"{happened.GetType().Name}: {excess}"));
        var kinds = typeof(RoundEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RoundEvent))).Select(t => t.Name);
        // The others are in every log that the kill suite reads.
        Assert.Equal(
            [
                nameof(RoundOpened), nameof(DeliveryReceived), nameof(DeliveryRefused), nameof(InternalDeadlineClosed), nameof(ReportCompiled), nameof(RulesRevised), nameof(RulesPublished),
                nameof(StepCompleted), nameof(MailQueued), nameof(MailAttempted), nameof(MailSent), nameof(MailFailed),
            ],
            kinds.Except(Decided.Select(d => d.GetType().Name)).Order(StringComparer.Ordinal),
            (IEnumerable<string> a, IEnumerable<string> b) => a.Order(StringComparer.Ordinal).SequenceEqual(b));
    }

    [Fact]
    public void WordsOfAPerson_WouldBeFound()
    {
        var json = Encoding.UTF8.GetString(new RoundEntry(At, Actor.Local, Guid.NewGuid(), new DeadlineExtended(Unit, Day, Why)).ToBytes());
        Assert.Single(EventForm.Excess(JsonElement.Parse(json.Replace(Why.ToString(), "นายสมชาย", StringComparison.Ordinal))));
        Assert.Single(EventForm.Excess(JsonElement.Parse(json.Replace("\"until\"", "\"name\"", StringComparison.Ordinal))));
    }

    private static JsonElement Entry(RoundEvent happened) =>
        JsonElement.Parse(new RoundEntry(At, Actor.Officer(UnitCode.Parse("LAW")), Guid.NewGuid(), happened) { Body = Why }.ToBytes());
}
