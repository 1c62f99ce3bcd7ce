using System.Net;
using Kalasin.Evaluation;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Ticks;
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
        Assert.Equal(
            ("local", true),
            (health.GetProperty("storage").GetProperty("kind").GetString(), health.GetProperty("storage").GetProperty("usable").GetBoolean()));
        Assert.All(health.GetProperty("findings").EnumerateArray(), f => Assert.Equal("information", f.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task Get_TickAndMail_LagOnceATickWasDone()
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true, TickKey = new('k', 20) });
        var before = (await ReadAsync()).GetProperty("tick");
        Assert.Equal(
            (300, false, false),
            (before.GetProperty("everySeconds").GetInt32(), before.TryGetProperty("lastDone", out _), before.TryGetProperty("lagSeconds", out _)));

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
        var finding = (await JsonAsync(response, HttpStatusCode.OK)).GetProperty("findings")[0];
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
    public async Task Get_HeadsSealedBesideTheData_SaysThatItIsOneDisk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "Other systems don't say which disk a file is on.");
        await using var service = await StartAsync();
        var finding = Assert.Single((await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.OK))
            .GetProperty("findings").EnumerateArray());
        Assert.Equal("KAL7019", finding.GetProperty("code").GetString());
        Assert.Contains($"{service.DataFolder}-heads", finding.GetProperty("message").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-121, true)]
    [InlineData(1, false)]
    public async Task Get_ClockThatWentBack_Warns(int minutes, bool isTold)
    {
        var clock = new SettableClock { Now = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7)) };
        await using var service = await StartAsync(build: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
        Assert.DoesNotContain("KAL7310", await CodesAsync(service));
        clock.Now += TimeSpan.FromMinutes(minutes * 3);
        Assert.Equal(isTold, (await CodesAsync(service)).Contains("KAL7310"));
        clock.Now = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7));
        Assert.DoesNotContain("KAL7310", minutes < 0 ? await CodesAsync(service) : []);
    }

    [Fact]
    public async Task Get_MarkOfATickInTheFuture_WarnsAfterARestart_AndAfterTheNextTick()
    {
        var clock = new SettableClock { Now = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7)) };
        await using var service = await StartAsync(build: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await service.Storage.TickMark.WriteAsync(clock.Now.AddMinutes(3), Token);
        Assert.Contains("KAL7310", await CodesAsync(service));
        await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
        Assert.Contains("KAL7310", await CodesAsync(service));
    }

    private static async Task<List<string?>> CodesAsync(RunningService service) =>
        [.. (await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.OK))
            .GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString())];

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
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
