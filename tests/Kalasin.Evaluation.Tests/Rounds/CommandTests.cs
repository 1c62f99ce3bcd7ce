using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>Who may ask what: every command with every role, at a unit's own things and at another's.</summary>
public sealed class CommandTests
{
    /// <summary>
    /// C coordinator · H head · U officer of the unit it is about · o officer of another · I inspector · K confirmer · D department · M machine · S the
    /// program itself. What a role may ask at all; somebody who may can still be refused what is their own.
    /// </summary>
    private const string WhoMayAsk = """
                              C H U o I K D M S
        OpenRound             x . . . . . . . .
        ReviseRules           x . . . . . . . .
        ReceiveDelivery       x . x . . . . x .
        RefuseDelivery        x . x . . . . x .
        CloseInternalDeadline x . . . . . . . x
        RecordReport          x . . . . . . . x
        CompleteStep          x . . . . . . . x
        AttemptMail           x . . . . . . . x
        ConfirmMail           x . . . . . . . x
        FailMail              x . . . . . . . x
        AskCorrection         x . . . . . . . .
        AnswerCorrection      x . x . . . . . .
        ExtendDeadline        x x . . . . . . .
        IssueLink             x . . . . . . . .
        RevokeLink            x . . . . . . . .
        ExplainJump           x . x . . . . . .
        """;

    private static readonly UnitCode Namon = UnitCode.Parse("4602");
    private static readonly IndicatorNumber Third = IndicatorNumber.Parse("3");
    private static readonly MailId Mail = MailId.Of("close", 1);

    private static readonly Dictionary<Type, Func<RoundScript, RoundCommand>> Commands = new Func<RoundScript, RoundCommand>[]
    {
        _ => new OpenRound(Guid.NewGuid(), RoundScript.Rules),
        _ => new ReviseRules(Guid.NewGuid(), RoundScript.Rules, RoundScript.Hash("why")),
        _ => RoundScript.Delivery("4602", "k", ("3", "a")),
        _ => new RefuseDelivery(Guid.NewGuid(), DeliveryChannel.Upload, Namon, default, [], []),
        _ => new CloseInternalDeadline(Guid.NewGuid()),
        _ => new RecordReport(Guid.NewGuid(), "compile", 1, []),
        _ => new CompleteStep(Guid.NewGuid(), "remind", []),
        _ => new AttemptMail(Guid.NewGuid(), Mail),
        _ => new ConfirmMail(Guid.NewGuid(), Mail),
        _ => new FailMail(Guid.NewGuid(), Mail, "KAL7301"),
        _ => new AskCorrection(Namon, new(2024, 5, 20), "why", Third),
        s => new AnswerCorrection(s.Take(new AskCorrection(Namon, new(2024, 5, 20), "why", Third)), "answer"),
        _ => new ExtendDeadline(Namon, new(2024, 5, 20), "why"),
        _ => Link(),
        s => new RevokeLink(Issued(s), "why"),
        _ => new ExplainJump(Namon, Third, "why"),
    }.ToDictionary(c => c(Ready()).GetType());

    public static TheoryData<Type> Kinds => [.. typeof(RoundCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RoundCommand)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Command_OfWhoeverMayNotAskIt_IsRefusedAndChangesNothing(Type kind)
    {
        foreach (var role in Enum.GetValues<ActorRole>())
            foreach (var id in (string[])["4601", "4602"])
            {
                var script = kind == typeof(OpenRound) ? new RoundScript() : Ready();
                var command = Commands[kind](script);
                if (command is RoundDecision said) command = RoundScript.Said(said);
                var decision = Decide.On(script.State, RoundScript.Rules, command, script.Now, new(role, id));
                var refused = decision is Refuse { Findings: [{ Code: "KAL5013" }] };
                Assert.True(refused != MayAsk(kind, role, own: id == "4602"), $"{kind.Name} as {role} {id}: {decision}");
            }
    }

    private static bool MayAsk(Type kind, ActorRole role, bool own)
    {
        var row = Assert.Single(WhoMayAsk.Split('\n'), line => line.StartsWith(kind.Name + " ", StringComparison.Ordinal));
        var columns = WhoMayAsk.Split('\n')[0];
        return row[columns.IndexOf(Letter(role, own), StringComparison.Ordinal)] == 'x';
    }

    private static char Letter(ActorRole role, bool own) => role switch
    {
        ActorRole.Coordinator => 'C',
        ActorRole.Head => 'H',
        ActorRole.UnitOfficer => own ? 'U' : 'o',
        ActorRole.Inspector => 'I',
        ActorRole.Confirmer => 'K',
        ActorRole.Dla => 'D',
        ActorRole.Machine => 'M',
        _ => 'S',
    };

    /// <summary>A round in which one unit has reported.</summary>
    private static RoundScript Ready()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "first", ("3", "first")));
        return script;
    }

    private static IssueLink Link() => new(Guid.NewGuid(), LinkPurpose.Unit, Namon, RoundScript.Hash(Guid.NewGuid().ToString()), RoundScript.At("2024-06-30T00:00:00+07:00"));

    private static long Issued(RoundScript script)
    {
        script.Give(Link());
        return script.State.Sequence;
    }
}
