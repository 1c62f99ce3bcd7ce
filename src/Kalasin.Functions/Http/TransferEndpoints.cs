using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/export</c> and <c>rounds/import</c>: a round as one file. It has all that was written in confidence, so that
/// both are the coordinator's alone.
/// </summary>
internal static partial class TransferEndpoints
{
    public static IEndpointRouteBuilder MapTransfer(this IEndpointRouteBuilder api)
    {
        var transfer = api.MapGroup("/rounds").RequireAuthorization(Policies.Coordinate);
        transfer.MapGet("/{round}/export", ExportAsync).Tell("ส่งออกทั้งรอบเป็นไฟล์เดียว", "A round as one file").Gives("application/zip");
        transfer.MapPost("/import", ImportAsync).WithMetadata(BodyLimit.RoundFile).Tell("นำเข้ารอบ", "Brings a round in")
            .Takes("application/zip").Produces<ImportAnswer>(StatusCodes.Status201Created).Produces<ImportAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> ExportAsync(string round, RoundExport export, CancellationToken cancellationToken) =>
        await export.FindAsync(round, cancellationToken) is { } found ? new ExportAnswer(found) : RoundEndpoints.Unknown(round);

    private static async Task<IResult> ImportAsync(
        HttpRequest request, Caller caller, RoundImport import, ILogger<RoundImport> log, CancellationToken cancellationToken)
    {
        var outcome = await import.RunAsync(request.Body, cancellationToken);
        // In the round's own log it can't stand, which is the same everywhere.
        if (outcome is ImportOutcome.Imported { NewEvents: > 0 } brought) Imported(log, brought.Round.Value, brought.NewEvents, caller.Actor.Role);
        return outcome switch
        {
            ImportOutcome.Imported { NewEvents: > 0, Round: var round } imported =>
                new CreatedAnswer<ImportAnswer>($"/api/rounds/{round}", ImportAnswer.Of(imported), ApiJson.Readable.ImportAnswer),
            ImportOutcome.Imported imported => TypedResults.Json(ImportAnswer.Of(imported), ApiJson.Readable.ImportAnswer),
            ImportOutcome.Refused refused => Problem.NotAccepted.With(refused.Findings),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Round} was imported: {Events} events, by a {Role}")]
    private static partial void Imported(ILogger log, string round, long events, ActorRole role);

    /// <summary>Written while it is sent. What fails on the way cuts the connection, so that nobody takes the beginning for the whole.</summary>
    private sealed class ExportAnswer(ExportedRound round) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.ContentType, response.Headers.ContentDisposition) = ("application/zip", $"attachment; filename=\"{round.FileName}\"");
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : round.WriteAsync(response.Body, null, httpContext.RequestAborted);
        }
    }
}

/// <summary>What an import brought.</summary>
/// <param name="Events">Events that the round has now.</param>
/// <param name="NewEvents">Of them, those that the file brought; 0 where all were here.</param>
/// <param name="NewContents">Contents that it brought.</param>
/// <param name="Findings">What should be known.</param>
internal sealed record ImportAnswer(string Round, long Events, long NewEvents, int NewContents, IReadOnlyList<FindingAnswer> Findings)
{
    public static ImportAnswer Of(ImportOutcome.Imported imported) =>
        new(imported.Round.Value, imported.Events, imported.NewEvents, imported.NewContents, [.. imported.Findings.Select(FindingAnswer.Of)]);
}
