using System.Runtime.ExceptionServices;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Queue <c>drops</c>: Event Grid tells that something was dropped. A message fails, and after five tries is poison, for what a
/// drop does to the program; while the store fails it is let go, because the next scan finds the drop, and a store that is
/// down for minutes must not have every drop of that time given up.
/// </summary>
internal static partial class DropQueue
{
    public static async Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        var message = DropMessage.Read(envelope.ReadMessage(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (drops, scan) = (services.GetRequiredService<DropService>(), services.GetRequiredService<DropScan>()); // fails where the settings name no store
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
            catch (StorageUnavailableException unavailable)
            {
                LeftToTheScan(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DropQueue).FullName!), unavailable);
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
