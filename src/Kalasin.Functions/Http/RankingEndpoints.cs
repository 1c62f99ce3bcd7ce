using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary><c>rankings</c>: entrants of many provinces in order, and what is sent to be ranked; <c>rounds/{round}/scorecard-file</c>: what a round sends.</summary>
internal static class RankingEndpoints
{
    /// <summary>Scorecards and sheets are small.</summary>
    public static UploadLimits Limits { get; } = UploadLimits.Default with { FileBytes = 5_000_000 };

    public static IEndpointRouteBuilder MapRankings(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("/rankings").RequireAuthorization(Policies.Rankings);
        reading.MapGet("", ListAsync).Tell("การจัดอันดับ", "The rankings").Tagged<ListAnswer<RankingLine>>();
        reading.MapGet("/{framework}", ShowAsync).Tell("ลำดับของผู้รับการประเมิน เป็นข้อมูล รายงาน หรือไฟล์ Excel ที่คำนวณด้วยสูตร", "Entrants in order: as data, as a report, or as a workbook that computes it")
            .Tagged<RankingAnswer>().Gives(FileFormat.Of(ReportFormat.Pdf).MediaType, FileFormat.Of(ReportFormat.Word).MediaType, FileFormat.Excel.MediaType);
        reading.MapGet("/{framework}/sheet", SheetAsync).Tell("ตารางสำหรับกรอกผลของผู้ที่ไม่ได้ใช้ระบบ", "The sheet for entrants that send no scorecards").Gives(FileFormat.Excel.MediaType);
        reading.MapGet("/{framework}/entrants/{entrant}", ShowEntrantAsync).Tell("ผลและประวัติของผู้รับการประเมินหนึ่งราย", "One entrant, with all that was sent of it").Tagged<RankingEntrantAnswer>();
        var ranking = api.MapGroup("/rankings/{framework}").RequireAuthorization(Policies.Rank);
        ranking.MapPost("/scorecards", EnterAsync).WithMetadata(BodyLimit.Upload).Tell("นำใบคะแนนหรือตารางเข้าจัดอันดับ", "Sends scorecards or sheets to be ranked").TakesFiles().Produces<EnteredAnswer>();
        ranking.MapDelete("/entrants/{entrant}", WithdrawAsync).Tell("ถอนผลของผู้รับการประเมิน", "Takes an entrant out").Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/rounds/{round}/scorecard-file", FileAsync).RequireAuthorization(Policies.Round)
            .Tell("ใบคะแนนของรอบสำหรับส่งไปจัดอันดับ", "The round's scorecards, to be sent and ranked").Gives("application/json");
        return api;
    }

    private static async Task<IResult> ListAsync(Rulebook rulebook, RankingService rankings, CancellationToken cancellationToken, string? next = null)
    {
        if (Paging.Of(await rulebook.FrameworksAsync(cancellationToken), f => f.Id.Value, next) is not { } page) return Paging.Unknown;
        var lines = new List<RankingLine>();
        foreach (var framework in page.Items)
            lines.Add(new(framework.Id.Value, framework.Revision, TextAnswer.Of(framework.Title), await rankings.CountAsync(framework, cancellationToken)));
        return TaggedAnswers.Of(new(lines, page.Next), ApiJson.Readable.ListAnswerRankingLine);
    }

    private static async Task<IResult> ShowAsync(string framework, RankingService rankings, CancellationToken cancellationToken, string format = "json", string? next = null)
    {
        var (isExcel, report) = (format == FileFormat.Excel.Ending, FileFormat.ReportOf(format));
        if (!isExcel && report is null && format != "json")
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), $"json, {FileFormat.Excel.Ending}, {FileFormat.ReportEndings}"));
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found) return Problem.NotFound.With();
        var name = $"ranking-{found.Framework.Id}";
        return report is { } wanted ? new DocumentAnswer(RankingReport.Compose(found.Field), wanted, name)
            : isExcel ? new WorkbookAnswer(RankingWorkbook.Compose(found.Field), name)
            : Paging.Of(found.Field.Ranking.Rows, r => r.Scorecard.Entrant, next) is { } rows ? TaggedAnswers.Of(RankingAnswer.Of(found, rows), ApiJson.Readable.RankingAnswer)
            : Paging.Unknown;
    }

    private static async Task<IResult> SheetAsync(string framework, RankingService rankings, CancellationToken cancellationToken) =>
        await rankings.FindAsync(framework, cancellationToken) is { } found
            ? new WorkbookAnswer(RankingSheet.Compose(found.Framework), $"sheet-{found.Framework.Id}")
            : Problem.NotFound.With();

    private static async Task<IResult> ShowEntrantAsync(
        string framework, string entrant, RankingService rankings, CancellationToken cancellationToken, string? next = null) =>
        await rankings.FindAsync(framework, cancellationToken) is not { } found || !found.SentOf(entrant).Any() ? Problem.NotFound.With()
            : SentPage(found, entrant, next) is { } sent ? TaggedAnswers.Of(RankingEntrantAnswer.Of(found, entrant, sent), ApiJson.Readable.RankingEntrantAnswer)
            : Paging.Unknown;

    /// <summary>A page of what was sent of an entrant; null if the token names none.</summary>
    public static Page<SentToRanking>? SentPage(OpenedRanking ranking, string entrant, string? next) =>
        Paging.Of([.. ranking.SentOf(entrant)], s => s.Number.ToString(CultureInfo.InvariantCulture), next);

    private static async Task<IResult> EnterAsync(
        string framework, HttpRequest request, Caller caller, RankingService rankings, CancellationToken cancellationToken, bool dryRun = false)
    {
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found) return Problem.NotFound.With();
        await using var upload = await Upload.ReadAsync(request, rankings.VaultOf(found.Framework), Limits, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var (refusal, files) = await rankings.EnterAsync(found.Framework, upload.Files, dryRun, caller.Actor, cancellationToken);
        if (refusal is not null) return Problem.NotAccepted.With(refusal.Findings);
        return files.All(f => f.Entrants.IsEmpty)
            ? Problem.NotAccepted.With([.. upload.Findings, .. files.SelectMany(f => f.Findings)])
            : TypedResults.Json(EnteredAnswer.Of(files), ApiJson.Readable.EnteredAnswer);
    }

    private static async Task<IResult> WithdrawAsync(
        string framework, string entrant, Caller caller, RankingService rankings, CancellationToken cancellationToken, string? reason = null)
    {
        if (await rankings.FindAsync(framework, cancellationToken) is not { } found || !found.SentOf(entrant).Any()) return Problem.NotFound.With();
        if (!StatedTexts.TryState(reason, out var why)) return Problem.NotAccepted.With(RulesEndpoints.NoReason);
        return await rankings.WithdrawAsync(found.Framework, entrant, why, caller.Actor, cancellationToken) is Refuse refusal
            ? Problem.NotAccepted.With(refusal.Findings)
            : TypedResults.NoContent();
    }

    private static async Task<IResult> FileAsync(string round, RoundLog log, ResultsService results, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        return found is null
            ? objection!
            : TypedResults.File(await results.ScorecardFileAsync(found, cancellationToken), "application/json", $"scorecards-{found.Id}.json");
    }
}
