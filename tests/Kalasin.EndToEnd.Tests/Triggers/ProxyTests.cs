using System.Net;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests;
using Kalasin.Functions.Tests.Access;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>HTTP that comes to the published program through the host's proxy.</summary>
public sealed class ProxyTests(PublishedProgram published)
{
    private const string Deliveries = $"{HostedRound.Api}/units/4602/deliveries";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/health", "application/json")]
    [InlineData("/app/", "text/html")]
    [InlineData($"{HostedRound.Api}/units/4602/form?format=xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Get_AndHead_SayTheSame(string path, string type)
    {
        await using var round = await HostedRound.StartAsync(published);
        using var got = await round.Host.ProxyAsync(HttpMethod.Get, path);
        using var asked = await round.Host.ProxyAsync(HttpMethod.Head, path);
        Assert.Equal((HttpStatusCode.OK, type), (got.StatusCode, got.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.OK, type), (asked.StatusCode, asked.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await asked.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_WithLengthOrInChunks_ReceiptAndTheSameBytesBack(bool chunked)
    {
        await using var round = await HostedRound.StartAsync(published);
        var workbook = SampleFiles.WorkbookOf("4602");
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Deliveries)
            {
                Content = SampleFiles.Form(workbook), Headers = { { "Idempotency-Key", "k1" } },
            };
            request.Headers.TransferEncodingChunked = chunked;
            using var uploaded = await round.Host.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
            var receipt = JsonElement.Parse(await uploaded.Content.ReadAsStringAsync(Token)).GetProperty("receipt");
            Assert.Equal((1, time == 1), (receipt.GetProperty("number").GetInt32(), receipt.GetProperty("repetition").GetBoolean()));
        }
        using var original = await round.Host.ProxyAsync(HttpMethod.Get, $"{HostedRound.Api}/deliveries/1/files/1");
        Assert.Equal(workbook.Bytes, await original.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [InlineData(100_000_001, true)]
    [InlineData(104_500_000, true)]
    [InlineData(104_857_000, false)]
    public async Task Upload_AboveOurLimitAndBelowTheHosts_413Problem(int size, bool chunked)
    {
        await using var round = await HostedRound.StartAsync(published);
        using var request = new HttpRequestMessage(HttpMethod.Post, Deliveries)
        {
            Content = new MultipartFormDataContent { { new StreamContent(new ZeroStream(size)), "files", "a.xlsx" } },
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await round.Host.SendAsync(request, Token);
        Assert.Equal("", string.Join(' ', response.Headers.TryGetValues(Front.Failure, out var why) ? why : []));
        await RunningService.ProblemAsync(response, 413, "too-large");
    }

    /// <summary>The sender goes away in the middle: nothing is recorded, and everybody else is served.</summary>
    [Fact]
    public async Task Upload_BrokenOff_NothingRecordedAndTheNextServed()
    {
        await using var round = await HostedRound.StartAsync(published);
        using (var away = CancellationTokenSource.CreateLinkedTokenSource(Token))
        {
            var content = new MultipartFormDataContent
            {
                { new StreamContent(new PausingStream(SampleFiles.WorkbookOf("4602").Bytes, away.Cancel)), "files", "a.xlsx" }
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, Deliveries) { Content = content };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round.Host.SendAsync(request, away.Token));
        }
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
        using var uploaded = await round.Host.ProxyAsync(HttpMethod.Post, Deliveries, form);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        Assert.Single((await round.StateAsync()).Deliveries);
    }

    /// <summary>Who the caller sees is what the host says in its own headers, whatever the caller puts there.</summary>
    [Theory]
    [InlineData("http://kalasin.azurewebsites.net", 201)]
    [InlineData("https://kalasin.azurewebsites.net", 201)]
    [InlineData("https://stranger.example", 403)]
    public async Task Post_FromAPage_OnlyFromOurOwn(string origin, int status)
    {
        await using var round = await HostedRound.StartAsync(published);
        using var request = new HttpRequestMessage(HttpMethod.Post, Deliveries) { Content = SampleFiles.Form(SampleFiles.WorkbookOf("4602")) };
        request.Headers.Host = "kalasin.azurewebsites.net";
        request.Headers.Add("Origin", origin);
        request.Headers.Add("X-Forwarded-Host", "stranger.example");
        using var response = await round.Host.SendAsync(request, Token);
        Assert.Equal(status, (int)response.StatusCode);
    }

    /// <summary>Without an account that App Service signed in there is nobody, whatever a caller writes on the request.</summary>
    [Fact]
    public async Task Caller_NotSignedIn_OnlyHealth()
    {
        await using var round = await HostedRound.StartAsync(published);
        round.Host.SignedIn = null;
        foreach (var path in (string[])[HostedRound.Api, "/api/rounds", "/app/", $"/app/rounds/{HostedRound.Round}"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            Account.Coordinator.Sign(request);
            using var response = await round.Host.SendAsync(request, Token);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{path}: {response.StatusCode}");
        }
        Assert.Equal("ok", (await round.Host.GetAsync("/api/health")).GetProperty("status").GetString());
        round.Host.SignedIn = new("Kalasin.Unit.4601");
        using var foreign = await round.Host.ProxyAsync(HttpMethod.Get, "/api/rounds");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    /// <summary>Where accounts were never set up, nobody is believed.</summary>
    [Fact]
    public async Task Accounts_NotSetUp_NobodyIsBelieved()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHost.StartAsync(published, folder, ("KALASIN_SIGN_IN", ""));
        using var response = await host.ProxyAsync(HttpMethod.Put, HostedRound.Api);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("KAL7114", (await host.GetAsync("/api/health")).GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    /// <summary>Neither the outside nor another program of this machine can pull a trigger by HTTP.</summary>
    [Fact]
    public async Task Path_OfATrigger_NotThere()
    {
        await using var round = await HostedRound.StartAsync(published);
        await round.DropAsync("4602");
        await round.SettleAsync();
        using var direct = new HttpClient { BaseAddress = round.Host.HttpAddress };
        foreach (var path in (string[])["/Tick", "/tick", "/DropQueue", "/DropPoison", "/Mailbox", "//Tick", "/api/../Tick", "/app/../DropQueue"])
        {
            var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(round.Host.Address.GetLeftPart(UriPartial.Authority) + path, asItIs))
            {
                Content = new StringContent("{}"),
            };
            using var outside = await round.Host.SendAsync(request, Token);
            Assert.True(outside.StatusCode == HttpStatusCode.NotFound, $"{path}: {outside.StatusCode}");
            using var inside = await direct.PostAsync(
                new Uri(direct.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, asItIs), new StringContent("{}"), Token);
            Assert.True(inside.StatusCode == HttpStatusCode.NotFound, $"{path} on the program's own address: {inside.StatusCode}");
        }
        Assert.True(round.Lies("4602"));
    }

    /// <summary>Gives half of its bytes, then lets its owner act.</summary>
    private sealed class PausingStream(byte[] bytes, Action then) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
            {
                await Task.Delay(100, CancellationToken.None); // so that the first half has gone out
                then();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            return await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Length / 2)], cancellationToken);
        }
    }
}
