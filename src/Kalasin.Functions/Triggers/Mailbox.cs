using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>Timer: reads the mailbox where one is configured. This version reads none, which is no failure and says so.</summary>
internal sealed partial class Mailbox(ILogger<Mailbox> log)
{
    [Function(nameof(Mailbox))]
    public void Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer) => NotConfigured(log);

    [LoggerMessage(Level = LogLevel.Information, Message = "No mailbox is configured; nothing was read")]
    private static partial void NotConfigured(ILogger log);
}
