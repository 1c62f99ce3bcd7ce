namespace Kalasin.Functions.Storage;

/// <summary>When a tick was last done, or the mailbox last read, by whichever instance: what alone in a store is replaced and not added to. Losing it loses nothing.</summary>
internal interface ITickMark
{
    /// <returns>Null before the first.</returns>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken);

    Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken);
}
