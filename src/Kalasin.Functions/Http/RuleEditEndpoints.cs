using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>annex</c> and <c>plan</c> of a round as workbooks: out, what they would change, and saved.</summary>
internal static class RuleEditEndpoints
{
    public static IEndpointRouteBuilder MapRuleEdits(this IEndpointRouteBuilder api)
    {
        var round = api.MapGroup("/rounds/{round}").RequireAuthorization(Policies.Coordinate).WithTags("RuleEdit");
        Map(round, RuleEditKind.Annex, new("ภาคผนวก", "annex"));
        Map(round, RuleEditKind.Plan, new("แผน", "plan"));
        return api;
    }

    private static void Map(RouteGroupBuilder round, RuleEditKind kind, BilingualText name)
    {
        var word = ApiJson.Word(kind);
        round.MapGet($"/{word}.xlsx", (string round, RoundLog log, RuleEdits edits, CancellationToken cancellationToken) => WriteAsync(round, kind, log, edits, cancellationToken))
            .Tell($"แบบ Excel ของ{name.Thai}", $"The {name.English} as a workbook").Gives(FileFormat.Excel.MediaType);
        round.MapPost($"/{word}", (string round, HttpRequest request, RoundLog log, RuleEdits edits, CancellationToken cancellationToken) => TryAsync(round, kind, request, log, edits, cancellationToken))
            .Tell($"ตรวจแบบ Excel ของ{name.Thai}ที่กรอกแล้ว และคะแนนก่อนและหลัง โดยไม่บันทึก", $"What a workbook of the {name.English} would change, scores included; nothing is kept")
            .Takes(FileFormat.Excel.MediaType).Produces<RuleEditAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);
        round.MapPut($"/{word}", (string round, HttpRequest request, Caller caller, RoundLog log, RuleEdits edits, CancellationToken cancellationToken, string? reason = null) =>
                SaveAsync(round, kind, request, caller, log, edits, reason, cancellationToken))
            .Tell($"บันทึกแบบ Excel ของ{name.Thai}เป็นฉบับใหม่ และย้ายรอบไปใช้", $"Saves a workbook of the {name.English} as the next revision and moves the round to it")
            .Takes(FileFormat.Excel.MediaType).Produces<RuleEditAnswer>(StatusCodes.Status201Created).Fails(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> WriteAsync(string round, RuleEditKind kind, RoundLog log, RuleEdits edits, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return new WorkbookAnswer((await edits.OpenAsync(found, kind, cancellationToken)).Workbook, $"{ApiJson.Word(kind)}-{found.Id}");
    }

    private static async Task<IResult> TryAsync(string round, RuleEditKind kind, HttpRequest request, RoundLog log, RuleEdits edits, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var (edit, tried) = await ReadAsync(found, kind, request, edits, cancellationToken);
        return tried.Rules is null ? Problem.NotAccepted.With(tried.Findings) : TypedResults.Json(RuleEditAnswer.Of(edit, tried), ApiJson.Readable.RuleEditAnswer);
    }

    private static async Task<IResult> SaveAsync(
        string round, RuleEditKind kind, HttpRequest request, Caller caller, RoundLog log, RuleEdits edits, string? reason, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!StatedTexts.TryState(reason, out var why)) return Problem.NotAccepted.With(RulesEndpoints.NoReason);
        var (edit, tried) = await ReadAsync(found, kind, request, edits, cancellationToken);
        var outcome = await edits.SaveAsync(found, edit, tried, why, caller.Actor, cancellationToken);
        return outcome.Decision is Refuse refusal
            ? Problem.NotAccepted.With(refusal.Findings)
            : new CreatedAnswer<RuleEditAnswer>($"/api/rounds/{found.Id}/rules", RuleEditAnswer.Of(edit, tried), ApiJson.Readable.RuleEditAnswer);
    }

    private static async Task<(RuleEdit Edit, RuleEditOutcome Tried)> ReadAsync(
        OpenedRound round, RuleEditKind kind, HttpRequest request, RuleEdits edits, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var (edit, findings) = (await edits.OpenAsync(round, kind, cancellationToken), new List<Finding>());
        var typed = await edits.ReadAsync(SourceFile.FromBytes($"{ApiJson.Word(kind)}.xlsx", body.ToArray()), edit, findings, cancellationToken);
        return (edit, await edits.TryAsync(round, edit, typed, findings, cancellationToken));
    }
}

/// <summary>What tables of rules change, or would change.</summary>
/// <param name="Id">Of the framework or plan.</param>
/// <param name="Revision">The revision that it becomes.</param>
/// <param name="Changes">In what it differs from the one before.</param>
/// <param name="Scores">Every indicator and total, before and after.</param>
/// <param name="Findings">What was noteworthy in the cells.</param>
internal sealed record RuleEditAnswer(string Id, int Revision, IReadOnlyList<ChangeLine> Changes, IReadOnlyList<ScoreChangeLine> Scores, IReadOnlyList<FindingAnswer> Findings)
{
    public static RuleEditAnswer Of(RuleEdit edit, RuleEditOutcome tried)
    {
        var rules = tried.Rules!;
        var (id, revision) = edit.Kind == RuleEditKind.Annex ? (rules.Framework.Id.Value, rules.Framework.Revision) : (rules.Plan.Id.Value, rules.Plan.Revision);
        return new(id, revision, [.. tried.Changes.Select(ChangeLine.Of)], [.. tried.Scores.Select(ScoreChangeLine.Of)], [.. tried.Findings.Select(FindingAnswer.Of)]);
    }
}

/// <summary>A score before and after.</summary>
/// <param name="Indicator">Absent for the total.</param>
/// <param name="Before">Absent where there is no score.</param>
/// <param name="After">Absent where there is no score.</param>
/// <param name="WeightBefore">Absent of a total.</param>
/// <param name="WeightAfter">Absent of a total.</param>
/// <param name="AssumedBefore">It rested on an assumed rule.</param>
/// <param name="AssumedAfter">It rests on one still.</param>
internal sealed record ScoreChangeLine(
    TextAnswer Entrant, string? Indicator, TextAnswer Name, decimal? Before, decimal? After, decimal? WeightBefore, decimal? WeightAfter, bool AssumedBefore, bool AssumedAfter)
{
    public static ScoreChangeLine Of(ScoreChange c) => new(
        TextAnswer.Of(c.Entrant), c.Indicator?.Value, TextAnswer.Of(c.Name), c.Before.Points, c.After.Points, c.Before.Weight, c.After.Weight, c.Before.IsAssumed, c.After.IsAssumed);
}
