using Kalasin.Evaluation;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Ticks;

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

    private static async Task<IResult> AnswerAsync(
        HttpContext context, IStorage storage, Settings settings, MailWay way, TickPace pace, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await storage.CheckAsync(cancellationToken);
        var usable = found.All(f => f.Severity != Severity.Error);
        var done = usable ? await storage.TickMark.ReadAsync(cancellationToken) : null;
        if (done is { } last) context.RequestServices.GetRequiredService<ClockWatch>().See(last);
        if (usable) found = [.. found, .. await context.RequestServices.GetRequiredService<RoundsHealth>().LookAsync(cancellationToken)];
        var tick = new TickAnswer((int)pace.Every.TotalSeconds, done, done is null ? null : (long)pace.LagAt(clock.GetUtcNow(), done).TotalSeconds);
        var outbox = usable ? context.RequestServices.GetRequiredService<Outbox>() : null; // without a store there is none to look through
        var mails = outbox is null ? null : await outbox.OpenAsync(cancellationToken);
        if (usable) found = [.. found, .. await context.RequestServices.GetRequiredService<MailboxWatch>().FindingsAsync(cancellationToken)];
        var answer = new HealthAnswer(
            usable ? "ok" : "unusable", ProgramVersion.Number, ProgramVersion.Revision, new(storage.Kind, usable), tick,
            new(way.Transport is not null, mails?.Count(mail => mail.Waits)),
            [.. settings.Findings.Concat(found).Concat(outbox?.Findings(mails!) ?? []).Select(FindingAnswer.Of)]);
        return TypedResults.Json(answer, ApiJson.Readable.HealthAnswer, statusCode: usable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
