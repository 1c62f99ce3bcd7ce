using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>One command of each kind, all about unit 4602 where they are about a unit, each with the round that accepts it.</summary>
internal static class OneOfEach
{
    public static readonly UnitCode Namon = UnitCode.Parse("4602");
    public static readonly IndicatorNumber Third = IndicatorNumber.Parse("3");
    public static readonly IndicatorNumber Agreed = IndicatorNumber.Parse("10");
    public static readonly UnitCode Law = UnitCode.Parse("LAW");
    public static readonly DateOnly Soon = new(2024, 5, 20);
    public static readonly Actor Head = new(ActorRole.Head, "head");

    private static readonly MailId Mail = MailId.Of("test", 1);

    private static readonly Dictionary<Type, Func<RoundScript, RoundCommand>> All = new Func<RoundScript, RoundCommand>[]
    {
        _ => new OpenRound(Guid.NewGuid(), RoundScript.Rules),
        _ => new ReviseRules(Guid.NewGuid(), RoundScript.Revised(RoundScript.Rules.Plan with { Revision = 99 }), RoundScript.Hash("why")),
        _ => RoundScript.Delivery("4602", "k", ("3", "a")),
        _ => new RefuseDelivery(Guid.NewGuid(), DeliveryChannel.Upload, Namon, default, [], []),
        _ => new CloseInternalDeadline(Guid.NewGuid()),
        s => new RecordReport(Guid.NewGuid(), "compile", s.State.Sequence, [new(Edition.Official, RoundScript.Hash("w"), RoundScript.Hash("p"))]),
        s => Closed(s, new CompleteStep(Guid.NewGuid(), Notices.Closed, [new(Mail, MailPurpose.ClosingNotice, RoundScript.Hash("eml"))])),
        s => new AttemptMail(Guid.NewGuid(), Queued(s)),
        s => new ConfirmMail(Guid.NewGuid(), Attempted(s)),
        s => new FailMail(Guid.NewGuid(), Queued(s), "KAL7301"),
        _ => Prepare("forms", MailPurpose.Forms, Namon),
        s => new ReleaseMails(Prepared(s)),
        s => new CancelMails("why", Batch: Prepared(s)),
        s => new HoldMail(Queued(s)),
        s => Held(s, new ReleaseMail(Queued(s))),
        s => Sent(s, mail => new ResendMail(Guid.NewGuid(), mail, MailId.Of("again", 1), RoundScript.Hash("again"))),
        s => Sent(s, mail => new TakeMessage(Guid.NewGuid(), RoundScript.Hash("message"), RoundScript.Hash("bounce"), MessageKind.Bounce, s.Now)
        {
            Unit = Namon, Mail = mail, Smtp = Status("5.1.1"),
        }),
        s => new OpenLink(Guid.NewGuid(), Issued(s, LinkPurpose.Unit, Namon)),
        _ => new AskCorrection(Namon, Soon, "why", Third),
        s => new AnswerCorrection(s.Take(new AskCorrection(Namon, Soon, "why", Third)), "answer"),
        _ => new ExtendDeadline(Namon, Soon, "why"),
        _ => new ExcuseUnit(Namon, "why", Third),
        s => After(s, new ExcuseUnit(Namon, "why", Third), new ExpectUnit(Namon, "why", Third)),
        _ => new WithdrawDelivery(1, "why"),
        s => After(s, new WithdrawDelivery(1, "why"), new RestoreDelivery(1, "why")),
        _ => new ExcludeReturn(Namon, Third, 1, "why"),
        s => After(s, new ExcludeReturn(Namon, Third, 1, "why"), new IncludeReturn(Namon, Third, 1, "why")),
        s => Seen(s, new ExcludeRow(Namon, Third, "00000000000000aa", "why")),
        s => After(s, Seen(s, new ExcludeRow(Namon, Third, "00000000000000aa", "why")), new IncludeRow(Namon, Third, "00000000000000aa", "why")),
        s => Seen(s, new SettleDuplicate(Third, new(Namon, "00000000000000aa"), new(Namon, "00000000000000bb"), Same: true, "why")),
        s => Compared(s, new SettleDisagreement(Agreed, Law, "why")),
        _ => new RecordCopy(Namon, CopyForm.Paper, new(2024, 5, 10), "๑๒๓/๒๕๖๗", Third),
        s => After(s, new RecordCopy(Namon, CopyForm.Paper, new(2024, 5, 10), null, Third), new RevokeCopy(Namon, CopyForm.Paper, "why", Third)),
        _ => new ConfirmReturn(Namon, Third, 1, ConfirmationKind.ByAnother),
        s => After(s, new ConfirmReturn(Namon, Third, 1, ConfirmationKind.ByAnother), new WithdrawConfirmation(Namon, Third, 1, ConfirmationKind.ByAnother, "why"), Head),
        _ => new Assess(Third, 3.5m, "why"),
        s => After(s, new Assess(Third, 3.5m, "why"), new TakeBackAssessment(Third, "why")),
        _ => new MakeChoice("website-names", "www"),
        _ => new AskQuestion(Namon, "question", Third),
        s => new AnswerQuestion(s.Take(new AskQuestion(Namon, "question", Third)), "answer"),
        s => new CloseQuestion(s.Take(new AskQuestion(Namon, "question", Third)), "why"),
        _ => new WriteNote("note", NoteRole.Confirmer, null, Namon, Third),
        s => new FinishNote(s.Take(new WriteNote("note", NoteRole.Confirmer)), "done"),
        s => new NameStandIn(new(2024, 5, 10), Soon, Issued(s, LinkPurpose.StandIn), "order 1/2567"),
        s => new EndStandIn(s.Take(new NameStandIn(new(2024, 5, 10), Soon, Issued(s, LinkPurpose.StandIn), "order 1/2567")), "back"),
        _ => new RaiseObjection(Namon, Third, "why"),
        s => new DecideObjection(s.Take(new RaiseObjection(Namon, Third, "why")), Upheld: true, "why"),
        _ => new ExplainJump(Namon, Third, "why"),
        s => new RequestSignature(Compiled(s), "note"),
        s => new ApproveReport(PutForward(s)),
        s => new ReturnReport(PutForward(s), "note"),
        _ => new NumberLetter("กส ๐๐๒๓.๑/๑๒๓๔", Soon),
        s => After(s, new NumberLetter("กส ๐๐๒๓.๑/๑๒๓๔", Soon), OnTheWay.Copy(SignedPaper.Letter)),
        _ => OnTheWay.SignedReturn(1),
        _ => new ConfirmAddress(AddressOwner.Award, "why"),
        OnTheWay.Ready,
        s => new SettleDispatch(OnTheWay.Interrupted(s), Left: false, "why"),
        s => OnTheWay.Ordered(s, new CancelDispatch("why")),
        s => new AcknowledgeDispatch(AcknowledgedBy.Register, OnTheWay.Sent(s), "๔๕๖"),
        _ => new ShowResults(Soon),
        _ => new SetOfficeFile(Guid.NewGuid(), OfficeFile.Emblem, RoundScript.Hash("emblem"), 1000),
        _ => Link(LinkPurpose.Unit, Namon),
        s => new RevokeLink(Issued(s, LinkPurpose.Head), "why"),
        s => new EraseContent(Guid.NewGuid(), s.State.Deliveries[0].Details, new("00", "PDPA")),
    }.ToDictionary(c => c(Ready()).GetType());

    public static IEnumerable<Type> Kinds => typeof(RoundCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RoundCommand)) && !t.IsAbstract);

    /// <summary>The round, and a command of a kind that it accepts of the head and mostly of the coordinator.</summary>
    public static (RoundScript Script, RoundCommand Command) Of(Type kind)
    {
        var script = kind == typeof(OpenRound) ? new RoundScript() : Ready();
        if (kind == typeof(CloseInternalDeadline)) script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        var command = All[kind](script);
        return (script, command is RoundDecision said ? RoundScript.Said(said) : command);
    }

    /// <summary>A round in which three units have reported, by a program and not by hand of the coordinator.</summary>
    public static RoundScript Ready()
    {
        var script = RoundScript.Opened();
        var mailed = new Actor(ActorRole.Machine, "mail");
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", "first", ("3", "first")), mailed));
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("LAW", "second", ("10", "one")), mailed));
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("ADM", "third", ("10", "other")), mailed));
        return script;
    }

    public static IssueLink Link(LinkPurpose purpose, UnitCode? unit = null) =>
        new(Guid.NewGuid(), purpose, unit, RoundScript.Hash(Guid.NewGuid().ToString()), RoundScript.At("2024-06-30T00:00:00+07:00"), new("00", "note"));

    /// <returns>The link's number.</returns>
    public static long Issued(RoundScript script, LinkPurpose purpose, UnitCode? unit = null)
    {
        Assert.IsType<Accept>(script.Give(Link(purpose, unit)));
        return script.State.Sequence;
    }

    /// <summary>Mails to units, each with a link of its own.</summary>
    public static PrepareMails Prepare(string name, MailPurpose purpose, params ReadOnlySpan<UnitCode> units)
    {
        var mails = ImmutableArray.CreateBuilder<MailToQueue>();
        foreach (var unit in units)
            mails.Add(new(MailId.Of(name, mails.Count + 1), purpose, RoundScript.Hash($"{name}{unit}"))
            {
                Unit = unit, Link = new(RoundScript.Hash($"{name}{unit}secret"), RoundScript.At("2024-06-30T00:00:00+07:00")),
            });
        return new(Guid.NewGuid(), mails.ToImmutable());
    }

    public static PrepareMails Prepare(MailPurpose purpose, params ReadOnlySpan<UnitCode> units) => Prepare(Guid.NewGuid().ToString("n"), purpose, units);

    /// <returns>Number of a batch that is held.</returns>
    public static long Prepared(RoundScript script)
    {
        Assert.IsType<Accept>(script.Give(Prepare(MailPurpose.Forms, Namon, Law)));
        return script.State.Batches.Keys.Last();
    }

    public static SmtpStatus Status(string code) => SmtpStatus.TryParse(code, out var status) ? status : throw new ArgumentException("No status.", nameof(code));

    /// <summary>Compiles both editions of the report.</summary>
    /// <returns>Hash of the official one's PDF.</returns>
    public static ContentHash Compiled(RoundScript script)
    {
        var (step, pdf) = ($"compile-{script.State.Sequence}", RoundScript.Hash($"pdf {script.State.Sequence}"));
        Assert.IsType<Accept>(script.Give(new RecordReport(Guid.NewGuid(), step, script.State.Sequence,
            [new(Edition.Official, RoundScript.Hash("word"), pdf), new(Edition.Internal, RoundScript.Hash("internal word"), RoundScript.Hash("internal pdf"))])));
        return pdf;
    }

    /// <summary>Compiles the report and puts it forward to the head.</summary>
    /// <returns>Hash of its PDF.</returns>
    public static ContentHash PutForward(RoundScript script)
    {
        var pdf = Compiled(script);
        script.Take(new RequestSignature(pdf), Actor.Local);
        return pdf;
    }

    /// <summary>With the rows that it names found in the current returns.</summary>
    public static T Seen<T>(RoundScript script, T decision) where T : RoundDecision => decision with
    {
        Observed = new([.. decision.Rows.Select(r => (r.Indicator, r.Row, script.State.Current(r.Row.Unit, r.Indicator)!.Content))], []),
    };

    /// <summary>With the answers that it compares found to differ.</summary>
    public static T Compared<T>(RoundScript script, T decision) where T : RoundDecision =>
        decision with { Observed = new([], script.State.AnswersOn(decision.Compares!.Value)) };

    private static RoundCommand After(RoundScript script, RoundDecision first, RoundCommand then, Actor? by = null)
    {
        script.Take(first, by);
        return then;
    }

    private static CompleteStep Closed(RoundScript script, CompleteStep then)
    {
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        Assert.IsType<Accept>(script.Give(new CloseInternalDeadline(Guid.NewGuid())));
        return then;
    }

    private static RoundDecision Held(RoundScript script, RoundDecision then)
    {
        script.Take(new HoldMail(Mail));
        return then;
    }

    private static MailId Attempted(RoundScript script)
    {
        var mail = Queued(script);
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), mail)));
        return mail;
    }

    private static RoundCommand Sent(RoundScript script, Func<MailId, RoundCommand> then)
    {
        var mail = Attempted(script);
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), mail)));
        return then(mail);
    }

    private static MailId Queued(RoundScript script)
    {
        Assert.IsType<Accept>(script.Give(new PrepareMails(Guid.NewGuid(), [new(Mail, MailPurpose.Test, RoundScript.Hash("eml"))])));
        return Mail;
    }
}
