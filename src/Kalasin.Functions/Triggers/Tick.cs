using Kalasin.Functions.Ticks;
using Microsoft.Azure.Functions.Worker;

namespace Kalasin.Functions.Triggers;

/// <summary>Timer: what is due is done, what was dropped is taken in. After a gap one tick catches up with everything.</summary>
internal sealed partial class Tick(Upkeep upkeep, ILogger<Tick> log)
{
    /// <summary>Every five minutes; <see cref="TickPace.OfFunctionsHost"/> says the same.</summary>
    private const string Schedule = "0 */5 * * * *";

    [Function(nameof(Tick))]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (timer.IsPastDue) PastDue(log, LastOf(timer));
        await upkeep.RunAsync(cancellationToken);
    }

    /// <summary>Year 1 stands for "never".</summary>
    private static DateTime? LastOf(TimerInfo timer) => timer.ScheduleStatus is { Last: { Year: > 1 } last } ? last : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The timer is past due; it came last at {Last:O}")]
    private static partial void PastDue(ILogger log, DateTime? last);
}
