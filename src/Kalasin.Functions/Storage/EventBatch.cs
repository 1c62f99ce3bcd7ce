using System.Collections;
using System.Text.Unicode;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Events that are appended together or not at all, in order. A batch that any of the stores could not take can't be made,
/// so adapters don't check. The limits are those of Azure Tables: a transaction has at most 100 rows and 4 MiB, a text
/// value at most 32 K UTF-16 units, a binary one 64 KiB.
/// </summary>
internal sealed class EventBatch : IReadOnlyList<ReadOnlyMemory<byte>>
{
    /// <summary>Most events of one batch.</summary>
    public const int MostEvents = 100;

    /// <summary>Most bytes of one event. UTF-8 never has fewer bytes than UTF-16 units, so this bounds both.</summary>
    public const int MostBytesOfEvent = 31_999;

    /// <summary>Most bytes of a batch; leaves room for the names, headers and, three bytes for one at worst, escapes of a 4 MiB transaction.</summary>
    public const int MostBytes = 1_000_000;

    private readonly ReadOnlyMemory<byte>[] _events;

    /// <param name="events">UTF-8 texts, stored to the byte.</param>
    /// <exception cref="ArgumentException">No event, too many, one that is empty, too long or not UTF-8, or too many bytes in all. What
    /// may grow belongs in the vault.</exception>
    public EventBatch(IEnumerable<ReadOnlyMemory<byte>> events)
    {
        _events = [.. events];
        if (_events.Length is 0 or > MostEvents) throw new ArgumentException($"A batch has 1 to {MostEvents} events, not {_events.Length}.", nameof(events));
        long total = 0;
        foreach (var bytes in _events)
        {
            if (bytes.Length is 0 or > MostBytesOfEvent)
                throw new ArgumentException($"An event has 1 to {MostBytesOfEvent} bytes, not {bytes.Length}.", nameof(events));
            if (!Utf8.IsValid(bytes.Span)) throw new ArgumentException("An event is UTF-8 text.", nameof(events));
            total += bytes.Length;
        }
        if (total > MostBytes) throw new ArgumentException($"A batch has at most {MostBytes} bytes, not {total}.", nameof(events));
    }

    public int Count => _events.Length;

    public ReadOnlyMemory<byte> this[int index] => _events[index];

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() => ((IEnumerable<ReadOnlyMemory<byte>>)_events).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
