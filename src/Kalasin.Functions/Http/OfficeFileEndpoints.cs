using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/office-files</c>: emblem, Word templates and the giver's form that an office gives a round; <c>rounds/{round}/filled-form</c>: that form,
/// filled.
/// </summary>
internal static class OfficeFileEndpoints
{
    /// <summary>Files that people make in Word, and pictures: larger ones are something else.</summary>
    public static UploadLimits Limits { get; } = UploadLimits.Default with { FileBytes = 20_000_000, Files = 1 };

    public static IEndpointRouteBuilder MapOfficeFiles(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("/rounds/{round}").RequireAuthorization(Policies.Round);
        reading.MapGet("/office-files", ListAsync).Tell("ไฟล์ของสำนักงานที่รอบใช้", "Files of the office's own that the round uses").Produces<ListAnswer<OfficeFileAnswer>>();
        reading.MapGet("/office-files/{use}", ShowAsync).Tell("ไฟล์ของสำนักงานตามที่ให้ไว้", "A file of the office's own as it came").Gives("application/octet-stream")
            .WithSecurityHeadersPolicy(SecurityHeaders.Originals);
        reading.MapGet("/filled-form", FillAsync).Tell("แบบของหน่วยงานเจ้าของรางวัล เติมข้อมูลแล้ว", "The giver's own form, filled").Gives(FileFormat.Of(ReportFormat.Word).MediaType);
        reading.MapGet("/filled-form/fields", ExplainAsync).Tell("ช่องที่เติมและยังไม่เติมในแบบ", "What of that form is filled and what isn't").Produces<FilledFormAnswer>();
        var giving = api.MapGroup("/rounds/{round}/office-files").RequireAuthorization(Policies.Decide);
        giving.MapPut("/{use}", GiveAsync).WithMetadata(BodyLimit.Upload).Tell("ให้ตรา แม่แบบ หรือแบบของสำนักงาน", "Gives emblem, template or form").TakesFiles()
            .Produces<OfficeFileAnswer>(StatusCodes.Status201Created).Produces<OfficeFileAnswer>();
        giving.MapDelete("/{use}", TakeBackAsync).Tell("เลิกใช้ไฟล์ของสำนักงาน", "Uses a file of the office's own no longer").Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>What a file is for, as addresses name it.</summary>
    public static string Word(OfficeFile use) => use switch
    {
        OfficeFile.Emblem => "emblem",
        OfficeFile.ReportTemplate => "report-template",
        OfficeFile.LetterTemplate => "letter-template",
        OfficeFile.MemoTemplate => "memo-template",
        _ => "form",
    };

    /// <summary>What a word means; null for none.</summary>
    public static OfficeFile? UseOf(string? word) => Enum.GetValues<OfficeFile>().Cast<OfficeFile?>().FirstOrDefault(u => Word(u!.Value) == word);

    public static Finding UseUnknown(string? word) =>
        SigningHostFindings.OfficeFileUnknown.At(Place.Nowhere, QueryFindings.Shown(word ?? ""), string.Join(", ", Enum.GetValues<OfficeFile>().Select(Word)));

    private static async Task<IResult> ListAsync(string round, RoundLog log, CancellationToken cancellationToken) =>
        await log.FindAsync(round, cancellationToken) is { } found
            ? TypedResults.Json(new([.. found.State.OfficeFiles.Values.OrderBy(f => f.Use).Select(f => OfficeFileAnswer.Of(f, []))], null), ApiJson.Readable.ListAnswerOfficeFileAnswer)
            : RoundEndpoints.Unknown(round);

    private static async Task<IResult> ShowAsync(string round, string use, RoundLog log, VaultContent content, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (UseOf(use) is not { } known) return Problem.NotFound.With(UseUnknown(use));
        return found.State.OfficeFiles.GetValueOrDefault(known) is { } given
            ? new OriginalAnswer(content, found.Id, given.File, given.Size, $"{use}-{found.Id}")
            : Problem.NotFound.With(SigningHostFindings.NoOfficeFile.At(Place.Nowhere));
    }

    private static async Task<IResult> GiveAsync(
        string round, string use, HttpRequest request, Caller caller, RoundLog log, OfficeFiles files, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (UseOf(use) is not { } known) return Problem.NotFound.With(UseUnknown(use));
        if (files.Objection(found, known, caller.Actor) is { } refusal) return Problem.NotAccepted.With(refusal.Findings);
        await using var upload = await Upload.ReadAsync(request, found.Vault, Limits, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var outcome = await files.GiveAsync(found, known, upload.Files, caller.Actor, cancellationToken);
        if (outcome.Decision is Refuse) return Problem.NotAccepted.With(outcome.Findings);
        var answer = OfficeFileAnswer.Of(outcome.Round.State.OfficeFiles[known], outcome.Findings);
        return outcome.Decision is Accept
            ? new CreatedAnswer<OfficeFileAnswer>($"/api/rounds/{found.Id}/office-files/{use}", answer, ApiJson.Readable.OfficeFileAnswer)
            : TypedResults.Json(answer, ApiJson.Readable.OfficeFileAnswer);
    }

    private static async Task<IResult> TakeBackAsync(string round, string use, Caller caller, RoundLog log, OfficeFiles files, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (UseOf(use) is not { } known) return Problem.NotFound.With(UseUnknown(use));
        return (await files.TakeBackAsync(found, known, caller.Actor, cancellationToken)).Decision is Refuse refusal
            ? Problem.NotAccepted.With(refusal.Findings)
            : TypedResults.NoContent();
    }

    private static async Task<IResult> FillAsync(string round, RoundLog log, OfficeFiles files, CancellationToken cancellationToken, string? unit = null, string? asOf = null)
    {
        var (filled, found, objection) = await FilledAsync(round, log, files, unit, asOf, cancellationToken);
        return filled is null
            ? objection!
            : TypedResults.File(filled.File.AsMemory().ToArray(), FileFormat.Of(ReportFormat.Word).MediaType, $"form-{found!.Id}{(unit is null ? "" : $"-{unit}")}.docx");
    }

    private static async Task<IResult> ExplainAsync(string round, RoundLog log, OfficeFiles files, CancellationToken cancellationToken, string? unit = null, string? asOf = null)
    {
        var (filled, _, objection) = await FilledAsync(round, log, files, unit, asOf, cancellationToken);
        return filled is null ? objection! : TypedResults.Json(FilledFormAnswer.Of(filled), ApiJson.Readable.FilledFormAnswer);
    }

    private static async Task<(FilledForm? Form, OpenedRound? Round, IResult? Objection)> FilledAsync(
        string round, RoundLog log, OfficeFiles files, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return (null, null, objection);
        var whose = unit is null ? null : found.UnitOf(unit);
        if (unit is not null && whose is null) return (null, found, RoundEndpoints.UnknownUnit(unit));
        return await files.FillAsync(found, whose, cancellationToken) is { IsRefused: false } filled
            ? (filled, found, null)
            : (null, found, Problem.NotFound.With(SigningHostFindings.NoOfficeFile.At(Place.Nowhere)));
    }
}

/// <summary>A file of the office's own that a round uses.</summary>
/// <param name="Use">What for: <c>emblem</c>, <c>report-template</c>, <c>letter-template</c>, <c>memo-template</c> or <c>form</c>.</param>
/// <param name="Sha256">Of the file as it came.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="GivenAt">Since when.</param>
/// <param name="Findings">What was found in it when it was given.</param>
internal sealed record OfficeFileAnswer(string Use, string Sha256, long Bytes, DateTimeOffset GivenAt, IReadOnlyList<FindingAnswer> Findings)
{
    public static OfficeFileAnswer Of(GivenOfficeFile file, IEnumerable<Finding> findings) =>
        new(OfficeFileEndpoints.Word(file.Use), file.File.ToString(), file.Size, file.Given.At, [.. findings.Select(FindingAnswer.Of)]);
}

/// <summary>What of the giver's form is filled.</summary>
/// <param name="Filled">Tags that were filled.</param>
/// <param name="Unfilled">Tags that there is nothing for yet.</param>
/// <param name="Findings">What was found: unknown tags, values that don't fit.</param>
internal sealed record FilledFormAnswer(IReadOnlyList<string> Filled, IReadOnlyList<string> Unfilled, IReadOnlyList<FindingAnswer> Findings)
{
    public static FilledFormAnswer Of(FilledForm form) => new(form.Filled, form.Unfilled, [.. form.Findings.Select(FindingAnswer.Of)]);
}
