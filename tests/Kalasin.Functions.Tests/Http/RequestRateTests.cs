using System.Net;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Tests.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class RequestRateTests
{
    private const int Few = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Known_EachByThemselves()
    {
        await using var service = await StartAsync(s => Account.Believed(s) is var hosted
            ? hosted with { Access = hosted.Access with { RequestsOfCaller = Few } } : s);
        using var refused = await UntilRefusedAsync(service, "one");
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("KAL7803", await ProblemAsync(refused, 429, "too-many"));
        Assert.Equal([200], (await AskAsync(service, "two", Few / 2)).Distinct());
    }

    [Fact]
    public async Task Strangers_ByTheirPlace_AndTheTickIsNotCounted()
    {
        await using var service = await StartAsync(s => s with { UnderFunctionsHost = true, TickKey = new('k', 20),
            Access = s.Access with { RequestsOfStranger = Few } });
        using var refused = await UntilRefusedAsync(service, null, "203.0.113.9");
        Assert.Equal([200], (await AskAsync(service, null, Few / 2, "198.51.100.1:443")).Distinct());
        for (var time = 0; time < 2 * Few; time++)
        {
            using var ticked = await service.Client.PostAsync("/api/tick", null, Token);
            Assert.Equal(HttpStatusCode.Forbidden, ticked.StatusCode); // without the key, and never 429
        }
    }

    [Fact]
    public async Task AtTheMachine_NotCounted()
    {
        await using var service = await StartAsync(s => s with { Access = s.Access with { RequestsOfCaller = Few,
            RequestsOfStranger = Few } });
        for (var time = 0; time < 3 * Few; time++)
        {
            using var answer = await service.Client.GetAsync("/api/rounds", Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task StoppedService_CountsNoLonger()
    {
        RequestRate rate;
        await using (var service = await StartAsync()) rate = service.Services.GetRequiredService<RequestRate>();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => rate.PassAsync(new DefaultHttpContext(), _ => Task.CompletedTask));
    }

    [Theory]
    [InlineData("90", 90, "")]
    [InlineData("10", 1200, "KAL7121")]
    [InlineData("-1", 1200, "KAL7121")]
    [InlineData("many", 1200, "KAL7121")]
    public void Settings_Rates(string text, int rate, string findings)
    {
        var settings = Settings.Read(null, null, name => name == "KALASIN_RATE_KNOWN" ? text : null);
        Assert.Equal((rate, findings), (settings.Access.RequestsOfCaller, string.Join(' ', settings.Findings.Select(f => f.Code))));
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(RunningService service, string? account, string? from = null)
    {
        for (var time = 0; time < 10 * Few; time++)
        {
            var answer = await SendAsync(service, account, from);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            answer.Dispose();
        }
        throw new InvalidOperationException("Never refused.");
    }

    private static async Task<IReadOnlyList<int>> AskAsync(RunningService service, string? account, int times, string? from = null)
    {
        var statuses = new List<int>();
        for (var time = 0; time < times; time++)
        {
            using var answer = await SendAsync(service, account, from);
            statuses.Add((int)answer.StatusCode);
        }
        return statuses;
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningService service, string? account, string? from = null)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, account is null ? "/api/health" : "/api/rounds");
        if (account is not null) request.Headers.Add(PlatformPrincipal.Header, (Account.Coordinator with { Id = account }).ToHeader());
        if (from is not null) request.Headers.Add("X-Forwarded-For", $"spoofed, {from}");
        return await client.SendAsync(request, Token);
    }
}
