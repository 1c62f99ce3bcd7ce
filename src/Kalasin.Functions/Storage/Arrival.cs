using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// A log that comes from elsewhere and is longer than one append. Before each append but the last a mark is set beside the log: the
/// place at which the log ends then is no end. Whoever finds the log there knows that the rest is on its way, or was cut off and will
/// come when the same is brought again; and goes on from there nowhere else. A mark of a place where the log doesn't end says nothing,
/// and is never taken back.
/// </summary>
internal static class Arrival
{
    private const string Kind = "arriving-";

    /// <summary>Whether a stream holds marks, and so is part of no installation that is copied.</summary>
    public static bool IsMarks(StreamId stream) => stream.Kind.StartsWith(Kind, StringComparison.Ordinal);

    /// <summary>Whether a log that ends here is one of which the rest has not come.</summary>
    /// <param name="sequence">Of its last event.</param>
    /// <param name="head">Head of its chain.</param>
    public static Task<bool> IsPartAsync(IEventLog log, StreamId stream, long sequence, ContentHash head, CancellationToken cancellationToken) =>
        HasAsync(log, MarksOf(stream), MarkOf(sequence, head), cancellationToken);

    /// <summary>Appends all of a tail. What an exception leaves is a log that is part of it; the same again brings the rest.</summary>
    /// <param name="last">Sequence that the tail comes behind.</param>
    /// <param name="head">Head of the chain there.</param>
    /// <returns>False if somebody else appended meanwhile.</returns>
    public static async Task<bool> AppendAsync(
        IEventLog log, StreamId stream, long last, ContentHash head, IAsyncEnumerable<ReadOnlyMemory<byte>> tail, CancellationToken cancellationToken)
    {
        EventBatch? waiting = null;
        await foreach (var batch in EventBatches.OfAsync(tail, cancellationToken))
        {
            if (waiting is not null && !await AppendAsync(waiting, isLast: false)) return false;
            waiting = batch;
        }
        return waiting is null || await AppendAsync(waiting, isLast: true);

        async Task<bool> AppendAsync(EventBatch batch, bool isLast)
        {
            foreach (var bytes in batch) head = head.Then(bytes.Span);
            if (!isLast) await MarkAsync(log, MarksOf(stream), MarkOf(last + batch.Count, head), cancellationToken);
            if (await log.AppendAsync(stream, last, batch, cancellationToken) is AppendResult.Conflict) return false;
            last += batch.Count;
            return true;
        }
    }

    private static async Task MarkAsync(IEventLog log, StreamId marks, byte[] mark, CancellationToken cancellationToken)
    {
        while (true)
        {
            long last = 0;
            await foreach (var known in log.ReadAsync(marks, 0, cancellationToken))
            {
                if (known.Bytes.Span.SequenceEqual(mark)) return;
                last = known.Sequence;
            }
            if (await log.AppendAsync(marks, last, new([mark]), cancellationToken) is AppendResult.Ok) return;
        }
    }

    private static async Task<bool> HasAsync(IEventLog log, StreamId marks, byte[] mark, CancellationToken cancellationToken)
    {
        await foreach (var known in log.ReadAsync(marks, 0, cancellationToken))
            if (known.Bytes.Span.SequenceEqual(mark)) return true;
        return false;
    }

    private static StreamId MarksOf(StreamId stream) => StreamId.Of($"{Kind}{stream.Kind}", stream.Id);

    private static byte[] MarkOf(long sequence, ContentHash head) =>
        Encoding.ASCII.GetBytes(FormattableString.Invariant($"{{\"sequence\":{sequence},\"head\":\"{head}\"}}"));
}
