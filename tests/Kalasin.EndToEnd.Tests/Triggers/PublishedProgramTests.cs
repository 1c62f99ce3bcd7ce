using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Triggers;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program as a process: killed and started again, badly configured, ending.</summary>
public sealed class PublishedProgramTests(PublishedProgram published)
{
    private const string Round = "/api/rounds/46-dla-2567";

    /// <summary>A rename names no tag: whoever gets it looks through the drop.</summary>
    private const string Renamed = """{"type":"Microsoft.Storage.BlobRenamed","specversion":"1.0"}""";

    private static readonly string[] Units = ["4601", "4602", "4604", "4605", "4606", "4607"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_KilledWithCallsInFlight_GoesOnWhereItWas()
    {
        using var folder = new TemporaryFolder();
        await using (var program = await HostedProgram.StartAsync(published, folder))
        {
            using var opened = await program.Host.ProxyAsync(HttpMethod.Put, Round);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
            using var form = SampleFiles.Form(SampleFiles.WorkbookOf("ADM"));
            using var uploaded = await program.Host.ProxyAsync(HttpMethod.Post, $"{Round}/units/ADM/deliveries", form);
            Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);

            foreach (var unit in Units) await DropAsync(folder, unit);
            using var first = await program.Host.QueueAsync("DropQueue", Renamed);
            Assert.Equal(FunctionsHost.Nothing, await first.Content.ReadAsStringAsync(Token));
            await Task.Delay(TimeSpan.FromSeconds(2.1), Token); // the files have to be still

            // Killed with calls in flight, as soon as the first answer lies there.
            var calls = Enumerable.Range(0, 2).Select(i => i == 0 ? program.Host.TickAsync() : program.Host.QueueAsync("DropQueue", Renamed)).ToList();
            while (!Directory.EnumerateFiles(folder.File("data/answers"), "answer.json", SearchOption.AllDirectories).Any()) await Task.Delay(5, Token);
            await program.KillAsync();
            foreach (var call in calls) await Record.ExceptionAsync(async () => (await call).Dispose());
        }

        await using (var program = await HostedProgram.StartAsync(published, folder))
        {
            while (Directory.EnumerateFiles(folder.File("data/drop"), "*", SearchOption.AllDirectories).Any())
            {
                using var tick = await program.Host.TickAsync();
                Assert.Equal((HttpStatusCode.OK, FunctionsHost.Nothing), (tick.StatusCode, await tick.Content.ReadAsStringAsync(Token)));
                await Task.Delay(TimeSpan.FromSeconds(1), Token);
            }
            var deliveries = (await program.Host.GetAsync($"{Round}/deliveries")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Range(1, Units.Length + 1), deliveries.Select(d => d.GetProperty("receipt").GetInt32()));
            Assert.Equal(Units.Append("ADM").Order(StringComparer.Ordinal), deliveries.Select(d => d.GetProperty("unit").GetString()).Order(StringComparer.Ordinal));
            foreach (var unit in Units)
                Assert.Equal("accepted", JsonElement.Parse(await File.ReadAllBytesAsync(folder.File($"data/answers/{DropOf(unit)}/answer.json"), Token)).GetProperty("outcome").GetString());
        }
    }

    [Theory]
    [InlineData("KALASIN_DATA", "{root}/data", "KAL7104")]
    [InlineData("KALASIN_DATA", "/proc/no-such-folder", "KAL7001")]
    [InlineData("KALASIN_STORAGE", "azure", "KAL7105")]
    public async Task Program_BadlyConfigured_StartsAndSaysSo(string variable, string value, string code)
    {
        using var folder = new TemporaryFolder();
        await using var program = await HostedProgram.StartAsync(published, folder, (variable, value.Replace("{root}", published.Root, StringComparison.Ordinal)));
        var health = await program.Host.GetAsync("/api/health");
        Assert.Equal(code, Assert.Single(health.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        using var tick = await program.Host.TickAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, tick.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(published.Root, "data")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("70000")]
    public async Task Program_WithAPortThatIsNone_EndsWithOtherThanZero(string port)
    {
        using var folder = new TemporaryFolder();
        Assert.NotEqual(0, await HostedProgram.ExitCodeAsync(published, folder, port));
    }

    [Fact]
    public async Task Program_WithAPortInUse_EndsWithOtherThanZero()
    {
        using var folder = new TemporaryFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.NotEqual(0, await HostedProgram.ExitCodeAsync(published, folder, ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)));
    }

    private static string DropOf(string unit) => $"46-dla-2567/{unit}/แบบรายงาน {unit}.xlsx";

    private static async Task DropAsync(TemporaryFolder folder, string unit)
    {
        var path = folder.File($"data/drop/{DropOf(unit)}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, SampleFiles.WorkbookOf(unit).Bytes, Token);
    }
}
