using System.Globalization;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.EndToEnd.Tests.Kills.Inside;
using Kalasin.EndToEnd.Tests.Mail;
using Kalasin.EndToEnd.Tests.Storage;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// The published program killed with SIGKILL in a season, at named points and at random moments, while others fail beside it. Some kills each, three times as many in the
/// long run; as many as one likes with KALASIN_KILLS. A failure names the seed that repeats its series: KALASIN_SEED, with as many kills.
/// </summary>
public sealed class KillTests(PublishedProgram published, Azurite azurite) : IClassFixture<Azurite>
{
    private const int KillsOfASeries = 10;

    private readonly Deaths deaths = new();

    [Fact]
    public Task LocalStorage_KilledAtRandomMoments_KeepsEveryInvariant() =>
        RunAsync(async seed => new LocalInstallation { Deaths = deaths, Servers = seed % 2 == 0 ? await MailServers.StartAsync([.. Season.Boxes]) : null }, kills: Breadth.Of(usual: 3, whole: 10));

    [Fact]
    public Task LocalStorage_WithItsDiskFull_KilledAtRandomMoments_KeepsEveryInvariant() =>
        RunAsync(_ => Task.FromResult<InstallationUnderTest>(new LocalInstallation(isLimited: true) { Deaths = deaths, TroubleInFive = 3 }), kills: Breadth.Of(usual: 1, whole: 3));

    [Fact]
    public Task AzureStorage_TwoProgramsKilledAtRandomMoments_KeepEveryInvariant() =>
        RunAsync(async _ => await AzureInstallation.EmptyAsync(azurite.Connection, deaths, await MailServers.StartAsync([.. Season.Boxes])), kills: Breadth.Of(usual: 2, whole: 6));

    private async Task RunAsync(Func<int, Task<InstallationUnderTest>> install, int kills)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The published program is for Linux.");
        (kills, var first) = (Number("KALASIN_KILLS") ?? kills, Number("KALASIN_SEED") ?? Random.Shared.Next(1_000_000));
        for (var (done, seed) = (0, first); done < kills; (done, seed) = (done + KillsOfASeries, seed + 1))
        {
            await using var installation = await install(seed);
            var series = new KillSeries(published, installation, seed);
            var broken = await series.RunAsync(Math.Min(KillsOfASeries, kills - done));
            TestContext.Current.TestOutputHelper?.WriteLine($"KALASIN_SEED={seed}: {series.Figures}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{deaths}");
            Assert.True(broken.Count == 0, $"KALASIN_SEED={seed}, {string.Join('\n', broken)}");
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
