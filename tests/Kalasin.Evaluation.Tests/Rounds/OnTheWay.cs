using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>Rounds whose report is on its way to the giver of the award.</summary>
internal static class OnTheWay
{
    public static MailId Mail { get; } = MailId.Of("dispatch", 1);

    public static AttachSignedCopy Copy(SignedPaper paper, string file = "scan") =>
        new(Guid.NewGuid(), paper, SignedForm.Scan, RoundScript.Hash($"{paper} {file}"), 1000, MatchedBy.Person, [], new("00", "seen"));

    public static AttachSignedReturn SignedReturn(int version, string file = "scan") =>
        new(Guid.NewGuid(), OneOfEach.Namon, [new(OneOfEach.Third, version)], SignedForm.Scan, RoundScript.Hash($"return {file}"), 1000, []);

    public static OrderDispatch Order() => new(Guid.NewGuid(), [new(Mail, MailPurpose.Dispatch, RoundScript.Hash("dispatch"))], new("00", "as agreed"));

    public static OrderDispatch Ready(RoundScript script)
    {
        foreach (var choice in RoundScript.Rules.Plan.OpenChoices) script.Take(new MakeChoice(choice.Id, "chosen"));
        script.Take(new ConfirmAddress(AddressOwner.Award, "by telephone"));
        script.Take(new ApproveReport(OneOfEach.PutForward(script)), OneOfEach.Head);
        script.Take(new NumberLetter("กส ๐๐๒๓.๑/๑๒๓๔", OneOfEach.Soon));
        foreach (var paper in Enum.GetValues<SignedPaper>()) Assert.IsType<Accept>(script.Give(Copy(paper)));
        return Order();
    }

    /// <summary>Ordered, and then something else.</summary>
    public static RoundCommand Ordered(RoundScript script, RoundDecision then)
    {
        Assert.IsType<Accept>(script.Give(Ready(script)));
        return then;
    }

    /// <summary>Ordered, and whoever was sending it never said what became of it.</summary>
    public static MailId Interrupted(RoundScript script)
    {
        Assert.IsType<Accept>(script.Give(Ready(script)));
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), Mail)));
        script.Now = script.State.Mails[Mail].NotBefore;
        return Mail;
    }

    /// <summary>It has left.</summary>
    /// <returns>When.</returns>
    public static DateOnly Sent(RoundScript script)
    {
        script.Take(new SettleDispatch(Interrupted(script), Left: true, "in the mailbox of sent mails"));
        return BangkokTime.Date(script.Now);
    }
}
