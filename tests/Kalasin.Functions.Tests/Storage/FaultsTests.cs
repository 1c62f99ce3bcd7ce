using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>The fault injection has to do what service tests rely on.</summary>
public sealed class FaultsTests : IAsyncDisposable
{
    private static readonly StreamId Round = StreamId.Of("round", "1");
    private readonly TemporaryFolder _temporary = new();
    private readonly LocalStorage _storage;

    public FaultsTests() => _storage = new(new(_temporary.Path), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Append_FaultsInTurn()
    {
        var log = new FaultyEventLog(_storage.Log, Faults.Of(nameof(IEventLog.AppendAsync), Fault.Before, Fault.Conflict, Fault.Slow, Fault.After));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(0));
        Assert.IsType<AppendResult.Conflict>(await AppendAsync(0));
        Assert.Equal(new AppendResult.Ok(1), await AppendAsync(0));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(1));
        Assert.Equal(new AppendResult.Ok(3), await AppendAsync(2)); // the lost answer's event is there

        Task<AppendResult> AppendAsync(long expected) => log.AppendAsync(Round, expected, new([new byte[] { 1 }]), Token);
    }

    [Fact]
    public async Task Promote_AfterFault_ContentIsThere()
    {
        var vault = new FaultyVaults(_storage.Vaults, Faults.Of(nameof(IVault.PromoteAsync), Fault.Before, Fault.After)).Of(Round);
        await using var staged = await vault.StageAsync(new MemoryStream([1]), 10, Token);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => vault.PromoteAsync([staged!], Token));
        Assert.False(await vault.ExistsAsync(staged!.Hash, Token));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => vault.PromoteAsync([staged], Token));
        Assert.True(await vault.ExistsAsync(staged.Hash, Token));
    }

    [Fact]
    public async Task Stage_AfterFault_LeavesNoFile()
    {
        var vault = new FaultyVaults(_storage.Vaults, Faults.Of(nameof(IVault.StageAsync), Fault.After)).Of(Round);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => vault.StageAsync(new MemoryStream(new byte[200_000]), 200_000, Token));
        Assert.Empty(Directory.EnumerateFiles(_temporary.Path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Own_WhoseWritingFails_IsNotTakenIn()
    {
        await using var kept = new StagedContents(_storage.Vaults.Of(Round));
        await Assert.ThrowsAsync<InvalidDataException>(() => kept.AddOwnAsync(async target =>
        {
            await target.WriteAsync(new byte[200_000], Token);
            throw new InvalidDataException();
        }, Token));
        await kept.PromoteAsync(Token);
        Assert.Empty(await _storage.Vaults.Of(Round).ListAsync(Token).ToListAsync(Token));
        Assert.Empty(Directory.EnumerateFiles(_temporary.Path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Own_ThatTheVaultDoesNotTakeIn_EndsItsWriting()
    {
        var ended = new TaskCompletionSource();
        await using var kept = new StagedContents(new FaultyVaults(_storage.Vaults, Faults.Of(nameof(IVault.StageAsync), Fault.Before)).Of(Round));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => kept.AddOwnAsync(async target =>
        {
            await target.WriteAsync(new byte[200_000], Token);
            ended.SetResult();
        }, Token));
        await ended.Task;
    }

    [Fact]
    public async Task Midway_ContentAndListingBreakOff()
    {
        await _storage.Log.AppendAsync(Round, 0, new([new byte[] { 1 }, new byte[] { 2 }]), Token);
        await using var kept = new StagedContents(_storage.Vaults.Of(Round));
        var hash = await kept.AddOwnAsync(new byte[100], Token);
        await kept.PromoteAsync(Token);
        var storage = new FaultyStorage(_storage) { Faults = new((_, _) => Fault.Midway) };
        await using var content = await storage.Vaults.Of(Round).OpenAsync(hash, ByteRange.All, Token);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => content!.CopyToAsync(Stream.Null, Token));
        var read = new List<long>();
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await foreach (var stored in storage.Log.ReadAsync(Round, 0, Token)) read.Add(stored.Sequence);
        });
        Assert.Equal([1], read);
        Assert.Equal(2, storage.Faults.Calls);
    }
}
