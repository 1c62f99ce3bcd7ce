namespace Kalasin.Functions.Storage;

/// <summary>
/// Append-only streams of events, the only record of what happened. Sequences of a stream are 1, 2, 3 … without gap or
/// double, whoever appends at the same time. Nothing is ever changed or removed.
/// </summary>
internal interface IEventLog
{
    /// <summary>The events of a stream whose sequence is greater than <paramref name="after"/>, in order; none if the stream does not exist.</summary>
    /// <param name="after">0 reads from the start.</param>
    /// <exception cref="DamagedException">A row is missing or of another maker.</exception>
    IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, CancellationToken cancellationToken);

    /// <summary>
    /// Appends the batch behind <paramref name="expectedSequence"/>, all of it or nothing. An answer means durable. After an
    /// exception the caller does not know and has to read again.
    /// </summary>
    /// <param name="expectedSequence">The last sequence of the stream as the caller knows it; 0 for a stream without events.</param>
    Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken);

    /// <summary>The streams that have events and whose name starts with <paramref name="prefix"/>, by name in ordinal order.</summary>
    /// <param name="page">The <see cref="Page{T}.Next"/> of the page before, null for the first.</param>
    Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken);
}

/// <param name="Sequence">1 for the first event of its stream.</param>
/// <param name="Bytes">Exactly the bytes that were appended.</param>
internal sealed record StoredEvent(long Sequence, ReadOnlyMemory<byte> Bytes);

internal abstract record AppendResult
{
    private AppendResult() { }

    /// <param name="LastSequence">The sequence of the batch's last event.</param>
    internal sealed record Ok(long LastSequence) : AppendResult;

    /// <summary>The stream does not end where the caller thought; nothing was appended.</summary>
    internal sealed record Conflict : AppendResult;
}

/// <param name="Items">At most <see cref="Page.Size"/>.</param>
/// <param name="Next">Asks for the page after this one; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Page
{
    /// <summary>Items of a full page.</summary>
    public const int Size = 100;
}
