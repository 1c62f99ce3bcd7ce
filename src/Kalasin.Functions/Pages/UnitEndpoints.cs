using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A unit's page and the form on it.</summary>
internal static class UnitEndpoints
{
    private const int LongestKey = 64;

    public static void MapUnitPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/units/{unit}", ShowAsync).RequireAuthorization(Policies.Unit);
        pages.MapPost("/rounds/{round}/units/{unit}", ReceiveAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver);
    }

    private static async Task<IResult> ShowAsync(
        string round, string unit, HttpContext context, RoundLog log, VaultContent content, Installation installation, TimeProvider clock, CancellationToken cancellationToken, int? receipt = null)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return UnknownUnit(unit);
        return PageAnswer.Of<UnitPage>(await UnitView.OfAsync(found, known, content, clock.GetUtcNow(), installation.IsSample, FormToken.Of(context), receipt, cancellationToken));
    }

    private static async Task<IResult> ReceiveAsync(
        string round, string unit, HttpContext context, Caller caller, RoundLog log, DeliveryService deliveries, VaultContent content, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var receivedAt = clock.GetUtcNow();
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return UnknownUnit(unit);
        if (!FormToken.IsPresent(context.Request)) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));

        await using var upload = await Upload.ReadAsync(context.Request, found.Vault, UploadLimits.Default, cancellationToken);
        // A refused upload may not have come as far as the token; then it is not recorded, but its findings help more than a lost token.
        if (upload.Refusal is { } refusal)
        {
            if (FormToken.Matches(context.Request, upload.Fields.GetValueOrDefault(FormToken.Field)))
                await deliveries.RefuseUnreadAsync(found, known.Code, receivedAt, KeyOf(upload), upload.Findings, caller.Actor, cancellationToken);
            return await NotTakenAsync(refusal.Status, upload.Findings);
        }
        if (!FormToken.Matches(context.Request, upload.Fields.GetValueOrDefault(FormToken.Field))) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));

        var incoming = new IncomingDelivery(
            known.Code, DeliveryChannel.Upload, receivedAt, KeyOf(upload), [.. upload.Files.Select(f => new IncomingFile(f.Name, f.Content))], upload.Findings);
        return await deliveries.DeliverAsync(found, incoming, caller.Actor, dryRun: false, cancellationToken) switch
        {
            DeliveryOutcome.Accepted accepted => SeeOther.To($"{PageAddress.Unit(found.Id.Value, known.Code.Value)}?receipt={accepted.Delivery.Receipt}#result"),
            DeliveryOutcome.Refused refused => await NotTakenAsync(StatusCodes.Status422UnprocessableEntity, refused.Findings),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };

        async Task<IResult> NotTakenAsync(int status, IReadOnlyList<Finding> findings)
        {
            var view = await UnitView.OfAsync(found, known, content, clock.GetUtcNow(), installation.IsSample, FormToken.Of(context), null, cancellationToken);
            return PageAnswer.Of<UnitPage>(view with { NotTaken = [.. findings] }, status);
        }
    }

    /// <summary>The page's key with the files' hashes: the same form sent twice is one delivery, other files in it are another.</summary>
    private static string? KeyOf(Upload upload) =>
        upload.Fields.GetValueOrDefault("key") is { Length: > 0 and <= LongestKey } key ? $"{key}\n{string.Join('\n', upload.Files.Select(f => f.Content.Hash))}" : null;

    private static IResult UnknownUnit(string unit) => Problem.NotFound.With(RoundFindings.UnknownUnit.At(Place.Nowhere, QueryFindings.Shown(unit)));
}
