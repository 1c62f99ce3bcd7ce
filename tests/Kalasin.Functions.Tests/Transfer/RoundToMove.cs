using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Tests.Transfer;

/// <summary>A round with contents small and large in a store, to be exported and imported.</summary>
internal static class RoundToMove
{
    public static readonly RoundId Id = RoundId.Parse("46-dla-2567");
    public static readonly StreamId LogStream = RoundLog.StreamOf(Id);
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the round, receives one delivery of a small and a large file, and seals its head: 2 events.</summary>
    public static async Task<IStorage> FillAsync(IStorage storage)
    {
        var log = Log(storage);
        await log.OpenAsync(Rules, Actor.Local, Token);
        await DeliverAsync(storage, "first");
        var state = await log.LoadAsync(Id, Token);
        await storage.Heads.SealAsync(LogStream, new(state.Sequence, state.Head, new(2024, 5, 10, 3, 0, 0, TimeSpan.Zero)), Token);
        return storage;
    }

    public static async Task DeliverAsync(IStorage storage, string word)
    {
        var (unit, indicator) = (UnitCode.Parse("4602"), IndicatorNumber.Parse("3"));
        Return reported = new(unit, indicator, ReturnStatus.Reported) { Narrative = Narrative.Empty with { Results = word } };
        await DeliverAsync(storage, word, ReturnJson.Write(reported));
    }

    /// <summary>The same with something of the caller's where the log names a return of 4602 on indicator 3.</summary>
    public static async Task DeliverAsync(IStorage storage, string word, byte[] reported)
    {
        var (vault, contents) = (storage.Vaults.Of(LogStream), new List<ContentHash>());
        foreach (var content in (byte[][])[Encoding.UTF8.GetBytes(word), Encoding.UTF8.GetBytes($"{word} {new string('x', 300_000)}"), reported, Encoding.UTF8.GetBytes($"details of {word}")])
        {
            using var bytes = new MemoryStream(content);
            await using var staged = await vault.StageAsync(bytes, bytes.Length, Token);
            await vault.PromoteAsync([staged!], Token);
            contents.Add(staged!.Hash);
        }
        var command = new ReceiveDelivery(
            Guid.NewGuid(), DeliveryChannel.Upload, UnitCode.Parse("4602"), new(2024, 5, 10, 9, 0, 0, TimeSpan.FromHours(7)), Hash(word), Hash($"body {word}"),
            [new(FileKind.Workbook, word.Length, contents[0]), new(FileKind.Pdf, 300_000, contents[1])],
            [new(new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), ReturnStatus.Reported), contents[2])], new(0, 0, 0), contents[3]);
        Assert.IsType<Accept>((await Log(storage).DecideAsync(Id, command, Actor.Local, Token)).Decision);
    }

    /// <summary>Records that a content is erased; it stays where it is.</summary>
    public static async Task EraseAsync(IStorage storage, string word)
    {
        var basis = new StatedText(new string('0', 32), "a request");
        await using var staged = new StagedContents(storage.Vaults.Of(LogStream));
        await staged.AddOwnAsync(basis.ToBytes(), Token);
        await staged.PromoteAsync(Token);
        Assert.IsType<Accept>((await Log(storage).DecideAsync(Id, new EraseContent(Guid.NewGuid(), Hash(word), basis), Actor.Local, Token)).Decision);
    }

    /// <summary>Refuses so many deliveries: an event each.</summary>
    public static async Task RefuseAsync(IStorage storage, int count)
    {
        var state = await Log(storage).LoadAsync(Id, Token);
        var entries = Enumerable.Range(0, count).Select(n => new RoundEntry(
            new(2024, 5, 11, 0, 0, n % 60, TimeSpan.Zero), Actor.Local, Guid.NewGuid(), new DeliveryRefused(DeliveryChannel.Upload, UnitCode.Parse("4602"), default, [], ["KAL1001"])));
        Assert.True(await Arrival.AppendAsync(storage.Log, LogStream, state.Sequence, state.Head, entries.Select(e => (ReadOnlyMemory<byte>)e.ToBytes()).ToAsyncEnumerable(), Token));
    }

    public static RoundLog Log(IStorage storage) => new(storage.Log, storage.Vaults, TimeProvider.System);

    public static async Task<byte[]> ExportAsync(IStorage storage)
    {
        using var file = new MemoryStream();
        await (await new RoundExport(Log(storage), storage.Log, storage.Heads).FindAsync(Id.Value, Token))!.WriteAsync(file, null, Token);
        return file.ToArray();
    }

    public static async Task<ImportOutcome> ImportAsync(IStorage storage, byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await new RoundImport(storage.Log, storage.Vaults, storage.Heads).RunAsync(stream, Token);
    }

    /// <summary>Imports what has to be refused, and finds that nothing is to be seen of it.</summary>
    /// <returns>The code of the finding.</returns>
    public static async Task<string> RefusalAsync(IStorage storage, byte[] file)
    {
        var before = await EventsAsync(storage);
        var finding = Assert.Single(Assert.IsType<ImportOutcome.Refused>(await ImportAsync(storage, file)).Findings);
        Assert.Equal(before, await EventsAsync(storage));
        return finding.Code;
    }

    public static async Task<List<string>> EventsAsync(IStorage storage)
    {
        var events = new List<string>();
        await foreach (var stored in storage.Log.ReadAsync(LogStream, 0, Token)) events.Add(Encoding.UTF8.GetString(stored.Bytes.Span));
        return events;
    }

    public static ContentHash Hash(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text));
}
