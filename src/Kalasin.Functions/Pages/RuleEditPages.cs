using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's pages of annex and plan. A workbook that comes in fills the page's fields, so that what is saved is what is seen.</summary>
internal static class RuleEditPages
{
    /// <summary>Fields of the form: a framework of a hundred indicators has some three thousand.</summary>
    internal const int MostFields = 10_000;

    /// <summary>One workbook of rules.</summary>
    internal static readonly UploadLimits Limits = UploadLimits.Default with { FileBytes = 5_000_000, Files = 1 };

    public static void MapRuleEditPages(this IEndpointRouteBuilder pages)
    {
        foreach (var kind in Enum.GetValues<RuleEditKind>())
        {
            var edit = pages.MapGroup($"/rounds/{{round}}/{ApiJson.Word(kind)}").RequireAuthorization(Policies.Coordinate);
            edit.MapGet("", (string round, HttpContext context, Pieces pieces) => new Visit(kind, context, pieces).ShowAsync(round));
            edit.MapPost("", (string round, HttpContext context, Pieces pieces) => new Visit(kind, context, pieces).PostAsync(round)).WithMetadata(BodyLimit.Upload);
            edit.MapPost("/sheet", (string round, HttpContext context, Pieces pieces) => new Visit(kind, context, pieces).SheetAsync(round)).WithMetadata(BodyLimit.Upload);
        }
    }

    /// <summary>What a visit needs.</summary>
    internal sealed record Pieces(RoundLog Log, RuleEdits Edits, Caller Caller, Installation Installation)
    {
        public static ValueTask<Pieces> BindAsync(HttpContext context)
        {
            var services = context.RequestServices;
            return ValueTask.FromResult(new Pieces(
                services.GetRequiredService<RoundLog>(), services.GetRequiredService<RuleEdits>(), Caller.Of(context.User)!, services.GetRequiredService<Installation>()));
        }
    }

    private sealed class Visit(RuleEditKind kind, HttpContext context, Pieces pieces)
    {
        private readonly CancellationToken cancellationToken = context.RequestAborted;

        public async Task<IResult> ShowAsync(string round)
        {
            if (await pieces.Log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
            var edit = await pieces.Edits.OpenAsync(found, kind, cancellationToken);
            return PageAnswer.Of<RuleEditPage>(Of(found) with { Tables = RuleTableView.Of(edit.Tables) });
        }

        public async Task<IResult> PostAsync(string round)
        {
            var fields = await SmallForm.ReadAsync(context.Request, cancellationToken, MostFields);
            if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
            if (await pieces.Log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
            var edit = await pieces.Edits.OpenAsync(found, kind, cancellationToken);
            var typed = RuleTableView.Read(edit.Tables, fields);
            var tried = await pieces.Edits.TryAsync(found, edit, typed, [], cancellationToken);
            if (fields["act"] != "save" || tried.Rules is null) return Answer(found, edit, typed, tried, "", []);
            if (!StatedTexts.TryState(fields["reason"], out var reason)) return Answer(found, edit, typed, tried, fields["reason"], [RulesEndpoints.NoReason]);
            var outcome = await pieces.Edits.SaveAsync(found, edit, tried, reason, pieces.Caller.Actor, cancellationToken);
            return outcome.Decision is Refuse refusal ? Answer(found, edit, typed, tried, fields["reason"], refusal.Findings) : SeeOther.To(PageAddress.Rules(found.Id.Value));
        }

        public async Task<IResult> SheetAsync(string round)
        {
            if (await pieces.Log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
            var edit = await pieces.Edits.OpenAsync(found, kind, cancellationToken);
            await using var upload = await FileForm.ReadAsync(context.Request, found.Vault, Limits, cancellationToken);
            if (upload is null) return FormToken.Refusal;
            if (upload.Refusal is { } problem)
                return PageAnswer.Of<RuleEditPage>(Of(found) with { Tables = RuleTableView.Of(edit.Tables), Findings = [.. upload.Findings] }, problem.Status);
            var findings = new List<Finding>();
            var typed = await pieces.Edits.ReadAsync(upload.Files.Sent[0].File, edit, findings, cancellationToken);
            var tried = await pieces.Edits.TryAsync(found, edit, typed, findings, cancellationToken);
            return Answer(found, edit, typed, tried, "", []);
        }

        private IResult Answer(OpenedRound round, RuleEdit edit, TypedTables typed, RuleEditOutcome tried, string reason, ImmutableArray<Finding> more)
        {
            ImmutableArray<Finding> findings = [.. tried.Findings, .. more];
            var (tables, beside) = RuleTableView.Back(edit.Tables, typed, findings);
            return PageAnswer.Of<RuleEditPage>(
                Of(round) with
                {
                    Tables = tables, Findings = beside, IsTried = tried.Rules is not null, Changes = tried.Changes,
                    Scores = tried.Scores, OutdatesReport = tried.Rules?.ReportBasis != round.Rules.ReportBasis && !round.State.Reports.IsEmpty, Reason = reason,
                },
                tried.Rules is null || !more.IsEmpty ? Problem.NotAccepted.Status : StatusCodes.Status200OK);
        }

        private RuleEditView Of(OpenedRound round) => new(
            kind == RuleEditKind.Annex ? new("ภาคผนวกของหนังสือเจ้าของรางวัล", "The annex of the giver's letter") : new("แผนของจังหวัด", "The province's plan"), round.Rules, ApiJson.Word(kind))
        {
            IsSample = pieces.Installation.IsSample, InRound = round.Id.Value, Trail = LinksView.TrailOf(round), Token = FormToken.Of(context),
        };
    }
}
