using Kalasin.Evaluation;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Tests.Drops;
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
        await using var folder = await DropFolder.StartAsync(
            pump: true, wrap: drops => new BreakingDrops(drops, (_, _) => broken ? new IOException("gone") : null));
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        for (var look = 0; look < 5; look++) await PumpAsync(folder);
        Assert.True(folder.IsThere(Drop));
        broken = false;
        await PumpUntilAsync(folder, () => Task.FromResult(!folder.IsThere(Drop)));
    }

    /// <summary>One drop that asks for more work than any may, one at which the program fails, and a good one.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pump_WithPoison_GoesOnWithTheOthersTicksAndSaysIt(bool always)
    {
        const string hungry = "46-dla-2567/4601/ข้อความยาว.xlsx", failing = "46-dla-2567/4602/ก.xlsx";
        var failures = 0;
        await using var folder = await DropFolder.StartAsync(pump: true, wrap: drops => new BreakingDrops(drops, (operation, path) =>
            path.Value == failing && operation == "OpenAsync" && (always || ++failures <= 5) ? new InvalidOperationException("a bug") : null));
        await folder.DropAsync(hungry, SampleFiles.Insatiable());
        await folder.DropAsync(failing, SampleFiles.WorkbookOf("4602").Bytes);
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        await PumpUntilAsync(folder, () => Task.FromResult(!folder.IsThere(Drop)));
        if (always) await PumpUntilAsync(folder, () => Task.FromResult(Waiting().Count() == 2)); // not even giving it up works, and it is left alone
        else await PumpUntilAsync(folder, async () => (await folder.StateAsync()).Refused.Values.SelectMany(r => r.Codes).Contains("KAL7503"));
        Assert.Contains("KAL1025", (await folder.StateAsync()).Refused.Values.SelectMany(r => r.Codes));
        Assert.Contains("KAL7504", await folder.HealthAsync(), StringComparison.Ordinal);
        Assert.True(folder.IsThere(hungry) && folder.IsThere(failing));

        folder.Clock.Advance(TimeSpan.FromDays(30));
        await PumpUntilAsync(folder, async () => (await folder.StateAsync()).Reports.Count == 2);

        IEnumerable<Finding> Waiting() => folder.Service.Services.GetRequiredService<WaitingDrops>().Details;
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
