using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The head's page of a round, where the head's link leads: to read, and to approve or return, without going anywhere else.</summary>
internal static class HeadPages
{
    public static void MapHeadPage(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/rounds/{round}/head", ShowAsync).RequireAuthorization(Policies.Round);

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, Caller caller, RoundLog log, VaultContent content, ResultsService results, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var now = PageTime.EndOf(day) ?? clock.GetUtcNow();
        var offer = new DecisionOffer(found, caller, now, FormToken.Of(context), PageAddress.Head(found.Id.Value), isPast: day is not null);
        var cards = ResultsService.Score(await results.SnapshotAsync(found, cancellationToken), null);
        var card = cards.Length == 1 ? cards[0] : null;
        return PageAnswer.Of<HeadPage>(new HeadView(
            await new SigningDecisions(offer, new(found, content)).ViewAsync(now, cancellationToken),
            RoundView.Of(found.Rules, found.State, now, installation.IsSample))
        {
            IsSample = installation.IsSample,
            AsOf = day,
            At = now,
            Live = PageAddress.Live(PageAddress.Round(found.Id.Value), found.State.Sequence),
            InRound = found.Id.Value,
            Trail = LinksView.TrailOf(found),
            IsAwaited = found.State.ApprovalUnder(found.Rules).Stage == ApprovalStage.Requested,
            Card = card,
            Chart = card is null ? null : ScoresView.ChartOf(found.Rules, card),
            Ahead = found.State.Dispatch is not null ? [] : [.. SeasonSteps.Of(found.State, found.Rules, now).Where(s => s.Kind >= SeasonStepKind.Choices && s.Kind <= SeasonStepKind.Dispatch && s.Standing != StepStanding.Done)],
        });
    }
}
