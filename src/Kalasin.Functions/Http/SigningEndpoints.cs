using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/signed-copies</c> and <c>rounds/{round}/dispatch</c>: what takes more than a decision on the way from approval to the giver of the
/// award. Who may, the round says.
/// </summary>
internal static class SigningEndpoints
{
    public static IEndpointRouteBuilder MapSigning(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/signed-copies", AttachAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Decide)
            .Tell("แนบสำเนาเอกสารที่ลงนามแล้ว", "Attaches the signed copy of a paper").TakesFiles().Keyed()
            .Produces<SignedCopyAnswer>(StatusCodes.Status201Created).Produces<SignedCopyAnswer>();
        api.MapGet("/rounds/{round}/signed-copies/{copy:long}", ShowAsync).RequireAuthorization(Policies.Round)
            .Tell("สำเนาที่ลงนามแล้วตามที่ส่งมา", "A signed copy as it came").Gives("application/octet-stream")
            .WithSecurityHeadersPolicy(SecurityHeaders.Originals);
        api.MapGet("/rounds/{round}/dispatch", PreviewAsync).RequireAuthorization(Policies.Round)
            .Tell("สิ่งที่จะส่งถึงหน่วยงานเจ้าของรางวัล", "What would be sent to the giver of the award").Produces<DispatchPreviewAnswer>();
        api.MapPost("/rounds/{round}/dispatch", DispatchAsync).RequireAuthorization(Policies.Decide)
            .Tell("ส่งรายงานถึงหน่วยงานเจ้าของรางวัล", "Sends the report to the giver of the award")
            .Produces<DecisionAnswer>(StatusCodes.Status201Created).Produces<DecisionAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>The paper that a word means: <c>letter</c> or <c>signature-page</c>.</summary>
    public static SignedPaper? PaperOf(string? word) =>
        Enum.GetValues<SignedPaper>().Cast<SignedPaper?>().FirstOrDefault(p => Word(p!.Value) == word);

    public static string Word(SignedPaper paper) => PaperEndpoints.Word(paper == SignedPaper.Letter ? SeasonPaper.Letter : SeasonPaper.SignaturePage);

    public static Finding PaperUnknown(string? word) => SigningHostFindings.PaperUnknown.At(
        Place.Nowhere, QueryFindings.Shown(word ?? ""), string.Join(", ", Enum.GetValues<SignedPaper>().Select(Word)));

    private static async Task<IResult> AttachAsync(
        string round, HttpRequest request, Caller caller, RoundLog log, SignedCopyIntake intake, CancellationToken cancellationToken,
        string? paper = null, string? reason = null)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (PaperOf(paper ?? Word(SignedPaper.Letter)) is not { } known) return Problem.BadRequest.With(PaperUnknown(paper));
        if (!TryReason(reason, out var why)) return Problem.NotAccepted.With(RulesEndpoints.NoReason);
        if (key.Length == 0 && intake.Objection(found, known, caller.Actor) is { } refusal) return Problem.NotAccepted.With(refusal.Findings);
        await using var upload = await Upload.ReadAsync(request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var outcome = await intake.AttachAsync(found, known, upload.Files, why, key.Length > 0 ? key : null, caller.Actor, cancellationToken);
        if (outcome.Number is not { } number) return Problem.NotAccepted.With(outcome.Findings);
        var answer = SignedCopyAnswer.Of(number, (await AttachedAsync(log, outcome.Round, number, cancellationToken))!, outcome.Findings);
        return outcome.Decision is Accept
            ? new CreatedAnswer<SignedCopyAnswer>($"/api/rounds/{found.Id}/signed-copies/{number}", answer, ApiJson.Readable.SignedCopyAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.SignedCopyAnswer);
    }

    /// <summary>What an entry of the log says was attached, also where another copy has replaced it; null where it says something else.</summary>
    private static async Task<SignedCopyAttached?> AttachedAsync(RoundLog log, OpenedRound round, long number, CancellationToken cancellationToken)
    {
        await foreach (var (at, entry) in log.EntriesAsync(round, Math.Max(number, 1) - 1, cancellationToken))
            return at == number ? entry.Event as SignedCopyAttached : null;
        return null;
    }

    /// <summary>Nothing is no reason; what is too long is one that can't be kept.</summary>
    public static bool TryReason(string? text, out StatedText? reason) => StatedTexts.TryState(text, out reason) || string.IsNullOrWhiteSpace(text);

    /// <summary>What is no fingerprint is none of anything.</summary>
    public static ContentHash SeenOf(string? text) => ContentHash.TryParse(text, out var seen) ? seen : ContentHash.Zero;

    private static async Task<IResult> ShowAsync(string round, long copy, RoundLog log, VaultContent content, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return await AttachedAsync(log, found, copy, cancellationToken) is { } attached
            ? new OriginalAnswer(content, found.Id, attached.File, attached.Size, $"{Word(attached.Paper)}-{found.Id}-{copy}.pdf")
            : Problem.NotFound.With(SigningHostFindings.CopyUnknown.At(Place.Nowhere));
    }

    private static async Task<IResult> PreviewAsync(string round, RoundLog log, Dispatch dispatch, CancellationToken cancellationToken) =>
        await log.FindAsync(round, cancellationToken) is { } found
            ? TypedResults.Json(DispatchPreviewAnswer.Of(await dispatch.PreviewAsync(found, cancellationToken)), ApiJson.Readable.DispatchPreviewAnswer)
            : RoundEndpoints.Unknown(round);

    private static async Task<IResult> DispatchAsync(
        string round, Caller caller, RoundLog log, Dispatch dispatch, LogAnswers answers, CancellationToken cancellationToken,
        string? reason = null, string? seen = null)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!TryReason(reason, out var why)) return Problem.NotAccepted.With(RulesEndpoints.NoReason);
        var outcome = await dispatch.OrderAsync(found, why, seen is null ? null : SeenOf(seen), caller.Actor, cancellationToken);
        return outcome.Decision switch
        {
            Refuse refusal => Problem.NotAccepted.With(refusal.Findings),
            Accept => await answers.CreatedAsync(outcome.Round, outcome.Round.State.Dispatch!.Ordered.Number, cancellationToken),
            Already already => await answers.AlreadyAsync(outcome.Round, already.Number, cancellationToken),
            var other => throw new InvalidOperationException($"A dispatch can't be answered by {other.GetType().Name}."),
        };
    }
}

/// <summary>A signed copy that is attached, now (201) or before (200).</summary>
/// <param name="Sequence">Entry of the log that says so, by which it is asked for.</param>
/// <param name="Paper"><c>letter</c> or <c>signature-page</c>.</param>
/// <param name="Form"><c>scan</c> or <c>certificate</c>.</param>
/// <param name="MatchedBy"><c>code</c>: by the QR code printed on it; <c>person</c>: somebody says so.</param>
/// <param name="Sha256">Of the file as it came.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Findings">What was found in it.</param>
internal sealed record SignedCopyAnswer(
    long Sequence, string Paper, string Form, string MatchedBy, string Sha256, long Bytes, IReadOnlyList<FindingAnswer> Findings)
{
    public static SignedCopyAnswer Of(long number, SignedCopyAttached copy, ImmutableArray<Finding> findings) => new(
        number, SigningEndpoints.Word(copy.Paper), ApiJson.Word(copy.Form), ApiJson.Word(copy.Matched), copy.File.ToString(), copy.Size, [.. findings.Select(FindingAnswer.Of)]);
}

/// <summary>What would be sent to the giver of the award now.</summary>
/// <param name="To">Address of its recipient.</param>
/// <param name="Mails">In their order; none as long as no report is approved, or the letter is not numbered and signed.</param>
/// <param name="Obstacles">What keeps it from being sent.</param>
/// <param name="Seen">Fingerprint of all of it: given with the order, nothing else is sent.</param>
internal sealed record DispatchPreviewAnswer(string To, IReadOnlyList<DispatchMailAnswer> Mails, IReadOnlyList<FindingAnswer> Obstacles, string Seen)
{
    public static DispatchPreviewAnswer Of(DispatchPreview preview) => new(
        preview.To,
        [
            .. preview.Mails.Select(m => new DispatchMailAnswer(
                m.Text.Subject, m.Text.Body, [.. m.Files.Select(f => new DispatchFileAnswer(f.Name, ContentHash.Of(f.Content.Span).ToString(), f.Content.Length))])),
        ],
        [.. preview.Obstacles.Select(FindingAnswer.Of)], preview.Seen.ToString());
}

/// <summary>A mail that carries the report, or some of its files.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
/// <param name="Files">What is attached.</param>
internal sealed record DispatchMailAnswer(string Subject, string Body, IReadOnlyList<DispatchFileAnswer> Files);

/// <summary>A file of it.</summary>
/// <param name="Name">As its recipient sees it.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record DispatchFileAnswer(string Name, string Sha256, long Bytes);
