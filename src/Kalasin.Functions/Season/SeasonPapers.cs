using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Reports.Inspection;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Season;

/// <summary>The papers of a season: composed of the round as it is whenever somebody asks, never kept.</summary>
internal sealed class SeasonPapers(RoundLog log, RulingTexts rulings, VaultContent content, ResultsService results, OfficeStationery stationery, Installation installation)
{
    /// <param name="round">The round as it is to be shown.</param>
    /// <param name="unit">Whom a memo to a unit goes to.</param>
    /// <param name="at">The moment it is shown at.</param>
    public async Task<PaperOutcome> ComposeAsync(OpenedRound round, SeasonPaper paper, ReportingUnit? unit, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var outcome = await WordsAsync(round, paper, unit, at, cancellationToken);
        return outcome.Document is { } document ? outcome with { Document = document with { Stationery = await LookAsync(round, paper, cancellationToken) } } : outcome;
    }

    /// <summary>A letter looks as it did when it got its number, which its code names, and a signature page as when the report was approved: what is signed doesn't change afterwards.</summary>
    private async Task<Stationery> LookAsync(OpenedRound round, SeasonPaper paper, CancellationToken cancellationToken)
    {
        SignedPaper? signed = paper switch { SeasonPaper.Letter => SignedPaper.Letter, SeasonPaper.SignaturePage => SignedPaper.SignaturePage, _ => null };
        var then = signed is { } which && round.State.Follows(which, round.Rules) is { } number ? await log.RightAfterAsync(round, number, cancellationToken) : round;
        OfficeFile? template = paper switch
        {
            SeasonPaper.Letter => OfficeFile.LetterTemplate,
            SeasonPaper.MemoToHead or SeasonPaper.MemoToUnit => OfficeFile.MemoTemplate,
            SeasonPaper.SignaturePage => OfficeFile.ReportTemplate,
            _ => null,
        };
        // Papers of the inspection are forms of their own, and labels stand where a sheet of labels has them.
        return template is { } one ? await stationery.OfAsync(then, one, cancellationToken) : Stationery.None;
    }

    private Task<PaperOutcome> WordsAsync(OpenedRound round, SeasonPaper paper, ReportingUnit? unit, DateTimeOffset at, CancellationToken cancellationToken) => paper switch
    {
        SeasonPaper.MemoToHead => MemoToHeadAsync(round, BangkokTime.Date(at), cancellationToken),
        SeasonPaper.MemoToUnit => Task.FromResult(MemoToUnit(round, unit, at)),
        SeasonPaper.Letter => LetterAsync(round, BangkokTime.Date(at), cancellationToken),
        SeasonPaper.SignaturePage => SignaturePageAsync(round, cancellationToken),
        SeasonPaper.EvidenceIndex or SeasonPaper.EvidenceLabels or SeasonPaper.AssessmentForm or SeasonPaper.CommitteeResult => InspectionAsync(round, paper, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(paper)),
    };

    /// <summary>A paper of the inspection, of returns that were read.</summary>
    public PaperOutcome Compose(RoundSnapshot snapshot, SeasonPaper paper)
    {
        var inspection = new InspectionContent(
            snapshot.Rules, snapshot.Returns, ResultsService.Score(snapshot, null), ResultsService.DayOf(snapshot.Round), installation.IsSample);
        if (paper == SeasonPaper.CommitteeResult)
            return CommitteeResult.Compose(inspection) is { } result ? new(result) : PaperOutcome.Not(JudgingFindings.NothingJudged.At(Place.Nowhere));
        return new(paper switch
        {
            SeasonPaper.EvidenceIndex => EvidenceIndex.Compose(inspection),
            SeasonPaper.EvidenceLabels => EvidenceLabels.Compose(inspection, QrCodes.Of),
            SeasonPaper.AssessmentForm => AssessmentForm.Compose(inspection),
            _ => throw new ArgumentOutOfRangeException(nameof(paper)),
        });
    }

    /// <summary>Number and date of the letter; null before they were reserved.</summary>
    public async Task<NumberedLetter?> NumberAsync(OpenedRound round, CancellationToken cancellationToken) =>
        round.State.Letter is { } letter ? new(await content.TextAsync(round.Id, letter.Reserved.Text!.Value, cancellationToken), letter.On) : null;

    /// <summary>What stands in the QR code of a paper that is signed; null where there is no such paper yet.</summary>
    public async Task<PaperMark?> MarkAsync(OpenedRound round, SignedPaper paper, CancellationToken cancellationToken)
    {
        if (round.State.Follows(paper, round.Rules) is not { } number) return null;
        var then = await log.RightAfterAsync(round, number, cancellationToken);
        return new(round.Id, paper == SignedPaper.Letter ? Paper.Letter : Paper.SignaturePage, number, then.State.Head);
    }

    private async Task<PaperOutcome> MemoToHeadAsync(OpenedRound round, DateOnly today, CancellationToken cancellationToken)
    {
        var state = round.State;
        if (state.Reports.GetValueOrDefault(Edition.Official) is not { } report) return PaperOutcome.Not(SigningHostFindings.NoReport.At(Place.Nowhere));
        var note = state.Signing is { Requested.Text: { } text } signing && signing.Report.Pdf == report.Pdf
            ? await content.TextAsync(round.Id, text, cancellationToken)
            : null;
        return new(Evaluation.Reports.Papers.MemoToHead.Compose(round.Rules, new(
            new(null, today), report.Pdf, RoundStatus.Of(state, round.Rules), await rulings.ChoicesAsync(round, cancellationToken), note, installation.IsSample)));
    }

    private PaperOutcome MemoToUnit(OpenedRound round, ReportingUnit? unit, DateTimeOffset at)
    {
        if (unit is null) return PaperOutcome.Not(SigningHostFindings.NoUnit.At(Place.Nowhere));
        var (rules, state) = (round.Rules, round.State);
        var owed = Owed.Of(RoundStatus.CellsOf(state, rules, unit.Code));
        if (owed is { Returns: [], Corrections: [], Copies: [] }) return PaperOutcome.Not(SigningHostFindings.NothingOwed.At(Place.Nowhere, unit.Name));
        var due = rules.AskedOf(unit.Code).Min(i => Lateness.DueOf(state, rules, unit.Code, i.Number, at));
        return new(Evaluation.Reports.Papers.MemoToUnit.Compose(rules, new(new(null, BangkokTime.Date(at)), unit, owed, due, installation.IsSample)));
    }

    private async Task<PaperOutcome> LetterAsync(OpenedRound round, DateOnly today, CancellationToken cancellationToken)
    {
        var (rules, state) = (round.Rules, round.State);
        var heads = state.Signing?.Report.Heads ?? state.Reports.GetValueOrDefault(Edition.Official)?.Heads ?? [.. state.Heads];
        var isConfirmed = !state.AddressesToConfirm(rules).Any(a => a.Owner == AddressOwner.Award);
        return new(CoveringLetter.Compose(rules, new(
            await NumberAsync(round, cancellationToken), today, await rulings.ChoicesAsync(round, cancellationToken),
            heads.Select(h => h.Indicator).Distinct().Count(), isConfirmed ? rules.Framework.FinalDeadline.Email : null,
            Coded(await MarkAsync(round, SignedPaper.Letter, cancellationToken)), installation.IsSample)));
    }

    private async Task<PaperOutcome> SignaturePageAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        if (await MarkAsync(round, SignedPaper.SignaturePage, cancellationToken) is not { } mark) return PaperOutcome.Not(SigningFindings.NotApproved.At(Place.Nowhere));
        // The report that was approved is of a day that later deliveries don't move.
        var then = await log.RightAfterAsync(round, mark.Number, cancellationToken);
        return new(SignaturePage.Compose(
            round.Rules, new(ResultsService.DayOf(then), round.State.Signing!.Report.Pdf, Coded(mark)!, installation.IsSample)));
    }

    private async Task<PaperOutcome> InspectionAsync(OpenedRound round, SeasonPaper paper, CancellationToken cancellationToken) =>
        Compose(await results.SnapshotAsync(round, cancellationToken), paper);

    private static MarkedCode? Coded(PaperMark? mark) => mark is null ? null : new(mark, QrCodes.Of(mark.ToString()));
}

/// <param name="Document">The paper; null where there is none.</param>
/// <param name="Objection">Why there is none.</param>
internal sealed record PaperOutcome(ReportDocument? Document, Finding? Objection = null)
{
    public static PaperOutcome Not(Finding objection) => new(null, objection);
}

/// <summary>A paper of the season.</summary>
internal enum SeasonPaper
{
    /// <summary>บันทึกข้อความ that puts the report forward.</summary>
    MemoToHead,

    /// <summary>บันทึกข้อความ to a unit, with what it owes.</summary>
    MemoToUnit,

    /// <summary>หนังสือนำส่ง.</summary>
    Letter,

    /// <summary>หน้ารับรอง.</summary>
    SignaturePage,

    /// <summary>บัญชีหลักฐาน.</summary>
    EvidenceIndex,

    /// <summary>ป้ายหลักฐาน.</summary>
    EvidenceLabels,

    /// <summary>แบบตรวจประเมินในพื้นที่.</summary>
    AssessmentForm,

    /// <summary>ผลการให้คะแนนของคณะกรรมการ.</summary>
    CommitteeResult,
}
