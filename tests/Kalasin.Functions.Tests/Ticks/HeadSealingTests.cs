using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Ticks;

public sealed class LocalHeadSealingTests : HeadSealingContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

/// <summary>The folder of heads itself.</summary>
public sealed class HeadsFolderTests : IDisposable
{
    private const string Round = "46-dla-2567";
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Heads => Path.Combine(_temporary.Path, "heads");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task PlaceThatCantBeUsed_ToldAndKeepsNothingElseFromBeingDone_UntilItCan()
    {
        await File.WriteAllTextAsync(Heads, "in the way", Token);
        await using var service = await StartAsync();
        var upkeep = service.Services.GetRequiredService<Upkeep>();
        await upkeep.RunAsync(Token);
        Assert.NotNull(await service.Storage.TickMark.ReadAsync(Token));
        Assert.Contains("KAL7018", await HealthAsync(service), StringComparison.Ordinal);
        File.Delete(Heads);
        await upkeep.RunAsync(Token);
        Assert.DoesNotContain("KAL7018", await HealthAsync(service), StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(Heads, $"round_{Round}.txt"), Token));
    }

    [Fact]
    public async Task LineThatIsNone_SaidByVerifyLogAndInHealth()
    {
        await using (var service = await StartAsync()) await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
        await File.AppendAllTextAsync(Path.Combine(Heads, $"round_{Round}.txt"), "torn", Token);
        await using (var service = await StartAsync())
        {
            using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
            using (await service.Client.PostAsync(new Uri($"/api/rounds/{Round}/units/4602/deliveries", UriKind.Relative), form, Token)) { }
            await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
        }
        await using (var service = await StartAsync())
        {
            await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
            Assert.Contains("KAL7307", await HealthAsync(service), StringComparison.Ordinal);
        }
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Failed, await VerifyLogCommand.RunAsync(new Settings
        {
            DataFolder = Path.Combine(_temporary.Path, "data"), HeadsFolder = Heads,
        }, [], told, told, Token));
        Assert.Contains("KAL7307", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("KAL7311", told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/heads", "KAL7020")]
    [InlineData("data", "KAL7020")]
    [InlineData("data-of-heads", "KAL7019")]
    public async Task Check_Place(string heads, string code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "Other systems don't say which disk a file is on.");
        await using var storage = new LocalStorage(new(Path.Combine(_temporary.Path, "data"), Path.Combine(_temporary.Path, heads)), TimeProvider.System);
        Assert.Equal(code, Assert.Single(await storage.Heads.CheckAsync(Token)).Code);
    }

    [Fact]
    public async Task Check_AnotherDisk_NothingToSay()
    {
        var other = new[] { "/dev/shm", AppContext.BaseDirectory }.FirstOrDefault(d => FileStatus.OnSameDisk(_temporary.Path, d) == false);
        if (other is null) Assert.Skip("There is no other disk here.");
        var heads = Path.Combine(other, "kalasin-heads");
        await using var storage = new LocalStorage(new(_temporary.Path, heads), TimeProvider.System);
        Assert.Empty(await storage.Heads.CheckAsync(Token));
        Assert.False(Directory.Exists(heads));
    }

    private async Task<RunningService> StartAsync()
    {
        var service = await RunningService.StartAsync(settings => settings with { DataFolder = Path.Combine(_temporary.Path, "data"), HeadsFolder = Heads });
        using (await service.Client.PutAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), null, Token)) { }
        return service;
    }

    private static async Task<string> HealthAsync(RunningService service) =>
        await service.Client.GetStringAsync(new Uri("/api/health", UriKind.Relative), Token);
}
