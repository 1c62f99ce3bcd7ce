using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>Who may ask what: every command with every role.</summary>
public sealed class CommandTests
{
    private static readonly UnitCode Namon = UnitCode.Parse("4602");
    private static readonly MailId Mail = MailId.Of("close", 1);

    private static readonly Dictionary<Type, RoundCommand> Commands = new RoundCommand[]
    {
        new OpenRound(Guid.NewGuid(), RoundScript.Rules),
        new ReviseRules(Guid.NewGuid(), RoundScript.Rules, RoundScript.Hash("why")),
        RoundScript.Delivery("4602", "k", ("3", "a")),
        new RefuseDelivery(Guid.NewGuid(), DeliveryChannel.Upload, Namon, default, [], []),
        new CloseInternalDeadline(Guid.NewGuid()),
        new RecordReport(Guid.NewGuid(), "compile", 1, []),
        new CompleteStep(Guid.NewGuid(), "remind", []),
        new AttemptMail(Guid.NewGuid(), Mail),
        new ConfirmMail(Guid.NewGuid(), Mail),
        new FailMail(Guid.NewGuid(), Mail, "KAL7301"),
    }.ToDictionary(c => c.GetType());

    public static TheoryData<Type> Kinds => [.. typeof(RoundCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RoundCommand)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Command_OfWhoeverMayNotAskIt_IsRefusedAndChangesNothing(Type kind)
    {
        var command = Commands[kind];
        foreach (var role in Enum.GetValues<ActorRole>())
            foreach (var id in (string[])["4601", "4602"])
            {
                var script = kind == typeof(OpenRound) ? new RoundScript() : RoundScript.Opened();
                var decision = Decide.On(script.State, RoundScript.Rules, command, script.Now, new(role, id));
                var refused = decision is Refuse { Findings: [{ Code: "KAL5013" }] };
                Assert.True(refused != MayAsk(kind, role, own: id == "4602"), $"{kind.Name} as {role} {id}: {decision}");
            }
    }

    private static bool MayAsk(Type kind, ActorRole role, bool own) => role switch
    {
        ActorRole.Coordinator => true,
        ActorRole.System => kind.Name is not (nameof(OpenRound) or nameof(ReviseRules) or nameof(ReceiveDelivery) or nameof(RefuseDelivery)),
        ActorRole.Machine => kind.Name is nameof(ReceiveDelivery) or nameof(RefuseDelivery),
        ActorRole.UnitOfficer => own && kind.Name is nameof(ReceiveDelivery) or nameof(RefuseDelivery),
        _ => false,
    };
}
