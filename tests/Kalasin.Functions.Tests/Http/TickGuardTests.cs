using System.Net;
using Kalasin.Functions.Http;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class TickGuardTests
{
    private const string Key = "0123456789abcdefghij";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, null, null, null)]
    [InlineData(false, Key, null, "KAL7209")]
    [InlineData(false, Key, Key, null)]
    [InlineData(true, null, null, "KAL7208")]
    [InlineData(true, null, Key, "KAL7208")]
    [InlineData(true, Key, null, "KAL7209")]
    [InlineData(true, Key, "", "KAL7209")]
    [InlineData(true, Key, "0123456789abcdefghiJ", "KAL7209")]
    [InlineData(true, Key, Key + "k", "KAL7209")]
    [InlineData(true, Key, Key, null)]
    public async Task Tick_ClosedUnderTheHostUntilAKeyIsSetAndGiven(bool underHost, string? set, string? given, string? code)
    {
        await using var service = await StartAsync(s => s with { UnderFunctionsHost = underHost, TickKey = set });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tick");
        if (underHost) request.Headers.Add("X-Forwarded-Host", "kalasin.azurewebsites.net");
        if (given is not null) request.Headers.Add(TickGuard.Header, given);
        using var response = await service.Client.SendAsync(request, Token);
        if (code is null) await JsonAsync(response, HttpStatusCode.OK);
        else Assert.Equal(code, await ProblemAsync(response, 403, "not-allowed"));
        Assert.Equal(code is null, (await service.Storage.TickMark.ReadAsync(Token)) is not null);
    }

    /// <summary>Without a key it is the coordinator's, and nobody is that whose request was passed on.</summary>
    [Fact]
    public async Task Tick_OfNobodyWithoutAKey_Closed()
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tick");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var response = await service.Client.SendAsync(request, Token);
        Assert.Equal("KAL7208", await ProblemAsync(response, 403, "not-allowed"));
    }

    [Fact]
    public async Task Tick_WithoutAStore_StillClosed()
    {
        await using var service = await StartAsync(
            s => s with { UnderFunctionsHost = true, NoStorage = SettingsFindings.AccountMissing.At(Evaluation.Place.Nowhere) });
        Assert.Equal("KAL7208", await ProblemAsync(await service.Client.PostAsync("/api/tick", null, Token), 403, "not-allowed"));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(" ", null, "")]
    [InlineData("short", null, "KAL7109")]
    [InlineData(Key + "\n", Key, "")]
    public void Key_OfTheEnvironment_LongEnoughOrNotUsed(string? value, string? key, string findings)
    {
        var settings = Settings.Read(null, null, name => name == "KALASIN_TICK_KEY" ? value : null);
        Assert.Equal((key, findings), (settings.TickKey, string.Join(' ', settings.Findings.Select(f => f.Code))));
    }
}
