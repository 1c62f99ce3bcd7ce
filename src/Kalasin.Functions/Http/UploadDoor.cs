using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary>What differs between the uploads of page and API: when it is taken in, what makes it known again, and how the answer looks.</summary>
internal interface IUploadForm
{
    /// <summary>Why it is not taken in, asked before it is read and again after; null if it is.</summary>
    /// <param name="upload">What was read; null before.</param>
    IResult? Objection(Upload? upload);

    /// <summary>It is only asked what would become of it.</summary>
    bool IsTrial(Upload upload);

    Task<IResult> ExplainedAsync(OpenedRound round, ReportingUnit unit, DeliveryOutcome.Explained explained, CancellationToken cancellationToken);

    /// <summary>The sender's idempotency key; null if none was given.</summary>
    string? KeyOf(Upload upload);

    IResult Taken(OpenedRound round, ReportingUnit unit, DeliveryOutcome.Accepted accepted);

    Task<IResult> NotTakenAsync(OpenedRound round, ReportingUnit unit, Problem problem, IReadOnlyList<Finding> findings, CancellationToken cancellationToken);
}

/// <summary>The one way in for uploads to a unit of a round.</summary>
internal sealed class UploadDoor(RoundLog log, DeliveryService deliveries, PartialUploads parts, TimeProvider clock)
{
    public async Task<IResult> ReceiveAsync(
        string round, string unit, HttpRequest request, Actor actor, IUploadForm form, CancellationToken cancellationToken)
    {
        var receivedAt = clock.GetUtcNow();
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        if (form.Objection(null) is { } beforehand) return beforehand;

        await using var upload = await Upload.ReadAsync(request, found.Vault, UploadLimits.Default, cancellationToken, new(parts, new(found.Id, known.Code)));
        var objection = form.Objection(upload);
        if (objection is not null && upload.Refusal is null) return objection;
        // A refused upload may not have come as far as what the form looks for; then it is not recorded, but its findings help more.
        var isRecorded = !form.IsTrial(upload) && objection is null && upload.Refusal != Problem.UnsupportedMediaType;
        var delivery = new IncomingDelivery(known.Code, DeliveryChannel.Upload, receivedAt, form.KeyOf(upload), upload.Files, upload.Findings);
        var outcome = await deliveries.DeliverAsync(found, delivery, actor, dryRun: !isRecorded, cancellationToken);
        if (isRecorded && outcome is DeliveryOutcome.Refused) await parts.DeleteAsync(upload.Parts, cancellationToken);
        return outcome switch
        {
            DeliveryOutcome.Accepted accepted => form.Taken(found, known, accepted),
            DeliveryOutcome.Explained explained => await form.ExplainedAsync(found, known, explained, cancellationToken),
            DeliveryOutcome.Refused refused =>
                await form.NotTakenAsync(found, known, upload.Refusal ?? Problem.NotAccepted, refused.Findings, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
