using System.Globalization;
using System.Threading.RateLimiting;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Kalasin.Functions.Http;

/// <summary>
/// How often somebody may ask: a bucket for each who is known, and one for the strangers of a place. What is remembered stays small: known
/// ones were let in by somebody, and places are a fixed number of shares. Whoever sits at the machine, drops, ticks and the worker
/// are not counted.
/// </summary>
/// <remarks>The framework's own middleware is not used: it never ends the timers of its limiters, so a service that has stopped would tick on and stay in memory (decision 0069).</remarks>
internal sealed class RequestRate(AccessSettings settings) : IDisposable
{
    private const int SecondsOfMinute = 60;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, settings));

    /// <summary>Asks the next one, or answers that it is too often.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }
        using var lease = limiter.AttemptAcquire(context);
        await (lease.IsAcquired ? next(context) : AnswerAsync(context, lease));
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<string> PartitionOf(HttpContext context, AccessSettings settings)
    {
        var caller = Caller.Of(context.User);
        if (caller == Caller.AtTheMachine) return RateLimitPartition.GetNoLimiter("");
        return caller is not null
            ? RateLimitPartition.GetTokenBucketLimiter($"{caller.Actor.Role}/{caller.Actor.Id}/{caller.Round}", _ => Bucket(settings.RequestsOfCaller))
            : RateLimitPartition.GetTokenBucketLimiter(
                $"{ClientAddress.ShareOf(context, settings.UnderFunctionsHost)}", _ => Bucket(settings.RequestsOfStranger));
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) =>
        new() { TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / SecondsOfMinute), ReplenishmentPeriod = Second, QueueLimit = 0 };

    private static Task AnswerAsync(HttpContext context, RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > Second ? (int)Math.Ceiling(told.TotalSeconds) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problem.TooMany.WriteAsync(context, AccessFindings.TooManyRequests.At(Place.Nowhere, ThaiNumerals.Number(wait)));
    }
}

/// <summary>Where <see cref="RequestRate"/> stands in a service.</summary>
internal static class RequestRateSetup
{
    public static IServiceCollection AddRequestRate(this IServiceCollection services, AccessSettings settings) => services.AddSingleton(_ => new RequestRate(settings));

    /// <summary>After routing and after it is known who asks.</summary>
    public static IApplicationBuilder UseRequestRate(this IApplicationBuilder app)
    {
        var rate = app.ApplicationServices.GetRequiredService<RequestRate>();
        return app.Use(next => context => rate.PassAsync(context, next));
    }
}
