using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Ticks;

public sealed class UpkeepTests
{
    private const string Round = "46-dla-2567";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoInstances_TickingAtOnce_RecordEachStepOnce()
    {
        using var shared = new TemporaryFolder();
        await using var first = await InstanceAsync(shared);
        await using var second = await InstanceAsync(shared);
        await first.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(Round), Actor.Local, Token);
        foreach (var (time, unit) in ((int, string)[])[(1, "4601"), (2, "4602"), (3, "4605")])
        {
            using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
            Assert.True((await first.Client.PostAsync($"/api/rounds/{Round}/units/{unit}/deliveries", form, Token)).IsSuccessStatusCode);
            await Task.WhenAll(new[] { first, second, first }.Select(s => Task.Run(() => s.Services.GetRequiredService<Upkeep>().RunAsync(Token))));
            var events = await EventsAsync(first);
            Assert.Single(events.OfType<InternalDeadlineClosed>());
            Assert.Equal(
                Enumerable.Repeat(new[] { Edition.Official, Edition.Internal }, time).SelectMany(e => e),
                events.OfType<ReportCompiled>().Select(r => r.Edition));
        }
        Assert.Empty(await second.Services.GetRequiredService<Upkeep>().RunAsync(Token));
    }

    [Fact]
    public async Task Tick_AfterAGap_DropsFirstThenEveryStep()
    {
        const string drop = "46-dla-2567/4602/แบบรายงาน.xlsx";
        await using var folder = await DropFolder.StartAsync();
        await folder.DropAsync(drop, SampleFiles.WorkbookOf("4602").Bytes);
        await folder.Scan.RunAsync(Token);
        folder.Clock.Advance(TimeSpan.FromDays(30));
        var answer = await RunningService.JsonAsync(await folder.Service.Client.PostAsync("/api/tick", null, Token), System.Net.HttpStatusCode.OK);
        Assert.Equal(
            ["close", "tell", "compile", "sendMail"],
            answer.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("kind").GetString()));
        Assert.False(folder.IsThere(drop));
        Assert.Equal("4602", Assert.Single((await folder.StateAsync()).Closed!.Heads.Select(h => h.Unit.Value).Distinct()));
    }

    [Fact]
    public async Task Tick_WhereTheDropCantBeRead_StillDoesWhatIsDue()
    {
        await using var folder = await DropFolder.StartAsync(wrap: drops => new BreakingDrops(drops, (_, _) => new IOException("gone")));
        await folder.DropAsync("46-dla-2567/4602/a.xlsx", [1]);
        await folder.Scan.RunAsync(Token);
        folder.Clock.Advance(TimeSpan.FromDays(30));
        await Assert.ThrowsAsync<IOException>(() => folder.Service.Services.GetRequiredService<Upkeep>().RunAsync(Token));
        Assert.NotNull((await folder.StateAsync()).Closed);
    }

    [Fact]
    public async Task Tick_RemovesWhatNoEventNames_OnceADay()
    {
        var clock = new FakeTimeProvider(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));
        await using var service = await RunningService.StartAsync(build: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await service.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(Round), Actor.Local, Token);
        var (vault, upkeep) = (service.Storage.Vaults.Of(StreamId.Of("round", Round)), service.Services.GetRequiredService<Upkeep>());
        var first = await LeaveAsync(1);
        clock.Advance(TimeSpan.FromHours(12));
        var second = await LeaveAsync(2);
        clock.Advance(VaultSweep.SafeAge - TimeSpan.FromHours(11));
        await upkeep.RunAsync(Token);
        Assert.Equal((false, true), (await vault.ExistsAsync(first, Token), await vault.ExistsAsync(second, Token)));
        clock.Advance(TimeSpan.FromHours(23));
        await upkeep.RunAsync(Token);
        Assert.True(await vault.ExistsAsync(second, Token));
        clock.Advance(TimeSpan.FromHours(1));
        await upkeep.RunAsync(Token);
        Assert.False(await vault.ExistsAsync(second, Token));

        async Task<ContentHash> LeaveAsync(byte content)
        {
            await using var staged = await vault.StageAsync(new MemoryStream([content]), 1, Token);
            await vault.PromoteAsync([staged!], Token);
            return staged!.Hash;
        }
    }

    private static Task<RunningService> InstanceAsync(TemporaryFolder shared) => RunningService.StartAsync(
        s => s with { DataFolder = Path.Combine(shared.Path, "data") },
        build: builder => builder.Services.AddSingleton<TimeProvider>(new ClockFrom(new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7)))));

    private static async Task<List<RoundEvent>> EventsAsync(RunningService service)
    {
        var events = new List<RoundEvent>();
        await foreach (var stored in service.Storage.Log.ReadAsync(StreamId.Of("round", Round), 0, Token))
            events.Add(RoundEntry.FromBytes(stored.Bytes.Span).Event);
        return events;
    }
}
