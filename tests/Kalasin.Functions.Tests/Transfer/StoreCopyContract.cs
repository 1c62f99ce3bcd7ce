using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Tests.Transfer;

/// <summary>What a copy promises, from any store into a data folder and back into an empty store of the same kind.</summary>
public abstract class StoreCopyContract : StorageContract
{
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");
    private static readonly StreamId Other = StreamId.Of("round", "46-dla-2568");

    [Fact]
    public async Task ThereAndBack_EveryEventAndContentIsTheSame_AndASecondRunBringsNothing()
    {
        var store = Store.Open();
        var first = await FillAsync(store, Round, events: 230, contents: 3);
        var second = await FillAsync(store, Other, events: 1, contents: 1);
        await using var copy = new LocalStorageUnderTest();
        Assert.Equal([(230L, 3), (1L, 1)], (await CopyAsync(store, copy.Open())).Select(c => (c.NewEvents, c.NewContents)));
        Assert.Equal([(230L, 0L, 0), (1L, 0L, 0)], (await CopyAsync(store, copy.Open())).Select(c => (c.Events, c.NewEvents, c.NewContents)));

        await using var restored = CreateStore();
        await CopyAsync(copy.Open(), restored.Open());
        Assert.Equal(await EventsAsync(store, Round), await EventsAsync(restored.Open(), Round));
        Assert.Equal(await EventsAsync(store, Other), await EventsAsync(restored.Open(), Other));
        foreach (var (stream, contents) in new[] { (Round, first), (Other, second) })
        {
            var vault = restored.Open().Vaults.Of(stream);
            foreach (var content in contents) Assert.Equal(content, await ReadAllAsync(await vault.OpenAsync(ContentHash.Of(content), ByteRange.All, Token)));
        }
    }

    [Fact]
    public async Task LaterRun_BringsWhatIsNew_AndTellsWhatIsOnlyInTheCopy()
    {
        var store = Store.Open();
        var erased = await FillAsync(store, Round, events: 2, contents: 1);
        await using var copy = new LocalStorageUnderTest();
        await CopyAsync(store, copy.Open());

        await FillAsync(store, Round, events: 3, contents: 2, after: 2);
        await store.Vaults.Of(Round).DeleteAsync(ContentHash.Of(erased[0]), Token);
        var later = Assert.Single(await CopyAsync(store, copy.Open()));
        Assert.Equal((5, 3, 2, 1, null), (later.Events, later.NewEvents, later.NewContents, later.Elsewhere, later.Obstacle));
        Assert.True(await copy.Open().Vaults.Of(Round).ExistsAsync(ContentHash.Of(erased[0]), Token));
    }

    [Theory]
    [InlineData(nameof(IEventLog.AppendAsync))]
    [InlineData(nameof(IVault.PromoteAsync))]
    public async Task RunCutShort_IsFinishedByTheNext(string operation)
    {
        var store = Store.Open();
        await FillAsync(store, Round, events: 230, contents: 40);
        await using var copy = new LocalStorageUnderTest();
        var cut = new FaultyStorage(copy.Open()) { Faults = Faults.Of(operation, Fault.None, Fault.Before) };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CopyAsync(store, cut));
        Assert.Equal(230, Assert.Single(await CopyAsync(store, copy.Open())).Events);
        Assert.Equal(await EventsAsync(store, Round), await EventsAsync(copy.Open(), Round));
        Assert.Equal(40, (await AllAsync(copy.Open().Vaults.Of(Round).ListAsync(Token))).Count);
    }

    [Theory]
    [InlineData(3)] // the store has gone another way
    [InlineData(1)] // the store has lost its tail
    public async Task CopyWithOtherEvents_IsLeftAlone(int events)
    {
        await using var copy = new LocalStorageUnderTest();
        await FillAsync(copy.Open(), Round, events: 2, contents: 0, word: events == 1 ? "event" : "other");
        var store = Store.Open();
        await FillAsync(store, Round, events, contents: 1);
        Assert.Equal("KAL7715", Assert.Single(await CopyAsync(store, copy.Open())).Obstacle?.Code);
        Assert.Equal(2, (await EventsAsync(copy.Open(), Round)).Count);
        Assert.Empty(await AllAsync(copy.Open().Vaults.Of(Round).ListAsync(Token)));
    }

    [Fact]
    public async Task LogThatHasComeInPart_IsNotCopied()
    {
        var store = Store.Open();
        var cut = new FaultyStorage(store) { Faults = Faults.Of(nameof(IEventLog.AppendAsync), Fault.None, Fault.None, Fault.Before) }; // a mark, a batch, and no more
        var events = Enumerable.Range(0, 230).Select(n => (ReadOnlyMemory<byte>)Bytes($"event {n}"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Arrival.AppendAsync(cut.Log, Round, 0, default, events.ToAsyncEnumerable(), Token));
        await using var copy = new LocalStorageUnderTest();
        Told.Is(
            Assert.Single(await CopyAsync(store, copy.Open())).Obstacle!, "KAL7716", "", "บันทึก round/46-dla-2567 ที่ต้นทางนำเข้ามายังไม่ครบ จึงยังไม่ได้คัดลอก โปรดนำเข้าให้ครบก่อน แล้วสั่งอีกครั้ง",
            "The log round/46-dla-2567 has come to the source in part only, and was not copied yet. Finish that import, and run it again.");
        Assert.Empty(await EventsAsync(copy.Open(), Round));
    }

    [Fact]
    public async Task TargetThatSomebodyWritesInto_StopsTheCopy()
    {
        var store = Store.Open();
        await FillAsync(store, Round, events: 2, contents: 0);
        await using var copy = new LocalStorageUnderTest();
        var target = new FaultyStorage(copy.Open()) { Faults = Faults.Of(nameof(IEventLog.AppendAsync), Fault.Conflict) };
        Told.Is(
            Assert.Single(await CopyAsync(store, target)).Obstacle!, "KAL7717", "", "มีการบันทึกลงใน round/46-dla-2567 ที่ปลายทางระหว่างคัดลอก จึงหยุดคัดลอก โปรดปิดโปรแกรมที่ใช้ปลายทางอยู่ แล้วสั่งอีกครั้ง",
            "Somebody else wrote into round/46-dla-2567 at the target while it was copied; the copying stopped. Stop the program that uses the target, and run it again.");
    }

    private static async Task<List<StreamCopy>> CopyAsync(IStorage from, IStorage to)
    {
        var (copy, done) = (new StoreCopy(from, to), new List<StreamCopy>());
        await foreach (var stream in copy.StreamsAsync(Token)) done.Add(await copy.CopyAsync(stream, null, Token));
        return done;
    }

    private static async Task<List<string>> EventsAsync(IStorage storage, StreamId stream) =>
        [.. (await AllAsync(storage.Log.ReadAsync(stream, 0, Token))).Select(e => System.Text.Encoding.UTF8.GetString(e.Bytes.Span))];

    /// <returns>The contents, of which each is another one.</returns>
    private static async Task<byte[][]> FillAsync(IStorage storage, StreamId stream, int events, int contents, int after = 0, string word = "event")
    {
        var files = Enumerable.Range(after, contents).Select(n => Bytes($"{stream} {n} {new string('x', 200_000 * (n % 2))}")).ToArray();
        foreach (var file in files)
        {
            using var bytes = new MemoryStream(file);
            await using var staged = await storage.Vaults.Of(stream).StageAsync(bytes, file.Length, Token);
            await storage.Vaults.Of(stream).PromoteAsync([staged!], Token);
        }
        for (var n = after; n < after + events; n += EventBatch.MostEvents)
        {
            var size = Math.Min(EventBatch.MostEvents, after + events - n);
            var batch = Enumerable.Range(n, size).Select(i => (ReadOnlyMemory<byte>)Bytes($"{word} {i}"));
            Assert.IsType<AppendResult.Ok>(await storage.Log.AppendAsync(stream, n, new(batch), Token));
        }
        return files;
    }
}
