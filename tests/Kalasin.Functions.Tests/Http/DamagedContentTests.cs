using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage.Local;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Something that the log names is lost or was changed behind the program's back: said where it belongs, and nothing else suffers.</summary>
public sealed class DamagedContentTests : IAsyncLifetime
{
    private static readonly StreamId Stream = StreamId.Of("round", "46-dla-2567");
    private OpenedRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        foreach (var unit in (string[])["4602", "4604"])
        {
            using var sent = await _round.SendAsync(unit, SampleFiles.Form(SampleFiles.WorkbookOf(unit)));
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Theory]
    [InlineData(false, "KAL7017")]
    [InlineData(true, "KAL7016")]
    public async Task Details_AFindingOnThatDelivery_AndTheListStands(bool changed, string code)
    {
        await DamageAsync((await FirstAsync()).Details, changed);
        await using var restarted = await RestartAsync();
        var items = (await ReadAsync(restarted, "/deliveries")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 2], items.Select(i => i.GetProperty("receipt").GetInt32()));
        Assert.Contains(code, CodesOf(items[0]));
        Assert.DoesNotContain(code, CodesOf(items[1]));
        Assert.Equal("receipt-1-file-1.xlsx", items[0].GetProperty("files")[0].GetProperty("name").GetString());
        foreach (var path in (string[])["/deliveries/1", "/deliveries/1/files/1", "/deliveries/1/receipt", "/report?edition=internal", "/scorecard"])
            using (var response = await restarted.Client.GetAsync(OpenedRound.Path + path, Token)) Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
        using (var page = await restarted.Client.GetAsync("/app/rounds/46-dla-2567/units/4602", Token)) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("KAL7304", await HealthAsync(restarted));
    }

    [Theory]
    [InlineData(false, "KAL7017")]
    [InlineData(true, "KAL7016")]
    public async Task Original_AProblem_ThenKnownOnItsDelivery_UntilItIsWholeAgain(bool changed, string code)
    {
        var hash = (await FirstAsync()).Files[0].Hash;
        var original = await _round.Service.Client.GetByteArrayAsync(OpenedRound.Path + "/deliveries/1/files/1", Token);
        await DamageAsync(hash, changed);
        using (var refused = await _round.GetAsync("/deliveries/1/files/1")) Assert.Equal(code, await ProblemAsync(refused, 500, "damaged"));
        Assert.Contains(code, CodesOf(await _round.ReadAsync("/deliveries/1")));
        Assert.DoesNotContain(code, CodesOf(await _round.ReadAsync("/deliveries/2")));
        Assert.Contains("KAL7304", await HealthAsync(_round.Service));
        if (!changed) return;
        await LocalStorageUnderTest.DamageAsync(Folder, Stream, hash, original);
        Assert.Equal(original, await _round.Service.Client.GetByteArrayAsync(OpenedRound.Path + "/deliveries/1/files/1", Token));
        Assert.DoesNotContain("KAL7304", await HealthAsync(_round.Service));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task LargeOriginal_BreaksOffShortOfItsLength(int longer)
    {
        var picture = SampleFiles.Corpus("picture.xlsx").Bytes;
        (string, byte[]) large = ("ภาพถ่าย.png", [.. picture, .. new byte[StagedBytes.Most]]);
        using (var sent = await _round.SendAsync("4605", SampleFiles.Form(SampleFiles.WorkbookOf("4605"), large))) Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var files = (await _round.StateAsync()).Deliveries[2].Files;
        var number = files.IndexOf(files.MaxBy(f => f.Size)!) + 1;
        Assert.True(files[number - 1].Size > StagedBytes.Most);
        await LocalStorageUnderTest.DamageAsync(Folder, Stream, files[number - 1].Hash, new byte[files[number - 1].Size + longer]);
        using var response = await _round.Service.Client.GetAsync($"{OpenedRound.Path}/deliveries/3/files/{number}", HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal(files[number - 1].Size, response.Content.Headers.ContentLength);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.CopyToAsync(System.IO.Stream.Null, Token));
        Assert.Contains("KAL7016", CodesOf(await _round.ReadAsync("/deliveries/3")));
    }

    [Fact]
    public async Task Return_ScoresSayWhy_AndNothingElseFails()
    {
        await DamageAsync((await FirstAsync()).Returns[0].Content, changed: true);
        await using var restarted = await RestartAsync();
        using (var card = await restarted.Client.GetAsync(OpenedRound.Path + "/scorecard", Token)) Assert.Equal("KAL7016", await ProblemAsync(card, 500, "damaged"));
        Assert.Contains("KAL7016", CodesOf(await ReadAsync(restarted, "/deliveries/1")));
        using var sent = await restarted.Client.PostAsync(OpenedRound.Path + "/units/4605/deliveries", SampleFiles.Form(SampleFiles.WorkbookOf("4605")), Token);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    /// <summary>The bytes are those that the log names; what they are is not what it says. It came from an import of before returns were looked at there.</summary>
    [Theory]
    [InlineData("nonsense", "x")]
    [InlineData("{}", "{}")]
    [InlineData("null", """{"salt":"","files":[null],"findings":[]}""")]
    [InlineData("""{"unit":"4603","indicator":"3","status":"reported"}""", """{"salt":"","files":[],"findings":[]}""")]
    [InlineData("""{"unit":"4602","indicator":"3","status":"reported","facts":{"x":{}}}""", """{"salt":"","files":[{"name":"a"}],"findings":[{"finding":{}}]}""")]
    public async Task ContentThatIsNotWhatTheLogSays_IsSaidWhereItIsAskedFor_AndNothingElseFails(string reported, string details)
    {
        await using (var staged = new StagedContents(_round.Service.Storage.Vaults.Of(Stream)))
        {
            var command = new ReceiveDelivery(
                Guid.NewGuid(), DeliveryChannel.Upload, UnitCode.Parse("4602"), OpenedRound.Opened, ContentHash.Of("key"u8), ContentHash.Of("body"u8),
                [new(FileKind.Workbook, 1, ContentHash.Of("file"u8))],
                [new(new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), ReturnStatus.Reported), await AddAsync(reported))], new(0, 0, 0), await AddAsync(details));
            await staged.PromoteAsync(Token);
            Assert.IsType<Accept>((await _round.Log.DecideAsync(RoundId.Parse("46-dla-2567"), command, Actor.Local, Token)).Decision);

            Task<ContentHash> AddAsync(string text) => staged.AddOwnAsync(System.Text.Encoding.UTF8.GetBytes(text), Token);
        }
        foreach (var path in (string[])["/scorecard", "/report", "/units/4602/returns/3"])
            using (var refused = await _round.GetAsync(path)) Assert.Equal("KAL7315", await ProblemAsync(refused, 500, "damaged"));
        Assert.Equal(2, CodesOf(await _round.ReadAsync("/deliveries/3")).Count(code => code == "KAL7315"));
        Assert.Contains("KAL7304", await HealthAsync(_round.Service));
        foreach (var path in (string[])["/api/rounds/46-dla-2567", "/api/rounds/46-dla-2567/deliveries", "/api/rounds/46-dla-2567/log", "/app/rounds/46-dla-2567", "/app/rounds/46-dla-2567/units/4602"])
            using (var shown = await _round.Service.Client.GetAsync(path, Token)) Assert.Equal((path, HttpStatusCode.OK), (path, shown.StatusCode));
        using var sent = await _round.SendAsync("4605", SampleFiles.Form(SampleFiles.WorkbookOf("4605")));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"v":99,"at":"2024-05-14T10:00:00+07:00"}""")]
    [InlineData("""{"v":1,"at":"2024-05-14T10:00:00+07:00","actor":{"role":"local","id":"x"},"command":"00000000-0000-0000-0000-000000000000","event":{"kind":"somethingNew"}}""")]
    public async Task UnreadableEvent_TheRoundIsListedAndSaysWhy_OthersGoOn(string text)
    {
        using (var opened = await _round.Service.Client.PutAsync("/api/rounds/45-dla-2567", null, Token)) Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var sequence = (await _round.StateAsync()).Sequence;
        await _round.Service.Storage.Log.AppendAsync(Stream, sequence, new([System.Text.Encoding.UTF8.GetBytes(text)]), Token);

        Assert.Contains("KAL7312", await HealthAsync(_round.Service));
        var rounds = (await JsonAsync(await _round.Service.Client.GetAsync("/api/rounds", Token), HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["45-dla-2567", "46-dla-2567"], rounds.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal((0, false), (rounds[0].GetProperty("received").GetInt32(), rounds[0].TryGetProperty("findings", out _)));
        Assert.Equal((false, "KAL7312"), (rounds[1].TryGetProperty("received", out _), CodesOf(rounds[1]).Single()));

        using (var shown = await _round.GetAsync("")) Assert.Equal("KAL7312", await ProblemAsync(shown, 500, "damaged"));
        using (var sent = await _round.SendAsync("4605", SampleFiles.Form(SampleFiles.WorkbookOf("4605")))) Assert.Equal("KAL7312", await ProblemAsync(sent, 500, "damaged"));
        Assert.Contains("KAL7312", await _round.Service.Client.GetStringAsync("/app/", Token), StringComparison.Ordinal);
        using var other = await _round.Service.Client.PostAsync("/api/rounds/45-dla-2567/units/LAW/deliveries?dryRun=true", SampleFiles.Form(SampleFiles.WorkbookOf("4605")), Token);
        Assert.NotEqual(HttpStatusCode.InternalServerError, other.StatusCode);
    }

    private DataFolder Folder => new(_round.Service.DataFolder);

    private async Task<DeliveryReceived> FirstAsync() => (await _round.StateAsync()).Deliveries[0];

    private Task DamageAsync(ContentHash hash, bool changed) => LocalStorageUnderTest.DamageAsync(Folder, Stream, hash, changed ? new byte[200_000] : null);

    /// <summary>Another process on the same folder, which has read nothing yet.</summary>
    private Task<RunningService> RestartAsync() => StartAsync(
        settings => settings with { DataFolder = _round.Service.DataFolder }, build: builder => builder.Services.AddSingleton<TimeProvider>(new ClockFrom(OpenedRound.Opened)));

    private static async Task<JsonElement> ReadAsync(RunningService service, string path) => await JsonAsync(await service.Client.GetAsync(OpenedRound.Path + path, Token), HttpStatusCode.OK);

    private static IEnumerable<string?> CodesOf(JsonElement answer) => answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString());

    private static async Task<List<string?>> HealthAsync(RunningService service) => [.. CodesOf(await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.OK))];
}
