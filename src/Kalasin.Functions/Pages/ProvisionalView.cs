using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Scoring;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What a unit sees of the results before they are final: those it reports on, and which of its own rows don't count.</summary>
public sealed record ProvisionalView
{
    private ProvisionalView(DateOnly until, ImmutableArray<ProvisionalResult> results) => (Until, Results) = (until, results);

    /// <summary>Last day on which it may object.</summary>
    public DateOnly Until { get; }

    /// <summary>In the framework's order.</summary>
    public ImmutableArray<ProvisionalResult> Results { get; }

    /// <summary>Some points rest on a rule that nobody gave.</summary>
    public bool HasAssumed => Results.Any(r => r.IsAssumed);

    /// <returns>Null where nobody has decided to show them.</returns>
    internal static async Task<ProvisionalView?> OfAsync(OpenedRound round, ReportingUnit unit, ResultsService results, CancellationToken cancellationToken)
    {
        if (round.State.Results is not { Until: var until }) return null;
        var cards = ResultsService.Score(await results.SnapshotAsync(round, cancellationToken), null);
        var card = round.Rules.Framework.Entrant == EntrantKind.Province ? cards[0] : cards.FirstOrDefault(c => c.Entrant == unit.Code.Value);
        if (card is null) return null;
        return new(until, [.. round.Rules.IndicatorsOf(unit.Code).Select(i => ProvisionalResult.Of(i, card.Scores.Single(s => s.Indicator == i.Number), unit.Code))]);
    }
}

/// <summary>The result on one indicator.</summary>
public sealed record ProvisionalResult
{
    private ProvisionalResult(Indicator indicator, Score score, ImmutableArray<(string Rows, BilingualText Reason)> left) => (Indicator, Score, Left) = (indicator, score, left);

    public Indicator Indicator { get; }

    public Score Score { get; }

    /// <summary>It has points, and they rest on a rule that nobody gave.</summary>
    public bool IsAssumed => Score is { IsAssumed: true, Points: not null };

    /// <summary>The unit's own rows that don't count, and why.</summary>
    public ImmutableArray<(string Rows, BilingualText Reason)> Left { get; }

    internal static ProvisionalResult Of(Indicator indicator, Score score, UnitCode unit) => new(
        indicator, score,
        [.. ExcludedRows.Of([.. score.Measurement.NotMet, .. score.Measurement.Excluded]).Where(r => r.Unit == unit).Select(r => (r.Rows, r.Reason))]);
}
