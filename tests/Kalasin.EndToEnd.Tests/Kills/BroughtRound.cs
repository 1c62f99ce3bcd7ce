using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Transfer;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A round of another province that was exported elsewhere: longer than one append, with contents small and large.</summary>
/// <param name="File">What is imported.</param>
/// <param name="Events">Its log.</param>
internal sealed record BroughtRound(byte[] File, ImmutableArray<byte[]> Events)
{
    /// <summary>More than one append takes, and less than two.</summary>
    private const int Refusals = 150;

    private static readonly Lazy<Task<BroughtRound>> Made = new(MakeAsync);

    public static RoundId Id { get; } = RoundId.Parse("40-dla-2567");

    public static Task<BroughtRound> OnceAsync() => Made.Value;

    private static async Task<BroughtRound> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        await using var storage = new LocalStorage(new(folder.File("elsewhere")), TimeProvider.System);
        var (log, stream) = (new RoundLog(storage.Log, storage.Vaults, TimeProvider.System), RoundLog.StreamOf(Id));
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "40");
        await log.OpenAsync(rules, Actor.Local, CancellationToken.None);
        var unit = rules.Plan.Units[0].Code;
        for (var n = 1; n <= 3; n++) await DeliverAsync(log, unit, n);
        var state = await log.LoadAsync(Id, CancellationToken.None);
        var refused = Enumerable.Range(0, Refusals).Select(n => new RoundEntry(
            TimeProvider.System.GetUtcNow(), Actor.Local, Guid.NewGuid(), new DeliveryRefused(DeliveryChannel.Upload, unit, TimeProvider.System.GetUtcNow(), [], ["KAL1001"])).ToBytes());
        Assert.True(await Arrival.AppendAsync(
            storage.Log, stream, state.Sequence, state.Head, refused.Select(bytes => (ReadOnlyMemory<byte>)bytes).ToAsyncEnumerable(), CancellationToken.None));

        using var file = new MemoryStream();
        await (await new RoundExport(log, storage.Log, storage.Heads).FindAsync(Id.Value, CancellationToken.None))!.WriteAsync(file, null, CancellationToken.None);
        var events = await storage.Log.ReadAsync(stream, 0, CancellationToken.None).Select(stored => stored.Bytes.ToArray()).ToListAsync();
        return new(file.ToArray(), [.. events]);
    }

    /// <summary>Files without a return: nothing that has to be scored.</summary>
    private static async Task DeliverAsync(RoundLog log, UnitCode unit, int n)
    {
        await using var staged = new StagedContents(log.VaultOf(Id));
        var (small, large) = (Encoding.UTF8.GetBytes($"copy {n}"), Encoding.UTF8.GetBytes($"copy {n} {new string('x', 300_000)}"));
        ImmutableArray<DeliveredFile> files =
        [
            new(FileKind.Pdf, small.Length, await staged.AddOwnAsync(small, CancellationToken.None)),
            new(FileKind.Pdf, large.Length, await staged.AddOwnAsync(large, CancellationToken.None)),
        ];
        var details = await staged.AddOwnAsync(new DeliveryDetails(new('0', 32), ["ก.pdf", "ข.pdf"], []).ToBytes(), CancellationToken.None);
        await staged.PromoteAsync(CancellationToken.None);
        var command = new ReceiveDelivery(
            Guid.NewGuid(), DeliveryChannel.Upload, unit, TimeProvider.System.GetUtcNow(), ContentHash.Of([(byte)n]), files[0].Hash, files, [], new(0, 0, 0), details);
        Assert.IsType<Accept>((await log.DecideAsync(Id, command, Actor.Local, CancellationToken.None)).Decision);
    }
}
