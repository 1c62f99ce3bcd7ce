using Azure.Data.Tables;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>What the contract can't see: the rows, the requests, and what becomes of a table that somebody touched.</summary>
[Collection(nameof(Azurite))]
public sealed class TableEventLogLayoutTests(Azurite azurite) : IAsyncDisposable
{
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");
    private readonly AzureStorageUnderTest store = new(azurite.Connection);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_OneRowPerEvent_OnePartitionPerStream()
    {
        await AppendAsync(store.Open().Log, 0, "a", "ข");
        var rows = await RowsAsync();
        Assert.Equal([("round.46-dla-2567", "e0000000001"), ("round.46-dla-2567", "e0000000002")], rows.Select(r => (r.PartitionKey, r.RowKey)));
        Assert.Equal("ข", System.Text.Encoding.UTF8.GetString(rows[1].GetBinary("Bytes")));
    }

    [Theory]
    [InlineData(">")] // one byte in four of its base64 is a plus sign, which JSON escapes
    [InlineData("\"")]
    [InlineData("\uFFBE")]
    public async Task Append_HeaviestBatch_IsFarFromTheServicesLimit(string filling)
    {
        long largest = 0;
        var transport = new WatchedTransport
        {
            Sending = request =>
            {
                if (request.Content is { } content && content.TryComputeLength(out var length)) largest = Math.Max(largest, length);
            },
        };
        var log = AzureStorage.Open(azurite.Connection, store.Prefix, transport).Log;
        var each = EventBatch.MostBytes / EventBatch.MostEvents;
        var text = string.Concat(Enumerable.Repeat(filling, each / System.Text.Encoding.UTF8.GetByteCount(filling)));
        Assert.Equal(new AppendResult.Ok(100), await AppendAsync(log, 0, [.. Enumerable.Repeat(text, EventBatch.MostEvents)]));
        Assert.InRange(largest, EventBatch.MostBytes, 3_200_000); // the service takes 4 MiB
    }

    [Fact]
    public async Task Append_ReplyLost_IsUnknownAndNeverAConflict()
    {
        var log = AzureStorage.Open(azurite.Connection, store.Prefix, new WatchedTransport
        {
            Loses = request => request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal),
        }).Log;
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(log, 0, "a", "b"));
        Assert.Equal("KAL7022", failure.Finding.Code);
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Read_ReplyLostOnce_TriesAgain()
    {
        await AppendAsync(store.Open().Log, 0, "a");
        var left = 1;
        var log = AzureStorage.Open(azurite.Connection, store.Prefix, new WatchedTransport
        {
            Loses = request => request.Method == Azure.Core.RequestMethod.Get && left-- > 0,
        }).Log;
        Assert.Equal(1, await CountAsync(log));
        Assert.True(left < 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_RowTakenOut_RefusesWithAFinding(int row)
    {
        await AppendAsync(store.Open().Log, 0, "a", "b", "c");
        await store.Log.DeleteEntityAsync("round.46-dla-2567", $"e{row:D10}", cancellationToken: Token);
        await AssertBrokenAsync();
    }

    [Fact]
    public async Task Read_RowOfAnotherMaker_RefusesWithAFinding()
    {
        await AppendAsync(store.Open().Log, 0, "a");
        await store.Log.AddEntityAsync(new TableEntity("round.46-dla-2567", "e0000000002") { ["Text"] = "b" }, Token);
        await AssertBrokenAsync();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task AssertBrokenAsync()
    {
        var failure = await Assert.ThrowsAsync<DamagedException>(() => CountAsync(store.Open().Log));
        Assert.Equal("KAL7027", failure.Finding.Code);
    }

    private static async Task<int> CountAsync(IEventLog log) => await log.ReadAsync(Round, 0, Token).CountAsync(Token);

    private async Task<List<TableEntity>> RowsAsync() => await store.Log.QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token);

    private static Task<AppendResult> AppendAsync(IEventLog log, long expected, params string[] events) =>
        log.AppendAsync(Round, expected, new(events.Select(e => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(e))), Token);
}
