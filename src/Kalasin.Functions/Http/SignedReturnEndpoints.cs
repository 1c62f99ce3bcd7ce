using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/signed-returns</c> and <c>rounds/{round}/units/{unit}/signed-returns</c>: printed returns as they were signed, matched by the codes
/// printed on them.
/// </summary>
internal static class SignedReturnEndpoints
{
    public static IEndpointRouteBuilder MapSignedReturns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/units/{unit}/signed-returns", AttachAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver)
            .Tell("แนบสำเนาแบบรายงานที่ลงนามแล้ว", "Attaches the signed copy of printed returns").TakesFiles().Keyed()
            .Produces<SignedReturnAnswer>(StatusCodes.Status201Created).Produces<SignedReturnAnswer>();
        api.MapPost("/rounds/{round}/signed-returns", AttachStackAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Decide)
            .Tell("แนบแบบรายงานที่ลงนามแล้วของหลายหน่วยงาน สแกนรวมกันเป็นปึก", "Attaches signed returns of many units, scanned as one stack").TakesFiles().Keyed()
            .Produces<SignedReturnsAnswer>(StatusCodes.Status201Created).Produces<SignedReturnsAnswer>();
        api.MapGet("/rounds/{round}/units/{unit}/signed-returns/{indicator}", ShowAsync).RequireAuthorization(Policies.Unit)
            .Tell("สำเนาแบบรายงานที่ลงนามแล้วตามที่ส่งมา", "The signed copy of a return, as it came").Gives("application/octet-stream")
            .WithSecurityHeadersPolicy(SecurityHeaders.Originals);
        return api;
    }

    private static async Task<IResult> AttachAsync(
        string round, string unit, HttpRequest request, Caller caller, RoundLog log, SignedReturnIntake intake, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        await using var upload = await Upload.ReadAsync(request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var outcome = await intake.AttachAsync(found, known.Code, upload.Files, key.Length > 0 ? key : null, caller.Actor, cancellationToken);
        if (outcome.Attached.IsEmpty) return Problem.NotAccepted.With(outcome.Findings);
        var answer = SignedReturnAnswer.Of(outcome, upload.Files.Sent[0].Content);
        return outcome.Attached.Any(a => a.IsNew)
            ? new CreatedAnswer<SignedReturnAnswer>($"/api/rounds/{found.Id}/units/{known.Code}/signed-returns/{answer.Indicators[0]}", answer, ApiJson.Readable.SignedReturnAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.SignedReturnAnswer);
    }

    private static async Task<IResult> AttachStackAsync(
        string round, HttpRequest request, Caller caller, RoundLog log, SignedReturnIntake intake, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        // Nobody who may attach none of it makes us read a file.
        if (!caller.Actor.IsCoordinator) return Problem.NotAccepted.With(RoundFindings.NotAllowed.At(Place.Nowhere));
        await using var upload = await Upload.ReadAsync(request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var outcome = await intake.AttachAsync(found, null, upload.Files, key.Length > 0 ? key : null, caller.Actor, cancellationToken);
        if (outcome.Attached is []) return Problem.NotAccepted.With(outcome.Findings);
        var answer = SignedReturnsAnswer.Of(found.Id, outcome);
        return outcome.Attached.Any(a => a.IsNew)
            ? new CreatedAnswer<SignedReturnsAnswer>(answer.Returns[0].Address, answer, ApiJson.Readable.SignedReturnsAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.SignedReturnsAnswer);
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
/// <param name="Sequence">Entry of the log that says so, the last where each return has one.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Indicators">The returns whose codes stand in it.</param>
/// <param name="Form"><c>scan</c> or <c>certificate</c>.</param>
/// <param name="Sha256">Of the file as it came.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Findings">What was found in it.</param>
internal sealed record SignedReturnAnswer(
    long Sequence, string Unit, IReadOnlyList<string> Indicators, string Form, string Sha256, long Bytes, IReadOnlyList<FindingAnswer> Findings)
{
    public static SignedReturnAnswer Of(SignedReturnsOutcome outcome, Storage.StagedContent sent) => new(
        outcome.Attached[^1].Number, outcome.Attached[0].Unit.Value, [.. outcome.Attached.Select(a => a.Indicator.Value).Order(StringComparer.Ordinal)],
        ApiJson.Word(outcome.Attached[0].Form), sent.Hash.ToString(), sent.Size, [.. outcome.Findings.Select(FindingAnswer.Of)]);
}

/// <summary>Signed returns of a stack that are attached, now (201) or before (200).</summary>
/// <param name="Returns">In the order of the pages.</param>
/// <param name="Findings">What was not taken and why, and what was found in what was.</param>
internal sealed record SignedReturnsAnswer(IReadOnlyList<AttachedReturnAnswer> Returns, IReadOnlyList<FindingAnswer> Findings)
{
    public static SignedReturnsAnswer Of(RoundId round, SignedReturnsOutcome outcome) => new(
        [.. outcome.Attached.Select(a => new AttachedReturnAnswer(
            a.Unit.Value, a.Indicator.Value, a.Pages.First, a.Pages.Last, a.Number, a.File.ToString(), a.Size, $"/api/rounds/{round}/units/{a.Unit}/signed-returns/{a.Indicator}"))],
        [.. outcome.Findings.Select(FindingAnswer.Of)]);
}

/// <summary>A return of a stack.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="FirstPage">Of the file that came; 1 for its first.</param>
/// <param name="LastPage">Of the file that came.</param>
/// <param name="Sequence">Entry of the log that says that it is attached.</param>
/// <param name="Sha256">Of its own pages as a PDF.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Address">Where they are.</param>
internal sealed record AttachedReturnAnswer(
    string Unit, string Indicator, int FirstPage, int LastPage, long Sequence, string Sha256, long Bytes, string Address);
