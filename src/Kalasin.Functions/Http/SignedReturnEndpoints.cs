using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/units/{unit}/signed-returns</c>: printed returns as they were signed, matched by the codes printed on them.</summary>
internal static class SignedReturnEndpoints
{
    public static IEndpointRouteBuilder MapSignedReturns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/units/{unit}/signed-returns", AttachAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver)
            .Tell("แนบสำเนาแบบรายงานที่ลงนามแล้ว", "Attaches the signed copy of printed returns").TakesFiles().Keyed()
            .Produces<SignedReturnAnswer>(StatusCodes.Status201Created).Produces<SignedReturnAnswer>();
        api.MapGet("/rounds/{round}/units/{unit}/signed-returns/{indicator}", ShowAsync).RequireAuthorization(Policies.Unit)
            .Tell("สำเนาแบบรายงานที่ลงนามแล้วตามที่ส่งมา", "The signed copy of a return, as it came").Gives("application/octet-stream")
            .WithSecurityHeadersPolicy(SecurityHeaders.Originals);
        return api;
    }

    private static async Task<IResult> AttachAsync(
        string round, string unit, HttpRequest request, Caller caller, RoundLog log, SignedCopyIntake intake, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        await using var upload = await Upload.ReadAsync(request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var outcome = await intake.AttachReturnsAsync(found, known.Code, upload.Files, key.Length > 0 ? key : null, caller.Actor, cancellationToken);
        if (outcome.Number is not { } number) return Problem.NotAccepted.With(outcome.Findings);
        var answer = SignedReturnAnswer.Of(number, known.Code, outcome.Round.State, outcome.Findings);
        return outcome.Decision is Accept
            ? new CreatedAnswer<SignedReturnAnswer>($"/api/rounds/{found.Id}/units/{known.Code}/signed-returns/{answer.Indicators[0]}", answer, ApiJson.Readable.SignedReturnAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.SignedReturnAnswer);
    }

    private static async Task<IResult> ShowAsync(
        string round, string unit, string indicator, RoundLog log, VaultContent content, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { Code: var code }) return RoundEndpoints.UnknownUnit(unit);
        return IndicatorNumber.TryParse(indicator, out var number) && found.State.SignedReturns.GetValueOrDefault((code, number)) is { } copy
            ? new OriginalAnswer(content, found.Id, copy.File, copy.Size, $"return-{found.Id}-{code}-{number}-signed.pdf")
            : Problem.NotFound.With(SigningHostFindings.NoSignedReturn.At(Place.Nowhere));
    }
}

/// <summary>A signed copy of returns that is attached, now (201) or before (200).</summary>
/// <param name="Sequence">Entry of the log that says so.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Indicators">The returns whose codes stand in it.</param>
/// <param name="Form"><c>scan</c> or <c>certificate</c>.</param>
/// <param name="Sha256">Of the file as it came.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Findings">What was found in it.</param>
internal sealed record SignedReturnAnswer(
    long Sequence, string Unit, IReadOnlyList<string> Indicators, string Form, string Sha256, long Bytes, IReadOnlyList<FindingAnswer> Findings)
{
    public static SignedReturnAnswer Of(long number, UnitCode unit, RoundState state, ImmutableArray<Finding> findings)
    {
        var attached = state.SignedReturns.Where(s => s.Key.Unit == unit && s.Value.Attached.Number == number).ToList();
        var copy = attached[0].Value;
        return new(
            number, unit.Value, [.. attached.Select(s => s.Key.Indicator.Value).Order(StringComparer.Ordinal)], ApiJson.Word(copy.Form), copy.File.ToString(), copy.Size,
            [.. findings.Select(FindingAnswer.Of)]);
    }
}
