using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/erasures</c>: content that has to go, on a legal basis.</summary>
internal static class ErasureEndpoint
{
    public static IEndpointRouteBuilder MapErasure(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/erasures", EraseAsync).RequireAuthorization(Policies.Coordinate)
            .Tell("ลบเนื้อหาตามฐานกฎหมาย", "Erases content on a legal basis")
            .Keyed().Produces<ErasureAnswer>(StatusCodes.Status201Created).Produces<ErasureAnswer>()
            .Fails(StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> EraseAsync(
        string round, ErasureRequest erasure, HttpRequest request, Caller caller, RoundLog log, Erasure erasures, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!ContentHash.TryParse(erasure.Content, out var content))
            return Problem.NotAccepted.With(DecisionFindings.ContentUnknown.At(Place.At("/content")));
        if (!StatedTexts.TryState(erasure.Basis, out var basis))
            return Problem.NotAccepted.With(ErasureFindings.NoBasis.At(Place.At("/basis"), ThaiNumerals.Number(StatedText.LongestReason)));
        var outcome = await erasures.EraseAsync(found, content, basis, key, caller.Actor, cancellationToken);
        if (outcome.Decision is Refuse refused) return Problem.NotAccepted.With(refused.Findings);
        var number = outcome.Decision is Already { Number: { } earlier } ? earlier : outcome.Round.State.Erased[content].Number;
        var answer = new ErasureAnswer(number, content.ToString(), [.. erasures.Unreached.Select(FindingAnswer.Of)]);
        return outcome.Decision is Accept
            ? new CreatedAnswer<ErasureAnswer>(
                $"/api/rounds/{found.Id}/log?after={(number - 1).ToString(CultureInfo.InvariantCulture)}", answer, ApiJson.Readable.ErasureAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.ErasureAnswer);
    }
}

/// <param name="Content">Its SHA-256, as deliveries and the log name it.</param>
/// <param name="Basis">The legal basis, at most 500 characters.</param>
internal sealed record ErasureRequest(string? Content, string? Basis);

/// <summary>It is recorded and removed.</summary>
/// <param name="Sequence">Of the event that records it.</param>
/// <param name="Unreached">The copies that it doesn't reach, and what to do about each.</param>
internal sealed record ErasureAnswer(long Sequence, string Content, IReadOnlyList<FindingAnswer> Unreached);
