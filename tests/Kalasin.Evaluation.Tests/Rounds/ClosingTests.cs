using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>What was closed is what had come when the deadline's day ended, whenever the clock comes by.</summary>
public sealed class ClosingTests
{
    private readonly RoundScript script = RoundScript.Opened();

    [Fact]
    public void Delivery_BetweenMidnightAndTick_IsNotInTheManifest()
    {
        Sends("a", "first", "2024-05-15T23:59:59.999+07:00");
        Sends("b", "second", "2024-05-16T00:00:00+07:00");
        Assert.Equal((1, "first"), Closed("2024-05-16T00:05:00+07:00"));
        Assert.Equal(2, script.State.Current(OneOfEach.Namon, OneOfEach.Third)!.Version);
    }

    [Fact]
    public void Delivery_ThatCameInTimeAndWasWrittenDownLater_IsInIt()
    {
        script.Now = RoundScript.At("2024-05-16T00:02:00+07:00");
        Sends("a", "first", "2024-05-15T23:59:00+07:00");
        Assert.Equal((1, "first"), Closed("2024-05-16T00:05:00+07:00"));
    }

    [Fact]
    public void Withdrawal_AfterMidnight_ChangesNothingInIt()
    {
        Sends("a", "first", "2024-05-14T10:00:00+07:00");
        Sends("b", "second", "2024-05-15T10:00:00+07:00");
        script.Now = RoundScript.At("2024-05-16T00:01:00+07:00");
        script.Take(new WithdrawDelivery(2, "why"));
        Assert.Equal((2, "second"), Closed("2024-05-16T09:00:00+07:00"));
    }

    [Fact]
    public void Withdrawal_BeforeMidnight_Holds_ThoughItWasTakenBackAfter()
    {
        Sends("a", "first", "2024-05-14T10:00:00+07:00");
        Sends("b", "second", "2024-05-15T10:00:00+07:00");
        script.Now = RoundScript.At("2024-05-15T23:00:00+07:00");
        script.Take(new WithdrawDelivery(2, "why"));
        script.Now = RoundScript.At("2024-05-16T00:01:00+07:00");
        script.Take(new RestoreDelivery(2, "why"));
        Assert.Equal((1, "first"), Closed("2024-05-16T09:00:00+07:00"));
        Assert.Equal(2, script.State.Current(OneOfEach.Namon, OneOfEach.Third)!.Version);
    }

    [Fact]
    public void Return_ThatWasSentAgainAfterMidnight_CountsAsItCameFirst_OrNotAtAll()
    {
        Sends("a", "first", "2024-05-15T10:00:00+07:00");
        Sends("b", "first", "2024-05-16T00:01:00+07:00");
        script.Now = RoundScript.At("2024-05-15T11:00:00+07:00");
        script.Take(new WithdrawDelivery(1, "why"));
        script.Now = RoundScript.At("2024-05-16T09:00:00+07:00");
        script.Give(new CloseInternalDeadline(Guid.NewGuid()));
        Assert.Empty(script.State.Closed!.Heads);
        Assert.Equal(2, script.State.Current(OneOfEach.Namon, OneOfEach.Third)!.Receipt.Value);
    }

    private void Sends(string key, string content, string receivedAt) =>
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", key, ("3", content)) with { ReceivedAt = RoundScript.At(receivedAt) }));

    private (int Version, string Content) Closed(string at)
    {
        script.Now = RoundScript.At(at);
        Assert.IsType<Accept>(script.Give(new CloseInternalDeadline(Guid.NewGuid())));
        var head = Assert.Single(script.State.Closed!.Heads);
        return (head.Version, Assert.Single((string[])["first", "second"], content => RoundScript.Hash(content) == head.Content));
    }
}
