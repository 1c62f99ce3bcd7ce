using System.Text.Json;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>Every measured call of the Functions host with its answer and its effect, whatever runs the program; the payloads are in <c>Fixtures</c>.</summary>
public abstract class WireContract
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน-นามน.xlsx";
    private const string Round = $"/api/rounds/{DropFolder.Round}";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kalasin.Functions.Tests", "Triggers", "Fixtures");

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Fixtures => [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Call_AnswerAndEffect(string name)
    {
        await using var program = await StartAsync();
        await OpenAsync(program);
        await program.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        var tag = await program.SettleAsync();
        using var fixture = JsonDocument.Parse((await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json"), Token)).Replace("{tag}", tag, StringComparison.Ordinal));
        var (root, effect) = (fixture.RootElement, fixture.RootElement.GetProperty("effect"));

        // Twice, as every trigger may: the second time changes nothing.
        for (var time = 0; time < 2; time++)
        {
            using var response = await program.Host.PostAsync(root.GetProperty("function").GetString()!, root.GetProperty("payload").GetRawText());
            Assert.Equal(root.GetProperty("answer").GetProperty("status").GetInt32(), (int)response.StatusCode);
            var body = await AnswerAsync(response);
            if (root.GetProperty("answer").GetProperty("body") is { ValueKind: JsonValueKind.Object } expected) Assert.True(JsonElement.DeepEquals(expected, body));
        }

        var state = await program.StateAsync();
        Assert.Equal(
            (effect.GetProperty("receipts").GetInt32(), effect.GetProperty("refused").GetInt32(), effect.GetProperty("dropStays").GetBoolean(), effect.GetProperty("health").GetString()),
            (state.Deliveries.Count, state.Refused.Count, program.IsThere(Drop), await HealthAsync(program)));
    }

    [Fact]
    public async Task Call_ThatIsNone_500WithABody()
    {
        await using var program = await StartAsync();
        string[] bodies =
        [
            "", "null", "[]", "{}", """{"Data":null}""", """{"Data":{"msg":"\"{"}}""", """{"Data":{}}{"Data":{}}""", "<html>",
            $$$"""{"Data":{"msg":{{{new string('[', 5000)}}}{{{new string(']', 5000)}}}}}""", $$$"""{"Data":{"msg":"{{{new string('x', 1_000_001)}}}"}}""",
        ];
        foreach (var body in bodies)
        {
            using var response = await program.Host.PostAsync("DropQueue", body);
            Assert.Equal(500, (int)response.StatusCode);
            Assert.Equal(JsonValueKind.Object, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)).ValueKind);
        }
    }

    [Theory]
    [InlineData("s3", null, "KAL7101")]
    [InlineData("azure", null, "KAL7105")]
    [InlineData("azure", "nonsense", "KAL7021")]
    public async Task Program_WithoutAStore_StartsFailsItsCallsAndSaysWhy(string storage, string? connection, string code)
    {
        await using var program = await StartAsync(storage, connection);
        foreach (var function in (string[])["Tick", "DropQueue"])
        {
            using var response = await program.Host.PostAsync(function, """{"Data":{"tick":{},"msg":"[{\"type\":\"Microsoft.Storage.BlobRenamed\"}]"}}""");
            Assert.Equal(500, (int)response.StatusCode);
            await AnswerAsync(response);
        }
        using var health = await program.Host.ProxyAsync(HttpMethod.Get, "/api/health");
        Assert.Equal(503, (int)health.StatusCode);
        Assert.Contains(code, await health.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_OfATrigger_ClosedToTheOutside()
    {
        await using var program = await StartAsync();
        foreach (var function in (string[])["DropQueue", "DropPoison", "Tick", "tick", "Mailbox"])
        {
            foreach (var outside in (string[])["kalasin.azurewebsites.net", ""])
            {
                using var response = await program.Host.PostAsync(function, FunctionsHost.Timer, outside);
                Assert.Equal(404, (int)response.StatusCode);
            }
        }
        using var own = await program.Host.TickAsync("Mailbox");
        Assert.Equal(FunctionsHost.Nothing, await own.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Root_AnswersThePollAndTouchesNothing()
    {
        await using var program = await StartAsync();
        Assert.True(await program.Host.PollAsync(() => false));
        Assert.False(Directory.Exists(program.DataFolder));
    }

    [Fact]
    public async Task Upload_InChunksThroughTheProxy_ReceiptAndTheSameBytesBack()
    {
        await using var program = await StartAsync();
        await OpenAsync(program);
        var workbook = SampleFiles.WorkbookOf("4602");
        for (var time = 0; time < 2; time++)
        {
            using var form = SampleFiles.Form(workbook);
            using var uploaded = await program.Host.ProxyAsync(HttpMethod.Post, $"{Round}/units/4602/deliveries", form, key: "k1");
            Assert.Equal(201, (int)uploaded.StatusCode);
            var receipt = JsonElement.Parse(await uploaded.Content.ReadAsStringAsync(Token)).GetProperty("receipt");
            Assert.Equal((1, time == 1), (receipt.GetProperty("number").GetInt32(), receipt.GetProperty("repetition").GetBoolean()));
        }
        using var original = await program.Host.ProxyAsync(HttpMethod.Get, $"{Round}/deliveries/1/files/1");
        Assert.Equal(workbook.Bytes, await original.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(104_857_600)]
    public async Task Upload_AboveOurLimitAndBelowTheHosts_413Problem(int size)
    {
        await using var program = await StartAsync();
        await OpenAsync(program);
        using var form = new MultipartFormDataContent { { new StreamContent(new ZeroStream(size)), "files", "a.xlsx" } };
        using var response = await program.Host.ProxyAsync(HttpMethod.Post, $"{Round}/units/4602/deliveries", form);
        await RunningService.ProblemAsync(response, 413, "too-large");
    }

    /// <param name="storage">The kind that the environment names.</param>
    /// <param name="connection">The connection string that it names.</param>
    private protected abstract Task<ProgramUnderHost> StartAsync(string storage = "local", string? connection = null);

    private static async Task OpenAsync(ProgramUnderHost program)
    {
        using var opened = await program.Host.ProxyAsync(HttpMethod.Put, Round);
        Assert.Equal(201, (int)opened.StatusCode);
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal(response.IsSuccessStatusCode ? 0 : 1, body.GetProperty("Logs").GetArrayLength());
        return body;
    }

    private static async Task<string> HealthAsync(ProgramUnderHost program) =>
        string.Join(' ', (await program.Host.GetAsync("/api/health")).GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
}
