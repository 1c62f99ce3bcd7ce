using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/scorecard</c> and <c>rounds/{round}/report</c>.</summary>
internal static class ResultEndpoints
{
    public static IEndpointRouteBuilder MapResults(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("/rounds/{round}").RequireAuthorization(Policies.Round);
        reading.MapGet("/scorecard", ScorecardAsync).Tell("ผลคะแนนพร้อมวิธีคิด หรือไฟล์ Excel ที่คำนวณด้วยสูตร", "Scores with their reasons; as xlsx a workbook that computes them").Tagged<ScorecardAnswer>()
            .Gives(FileFormat.Excel.MediaType);
        reading.MapGet("/report", ReportAsync).Tell("รายงานของจังหวัด", "The province's report").GivesReport();
        return api;
    }

    private static async Task<IResult> ScorecardAsync(
        string round, HttpRequest request, RoundLog log, ResultsService results, TaggedAnswers tagged, CancellationToken cancellationToken,
        string? asOf = null, string? evaluationDate = null, string? entrant = null, string format = "json", string edition = "official")
    {
        var asWorkbook = format == FileFormat.Excel.Ending;
        if (!asWorkbook && format != "json")
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), $"json, {FileFormat.Excel.Ending}"));
        if (ApiJson.Named<Edition>(edition) is not { } wantedEdition) return Problem.BadRequest.With(QueryFindings.EditionUnknown.At(Place.Nowhere));
        DateOnly? day = null;
        if (evaluationDate is not null)
        {
            if (!DateOnly.TryParseExact(evaluationDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
                return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, "evaluationDate"));
            day = given;
        }
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        ImmutableArray<Scorecard> cards = [];
        if (asWorkbook)
        {
            var state = await results.SnapshotAsync(found, cancellationToken);
            cards = ResultsService.Score(state, day);
            if (Of(cards, entrant) is not { } scored) return UnknownEntrant(cards);
            var name = cards.Length == 1 ? $"scorecard-{found.Id}-{edition}" : $"scorecard-{found.Id}-{scored.Entrant}-{edition}";
            return new WorkbookAnswer(await results.WorkbookAsync(state, scored, wantedEdition, cancellationToken), name);
        }
        return await tagged.FindAsync(request, found, ApiJson.Readable.ScorecardAnswer, async () =>
        {
            var snapshot = await results.SnapshotAsync(found, cancellationToken);
            cards = ResultsService.Score(snapshot, day);
            return Of(cards, entrant) is { } card ? ScorecardAnswer.Of(snapshot.Rules, card, found.Id, cards, snapshot.Decisions) : null;
        }) ?? UnknownEntrant(cards);
    }

    private static async Task<IResult> ReportAsync(
        string round, RoundLog log, ResultsService results, CancellationToken cancellationToken,
        string format = "pdf", string edition = "official", string? entrant = null, string? asOf = null)
    {
        if (FileFormat.ReportOf(format) is not { } wanted)
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), FileFormat.ReportEndings));
        if (ApiJson.Named<Edition>(edition) is not { } wantedEdition) return Problem.BadRequest.With(QueryFindings.EditionUnknown.At(Place.Nowhere));
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var snapshot = await results.SnapshotAsync(found, cancellationToken);
        var cards = ResultsService.Score(snapshot, null);
        if (Of(cards, entrant) is not { } card) return UnknownEntrant(cards);
        var name = cards.Length == 1 ? $"report-{found.Id}-{edition}" : $"report-{found.Id}-{card.Entrant}-{edition}";
        return new DocumentAnswer(await results.ReportAsync(snapshot, card, wantedEdition, cancellationToken), wanted, name);
    }

    /// <returns>The entrant's card; the only one when none is named; null when it isn't clear which.</returns>
    private static Scorecard? Of(ImmutableArray<Scorecard> cards, string? entrant) =>
        entrant is null ? cards is [var only] ? only : null : cards.FirstOrDefault(c => c.Entrant == entrant);

    private static IResult UnknownEntrant(ImmutableArray<Scorecard> cards) =>
        Problem.BadRequest.With(QueryFindings.EntrantUnknown.At(Place.Nowhere, string.Join(", ", cards.Select(c => c.Entrant))));
}
