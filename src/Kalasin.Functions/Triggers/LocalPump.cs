using Kalasin.Functions.Drops;
using Kalasin.Functions.Ticks;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// Pulls the triggers where no Functions host does: looks through the drop every few seconds and ticks every minute. It waits
/// before its first look, so that the program's first answer doesn't wait for it, and makes nothing before that.
/// </summary>
internal sealed partial class LocalPump(IServiceProvider services, TimeProvider clock, ILogger<LocalPump> logger) : BackgroundService
{
    /// <summary>Longer than a dropped file has to be still, so that it is taken in at the second look.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    /// <summary>Looks between two ticks.</summary>
    public const int LooksPerTick = 20;

    private string? _lastFailure;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            for (var look = 0; await timer.WaitForNextTickAsync(stoppingToken); look = (look + 1) % LooksPerTick)
                await PullAsync(tick: look == 0, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whatever was cut off is finished at the next start.
        }
    }

    private async Task PullAsync(bool tick, CancellationToken cancellationToken)
    {
        try
        {
            if (tick) await services.GetRequiredService<Upkeep>().RunAsync(cancellationToken);
            else await services.GetRequiredService<DropScan>().RunAsync(cancellationToken);
            _lastFailure = null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The same failure every few seconds would drown everything else that is logged.
            if (_lastFailure != failure.Message) Failed(logger, failure);
            _lastFailure = failure.Message;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The drop or the tick failed; tried again from time to time")]
    private static partial void Failed(ILogger logger, Exception failure);
}
