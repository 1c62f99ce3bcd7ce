using System.Globalization;
using System.Text;
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
        PrepareMails          x . . . . . . . .
        ReleaseMails          x . . . . . . . .
        CancelMails           x . . . . . . . .
        HoldMail              x . . . . . . . .
        ReleaseMail           x . . . . . . . .
        ResendMail            x . . . . . . . .
        TakeMessage           x . . . . . . x x
        OpenLink              x . . . . . . . x
        AskCorrection         x . . . . . . . .
        AnswerCorrection      x . x . . . . . .
        ExtendDeadline        x x . . . . . . .
        ExcuseUnit            x x . . . . . . .
        ExpectUnit            x . . . . . . . .
        WithdrawDelivery      x . x . . . . . .
        RestoreDelivery       x . . . . . . . .
        ExcludeReturn         x x . . . . . . .
        IncludeReturn         x x . . . . . . .
        ExcludeRow            x x . . . . . . .
        IncludeRow            x x . . . . . . .
        SettleDuplicate       x x . . . . . . .
        SettleDisagreement    x x . . . . . . .
        RecordCopy            x . . . . . . . .
        RevokeCopy            x . . . . . . . .
        ConfirmReturn         x x . . . x . . .
        WithdrawConfirmation  x x . . . . . . .
        Assess                x x . . x . . . .
        TakeBackAssessment    x x . . x . . . .
        MakeChoice            x x . . . . . . .
        AskQuestion           x x x . x . . . .
        AnswerQuestion        x x x . x . . . .
        CloseQuestion         x x . . . . . . .
        WriteNote             x x . . x . . . .
        FinishNote            x x . . . x . . .
        NameStandIn           x x . . . . . . .
        EndStandIn            x x . . . . . . .
        RaiseObjection        x . x . . . . . .
        DecideObjection       x x . . . . . . .
        ExplainJump           x . x . . . . . .
        RequestSignature      x . . . . . . . .
        ApproveReport         . x . . . . . . .
        ReturnReport          . x . . . . . . .
        NumberLetter          x . . . . . . . .
        AttachSignedCopy      x x . . . . . . .
        AttachSignedReturn    x . x . . . . x .
        ConfirmAddress        x x . . . . . . .
        OrderDispatch         x x . . . . . . .
        SettleDispatch        x x . . . . . . .
        CancelDispatch        x x . . . . . . .
        AcknowledgeDispatch   x . . . . . . . .
        ShowResults           x x . . . . . . .
        SetOfficeFile         x . . . . . . . .
        IssueLink             x . . . . . . . .
        RevokeLink            x . . . . . . . .
        EraseContent          x . . . . . . . .
        """;

    public static TheoryData<Type> Kinds => [.. OneOfEach.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Command_OfWhoeverMayNotAskIt_IsRefusedAndChangesNothing(Type kind)
    {
        foreach (var role in Enum.GetValues<ActorRole>())
            foreach (var id in (string[])["4601", "4602"])
            {
                var (script, command) = OneOfEach.Of(kind);
                var decision = Decide.On(script.State, RoundScript.Rules, command, script.Now, new(role, id));
                var refused = decision is Refuse { Findings: [{ Code: "KAL5013" }] };
                Assert.True(refused != MayAsk(kind, role, own: id == "4602"), $"{kind.Name} as {role} {id}: {decision}");
            }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Command_OfWhoeverMayAskIt_IsCarriedOut_AndKnownAsDone(Type kind)
    {
        var (script, command) = OneOfEach.Of(kind);
        var accept = Assert.IsType<Accept>(script.Give(command, Asker(kind)));
        Assert.IsType<Already>(script.Give(command, Asker(kind)));
        // What was said is named, and nothing but what was said.
        Assert.Equal(command.Texts.Select(t => t.Hash), accept.Entries.SelectMany(e => e.Event.Texts).Where(t => command is not ReviseRules));
    }

    /// <summary>What the log says of each, in Thai and English: to be read by people who write both.</summary>
    [Fact]
    public void Log_TellsEachCommand_AsKept()
    {
        var told = new StringBuilder();
        foreach (var kind in OneOfEach.Kinds.OrderBy(k => k.Name, StringComparer.Ordinal))
        {
            var (script, command) = OneOfEach.Of(kind);
            foreach (var entry in Assert.IsType<Accept>(script.Give(command, Asker(kind))).Entries)
            {
                var text = entry.Event.Tell(new(RoundScript.Rules));
                told.Append(CultureInfo.InvariantCulture, $"{kind.Name}\n  {text.Thai}\n  {text.English}\n");
            }
        }
        var path = RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Rounds", "told.txt");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, told.ToString());
        Assert.Equal(File.ReadAllText(path), told.ToString());
    }

    /// <summary>To the disagreement the coordinator's own unit is a party.</summary>
    private static Actor Asker(Type kind) => kind != typeof(SettleDisagreement) && MayAsk(kind, ActorRole.Coordinator, own: true) ? Actor.Local : OneOfEach.Head;

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
}
