using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/units/{unit}/deliveries</c> in, <c>rounds/{round}/deliveries…</c> out.</summary>
internal static class DeliveryEndpoints
{
    public static IEndpointRouteBuilder MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/units/{unit}/deliveries", ReceiveAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver)
            .Tell("ส่งรายงานของหน่วยงาน", "Sends a unit's returns").TakesFiles().Keyed()
            .Produces<DeliveryAnswer>(StatusCodes.Status201Created).Produces<ExplanationAnswer>();
        api.MapGet("/rounds/{round}/units/{unit}/deliveries", ListOfUnitAsync).RequireAuthorization(Policies.Unit)
            .Tell("การนำส่งของหน่วยงาน", "What a unit sent").Tagged<ListAnswer<DeliveryLine>>();
        api.MapGet("/rounds/{round}/deliveries", ListAsync).RequireAuthorization(Policies.Round)
            .Tell("การนำส่งของรอบ", "What was sent in a round").Tagged<ListAnswer<DeliveryLine>>();
        var deliveries = api.MapGroup("/rounds/{round}/deliveries").RequireAuthorization(Policies.Delivery);
        deliveries.MapGet("/{receipt:int}", ShowAsync).Tell("การนำส่งครั้งหนึ่ง", "One delivery").Produces<DeliveryLine>();
        deliveries.MapGet("/{receipt:int}/files/{number:int}", FileAsync).Tell("ไฟล์ต้นฉบับ", "An original as it was sent")
            .Gives("application/octet-stream").Fails(StatusCodes.Status410Gone)
            .WithSecurityHeadersPolicy(SecurityHeaders.Originals);
        deliveries.MapGet("/{receipt:int}/receipt", ReceiptAsync).Tell("ใบตอบรับข้อมูล", "The receipt").GivesReport();
        return api;
    }

    private static Task<IResult> ReceiveAsync(
        string round, string unit, HttpRequest request, Caller caller, UploadDoor door, CancellationToken cancellationToken, bool dryRun = false) =>
        door.ReceiveAsync(round, unit, request, caller.Actor, new Form(IdempotencyKey.Of(request), dryRun), cancellationToken);

    private static async Task<IResult> ListAsync(
        string round, HttpRequest request, RoundLog log, VaultContent content, TaggedAnswers tagged, CancellationToken cancellationToken,
        string? asOf = null, string? next = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        return found is null ? objection! : await PageAsync(found, found.State.Deliveries, request, content, tagged, next, cancellationToken);
    }

    private static async Task<IResult> ListOfUnitAsync(
        string round, string unit, HttpRequest request, RoundLog log, VaultContent content, TaggedAnswers tagged, CancellationToken cancellationToken,
        string? asOf = null, string? next = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return found.UnitOf(unit) is { Code: var code }
            ? await PageAsync(found, [.. found.State.Deliveries.Where(d => d.Unit == code)], request, content, tagged, next, cancellationToken)
            : RoundEndpoints.UnknownUnit(unit);
    }

    private static async Task<IResult> PageAsync(
        OpenedRound found, IReadOnlyList<DeliveryReceived> all, HttpRequest request, VaultContent content, TaggedAnswers tagged, string? next,
        CancellationToken cancellationToken)
    {
        if (Paging.Of(all, d => d.Receipt.ToString(), next) is not { } page) return Paging.Unknown;
        return await tagged.OfAsync(request, found, ApiJson.Readable.ListAnswerDeliveryLine, async () =>
        {
            var lines = new List<DeliveryLine>(page.Items.Count);
            foreach (var delivery in page.Items)
                lines.Add(await LineAsync(found, delivery, content, cancellationToken));
            return new(lines, page.Next);
        });
    }

    private static async Task<IResult> ShowAsync(
        string round, int receipt, Caller caller, RoundLog log, VaultContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(round, receipt, caller, log, cancellationToken) is not var (found, delivery)) return Problem.NotFound.With();
        return TypedResults.Json(await LineAsync(found, delivery, content, cancellationToken), ApiJson.Readable.DeliveryLine);
    }

    private static async Task<DeliveryLine> LineAsync(
        OpenedRound found, DeliveryReceived delivery, VaultContent content, CancellationToken cancellationToken) => DeliveryLine.Of(
            delivery, await content.DetailsAsync(found.Id, delivery, cancellationToken),
            found.NotesOf(delivery).Concat(content.DamageOf(found.Id, delivery)));

    /// <summary>An original as it was sent: always a download, never shown in our pages.</summary>
    private static async Task<IResult> FileAsync(
        string round, int receipt, int number, Caller caller, RoundLog log, VaultContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(round, receipt, caller, log, cancellationToken) is not var (found, delivery) || number < 1 || number > delivery.Files.Length)
            return Problem.NotFound.With();
        var told = await content.DetailsAsync(found.Id, delivery, cancellationToken);
        var file = delivery.Files[number - 1];
        return new OriginalAnswer(content, found.Id, file.Hash, file.Size, told.Names[number - 1]);
    }

    private static async Task<IResult> ReceiptAsync(
        string round, int receipt, Caller caller, RoundLog log, VaultContent content,
        Installation installation, CancellationToken cancellationToken, string format = "pdf")
    {
        if (FileFormat.ReportOf(format) is not { } wanted)
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), FileFormat.ReportEndings));
        if (await FindAsync(round, receipt, caller, log, cancellationToken) is not var (found, delivery)) return Problem.NotFound.With();
        var told = await content.DetailsAsync(found.Id, delivery, cancellationToken);
        var then = await log.RightAfterAsync(found, delivery.Receipt, cancellationToken);
        return new DocumentAnswer(Receipts.Of(then, delivery, told, installation), wanted, $"receipt-{found.Id}-{receipt}");
    }

    /// <returns>Null where there is none, and for an officer where it is another unit's.</returns>
    internal static async Task<(OpenedRound Round, DeliveryReceived Delivery)?> FindAsync(
        string round, int receipt, Caller caller, RoundLog log, CancellationToken cancellationToken) =>
        receipt > 0 && await log.FindAsync(round, cancellationToken) is { } found
            && found.State.Find(new(receipt)) is { } delivery && caller.Sees(delivery.Unit) ? (found, delivery) : null;

    private sealed class Form(string key, bool isTrial) : IUploadForm
    {
        public bool IsTrial(Upload upload) => isTrial;

        public Task<IResult> ExplainedAsync(
            OpenedRound round, ReportingUnit unit, DeliveryOutcome.Explained explained, CancellationToken cancellationToken) =>
            Task.FromResult<IResult>(TypedResults.Json(ExplanationAnswer.Of(explained), ApiJson.Readable.ExplanationAnswer));

        public IResult? Objection(Upload? upload) => IdempotencyKey.Objection(key);

        public string? KeyOf(Upload upload) => key.Length > 0 ? key : null;

        public IResult Taken(OpenedRound round, ReportingUnit unit, DeliveryOutcome.Accepted accepted) => new CreatedAnswer<DeliveryAnswer>(
            $"/api/rounds/{round.Id}/deliveries/{accepted.Delivery.Receipt}", DeliveryAnswer.Of(accepted), ApiJson.Readable.DeliveryAnswer);

        public Task<IResult> NotTakenAsync(
            OpenedRound round, ReportingUnit unit, Problem problem, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) =>
            Task.FromResult(problem.With(findings));
    }
}
