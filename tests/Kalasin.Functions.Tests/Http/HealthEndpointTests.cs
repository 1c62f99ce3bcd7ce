using System.Net;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class HealthEndpointTests
{
    private static readonly Finding Warning = SettingsFindings.AddressUnusable.At(Place.Nowhere, "https://x");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AllWell_200WithVersionAndStorage()
    {
        await using var service = await StartAsync();
        var health = await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.OK);
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", health.GetProperty("version").GetString());
        Assert.Equal(("local", true), (health.GetProperty("storage").GetProperty("kind").GetString(), health.GetProperty("storage").GetProperty("usable").GetBoolean()));
        Assert.Equal(0, health.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task Get_TickAndMail_LagOnceATickWasDone()
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true, TickKey = new('k', 20) });
        var before = (await ReadAsync()).GetProperty("tick");
        Assert.Equal((300, false, false), (before.GetProperty("everySeconds").GetInt32(), before.TryGetProperty("lastDone", out _), before.TryGetProperty("lagSeconds", out _)));

        var done = folder.Clock.GetUtcNow();
        await folder.Service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
        foreach (var (minutes, lag) in ((int, int)[])[(5, 0), (5, 300)])
        {
            folder.Clock.Advance(TimeSpan.FromMinutes(minutes));
            var tick = (await ReadAsync()).GetProperty("tick");
            Assert.Equal((done, lag), (tick.GetProperty("lastDone").GetDateTimeOffset(), tick.GetProperty("lagSeconds").GetInt32()));
        }
        var mail = (await ReadAsync()).GetProperty("mail");
        Assert.Equal((true, 0), (mail.GetProperty("configured").GetBoolean(), mail.GetProperty("backlog").GetInt32()));

        async Task<System.Text.Json.JsonElement> ReadAsync() => await JsonAsync(await folder.Service.Client.GetAsync("/api/health", Token), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ConfigurationProblem_200AndListedInBothLanguages()
    {
        await using var service = await StartAsync(s => s with { Findings = [Warning] });
        var response = await service.Client.GetAsync("/api/health", Token);
        Assert.Contains("โปรด", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal); // Thai letters, not escapes
        var finding = Assert.Single((await JsonAsync(response, HttpStatusCode.OK)).GetProperty("findings").EnumerateArray());
        Assert.Equal("KAL7103", finding.GetProperty("code").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.Equal(Warning.Message.Thai, finding.GetProperty("message").GetProperty("th").GetString());
        Assert.Equal(Warning.Remedy.English, finding.GetProperty("remedy").GetProperty("en").GetString());
    }

    [Fact]
    public async Task Get_StorageUnusable_503WithTheReason()
    {
        await using var service = await StartAsync();
        await File.WriteAllTextAsync(service.DataFolder, "in the way", Token);
        var health = await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.ServiceUnavailable);
        Assert.False(health.GetProperty("storage").GetProperty("usable").GetBoolean());
        Assert.Equal("KAL7001", Assert.Single(health.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Get_UnknownStorage_StartsAndSaysSo()
    {
        await using var service = await StartAsync(s => s with { NoStorage = SettingsFindings.StorageUnknown.At(Place.Nowhere, "s3") });
        var health = await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.ServiceUnavailable);
        Assert.Equal("none", health.GetProperty("storage").GetProperty("kind").GetString());
        Assert.False(Directory.Exists(service.DataFolder));
    }
}
