using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Http;

/// <param name="Status"><c>ok</c>, or <c>unusable</c> when nothing can be kept.</param>
/// <param name="Revision">The source revision of this build; absent when it was built outside a repository.</param>
/// <param name="Findings">What is wrong or noteworthy about the configuration, the store and what was dropped.</param>
internal sealed record HealthAnswer(
    string Status, string Version, string? Revision, StorageAnswer Storage, TickAnswer Tick, MailAnswer Mail,
    IReadOnlyList<FindingAnswer> Findings);

/// <param name="Kind"><c>local</c>, <c>azure</c>, or <c>none</c> when the settings name no store.</param>
internal sealed record StorageAnswer(string Kind, bool Usable);

/// <param name="EverySeconds">How often a tick should come.</param>
/// <param name="LastDone">When one was last done, by whichever instance; absent before the first and where the store can't say.</param>
/// <param name="LagSeconds">How long one has been overdue, 0 if none is; absent as long as <paramref name="LastDone"/> is.</param>
internal sealed record TickAnswer(int EverySeconds, DateTimeOffset? LastDone, long? LagSeconds);

/// <param name="Configured">Whether there is a way out for mails; without one they wait in the log.</param>
/// <param name="Backlog">Mails that wait; absent where the store can't say.</param>
internal sealed record MailAnswer(bool Configured, int? Backlog);

/// <summary><c>GET /api/health</c>: 503 only if the storage can't be used; everything else is listed with 200.</summary>
internal static class HealthEndpoint
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder api)
    {
        api.MapGet("/health", AnswerAsync).AllowAnonymous()
            .Tell("สภาพของระบบ", "How the program is").Produces<HealthAnswer>().Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, TimeProvider clock, CancellationToken cancellationToken)
    {
        var health = await Health.LookAsync(context.RequestServices, cancellationToken);
        var lag = health.LastTick is null ? (long?)null : (long)health.Tick.LagAt(clock.GetUtcNow(), health.LastTick).TotalSeconds;
        var answer = new HealthAnswer(
            health.IsUsable ? "ok" : "unusable", ProgramVersion.Number, ProgramVersion.Revision, new(health.Storage, health.IsUsable),
            new((int)health.Tick.Every.TotalSeconds, health.LastTick, lag), new(health.HasMailWay, health.MailsWaiting), [.. health.Findings.Select(FindingAnswer.Of)]);
        return TypedResults.Json(answer, ApiJson.Readable.HealthAnswer, statusCode: health.IsUsable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
