using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Queue <c>drops-poison</c>: a message that failed five times. The drop that it names is given up, in the log and in its
/// answer. A message that names none is counted for the coordinator; nothing is lost with it, since every tick looks through
/// the drop itself.
/// </summary>
internal static partial class DropPoison
{
    public static async Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        DropMessage message;
        try
        {
            message = DropMessage.Read(envelope.ReadMessage(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException)
        {
            // The second kind: a JSON text that escapes half a character.
            Unreadable(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DropPoison).FullName!), failure);
            services.GetRequiredService<WaitingDrops>().CountUnreadableMessage();
            return;
        }
        var drops = services.GetRequiredService<DropService>();
        foreach (var drop in message.Drops) await drops.AbandonAsync(drop, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message in the poison queue can't be read")]
    private static partial void Unreadable(ILogger log, Exception failure);
}
