using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class LocalPumpTests
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน.xlsx";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pump_TakesInDropsAndTicks()
    {
        await using var folder = await DropFolder.StartAsync(pump: true);
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        await PumpUntilAsync(folder, () => Task.FromResult(!folder.IsThere(Drop)));
        Assert.Single((await folder.StateAsync()).Deliveries);

        folder.Clock.Advance(TimeSpan.FromDays(30));
        await PumpUntilAsync(folder, async () => (await folder.StateAsync()).Reports.Count == 2);
    }

    [Fact]
    public async Task Pump_AfterAFailure_GoesOn()
    {
        var broken = true;
        await using var folder = await DropFolder.StartAsync(pump: true, wrap: drops => new BreakingDrops(drops, (_, _) => broken ? new IOException("gone") : null));
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        for (var look = 0; look < 5; look++) await PumpAsync(folder);
        Assert.True(folder.IsThere(Drop));
        broken = false;
        await PumpUntilAsync(folder, () => Task.FromResult(!folder.IsThere(Drop)));
    }

    [Fact]
    public async Task Pump_BeforeItsFirstLook_TouchesNothing()
    {
        await using var service = await RunningService.StartAsync(pump: true);
        Assert.False(Directory.Exists(service.DataFolder));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Pump_OnlyWhereNoHostPullsTheTriggers(bool underHost, int pumps)
    {
        await using var app = Service.Build(new() { UnderFunctionsHost = underHost, Addresses = ["http://127.0.0.1:0"] });
        Assert.Equal(pumps, app.Services.GetServices<IHostedService>().OfType<LocalPump>().Count());
    }

    private static async Task PumpUntilAsync(DropFolder folder, Func<Task<bool>> done)
    {
        while (!await done()) await PumpAsync(folder);
    }

    private static async Task PumpAsync(DropFolder folder)
    {
        folder.Clock.Advance(LocalPump.Pace);
        await Task.Delay(20, Token);
    }
}
