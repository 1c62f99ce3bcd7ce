using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The pages of rankings.</summary>
internal static class RankingPages
{
    public static void MapRankingPages(this IEndpointRouteBuilder pages)
    {
        var reading = pages.MapGroup("/rankings").RequireAuthorization(Policies.Rankings);
        reading.MapGet("", ListAsync);
        reading.MapGet("/{framework}", ShowAsync);
        reading.MapGet("/{framework}/{entrant}", ShowEntrantAsync);
        var ranking = pages.MapGroup("/rankings/{framework}").RequireAuthorization(Policies.Rank);
        ranking.MapPost("", EnterAsync).WithMetadata(BodyLimit.Upload);
        ranking.MapPost("/{entrant}", WithdrawAsync);
        pages.MapPost("/rankings/{framework}/final", PublishFinalAsync).RequireAuthorization(Policies.Coordinate);
    }

    private static async Task<IResult> ListAsync(Rulebook rulebook, RankingService rankings, Installation installation, CancellationToken cancellationToken)
    {
        var lines = new List<(Framework, int)>();
        foreach (var framework in await rulebook.FrameworksAsync(cancellationToken)) lines.Add((framework, await rankings.CountAsync(framework, cancellationToken)));
        return PageAnswer.Of<RankingsPage>(new RankingsView
        {
            Rankings = lines, IsSample = installation.IsSample, Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home)],
        });
    }

    private static async Task<IResult> ShowAsync(
        string framework, HttpContext context, Caller caller, RankingService rankings, FinalPlans finals, CancellationToken cancellationToken,
        string? q = null, string? of = null, string? province = null, string? group = null, string? next = null)
    {
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found) return Problem.NotFound.With();
        return RankingView.Of(found, q, of, province, group, next) is { } view
            ? PageAnswer.Of<RankingPage>(For(view, found, caller, context) with { Finals = await finals.OfAsync(found, cancellationToken), Plans = caller.Actor.IsCoordinator })
            : Paging.Unknown;
    }

    /// <summary>Publishes the plan of a final with those that the ranking lets enter; the round is opened as any is.</summary>
    private static async Task<IResult> PublishFinalAsync(
        string framework, HttpContext context, Caller caller, RankingService rankings, FinalPlans finals, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found) return Problem.NotFound.With();
        if (!RoundId.TryParse(fields["round"], out var round) || await finals.MakeAsync(round, cancellationToken) is not { } made) return Problem.NotFound.With();
        if (made.Value is not { } plan) return await AgainAsync(made.Findings);
        if (!StatedTexts.TryState(fields["reason"], out var why)) return await AgainAsync([RulesEndpoints.NoReason]);
        return await rulebook.PublishAsync(plan, why, caller.Actor, cancellationToken) is Refuse refusal ? await AgainAsync(refusal.Findings) : SeeOther.To(PageAddress.Home);

        async Task<IResult> AgainAsync(ImmutableArray<Finding> findings) => PageAnswer.Of<RankingPage>(
            For(RankingView.Of(found)!, found, caller, context) with { Said = findings, Finals = await finals.OfAsync(found, cancellationToken), Plans = true }, Problem.NotAccepted.Status);
    }

    private static async Task<IResult> ShowEntrantAsync(
        string framework, string entrant, HttpContext context, Caller caller, RankingService rankings, CancellationToken cancellationToken, string? next = null)
    {
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found || !found.SentOf(entrant).Any()) return Problem.NotFound.With();
        return RankedEntrantView.Of(found, entrant, next) is { } view ? PageAnswer.Of<RankedEntrantPage>(For(view, found, caller, context)) : Paging.Unknown;
    }

    private static async Task<IResult> EnterAsync(string framework, HttpContext context, Caller caller, RankingService rankings, CancellationToken cancellationToken)
    {
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found) return Problem.NotFound.With();
        await using var upload = await FileForm.ReadAsync(context.Request, rankings.VaultOf(found.Framework), RankingEndpoints.Limits, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        if (upload.Refusal is { } problem) return Again(found, [.. upload.Findings], null, problem.Status);
        var (refusal, files) = await rankings.EnterAsync(found.Framework, upload.Files, dryRun: false, caller.Actor, cancellationToken);
        if (refusal is not null) return Again(found, refusal.Findings, null, Problem.NotAccepted.Status);
        ImmutableArray<Finding> said = [.. upload.Findings, .. files.SelectMany(f => f.Findings)];
        var taken = files.Sum(f => f.Entrants.Length);
        // What was found in a file that was taken is worth reading once: the page says it instead of moving on.
        return taken > 0 && said.IsEmpty
            ? SeeOther.To(PageAddress.Ranking(found.Framework.Id.Value))
            : Again((await rankings.FindAsync(framework, cancellationToken))!, said, taken, taken > 0 ? StatusCodes.Status200OK : Problem.NotAccepted.Status);

        IResult Again(OpenedRanking now, ImmutableArray<Finding> findings, int? count, int status) =>
            PageAnswer.Of<RankingPage>(For(RankingView.Of(now)!, now, caller, context) with { Said = findings, TakenIn = count }, status);
    }

    private static async Task<IResult> WithdrawAsync(
        string framework, string entrant, HttpContext context, Caller caller, RankingService rankings, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found || !found.SentOf(entrant).Any()) return Problem.NotFound.With();
        if (!StatedTexts.TryState(fields["reason"], out var why)) return Again([RulesEndpoints.NoReason]);
        return await rankings.WithdrawAsync(found.Framework, entrant, why, caller.Actor, cancellationToken) is Refuse refusal
            ? Again(refusal.Findings)
            : SeeOther.To(PageAddress.RankedEntrant(found.Framework.Id.Value, entrant));

        IResult Again(ImmutableArray<Finding> findings) =>
            PageAnswer.Of<RankedEntrantPage>(For(RankedEntrantView.Of(found, entrant)!, found, caller, context) with { Findings = findings }, Problem.NotAccepted.Status);
    }

    private static RankingView For(RankingView view, OpenedRanking ranking, Caller caller, HttpContext context) =>
        view with { MayRank = RankingService.Objection(ranking.Framework, caller.Actor) is null, Token = FormToken.Of(context) };

    private static RankedEntrantView For(RankedEntrantView view, OpenedRanking ranking, Caller caller, HttpContext context) =>
        view with { MayRank = RankingService.Objection(ranking.Framework, caller.Actor) is null, Token = FormToken.Of(context) };
}
