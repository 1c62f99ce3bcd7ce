using System.Threading.RateLimiting;

namespace Kalasin.Functions.Access;

/// <summary>
/// How often somebody may try the password: five times at once from one place, then once in half a minute; thirty times at once from
/// everywhere together, then once in five seconds. One try is checked at a time, since each costs the processor on purpose.
/// </summary>
internal sealed class SignInRate : IDisposable
{
    private const int Tries = 5;

    /// <summary>Tries of all places together before they wait.</summary>
    internal const int TriesOfAll = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>After which all of them have one more.</summary>
    internal static readonly TimeSpan PauseOfAll = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, int>(context => RateLimitPartition.GetTokenBucketLimiter(
            ClientAddress.ShareOf(context, underFunctionsHost: false), _ => Bucket(Tries, Pause))),
        PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetTokenBucketLimiter(0, _ => Bucket(TriesOfAll, PauseOfAll))));

    /// <summary>How long whoever is refused should wait.</summary>
    public static TimeSpan Wait => Pause;

    /// <returns>Null if it was tried too often; otherwise what the try comes to.</returns>
    public async Task<bool?> TryAsync(HttpContext context, Func<Task<bool>> tryAsync)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (!lease.IsAcquired) return null;
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            return await tryAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        limiter.Dispose();
        turn.Dispose();
    }

    private static TokenBucketRateLimiterOptions Bucket(int tokens, TimeSpan pause) =>
        new() { TokenLimit = tokens, TokensPerPeriod = 1, ReplenishmentPeriod = pause, QueueLimit = 0 };
}
