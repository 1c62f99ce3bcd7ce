using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>Timer: looks through the mailbox where one is configured, between the ticks, which do so too before a deadline is closed.</summary>
internal sealed class Mailbox(Mail.Incoming.Mailbox mailbox)
{
    [Function(nameof(Mailbox))]
    public Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => mailbox.LookAsync(cancellationToken);
}
