using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Scores and reports of a round: computed from its log and vault whenever asked, never stored.</summary>
internal sealed class ResultsService(VaultContent content, PrintedPictures printed, RulingTexts rulings, JumpService jumps, OfficeStationery stationery, Installation installation)
{
    /// <summary>The round with its returns. What was taken in before personal data were withheld at the door must not leave by it either.</summary>
    public async Task<RoundSnapshot> SnapshotAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        return new(round, await ReturnsAsync(round, round.State.Heads, cancellationToken))
        {
            Decisions = await rulings.OfAsync(round, cancellationToken),
        };
    }

    /// <summary>Some of its returns, as they are scored and shown.</summary>
    public async Task<ImmutableArray<Return>> ReturnsAsync(OpenedRound round, IReadOnlyList<ReturnHead> heads, CancellationToken cancellationToken)
    {
        var framework = round.Rules.Framework;
        return
        [
            .. (await content.ReturnsAsync(round.Id, heads, cancellationToken))
                .Select(r => framework.Find(r.Indicator) is { Register: var register } ? PersonalData.Withhold(r, register) : r),
        ];
    }

    /// <summary>One scorecard per entrant.</summary>
    /// <param name="evaluationDate">Day "overdue" is judged on; null for the plan's.</param>
    public static ImmutableArray<Scorecard> Score(RoundSnapshot snapshot, DateOnly? evaluationDate) =>
    [
        .. Scorer.Score(snapshot.Rules, snapshot.Returns, evaluationDate ?? snapshot.Rules.Plan.JudgedOn, snapshot.Decisions)
            .Select(card => card with { CompletedOn = Completion.Of(snapshot.State, snapshot.Rules, card.Entrant) }),
    ];

    /// <summary>The report of one entrant.</summary>
    public async Task<ReportDocument> ReportAsync(RoundSnapshot snapshot, Scorecard card, Edition edition, CancellationToken cancellationToken) =>
        ProvinceReport.Compose(snapshot.Rules, snapshot.Returns, card, edition, await CircumstancesAsync(snapshot, cancellationToken)) with
        {
            Stationery = await stationery.OfAsync(snapshot.Round, OfficeFile.ReportTemplate, cancellationToken),
        };

    /// <summary>The scorecard of one entrant as a workbook that computes it.</summary>
    public async Task<Workbook> WorkbookAsync(RoundSnapshot snapshot, Scorecard card, Edition edition, CancellationToken cancellationToken) =>
        ScorecardWorkbook.Compose(snapshot.Rules, snapshot.Returns, card, edition, snapshot.Decisions, await CircumstancesAsync(snapshot, cancellationToken));

    /// <summary>The scorecards as the file that goes to whoever ranks, with the log's head.</summary>
    public async Task<byte[]> ScorecardFileAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var cards = Score(await SnapshotAsync(round, cancellationToken), null);
        return ScorecardFile.Write(round.Rules, cards, round.State.Sequence, round.State.Head, installation.IsSample);
    }

    /// <summary>What the report says beside returns and scores.</summary>
    public async Task<ReportCircumstances> CircumstancesAsync(RoundSnapshot snapshot, CancellationToken cancellationToken)
    {
        var (pictures, leftOut, unprinted) = await printed.OfAsync(snapshot, null, cancellationToken);
        return new()
        {
            AsOf = snapshot.State.Deliveries.Count == 0 ? null : DayOf(snapshot.Round),
            IsSample = installation.IsSample,
            LogHead = snapshot.State.Head,
            Status = RoundStatus.Of(snapshot.State, snapshot.Rules),
            Findings = [.. await FindingsAsync(snapshot, cancellationToken), .. unprinted],
            Choices = await rulings.ChoicesAsync(snapshot.Round, cancellationToken),
            Moves = RulesMove.Of(snapshot.Round.Revisions),
            Jumps = await jumps.OfAsync(snapshot.Round, cancellationToken),
            Pictures = pictures,
            PicturesLeftOut = leftOut,
        };
    }

    /// <summary>Findings on the current returns, and on what they came in.</summary>
    public async Task<ImmutableArray<OpenFinding>> FindingsAsync(RoundSnapshot snapshot, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<OpenFinding>();
        foreach (var receipt in snapshot.State.Returns.Keys.Select(r => snapshot.State.Current(r.Unit, r.Indicator)?.Receipt).OfType<ReceiptNumber>().Distinct().OrderBy(r => r.Value))
        {
            var delivery = snapshot.State.Find(receipt)!;
            var current = delivery.Returns.Where(r => snapshot.State.Current(delivery.UnitOf(r), r.Indicator)?.Receipt == receipt)
                .Select(r => r.Indicator).ToHashSet();
            var found = await content.DetailsAsync(snapshot.Rules.Plan.Id, delivery, cancellationToken);
            foreach (var f in found.Findings)
            {
                IndicatorNumber? indicator = f.Indicator is null ? null : IndicatorNumber.Parse(f.Indicator);
                if (indicator is not { } known || current.Contains(known)) findings.Add(new(delivery.Unit, indicator, f.Finding));
            }
        }
        return findings.ToImmutable();
    }

    /// <summary>The day that a report is of: of the last delivery or of the evaluation, whichever is later.</summary>
    public static DateOnly DayOf(OpenedRound round)
    {
        var (evaluated, deliveries) = (round.Rules.Plan.JudgedOn, round.State.Deliveries);
        if (deliveries.Count == 0) return evaluated;
        var last = BangkokTime.Date(deliveries.Max(d => d.ReceivedAt));
        return last > evaluated ? last : evaluated;
    }
}

/// <summary>A round at one moment.</summary>
/// <param name="Returns">Current version of each return, in the order of <see cref="RoundState.Heads"/>.</param>
internal sealed record RoundSnapshot(OpenedRound Round, ImmutableArray<Return> Returns)
{
    public AwardRules Rules => Round.Rules;

    public RoundState State => Round.State;

    /// <summary>What people decided in it.</summary>
    public required Decisions Decisions { get; init; }
}
