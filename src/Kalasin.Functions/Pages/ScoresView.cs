using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>Scores with everything they were computed from.</summary>
public sealed record ScoresView : PageView
{
    private readonly ImmutableArray<Return> returns;

    private ScoresView(AwardRules rules, ImmutableArray<Return> returns, ImmutableArray<Scorecard> cards)
        : base(new BilingualText("คะแนนและที่มา", "Scores and reasons")) => (Rules, this.returns, Cards) = (rules, returns, cards);

    public AwardRules Rules { get; }

    /// <summary>One per entrant.</summary>
    public ImmutableArray<Scorecard> Cards { get; }

    /// <summary>The entrants in the order of their totals, as the framework ranks.</summary>
    public Ranking Order => Ranking.Of(Rules.Framework, Cards);

    public string Round => Rules.Plan.Id.Value;

    /// <summary>The scores of an entrant as bars; null where fewer than two have points.</summary>
    public ChartView? ChartOf(Scorecard card) => ChartOf(Rules, card);

    /// <inheritdoc cref="ChartOf(Scorecard)"/>
    internal static ChartView? ChartOf(AwardRules rules, Scorecard card) => ChartView.Of(language => IndicatorChart.Scores(rules, card, s => s.Points is not null, language));

    /// <summary>The round of the year before; null where there is none.</summary>
    internal EarlierScores? Earlier { get; init; }

    /// <summary>An entrant's scores beside those of the year before; null where nothing can be compared.</summary>
    internal YearsView? YearsOf(Scorecard card) =>
        Earlier is { } earlier && earlier.Cards.FirstOrDefault(c => c.Entrant == card.Entrant) is { } before ? YearsView.Of(Rules, card, earlier.Rules, before) : null;

    /// <summary>The indicator's own chart or map, as in the report; null where nothing can be compared.</summary>
    public ChartView? PictureOf(Scorecard card, Indicator indicator, Score score) =>
        ChartView.Of(language => IndicatorTables.Picture(new(Rules, returns, card, Edition.Internal, ReportCircumstances.None), indicator, score, language));

    /// <summary>Some score rests on a rule that nobody gave.</summary>
    public bool HasAssumed => Cards.Any(c => c.Scores.Any(s => s.IsAssumed));

    /// <summary>What the visitor may decide about scores.</summary>
    internal ScoreDecisions? Decisions { get; private init; }

    /// <summary>Last day on which units may object to the results that they are shown; null where they are not shown.</summary>
    public DateOnly? ShownUntil { get; private init; }

    /// <summary>What the visitor may decide about showing them.</summary>
    public ImmutableArray<DecisionForm> Forms { get; private init; } = [];

    internal static ScoresView Of(RoundSnapshot snapshot, ScoreDecisions decisions, bool isSample) => new(snapshot.Rules, snapshot.Returns, ResultsService.Score(snapshot, null))
    {
        IsSample = isSample,
        InRound = snapshot.Rules.Plan.Id.Value,
        Decisions = decisions,
        ShownUntil = snapshot.State.Results?.Until,
        Forms = decisions.ShowResults,
        Trail =
        [
            new(new("รอบการประเมิน", "Rounds"), PageAddress.Home),
            new(new("ภาพรวมของรอบ", "The round"), PageAddress.Round(snapshot.Rules.Plan.Id.Value)),
        ],
    };

    /// <summary>A unit's short name.</summary>
    public BilingualText NameOf(UnitCode unit) => Rules.Plan.Find(unit)?.ShortName ?? unit.Value;
}

/// <summary>What an earlier round came to.</summary>
/// <param name="Rules">Its rules.</param>
/// <param name="Cards">Its scores, by its own rules.</param>
internal sealed record EarlierScores(AwardRules Rules, ImmutableArray<Scorecard> Cards);
