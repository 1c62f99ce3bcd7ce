using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class JumpReasonTests
{
    private static readonly UnitCode Namon = UnitCode.Parse("4602");
    private static readonly IndicatorNumber Third = IndicatorNumber.Parse("3");

    private readonly RoundScript script = RoundScript.Opened();

    [Fact]
    public void Reason_HoldsForTheVersionThatItIsAbout()
    {
        script.Give(RoundScript.Delivery("4602", "first", ("3", "first")));
        var number = script.Take(new ExplainJump(Namon, Third, "มีโครงการใหม่"), Actor.Officer(Namon));
        var given = script.State.JumpReasonOf(Namon, Third);
        Assert.Equal((number, 1, "เจ้าหน้าที่ของหน่วยงาน"), (given!.Given.Number, given.Version, given.Given.By.RoleName.Thai));
        script.Give(RoundScript.Delivery("4602", "second", ("3", "second")));
        Assert.Null(script.State.JumpReasonOf(Namon, Third));
    }

    [Fact]
    public void LaterReason_Replaces()
    {
        script.Give(RoundScript.Delivery("4602", "first", ("3", "first")));
        script.Take(new ExplainJump(Namon, Third, "มีโครงการใหม่"));
        var later = script.Take(new ExplainJump(Namon, Third, "นับซ้ำในปีก่อน"));
        Assert.Equal(later, script.State.JumpReasonOf(Namon, Third)!.Given.Number);
    }

    [Fact]
    public void WhatNobodyReported_CantBeExplained()
    {
        var refused = Assert.IsType<Refuse>(script.Give(RoundScript.Said(new ExplainJump(Namon, Third, "x"))));
        Assert.Equal("KAL5206", Assert.Single(refused.Findings).Code);
    }
}
