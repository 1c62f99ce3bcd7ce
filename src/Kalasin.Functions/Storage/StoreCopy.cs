using System.Runtime.CompilerServices;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>What became of one stream.</summary>
/// <param name="Events">Events that the copy has now.</param>
/// <param name="NewEvents">Of them, those that this run brought.</param>
/// <param name="NewContents">Contents that this run brought.</param>
/// <param name="Elsewhere">Contents that only the copy has: erased or lost where it was made of.</param>
/// <param name="Changed">Contents that are not what their name says: not copied, all else is.</param>
/// <param name="Forked">The copy has events that the stream it was made of doesn't have: nothing was copied.</param>
internal sealed record StreamCopy(
    StreamId Stream, long Events, long NewEvents, int NewContents, int Elsewhere, IReadOnlyList<ContentHash> Changed, bool Forked);

/// <summary>
/// Makes one store hold what another holds, whatever kind each is of: a backup, and its way back. Only ever adds; a run that
/// was cut short is finished by the next, and each brings only what is new. While the other store is in use the copy is of a
/// moment: its contents are taken after its events, so that no event in the copy names what isn't there.
/// </summary>
internal static class StoreCopy
{
    public static async IAsyncEnumerable<StreamCopy> RunAsync(
        IStorage from, IStorage to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? page = null;
        do
        {
            var streams = await from.Log.ListAsync("", page, cancellationToken);
            foreach (var stream in streams.Items) yield return await CopyAsync(stream, from, to, cancellationToken);
            page = streams.Next;
        }
        while (page is not null);
    }

    private static async Task<StreamCopy> CopyAsync(StreamId stream, IStorage from, IStorage to, CancellationToken cancellationToken)
    {
        var events = await from.Log.ReadAsync(stream, 0, cancellationToken).Select(e => e.Bytes).ToListAsync(cancellationToken);
        var had = 0;
        await foreach (var known in to.Log.ReadAsync(stream, 0, cancellationToken))
        {
            if (had == events.Count || !known.Bytes.Span.SequenceEqual(events[had].Span)) return new(stream, had, 0, 0, 0, [], Forked: true);
            had++;
        }
        var (brought, elsewhere, changed) = await CopyContentsAsync(from.Vaults.Of(stream), to.Vaults.Of(stream), cancellationToken);
        long last = had;
        var forked = false; // somebody else appends to the copy
        foreach (var batch in Batches(events.Skip(had)))
        {
            forked = await to.Log.AppendAsync(stream, last, batch, cancellationToken) is AppendResult.Conflict;
            if (forked) break;
            last += batch.Count;
        }
        return new(stream, last, last - had, brought, elsewhere, changed, forked);
    }

    private static async Task<(int Brought, int Elsewhere, IReadOnlyList<ContentHash> Changed)> CopyContentsAsync(
        IVault from, IVault to, CancellationToken cancellationToken)
    {
        var there = await to.ListAsync(cancellationToken).Select(c => c.Hash).ToHashSetAsync(cancellationToken: cancellationToken);
        var changed = new List<ContentHash>();
        var brought = 0;
        await foreach (var content in from.ListAsync(cancellationToken))
        {
            if (there.Remove(content.Hash)) continue;
            try
            {
                await using var bytes = await from.OpenAsync(content.Hash, ByteRange.All, cancellationToken);
                if (bytes is null) continue; // erased since it was listed
                await using var staged = await to.StageAsync(bytes, content.Size, cancellationToken) ?? throw DamagedException.Changed(content.Hash);
                await to.PromoteAsync([staged], cancellationToken);
                brought++;
            }
            catch (DamagedException)
            {
                changed.Add(content.Hash);
            }
        }
        return (brought, there.Count, changed);
    }

    private static IEnumerable<EventBatch> Batches(IEnumerable<ReadOnlyMemory<byte>> events)
    {
        var batch = new List<ReadOnlyMemory<byte>>();
        long size = 0;
        foreach (var bytes in events)
        {
            if (batch.Count == EventBatch.MostEvents || size + bytes.Length > EventBatch.MostBytes)
            {
                yield return new(batch);
                (batch, size) = ([], 0);
            }
            batch.Add(bytes);
            size += bytes.Length;
        }
        if (batch.Count > 0) yield return new(batch);
    }
}
