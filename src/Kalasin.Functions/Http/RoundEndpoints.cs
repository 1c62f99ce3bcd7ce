using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Ticks;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds</c> and <c>tick</c>.</summary>
internal static class RoundEndpoints
{
    public static IEndpointRouteBuilder MapRounds(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("/rounds").RequireAuthorization(Policies.Round);
        reading.MapGet("", ListAsync).Tell("รอบการประเมิน", "The rounds").Tagged<ListAnswer<RoundLine>>();
        reading.MapGet("/{round}", ShowAsync).Tell("สถานะของรอบ", "The state of a round").Tagged<RoundAnswer>();
        reading.MapGet("/{round}/rules", ShowRulesAsync).Tell("กติกาที่รอบใช้", "The rules that a round goes by").Tagged<ListAnswer<RoundRulesLine>>();
        var deciding = api.MapGroup("").RequireAuthorization(Policies.Coordinate);
        deciding.MapPut("/rounds/{round}", OpenAsync).Tell("เปิดรอบ", "Opens a round").GivesRound();
        deciding.MapPut("/rounds/{round}/rules", ReviseAsync).Tell("เปลี่ยนไปใช้กติกาฉบับใหม่สุด", "Moves a round to the newest rules").GivesRound();
        api.MapPost("/tick", TickAsync).Tell("ทำงานที่ถึงกำหนด", "Does what is due").Produces<ListAnswer<StepLine>>().Reads(TickGuard.Header)
            .AllowAnonymous().DisableRateLimiting(); // TickGuard stands before it, since a key may take the place of a person
        return api;
    }

    private static void GivesRound(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<RoundAnswer>(StatusCodes.Status201Created).Produces<RoundAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ListAsync(RoundLog log, CancellationToken cancellationToken, string? next = null)
    {
        if (Paging.Of(await log.ListAsync(cancellationToken), id => id.Value, next) is not { } page) return Paging.Unknown;
        var lines = new List<RoundLine>();
        foreach (var id in page.Items)
        {
            var (round, damage) = await log.FindOrSayAsync(id, cancellationToken);
            if (damage is not null) lines.Add(RoundLine.Unreadable(id, damage));
            else if (round is not null) lines.Add(RoundLine.Of(round));
        }
        return TaggedAnswers.Of(new(lines, page.Next), ApiJson.Readable.ListAnswerRoundLine);
    }

    private static async Task<IResult> ShowAsync(
        string round, RoundLog log, StatusAnswers answers, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        return found is not null && RoundAsOf.TryMoment(asOf, out var moment) ? await answers.OfAsync(found, moment, cancellationToken) : objection!;
    }

    /// <summary>
    /// Opens the round by the plan that its id names; one that is open stays as it is. Of a year that has no framework yet, <c>from</c> names the one whose rules
    /// are carried over.
    /// </summary>
    private static async Task<IResult> OpenAsync(
        string round, Caller caller, RoundService rounds, JumpService jumps, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? from = null)
    {
        if (!RoundId.TryParse(round, out var id)) return Unknown(round);
        var outcome = from is null ? await rounds.OpenAsync(id, caller.Actor, cancellationToken)
            : FrameworkId.TryParse(from, out var framework) ? await rounds.OpenAsync(id, framework, caller.Actor, cancellationToken)
            : null;
        return outcome is null ? Unknown(round) : await AnswerAsync(outcome, jumps, installation, clock, cancellationToken);
    }

    /// <summary>Which rules the round has gone by, since when, by whose decision and why.</summary>
    private static async Task<IResult> ShowRulesAsync(string round, RoundLog log, CancellationToken cancellationToken, string? asOf = null, string? next = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (Paging.Of(found.State.Rules, r => $"{r.Named.FrameworkRevision}.{r.Named.PlanRevision}", next) is not { } page) return Paging.Unknown;
        var lines = new List<RoundRulesLine>();
        foreach (var rules in page.Items)
            lines.Add(RoundRulesLine.Of(rules, rules.Reason is { } why ? await StatedTexts.ReadAsync(found.Vault, why, cancellationToken) : null));
        return TaggedAnswers.Of(new(lines, page.Next), ApiJson.Readable.ListAnswerRoundRulesLine);
    }

    /// <summary>Moves the round to the newest rules, with a reason.</summary>
    private static async Task<IResult> ReviseAsync(
        string round, Caller caller, RoundLog log, RoundService rounds, JumpService jumps, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? reason = null)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return Unknown(round);
        return StatedTexts.TryState(reason, out var why)
            ? await AnswerAsync(await rounds.ReviseAsync(found, why, caller.Actor, cancellationToken), jumps, installation, clock, cancellationToken)
            : Problem.NotAccepted.With(RulesEndpoints.NoReason);
    }

    private static async Task<IResult> AnswerAsync(
        RoundOutcome outcome, JumpService jumps, Installation installation, TimeProvider clock, CancellationToken cancellationToken) =>
        outcome is { Decision: not Refuse, Round: { } round }
        ? TypedResults.Json(
            RoundAnswer.Of(
                round, Schedule.Due(round.State, round.Rules, clock.GetUtcNow()), await jumps.OfAsync(round, cancellationToken), installation),
            ApiJson.Readable.RoundAnswer,
            statusCode: outcome.Decision is Accept ? StatusCodes.Status201Created : StatusCodes.Status200OK)
        : Problem.NotAccepted.With(((Refuse)outcome.Decision).Findings);

    private static async Task<IResult> TickAsync(HttpRequest request, Settings settings, CancellationToken cancellationToken)
    {
        if (TickGuard.RefusalOf(request, settings) is { } refusal) return Problem.NotAllowed.With(refusal);
        var done = await request.HttpContext.RequestServices.GetRequiredService<Upkeep>().RunAsync(cancellationToken);
        return TypedResults.Json(
            new ListAnswer<StepLine>([.. done.Select(d => StepLine.Of(d.Step, $"{d.Round}/{d.Step.Key}"))], null),
            ApiJson.Readable.ListAnswerStepLine);
    }

    public static IResult Unknown(string round) => Problem.NotFound.With(RoundServiceFindings.UnknownRound.At(Place.Nowhere, QueryFindings.Shown(round)));

    public static IResult UnknownUnit(string unit) => Problem.NotFound.With(RoundFindings.UnknownUnit.At(Place.Nowhere, QueryFindings.Shown(unit)));

    /// <summary>Why a unit has no form or paper of an indicator; of any, where none is named.</summary>
    public static Finding NotAsked(OpenedRound round, ReportingUnit unit, string? indicator) =>
        indicator is null || (IndicatorNumber.TryParse(indicator, out var number) && round.Rules.Hosts(unit.Code, number))
            ? QueryFindings.NothingAsked.At(Place.Nowhere, unit.Name)
            : RoundFindings.NotHost.At(Place.Nowhere, unit.Code.Value, QueryFindings.Shown(indicator));
}
