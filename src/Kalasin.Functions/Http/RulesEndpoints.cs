using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>frameworks</c> and <c>plans</c>: what ships, and an office's own revisions. They are for rounds to be opened; one that is
/// open keeps its rules.
/// </summary>
internal static class RulesEndpoints
{
    public static IEndpointRouteBuilder MapRules(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").RequireAuthorization(Policies.Known);
        reading.MapGet("/frameworks", ListFrameworksAsync).Tell("กรอบการประเมิน", "The frameworks").Tagged<ListAnswer<FrameworkLine>>();
        reading.MapGet("/frameworks/{id}", ShowFrameworkAsync).Tell("กรอบการประเมินหนึ่งกรอบ", "One framework").GivesRules(nameof(Framework));
        reading.MapGet("/frameworks/{id}/changes", CompareFrameworksAsync).Tell("สิ่งที่ต่างกันระหว่างสองฉบับของกรอบ", "In what two revisions of a framework differ").Produces<ListAnswer<ChangeLine>>();
        reading.MapGet("/framework.xlsx", ShowTemplateAsync).Tell("แบบ Excel สำหรับกรอกกรอบของสำนักงาน หรือกรอบที่มีอยู่ในแบบเดียวกัน", "Excel template for a framework of one's own; with a framework's id that one, to be changed and read again")
            .Gives(FileFormat.Excel.MediaType).Fails(StatusCodes.Status422UnprocessableEntity);
        reading.MapGet("/plans/{id}/changes", ComparePlansAsync).Tell("สิ่งที่ต่างกันระหว่างสองฉบับของแผน", "In what two revisions of a plan differ").Produces<ListAnswer<ChangeLine>>();
        reading.MapGet("/plans", ListPlansAsync).Tell("แผนของจังหวัด", "The plans of provinces").Tagged<ListAnswer<PlanLine>>();
        reading.MapGet("/plans/{id}", ShowPlanAsync).Tell("แผนหนึ่งแผน หรือแผนของรอบสุดท้ายที่ทำจากการจัดอันดับ", "One plan; with entering the plan of a final, made of the ranking that opens it").GivesRules(nameof(RoundPlan)).Fails(StatusCodes.Status422UnprocessableEntity);
        var publishing = api.MapGroup("").RequireAuthorization(Policies.Coordinate);
        publishing.MapPut("/frameworks/{id}", PublishFrameworkAsync).Tell("ประกาศกรอบการประเมินฉบับใหม่ (JSON หรือแบบ Excel ที่กรอกแล้ว)", "Publishes a revision of a framework: JSON, or the Excel template filled in").TakesRules(nameof(Framework));
        publishing.MapPut("/plans/{id}", PublishPlanAsync).Tell("ประกาศแผนฉบับใหม่", "Publishes a revision of a plan").TakesRules(nameof(RoundPlan));
        return api;
    }

    private static RouteHandlerBuilder GivesRules(this RouteHandlerBuilder endpoint, string name) => endpoint.WithMetadata(new GivenRules(name));

    private static void TakesRules(this RouteHandlerBuilder endpoint, string name) => endpoint.Takes("application/json", name).NeverMissing()
        .Produces<PublishedAnswer>(StatusCodes.Status201Created).Produces<PublishedAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);

    public static Finding NoReason => RulesFindings.NoReason.At(Place.Nowhere, ThaiNumerals.Number(StatedText.LongestReason));

    private static async Task<IResult> ListFrameworksAsync(Rulebook rulebook, CancellationToken cancellationToken, string? next = null) =>
        Paging.Of(await rulebook.FrameworksAsync(cancellationToken), f => f.Id.Value, next) is { } page
            ? TaggedAnswers.Of(new([.. page.Items.Select(FrameworkLine.Of)], page.Next), ApiJson.Readable.ListAnswerFrameworkLine)
            : Paging.Unknown;

    private static async Task<IResult> ListPlansAsync(Rulebook rulebook, CancellationToken cancellationToken, string? next = null) =>
        Paging.Of(await rulebook.PlansAsync(cancellationToken), p => p.Id.Value, next) is { } page
            ? TaggedAnswers.Of(new([.. page.Items.Select(PlanLine.Of)], page.Next), ApiJson.Readable.ListAnswerPlanLine)
            : Paging.Unknown;

    private static async Task<IResult> ShowTemplateAsync(Rulebook rulebook, CancellationToken cancellationToken, string? framework = null, int? revision = null)
    {
        if (framework is null) return new WorkbookAnswer(FrameworkSheet.Template, "framework-template");
        if (!FrameworkId.TryParse(framework, out var known) || await rulebook.FrameworkAsync(known, revision, cancellationToken) is not { } written) return Problem.NotFound.With();
        var sheet = FrameworkSheet.Of(written);
        return sheet.Value is { } workbook ? new WorkbookAnswer(workbook, $"framework-{written.Id}") : Problem.NotAccepted.With(sheet.Findings);
    }

    /// <summary>With a year, what it would be in that year: nothing of it is kept.</summary>
    private static async Task<IResult> ShowFrameworkAsync(
        string id, Rulebook rulebook, CancellationToken cancellationToken, int? revision = null, int? year = null) =>
        FrameworkId.TryParse(id, out var known) && year is null or (>= 2400 and <= 2800) && await rulebook.FrameworkAsync(known, revision, cancellationToken) is { } framework
            ? Json(RulesWriter.ToJson(year is { } other ? framework.CarriedTo(other) : framework))
            : Problem.NotFound.With();

    private static async Task<IResult> CompareFrameworksAsync(string id, Rulebook rulebook, int before, CancellationToken cancellationToken, int? revision = null) =>
        FrameworkId.TryParse(id, out var known) && await rulebook.FrameworkAsync(known, before, cancellationToken) is { } earlier
            && await rulebook.FrameworkAsync(known, revision, cancellationToken) is { } later
            ? Changes(RulesDifference.Between(earlier, later))
            : Problem.NotFound.With();

    private static async Task<IResult> ComparePlansAsync(string id, Rulebook rulebook, int before, CancellationToken cancellationToken, int? revision = null) =>
        RoundId.TryParse(id, out var known) && await rulebook.PlanAsync(known, before, cancellationToken) is { } earlier
            && await rulebook.PlanAsync(known, revision, cancellationToken) is { } later
            ? Changes(RulesDifference.Between(earlier, later))
            : Problem.NotFound.With();

    private static JsonHttpResult<ListAnswer<ChangeLine>> Changes(IEnumerable<RulesChange> changes) =>
        TypedResults.Json(new([.. changes.Select(ChangeLine.Of)], null), ApiJson.Readable.ListAnswerChangeLine);

    /// <summary>Of a final, with those that its ranking lets enter: nothing of it is kept before it is published.</summary>
    private static async Task<IResult> ShowPlanAsync(
        string id, Caller caller, Rulebook rulebook, FinalPlans finals, CancellationToken cancellationToken, int? revision = null, bool entering = false)
    {
        if (!RoundId.TryParse(id, out var known)) return Problem.NotFound.With();
        if (!entering) return await rulebook.PlanAsync(known, revision, cancellationToken) is { } plan ? Json(RulesWriter.ToJson(plan)) : Problem.NotFound.With();
        // Who is ranked where is for those that read rankings.
        if (!caller.ReadsRankings) return Problem.NotFound.With();
        return await finals.MakeAsync(known, cancellationToken) switch
        {
            null => Problem.NotFound.With(),
            { Value: { } made } => Json(RulesWriter.ToJson(made)),
            var not => Problem.NotAccepted.With(not.Findings),
        };
    }

    private static async Task<IResult> PublishFrameworkAsync(
        string id, HttpRequest request, Caller caller, Rulebook rulebook, FrameworkIntake intake, CancellationToken cancellationToken, string? reason = null)
    {
        var read = await intake.ReadAsync("framework", (await BodyOfAsync(request, cancellationToken)).ToArray(), cancellationToken);
        if (read.Value is not { } framework) return Problem.NotAccepted.With(read.Findings);
        if (Objection(id, framework.Id.Value, reason, out var why) is { } objection) return Problem.NotAccepted.With(objection);
        var decision = await rulebook.PublishAsync(framework, why!, caller.Actor, cancellationToken);
        return Answer(
            decision, $"/api/frameworks/{id}",
            new(id, framework.Revision, RulesWriter.HashOf(framework).ToString(), [.. read.Findings.Select(FindingAnswer.Of)]));
    }

    private static async Task<IResult> PublishPlanAsync(
        string id, HttpRequest request, Caller caller, Rulebook rulebook, CancellationToken cancellationToken, string? reason = null)
    {
        var read = RoundPlanReader.Read(await BodyOfAsync(request, cancellationToken));
        if (read.Value is not { } plan) return Problem.NotAccepted.With(read.Findings);
        if (Objection(id, plan.Id.Value, reason, out var why) is { } objection) return Problem.NotAccepted.With(objection);
        var decision = await rulebook.PublishAsync(plan, why!, caller.Actor, cancellationToken);
        return Answer(decision, $"/api/plans/{id}", new(id, plan.Revision, RulesWriter.HashOf(plan).ToString(), [.. read.Findings.Select(FindingAnswer.Of)]));
    }

    private static Finding? Objection(string route, string id, string? reason, out StatedText? why)
    {
        why = null;
        if (id != route) return RulesFindings.OtherId.At(Place.At("/id"), id, QueryFindings.Shown(route));
        return StatedTexts.TryState(reason, out why) ? null : NoReason;
    }

    private static IResult Answer(Decision decision, string location, PublishedAnswer answer) => decision switch
    {
        Refuse refusal => Problem.NotAccepted.With(refusal.Findings),
        Accept => new CreatedAnswer<PublishedAnswer>($"{location}?revision={answer.Revision}", answer, ApiJson.Readable.PublishedAnswer),
        _ => TypedResults.Json(answer, ApiJson.Readable.PublishedAnswer),
    };

    /// <summary>The whole body, which the endpoint's <see cref="BodyLimit"/> bounds: the readers look at a text twice.</summary>
    private static async Task<MemoryStream> BodyOfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        return body;
    }

    private static ContentHttpResult Json(string text) => TypedResults.Text(text, "application/json", System.Text.Encoding.UTF8);
}

/// <summary>One thing in which two revisions differ.</summary>
/// <param name="Pointer">Where it stands, as JSON pointer.</param>
/// <param name="Text">The whole change as a line.</param>
/// <param name="Before">Absent where it is new.</param>
/// <param name="After">Absent where it was taken out.</param>
internal sealed record ChangeLine(string Pointer, TextAnswer Text, TextAnswer What, TextAnswer? Before, TextAnswer? After)
{
    public static ChangeLine Of(RulesChange c) => new(
        c.Pointer, TextAnswer.Of(c.Line), TextAnswer.Of(c.What), c.Before is { } before ? TextAnswer.Of(before) : null, c.After is { } after ? TextAnswer.Of(after) : null);
}

/// <summary>A framework in the list.</summary>
internal sealed record FrameworkLine(string Id, int Revision, TextAnswer Title, int FiscalYear, int Indicators)
{
    public static FrameworkLine Of(Framework f) => new(f.Id.Value, f.Revision, TextAnswer.Of(f.Title), f.FiscalYear, f.Indicators.Length);
}

/// <summary>A plan in the list.</summary>
internal sealed record PlanLine(string Id, int Revision, string Framework, string Province, TextAnswer Office, DateOnly InternalDeadline, int Units)
{
    public static PlanLine Of(RoundPlan p) =>
        new(p.Id.Value, p.Revision, p.Framework.Value, p.Province, TextAnswer.Of(p.Office), p.InternalDeadline.Date, p.Units.Length);
}

/// <summary>A revision that was published, now (201) or before (200).</summary>
/// <param name="Sha256">Of its canonical JSON; rounds name it so.</param>
/// <param name="Findings">Warnings that came up while it was read.</param>
internal sealed record PublishedAnswer(string Id, int Revision, string Sha256, IReadOnlyList<FindingAnswer> Findings);
