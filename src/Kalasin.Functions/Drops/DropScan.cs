using System.Runtime.ExceptionServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Drops;

/// <summary>
/// Looks through everything that lies in the drop: what no message told of, and what an earlier try could not finish. What
/// is wrong with one drop keeps no other waiting.
/// </summary>
internal sealed partial class DropScan(
    IDrops drops, DropService service, WaitingDrops waiting, Instruments instruments, TimeProvider clock,
    ILogger<DropScan> logger) : IDisposable
{
    /// <summary>Tries of one drop before it is left alone: as many as the queue makes.</summary>
    private const int MostTries = 5;

    /// <summary>Failures of the store in a row after which the rest waits for the next scan: it is not one drop's matter then.</summary>
    private const int MostFailuresOfTheStore = 3;

    /// <summary>How long one scan may take; far below the Functions host's limit of 10 minutes. The next one goes on.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private readonly SemaphoreSlim _scanning = new(1);

    /// <returns>How many were accepted.</returns>
    /// <exception cref="StorageUnavailableException">The store failed with some of them; the others were taken in.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await _scanning.WaitAsync(cancellationToken);
        try
        {
            var (accepted, until) = (0, clock.GetUtcNow() + Longest);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var (whole, failedInARow, first) = (true, 0, (Exception?)null);
            await foreach (var drop in drops.ListAsync(cancellationToken))
            {
                whole = clock.GetUtcNow() <= until && failedInARow < MostFailuresOfTheStore;
                if (!whole) break;
                seen.Add(drop.Path.Value);
                try
                {
                    if (await TryAsync(drop, cancellationToken)) accepted++;
                    failedInARow = 0;
                }
                catch (Exception failure) when (failure is StorageUnavailableException or IOException or DamagedException)
                {
                    if (failure is not DamagedException) failedInARow++; // a damaged round is not the store's failure, nor the drop's
                    first ??= failure;
                }
            }
            if (whole) waiting.KeepOnly(seen);
            if (first is not null) ExceptionDispatchInfo.Throw(first);
            return accepted;
        }
        finally
        {
            _scanning.Release();
        }
    }

    public void Dispose() => _scanning.Dispose();

    /// <summary>A bug that one drop brings out: counted, and after some tries the drop is given up.</summary>
    private async Task<bool> TryAsync(Drop drop, CancellationToken cancellationToken)
    {
        try
        {
            return await service.TakeInAsync(drop, cancellationToken);
        }
        catch (Exception failure) when (
            failure is not (StorageUnavailableException or IOException or DamagedException) && !cancellationToken.IsCancellationRequested)
        {
            Failed(logger, failure, drop.Reference);
            if (waiting.CountFailure(drop) >= MostTries) await AbandonAsync(drop, cancellationToken);
            return false;
        }
    }

    /// <summary>Gives a drop up. If the program fails at that too, it is at least left alone until the next start, and the coordinator hears of it.</summary>
    private async Task AbandonAsync(Drop drop, CancellationToken cancellationToken)
    {
        instruments.Poisoned();
        try
        {
            await service.AbandonAsync(drop, cancellationToken);
        }
        catch (Exception failure) when (failure is not (StorageUnavailableException or IOException) && !cancellationToken.IsCancellationRequested)
        {
            Failed(logger, failure, drop.Reference);
            waiting.Add(drop, DropFindings.Abandoned.At(Place.InFile(drop.Path.Value)), DropStanding.Refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The drop {Reference} could not be taken in")]
    private static partial void Failed(ILogger logger, Exception failure, string reference);
}
