using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The pages under <c>/app/</c>.</summary>
internal static class PageEndpoints
{
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder app, Settings settings)
    {
        // Under the Functions host the root is the host's own, and its polls at start must stay cheap.
        if (!settings.UnderFunctionsHost) app.MapGet("/", () => TypedResults.Redirect(PageAddress.Home)).AllowAnonymous();
        var pages = app.MapGroup("/app").AnswerHead();
        var reading = pages.MapGroup("").RequireAuthorization(Policies.Round);
        pages.MapGet("/", HomeAsync).RequireAuthorization(Policies.Known);
        reading.MapGet("/rounds", () => TypedResults.Redirect(PageAddress.Home));
        reading.MapGet("/rounds/{round}", RoundAsync);
        reading.MapGet("/rounds/{round}/scores", ScoresAsync);
        pages.MapOpeningPages();
        pages.MapUnitPage();
        pages.MapLanguage();
        pages.MapLivePages();
        pages.MapSignIn(settings.Access);
        pages.MapLinkPages();
        pages.MapDecisionPages();
        pages.MapLogPage();
        pages.MapReturnPage();
        pages.MapWhatIfPage();
        pages.MapSeasonPage();
        pages.MapHeadPage();
        pages.MapSigningPages();
        pages.MapContactsPages();
        pages.MapRuleEditPages();
        pages.MapFrameworkPages();
        reading.MapGet("/rounds/{round}/rules", RulesPages.ShowAsync);
        pages.MapMailPages();
        pages.MapRankingPages();
        pages.MapInstallationPage();
        pages.MapGet("/assets/{tag}/{name}", PageAssets.Serve).AllowAnonymous();
        return app;
    }

    /// <summary>The list of rounds; with one alone, straight to it.</summary>
    private static async Task<IResult> HomeAsync(
        HttpContext context, Caller caller, RoundLog log, LinkDoor door, Rulebook rulebook, WaitingDrops drops, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, bool all = false)
    {
        if (caller.Round is not null || caller.Actor.Role == ActorRole.UnitOfficer)
            return await DoorsAsync(context, caller, log, door, installation, cancellationToken);
        var rounds = ImmutableArray.CreateBuilder<RoundView>();
        var damaged = ImmutableArray.CreateBuilder<Finding>();
        foreach (var id in await log.ListAsync(cancellationToken))
        {
            var (round, damage) = await log.FindOrSayAsync(id, cancellationToken);
            if (damage is not null) damaged.Add(damage);
            else if (round is not null) rounds.Add(RoundView.Of(round.Rules, round.State, clock.GetUtcNow(), installation.IsSample));
        }
        return rounds is [var only] && damaged.Count == 0 && !all
            ? TypedResults.Redirect(PageAddress.Round(only.Id))
            : PageAnswer.Of<RoundsPage>(new RoundsView
            {
                IsSample = installation.IsSample,
                Rounds = rounds.ToImmutable(),
                Damaged = damaged.ToImmutable(),
                Frameworks = await rulebook.FrameworksAsync(cancellationToken),
                Waiting = [.. drops.Details],
                Token = FormToken.Of(context),
            });
    }

    /// <summary>Whoever isn't everywhere is led to their own page; with several, they choose.</summary>
    private static async Task<IResult> DoorsAsync(
        HttpContext context, Caller caller, RoundLog log, LinkDoor door, Installation installation, CancellationToken cancellationToken)
    {
        var doors = ImmutableArray.CreateBuilder<Crumb>();
        if (caller.Round is null) await AddAsync(await log.ListAsync(cancellationToken), caller);
        else foreach (var held in await door.HeldAsync(context, null)) await AddAsync([held.Round!.Value], held);
        return doors is [var only]
            ? TypedResults.Redirect(only.Address)
            : PageAnswer.Of<DoorsPage>(new DoorsView(doors.ToImmutable()) { IsSample = installation.IsSample });

        async Task AddAsync(IEnumerable<RoundId> rounds, Caller who)
        {
            foreach (var id in rounds)
            {
                if (await log.FindOrSayAsync(id, cancellationToken) is not ({ } round, _)) continue;
                var unit = who.Actor.Role == ActorRole.UnitOfficer ? round.UnitOf(who.Actor.Id) : null;
                if (who.Actor.Role == ActorRole.UnitOfficer && unit is null) continue;
                var title = round.Rules.Framework.Title;
                doors.Add(new(
                    unit is null ? title : new($"{unit.Name.Thai} – {title.Thai}", $"{unit.Name.English} – {title.English}"),
                    LinkPages.DoorOf(who, id)));
            }
        }
    }

    private static async Task<IResult> RoundAsync(
        string round, HttpContext context, Caller caller, RoundLog log, VaultContent content, WaitingDrops drops, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var now = PageTime.EndOf(day) ?? clock.GetUtcNow();
        var offer = new DecisionOffer(found, caller, now, FormToken.Of(context), PageAddress.Round(found.Id.Value), isPast: day is not null);
        var (decisions, since) = (new RoundDecisions(offer, new(found, content)), day is null ? CompileNow.SinceOf(found, context) : null);
        var view = RoundView.Of(found.Rules, found.State, now, installation.IsSample) with
        {
            Waiting = [.. drops.Details], AsOf = day, At = now, CompilingSince = since, PoliteEnding = installation.PoliteEnding,
            Live = PageAddress.Live(PageAddress.Round(found.Id.Value), found.State.Sequence, isBusy: since is not null), Arrivals = ChartView.Of(language => ArrivalsChart.Of(found.Rules, RoundStatus.Of(found.State, found.Rules), language)),
        };
        return PageAnswer.Of<RoundPage>(await decisions.AddToAsync(view, cancellationToken));
    }

    private static async Task<IResult> ScoresAsync(
        string round, HttpContext context, Caller caller, RoundLog log, ResultsService results, JumpService jumps, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var offer = new DecisionOffer(
            found, caller, PageTime.EndOf(day) ?? clock.GetUtcNow(), FormToken.Of(context), PageAddress.Scores(found.Id.Value), isPast: day is not null);
        var earlier = await jumps.EarlierAsync(found, cancellationToken) is { } last
            ? new EarlierScores(last.Rules, ResultsService.Score(await results.SnapshotAsync(last, cancellationToken), null)) : null;
        var telling = await new LogTelling(found, results).WithRowsAsync(
            found.State.Duplicates.SelectMany(d => new[] { d.Key.First, d.Key.Second }.Select(row => (d.Value.By.Number, d.Key.Indicator, row))), cancellationToken);
        return PageAnswer.Of<ScoresPage>(
            ScoresView.Of(await results.SnapshotAsync(found, cancellationToken), new(offer, telling), installation.IsSample) with
            {
                AsOf = day, At = clock.GetUtcNow(), Earlier = earlier,
            });
    }
}

/// <summary>After a post: the browser gets the next page, and reloading that sends nothing again.</summary>
internal sealed class SeeOther : IResult
{
    private readonly string address;

    private SeeOther(string address) => this.address = address;

    public static IResult To(string address) => new SeeOther(address);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
