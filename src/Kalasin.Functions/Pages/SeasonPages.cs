using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's page of a season: each step with the way to where it is done.</summary>
internal static class SeasonPages
{
    public static void MapSeasonPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/season", ShowAsync).RequireAuthorization(Policies.Coordinate);
        pages.MapPost("/rounds/{round}/compile", CompileNow.DoAsync).RequireAuthorization(Policies.Coordinate);
    }

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, Caller caller, RoundLog log, Installation installation, TimeProvider clock, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var now = PageTime.EndOf(day) ?? clock.GetUtcNow();
        // Once the report has left, what is still owed changes it no longer.
        var owing = found.State.Dispatch is null ? Batches.Recipients(found, new(MailPurpose.Reminder, [])).ToList() : [];
        return PageAnswer.Of<SeasonPage>(new SeasonView(RoundView.Of(found.Rules, found.State, now, installation.IsSample) with { PoliteEnding = installation.PoliteEnding })
        {
            IsSample = installation.IsSample,
            AsOf = day,
            At = now,
            Live = PageAddress.Live(PageAddress.Round(found.Id.Value), found.State.Sequence, isBusy: CompileNow.SinceOf(found, context) is not null),
            InRound = found.Id.Value,
            Trail = LinksView.TrailOf(found),
            Steps = SeasonSteps.Of(found.State, found.Rules, now),
            Compile = CompileNow.Of(found, caller, now, day, context, PageAddress.Season(found.Id.Value)),
            Owing = owing.Count,
            Reminded = owing.Count(u => u.Email is not null),
            Token = FormToken.Of(context),
            Key = Guid.NewGuid().ToString("N"),
        });
    }
}
