using Kalasin.Functions.Ticks;
using Kalasin.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Tests.Ticks;

public sealed class TickPaceTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 15, 16, 30, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-60, 0)] // done by a clock ahead of ours
    [InlineData(0, 0)]
    [InlineData(300, 0)]
    [InlineData(301, 1)]
    [InlineData(7500, 7200)]
    public void Lag_CountsFromWhenATickWasDue(int? secondsAgo, int lag) =>
        Assert.Equal(TimeSpan.FromSeconds(lag), TickPace.OfFunctionsHost.LagAt(Now, secondsAgo is { } ago ? Now.AddSeconds(-ago) : null));

    [Fact]
    public void Paces_AreThoseOfTheTimers()
    {
        Assert.Equal(TickPace.OfLocalPump.Every, LocalPump.Pace * LocalPump.LooksPerTick);
        var timer = typeof(Tick).GetMethod(nameof(Tick.RunAsync))!.GetParameters()[0].GetCustomAttributes(false).OfType<TimerTriggerAttribute>().Single();
        Assert.Equal($"0 */{TickPace.OfFunctionsHost.Every.Minutes} * * * *", timer.Schedule);
    }
}
