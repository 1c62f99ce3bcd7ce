using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class RulesRevisionTests
{
    private static readonly ContentHash Why = RoundScript.Hash("why");

    private static int Current => RoundScript.Rules.Plan.Revision;

    private static readonly AwardRules Later = RoundScript.Revised(RoundScript.Rules.Plan with
    {
        Revision = Current + 1, InternalDeadline = RoundScript.Rules.Plan.InternalDeadline with { Date = new(2024, 5, 20) },
    });

    [Fact]
    public void Revision_MovesTheRound_AndReceiptsKeepTheRulesTheyCameUnder()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "1", ("3", "a")));
        script.Now = RoundScript.At("2024-05-17T09:00:00+07:00");
        Assert.IsType<Accept>(script.Give(new ReviseRules(Guid.NewGuid(), Later, Why)));
        script.InForce = Later;
        script.Give(RoundScript.Delivery("4603", "2", ("3", "b")));
        Assert.Equal([Current, Current + 1], script.State.Deliveries.Select(d => script.State.RulesOf(d.Receipt).Named.PlanRevision));
        var inForce = script.State.Rules[^1];
        Assert.Equal(
            (RulesReference.Of(Later), 2, script.Now, Actor.Local, Why),
            (inForce.Named, inForce.FirstReceipt, inForce.Since, inForce.By, inForce.Reason!.Value));
    }

    [Fact]
    public void Revision_ToTheSameRules_ChangesNothing()
    {
        var script = RoundScript.Opened();
        Assert.IsType<Already>(script.Give(new ReviseRules(Guid.NewGuid(), RoundScript.Rules, Why)));
        var command = new ReviseRules(Guid.NewGuid(), Later, Why);
        Assert.IsType<Accept>(script.Give(command));
        Assert.IsType<Already>(script.Give(command));
        Assert.Equal(2, script.Log.Count);
    }

    [Fact]
    public void Revision_BackAndForth_IsThreeRevisions()
    {
        var script = RoundScript.Opened();
        foreach (var rules in (AwardRules[])[Later, RoundScript.Rules, Later]) Assert.IsType<Accept>(script.Give(new ReviseRules(Guid.NewGuid(), rules, Why)));
        Assert.Equal([Current, Current + 1, Current, Current + 1], script.State.Rules.Select(r => r.Named.PlanRevision));
    }

    [Fact]
    public void Revision_UnderWhichSomethingReceivedHasNoPlace_IsRefused()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "1", ("3", "a")));
        var plan = RoundScript.Rules.Plan;
        var (namon, third) = (UnitCode.Parse("4602"), IndicatorNumber.Parse("3"));
        var without = plan.Hosting.Select(h => h with { Hosts = h.Hosts.Remove(namon) });
        Assert.Equal("KAL5104", CodeOf(plan with { Revision = Current + 1, Units = plan.Units.RemoveAll(u => u.Code == namon), Hosting = [.. without] }));
        Assert.Equal("KAL5105", CodeOf(plan with
        {
            Revision = Current + 1,
            Hosting = [.. plan.Hosting.Select(h => h.Indicator == third ? h with { Hosts = h.Hosts.Remove(namon) } : h)],
        }));

        string CodeOf(RoundPlan changed) =>
            Assert.Single(Assert.IsType<Refuse>(script.Give(new ReviseRules(Guid.NewGuid(), RoundScript.Revised(changed), Why))).Findings).Code;
    }

    /// <summary>A plan keeps its id and names another award: that is another round.</summary>
    [Fact]
    public void Revision_ToAnotherAward_IsRefused()
    {
        var other = AwardRules.Of(RoundScript.Rules.Framework with { Id = FrameworkId.Parse("dla-2568") }, RoundScript.Rules.Plan with { Revision = Current + 1, Framework = FrameworkId.Parse("dla-2568") }).Value!;
        Told.Is(
            Assert.Single(Assert.IsType<Refuse>(RoundScript.Opened().Give(new ReviseRules(Guid.NewGuid(), other, Why))).Findings), "KAL5103", "",
            "กติกาใหม่เป็นของกรอบ “dla-2568” แต่รอบนี้ใช้กรอบ “dla-2567” โปรดเปิดเป็นรอบใหม่",
            "The new rules are of the framework 'dla-2568'; this round runs 'dla-2567'. Open another round for it.");
    }

    [Fact]
    public void Revision_BeforeOpening_IsRefusedAndCantBeRead()
    {
        var script = new RoundScript();
        Assert.Equal("KAL5001", Assert.Single(Assert.IsType<Refuse>(script.Give(new ReviseRules(Guid.NewGuid(), Later, Why))).Findings).Code);
        var entry = new RoundEntry(script.Now, Actor.Local, Guid.NewGuid(), RulesReference.Of(Later).Revised(Why));
        Assert.Throws<InvalidDataException>(() => Evolve.Apply(RoundState.Empty, entry.ToBytes()));
    }
}
