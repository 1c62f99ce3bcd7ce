using System.Threading.RateLimiting;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Admits deliveries to be read, so that what is read at once fits into memory. Every one is first read within little, some
/// side by side; forms that people fill in need no more. One that asks for more is read again in the one large place, so that
/// nobody small waits behind it. Whoever waits does so in order and not without end.
/// </summary>
internal sealed class ReadingRoom(TimeProvider clock) : IDisposable
{
    /// <summary>Some 6,000 rows of a register, and 3 seconds of a processor.</summary>
    private static readonly IntakeLimits Little = IntakeLimits.Default with { Memory = 16 << 20, Steps = 300_000_000, DeliverySteps = 300_000_000 };

    /// <summary>Far below the time after which a sender's connection, or the one before us, gives up.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ConcurrencyLimiter _little = Places(4, waiting: 64);
    private readonly ConcurrencyLimiter _large = Places(1, waiting: 16);

    /// <summary>Reads a delivery and does with it what is to be done while it takes memory.</summary>
    /// <param name="read">Reads it within limits; called a second time with larger ones if it asks for more.</param>
    /// <param name="use">What is done with it. The place is free again when this is over.</param>
    /// <exception cref="ReadingBusyException">Too many wait, or it had to wait for too long; nothing was done.</exception>
    public async Task<T> ReadAsync<T>(Func<IntakeLimits, Task<IntakeResult>> read, Func<IntakeResult, Task<T>> use, CancellationToken cancellationToken)
    {
        using (await EnterAsync(_little, cancellationToken))
        {
            var result = await read(Little);
            if (!result.AsksForMore) return await use(result);
        }
        using (await EnterAsync(_large, cancellationToken))
        {
            try
            {
                return await ReadAsync(IntakeLimits.Default, read, use);
            }
            finally
            {
                // The next one may come in when this one's memory is free, not when the runtime gets round to it; and free it is only
                // when those who read it, and still stand on the stack below, have returned.
                await Task.Yield();
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            }
        }
    }

    /// <summary>Reads what is small by its kind, such as tables of rules and sheets of a ranking: within little, and never with more.</summary>
    /// <exception cref="ReadingBusyException">Too many wait, or it had to wait for too long; nothing was done.</exception>
    public async Task<T> ReadSmallAsync<T>(Func<IntakeLimits, Task<T>> read, CancellationToken cancellationToken)
    {
        using (await EnterAsync(_little, cancellationToken)) return await read(Little);
    }

    public void Dispose()
    {
        _little.Dispose();
        _large.Dispose();
    }

    /// <summary>Apart, so that nothing of what was read is held when it is over.</summary>
    private static async Task<T> ReadAsync<T>(IntakeLimits limits, Func<IntakeLimits, Task<IntakeResult>> read, Func<IntakeResult, Task<T>> use) =>
        await use(await read(limits));

    private static ConcurrencyLimiter Places(int places, int waiting) =>
        new(new() { PermitLimit = places, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private async Task<RateLimitLease> EnterAsync(ConcurrencyLimiter places, CancellationToken cancellationToken)
    {
        using var wait = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
        try
        {
            var place = await places.AcquireAsync(1, either.Token);
            if (place.IsAcquired) return place;
            place.Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Waited for too long.
        }
        throw new ReadingBusyException();
    }
}

/// <summary>So much is being read that this can't be read now; nothing of it was kept or recorded, and it may come again.</summary>
internal sealed class ReadingBusyException() : Exception(RoundServiceFindings.ReadingBusy.Code)
{
    public Finding Finding { get; } = RoundServiceFindings.ReadingBusy.At(Place.Nowhere);
}
