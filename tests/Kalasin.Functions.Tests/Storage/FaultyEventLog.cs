using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>A log with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyEventLog(IEventLog log, Faults faults) : IEventLog
{
    public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ReadAsync), log.ReadAsync(stream, after, cancellationToken), cancellationToken);

    public async Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken)
    {
        var fault = faults.Next(nameof(AppendAsync));
        if (fault == Fault.Conflict) return new AppendResult.Conflict();
        if (fault == Fault.Before) throw Faults.Failure(nameof(AppendAsync), fault);
        if (fault == Fault.Slow) await faults.Delay(cancellationToken);
        var result = await log.AppendAsync(stream, expectedSequence, events, cancellationToken);
        return fault == Fault.After ? throw Faults.Failure(nameof(AppendAsync), fault) : result;
    }

    public Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ListAsync), () => log.ListAsync(prefix, page, cancellationToken), cancellationToken);
}
