using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>A sender's own workbook with notes beside its cells, or a zip of those that came in one: of a delivery, and of files that are only looked at.</summary>
internal static class CommentedEndpoints
{
    /// <summary>One file comes back as one.</summary>
    public static UploadLimits Limits { get; } = UploadLimits.Default with { Files = 1 };

    public static IEndpointRouteBuilder MapCommented(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/deliveries/{receipt:int}/files/{number:int}/commented", OfDeliveryAsync).RequireAuthorization(Policies.Delivery)
            .Tell("ตารางที่ส่ง เป็นไฟล์ Excel ที่มีหมายเหตุตรงช่อง ของไฟล์ zip เป็น zip ไม่พบเมื่อไม่มีข้อสังเกตหรือไฟล์ไม่ใช่ตาราง", "A table as it was sent, as an Excel workbook with notes at its cells, of a zip those inside as a zip; not found where nothing is to be noted or the file is no table")
            .Gives(FileFormat.Excel.MediaType, CommentedFile.Zip).Fails(StatusCodes.Status410Gone);
        api.MapPost("/rounds/{round}/units/{unit}/checks", CheckAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver)
            .Tell("ตรวจไฟล์ก่อนส่งโดยไม่บันทึก: ตารางได้เป็นไฟล์ Excel ที่มีหมายเหตุตรงช่อง (ของไฟล์ zip เป็น zip) ไฟล์อื่นได้เฉพาะข้อสังเกต ไม่มีข้อสังเกตไม่มีเนื้อหา", "Looks at a file before it is sent, and keeps nothing: a table comes back as an Excel workbook with notes at its cells (those of a zip as a zip), of any other file what was found is told, and where nothing was found there is no content")
            .TakesFiles().Gives(FileFormat.Excel.MediaType, CommentedFile.Zip).Produces(StatusCodes.Status204NoContent);
        return api;
    }

    private static async Task<IResult> OfDeliveryAsync(
        string round, int receipt, int number, Caller caller, RoundLog log, VaultContent content, CommentedFiles commented, CancellationToken cancellationToken)
    {
        if (await DeliveryEndpoints.FindAsync(round, receipt, caller, log, cancellationToken) is not var (found, delivery) || number < 1 || number > delivery.Files.Length)
            return Problem.NotFound.With();
        var name = (await content.DetailsAsync(found.Id, delivery, cancellationToken)).Names[number - 1];
        return await commented.OfAsync(found, delivery, number, name, cancellationToken) is { } noted
            ? Answer(noted)
            : Problem.NotFound.With(TransportFindings.NothingToNote.At(Place.InFile(name)));
    }

    private static async Task<IResult> CheckAsync(
        string round, string unit, HttpRequest request, RoundLog log, CommentedFiles commented, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { Code: var code }) return RoundEndpoints.UnknownUnit(unit);
        await using var upload = await Upload.ReadAsync(request, found.Vault, Limits, cancellationToken);
        if (upload.Refusal is { } problem) return problem.With(upload.Findings);
        var file = upload.Files.Sent[0].File;
        return await commented.CheckAsync(found.Rules, file, code, clock.GetUtcNow(), cancellationToken) switch
        {
            ({ } noted, _) => Answer(noted),
            (_, { IsEmpty: true }) => TypedResults.NoContent(),
            var (_, findings) => Problem.NotAccepted.With(findings),
        };
    }

    /// <summary>A file with notes as a download.</summary>
    public static IResult Answer(CommentedFile noted) => new CommentedAnswer(noted);

    private sealed class CommentedAnswer(CommentedFile noted) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, disposition) = (httpContext.Response, new ContentDispositionHeaderValue("attachment"));
            disposition.SetHttpFileName(noted.Name);
            (response.ContentType, response.ContentLength, response.Headers.ContentDisposition) = (noted.MediaType, noted.Content.Length, disposition.ToString());
            return response.Body.WriteAsync(noted.Content, httpContext.RequestAborted).AsTask();
        }
    }
}
