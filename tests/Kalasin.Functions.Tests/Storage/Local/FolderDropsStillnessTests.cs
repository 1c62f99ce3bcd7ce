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
    public async Task List_Link_ToldAndNotFollowed()
    {
        await _store.DropAsync(Path, [1]);
        File.CreateSymbolicLink(Below("link.xlsx"), _store.Folder.Log);
        Directory.CreateSymbolicLink(Below("folder"), _store.Folder.Root);
        await _store.SettleAsync(_drops);
        Assert.Equal([(Path, null), ("folder", "KAL7010"), ("link.xlsx", "KAL7010")], (await LookAsync()).Select(d => (d.Path.Value, d.Obstacle?.Code)).Order());
    }

    [Fact]
    public async Task List_PipeSocketOrDevice_ToldAndNeverOpened()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Pipes lie in folders on Linux.");
        await _store.DropAsync(Path, [1]);
        await ShellAsync("mkfifo \"$1/pipe.xlsx\"");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Below("socket.xlsx")));
        await _store.SettleAsync(_drops);
        Assert.Equal([(Path, null), ("pipe.xlsx", "KAL7015"), ("socket.xlsx", "KAL7015")], (await LookAsync()).Select(d => (d.Path.Value, d.Obstacle?.Code)).Order());
    }

    [Fact]
    public async Task Open_PipeThatTookAFilesPlace_GoneAndNotWaitedFor()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Pipes lie in folders on Linux.");
        await _store.DropAsync(Path, [1]);
        await _store.SettleAsync(_drops);
        var drop = Assert.Single(await LookAsync());
        await ShellAsync($"rm \"$1/{Path}\"; mkfifo \"$1/{Path}\"");
        Assert.Null(await Task.Run(() => _drops.OpenAsync(drop, TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task List_HeldByItsWriter_ToldAfterAMinute()
    {
        await _store.DropAsync(Path, [1]);
        await using (var held = new FileStream(Below(Path), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await _store.SettleAsync(_drops);
            Assert.Empty(await LookAsync());
            _store.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("KAL7011", Assert.Single(await LookAsync()).Obstacle?.Code);
        }
        Assert.Null(Assert.Single(await LookAsync()).Obstacle);
    }

    [Fact]
    public async Task List_NamedLikeAnUnfinishedFile_ToldAfterAnHour()
    {
        await _store.DropAsync(Path + ".part", [1]);
        await _store.SettleAsync(_drops);
        Assert.Empty(await LookAsync());
        _store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("KAL7012", Assert.Single(await LookAsync()).Obstacle?.Code);
    }

    [Fact]
    public async Task List_TooManyFoldersInEachOther_ToldAtTheLastOneLookedInto()
    {
        await _store.DropAsync(string.Join('/', Enumerable.Repeat("ก", 30)) + "/a.xlsx", [1]);
        await _store.SettleAsync(_drops);
        Assert.Equal("KAL7009", Assert.Single(await LookAsync()).Obstacle?.Code);
    }

    [Fact]
    public async Task List_NameInAnotherEncoding_Told()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux has names that are no text.");
        await _store.DropAsync(Path, [1]);
        await ShellAsync("printf x > \"$1/$(printf '\\303\\322\\302').xlsx\"; mkdir \"$1/$(printf '\\241')\"");
        await _store.SettleAsync(_drops);
        var found = await LookAsync();
        await ShellAsync("rm -r \"$1\""); // .NET can't
        Assert.Equal([null, "KAL7008", "KAL7008"], found.Select(d => d.Obstacle?.Code).Order());
    }

    private async Task ShellAsync(string script)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", script, "sh", _store.Folder.Drop]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private string Below(string name) => System.IO.Path.Combine(_store.Folder.Drop, name);

    private async Task<List<Drop>> LookAsync()
    {
        var drops = new List<Drop>();
        await foreach (var drop in _drops.ListAsync(TestContext.Current.CancellationToken)) drops.Add(drop);
        return drops;
    }
}
