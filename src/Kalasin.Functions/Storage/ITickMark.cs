namespace Kalasin.Functions.Storage;

/// <summary>When a tick was last done, by whichever instance: the one thing in a store that is replaced and not added to. Losing it loses nothing.</summary>
internal interface ITickMark
{
    /// <returns>Null before the first.</returns>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken);

    Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken);
}
