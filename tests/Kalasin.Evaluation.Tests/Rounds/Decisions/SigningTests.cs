using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>From the compiled report to the head's approval, and what makes that worth nothing.</summary>
public sealed class SigningTests
{
    private readonly RoundScript script = Ready();

    [Fact]
    public void Report_GoesFromNoneToApproved()
    {
        Assert.Equal(ApprovalStage.None, Stage);
        var report = PutForward(script);
        Assert.Equal(ApprovalStage.Requested, Stage);
        var approved = script.Take(new ApproveReport(report), Head);
        Assert.Equal(ApprovalStage.Approved, Stage);
        Assert.Equal((report, approved, Head), (script.State.Signing!.Report.Pdf, script.State.Signing.Decided!.Number, script.State.Signing.Decided.By));
        Assert.Equal(approved, Assert.IsType<Already>(script.Give(RoundScript.Said(new ApproveReport(report)), Head)).Number);
        Assert.Equal(approved, Assert.IsType<Already>(script.Give(RoundScript.Said(new RequestSignature(report)))).Number);
    }

    [Fact]
    public void Report_ThatWasReturned_IsPutForwardAgain()
    {
        var report = PutForward(script);
        script.Take(new ReturnReport(report, "note"), Head);
        Assert.Equal(ApprovalStage.Returned, Stage);
        Assert.Equal("KAL5303", Code(new ApproveReport(report), Head));
        script.Take(new RequestSignature(report, "as it was meant"));
        Assert.Equal(ApprovalStage.Requested, Stage);
        script.Take(new ApproveReport(report), Head);
    }

    [Fact]
    public void Approval_IsTakenBack_ByReturningTheReport()
    {
        var report = Approved();
        script.Take(new ReturnReport(report, "note"), Head);
        Assert.Equal(ApprovalStage.Returned, Stage);
    }

    [Fact]
    public void WhoPutForward_DoesNotApprove_ThoughTheyHaveBothRoles()
    {
        var report = Compiled(script);
        script.Take(new RequestSignature(report), new(ActorRole.Coordinator, "one person"));
        Assert.Equal("KAL5219", Code(new ApproveReport(report), new(ActorRole.Head, "one person")));
        script.Take(new ApproveReport(report), new(ActorRole.Head, "another"));
    }

    [Fact]
    public void StandIn_Approves_OnTheirDaysAlone()
    {
        var report = PutForward(script);
        var link = Issued(script, LinkPurpose.StandIn);
        script.Take(new NameStandIn(new(2024, 5, 12), new(2024, 5, 13), link, "order"));
        Assert.Null(script.State.ActorOf(script.State.Links[link], script.Now));
        script.Now = RoundScript.At("2024-05-12T08:00:00+07:00");
        script.Take(new ApproveReport(report), script.State.ActorOf(script.State.Links[link], script.Now));
        Assert.Equal(ApprovalStage.Approved, Stage);
    }

    [Fact]
    public void Approval_WithoutRequest_OrOfAnotherReport_IsRefused()
    {
        var first = Compiled(script);
        Assert.Equal("KAL5303", Code(new ApproveReport(first), Head));
        Assert.Equal("KAL5303", Code(new ReturnReport(first, "note"), Head));
        script.Take(new RequestSignature(first));
        Compiled(script);
        Assert.Equal("KAL5301", Code(new ApproveReport(first), Head));
        Assert.Equal("KAL5301", Code(new ReturnReport(RoundScript.Hash("another"), "note"), Head));
    }

    [Fact]
    public void Return_AfterApproval_MakesItStale_AndIsNamed()
    {
        Approved();
        script.Give(RoundScript.Delivery("4602", "late", ("3", "newer")));
        Assert.Equal(ApprovalStage.Stale, Stage);
        Assert.Equal("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน ฉบับที่ ๒", Since.Tell(new(RoundScript.Rules)).Thai);
        Assert.Equal("KAL5302", Code(new ApproveReport(script.State.Signing!.Report.Pdf), Head));
    }

    [Fact]
    public void Decision_AfterApproval_MakesItStale_AndIsNamed()
    {
        Approved();
        var choice = script.Take(new MakeChoice("website-names", "www"));
        Assert.Equal(ApprovalStage.Stale, Stage);
        Assert.Equal([choice], Since.Decisions);
    }

    [Fact]
    public void Withdrawal_AfterApproval_MakesItStale_AlsoWhenItIsTakenBack()
    {
        Approved();
        script.Take(new WithdrawDelivery(1, "why"));
        Assert.Equal(Namon, Assert.Single(Since.Gone).Unit);
        script.Take(new RestoreDelivery(1, "why"));
        Assert.Empty(Since.Gone);
        Assert.Equal((ApprovalStage.Stale, 2), (Stage, Since.Decisions.Length));
    }

    [Fact]
    public void Rules_AfterApproval_MakeItStale_ButAddressesDoNot()
    {
        Approved();
        var plan = RoundScript.Rules.Plan;
        var addresses = RoundScript.Revised(plan with { Revision = plan.Revision + 1, Units = [.. plan.Units.Select(u => u with { Email = "a@example.go.th" })] });
        Assert.Equal(ApprovalStage.Approved, script.State.ApprovalUnder(addresses).Stage);
        var framework = RoundScript.Rules.Framework;
        framework = framework with { Revision = framework.Revision + 1, FinalDeadline = framework.FinalDeadline with { Email = "a@example.go.th" } };
        Assert.Equal(ApprovalStage.Approved, script.State.ApprovalUnder(AwardRules.Of(framework, plan).Value!).Stage);
        var approval = script.State.ApprovalUnder(RoundScript.Revised(plan with { Revision = plan.Revision + 1, UnitHeadConfirms = true }));
        Assert.Equal((ApprovalStage.Stale, true), (approval.Stage, approval.Since!.Rules));
    }

    [Fact]
    public void StaleApproval_IsRenewed_ByTheHeadAlone()
    {
        Approved();
        script.Take(new MakeChoice("website-names", "www"));
        script.Take(new ApproveReport(Compiled(script)), Head);
        Assert.Equal(ApprovalStage.Approved, Stage);
    }

    [Fact]
    public void Letter_GetsAnotherNumber_ForAReasonOnly()
    {
        script.Take(new NumberLetter("กส ๐๐๒๓.๑/๑", Soon));
        Assert.Equal("KAL5201", Code(new NumberLetter("กส ๐๐๒๓.๑/๒", Soon)));
        var second = script.Take(new NumberLetter("กส ๐๐๒๓.๑/๒", Soon.AddDays(1), "ลงเลขคลาดเคลื่อน"));
        Assert.Equal((second, Soon.AddDays(1)), (script.State.Letter!.Reserved.Number, script.State.Letter.On));
    }

    private ApprovalStage Stage => script.State.ApprovalUnder(RoundScript.Rules).Stage;

    private ReportDifference Since => script.State.ApprovalUnder(RoundScript.Rules).Since!;

    private ContentHash Approved()
    {
        var report = PutForward(script);
        script.Take(new ApproveReport(report), Head);
        return report;
    }

    private string Code(RoundDecision decision, Actor? by = null) => Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision), by)).Findings).Code;
}
