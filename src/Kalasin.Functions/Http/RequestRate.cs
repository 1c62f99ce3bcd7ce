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
internal static class RequestRate
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const int SecondsOfMinute = 60;

    public static IServiceCollection AddRequestRate(this IServiceCollection services, AccessSettings settings) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, settings));
        options.OnRejected = (rejected, _) => new(AnswerAsync(rejected));
    });

    public static IApplicationBuilder UseRequestRate(this IApplicationBuilder app) => app.UseRateLimiter();

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

    private static Task AnswerAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > Second ? (int)Math.Ceiling(told.TotalSeconds) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problem.TooMany.WriteAsync(rejected.HttpContext, AccessFindings.TooManyRequests.At(Place.Nowhere, ThaiNumerals.Number(wait)));
    }
}
