using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Tests.Storage.Local;

public sealed class LocalStorageTests : IDisposable
{
    private static readonly StreamId Round = StreamId.Of("round", "1");
    private readonly TemporaryFolder _temporary = new();

    private DataFolder Folder => new(Path.Combine(_temporary.Path, "kalasin-data"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Check_NewFolder_NoFindingAndLeavesNoProbe()
    {
        await using var storage = Open();
        Assert.Empty(await storage.CheckAsync(Token));
        Assert.Empty(Directory.EnumerateFiles(Folder.Vault));
        Assert.Empty((await storage.Log.ListAsync("", null, Token)).Items);
    }

    [Fact]
    public async Task New_TouchesNothing()
    {
        await using (Open()) { }
        Assert.False(Directory.Exists(Folder.Root));
    }

    [Fact]
    public async Task Check_PlaceThatCannotExist_FindingInsteadOfCrash()
    {
        await File.WriteAllTextAsync(Folder.Root, "a file where the folder's parent should be", Token);
        await using var storage = new LocalStorage(new(Path.Combine(Folder.Root, "inside")), TimeProvider.System);
        await AssertUnusableAsync(storage, "KAL7001");
    }

    [Fact]
    public async Task Check_CannotWrite_FindingInsteadOfCrash()
    {
        Directory.CreateDirectory(Folder.Root);
        await File.WriteAllTextAsync(Folder.Vault, "in the way", Token);
        await using var storage = Open();
        await AssertUnusableAsync(storage, "KAL7002");
    }

    [Fact]
    public async Task Check_OnANetworkDrive_IsAWarning_AndUsable()
    {
        await using var storage = new LocalStorage(new(Folder.Root) { DriveOf = _ => DriveType.Network }, TimeProvider.System);
        var warning = Assert.Single(await storage.CheckAsync(Token));
        Assert.Equal(Severity.Warning, warning.Severity);
        Told.Is(
            warning, "KAL7006", "",
            $"โฟลเดอร์ข้อมูล {Folder.Root} อยู่บนไดรฟ์เครือข่าย ซึ่งไม่รับประกันว่าข้อมูลที่บันทึกแล้วจะอยู่ครบเมื่อเครือข่ายขัดข้อง โปรดย้ายไปไว้ในไดรฟ์ของเครื่องนี้",
            $"The data folder {Folder.Root} is on a network share, where what was written may be lost when the network fails. Move it to a disk of this machine.");
        Assert.Empty((await storage.Log.ListAsync("", null, Token)).Items);
    }

    [Fact]
    public async Task Check_RepairedMeanwhile_Usable()
    {
        Directory.CreateDirectory(Folder.Root);
        await File.WriteAllTextAsync(Folder.Vault, "in the way", Token);
        await using var storage = Open();
        await AssertUnusableAsync(storage, "KAL7002");
        File.Delete(Folder.Vault);
        Assert.Empty(await storage.CheckAsync(Token));
    }

    [Fact]
    public async Task Check_FileThatIsNoDatabase_FindingAndFileUntouched()
    {
        Directory.CreateDirectory(Folder.Root);
        var content = string.Concat(Enumerable.Repeat("not a database ", 100));
        await File.WriteAllTextAsync(Folder.Log, content, Token);
        await using var storage = Open();
        await AssertUnusableAsync(storage, "KAL7003");
        Assert.Equal(content, await File.ReadAllTextAsync(Folder.Log, Token));
    }

    [Fact]
    public async Task Check_DatabaseOfAnotherProgram_Finding()
    {
        Directory.CreateDirectory(Folder.Root);
        Execute("CREATE TABLE somebody_elses (x);");
        await using var storage = Open();
        var before = await File.ReadAllBytesAsync(Folder.Log, Token);
        await AssertUnusableAsync(storage, "KAL7003");
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.Log, Token));
    }

    [Fact]
    public async Task Check_NewerVersion_Finding()
    {
        await using (var storage = Open()) Assert.Empty(await storage.CheckAsync(Token));
        Execute("PRAGMA user_version = 3;");
        await using var again = Open();
        await AssertUnusableAsync(again, "KAL7004");
    }

    [Theory]
    [InlineData("UPDATE event SET bytes = x'00';")]
    [InlineData("DELETE FROM event;")]
    [InlineData("INSERT INTO event VALUES ('round/1', 3, x'00');")]
    [InlineData("INSERT INTO event VALUES ('round/2', 2, x'00');")]
    [InlineData("INSERT OR REPLACE INTO event VALUES ('round/1', 1, x'00');")]
    public async Task Log_ChangeByHand_Refused(string sql)
    {
        await using var storage = Open();
        await storage.Log.AppendAsync(Round, 0, new([new byte[] { 1 }]), Token);
        Assert.Throws<SqliteException>(() => Execute(sql));
    }

    [Fact]
    public async Task Log_IsFlushedAtEachCommit()
    {
        await using var storage = Open();
        await storage.CheckAsync(Token);
        await using var connection = new SqliteFile(Folder).Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous);";
        await using var reader = await command.ExecuteReaderAsync(Token);
        Assert.True(await reader.ReadAsync(Token));
        Assert.Equal(("wal", 2L), (reader.GetString(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task FirstVersion_IsBroughtUpToDate_AndKeepsItsEvents()
    {
        await using (var storage = Open()) await storage.Log.AppendAsync(Round, 0, new([new byte[] { 1 }]), Token);
        Execute("DROP TABLE content; PRAGMA user_version = 1;");
        await using var again = Open();
        Assert.Equal(ContentHash.Of([1, 2, 3]), await KeepAsync(again.Vaults.Of(Round), [1, 2, 3]));
        Assert.IsType<AppendResult.Ok>(await again.Log.AppendAsync(Round, 1, new([new byte[] { 2 }]), Token));
    }

    [Fact]
    public async Task Vault_NamesAreOurs_SmallOnesShareTheDatabase()
    {
        await using var storage = Open();
        var large = new byte[StagedBytes.Most + 1];
        await KeepAsync(storage.Vaults.Of(Round), large);
        await KeepAsync(storage.Vaults.Of(Round), large[1..]);
        var files = Directory.EnumerateFiles(Folder.Vault, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder.Vault, f).Replace('\\', '/'));
        Assert.Equal([$"round_1/{ContentHash.Of(large)}"], files);
    }

    [Fact]
    public async Task Delete_LeavesNoTraceInTheFolder()
    {
        await using var storage = Open();
        var marker = "เนื้อหาที่ต้องลบ".Select(c => (byte)(c * 7)).ToArray();
        var (small, large) = ((byte[])[.. marker, 1], (byte[])[.. marker, .. new byte[StagedBytes.Most]]);
        var vault = storage.Vaults.Of(Round);
        foreach (var content in (byte[][])[small, large])
        {
            var hash = await KeepAsync(vault, content);
            Assert.True(await AnyFileHoldsAsync(marker));
            Assert.True(await vault.DeleteAsync(hash, Token));
            Assert.False(await AnyFileHoldsAsync(marker));
        }
    }

    [Fact]
    public async Task Stage_BrokenOff_LeavesNoFile()
    {
        await using var storage = Open();
        var vault = storage.Vaults.Of(Round);
        await Assert.ThrowsAsync<ConnectionBrokenException>(() => vault.StageAsync(new BreakingStream(300_000), 1_000_000, Token));
        Assert.Null(await vault.StageAsync(new MemoryStream(new byte[300_000]), 299_999, Token));
        Assert.Empty(Directory.EnumerateFiles(Folder.Vault, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Stage_LeftBehindByACrash_SweptAfterADay()
    {
        await using var storage = Open();
        var vault = storage.Vaults.Of(Round);
        await using (await vault.StageAsync(new MemoryStream(new byte[300_000]), 300_000, Token)) { }
        var staging = Path.Combine(Folder.Vault, "round_1", "staging");
        var (old, young) = (Path.Combine(staging, "old.part"), Path.Combine(staging, "young.part"));
        foreach (var file in (string[])[old, young]) await File.WriteAllTextAsync(file, "x", Token);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        await using (await vault.StageAsync(new MemoryStream(new byte[300_000]), 300_000, Token)) { }
        Assert.Equal([young], Directory.EnumerateFiles(staging));
    }

    /// <summary>A sudden end comes between the two files of one that is begun, whichever of them is there.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(".json")]
    public async Task Parts_HalfBegun_AreSweptWithTheOthers(string lost)
    {
        await using var storage = Open();
        var begun = await storage.Parts.BeginAsync(new(RoundId.Parse("46-dla-2567"), UnitCode.Parse("4601")), "a", 1, Token);
        var name = Assert.Single(Directory.EnumerateFiles(Folder.Parts, begun.Id.Value, SearchOption.AllDirectories));
        File.Delete(name + lost);
        await storage.Parts.SweepAsync(begun.BegunAt - TimeSpan.FromMinutes(1), Token);
        Assert.Single(Directory.EnumerateFiles(Folder.Parts, "*", SearchOption.AllDirectories));
        await storage.Parts.SweepAsync(begun.BegunAt + TimeSpan.FromMinutes(1), Token);
        Assert.Empty(Directory.EnumerateFiles(Folder.Parts, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Check_AnotherProcessOnTheFolder_SaidByTheSecondUntilTheFirstEnds()
    {
        await using var second = Open();
        await using (var first = Open())
        {
            Assert.Null(first.SharedAtStart()); // there is no folder yet, and none is made
            Assert.False(Directory.Exists(Folder.Root));
            Assert.Empty(await first.CheckAsync(Token));
            Assert.Equal("KAL7014", second.SharedAtStart()?.Code);
            var finding = Assert.Single(await second.CheckAsync(Token));
            Assert.Equal(("KAL7014", Severity.Warning), (finding.Code, finding.Severity));
            Assert.Empty(await first.CheckAsync(Token));
        }
        Assert.Empty(await second.CheckAsync(Token));
    }

    [Fact]
    public async Task Announce_ByTheHolder_FoundByOthersUntilItEnds()
    {
        var address = new Uri("http://localhost:7071/");
        Assert.Null(FolderLock.AddressOfHolder(Folder));
        await using (var first = Open())
        {
            first.Announce(address); // it doesn't hold the folder yet
            Assert.Empty(await first.CheckAsync(Token));
            Assert.Null(FolderLock.AddressOfHolder(Folder));
            first.Announce(address);
            Assert.Equal(address, FolderLock.AddressOfHolder(Folder));
        }
        Assert.Null(FolderLock.AddressOfHolder(Folder));
        Assert.False(File.Exists(Folder.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.go.th/")]
    [InlineData("calc.exe")]
    [InlineData("http://127.0.0.1/%22%20--flag")]
    [InlineData("http://localhost:7071/?x=1")]
    [InlineData("http://a:b@localhost:7071/")]
    [InlineData("http://localhost:7071/#x")]
    public async Task AddressOfHolder_NotAServiceOfThisMachine_IsNone(string written)
    {
        await using var holder = Open();
        Assert.Empty(await holder.CheckAsync(Token));
        await File.WriteAllTextAsync(Folder.Address, written, Token);
        Assert.Null(FolderLock.AddressOfHolder(Folder));
    }

    [Fact]
    public async Task Address_OfOneThatWasKilled_IsRemovedByTheNextHolder()
    {
        Assert.Empty(Folder.Prepare());
        await File.WriteAllTextAsync(Folder.Address, "http://localhost:7071/", Token);
        Assert.Null(FolderLock.AddressOfHolder(Folder));
        await using var next = Open();
        Assert.Empty(await next.CheckAsync(Token));
        Assert.False(File.Exists(Folder.Address));
    }

    private static async Task<ContentHash> KeepAsync(IVault vault, byte[] content)
    {
        await using var staged = await vault.StageAsync(new MemoryStream(content), content.Length, Token);
        await vault.PromoteAsync([staged!], Token);
        return staged!.Hash;
    }

    private async Task<bool> AnyFileHoldsAsync(byte[] bytes)
    {
        foreach (var path in Directory.EnumerateFiles(Folder.Root, "*", SearchOption.AllDirectories).Where(path => path != Folder.Lock))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await file.CopyToAsync(all, Token);
            if (all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf(bytes) >= 0) return true;
        }
        return false;
    }

    private LocalStorage Open() => new(Folder, TimeProvider.System);

    private static async Task AssertUnusableAsync(LocalStorage storage, string code)
    {
        var finding = Assert.Single(await storage.CheckAsync(Token));
        Assert.Equal((code, Severity.Error), (finding.Code, finding.Severity));
        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Log.AppendAsync(Round, 0, new([new byte[] { 1 }]), Token));
        Assert.Equal(code, thrown.Finding.Code);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Folder.Log};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
