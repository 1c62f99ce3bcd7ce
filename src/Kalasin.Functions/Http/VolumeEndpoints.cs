using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/receipts</c> and <c>rounds/{round}/returns</c>: all of them, as files in one zip file or bound as one document.</summary>
internal static class VolumeEndpoints
{
    private const string Zip = "zip";

    public static IEndpointRouteBuilder MapVolumes(this IEndpointRouteBuilder api)
    {
        string[] given = ["application/zip", .. FileFormat.OfReports.Select(f => FileFormat.Of(f).MediaType)];
        var round = api.MapGroup("/rounds/{round}").RequireAuthorization(Policies.Round);
        round.MapGet("/receipts", ReceiptsAsync).Tell("ใบตอบรับข้อมูลทุกฉบับ", "All receipts").Gives(given);
        round.MapGet("/returns", ReturnsAsync).Tell("แบบรายงานของทุกหน่วยงาน", "The returns of all units").Gives(given);
        return api;
    }

    private static async Task<IResult> ReceiptsAsync(
        string round, RoundLog log, RoundReceipts receipts, TimeProvider clock, CancellationToken cancellationToken, string format = Zip, string? asOf = null)
    {
        var (found, _, objection) = await FindAsync(round, format, asOf, log, clock, cancellationToken);
        if (found is null) return objection!;
        if (found.State.Deliveries.Count == 0) return NothingCame;
        var documents = receipts.OfAsync(found, cancellationToken);
        return await AnswerAsync(
            $"ใบตอบรับข้อมูล รอบ {found.Id}", $"receipts-{found.Id}", format, found.State.Deliveries.Count, documents, Bare(documents), cancellationToken);
    }

    // The generator of handlers takes those with parameters of the same types in the same order for one, also where their defaults differ.
    private static async Task<IResult> ReturnsAsync(
        string round, RoundLog log, TimeProvider clock, PrintedReturns returns, CancellationToken cancellationToken, string format = Zip, string? asOf = null)
    {
        var (found, at, objection) = await FindAsync(round, format, asOf, log, clock, cancellationToken);
        if (found is null) return objection!;
        var count = found.State.Heads.Length;
        if (count == 0) return NothingCame;
        var scored = await returns.ScoreAsync(found, at, cancellationToken);
        return await AnswerAsync(
            $"แบบรายงานผลการดำเนินงาน รอบ {found.Id}", $"returns-{found.Id}", format, count,
            RoundReturns.FilesAsync(returns, scored, cancellationToken), RoundReturns.BoundAsync(returns, scored, cancellationToken), cancellationToken);
    }

    private static IResult NothingCame => Problem.NotFound.With(QueryFindings.NothingCame.At(Place.Nowhere));

    private static async Task<(OpenedRound? Round, DateTimeOffset At, IResult? Objection)> FindAsync(
        string round, string format, string? asOf, RoundLog log, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (format != Zip && FileFormat.ReportOf(format) is null)
            return (null, default, Problem.BadRequest.With(
                QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), $"{Zip}, {FileFormat.ReportEndings}")));
        if (!RoundAsOf.TryMoment(asOf, out var moment)) return (null, default, Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(asOf))));
        var (found, objection) = await RoundAsOf.FindAsync(log, round, moment, cancellationToken);
        return (found, moment ?? clock.GetUtcNow(), objection);
    }

    private static async Task<IResult> AnswerAsync(
        string title, string name, string format, int count, IAsyncEnumerable<NamedDocument> files, IAsyncEnumerable<ReportDocument> bound, CancellationToken cancellationToken)
    {
        if (FileFormat.ReportOf(format) is not { } wanted) return new ZipAnswer(files, name);
        return count <= RoundDocuments.MostBound && await RoundDocuments.BindAsync(title, bound, cancellationToken) is { } volume
            ? new DocumentAnswer(volume, wanted, name)
            : Problem.BadRequest.With(QueryFindings.TooManyToBind.At(
                Place.Nowhere, ThaiNumerals.Number(count), ThaiNumerals.Number(RoundDocuments.MostBound), ThaiNumerals.Number(RoundDocuments.MostRows)));
    }

    private static async IAsyncEnumerable<ReportDocument> Bare(IAsyncEnumerable<NamedDocument> documents)
    {
        await foreach (var (_, document) in documents) yield return document;
    }

    /// <summary>Written while they are sent. What fails on the way cuts the connection, so that nobody takes the beginning for the whole.</summary>
    private sealed class ZipAnswer(IAsyncEnumerable<NamedDocument> documents, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.ContentType, response.Headers.ContentDisposition) = ("application/zip", $"attachment; filename=\"{name}.zip\"");
            return HttpMethods.IsHead(httpContext.Request.Method)
                ? Task.CompletedTask
                : httpContext.RequestServices.GetRequiredService<Instruments>().RenderAsync(
                    name[..name.IndexOf('-', StringComparison.Ordinal)], Zip, () => RoundDocuments.WriteZipAsync(documents, response.Body, httpContext.RequestAborted));
        }
    }
}
