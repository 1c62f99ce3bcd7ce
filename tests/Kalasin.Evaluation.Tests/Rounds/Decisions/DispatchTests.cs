using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>From the approved report to the giver's acknowledgement, and what comes late.</summary>
public sealed class DispatchTests
{
    private readonly RoundScript script = OneOfEach.Ready();

    [Fact]
    public void Dispatch_OfARoundWhereNothingIsReady_NamesAllThatIsMissing()
    {
        var choices = RoundScript.Rules.Plan.OpenChoices;
        string[] expected = ["KAL5305", "KAL5307", .. choices.Select(_ => "KAL5309"), "KAL5310"];
        var refused = Assert.IsType<Refuse>(script.Give(OnTheWay.Order()));
        Assert.Equal(expected, refused.Findings.Select(f => f.Code));
        Assert.All(choices, choice => Assert.Contains(refused.Findings, f => f.Message.Thai.Contains(choice.Question.Thai, StringComparison.Ordinal)));
        Assert.Equal(refused.Findings, DispatchOrder.Obstacles(script.State, RoundScript.Rules));
    }

    [Fact]
    public void Dispatch_IsOrderedOnce_WithItsMails()
    {
        var order = OnTheWay.Ready(script);
        var accept = Assert.IsType<Accept>(script.Give(order, Head));
        Assert.Equal([typeof(DispatchOrdered), typeof(MailQueued)], accept.Entries.Select(e => e.Event.GetType()));
        var dispatch = script.State.Dispatch!;
        Assert.Equal(
            (script.State.Signing!.Report.Pdf, RoundScript.Hash("Letter scan"), RoundScript.Hash("SignaturePage scan")),
            (dispatch.Report.Pdf, dispatch.SignedLetter, dispatch.SignedPage!.Value));
        Assert.Equal(dispatch.Ordered.Number, Assert.IsType<Already>(script.Give(OnTheWay.Order())).Number);
        Assert.Single(script.State.Mails);
    }

    [Fact]
    public void Dispatch_OfAStaleApproval_SaysWhatChanged()
    {
        var order = OnTheWay.Ready(script);
        script.Give(RoundScript.Delivery("4602", "late", ("3", "newer")));
        var finding = Assert.Single(Assert.IsType<Refuse>(script.Give(order)).Findings);
        Assert.Equal("KAL5306", finding.Code);
        Assert.Contains("version 2", finding.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_OfALetterThatGotAnotherNumber_HoldsNoMore()
    {
        var order = OnTheWay.Ready(script);
        script.Take(new NumberLetter("กส ๐๐๒๓.๑/๑๒๓๕", Soon, "ลงเลขคลาดเคลื่อน"));
        Assert.Equal("KAL5308", Code(order));
        Assert.IsType<Accept>(script.Give(OnTheWay.Copy(SignedPaper.Letter, "second")));
        Assert.IsType<Accept>(script.Give(order));
    }

    /// <summary>The number of the department's letter stands in ours; the websites' names don't.</summary>
    [Theory]
    [InlineData("dla-letter-number", "KAL5308")]
    [InlineData("website-names", null)]
    public void Copy_SignedBeforeItsWordsWereChosen_HoldsNoMore(string choice, string? code)
    {
        var order = OnTheWay.Ready(script);
        var before = script.State.LetterFollows(RoundScript.Rules);
        script.Take(new MakeChoice(choice, "chosen later"));
        Assert.Equal(code is null ? before : script.State.Sequence, script.State.LetterFollows(RoundScript.Rules));
        script.Take(new ApproveReport(OneOfEach.PutForward(script)), Head);
        if (code is not null)
        {
            Assert.Equal(code, Code(order));
            Assert.IsType<Accept>(script.Give(OnTheWay.Copy(SignedPaper.Letter, "second")));
        }
        Assert.IsType<Accept>(script.Give(order));
    }

    [Fact]
    public void SignaturePage_OfAReportThatWasApprovedBefore_IsNotSent()
    {
        OnTheWay.Ready(script);
        script.Take(new AskCorrection(Namon, Soon, "why"));
        script.Give(RoundScript.Delivery("4602", "late", ("3", "newer")));
        script.Take(new ApproveReport(Compiled(script)), Head);
        Assert.Null(script.State.SignedCopyOf(SignedPaper.SignaturePage, RoundScript.Rules));
        Assert.IsType<Accept>(script.Give(OnTheWay.Order()));
        Assert.Null(script.State.Dispatch!.SignedPage);
    }

    [Fact]
    public void Copy_BeforeNumberOrApproval_OrWithoutAReasonOfWhoMatchesIt_IsRefused()
    {
        Assert.Equal("KAL5307", Code(OnTheWay.Copy(SignedPaper.Letter)));
        Assert.Equal("KAL5305", Code(OnTheWay.Copy(SignedPaper.SignaturePage)));
        script.Take(new NumberLetter("1", Soon));
        Assert.Equal("KAL5201", Code(OnTheWay.Copy(SignedPaper.Letter) with { Reason = null }));
        Assert.IsType<Accept>(script.Give(OnTheWay.Copy(SignedPaper.Letter) with { Reason = null, Matched = MatchedBy.Code }));
    }

    [Fact]
    public void AfterDispatch_NothingOfItChanges()
    {
        Assert.IsType<Accept>(script.Give(OnTheWay.Ready(script)));
        var report = script.State.Signing!.Report.Pdf;
        foreach (var command in (RoundCommand[])[new NumberLetter("2", Soon, "x"), new RequestSignature(report), OnTheWay.Copy(SignedPaper.Letter, "other")])
            Assert.Equal("KAL5304", Code(command));
        foreach (var command in (RoundCommand[])[new ApproveReport(report), new ReturnReport(report, "x")]) Assert.Equal("KAL5304", Code(command, Head));
    }

    [Fact]
    public void InterruptedMail_WaitsForAPerson_WhoSaysThatItLeft()
    {
        var mail = OnTheWay.Interrupted(script);
        Assert.DoesNotContain(Schedule.Due(script.State, RoundScript.Rules, script.Now), s => s.Kind == StepKind.SendMail);
        Assert.Null(script.State.DispatchedAt);
        script.Take(new SettleDispatch(mail, Left: true, "in the mailbox of sent mails"), Head);
        Assert.Equal(script.Now, script.State.DispatchedAt);
        Assert.Equal("KAL5312", Code(new SettleDispatch(mail, Left: false, "x")));
    }

    [Fact]
    public void InterruptedMail_ThatDidNotLeave_IsSentAgain()
    {
        var mail = OnTheWay.Interrupted(script);
        script.Take(new SettleDispatch(mail, Left: false, "the server has no such mail"));
        Assert.Contains(Schedule.Due(script.State, RoundScript.Rules, script.Now), s => s.Key == script.State.Mails[mail].Step);
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), mail)));
        Assert.Equal(script.Now, script.State.DispatchedAt);
    }

    [Fact]
    public void MailThatCameBack_IsSentAgain()
    {
        OnTheWay.Sent(script);
        Assert.Equal("KAL5312", Code(new SettleDispatch(OnTheWay.Mail, Left: false, "x")));
        Assert.IsType<Accept>(script.Give(new TakeMessage(Guid.NewGuid(), RoundScript.Hash("message"), RoundScript.Hash("bounce"), MessageKind.Bounce, script.Now)
        {
            Mail = OnTheWay.Mail, Smtp = Status("5.2.2"),
        }));
        script.Take(new SettleDispatch(OnTheWay.Mail, Left: false, "the mailbox was full"));
        Assert.Null(script.State.DispatchedAt);
        Assert.True(script.State.Mails[OnTheWay.Mail] is { Bounce: null } mail && mail.IsDue(script.Now));
    }

    /// <summary>Refused for good is as if it had come back: nobody tries it again by itself, and a person says what becomes of it.</summary>
    [Fact]
    public void MailThatWasRefused_WaitsForAPerson_AndIsSentAgainOrHasGoneAnotherWay()
    {
        foreach (var left in (bool[])[false, true])
        {
            var other = OneOfEach.Ready();
            Refused(other);
            Assert.Empty(other.State.Outbox);
            Assert.Null(other.State.DispatchedAt);
            other.Take(new SettleDispatch(OnTheWay.Mail, left, "by telephone"));
            Assert.Equal(left, other.State.DispatchedAt is not null);
            Assert.Equal(!left, other.State.Outbox.Any(m => m.IsDue(other.Now)));
        }
    }

    [Fact]
    public void DispatchThatDidNotArrive_IsCalledOff_AndOrderedAnew()
    {
        Refused(script);
        Assert.Equal("KAL5304", Code(new NumberLetter("2", Soon, "x")));
        script.Take(new CancelDispatch("the address was wrong"), Head);
        Assert.Equal((null, MailStage.Cancelled), (script.State.Dispatch, script.State.Mails[OnTheWay.Mail].Stage(script.Now)));
        Assert.Empty(DispatchOrder.Obstacles(script.State, RoundScript.Rules));
        Assert.Equal("KAL5314", Code(new CancelDispatch("x")));
        Assert.Equal("KAL5312", Code(new SettleDispatch(OnTheWay.Mail, Left: false, "x")));
        Assert.Equal("KAL5403", Code(OnTheWay.Order()));
        var again = MailId.Of("dispatch", 2);
        Assert.IsType<Accept>(script.Give(new OrderDispatch(Guid.NewGuid(), [new(again, MailPurpose.Dispatch, RoundScript.Hash("again"))])));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), again)));
        Assert.Equal("KAL5315", Code(new CancelDispatch("x")));
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), again)));
        Assert.Equal(script.Now, script.State.DispatchedAt);
        Assert.Equal("KAL5315", Code(new CancelDispatch("x")));
    }

    [Fact]
    public void DispatchOfWhichNobodyKnows_IsNotCalledOff_AndOneThatWaitsIs()
    {
        var mail = OnTheWay.Interrupted(script);
        Assert.Equal("KAL5315", Code(new CancelDispatch("x")));
        script.Take(new SettleDispatch(mail, Left: false, "the server has no such mail"));
        script.Take(new CancelDispatch("another letter"));
        Assert.Empty(script.State.Outbox);
        Assert.IsType<Already>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
    }

    /// <summary>Somebody wrote down that it arrived, and then it came back.</summary>
    [Fact]
    public void DispatchThatCameBack_TakesAlongWhatWasRecordedOfItsArrival()
    {
        var left = OnTheWay.Sent(script);
        script.Take(new AcknowledgeDispatch(AcknowledgedBy.Reply, left));
        Assert.IsType<Accept>(script.Give(new TakeMessage(Guid.NewGuid(), RoundScript.Hash("message"), RoundScript.Hash("bounce"), MessageKind.Bounce, script.Now)
        {
            Mail = OnTheWay.Mail, Smtp = OneOfEach.Status("5.1.1"),
        }));
        script.Take(new CancelDispatch("the address was wrong"), Head);
        Assert.Equal((null, null), (script.State.Dispatch, script.State.Acknowledgement));
        Assert.Equal("KAL5313", Code(new AcknowledgeDispatch(AcknowledgedBy.Reply, left)));
    }

    private static void Refused(RoundScript script)
    {
        Assert.IsType<Accept>(script.Give(OnTheWay.Ready(script)));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), OnTheWay.Mail)));
        Assert.IsType<Accept>(script.Give(new FailMail(Guid.NewGuid(), OnTheWay.Mail, "KAL7604", ForGood: true)));
        script.Now += TimeSpan.FromDays(2);
    }

    [Fact]
    public void MailUnderWay_IsNotSettled()
    {
        Assert.IsType<Accept>(script.Give(OnTheWay.Ready(script)));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), OnTheWay.Mail)));
        Assert.Equal("KAL5312", Code(new SettleDispatch(OnTheWay.Mail, Left: false, "x")));
    }

    [Fact]
    public void Acknowledgement_IsOfADayBetweenDispatchAndToday_AndALaterOneReplacesIt()
    {
        var left = OnTheWay.Sent(script);
        Assert.Equal("KAL5208", Code(new AcknowledgeDispatch(AcknowledgedBy.Reply, left.AddDays(-1))));
        Assert.Equal("KAL5209", Code(new AcknowledgeDispatch(AcknowledgedBy.Reply, left.AddDays(1))));
        script.Take(new AcknowledgeDispatch(AcknowledgedBy.Reply, left));
        var last = script.Take(new AcknowledgeDispatch(AcknowledgedBy.Register, left, "๔๕๖/๒๕๖๗"));
        Assert.Equal((AcknowledgedBy.Register, last), (script.State.Acknowledgement!.By, script.State.Acknowledgement.Recorded.Number));
    }

    [Fact]
    public void LateReturn_IsTheDifferenceToWhatWasSent()
    {
        Assert.Null(script.State.DifferenceToDispatched(RoundScript.Rules));
        OnTheWay.Sent(script);
        Assert.True(script.State.DifferenceToDispatched(RoundScript.Rules)!.IsNone);
        script.Give(RoundScript.Delivery("4602", "late", ("3", "newer")));
        Compiled(script);
        var head = Assert.Single(script.State.DifferenceToDispatched(RoundScript.Rules)!.Newer);
        Assert.Equal((Namon, Third, 2), (head.Unit, head.Indicator, head.Version));
    }

    [Fact]
    public void FreeAddress_IsConfirmedAsItStands_AndAnotherIsNot()
    {
        var plan = RoundScript.Rules.Plan;
        script.InForce = RoundScript.Revised(plan with { Revision = plan.Revision + 1, Units = [.. plan.Units.Select(u => u.Code == Namon ? u with { Email = "namon@gmail.com" } : u)] });
        Assert.Contains(script.State.AddressesToConfirm(script.InForce), a => a is { Owner: AddressOwner.Unit, Unit: { Value: "4602" } });
        script.Take(new ConfirmAddress(AddressOwner.Unit, "by telephone", Namon));
        Assert.DoesNotContain(script.State.AddressesToConfirm(script.InForce), a => a.Owner == AddressOwner.Unit);
        Assert.IsType<Already>(script.Give(RoundScript.Said(new ConfirmAddress(AddressOwner.Unit, "again", Namon))));
        var moved = RoundScript.Revised(plan with { Revision = plan.Revision + 2, Units = [.. plan.Units.Select(u => u.Code == Namon ? u with { Email = "na.mon@gmail.com" } : u)] });
        Assert.Contains(script.State.AddressesToConfirm(moved), a => a.Owner == AddressOwner.Unit);
    }

    [Fact]
    public void Objection_IsPossibleUntilTheDay_AndNotAfter()
    {
        script.Take(new ShowResults(new(2024, 5, 12)));
        Assert.Equal(new(2024, 5, 12), script.State.Results!.Until);
        script.Now = RoundScript.At("2024-05-12T23:59:00+07:00");
        script.Take(new RaiseObjection(Namon, Third, "why"), Actor.Officer(Namon));
        script.Now = RoundScript.At("2024-05-13T00:00:00+07:00");
        Assert.Equal("KAL5228", Code(new RaiseObjection(Law, Agreed, "why"), Actor.Officer(Law)));
        script.Take(new ShowResults(new(2024, 5, 14)));
        script.Take(new RaiseObjection(Law, Agreed, "why"), Actor.Officer(Law));
    }

    private string Code(RoundCommand command, Actor? by = null) =>
        Assert.Single(Assert.IsType<Refuse>(script.Give(command is RoundDecision decision ? RoundScript.Said(decision) : command, by)).Findings).Code;
}
