using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class GuardsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost:PORT", true)]
    [InlineData("LOCALHOST:PORT", true)]
    [InlineData("127.0.0.1:PORT", true)]
    [InlineData("[::1]:PORT", true)]
    [InlineData("localhost", false)]
    [InlineData("localhost:1", false)]
    [InlineData("evil.example:PORT", false)]
    [InlineData("localhost.evil.example:PORT", false)]
    [InlineData("127.0.0.1.evil.example:PORT", false)]
    [InlineData("127.0.0.2:PORT", false)]
    [InlineData("0.0.0.0:PORT", false)]
    public async Task Host_OnlyThisService(string host, bool passes)
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Host = host.Replace("PORT", $"{service.Address.Port}", StringComparison.Ordinal);
        using var response = await service.Client.SendAsync(request, Token);
        if (passes) Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else await ProblemAsync(response, 400, "host-unknown");
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("http://127.0.0.1:PORT", null, true)]
    [InlineData("http://127.0.0.1:PORT", "same-origin", true)]
    [InlineData(null, "none", true)]
    [InlineData("http://localhost:PORT", null, false)]
    [InlineData("https://127.0.0.1:PORT", null, false)]
    [InlineData("http://127.0.0.1:1", null, false)]
    [InlineData("http://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData("", null, false)]
    [InlineData("http://127.0.0.1:PORT", "cross-site", false)]
    [InlineData("http://127.0.0.1:PORT", "same-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData(null, "unheard-of", false)]
    [InlineData("http://evil.example", "same-origin", false)]
    public async Task Origin_OfUnsafeMethod_OnlyOwn(string? origin, string? site, bool passes)
    {
        await using var service = await StartAsync(map: MapThing);
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, new("PURGE")])
        {
            using var response = await SendAsync(service, method, origin, site);
            if (passes) Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            else await ProblemAsync(response, 403, "cross-site");
        }
    }

    [Fact]
    public async Task Origin_OfSafeMethod_NotAsked()
    {
        await using var service = await StartAsync(map: MapThing);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Options])
            Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(service, method, "http://evil.example", "cross-site")).StatusCode);
    }

    [Theory]
    [InlineData("https://kalasin.example", "kalasin.example", "https", true)]
    [InlineData("https://kalasin.example", "kalasin.example", null, true)]
    [InlineData("https://kalasin.example", "kalasin.example", "http", true)]
    [InlineData("https://kalasin.example:8443", "kalasin.example:8443", "http", true)]
    [InlineData("http://localhost:7071", "localhost:7071", "http", true)]
    [InlineData("http://kalasin.example", "kalasin.example", "https", false)]
    [InlineData("http://kalasin.example", "kalasin.example", null, false)]
    [InlineData("https://evil.example", "kalasin.example", "https", false)]
    [InlineData("https://evil.example", "kalasin.example", "http", false)]
    public async Task Origin_UnderFunctionsHost_ComparedWithTheForwardedHost(string origin, string host, string? scheme, bool passes)
    {
        await using var service = await StartAsync(s => s with { UnderFunctionsHost = true }, MapThing);
        using var response = await SendAsync(service, HttpMethod.Post, origin, null, host, scheme);
        Assert.Equal(passes ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Origin_ForwardedHostOfAnybodyElse_NotTrusted()
    {
        await using var service = await StartAsync(map: MapThing);
        using var response = await SendAsync(service, HttpMethod.Post, "https://evil.example", null, "evil.example", "https");
        await ProblemAsync(response, 403, "cross-site");
    }

    private static void MapThing(IEndpointRouteBuilder app) => app.Map("/test/thing", (HttpContext context) =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private static Task<HttpResponseMessage> SendAsync(
        RunningService service, HttpMethod method, string? origin, string? site, string? host = null, string? scheme = null)
    {
        var request = new HttpRequestMessage(method, "/test/thing");
        Add("Origin", origin?.Replace("PORT", $"{service.Address.Port}", StringComparison.Ordinal));
        Add("Sec-Fetch-Site", site);
        Add("X-Forwarded-Host", host);
        Add("X-Forwarded-Proto", scheme);
        return service.Client.SendAsync(request, Token);

        void Add(string name, string? value)
        {
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
