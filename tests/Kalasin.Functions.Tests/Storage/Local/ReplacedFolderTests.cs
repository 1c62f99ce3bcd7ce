using System.Net;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Storage.Local;

/// <summary>The data folder is moved, removed or replaced under a running program. Open files of it stay usable, and must not be used.</summary>
public sealed class ReplacedFolderTests : IDisposable
{
    private static readonly StreamId Round = StreamId.Of("round", "1");
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_temporary.Path, "kalasin-data");

    private string Elsewhere => Path.Combine(_temporary.Path, "elsewhere");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Moved_NothingIsWrittenReadOrMade_UntilItIsBack()
    {
        await using var storage = Open();
        await AppendAsync(storage, 0);
        Directory.Move(Data, Elsewhere);
        await AssertReplacedAsync(storage, 1);
        Assert.False(Directory.Exists(Data));
        Directory.Move(Elsewhere, Data);
        Assert.Empty(await storage.CheckAsync(Token));
        Assert.Equal(new AppendResult.Ok(2), await AppendAsync(storage, 1));
    }

    [Fact]
    public async Task Removed_Unusable()
    {
        await using var storage = Open();
        await AppendAsync(storage, 0);
        Directory.Delete(Data, recursive: true);
        await AssertReplacedAsync(storage, 1);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Replaced_Unusable_AndTheNewFolderIsLeftAsItIs()
    {
        var old = Open();
        await AppendAsync(old, 0);
        Directory.Move(Data, Elsewhere);
        await using var restored = Open();
        for (var sequence = 0; sequence < 3; sequence++) await AppendAsync(restored, sequence);
        await AssertReplacedAsync(old, 1);
        var before = await File.ReadAllBytesAsync(Path.Combine(Data, "log.db-wal"), Token);
        await old.DisposeAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(Data, "log.db-wal"), Token));
        Assert.Equal(new AppendResult.Ok(4), await AppendAsync(restored, 3));
    }

    [Fact]
    public async Task Service_DeliveryAndHealth_503WithTheFinding()
    {
        await using var service = await StartAsync();
        using (var opened = await service.Client.PutAsync("/api/rounds/46-dla-2567", null, Token)) Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Directory.Move(service.DataFolder, Elsewhere);
        using var form = Rounds.SampleFiles.Form(Rounds.SampleFiles.WorkbookOf("4602"));
        using var delivered = await service.Client.PostAsync("/api/rounds/46-dla-2567/units/4602/deliveries", form, Token);
        Assert.Equal("KAL7013", await ProblemAsync(delivered, 503, "storage-unavailable"));
        var health = await JsonAsync(await service.Client.GetAsync("/api/health", Token), HttpStatusCode.ServiceUnavailable);
        Assert.Equal("KAL7013", Assert.Single(health.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(Directory.Exists(service.DataFolder));
    }

    private LocalStorage Open() => new(new(Data), TimeProvider.System);

    private static Task<AppendResult> AppendAsync(LocalStorage storage, long expected) =>
        storage.Log.AppendAsync(Round, expected, new([new byte[] { 1 }]), Token);

    private static async Task AssertReplacedAsync(LocalStorage storage, long expected)
    {
        Assert.Equal("KAL7013", Assert.Single(await storage.CheckAsync(Token)).Code);
        foreach (var use in (Func<Task>[])
                 [
                     () => AppendAsync(storage, expected),
                     () => storage.Log.ListAsync("", null, Token),
                     () => storage.TickMark.WriteAsync(DateTimeOffset.UnixEpoch, Token),
                     () => storage.Vaults.Of(Round).StageAsync(new MemoryStream(new byte[300_000]), 300_000, Token),
                 ])
            Assert.Equal("KAL7013", (await Assert.ThrowsAsync<StorageUnavailableException>(use)).Finding.Code);
    }
}
