using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kalasin.Functions.Http;

/// <summary><c>frameworks</c>, <c>rounds</c> and <c>tick</c>.</summary>
internal static class RoundEndpoints
{
    public static IEndpointRouteBuilder MapRounds(this IEndpointRouteBuilder api)
    {
        api.MapGet("/frameworks", ListFrameworks);
        api.MapGet("/frameworks/{id}", ShowFramework);
        api.MapGet("/rounds", ListAsync);
        api.MapGet("/rounds/{round}", ShowAsync);
        api.MapPut("/rounds/{round}", OpenAsync);
        api.MapPost("/tick", TickAsync);
        return api;
    }

    private static JsonHttpResult<ListAnswer<FrameworkLine>> ListFrameworks() => TypedResults.Json(
        new ListAnswer<FrameworkLine>([.. BuiltInFrameworks.All.Select(f => new FrameworkLine(f.Id.Value, f.Revision, TextAnswer.Of(f.Title), f.FiscalYear, f.Indicators.Length))], null),
        ApiJson.Readable.ListAnswerFrameworkLine);

    private static IResult ShowFramework(string id) => BuiltInFrameworks.Find(id) is { } framework
        ? TypedResults.Text(RulesWriter.ToJson(framework), "application/json", System.Text.Encoding.UTF8)
        : Problem.NotFound.With();

    private static async Task<IResult> ListAsync(RoundLog log, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var lines = new List<RoundLine>();
        foreach (var id in await log.ListAsync(cancellationToken))
            if (rulebook.Find(id) is { } rules) lines.Add(RoundLine.Of(rules, await log.LoadAsync(id, cancellationToken)));
        return TypedResults.Json(new ListAnswer<RoundLine>(lines, null), ApiJson.Readable.ListAnswerRoundLine);
    }

    private static async Task<IResult> ShowAsync(string round, RoundLog log, Rulebook rulebook, StatusAnswers answers, CancellationToken cancellationToken) =>
        await RouteRound.FindAsync(round, log, rulebook, cancellationToken) is { } found
            ? answers.Of(found)
            : Unknown(round);

    /// <summary>Opens the round by the framework and plan that its id names; opening it again changes nothing.</summary>
    private static async Task<IResult> OpenAsync(string round, RoundLog log, Rulebook rulebook, Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!RoundId.TryParse(round, out var id) || rulebook.Find(id) is not { } rules) return Unknown(round);
        var (decision, state) = await log.OpenAsync(id, rules, Actor.Local, cancellationToken);
        if (decision is Refuse refusal) return Problem.NotAccepted.With(refusal.Findings);
        return TypedResults.Json(
            RoundAnswer.Of(rules, state, Schedule.Due(state, rules, clock.GetUtcNow()), installation), ApiJson.Readable.RoundAnswer,
            statusCode: decision is Accept ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> TickAsync(HttpRequest request, Settings settings, CancellationToken cancellationToken)
    {
        if (TickGuard.RefusalOf(request, settings) is { } refusal) return Problem.NotAllowed.With(refusal);
        var done = await request.HttpContext.RequestServices.GetRequiredService<Upkeep>().RunAsync(cancellationToken);
        return TypedResults.Json(
            new ListAnswer<StepLine>([.. done.Select(d => new StepLine($"{d.Round}/{d.Step.Key}", ApiJson.Word(d.Step.Kind), d.Step.DueSince))], null), ApiJson.Readable.ListAnswerStepLine);
    }

    public static IResult Unknown(string round) => Problem.NotFound.With(RoundServiceFindings.UnknownRound.At(Place.Nowhere, QueryFindings.Shown(round)));
}

/// <summary>A framework in the list.</summary>
internal sealed record FrameworkLine(string Id, int Revision, TextAnswer Title, int FiscalYear, int Indicators);

/// <summary>The round that a route names.</summary>
internal sealed record RouteRound(RoundId Id, AwardRules Rules, RoundState State)
{
    /// <returns>Null if the id is none, names nothing, or the round was never opened.</returns>
    public static async Task<RouteRound?> FindAsync(string text, RoundLog log, Rulebook rulebook, CancellationToken cancellationToken)
    {
        if (!RoundId.TryParse(text, out var id) || rulebook.Find(id) is not { } rules) return null;
        var state = await log.LoadAsync(id, cancellationToken);
        return state.Opened is null ? null : new(id, rules, state);
    }
}
