using System.Runtime.CompilerServices;

namespace Kalasin.Functions.Storage;

/// <summary>As many events in a batch as it may have.</summary>
internal static class EventBatches
{
    public static async IAsyncEnumerable<EventBatch> OfAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ReadOnlyMemory<byte>>();
        long size = 0;
        await foreach (var bytes in events.WithCancellation(cancellationToken))
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
