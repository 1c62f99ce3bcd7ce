using Kalasin.Functions.Drops;
using Kalasin.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Queue <c>drops-poison</c>: a message that failed five times. The drop that it names is given up, in the log and in its
/// answer. A message that names none, or whose drop can't be given up now, is counted for the coordinator; nothing is lost
/// with it, since every tick looks through the drop itself. So this never fails, and no message ends in the queue behind it,
/// which nobody reads.
/// </summary>
/// <param name="services">Gives the drops; there may be no store to make them of, and that must not fail either.</param>
internal sealed partial class DropPoison(IServiceProvider services, WaitingDrops waiting, Instruments instruments, TimeProvider clock, ILogger<DropPoison> log)
{
    [Function(nameof(DropPoison))]
    public async Task RunAsync([QueueTrigger("drops-poison")] string text, CancellationToken cancellationToken)
    {
        instruments.Poisoned();
        try
        {
            var message = DropMessage.Read(QueueText.Unwrap(text), clock.GetUtcNow());
            foreach (var drop in message.Drops) await services.GetRequiredService<DropService>().AbandonAsync(drop, cancellationToken);
        }
        catch (Exception failure)
        {
            Unfinished(log, failure);
            waiting.CountUnfinishedMessage();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message in the poison queue can't be read, or its drop not be given up")]
    private static partial void Unfinished(ILogger log, Exception failure);
}
