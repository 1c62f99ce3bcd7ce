using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>A file in parts, as a tus client sends it, and the delivery that takes it in.</summary>
public sealed class PartEndpointsTests : IAsyncLifetime
{
    private const string Uploads = $"{OpenedRound.Path}/units/4601/uploads";
    private const string Name = "รายงาน ๔๖๐๑.xlsx";
    private OpenedRound round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task Options_SaysWhatItSpeaks()
    {
        using var response = await SendAsync(HttpMethod.Options, Uploads, null, []);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(
            ("1.0.0", "creation,expiration,termination", "50000000"),
            (Header(response, "Tus-Version"), Header(response, "Tus-Extension"), Header(response, "Tus-Max-Size")));
    }

    [Fact]
    public async Task FileInThreeParts_AskedAfterBetween_IsDeliveredUnderItsName()
    {
        var content = SampleFiles.WorkbookOf("4601").Bytes;
        var address = await BeginAsync(Name, content.Length);
        var third = content.Length / 3;
        Assert.Equal(third, await PatchAsync(address, 0, content[..third]));
        Assert.Equal(2 * third, await PatchAsync(address, third, content[third..(2 * third)]));
        using (var head = await SendAsync(HttpMethod.Head, address, null, []))
        {
            Assert.Equal(
                (HttpStatusCode.OK, $"{2 * third}", $"{content.Length}"),
                (head.StatusCode, Header(head, "Upload-Offset"), Header(head, "Upload-Length")));
            Assert.True(head.Headers.CacheControl!.NoStore);
        }
        Assert.Equal(content.Length, await PatchAsync(address, 2 * third, content[(2 * third)..]));

        using var form = Named(address);
        using var response = await round.SendAsync("4601", form, key: "k");
        await JsonAsync(response, HttpStatusCode.Created);
        var delivery = Assert.Single((await round.ReadAsync("/deliveries")).GetProperty("items").EnumerateArray());
        Assert.Equal(Name, delivery.GetProperty("files")[0].GetProperty("name").GetString());
        using var original = await round.GetAsync("/deliveries/1/files/1");
        Assert.Equal(content, await original.Content.ReadAsByteArrayAsync(Token));

        // The answer was lost, and the same is sent again.
        using var again = Named(address);
        using var repetition = await round.SendAsync("4601", again, key: "k");
        Assert.True((await JsonAsync(repetition, HttpStatusCode.Created)).GetProperty("receipt").GetProperty("repetition").GetBoolean());
    }

    [Fact]
    public async Task FileNotWhole_422_NothingRecorded_SaysHowFarItCame()
    {
        var head = await round.HeadAsync();
        var address = await BeginAsync(Name, 100);
        await PatchAsync(address, 0, new byte[40]);
        using var form = Named(address);
        using var response = await round.SendAsync("4601", form, query: "?dryRun=true");
        Assert.Equal("KAL1958", await ProblemAsync(response, 422, "not-accepted"));
        Assert.Equal(head, await round.HeadAsync());
        Assert.Equal(100, await PatchAsync(address, 40, new byte[60]));
    }

    [Fact]
    public async Task RefusedFile_IsNotKept()
    {
        var address = await BeginAsync("macro.bin", 4);
        await PatchAsync(address, 0, [1, 2, 3, 4]);
        using var form = Named(address);
        using var response = await round.SendAsync("4601", form);
        Assert.NotEmpty(await ProblemAsync(response, 422, "not-accepted"));
        using var gone = await SendAsync(HttpMethod.Head, address, null, []);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task FileOfAnotherUnit_IsUnknown()
    {
        var address = await BeginAsync(Name, 1);
        await PatchAsync(address, 0, [1]);
        using var form = Named(address);
        using var response = await round.SendAsync("4602", form);
        Assert.Equal("KAL1954", await ProblemAsync(response, 422, "not-accepted"));
        using var elsewhere = await SendAsync(HttpMethod.Head, address.Replace("4601", "4602", StringComparison.Ordinal), null, []);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task ManyUnknownIds_AreOneFinding()
    {
        using var form = new MultipartFormDataContent { { new StringContent(string.Join(',', Enumerable.Range(0, 800))), "uploads" } };
        using var response = await round.SendAsync("4601", form);
        Assert.Equal("KAL1954", await ProblemAsync(response, 422, "not-accepted"));
    }

    [Theory]
    [InlineData("3", 409, "offset-differs", "KAL1955")]
    [InlineData("7", 409, "offset-differs", "KAL1955")]
    [InlineData("11", 400, "bad-request", "KAL1956")]
    [InlineData("-1", 400, "bad-request", "KAL1952")]
    [InlineData("x", 400, "bad-request", "KAL1952")]
    public async Task Part_ThatDoesNotFollow_Refused(string offset, int status, string problem, string code)
    {
        var address = await BeginAsync(Name, 10);
        await PatchAsync(address, 0, [0, 1, 2, 3, 4]);
        using var response = await SendAsync(HttpMethod.Patch, address, new byte[1], [("Upload-Offset", offset)]);
        Assert.Equal(code, await ProblemAsync(response, status, problem));
        Assert.Equal(10, await PatchAsync(address, 5, [5, 6, 7, 8, 9]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Part_BeyondTheEnd_Refused(bool chunked)
    {
        var address = await BeginAsync(Name, 3);
        using var request = Request(HttpMethod.Patch, address, new byte[4], [("Upload-Offset", "0")]);
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await round.Service.Client.SendAsync(request, Token);
        Assert.Equal("KAL1956", await ProblemAsync(response, 400, "bad-request"));
    }

    [Fact]
    public async Task Requests_WithoutTheProtocol_Refused()
    {
        using var response = await round.Service.Client.PostAsync(new Uri(Uploads, UriKind.Relative), null, Token);
        Assert.Equal("KAL1951", await ProblemAsync(response, 412, "other-protocol"));
        Assert.Equal("1.0.0", Header(response, "Tus-Version"));
        var address = await BeginAsync(Name, 3);
        using var request = Request(HttpMethod.Patch, address, new byte[1], [("Upload-Offset", "0")]);
        request.Content!.Headers.ContentType = new("application/octet-stream");
        using var other = await round.Service.Client.SendAsync(request, Token);
        Assert.Equal("KAL1953", await ProblemAsync(other, 415, "unsupported-media-type"));
    }

    [Theory]
    [InlineData(null, "filename YQ==", 400, "KAL1952")]
    [InlineData("-1", "filename YQ==", 400, "KAL1952")]
    [InlineData("1", null, 400, "KAL1952")]
    [InlineData("1", "filename !", 400, "KAL1952")]
    [InlineData("50000001", "filename YQ==", 413, "KAL1902")]
    public async Task Begin_Unusable_Refused(string? length, string? about, int status, string code)
    {
        (string, string)[] headers = [.. length is null ? Array.Empty<(string, string)>() : [("Upload-Length", length)],
            .. about is null ? Array.Empty<(string, string)>() : [("Upload-Metadata", about)]];
        using var response = await SendAsync(HttpMethod.Post, Uploads, null, headers);
        Assert.Equal(code, await ProblemAsync(response, status, status == 413 ? "too-large" : "bad-request"));
    }

    [Fact]
    public async Task Begin_TooMuchAtOnce_Refused_UntilSomethingIsTakenBack()
    {
        var first = await BeginAsync(Name, 50_000_000);
        for (var n = 1; n < 10; n++) await BeginAsync(Name, 50_000_000);
        using (var more = await SendAsync(HttpMethod.Post, Uploads, null, [("Upload-Length", "1"), ("Upload-Metadata", "filename YQ==")]))
            Assert.Equal("KAL1957", await ProblemAsync(more, 422, "not-accepted"));
        using var deleted = await SendAsync(HttpMethod.Delete, first, null, []);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await BeginAsync(Name, 1);
    }

    [Fact]
    public async Task Tick_ADayLater_RemovesWhatNobodyFinished()
    {
        var clock = new StoppedClock(OpenedRound.Opened);
        await using var later = await OpenedRound.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var parts = later.Service.Storage.Parts;
        var place = new PartialPlace(Kalasin.Evaluation.RoundId.Parse("46-dla-2567"), Kalasin.Evaluation.UnitCode.Parse("4601"));
        var file = await parts.BeginAsync(place, Name, 5, Token);
        var upkeep = later.Service.Services.GetRequiredService<Upkeep>();
        clock.Now += PartialFile.KeptFor;
        await upkeep.RunAsync(Token);
        Assert.NotNull(await parts.FindAsync(place, file.Id, Token));
        clock.Now += TimeSpan.FromSeconds(1);
        await upkeep.RunAsync(Token);
        Assert.Null(await parts.FindAsync(place, file.Id, Token));
    }

    private async Task<string> BeginAsync(string name, long length)
    {
        using var response = await SendAsync(HttpMethod.Post, Uploads, null,
            [
                ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
                ("Upload-Metadata", $"filetype eA==,filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}")
            ]);
        Assert.Equal((HttpStatusCode.Created, "0"), (response.StatusCode, Header(response, "Upload-Offset")));
        Assert.True(DateTimeOffset.TryParse(Header(response, "Upload-Expires"), CultureInfo.InvariantCulture, out var expires));
        Assert.InRange(expires, OpenedRound.Opened.AddDays(1).AddSeconds(-1), OpenedRound.Opened.AddDays(1).AddMinutes(10));
        return response.Headers.Location!.OriginalString;
    }

    private async Task<long> PatchAsync(string address, long offset, byte[] bytes)
    {
        using var response = await SendAsync(HttpMethod.Patch, address, bytes, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal((HttpStatusCode.NoContent, "1.0.0"), (response.StatusCode, Header(response, "Tus-Resumable")));
        return long.Parse(Header(response, "Upload-Offset")!, CultureInfo.InvariantCulture);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, byte[]? bytes, (string Name, string Value)[] headers)
    {
        using var request = Request(method, address, bytes, headers);
        return await round.Service.Client.SendAsync(request, Token);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, byte[]? bytes, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (bytes is not null)
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        return request;
    }

    private static MultipartFormDataContent Named(params string[] addresses) =>
        new() { { new StringContent(string.Join(',', addresses.Select(a => a[(a.LastIndexOf('/') + 1)..]))), "uploads" } };

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
