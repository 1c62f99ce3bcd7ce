using Kalasin.Functions.Rounds;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Queue <c>drops-poison</c>: a message that failed five times. The drop that it names is given up, in the log and in its
/// answer. A message that names none, or whose drop can't be given up now, is counted for the coordinator; nothing is lost
/// with it, since every tick looks through the drop itself. So this never fails, and no message ends in the queue behind it,
/// which nobody reads.
/// </summary>
internal static partial class DropPoison
{
    public static async Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        services.GetRequiredService<Instruments>().Poisoned();
        try
        {
            var message = DropMessage.Read(envelope.ReadMessage(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            foreach (var drop in message.Drops) await services.GetRequiredService<DropService>().AbandonAsync(drop, cancellationToken);
        }
        catch (Exception failure)
        {
            Unfinished(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DropPoison).FullName!), failure);
            services.GetRequiredService<WaitingDrops>().CountUnfinishedMessage();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message in the poison queue can't be read, or its drop not be given up")]
    private static partial void Unfinished(ILogger log, Exception failure);
}
