using Kalasin.Evaluation;
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
        Execute("PRAGMA user_version = 2;");
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
        await using var connection = new SqliteLogFile(Folder).Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous);";
        await using var reader = await command.ExecuteReaderAsync(Token);
        Assert.True(await reader.ReadAsync(Token));
        Assert.Equal(("wal", 2L), (reader.GetString(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task Vault_NamesAreOurs()
    {
        await using var storage = Open();
        var vault = storage.Vaults.Of(Round);
        await using (var staged = await vault.StageAsync(new MemoryStream([1, 2, 3]), 10, Token)) await vault.PromoteAsync(staged!, Token);
        var files = Directory.EnumerateFiles(Folder.Vault, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder.Vault, f).Replace('\\', '/'));
        Assert.Equal([$"round_1/{ContentHash.Of([1, 2, 3])}"], files);
    }

    [Fact]
    public async Task Stage_BrokenOff_LeavesNoFile()
    {
        await using var storage = Open();
        var vault = storage.Vaults.Of(Round);
        await Assert.ThrowsAsync<ConnectionBrokenException>(() => vault.StageAsync(new BreakingStream(100_000), 1_000_000, Token));
        Assert.Null(await vault.StageAsync(new MemoryStream([1, 2, 3]), 2, Token));
        Assert.Empty(Directory.EnumerateFiles(Folder.Vault, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Stage_LeftBehindByACrash_SweptAfterADay()
    {
        await using var storage = Open();
        var vault = storage.Vaults.Of(Round);
        await using (await vault.StageAsync(new MemoryStream([1]), 10, Token)) { }
        var staging = Path.Combine(Folder.Vault, "round_1", "staging");
        var (old, young) = (Path.Combine(staging, "old.part"), Path.Combine(staging, "young.part"));
        foreach (var file in (string[])[old, young]) await File.WriteAllTextAsync(file, "x", Token);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        await using (await vault.StageAsync(new MemoryStream([1]), 10, Token)) { }
        Assert.Equal([young], Directory.EnumerateFiles(staging));
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
