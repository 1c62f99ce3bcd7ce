using System.Runtime.ExceptionServices;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Queue <c>drops</c>: Event Grid tells that something was dropped. A message fails, and after five tries is poison, for what a
/// drop does to the program; while the store fails or a round is damaged it is let go, because the next scan finds the drop, and a store that is
/// down for minutes must not have every drop of that time given up.
/// </summary>
internal sealed partial class DropQueue(DropService drops, DropScan scan, TimeProvider clock, ILogger<DropQueue> log)
{
    [Function(nameof(DropQueue))]
    public async Task RunAsync([QueueTrigger("drops")] string text, CancellationToken cancellationToken)
    {
        var message = DropMessage.Read(QueueText.Unwrap(text), clock.GetUtcNow());
        Exception? first = null;
        foreach (var drop in message.Drops) await TryAsync(() => drops.TakeInAsync(drop, cancellationToken));
        if (message.Look) await TryAsync(() => scan.RunAsync(cancellationToken));
        if (first is not null) ExceptionDispatchInfo.Throw(first);

        async Task TryAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception unavailable) when (unavailable is StorageUnavailableException or DamagedException)
            {
                LeftToTheScan(log, unavailable);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                first ??= failure; // the message's other drops have nothing to do with it
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store failed; what was dropped is left to the next scan")]
    private static partial void LeftToTheScan(ILogger log, Exception failure);
}
