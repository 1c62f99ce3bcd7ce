using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>A log as text: the bytes of each event as they are stored, ended by a line feed. Line n is event n.</summary>
internal static class LogLines
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> WriteAsync(IAsyncEnumerable<StoredEvent> events)
    {
        await foreach (var stored in events)
        {
            yield return stored.Bytes;
            yield return LineFeed;
        }
    }

    /// <exception cref="RoundFileException">A line is longer than an event can be, the last one has no end, or there are too many.</exception>
    public static async IAsyncEnumerable<StoredEvent> ReadAsync(Stream text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(text, new(leaveOpen: true));
        for (long sequence = 0; ;)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                if (line.Length is 0 or > EventBatch.MostBytesOfEvent || ++sequence > RoundFile.MostEvents) throw Unreadable(sequence);
                yield return new(sequence, line.ToArray());
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > EventBatch.MostBytesOfEvent || (read.IsCompleted && buffer.Length > 0)) throw Unreadable(sequence + 1);
            if (read.IsCompleted) break;
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
        await reader.CompleteAsync();
    }

    public static RoundFileException Unreadable(long sequence) =>
        new(TransferFindings.EventUnreadable.At(Place.InFile(RoundFile.Log), ThaiNumerals.Number(sequence)));
}
