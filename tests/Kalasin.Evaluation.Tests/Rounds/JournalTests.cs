using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>Mails that people prepare, and what becomes of them.</summary>
public sealed class JournalTests
{
    private readonly RoundScript script = Ready();

    [Fact]
    public void Batch_IsOneAppend_WithTheLinksInIt_AndHeldUntilReleased()
    {
        var units = RoundScript.Rules.Plan.Units.Select(u => u.Code).ToArray();
        var accept = Assert.IsType<Accept>(script.Give(Prepare(MailPurpose.Forms, units)));
        Assert.True(accept.Entries.Length <= 100);
        Assert.Equal((MailPurpose.Forms, units.Length), (script.State.Batches[5].Purpose, script.State.Batches[5].Count));
        Assert.All(script.State.Outbox, m => Assert.Equal((MailStage.Held, m.Unit), (m.Stage(script.Now), script.State.Links[m.Link!.Value].Unit)));
        Assert.Empty(Due());
        script.Take(new ReleaseMails(5));
        Assert.Equal(units, Due().Select(mail => mail.Unit!.Value));
        Assert.IsType<Already>(script.Give(RoundScript.Said(new ReleaseMails(5))));
    }

    [Fact]
    public void MailHeldAlone_StaysWhenItsBatchIsReleased_AndMayGoBefore()
    {
        var batch = Prepared(script);
        var (first, second) = (script.State.Outbox.First().Id, script.State.Outbox.Last().Id);
        script.Take(new HoldMail(first));
        script.Take(new ReleaseMail(second));
        Assert.Equal([second], Due().Select(m => m.Id));
        script.Take(new ReleaseMails(batch));
        Assert.Equal([second], Due().Select(m => m.Id));
        script.Take(new ReleaseMail(first));
        Assert.Equal([first, second], Due().Select(m => m.Id));
    }

    [Fact]
    public void Cancelled_NeverLeaves_ExceptWhatIsLeaving()
    {
        var batch = Prepared(script);
        script.Take(new ReleaseMails(batch));
        var (first, second) = (script.State.Outbox.First().Id, script.State.Outbox.Last().Id);
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), first)));
        Is("KAL5404", new CancelMails("why", Mail: first));
        script.Take(new CancelMails("why", Batch: batch));
        Assert.Equal([MailStage.UnderWay, MailStage.Cancelled], script.State.Mails.Values.OrderBy(m => m.Number).Select(m => m.Stage(script.Now)));
        Assert.IsType<Already>(script.Give(new AttemptMail(Guid.NewGuid(), second)));
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), first)));
        Assert.Empty(script.State.Outbox);
        Is("KAL5403", new HoldMail(first));
        Is("KAL5403", new CancelMails("why", Mail: first));
        Is("KAL5401", new ReleaseMail(MailId.Of("none", 1)));
        Is("KAL5402", new CancelMails("why", batch, first));
        Is("KAL5402", new CancelMails("why"));
        Is("KAL5210", new ReleaseMails(Over()));

        long Over()
        {
            var other = Prepared(script);
            script.Take(new CancelMails("why", Batch: other));
            return other;
        }
    }

    [Fact]
    public void MailToOneself_LeavesAtOnce()
    {
        Assert.IsType<Accept>(script.Give(new PrepareMails(Guid.NewGuid(), [new(MailId.Of("test", 1), MailPurpose.Test, RoundScript.Hash("test"))])));
        Assert.Equal(MailPurpose.Test, Assert.Single(Due()).Purpose);
    }

    [Fact]
    public void Append_IsNeverTooLarge()
    {
        var many = Enumerable.Range(1, MailToQueue.MostEvents + 1).Select(i => new MailToQueue(MailId.Of("many", i), MailPurpose.Results, RoundScript.Hash($"{i}"))).ToImmutableArray();
        Assert.Throws<ArgumentException>(() => script.Give(new PrepareMails(Guid.NewGuid(), many)));
        Assert.IsType<Accept>(script.Give(new PrepareMails(Guid.NewGuid(), many[1..])));
        Assert.Throws<ArgumentException>(() => script.Give(new PrepareMails(Guid.NewGuid(), many[2..3])));
    }

    [Fact]
    public void Bounce_IsTiedToItsMail_Once_AndADelayAfterItChangesNothing()
    {
        var mail = SendOne();
        Assert.IsType<Accept>(script.Give(Message("a", MessageKind.Delay, mail, "4.2.2")));
        Assert.Equal(MailStage.Sent, Stage(mail));
        Assert.IsType<Accept>(script.Give(Message("b", MessageKind.Bounce, mail, "5.1.1")));
        Assert.IsType<Already>(script.Give(Message("b", MessageKind.Bounce, mail, "5.1.1")));
        Assert.IsType<Accept>(script.Give(Message("c", MessageKind.Delay, mail, "4.2.2")));
        Assert.Equal((MailStage.Bounced, "5.1.1"), (Stage(mail), script.State.Mails[mail].Bounce!.Smtp?.Value));
        Assert.Equal(3, script.State.Messages.Count);
    }

    [Fact]
    public void Message_IsAnsweredInTheSameAppend_AndAProgramNever()
    {
        var answer = new MailToQueue(MailId.Answering(RoundScript.Hash("a")), MailPurpose.Receipt, RoundScript.Hash("answer")) { Unit = Namon };
        var message = Message("a", MessageKind.Delivery, null, null) with { Receipt = new ReceiptNumber(1), Answer = answer };
        Assert.Equal([typeof(MessageTaken), typeof(MailQueued)], Assert.IsType<Accept>(script.Give(message)).Entries.Select(e => e.Event.GetType()));
        Assert.IsType<Already>(script.Give(message with { Id = Guid.NewGuid() }));
        Assert.Equal(answer.Mail, Assert.Single(Due()).Id);
        Assert.Throws<ArgumentException>(() => script.Give(Message("b", MessageKind.Automatic, null, null) with { Answer = answer with { Mail = MailId.Of("b", 1) } }));
        Assert.IsType<Refuse>(script.Give(Message("c", MessageKind.Reply, MailId.Of("none", 1), null)));
        Assert.IsType<Refuse>(script.Give(Message("d", MessageKind.Delivery, null, null) with { Receipt = new ReceiptNumber(99) }));
    }

    [Fact]
    public void Resent_IsAnotherMail_ToTheSameUnit()
    {
        var mail = SendOne();
        var again = MailId.Of(Guid.NewGuid(), 1);
        Assert.IsType<Accept>(script.Give(new ResendMail(Guid.NewGuid(), mail, again, RoundScript.Hash("again"))));
        Assert.Equal((mail, again), (script.State.Mails.Values.Single(m => m.ResentAs == again).Id, Assert.Single(Due()).Id));
        Assert.Equal(script.State.Mails[mail].Unit, script.State.Mails[again].Unit);
        Assert.IsType<Already>(script.Give(new ResendMail(Guid.NewGuid(), mail, MailId.Of(Guid.NewGuid(), 1), RoundScript.Hash("again"))));
        Assert.Equal("KAL5406", Assert.Single(Assert.IsType<Refuse>(script.Give(new ResendMail(Guid.NewGuid(), again, mail, RoundScript.Hash("x")))).Findings).Code);
    }

    /// <summary>A link that opens nothing is not handed out again.</summary>
    [Fact]
    public void MailWithALinkThatWasTakenBack_IsNotSentOnceMore()
    {
        var mail = SendOne();
        script.Take(new RevokeLink(script.State.Mails[mail].Link!.Value, "why"));
        Assert.Equal("KAL5407", Assert.Single(Assert.IsType<Refuse>(script.Give(new ResendMail(Guid.NewGuid(), mail, MailId.Of("again", 1), RoundScript.Hash("x")))).Findings).Code);
    }

    /// <summary>Nobody sends the report a second time by mistake: where it is not known whether it left, a person decides.</summary>
    [Fact]
    public void Dispatch_Interrupted_IsNotTriedAgain_WhereOthersAre()
    {
        foreach (var (purpose, isTried) in ((MailPurpose, bool)[])[(MailPurpose.Dispatch, false), (MailPurpose.Reminder, true)])
        {
            var mail = MailId.Of(purpose.ToString().ToLowerInvariant(), 1);
            Assert.IsType<Accept>(script.Give(new PrepareMails(Guid.NewGuid(), [new(mail, purpose, RoundScript.Hash("eml"))])));
            script.Take(new ReleaseMails(script.State.Batches.Keys.Last()));
            Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
            script.Now += TimeSpan.FromDays(3);
            Assert.Equal(isTried, Due().Any(m => m.Id == mail));
            Assert.Equal(isTried ? MailStage.Waiting : MailStage.Interrupted, Stage(mail));
            Assert.Equal(isTried, script.Give(new AttemptMail(Guid.NewGuid(), mail)) is Accept);
        }
        foreach (var decision in (RoundDecision[])[new HoldMail(MailId.Of("dispatch", 1)), new CancelMails("why", Mail: MailId.Of("dispatch", 1))]) Is("KAL5405", decision);
        Assert.IsType<Refuse>(script.Give(new ResendMail(Guid.NewGuid(), MailId.Of("dispatch", 1), MailId.Of("again", 1), RoundScript.Hash("x"))));
    }

    /// <summary>What a server refuses for good ends as what came back does; what it refuses for now is tried again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RefusedForGood_IsNotTriedAgain(bool forGood)
    {
        Assert.IsType<Accept>(script.Give(Prepare(MailPurpose.Forms, Namon)));
        var mail = script.State.Outbox.Single().Id;
        script.Take(new ReleaseMail(mail));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
        Assert.IsType<Accept>(script.Give(new FailMail(Guid.NewGuid(), mail, "KAL7604", forGood)));
        script.Now += TimeSpan.FromDays(2);
        Assert.Equal((forGood ? MailStage.Bounced : MailStage.Failed, "KAL7604", !forGood), (Stage(mail), script.State.Mails[mail].Failure, Due().Any()));
        Assert.Equal(forGood, script.Give(new ResendMail(Guid.NewGuid(), mail, MailId.Of("again", 1), RoundScript.Hash("again"))) is Accept);
    }

    /// <summary>What was found not to have left after all waits again.</summary>
    [Fact]
    public void MailThatIsToBeSentAgain_WaitsAgain()
    {
        var mail = SendOne();
        var again = script.State.WithMail(mail, sent => sent with { SentAt = null });
        Assert.Equal(mail, Assert.Single(again.Outbox).Id);
        Assert.Equal(mail, Assert.Single(again.WithMail(mail, waiting => waiting with { Failure = "KAL7602" }).Outbox).Id);
    }

    [Fact]
    public void LinkInAMail_SaysWhenItWasFirstOpened()
    {
        Prepared(script);
        var link = script.State.Outbox.First().Link!.Value;
        Assert.IsType<Accept>(script.Give(new OpenLink(Guid.NewGuid(), link), Actor.Clock));
        Assert.Equal(script.Now, script.State.Links[link].OpenedAt);
        Assert.IsType<Already>(script.Give(new OpenLink(Guid.NewGuid(), link), Actor.Clock));
        Assert.IsType<Refuse>(script.Give(new OpenLink(Guid.NewGuid(), 1), Actor.Clock));
    }

    [Fact]
    public void MessageId_TellsItsMail_AndNobodyElses()
    {
        var mail = SendOne();
        var id = MessageIds.Of(script.State, mail, "office@example.go.th");
        Assert.Matches("^46-dla-2567\\.[0-9a-z-]+\\.[0-9a-f]{16}@example\\.go\\.th$", id);
        Assert.Equal(RoundId.Parse("46-dla-2567"), MessageIds.RoundOf($"<{id}>"));
        Assert.Equal(mail, MessageIds.Find(script.State, $" <{id}>")!.Id);
        Assert.Equal(mail, MessageIds.Find(script.State, id)!.Id);
        foreach (var other in (string?[])[null, "", "<>", "@", $"x{id}", id.Replace(".", "..", StringComparison.Ordinal), id[..20] + "f" + id[21..], new string('a', 10_000), "46-dla-2567.a.b@c"])
            Assert.Null(MessageIds.Find(script.State, other));
        var elsewhere = OneOfEach.Ready();
        Assert.Null(MessageIds.Find(elsewhere.State, id));
    }

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("4.999.999", true)]
    [InlineData("3.1.1", false)]
    [InlineData("5.1", false)]
    [InlineData("5.1.1111", false)]
    [InlineData("5.1.๑", false)]
    [InlineData("5.1.1\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void SmtpStatus_IsWhatTheStandardSays(string? text, bool isOne) => Assert.Equal(isOne, SmtpStatus.TryParse(text, out _));

    /// <summary>Logs of the version before go on, and what is written without the new members is what was written before.</summary>
    [Fact]
    public void MailQueuedBefore_ReadsAndWritesAsItDid()
    {
        const string Before = """
            {"at":"2024-05-16T08:00:00+07:00","actor":{"role":"System","id":"clock"},"command":"00000000-0000-0000-0000-000000000001","event":{"kind":"mailQueued","mail":"tell-closed-1","purpose":"ClosingNotice","eml":"0000000000000000000000000000000000000000000000000000000000000000"},"v":1}
            """;
        var entry = RoundEntry.FromBytes(Encoding.UTF8.GetBytes(Before));
        Assert.Equal(new MailQueued(MailId.Of("tell-closed", 1), MailPurpose.ClosingNotice, ContentHash.Zero), entry.Event);
        Assert.Equal(Before, Encoding.UTF8.GetString(entry.ToBytes()));
    }

    private IEnumerable<JournalMail> Due() => script.State.Outbox.Where(m => m.IsDue(script.Now));

    private MailStage Stage(MailId mail) => script.State.Mails[mail].Stage(script.Now);

    private void Is(string code, RoundDecision decision) => Assert.Equal(code, Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision))).Findings).Code);

    private static TakeMessage Message(string key, MessageKind kind, MailId? mail, string? smtp) =>
        new(Guid.NewGuid(), RoundScript.Hash(key), RoundScript.Hash($"eml {key}"), kind, RoundScript.At("2024-05-10T09:00:00+07:00")) { Mail = mail, Smtp = smtp is null ? null : Status(smtp) };

    private MailId SendOne()
    {
        Assert.IsType<Accept>(script.Give(Prepare(MailPurpose.Forms, Namon)));
        var mail = script.State.Outbox.Single().Id;
        script.Take(new ReleaseMail(mail));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), mail)));
        return mail;
    }
}
