using System.Globalization;
using System.Text;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>
/// Tells an open page that there is something newer, by server-sent events: only that, what it is the page asks for as it did at first. Says
/// something before a host takes silence for a dead line, and ends by itself before a host cuts what is long; the browser takes it up again.
/// Whoever doesn't ask for events is told once how things stand.
/// </summary>
internal static class LivePages
{
    private const string Events = "text/event-stream";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Lines that stay open at a time: each looks into the log every other second. One that comes beyond them is told once, and its browser asks again.</summary>
    private const int MostOpen = 300;

    private static int _open;

    public static void MapLivePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/live", (string round, HttpContext context, RoundLog log, IHostApplicationLifetime life, TimeProvider clock, long after = 0) =>
            TellAsync(round, found => found.State.Sequence, after, context, log, life, clock)).RequireAuthorization(Policies.Round);
        pages.MapGet("/rounds/{round}/units/{unit}/live", (string round, string unit, HttpContext context, RoundLog log, IHostApplicationLifetime life, TimeProvider clock, long after = 0) =>
            TellAsync(round, found => NewestOf(found, unit), after, context, log, life, clock)).RequireAuthorization(Policies.Unit);
    }

    /// <summary>What a unit's page has shown: its newest delivery.</summary>
    public static long NewestOf(OpenedRound round, string unit) =>
        round.UnitOf(unit) is { } known ? round.State.Deliveries.LastOrDefault(d => d.Unit == known.Code)?.Receipt.Value ?? 0 : 0;

    private static async Task<IResult> TellAsync(
        string round, Func<OpenedRound, long> newest, long after, HttpContext context, RoundLog log, IHostApplicationLifetime life, TimeProvider clock)
    {
        var hasPlace = Interlocked.Increment(ref _open) <= MostOpen;
        try
        {
            var asksForEvents = context.Request.Headers.Accept.Any(a => a?.Contains(Events, StringComparison.Ordinal) == true);
            return await TellForAsync(asksForEvents && hasPlace ? Longest : TimeSpan.Zero, round, newest, after, context, log, life, clock);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async Task<IResult> TellForAsync(
        TimeSpan longest, string round, Func<OpenedRound, long> newest, long after, HttpContext context, RoundLog log, IHostApplicationLifetime life, TimeProvider clock)
    {
        if (long.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var told)) after = Math.Max(after, told);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        if (await log.FindAsync(round, end.Token) is null) return RoundEndpoints.Unknown(round);
        var response = context.Response;
        (response.ContentType, response.Headers.CacheControl) = (Events, "no-store");
        var (began, spoke) = (clock.GetTimestamp(), clock.GetTimestamp());
        try
        {
            await SayAsync(response, "retry: 3000\n\n", end.Token);
            while (true)
            {
                if (await log.FindAsync(round, end.Token) is { } found && newest(found) is var now && now > after)
                {
                    after = now;
                    await SayAsync(response, string.Create(CultureInfo.InvariantCulture, $"id: {now}\ndata: {now}\n\n"), end.Token);
                    spoke = clock.GetTimestamp();
                }
                else if (clock.GetElapsedTime(spoke) >= Heartbeat)
                {
                    await SayAsync(response, ":\n\n", end.Token);
                    spoke = clock.GetTimestamp();
                }
                if (clock.GetElapsedTime(began) >= longest) break;
                await Task.Delay(Look, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader has gone, or the program goes.
        }
        return Results.Empty;
    }

    private static async Task SayAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
