using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="IEventLog"/> promises, on any store.</summary>
public abstract class EventLogContract : StorageContract
{
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");

    [Fact]
    public async Task Append_ThenRead_SameBytesInOrder()
    {
        var log = Store.Open().Log;
        Assert.Equal(new AppendResult.Ok(2), await log.AppendAsync(Round, 0, Batch("หนึ่ง", "{\"two\": 2}"), Token));
        Assert.Equal(new AppendResult.Ok(3), await log.AppendAsync(Round, 2, Batch("\u0000three\r\n"), Token));
        Assert.Equal([(1, "หนึ่ง"), (2, "{\"two\": 2}"), (3, "\u0000three\r\n")], await ReadAsync(log, Round, 0));
    }

    [Fact]
    public async Task Read_StreamWithoutEvents_Nothing() => Assert.Empty(await ReadAsync(Store.Open().Log, Round, 0));

    [Theory]
    [InlineData(0, "1 2 3 4 5")]
    [InlineData(3, "4 5")]
    [InlineData(5, "")]
    [InlineData(99, "")]
    public async Task Read_After_OnlyLaterEvents(long after, string expected)
    {
        var log = Store.Open().Log;
        await log.AppendAsync(Round, 0, Batch("1", "2", "3", "4", "5"), Token);
        Assert.Equal(expected, string.Join(' ', (await ReadAsync(log, Round, after)).Select(e => e.Text)));
    }

    [Fact]
    public async Task Read_LongStream_EveryEventOnce()
    {
        var log = Store.Open().Log;
        for (var last = 0; last < 700; last += 100) await log.AppendAsync(Round, last, Batch([.. Enumerable.Range(last + 1, 100).Select(n => $"{n}")]), Token);
        Assert.Equal(Enumerable.Range(1, 700).Select(n => ((long)n, $"{n}")), await ReadAsync(log, Round, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Append_WrongExpectedSequence_ConflictAndNothingAppended(long expected)
    {
        var log = Store.Open().Log;
        await log.AppendAsync(Round, 0, Batch("1", "2"), Token);
        Assert.IsType<AppendResult.Conflict>(await log.AppendAsync(Round, expected, Batch("x", "y", "z"), Token));
        Assert.Equal([(1, "1"), (2, "2")], await ReadAsync(log, Round, 0));
    }

    [Fact]
    public async Task Append_ToMissingStreamWithSequence_Conflict()
    {
        var log = Store.Open().Log;
        Assert.IsType<AppendResult.Conflict>(await log.AppendAsync(Round, 5, Batch("x"), Token));
        Assert.Empty(await ReadAsync(log, Round, 0));
    }

    [Fact]
    public async Task Append_OverlappingBatches_OneWinsWhole()
    {
        var log = Store.Open().Log;
        await log.AppendAsync(Round, 0, Batch("1"), Token);
        var results = await Task.WhenAll(
            log.AppendAsync(Round, 1, Batch("a", "a", "a"), Token),
            log.AppendAsync(Round, 1, Batch("b"), Token), log.AppendAsync(Round, 1, Batch("c", "c"), Token));
        Assert.Single(results.OfType<AppendResult.Ok>());
        var kept = (await ReadAsync(log, Round, 1)).Select(e => e.Text).ToList();
        Assert.Contains(string.Concat(kept), (string[])["aaa", "b", "cc"]);
    }

    [Fact]
    public async Task Append_TwoWritersRacing_NoGapNoDouble()
    {
        var writers = new[] { Store.Open().Log, Store.Open().Log };
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => AppendWithRetryAsync(writers[n % 2], $"{n}"), Token)));
        var events = await ReadAsync(writers[0], Round, 0);
        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), events.Select(e => e.Sequence));
        Assert.Equal(Enumerable.Range(0, 50), events.Select(e => int.Parse(e.Text, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task Append_StreamsAreIndependent()
    {
        var log = Store.Open().Log;
        var other = StreamId.Of("framework", Round.Id);
        await Task.WhenAll(log.AppendAsync(Round, 0, Batch("r"), Token), log.AppendAsync(other, 0, Batch("f", "g"), Token));
        Assert.Equal([(1, "r")], await ReadAsync(log, Round, 0));
        Assert.Equal([(1, "f"), (2, "g")], await ReadAsync(log, other, 0));
    }

    [Fact]
    public async Task Append_AtTheLimits_Kept()
    {
        var log = Store.Open().Log;
        var longest = new string('x', EventBatch.MostBytesOfEvent - 3) + "ก";
        Assert.Equal(new AppendResult.Ok(1), await log.AppendAsync(Round, 0, Batch(longest), Token));
        var most = Enumerable.Repeat(new string('y', EventBatch.MostBytes / EventBatch.MostEvents), EventBatch.MostEvents).ToArray();
        Assert.Equal(new AppendResult.Ok(101), await log.AppendAsync(Round, 1, Batch(most), Token));
        var events = await ReadAsync(log, Round, 0);
        Assert.Equal([longest, .. most], events.Select(e => e.Text));
    }

    [Fact]
    public async Task Append_Cancelled_ThrowsAndAppendsNothing()
    {
        var log = Store.Open().Log;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.AppendAsync(Round, 0, Batch("x"), new CancellationToken(canceled: true)));
        Assert.Empty(await ReadAsync(log, Round, 0));
    }

    [Fact]
    public async Task Read_CancelledMidway_Throws()
    {
        var log = Store.Open().Log;
        await log.AppendAsync(Round, 0, Batch("1", "2", "3"), Token);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in log.ReadAsync(Round, 0, cancel.Token)) await cancel.CancelAsync();
        });
    }

    [Fact]
    public async Task Append_ThenReopen_StillThere()
    {
        await using (var first = Store.Open()) await first.Log.AppendAsync(Round, 0, Batch("1", "2"), Token);
        var log = Store.Open().Log;
        Assert.Equal([(1, "1"), (2, "2")], await ReadAsync(log, Round, 0));
        Assert.Equal(new AppendResult.Ok(3), await log.AppendAsync(Round, 2, Batch("3"), Token));
    }

    [Fact]
    public async Task List_ByPrefix_InOrderAndPaged()
    {
        var log = Store.Open().Log;
        var names = Enumerable.Range(0, 2 * Page.Size + 1).Select(n => StreamId.Of("round", $"r{n:000}")).ToList();
        await Task.WhenAll(names.Select(name => log.AppendAsync(name, 0, Batch("1", "2"), Token)));
        await Task.WhenAll(
            log.AppendAsync(StreamId.Of("ranking", "a"), 0, Batch("1"), Token),
            log.AppendAsync(StreamId.Of("rounds", "a"), 0, Batch("1"), Token));

        var first = await log.ListAsync("round/", null, Token);
        var second = await log.ListAsync("round/", first.Next, Token);
        var third = await log.ListAsync("round/", second.Next, Token);
        Assert.Equal([Page.Size, Page.Size, 1], new[] { first, second, third }.Select(p => p.Items.Count));
        Assert.Null(third.Next);
        Assert.Equal(names, first.Items.Concat(second.Items).Concat(third.Items));
    }

    [Fact]
    public async Task List_FullLastPage_HasNoNext()
    {
        var log = Store.Open().Log;
        await Task.WhenAll(Enumerable.Range(0, Page.Size).Select(n => log.AppendAsync(StreamId.Of("round", $"r{n}"), 0, Batch("1"), Token)));
        var page = await log.ListAsync("round/", null, Token);
        Assert.Equal((Page.Size, null), (page.Items.Count, page.Next));
        Assert.Empty((await log.ListAsync("framework/", null, Token)).Items);
    }

    private static EventBatch Batch(params string[] events) => new(events.Select(e => (ReadOnlyMemory<byte>)Bytes(e)));

    private static async Task<List<(long Sequence, string Text)>> ReadAsync(IEventLog log, StreamId stream, long after) =>
        [.. (await AllAsync(log.ReadAsync(stream, after, Token))).Select(e => (e.Sequence, System.Text.Encoding.UTF8.GetString(e.Bytes.Span)))];

    private static async Task AppendWithRetryAsync(IEventLog log, string text)
    {
        for (AppendResult result = new AppendResult.Conflict(); result is AppendResult.Conflict;)
        {
            var last = (await ReadAsync(log, Round, 0)).LastOrDefault().Sequence;
            result = await log.AppendAsync(Round, last, Batch(text), Token);
        }
    }
}
