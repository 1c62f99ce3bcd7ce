using System.Net;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The built program driven over the Functions host's wire, killed and started again.</summary>
public sealed class FunctionsHostTests
{
    private const string Round = "/api/rounds/46-dla-2567";
    private const string Nothing = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>A rename names no tag: whoever gets it looks through the drop.</summary>
    private const string Renamed = """{"type":"Microsoft.Storage.BlobRenamed","specversion":"1.0"}""";

    private static readonly string[] Units = ["4601", "4602", "4604", "4605", "4606", "4607"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_UnderTheHost_ServesItsCallsAndSurvivesBeingKilled()
    {
        using var folder = new TemporaryFolder();
        await using (var program = await HostedProgram.StartAsync(folder))
        {
            using var opened = await program.ProxyAsync(HttpMethod.Put, Round);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Workbook("ADM")), "files", "รายงาน.xlsx" } };
            using var uploaded = await program.ProxyAsync(HttpMethod.Post, $"{Round}/units/ADM/deliveries", form);
            Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
            using var outside = await program.ProxyAsync(HttpMethod.Post, "/Tick", new StringContent(Nothing));
            Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
            Assert.Equal("ok", (await program.GetAsync("/api/health")).GetProperty("status").GetString());
            using var mailbox = await program.TickAsync("Mailbox");
            Assert.Equal(Nothing, await mailbox.Content.ReadAsStringAsync(Token));

            foreach (var unit in Units) await DropAsync(folder, unit);
            using var first = await program.QueueAsync("DropQueue", Renamed);
            Assert.Equal(Nothing, await first.Content.ReadAsStringAsync(Token));
            await Task.Delay(TimeSpan.FromSeconds(2.1), Token); // the files have to be still

            // Killed with calls in flight, as soon as the first answer lies there.
            var calls = Enumerable.Range(0, 2).Select(i => i == 0 ? program.TickAsync() : program.QueueAsync("DropQueue", Renamed)).ToList();
            while (!Directory.EnumerateFiles(folder.File("data/answers"), "answer.json", SearchOption.AllDirectories).Any()) await Task.Delay(5, Token);
            await program.KillAsync();
            foreach (var call in calls) await Record.ExceptionAsync(async () => (await call).Dispose());
        }

        await using (var program = await HostedProgram.StartAsync(folder))
        {
            while (Directory.EnumerateFiles(folder.File("data/drop"), "*", SearchOption.AllDirectories).Any())
            {
                using var tick = await program.TickAsync();
                Assert.Equal((HttpStatusCode.OK, Nothing), (tick.StatusCode, await tick.Content.ReadAsStringAsync(Token)));
                await Task.Delay(TimeSpan.FromSeconds(1), Token);
            }
            var deliveries = (await program.GetAsync($"{Round}/deliveries")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Range(1, Units.Length + 1), deliveries.Select(d => d.GetProperty("receipt").GetInt32()));
            Assert.Equal(Units.Append("ADM").Order(StringComparer.Ordinal), deliveries.Select(d => d.GetProperty("unit").GetString()).Order(StringComparer.Ordinal));
            foreach (var unit in Units)
                Assert.Equal("accepted", JsonElement.Parse(await File.ReadAllBytesAsync(folder.File($"data/answers/{DropOf(unit)}/answer.json"), Token)).GetProperty("outcome").GetString());
        }
    }

    [Fact]
    public async Task Program_WithAStorageThatIsNone_StartsSaysSoAndFailsItsCalls()
    {
        using var folder = new TemporaryFolder();
        await using var program = await HostedProgram.StartAsync(folder, storage: "s3");
        var health = await program.GetAsync("/api/health");
        Assert.Equal("KAL7101", Assert.Single(health.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        using var tick = await program.TickAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, tick.StatusCode);
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(await tick.Content.ReadAsStringAsync(Token)).ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("70000")]
    public async Task Program_WithAPortThatIsNone_EndsWithOtherThanZero(string port)
    {
        using var folder = new TemporaryFolder();
        Assert.NotEqual(0, await HostedProgram.ExitCodeAsync(folder, port));
    }

    [Fact]
    public async Task Publish_PutsTheHostsFilesAtTheRoot()
    {
        var project = Path.Combine(Root(), "src", "Kalasin.Functions", "Kalasin.Functions.csproj");
        var listed = JsonElement.Parse(await ExternalTool.Require("dotnet").RunAsync(
            "msbuild", project, "-nologo", "-t:ComputeResolvedFilesToPublishList", "-p:Configuration=Release", "-getItem:ResolvedFileToPublish"));
        var files = listed.GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray().Select(i => i.GetProperty("RelativePath").GetString()!.Replace('\\', '/')).ToList();
        foreach (var file in (string[])["host.json", "Api/function.json", "Pages/function.json", "DropQueue/function.json", "DropPoison/function.json", "Tick/function.json", "Mailbox/function.json"])
            Assert.Contains(file, files);
        Assert.DoesNotContain(files, file => file.EndsWith("local.settings.json", StringComparison.Ordinal) || file.StartsWith("Hosting/", StringComparison.Ordinal));
    }

    private static string DropOf(string unit) => $"46-dla-2567/{unit}/แบบรายงาน {unit}.xlsx";

    private static async Task DropAsync(TemporaryFolder folder, string unit)
    {
        var path = folder.File($"data/drop/{DropOf(unit)}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, Workbook(unit), Token);
    }

    private static byte[] Workbook(string unit) => File.ReadAllBytes(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567", unit), "*.xlsx").Order(StringComparer.Ordinal).First());

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new InvalidOperationException("The tests don't lie in a checkout.");
    }
}
