using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class TickTests
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน-นามน.xlsx";

    public static TheoryData<TimerInfo> Timers =>
    [
        new TimerInfo(),
        new TimerInfo { IsPastDue = true },
        new TimerInfo { IsPastDue = true, ScheduleStatus = new() }, // year 1: never
        new TimerInfo { IsPastDue = true, ScheduleStatus = new() { Last = new(2024, 5, 9, 22, 0, 0, DateTimeKind.Utc) } },
    ];

    [Theory]
    [MemberData(nameof(Timers), DisableDiscoveryEnumeration = true)]
    public async Task Tick_WhateverTheTimerSays_CatchesUpWithEverything(TimerInfo timer)
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true });
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        await folder.FindAsync();
        folder.Clock.Advance(TimeSpan.FromDays(30));
        for (var time = 0; time < 2; time++) Assert.True(await folder.Service.TickAsync(timer));
        var state = await folder.StateAsync();
        Assert.Equal((1, false), (state.Deliveries.Count, folder.IsThere(Drop)));
        Assert.NotNull(state.Closed);
        Assert.Equal(2, state.Reports.Count);
    }
}
