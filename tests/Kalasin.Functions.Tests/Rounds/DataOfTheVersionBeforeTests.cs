using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>
/// A data folder written before rounds kept their rules, frozen, with what that version answered: a round with five
/// deliveries, closed and compiled, and one that was only opened, under a standard plan.
/// </summary>
public sealed class DataOfTheVersionBeforeTests : IAsyncLifetime
{
    private const string Round = "/api/rounds/46-dla-2567";

    private readonly TemporaryFolder folder = new();
    private readonly JsonElement before = JsonElement.Parse(File.ReadAllBytes(Fixture("data-before-kept-rules.json")));
    private RunningService service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.Path, "kalasin-data");

    public async ValueTask InitializeAsync()
    {
        ZipFile.ExtractToDirectory(Fixture("data-before-kept-rules.zip"), folder.Path);
        service = await RunningService.StartAsync(s => s with { DataFolder = Data });
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Rounds_AreListedWithWhatTheyHave()
    {
        var rounds = (await ReadAsync("/api/rounds")).GetProperty("items").EnumerateArray()
            .Select(r => (r.GetProperty("id").GetString(), r.GetProperty("received").GetInt32()));
        Assert.Equal([("40-dla-2567", 0), ("46-dla-2567", 13)], rounds);
        var round = await ReadAsync(Round);
        Assert.Equal(1, round.GetProperty("framework").GetProperty("revision").GetInt32());
        Assert.True(round.GetProperty("closed").GetBoolean());
        Assert.Equal(13, round.GetProperty("late").GetInt32());
        Assert.Contains(
            "ท้องถิ่นอำเภอนามน",
            WebUtility.HtmlDecode(await service.Client.GetStringAsync(new Uri("/app/rounds/46-dla-2567", UriKind.Relative), Token)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_AreWhatTheyWere()
    {
        var card = await ReadAsync(Round + "/scorecard");
        Assert.Equal(Text(before, "total"), Text(card, "total"));
        foreach (var (was, score) in before.GetProperty("scores").EnumerateArray().Zip(card.GetProperty("scores").EnumerateArray()))
            Assert.Equal(
                string.Join(' ', Text(was, "indicator"), Text(was, "state"), Text(was, "value"), Text(was, "score")),
                string.Join(' ', Text(score, "indicator"), Text(score, "state"), Text(score, "value"), Text(score, "score")));
    }

    [Fact]
    public async Task Deliveries_AndReceipts_SayWhatTheySaid()
    {
        var deliveries = (await ReadAsync(Round + "/deliveries")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(5, deliveries.Count);
        foreach (var (was, delivery) in before.GetProperty("deliveries").EnumerateArray().Zip(deliveries))
        {
            Assert.Equal(
                (Text(was, "receipt"), Text(was, "unit"), Text(was, "receivedAt")),
                (Text(delivery, "receipt"), Text(delivery, "unit"), Text(delivery, "receivedAt")));
            Assert.Equal(List(was, "files"), delivery.GetProperty("files").EnumerateArray().Select(f => Text(f, "sha256")));
            Assert.Equal(
                List(was, "returns"),
                delivery.GetProperty("returns").EnumerateArray().Select(r => $"{Text(r, "indicator")} {Text(r, "version")} {Text(r, "status")}"));
            var notes = delivery.GetProperty("findings").EnumerateArray().Where(
                f => Text(f, "code").StartsWith("KAL50", StringComparison.Ordinal)).Select(f => Text(f.GetProperty("message"), "th"));
            Assert.Equal(List(was, "notes"), notes);
            using var receipt = await service.Client.GetAsync(
                new Uri($"{Round}/deliveries/{Text(delivery, "receipt")}/receipt?format=docx", UriKind.Relative), Token);
            var printed = await OfficeText.OfAsync(receipt);
            Assert.All(List(was, "notes"), note => Assert.Contains(OfficeText.Compact(note), printed, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("46-dla-2567")]
    [InlineData("40-dla-2567")]
    public async Task Rules_AreTakenIntoTheVaultOfTheRound_AndOpeningItAgainChangesNothing(string round)
    {
        var opened = (await service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse(round), Token)).Opened!;
        var vault = service.Storage.Vaults.Of(StreamId.Of("round", round));
        Assert.False(await vault.ExistsAsync(opened.FrameworkHash, Token) || await vault.ExistsAsync(opened.PlanHash, Token));
        var head = Text(await ReadAsync("/api/rounds/" + round), "head");
        Assert.True(await vault.ExistsAsync(opened.FrameworkHash, Token) && await vault.ExistsAsync(opened.PlanHash, Token));

        using var again = await service.Client.PutAsync(new Uri("/api/rounds/" + round, UriKind.Relative), null, Token);
        Assert.Equal(head, Text(await RunningService.JsonAsync(again, HttpStatusCode.OK), "head"));
        await RoundInvariants.CheckAsync(service.Storage, round, Token);
    }

    [Fact]
    public async Task Tick_DoesNothingThatWasDone()
    {
        var head = Text(await ReadAsync(Round), "head");
        await service.Services.GetRequiredService<TickService>().RunAsync(RoundId.Parse("46-dla-2567"), Token);
        Assert.Equal(head, Text(await ReadAsync(Round), "head"));
        Assert.Empty((await ReadAsync(Round)).GetProperty("due").EnumerateArray());
    }

    [Fact]
    public async Task Verify_BeforeAndAfterTheRulesWereTakenIn_IsSound()
    {
        await service.DisposeAsync();
        var settings = new Settings { DataFolder = Data };
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(settings, [], TextWriter.Null, TextWriter.Null, Token));
        service = await RunningService.StartAsync(s => s with { DataFolder = Data });
        await ReadAsync("/api/rounds");
        await service.DisposeAsync();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(settings, [], TextWriter.Null, TextWriter.Null, Token));
        service = await RunningService.StartAsync();
    }

    [Fact]
    public async Task Sample_OnAnOlderFolder_IsPlayed()
    {
        await service.DisposeAsync();
        var script = await SampleRound.ReadScriptAsync(Token);
        service = await RunningService.StartAsync(s => s with { DataFolder = Data, Sample = script });
        var told = new List<DeliveryOutcome>();
        await service.Services.GetRequiredService<SampleRound>().PlayAsync(script, (_, outcome) => told.Add(outcome), Token);
        Assert.Equal(script.Deliveries.Count, told.Count);
        Assert.All(told, outcome => Assert.IsType<DeliveryOutcome.Accepted>(outcome));
    }

    private static string Fixture(string name) => Path.Combine(Kalasin.Evaluation.Tests.Repository.Root, "tests", "Kalasin.Functions.Tests", "Fixtures", name);

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return await RunningService.JsonAsync(response, HttpStatusCode.OK);
    }

    private static string Text(JsonElement e, string name) =>
        !e.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? "–"
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    private static IEnumerable<string> List(JsonElement e, string name) => e.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
