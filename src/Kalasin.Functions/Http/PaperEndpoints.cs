using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/papers/{paper}</c>: memos, covering letter, signature page and the papers of an inspection as of now, and the report that is put
/// forward as it was compiled.
/// </summary>
internal static class PaperEndpoints
{
    /// <summary>The report itself, beside the papers that are composed.</summary>
    public const string Report = "report";

    public static IEndpointRouteBuilder MapPapers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/papers/{paper}", ShowAsync).RequireAuthorization(Policies.Round)
            .Tell(
                "บันทึกข้อความ หนังสือนำส่ง หน้ารับรอง เอกสารการตรวจประเมิน และรายงานที่เสนอลงนาม",
                "Memos, covering letter, signature page, papers of the inspection, and the report that is put forward").GivesReport();
        return api;
    }

    /// <summary>A paper as addresses name it.</summary>
    public static string Word(SeasonPaper paper) => paper switch
    {
        SeasonPaper.MemoToHead => "memo-to-head",
        SeasonPaper.MemoToUnit => "memo-to-unit",
        SeasonPaper.Letter => "letter",
        SeasonPaper.SignaturePage => "signature-page",
        SeasonPaper.EvidenceIndex => "evidence-index",
        SeasonPaper.EvidenceLabels => "evidence-labels",
        SeasonPaper.AssessmentForm => "assessment-form",
        SeasonPaper.CommitteeResult => "committee-result",
        _ => throw new ArgumentOutOfRangeException(nameof(paper)),
    };

    private static async Task<IResult> ShowAsync(
        string round, string paper, RoundLog log, SeasonPapers papers, TimeProvider clock, CancellationToken cancellationToken,
        string format = "pdf", string? unit = null, string? asOf = null)
    {
        if (FileFormat.ReportOf(format) is not { } wanted)
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), FileFormat.ReportEndings));
        if (!RoundAsOf.TryMoment(asOf, out var moment)) return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(asOf)));
        var (found, objection) = await RoundAsOf.FindAsync(log, round, moment, cancellationToken);
        if (found is null) return objection!;
        if (paper == Report) return await CompiledAsync(found, wanted, cancellationToken);
        if (Enum.GetValues<SeasonPaper>().Cast<SeasonPaper?>().FirstOrDefault(p => Word(p!.Value) == paper) is not { } known) return Unknown(paper);
        var addressee = unit is null ? null : found.UnitOf(unit);
        if (unit is not null && addressee is null) return RoundEndpoints.UnknownUnit(unit);
        var outcome = await papers.ComposeAsync(found, known, addressee, moment ?? clock.GetUtcNow(), cancellationToken);
        return outcome.Document is { } document
            ? new DocumentAnswer(document, wanted, $"{paper}-{found.Id}{(addressee is null ? "" : $"-{addressee.Code}")}")
            : Problem.NotFound.With(outcome.Objection!);
    }

    /// <summary>The very bytes whose hash is put forward, approved and sent; composed anew, the report would name a later head of the log.</summary>
    private static async Task<IResult> CompiledAsync(OpenedRound round, ReportFormat format, CancellationToken cancellationToken)
    {
        if (round.State.Reports.GetValueOrDefault(Edition.Official) is not { } report) return Problem.NotFound.With(SigningHostFindings.NoReport.At(Place.Nowhere));
        var (hash, file) = (format == ReportFormat.Word ? report.Word : report.Pdf, FileFormat.Of(format));
        var kept = await round.Vault.OpenAsync(hash, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(hash);
        return TypedResults.Stream(kept, file.MediaType, $"report-{round.Id}-official.{file.Ending}");
    }

    private static IResult Unknown(string paper) => Problem.NotFound.With(SigningHostFindings.PaperUnknown.At(
        Place.Nowhere, QueryFindings.Shown(paper), string.Join(", ", Enum.GetValues<SeasonPaper>().Select(Word).Append(Report))));
}
