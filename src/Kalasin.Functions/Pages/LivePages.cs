using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Rounds;
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

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Milliseconds after which a browser takes a line up again: one that had its place, and one that came beyond the places and was told once.</summary>
    private const int Retry = 3_000, RetryBeyond = 30_000;

    public static void MapLivePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/live", (string round, Line line, TickService tick, Shown? after = null) =>
            line.TellAsync(round, found => new(found.State.Sequence, tick.RunningSince(found.Id, StepKind.Compile) is not null), after ?? default)).RequireAuthorization(Policies.Round);
        pages.MapGet("/rounds/{round}/units/{unit}/live", (string round, string unit, Line line, Shown? after = null) =>
            line.TellAsync(round, found => new(NewestOf(found, unit), false), after ?? default)).RequireAuthorization(Policies.Unit);
    }

    /// <summary>What a unit's page has shown: its newest delivery.</summary>
    public static long NewestOf(OpenedRound round, string unit) =>
        round.UnitOf(unit) is { } known ? round.State.Deliveries.LastOrDefault(d => d.Unit == known.Code)?.Receipt.Value ?? 0 : 0;

    /// <summary>
    /// What a page shows. Its text is what a page asks after, and the id of the event that told it: a browser that takes a line up again says by that what it was told last.
    /// </summary>
    /// <param name="Newest">Number of what came last.</param>
    /// <param name="IsBusy">Whether something is under way.</param>
    internal readonly record struct Shown(long Newest, bool IsBusy)
    {
        private const string Busy = "b";

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Newest}{(IsBusy ? Busy : "")}");

        public static bool TryParse(string? text, out Shown shown)
        {
            var isBusy = text?.EndsWith(Busy, StringComparison.Ordinal) == true;
            var isNumber = long.TryParse(isBusy ? text![..^Busy.Length] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var newest);
            shown = new(newest, isNumber && isBusy);
            return isNumber;
        }
    }

    /// <summary>What a line needs.</summary>
    internal sealed record Line(HttpContext Context, RoundLog Log, LiveLines Lines, IHostApplicationLifetime Life, TimeProvider Clock)
    {
        public static ValueTask<Line> BindAsync(HttpContext context)
        {
            var services = context.RequestServices;
            return ValueTask.FromResult(new Line(
                context, services.GetRequiredService<RoundLog>(), services.GetRequiredService<LiveLines>(), services.GetRequiredService<IHostApplicationLifetime>(),
                services.GetRequiredService<TimeProvider>()));
        }

        public async Task<IResult> TellAsync(string round, Func<OpenedRound, Shown> look, Shown shown)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Context.RequestAborted, Life.ApplicationStopping);
            try
            {
                if (await Log.FindAsync(round, end.Token) is not { } first) return RoundEndpoints.Unknown(round);
                if (Shown.TryParse(Context.Request.Headers["Last-Event-ID"], out var told) && told.Newest >= shown.Newest) shown = told;
                var asksForEvents = Context.Request.Headers.Accept.Any(a => a?.Contains(Events, StringComparison.Ordinal) == true);
                using var place = asksForEvents ? Lines.Enter(Caller.Of(Context.User)!) : null;
                await TellAsync(first, look, shown, place is null ? TimeSpan.Zero : Longest, asksForEvents && place is null ? RetryBeyond : Retry, end.Token);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                // The reader has gone, or the program goes.
            }
            return Results.Empty;
        }

        private async Task TellAsync(OpenedRound first, Func<OpenedRound, Shown> look, Shown shown, TimeSpan longest, int retry, CancellationToken end)
        {
            (Context.Response.ContentType, Context.Response.Headers.CacheControl) = (Events, "no-store");
            var (began, spoke) = (Clock.GetTimestamp(), Clock.GetTimestamp());
            await SayAsync($"retry: {retry}\n\n", end);
            for (OpenedRound? found = first; ; found = await Lines.LookAsync(first.Id.Value, end))
            {
                if (found is not null && look(found) is var now && (now.Newest > shown.Newest || now.IsBusy != shown.IsBusy))
                {
                    shown = now with { Newest = Math.Max(now.Newest, shown.Newest) };
                    await SayAsync($"id: {shown}\ndata: {shown.Newest}\n\n", end);
                    spoke = Clock.GetTimestamp();
                }
                else if (Clock.GetElapsedTime(spoke) >= Heartbeat)
                {
                    await SayAsync($":\n\n", end);
                    spoke = Clock.GetTimestamp();
                }
                if (Clock.GetElapsedTime(began) >= longest) break;
                await Task.Delay(LiveLines.Pace, end);
            }
        }

        private async Task SayAsync(FormattableString text, CancellationToken cancellationToken)
        {
            await Context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(FormattableString.Invariant(text)), cancellationToken);
            await Context.Response.Body.FlushAsync(cancellationToken);
        }
    }
}
