using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/decisions</c>.</summary>
internal static class DecisionEndpoints
{
    public static IEndpointRouteBuilder MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/decisions", DecideAsync).RequireAuthorization(Policies.Decide)
            .Tell("วินิจฉัยหรือสั่งการหนึ่งเรื่อง", "Takes one decision").Takes("application/json", nameof(RoundDecision)).Keyed()
            .Produces<DecisionAnswer>(StatusCodes.Status201Created).Produces<DecisionAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>Takes one decision as JSON; what a role may decide, the decision itself says.</summary>
    private static async Task<IResult> DecideAsync(
        string round, HttpRequest request, Caller caller, RoundLog log, DecisionService decisions, LogAnswers answers, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var read = DecisionReader.Read(bytes.Span);
        if (read.Value is not { } decision) return Problem.NotAccepted.With(read.Findings);
        var sent = DecisionService.Sent(decision, found.Id, caller.Actor, key.Length > 0 ? key : null, bytes.Span);
        var outcome = await decisions.DecideAsync(found, sent, caller.Actor, cancellationToken);
        return outcome.Decision switch
        {
            Refuse refusal => Problem.NotAccepted.With(refusal.Findings),
            Accept => await answers.CreatedAsync(outcome.Round, outcome.Round.State.Commands[sent.Id].Number, cancellationToken),
            Already already => await answers.AlreadyAsync(outcome.Round, already.Number, cancellationToken),
            var other => throw new InvalidOperationException($"A decision can't be answered by {other.GetType().Name}."),
        };
    }
}
