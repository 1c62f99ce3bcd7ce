using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>The page of signature and dispatch, for coordinator and head: where the report stands, and what is to be done next.</summary>
internal static class SigningPages
{
    public static void MapSigningPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rounds/{round}/signing", ShowAsync).RequireAuthorization(Policies.Round);
        pages.MapPost("/rounds/{round}/signing/copies", AttachAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Decide);
        pages.MapPost("/rounds/{round}/signing/returns", AttachReturnsAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Decide);
        pages.MapPost("/rounds/{round}/signing/office-files", GiveAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Decide);
        pages.MapPost("/rounds/{round}/signing/dispatch", DispatchAsync).RequireAuthorization(Policies.Decide);
    }

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, Caller caller, RoundLog log, VaultContent content, SeasonPapers papers, Dispatch dispatch, Installation installation,
        TimeProvider clock, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return PageAnswer.Of<SigningPage>(await new Composer(context, caller, content, papers, dispatch, installation, clock).OfAsync(found, day, cancellationToken));
    }

    private static async Task<IResult> AttachAsync(
        string round, HttpContext context, Caller caller, RoundLog log, SignedCopyIntake intake, VaultContent content, SeasonPapers papers,
        Dispatch dispatch, Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        // Nobody who may not attach one makes us read a file.
        if (!caller.Actor.IsInCharge) return Problem.NotAccepted.With(RoundFindings.NotAllowed.At(Place.Nowhere));
        await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        var composer = new Composer(context, caller, content, papers, dispatch, installation, clock);
        if (upload.Refusal is { } problem) return await AgainAsync([.. upload.Findings], problem.Status);
        var word = upload.Fields.GetValueOrDefault("paper");
        if (SigningEndpoints.PaperOf(word) is not { } paper) return await AgainAsync([SigningEndpoints.PaperUnknown(word)], Problem.NotAccepted.Status);
        if (!SigningEndpoints.TryReason(upload.Fields.GetValueOrDefault("reason"), out var reason)) return await AgainAsync([RulesEndpoints.NoReason], Problem.NotAccepted.Status);
        var outcome = await intake.AttachAsync(found, paper, upload.Files, reason, upload.Fields.GetValueOrDefault("key"), caller.Actor, cancellationToken);
        return outcome.Decision is Refuse ? await AgainAsync(outcome.Findings, Problem.NotAccepted.Status) : SeeOther.To($"{PageAddress.Signing(found.Id.Value)}#copies");

        async Task<IResult> AgainAsync(ImmutableArray<Finding> findings, int status) =>
            PageAnswer.Of<SigningPage>(await composer.OfAsync(found, null, cancellationToken) with { Findings = findings }, status);
    }

    private static async Task<IResult> AttachReturnsAsync(
        string round, HttpContext context, Caller caller, RoundLog log, SignedReturnIntake intake, VaultContent content, SeasonPapers papers,
        Dispatch dispatch, Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!caller.Actor.IsCoordinator) return Problem.NotAccepted.With(RoundFindings.NotAllowed.At(Place.Nowhere));
        await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, UploadLimits.Default, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        if (upload.Refusal is { } problem) return await AgainAsync(found, [.. upload.Findings], problem.Status);
        var outcome = await intake.AttachAsync(found, null, upload.Files, upload.Fields.GetValueOrDefault("key"), caller.Actor, cancellationToken);
        return outcome.Attached.IsEmpty
            ? await AgainAsync(outcome.Round, outcome.Findings, Problem.NotAccepted.Status)
            : await AgainAsync(outcome.Round, [AttachedReturn.Told(outcome.Attached, found.Rules), .. outcome.Findings], StatusCodes.Status200OK);

        async Task<IResult> AgainAsync(OpenedRound now, ImmutableArray<Finding> findings, int status) => PageAnswer.Of<SigningPage>(
            await new Composer(context, caller, content, papers, dispatch, installation, clock).OfAsync(now, null, cancellationToken) with { Findings = findings }, status);
    }

    private static async Task<IResult> GiveAsync(
        string round, HttpContext context, Caller caller, RoundLog log, OfficeFiles files, VaultContent content, SeasonPapers papers,
        Dispatch dispatch, Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (files.Objection(found, OfficeFile.Emblem, caller.Actor) is { } refusal) return Problem.NotAccepted.With(refusal.Findings);
        await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, OfficeFileEndpoints.Limits, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        var word = upload.Fields.GetValueOrDefault("use");
        if (upload.Refusal is { } problem) return await AgainAsync(found, [.. upload.Findings], problem.Status);
        if (OfficeFileEndpoints.UseOf(word) is not { } use) return await AgainAsync(found, [OfficeFileEndpoints.UseUnknown(word)], Problem.NotAccepted.Status);
        var outcome = await files.GiveAsync(found, use, upload.Files, caller.Actor, cancellationToken);
        // What was found in a file that was taken is worth reading once: the page says it instead of moving on.
        return outcome.Findings.IsEmpty
            ? SeeOther.To($"{PageAddress.Signing(found.Id.Value)}#files")
            : await AgainAsync(outcome.Round, outcome.Findings, outcome.Decision is Refuse ? Problem.NotAccepted.Status : StatusCodes.Status200OK);

        async Task<IResult> AgainAsync(OpenedRound now, ImmutableArray<Finding> findings, int status) => PageAnswer.Of<SigningPage>(
            await new Composer(context, caller, content, papers, dispatch, installation, clock).OfAsync(now, null, cancellationToken) with { Findings = findings }, status);
    }

    private static async Task<IResult> DispatchAsync(
        string round, HttpContext context, Caller caller, RoundLog log, Dispatch dispatch, VaultContent content, SeasonPapers papers, Installation installation,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!caller.Actor.IsInCharge) return Problem.NotAccepted.With(RoundFindings.NotAllowed.At(Place.Nowhere));
        var outcome = await dispatch.OrderAsync(found, null, SigningEndpoints.SeenOf(fields["seen"]), caller.Actor, cancellationToken);
        if (outcome.Decision is not Refuse refusal) return SeeOther.To($"{PageAddress.Signing(found.Id.Value)}#dispatch");
        var view = await new Composer(context, caller, content, papers, dispatch, installation, clock).OfAsync(outcome.Round, null, cancellationToken);
        return PageAnswer.Of<SigningPage>(view with { Findings = refusal.Findings }, Problem.NotAccepted.Status);
    }

    /// <summary>Makes the page for one visitor.</summary>
    private sealed class Composer(
        HttpContext context, Caller caller, VaultContent content, SeasonPapers papers, Dispatch dispatch, Installation installation, TimeProvider clock)
    {
        public async Task<SigningView> OfAsync(OpenedRound round, DateOnly? day, CancellationToken cancellationToken)
        {
            var now = PageTime.EndOf(day) ?? clock.GetUtcNow();
            var offer = new DecisionOffer(round, caller, now, FormToken.Of(context), PageAddress.Signing(round.Id.Value), isPast: day is not null);
            var view = await new SigningDecisions(offer, new(round, content)).ViewAsync(now, cancellationToken);
            var (preview, obstacles) = view is { IsDispatched: false } && caller.Actor.IsInCharge && day is null ? await PreviewAsync(round, cancellationToken) : (null, view.Obstacles);
            return view with
            {
                Preview = preview,
                Obstacles = obstacles,
                Number = (await NumberAsync(round, cancellationToken))?.InWords,
                IsSample = installation.IsSample,
                Compile = CompileNow.Of(round, caller, now, day, context, PageAddress.Signing(round.Id.Value)),
                AsOf = day,
                InRound = round.Id.Value,
                Trail = LinksView.TrailOf(round),
                Token = FormToken.Of(context),
                Key = Guid.NewGuid().ToString("N"),
                IsInCharge = caller.Actor.IsInCharge && day is null,
                AttachesReturns = caller.Actor.IsCoordinator && day is null && !round.State.Heads.IsEmpty,
                Committee = CommitteeView.Of(round, caller.Actor, now, isPast: day is not null),
                GivesFiles = caller.Actor.IsCoordinator && day is null,
                OfficeFiles =
                [
                    .. Enum.GetValues<OfficeFile>().Select(use => (Use: use, Given: round.State.OfficeFiles.GetValueOrDefault(use)))
                        .Select(f => new OfficeFileView(OfficeFileEndpoints.Word(f.Use), OfficeFileSet.NameOf(f.Use), f.Given?.Given.At, f.Given?.Size ?? 0)),
                ],
            };
        }

        private async Task<(DispatchView? Preview, ImmutableArray<Finding> Obstacles)> PreviewAsync(OpenedRound round, CancellationToken cancellationToken)
        {
            try
            {
                var preview = await dispatch.PreviewAsync(round, cancellationToken);
                return (preview.Mails.IsEmpty ? null : DispatchView.Of(preview), preview.Obstacles);
            }
            catch (DamagedException damage)
            {
                return (null, [.. Evaluation.Rounds.DispatchOrder.Obstacles(round.State, round.Rules), damage.Finding]);
            }
        }

        private async Task<Evaluation.Reports.Papers.NumberedLetter?> NumberAsync(OpenedRound round, CancellationToken cancellationToken)
        {
            try
            {
                return await papers.NumberAsync(round, cancellationToken);
            }
            catch (DamagedException)
            {
                // The page shows what there is; health tells what was found damaged.
                return null;
            }
        }
    }
}
