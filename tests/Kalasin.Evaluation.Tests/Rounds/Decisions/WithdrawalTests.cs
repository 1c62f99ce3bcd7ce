using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

public sealed class WithdrawalTests
{
    private readonly RoundScript script = RoundScript.Opened();

    [Fact]
    public void NewestVersionNotWithdrawn_IsCurrent_AndNumbersGoOn()
    {
        foreach (var content in (string[])["A", "B", "C"]) Sends(content, content);
        script.Take(new WithdrawDelivery(3, "x"));
        Assert.Equal(2, Current!.Version);
        script.Take(new WithdrawDelivery(1, "x"), Actor.Officer(Namon));
        Assert.Equal(2, Current!.Version);
        Sends("C again", "C");
        Assert.Equal((4, 4), (Current!.Version, Current.Receipt.Value));
        script.Take(new WithdrawDelivery(4, "x"));
        script.Take(new WithdrawDelivery(2, "x"));
        Assert.Null(Current);
        Assert.Empty(script.State.Heads);
        Assert.Equal(4, StatusCell.Of(script.State, RoundScript.Rules, Namon, Third).Withdrawn);
        script.Take(new RestoreDelivery(2, "x"));
        Assert.Equal(2, Current!.Version);
    }

    [Fact]
    public void WhatALaterDeliverySaidToo_Stands_AsOfThatDelivery()
    {
        Sends("1", "A");
        script.Now = script.Now.AddDays(1);
        Sends("2", "A");
        script.Take(new WithdrawDelivery(1, "x"));
        Assert.Equal((1, 2, script.Now), (Current!.Version, Current.Receipt.Value, Current.ReceivedAt));
        script.Take(new WithdrawDelivery(2, "x"));
        Assert.Null(Current);
        Sends("3", "A");
        Assert.Equal(2, Current!.Version);
    }

    [Fact]
    public void Officer_WithdrawsTheirOwnAlone()
    {
        Sends("1", "A");
        var refuse = Assert.IsType<Refuse>(script.Give(RoundScript.Said(new WithdrawDelivery(1, "x")), Actor.Officer(UnitCode.Parse("4601"))));
        Assert.Equal("KAL5013", Assert.Single(refuse.Findings).Code);
        var number = script.Take(new WithdrawDelivery(1, "x"), Actor.Officer(Namon));
        Assert.Equal(number, Assert.IsType<Already>(script.Give(RoundScript.Said(new WithdrawDelivery(1, "x")))).Number);
    }

    [Fact]
    public void Closing_PinsWhatWasNotWithdrawn_AndTheReportIsDueAgain()
    {
        Sends("1", "A");
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        script.Give(new CloseInternalDeadline(Guid.NewGuid()));
        Assert.Single(script.State.Closed!.Heads);
        var keys = new List<string> { Compile() };
        foreach (var decision in (RoundDecision[])[new WithdrawDelivery(1, "x"), new RestoreDelivery(1, "x"), new WithdrawDelivery(1, "x")])
        {
            Assert.All(script.State.Reports.Values, r => Assert.True(r.IsCurrent(script.State, RoundScript.Rules)));
            script.Take(decision);
            Assert.All(script.State.Reports.Values, r => Assert.False(r.IsCurrent(script.State, RoundScript.Rules)));
            keys.Add(Compile());
        }
        Assert.Equal(4, keys.Distinct().Count());
    }

    private string Compile()
    {
        var key = Assert.Single(Schedule.Due(script.State, RoundScript.Rules, script.Now), s => s.Kind == StepKind.Compile).Key;
        Assert.IsType<Accept>(script.Give(new RecordReport(Guid.NewGuid(), key, script.State.Sequence,
            [new(Edition.Official, RoundScript.Hash("w"), RoundScript.Hash("p")), new(Edition.Internal, RoundScript.Hash("w"), RoundScript.Hash("p"))])));
        Assert.DoesNotContain(Schedule.Due(script.State, RoundScript.Rules, script.Now), s => s.Kind == StepKind.Compile);
        return key;
    }

    private ReturnVersion? Current => script.State.Current(Namon, Third);

    private void Sends(string key, string content) =>
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", key, ("3", content)) with { ReceivedAt = script.Now }));
}
