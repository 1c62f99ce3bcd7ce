using System.Text;
using System.Text.Json;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>Every measured call of the Functions host with its answer and its effect, as the files in <c>Fixtures</c> say.</summary>
public sealed class WireTests
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน-นามน.xlsx";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Triggers", "Fixtures");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Fixtures => [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Call_AnswerAndEffect(string name)
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true });
        await folder.DropAsync(Drop, SampleFiles.WorkbookOf("4602").Bytes);
        var tag = (await folder.FindAsync()).Tag;
        using var fixture = JsonDocument.Parse((await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json"), Token)).Replace("{tag}", tag, StringComparison.Ordinal));
        var (root, effect) = (fixture.RootElement, fixture.RootElement.GetProperty("effect"));

        // Twice, as every trigger may: the second time changes nothing.
        for (var time = 0; time < 2; time++)
        {
            using var response = await PostAsync(folder.Service, root.GetProperty("function").GetString()!, root.GetProperty("payload").GetRawText());
            Assert.Equal(root.GetProperty("answer").GetProperty("status").GetInt32(), (int)response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
            Assert.Equal(["Outputs", "Logs", "ReturnValue"], body.RootElement.EnumerateObject().Select(p => p.Name));
            if (root.GetProperty("answer").GetProperty("body") is { ValueKind: JsonValueKind.Object } expected) Assert.True(JsonElement.DeepEquals(expected, body.RootElement));
        }

        var state = await folder.StateAsync();
        Assert.Equal(
            (effect.GetProperty("receipts").GetInt32(), effect.GetProperty("refused").GetInt32(), effect.GetProperty("dropStays").GetBoolean(), effect.GetProperty("health").GetString()),
            (state.Deliveries.Count, state.Refused.Count, folder.IsThere(Drop), await folder.HealthAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":{"msg":"\"{"}}""")]
    [InlineData("""{"Data":{}}{"Data":{}}""")]
    [InlineData("<html>")]
    public async Task Call_ThatIsNone_500WithABody(string body)
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true });
        using var response = await PostAsync(service, "DropQueue", body);
        Assert.Equal(500, (int)response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(1, answer.RootElement.GetProperty("Logs").GetArrayLength());
    }

    [Fact]
    public async Task Call_NestedTooDeepOrTooLarge_FailureWithABody()
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true });
        using var deep = await PostAsync(service, "DropQueue", $$$"""{"Data":{"msg":{{{new string('[', 5000)}}}{{{new string(']', 5000)}}}}}""");
        Assert.Equal(500, (int)deep.StatusCode);
        using var large = await PostAsync(service, "DropQueue", $$$"""{"Data":{"msg":"{{{new string('x', 1_000_001)}}}"}}""");
        Assert.Equal(500, (int)large.StatusCode);
    }

    [Fact]
    public async Task Call_WithoutAStore_500AndHealthSaysWhy()
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true, NoStorage = SettingsFindings.StorageUnknown.At(Evaluation.Place.Nowhere, "s3") });
        foreach (var function in (string[])["Tick", "DropQueue", "DropPoison"])
        {
            using var response = await PostAsync(service, function, """{"Data":{"tick":{},"msg":"[{\"type\":\"Microsoft.Storage.BlobRenamed\"}]"}}""");
            Assert.Equal(500, (int)response.StatusCode);
            Assert.Contains(function, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
        using var health = await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token);
        Assert.Contains("KAL7101", await health.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/DropQueue")]
    [InlineData("/DropPoison")]
    [InlineData("/Tick")]
    [InlineData("/tick")]
    [InlineData("/Mailbox")]
    public async Task Path_OfATrigger_ClosedToTheOutsideAndInLocalMode(string path)
    {
        await using var hosted = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true });
        using var fromOutside = await PostAsync(hosted, path[1..], """{"Data":{"tick":{}}}""", "kalasin.azurewebsites.net");
        Assert.Equal(404, (int)fromOutside.StatusCode);
        using var empty = await PostAsync(hosted, path[1..], """{"Data":{"tick":{}}}""", "");
        Assert.Equal(404, (int)empty.StatusCode);

        await using var local = await RunningService.StartAsync();
        using var unknown = await PostAsync(local, path[1..], """{"Data":{"tick":{}}}""");
        await RunningService.ProblemAsync(unknown, 404, "not-found");
    }

    [Fact]
    public async Task Root_UnderTheHost_AnswersItsPoll()
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true });
        Assert.Equal("ready", await service.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token));
        Assert.False(Directory.Exists(service.DataFolder));
    }

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(104_857_600)]
    public async Task Upload_AboveOurLimitAndBelowTheHosts_413Problem(int size)
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true });
        using var form = new MultipartFormDataContent { { new StreamContent(new ZeroStream(size)), "files", "a.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{DropFolder.Round}/units/4602/deliveries") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Forwarded-Host", "kalasin.azurewebsites.net");
        using var response = await folder.Service.Client.SendAsync(request, Token);
        await RunningService.ProblemAsync(response, 413, "too-large");
    }

    /// <summary>As the host posts: chunked, with its headers, without those of the proxy.</summary>
    private static Task<HttpResponseMessage> PostAsync(RunningService service, string function, string body, string? forwardedHost = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        if (forwardedHost is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-Host", forwardedHost);
        return service.Client.SendAsync(request, Token);
    }

    /// <summary>So many zero bytes, held nowhere.</summary>
    private sealed class ZeroStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, read);
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
