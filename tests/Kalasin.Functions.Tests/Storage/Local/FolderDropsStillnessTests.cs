using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;

namespace Kalasin.Functions.Tests.Storage.Local;

public sealed class FolderDropsStillnessTests : IAsyncDisposable
{
    private const string Path = "46-dla-2567/4601/a.xlsx";
    private readonly LocalStorageUnderTest _store = new();
    private readonly IDrops _drops;

    public FolderDropsStillnessTests() => _drops = _store.Open().Drops;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task List_FirstLook_NotOffered()
    {
        await _store.DropAsync(Path, [1]);
        Assert.Empty(await LookAsync());
        Assert.Empty(await LookAsync());
        _store.Clock.Advance(FolderDrops.Stillness - TimeSpan.FromTicks(1));
        Assert.Empty(await LookAsync());
        _store.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Single(await LookAsync());
    }

    [Fact]
    public async Task List_StillGrowing_NotOffered()
    {
        for (var size = 1; size < 5; size++)
        {
            await _store.DropAsync(Path, new byte[size]);
            Assert.Empty(await LookAsync());
            _store.Clock.Advance(FolderDrops.Stillness);
        }
        Assert.Equal(4, Assert.Single(await LookAsync()).Size);
    }

    [Theory]
    [InlineData("46-dla-2567/4601/~$a.xlsx")]
    [InlineData("46-dla-2567/4601/a.xlsx.part")]
    [InlineData("46-dla-2567/4601/a.xlsx.CRDOWNLOAD")]
    [InlineData("46-dla-2567/4601/.DS_Store")]
    [InlineData("46-dla-2567/4601/Thumbs.db")]
    public async Task List_NamesOfUnfinishedFiles_NotOffered(string path)
    {
        await _store.DropAsync(path, [1]);
        await _store.SettleAsync(_drops);
        Assert.Empty(await LookAsync());
    }

    [Fact]
    public async Task List_Link_NotFollowed()
    {
        await _store.DropAsync(Path, [1]);
        File.CreateSymbolicLink(System.IO.Path.Combine(_store.Folder.Drop, "link.xlsx"), _store.Folder.Log);
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_store.Folder.Drop, "folder"), _store.Folder.Root);
        await _store.SettleAsync(_drops);
        Assert.Equal(Path, Assert.Single(await LookAsync()).Path.Value);
    }

    [Fact]
    public async Task ArrivedAt_NotBeforeTheLastLookWithoutIt_NorInTheFuture()
    {
        await LookAsync();
        var lookedAt = _store.Clock.GetUtcNow();
        await _store.DropAsync("old", [1]);
        await _store.DropAsync("future", [1]);
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(_store.Folder.Drop, "old"), lookedAt.UtcDateTime.AddYears(-1));
        File.SetCreationTimeUtc(System.IO.Path.Combine(_store.Folder.Drop, "old"), lookedAt.UtcDateTime.AddYears(-1));
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(_store.Folder.Drop, "future"), lookedAt.UtcDateTime.AddYears(1));
        _store.Clock.Advance(TimeSpan.FromMinutes(1));
        var seenAt = _store.Clock.GetUtcNow();
        await _store.SettleAsync(_drops);
        Assert.Equal([("old", true), ("future", true)], (await LookAsync()).Select(d => (d.Path.Value, d.ArrivedAt >= lookedAt && d.ArrivedAt <= seenAt)));
    }

    private async Task<List<Drop>> LookAsync()
    {
        var drops = new List<Drop>();
        await foreach (var drop in _drops.ListAsync(TestContext.Current.CancellationToken)) drops.Add(drop);
        return drops;
    }
}
