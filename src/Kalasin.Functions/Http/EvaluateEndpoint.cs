using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary><c>POST evaluate</c>: files in, scorecard or report out; nothing is kept.</summary>
internal static class EvaluateEndpoint
{
    /// <summary>Uploads wait here while they are read; nothing is ever promoted.</summary>
    private static readonly StreamId Scratch = StreamId.Of("scratch", "evaluate");

    public static IEndpointRouteBuilder MapEvaluate(this IEndpointRouteBuilder api)
    {
        api.MapPost("/evaluate", AnswerAsync).WithMetadata(BodyLimit.Upload).RequireAuthorization(Policies.Known)
            .Tell("คำนวณผลจากไฟล์โดยไม่บันทึก", "Scores files; nothing is kept").TakesFiles()
            .Produces<EvaluationAnswer>().GivesReport().Fails(StatusCodes.Status404NotFound);
        return api;
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, IVaults vaults, Rulebook rulebook, ReadingRoom reading, CancellationToken cancellationToken,
        string format = "json", string framework = "dla-2567", string province = "46", string? plan = null, string edition = "internal")
    {
        var document = FileFormat.ReportOf(format);
        if (document is null && format != "json")
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), $"json, {FileFormat.ReportEndings}"));
        if (ApiJson.Named<Edition>(edition) is not { } chosen) return Problem.BadRequest.With(QueryFindings.EditionUnknown.At(Place.Nowhere));
        if (!RoundId.TryParse(plan ?? $"{Province.Find(province)?.Code}-{framework}", out var id)
            || await rulebook.FindAsync(id, cancellationToken) is not { } newest)
            return Problem.NotFound.With(QueryFindings.RulesUnknown.At(Place.Nowhere, QueryFindings.Shown(framework), QueryFindings.Shown(plan ?? province)));
        if (newest.Value is not { } rules) return Problem.NotAccepted.With(newest.Findings);

        await using var upload = await Upload.ReadAsync(request, vaults.Of(Scratch), UploadLimits.Default, cancellationToken);
        if (upload.Refusal is { } refusal) return refusal.With(upload.Findings);
        return await reading.ReadAsync(
            limits => ReturnReader.ReadAsync(rules, upload.Files.Sent.Select(f => f.File), limits, cancellationToken),
            read => Task.FromResult(Answer(rules, upload, read, document, chosen)), cancellationToken);
    }

    private static IResult Answer(AwardRules rules, Upload upload, IntakeResult read, ReportFormat? document, Edition chosen)
    {
        if (read.Returns.IsEmpty) return Problem.NotAccepted.With([.. upload.Findings, .. read.Findings]);

        var cards = Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn);
        if (document is { } wanted)
        {
            var sent = cards.Where(c => rules.Framework.Entrant == EntrantKind.Province || read.Returns.Any(r => r.Unit.Value == c.Entrant)).ToList();
            if (sent is not [var card])
                return Problem.BadRequest.With(QueryFindings.SeveralEntrants.At(Place.Nowhere, string.Join(", ", sent.Select(c => c.Entrant))));
            var findings = read.Files.SelectMany(f => f.Returns.Take(1).SelectMany(r => f.Findings.Select(found => new OpenFinding(r.Unit, null, found))));
            return new DocumentAnswer(
                ProvinceReport.Compose(rules, read.Returns, card, chosen, new() { Findings = [.. findings] }), wanted,
                $"evaluation-{rules.Plan.Id}");
        }
        return TypedResults.Json(
            new EvaluationAnswer(
                [.. cards.Select(c => ScorecardAnswer.Of(rules, c, null, cards))],
                [.. read.Returns.Select(r => new EvaluatedReturn(r.Unit.Value, ReturnLine.Of(r)))],
                [.. upload.Findings.Concat(read.Findings).Select(FindingAnswer.Of)]),
            ApiJson.Readable.EvaluationAnswer);
    }
}

/// <summary>What files come to, without a round.</summary>
/// <param name="Scorecards">One per entrant.</param>
internal sealed record EvaluationAnswer(
    IReadOnlyList<ScorecardAnswer> Scorecards, IReadOnlyList<EvaluatedReturn> Returns, IReadOnlyList<FindingAnswer> Findings);

internal sealed record EvaluatedReturn(string Unit, ReturnLine Return);
