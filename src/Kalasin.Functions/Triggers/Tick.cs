using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Triggers;

/// <summary>Timer: what is due is done, what was dropped is taken in. After a gap one tick catches up with everything.</summary>
internal static partial class Tick
{
    public static async Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.IsPastDue) PastDue(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Tick).FullName!), envelope.LastTick);
        await services.GetRequiredService<Upkeep>().RunAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The timer is past due; it came last at {Last}")]
    private static partial void PastDue(ILogger log, DateTimeOffset? last);
}
