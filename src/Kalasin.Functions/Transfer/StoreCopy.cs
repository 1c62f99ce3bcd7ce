using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>What became of one stream.</summary>
/// <param name="Events">Events that the copy has now.</param>
/// <param name="NewEvents">Of them, those that this run brought.</param>
/// <param name="NewContents">Contents that this run brought.</param>
/// <param name="NewHeads">Sealed heads that this run brought; null where one of the two places can't be used.</param>
/// <param name="Erased">Contents that this run removed from the copy, since its log says now that they are erased.</param>
/// <param name="Elsewhere">Contents that only the copy has: lost where it was made of, or named by no event.</param>
/// <param name="Changed">Contents that are not what their name says: not copied, all else is.</param>
/// <param name="Obstacle">Why nothing was copied; null if it was.</param>
internal sealed record StreamCopy(
    StreamId Stream, long Events, long NewEvents, int NewContents, int? NewHeads, int Erased, int Elsewhere,
    IReadOnlyList<ContentHash> Changed, Finding? Obstacle)
{
    public static StreamCopy Not(StreamId stream, long events, Finding obstacle) => new(stream, events, 0, 0, 0, 0, 0, [], obstacle);
}

/// <summary>
/// Makes one store hold what another holds, whatever kind each is of: a backup, and its way back. Only ever adds, but for what the
/// log says is erased; a run that was cut short is finished by the next, and each brings only what is new. While the other store is in use the copy is of a
/// moment: its contents are taken after its events, so that no event in the copy names what isn't there, and its heads before.
/// </summary>
internal sealed class StoreCopy(IStorage from, IStorage to)
{
    /// <summary>Contents that are promoted together: a store pays by the flush.</summary>
    private const int Together = 32;

    /// <summary>All streams, by name.</summary>
    public async IAsyncEnumerable<StreamId> StreamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? page = null;
        do
        {
            var streams = await from.Log.ListAsync("", page, cancellationToken);
            foreach (var stream in streams.Items)
                if (!Arrival.IsMarks(stream)) yield return stream;
            page = streams.Next;
        }
        while (page is not null);
    }

    /// <returns>Why the stream can't be copied: the target has events that the source hasn't, or the source has not all of its own; null if it can.</returns>
    public async Task<Finding?> ObstacleAsync(StreamId stream, CancellationToken cancellationToken) => (await CompareAsync(stream, cancellationToken)).Obstacle;

    /// <param name="told">Told how many contents of how many were copied.</param>
    public async Task<StreamCopy> CopyAsync(StreamId stream, Action<int, int>? told, CancellationToken cancellationToken)
    {
        var promised = await HeadsAsync(from, stream, cancellationToken);
        var (logs, obstacle) = await CompareAsync(stream, cancellationToken);
        if (obstacle is not null) return StreamCopy.Not(stream, logs.Here, obstacle);
        var (brought, elsewhere, changed) = await CopyContentsAsync(stream, told, cancellationToken);
        var tail = from.Log.ReadAsync(stream, logs.Here, cancellationToken).Take((int)(logs.There - logs.Here)).Select(e => e.Bytes);
        if (!await Arrival.AppendAsync(to.Log, stream, logs.Here, logs.Head, tail, cancellationToken))
            return StreamCopy.Not(stream, logs.Here, TransferFindings.CopyMoved.At(Place.Nowhere, stream.ToString()));
        // Read back: what counts is what is there now.
        (var copied, obstacle) = await CompareAsync(stream, cancellationToken);
        if (obstacle is not null) return StreamCopy.Not(stream, copied.Here, obstacle);
        var erased = await RemoveErasedAsync(stream, cancellationToken);
        return new(
            stream, copied.Here, copied.Here - logs.Here, brought, await BringHeadsAsync(stream, promised, cancellationToken),
            erased, Math.Max(0, elsewhere - erased), changed, null);
    }

    /// <summary>The log in the copy says what has to go from it; where it can't be followed nothing goes.</summary>
    private async Task<int> RemoveErasedAsync(StreamId stream, CancellationToken cancellationToken)
    {
        if (RoundLog.RoundOf(stream) is not { } round) return 0;
        var reading = await LogReading.OfAsync(round, to.Log, cancellationToken);
        return reading.Findings.IsEmpty ? await Erasure.RemoveAsync(to.Vaults.Of(stream), reading.State, cancellationToken) : 0;
    }

    private static async Task<SealedHeads?> HeadsAsync(IStorage storage, StreamId stream, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Heads.ReadAsync(stream, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private async Task<int?> BringHeadsAsync(StreamId stream, SealedHeads? promised, CancellationToken cancellationToken)
    {
        if (promised is null || await HeadsAsync(to, stream, cancellationToken) is not { } here) return null;
        try
        {
            return await PromisedHeads.BringAsync(to.Heads, stream, promised.Heads, here, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private async Task<(LogComparison Logs, Finding? Obstacle)> CompareAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var logs = await LogComparison.OfAsync(
            to.Log.ReadAsync(stream, 0, cancellationToken), from.Log.ReadAsync(stream, 0, cancellationToken), cancellationToken);
        if (!logs.IsBeginning)
            return (logs, TransferFindings.CopyForked.At(Place.Nowhere, stream.ToString(), ThaiNumerals.Number(logs.DiffersAt ?? logs.There + 1)));
        var isPart = await Arrival.IsPartAsync(from.Log, stream, logs.There, logs.HeadThere, cancellationToken);
        return (logs, isPart ? TransferFindings.CopyOfAPart.At(Place.Nowhere, stream.ToString()) : null);
    }

    private async Task<(int Brought, int Elsewhere, IReadOnlyList<ContentHash> Changed)> CopyContentsAsync(
        StreamId stream, Action<int, int>? told, CancellationToken cancellationToken)
    {
        var (source, target) = (from.Vaults.Of(stream), to.Vaults.Of(stream));
        var there = await ContentsHere.OfAsync(stream, target, to.Log, cancellationToken);
        var wanted = await source.ListAsync(cancellationToken).Where(c => !there.Remove(c.Hash)).ToListAsync(cancellationToken);
        var (changed, brought) = (new List<ContentHash>(), 0);
        await using var group = new StagedGroup(target, Together);
        for (var n = 0; n < wanted.Count; n++)
        {
            told?.Invoke(n, wanted.Count);
            try
            {
                await using var bytes = await source.OpenAsync(wanted[n].Hash, ByteRange.All, cancellationToken);
                if (bytes is null) continue; // erased since it was listed
                var staged = await target.StageAsync(bytes, wanted[n].Size, cancellationToken) ?? throw DamagedException.Changed(wanted[n].Hash);
                await group.TakeAsync(staged, wanted[n].Hash, cancellationToken);
                brought++;
            }
            catch (DamagedException)
            {
                changed.Add(wanted[n].Hash);
            }
        }
        await group.PromoteAsync(cancellationToken);
        told?.Invoke(wanted.Count, wanted.Count);
        return (brought, there.Count, changed);
    }
}
