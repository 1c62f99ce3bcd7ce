using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Triggers;

/// <summary>Queue <c>drops</c>: Event Grid tells that something was dropped.</summary>
internal static class DropQueue
{
    public static async Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        var message = DropMessage.Read(envelope.ReadMessage(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var drops = services.GetRequiredService<DropService>();
        foreach (var drop in message.Drops) await drops.TakeInAsync(drop, cancellationToken);
        if (message.Look) await drops.ScanAsync(cancellationToken);
    }
}
