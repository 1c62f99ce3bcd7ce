using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>A unit's page and the form on it.</summary>
internal static class UnitEndpoints
{
    private const int LongestKey = 64;

    public static void MapUnitPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/units/{unit}", ShowAsync).RequireAuthorization(Policies.Unit);
        pages.MapPost("/rounds/{round}/units/{unit}/signed-returns", AttachAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver);
        pages.MapPost("/rounds/{round}/units/{unit}/checks", CheckAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver);
        pages.MapPost("/rounds/{round}/units/{unit}", ReceiveAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Deliver);
    }

    private static async Task<IResult> ShowAsync(
        string round, string unit, HttpContext context, Caller caller, RoundLog log, VaultContent content, JumpService jumps, LinkOpenings openings,
        ResultsService results, Installation installation, TimeProvider clock, CancellationToken cancellationToken, int? receipt = null, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        if (day is null) await openings.NoteAsync(found, known.Code, context.Request);
        var view = await UnitView.OfAsync(
            found, known, content, jumps, caller, clock.GetUtcNow(), day, installation.IsSample, FormToken.Of(context), receipt, cancellationToken);
        return PageAnswer.Of<UnitPage>(view with { Provisional = await ProvisionalView.OfAsync(found, known, results, cancellationToken) });
    }

    private static Task<IResult> ReceiveAsync(
        string round, string unit, HttpContext context, Caller caller, UploadDoor door,
        VaultContent content, JumpService jumps, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken) =>
        door.ReceiveAsync(round, unit, context.Request, caller.Actor, new Form(context, caller, content, jumps, installation, clock), cancellationToken);

    private static async Task<IResult> AttachAsync(
        string round, string unit, HttpContext context, Caller caller, RoundLog log, SignedReturnIntake intake, VaultContent content, JumpService jumps,
        Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        var form = new Form(context, caller, content, jumps, installation, clock);
        if (upload.Refusal is { } problem) return await form.NotTakenAsync(found, known, problem, upload.Findings, cancellationToken);
        var outcome = await intake.AttachAsync(found, known.Code, upload.Files, form.KeyOf(upload), caller.Actor, cancellationToken);
        return outcome.Attached.IsEmpty
            ? await form.NotTakenAsync(outcome.Round, known, Problem.NotAccepted, outcome.Findings, cancellationToken)
            : SeeOther.To(PageAddress.Unit(found.Id.Value, known.Code.Value));
    }

    /// <summary>Looks at a file and gives it back with notes; of what holds none the page says what would become of it. Nothing is kept.</summary>
    private static async Task<IResult> CheckAsync(
        string round, string unit, HttpContext context, Caller caller, RoundLog log, CommentedFiles commented, DeliveryService deliveries, VaultContent content, JumpService jumps,
        Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, CommentedEndpoints.Limits, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        var form = new Form(context, caller, content, jumps, installation, clock);
        if (upload.Refusal is { } problem) return await form.NotTakenAsync(found, known, problem, upload.Findings, cancellationToken);
        var (file, now) = (upload.Files.Sent[0].File, clock.GetUtcNow());
        if ((await commented.CheckAsync(found.Rules, file, known.Code, now, cancellationToken)).Commented is { } noted) return CommentedEndpoints.Answer(noted);
        var trial = new IncomingDelivery(known.Code, DeliveryChannel.Upload, now, null, upload.Files, upload.Findings);
        return await deliveries.DeliverAsync(found, trial, caller.Actor, dryRun: true, cancellationToken) switch
        {
            DeliveryOutcome.Explained explained => await form.ExplainedAsync(found, known, explained, cancellationToken),
            DeliveryOutcome.Refused refused => await form.NotTakenAsync(found, known, Problem.NotAccepted, refused.Findings, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private sealed class Form(HttpContext context, Caller caller, VaultContent content, JumpService jumps, Installation installation, TimeProvider clock) : IUploadForm
    {
        public IResult? Objection(Upload? upload)
        {
            var isOurs = upload is null
                ? FormToken.IsPresent(context.Request)
                : FormToken.Matches(context.Request, upload.Fields.GetValueOrDefault(FormToken.Field));
            return isOurs ? null : FormToken.Refusal;
        }

        /// <summary>The page's key with the files' hashes: the same form sent twice is one delivery, other files in it are another.</summary>
        public string? KeyOf(Upload upload) => upload.Fields.GetValueOrDefault("key") is { Length: > 0 and <= LongestKey } key
            ? $"{key}\n{string.Join('\n', upload.Files.Sent.Select(f => f.Content.Hash))}"
            : null;

        public bool IsTrial(Upload upload) => upload.Fields.GetValueOrDefault("check") is "1";

        public async Task<IResult> ExplainedAsync(
            OpenedRound round, ReportingUnit unit, DeliveryOutcome.Explained explained, CancellationToken cancellationToken)
        {
            var view = await UnitView.OfAsync(
                round, unit, content, jumps, caller, clock.GetUtcNow(), null, installation.IsSample, FormToken.Of(context), null, cancellationToken);
            return PageAnswer.Of<UnitPage>(view with { Sent = SentView.Tried(explained.Returns, explained.Findings) });
        }

        public IResult Taken(OpenedRound round, ReportingUnit unit, DeliveryOutcome.Accepted accepted) =>
            SeeOther.To($"{PageAddress.Unit(round.Id.Value, unit.Code.Value)}?receipt={accepted.Delivery.Receipt}#result");

        public async Task<IResult> NotTakenAsync(
            OpenedRound round, ReportingUnit unit, Problem problem, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        {
            var view = await UnitView.OfAsync(
                round, unit, content, jumps, caller, clock.GetUtcNow(), null, installation.IsSample, FormToken.Of(context), null, cancellationToken);
            return PageAnswer.Of<UnitPage>(view with { Sent = SentView.Refused(findings) }, problem.Status);
        }
    }
}
