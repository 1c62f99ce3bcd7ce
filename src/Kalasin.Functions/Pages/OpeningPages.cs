using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>
/// Opens a round: at once, or after its deadlines, units, addresses and hosts were entered, on the page or by workbook. These are checked as any later change of the
/// plan is, and nothing is kept before the round is opened.
/// </summary>
internal static class OpeningPages
{
    public static void MapOpeningPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/", OpenAsync).RequireAuthorization(Policies.Coordinate);
        var opening = pages.MapGroup("/opening").RequireAuthorization(Policies.Coordinate);
        opening.MapGet("", (HttpContext context, Pieces pieces) => new Visit(context, pieces).ShowAsync());
        opening.MapGet("/plan.xlsx", (HttpContext context, Pieces pieces) => new Visit(context, pieces).WorkbookAsync());
        opening.MapPost("", (HttpContext context, Pieces pieces) => new Visit(context, pieces).PostAsync()).WithMetadata(BodyLimit.Upload);
        opening.MapPost("/sheet", (HttpContext context, Pieces pieces) => new Visit(context, pieces).SheetAsync()).WithMetadata(BodyLimit.Upload);
    }

    /// <summary>Opens a round by the plan that there is, or leads to the page where another is entered.</summary>
    private static async Task<IResult> OpenAsync(HttpRequest request, Pieces pieces, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await AskedAsync(name => fields[name], pieces.Rulebook, cancellationToken) is not { } asked) return Unknown;
        return fields["act"] == "plan" ? SeeOther.To(asked.Address) : await pieces.OpenAsync(asked, null, cancellationToken);
    }

    private static IResult Unknown => Problem.NotAccepted.With(PageFindings.ChoiceUnknown.At(Place.Nowhere));

    /// <returns>Null where there is no such framework, province or year.</returns>
    private static async Task<Asked?> AskedAsync(Func<string, string?> field, Rulebook rulebook, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse(field("framework") ?? "", out var framework) || await rulebook.FrameworkAsync(framework, null, cancellationToken) is not { } known
            || YearOf(field("year") ?? "", known) is not { } year) return null;
        var award = year == known.FiscalYear ? framework : CarriedRules.IdOf(known, year);
        return RoundId.TryParse($"{field("province")}-{award}", out var id) && ShippedRules.Parts(id) is var (province, _)
            ? new(id, framework, PageAddress.Opening(framework.Value, province, year)) : null;
    }

    /// <summary>The fiscal year that was typed; the framework's own where none was, none where it is no year.</summary>
    private static int? YearOf(string text, Framework framework) => text.Trim().Length == 0 ? framework.FiscalYear
        : int.TryParse(ThaiNumerals.ToArabic(text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2400 and <= 2800 ? year
        : null;

    /// <param name="Id">Of the round to be opened.</param>
    /// <param name="From">The framework chosen: its own, or that of another year.</param>
    /// <param name="Address">Of the page that enters its plan.</param>
    internal sealed record Asked(RoundId Id, FrameworkId From, string Address);

    /// <summary>What a visit needs.</summary>
    internal sealed record Pieces(RoundLog Log, RoundService Rounds, Rulebook Rulebook, RuleEdits Edits, IVaults Vaults, Caller Caller, Installation Installation)
    {
        public static ValueTask<Pieces> BindAsync(HttpContext context)
        {
            var services = context.RequestServices;
            return ValueTask.FromResult(new Pieces(
                services.GetRequiredService<RoundLog>(), services.GetRequiredService<RoundService>(), services.GetRequiredService<Rulebook>(),
                services.GetRequiredService<RuleEdits>(), services.GetRequiredService<IVaults>(), Caller.Of(context.User)!, services.GetRequiredService<Installation>()));
        }

        /// <param name="own">The plan that was entered; null where none was.</param>
        public async Task<IResult> OpenAsync(Asked asked, RoundPlan? own, CancellationToken cancellationToken) =>
            await Rounds.OpenAsync(asked.Id, asked.From, Caller.Actor, cancellationToken, own) switch
            {
                null => Unknown,
                { Decision: Refuse refusal } => Problem.NotAccepted.With(refusal.Findings),
                _ => SeeOther.To(PageAddress.Round(asked.Id.Value)),
            };
    }

    private sealed class Visit(HttpContext context, Pieces pieces)
    {
        private readonly CancellationToken cancellationToken = context.RequestAborted;

        public Task<IResult> ShowAsync() => AtAsync((asked, edit) => Task.FromResult<IResult>(PageAnswer.Of<OpeningPage>(Of(asked, edit))));

        public Task<IResult> WorkbookAsync() => AtAsync((asked, edit) => Task.FromResult<IResult>(new WorkbookAnswer(edit.Workbook, $"plan-{asked.Id}")));

        public Task<IResult> PostAsync() => AtAsync(async (asked, edit) =>
        {
            var fields = await SmallForm.ReadAsync(context.Request, cancellationToken, RuleEditPages.MostFields);
            if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
            var typed = RuleTableView.Read(edit.Tables, fields);
            var tried = Try(edit, typed, []);
            return fields["act"] == "open" && !tried.IsFaulty ? await pieces.OpenAsync(asked, tried.Plan, cancellationToken) : Answer(asked, edit, typed, tried);
        });

        public Task<IResult> SheetAsync() => AtAsync(async (asked, edit) =>
        {
            await using var upload = await FileForm.ReadAsync(context.Request, pieces.Vaults.Of(StreamId.Of(RulesStreams.Plan, "incoming")), RuleEditPages.Limits, cancellationToken);
            if (upload is null) return FormToken.Refusal;
            if (upload.Refusal is { } problem) return PageAnswer.Of<OpeningPage>(Of(asked, edit) with { Findings = [.. upload.Findings] }, problem.Status);
            var findings = new List<Finding>();
            var typed = await pieces.Edits.ReadAsync(upload.Files.Sent[0].File, edit, findings, cancellationToken);
            return Answer(asked, edit, typed, Try(edit, typed, findings));
        });

        /// <summary>With the rules that the round would be opened by; where it is open already, there.</summary>
        private async Task<IResult> AtAsync(Func<Asked, RuleEdit, Task<IResult>> answer)
        {
            if (await AskedAsync(name => context.Request.Query[name], pieces.Rulebook, cancellationToken) is not { } asked) return Unknown;
            if (await pieces.Log.FindAsync(asked.Id.Value, cancellationToken) is not null) return SeeOther.To(PageAddress.Round(asked.Id.Value));
            return await pieces.Rounds.DraftAsync(asked.Id, asked.From, cancellationToken) switch
            {
                null => Unknown,
                { Value: { } rules } => await answer(asked, RuleEdit.OfPlan(rules.Framework, rules.Plan)),
                var unfit => Problem.NotAccepted.With(unfit.Findings),
            };
        }

        /// <summary>Whoever enters nothing opens by what there is.</summary>
        private static Tried Try(RuleEdit edit, TypedTables typed, List<Finding> findings)
        {
            var (framework, plan, found) = edit.Apply(typed, findings);
            if (found.Any(f => f.Code == RuleTableFindings.NothingNew.Code)) return new(null, false, [.. found.Where(f => f.Code != RuleTableFindings.NothingNew.Code)]);
            if (framework is null || plan is null) return new(null, true, found);
            var fit = AwardRules.Of(framework, plan);
            return new(plan, fit.Value is null, [.. found, .. fit.Findings]);
        }

        private IResult Answer(Asked asked, RuleEdit edit, TypedTables typed, Tried tried)
        {
            var (tables, beside) = RuleTableView.Back(edit.Tables, typed, tried.Findings);
            return PageAnswer.Of<OpeningPage>(
                Of(asked, edit) with
                {
                    Tables = tables, Findings = beside,
                    Changes = tried is { IsFaulty: false, Plan: { } plan } ? RulesDifference.Between(edit.Plan, plan) : [],
                },
                tried.IsFaulty ? Problem.NotAccepted.Status : StatusCodes.Status200OK);
        }

        private OpeningView Of(Asked asked, RuleEdit edit) => new(edit.Framework, edit.Plan, asked.Address)
        {
            IsSample = pieces.Installation.IsSample, Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.AllRounds)], Token = FormToken.Of(context), Tables = RuleTableView.Of(edit.Tables),
        };

        /// <param name="Plan">What was entered; null where nothing was, or it can't be read.</param>
        private sealed record Tried(RoundPlan? Plan, bool IsFaulty, ImmutableArray<Finding> Findings);
    }
}
