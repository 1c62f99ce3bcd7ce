using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Functions.Rounds;

/// <summary>The returns of units as they are printed and signed, and the memos that they go with: of the round as it is whenever somebody asks, never kept.</summary>
internal sealed class PrintedReturns(ResultsService results, PrintedPictures printed, RulingTexts rulings, OfficeStationery stationery, Installation installation)
{
    /// <summary>What all returns of a round are printed from: read and scored once.</summary>
    /// <param name="at">The moment they are printed at.</param>
    public async Task<ScoredRound> ScoreAsync(OpenedRound round, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var snapshot = await results.SnapshotAsync(round, cancellationToken);
        return new(snapshot, ResultsService.Score(snapshot, null), await rulings.ChoicesAsync(round, cancellationToken), at)
        {
            Memos = await stationery.OfAsync(round, OfficeFile.MemoTemplate, cancellationToken),
            Reports = await stationery.OfAsync(round, OfficeFile.ReportTemplate, cancellationToken),
        };
    }

    /// <summary>The returns of a unit, blank ones for what has not come.</summary>
    /// <param name="only">One of them; null for all.</param>
    public async Task<ImmutableArray<PrintedReturnContent>> OfAsync(ScoredRound scored, ReportingUnit unit, IndicatorNumber? only, CancellationToken cancellationToken)
    {
        var (pictures, _, _) = await printed.OfAsync(scored.Snapshot, unit.Code, cancellationToken);
        return
        [
            .. scored.Snapshot.Rules.AskedOf(unit.Code).Where(i => only is null || i.Number == only)
                .Select(indicator => ContentOf(scored, unit, indicator, pictures)),
        ];
    }

    /// <summary>Each return that came, in the plan's order of units.</summary>
    /// <param name="isBound">Printed as one document: their pictures together are as many as a report has.</param>
    public async IAsyncEnumerable<PrintedReturnContent> CameAsync(ScoredRound scored, bool isBound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (all, _, _) = isBound ? await printed.OfAsync(scored.Snapshot, null, cancellationToken) : ([], 0, []);
        foreach (var unit in scored.Snapshot.Rules.Plan.Units)
        {
            if (scored.Snapshot.Returns.All(r => r.Unit != unit.Code)) continue;
            var pictures = isBound ? [.. all.Where(p => p.Unit == unit.Code)] : (await printed.OfAsync(scored.Snapshot, unit.Code, cancellationToken)).Pictures;
            foreach (var indicator in scored.Snapshot.Rules.AskedOf(unit.Code))
                if (ContentOf(scored, unit, indicator, pictures) is { Reported: not null } content) yield return content;
        }
    }

    /// <summary>The memo that the returns of a unit go with.</summary>
    public ReportDocument MemoOf(ScoredRound scored, ReportingUnit unit)
    {
        var (rules, state) = (scored.Snapshot.Rules, scored.Snapshot.State);
        var due = rules.AskedOf(unit.Code).Min(i => Lateness.DueOf(state, rules, unit.Code, i.Number, scored.At));
        return ReturnMemo.Compose(rules, new(
            new(null, BangkokTime.Date(scored.At)), unit, [.. RoundStatus.CellsOf(state, rules, unit.Code)],
            scored.Snapshot.Returns.Where(r => r.Unit == unit.Code).ToImmutableDictionary(r => r.Indicator, r => r.Rows.Length), due, installation.IsSample)) with { Stationery = scored.Memos };
    }

    /// <summary>What is open of a unit's returns; of the round, with what only the whole shows, where none is named.</summary>
    public async Task<ReportDocument> FindingsAsync(ScoredRound scored, ReportingUnit? unit, CancellationToken cancellationToken)
    {
        var (snapshot, rules) = (scored.Snapshot, scored.Snapshot.Rules);
        var found = await results.FindingsAsync(snapshot, cancellationToken);
        return FindingsReport.Compose(new(
            rules, BangkokTime.Date(scored.At),
            unit is null ? [.. found, .. FindingsContent.OfScores(rules, scored.Cards)] : [.. found.Where(f => f.Unit == unit.Code)],
            snapshot.Returns, installation.IsSample) { Unit = unit });
    }

    /// <summary>What stands in the QR code of a return; null where it has not come.</summary>
    public static PaperMark? MarkOf(OpenedRound round, UnitCode unit, IndicatorNumber indicator) => round.State.Current(unit, indicator) is { Receipt: var receipt }
        ? new(round.Id, Paper.Return, receipt.Value, round.State.ReceiptHeads[receipt.Value - 1]) { Return = (unit, indicator) }
        : null;

    private PrintedReturnContent ContentOf(ScoredRound scored, ReportingUnit unit, Indicator indicator, ImmutableArray<ReportPicture> pictures)
    {
        var (snapshot, rules, state) = (scored.Snapshot, scored.Snapshot.Rules, scored.Snapshot.State);
        var blank = new PrintedReturnContent(
            rules, unit, indicator, Lateness.DueOf(state, rules, unit.Code, indicator.Number, scored.At), BangkokTime.Date(scored.At), installation.IsSample)
        {
            Choices = scored.Choices,
        };
        if (state.Current(unit.Code, indicator.Number) is not { } version || MarkOf(snapshot.Round, unit.Code, indicator.Number) is not { } mark) return blank;
        var read = snapshot.Returns.First(r => r.Unit == unit.Code && r.Indicator == indicator.Number);
        var card = scored.Cards is [var only] ? only : scored.Cards.First(c => c.Entrant == unit.Code.Value);
        return blank with
        {
            Reported = new(
                read, version, card[indicator.Number.Value].Measurement, OwnMeasurement.Of(rules, read, rules.Plan.JudgedOn, snapshot.Decisions),
                new(mark, QrCodes.Of(mark.ToString())))
            {
                Pictures = pictures,
            },
        };
    }
}

/// <summary>A round at one moment, with its scores.</summary>
/// <param name="Choices">What was chosen where the letter leaves it open, by id.</param>
/// <param name="At">The moment.</param>
internal sealed record ScoredRound(RoundSnapshot Snapshot, ImmutableArray<Scorecard> Cards, ImmutableDictionary<string, string> Choices, DateTimeOffset At)
{
    /// <summary>What memos of the office look like. Default: nothing of its own.</summary>
    public Stationery Memos { get; init; } = Stationery.None;

    /// <summary>What its reports look like, and the returns they are made of. Default: nothing of its own.</summary>
    public Stationery Reports { get; init; } = Stationery.None;

    /// <summary>Returns of one unit as they are printed.</summary>
    public ReportDocument Print(ImmutableArray<PrintedReturnContent> returns) => PrintedReturn.Compose(returns) with { Stationery = Reports };
}
