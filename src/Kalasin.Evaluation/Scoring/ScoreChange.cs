using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>What other rules make of the same returns, for one indicator of one entrant, or for its total.</summary>
/// <param name="Entrant">Whose.</param>
/// <param name="Indicator">Which; <see langword="null"/> for the total.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Before">Score under the rules in force.</param>
/// <param name="After">Score under the others.</param>
internal sealed record ScoreChange(BilingualText Entrant, IndicatorNumber? Indicator, BilingualText Name, ScoreUnder Before, ScoreUnder After)
{
    /// <summary>Something is different.</summary>
    public bool IsChange => Before != After;

    /// <summary>Every indicator, and the total, of every entrant, in order.</summary>
    public static ImmutableArray<ScoreChange> Between(AwardRules before, ImmutableArray<Scorecard> was, AwardRules after, ImmutableArray<Scorecard> now) =>
    [
        .. from card in now
           let old = was.FirstOrDefault(c => c.Entrant == card.Entrant)
           from line in Lines(old, card, before, after)
           select line,
    ];

    private static IEnumerable<ScoreChange> Lines(Scorecard? was, Scorecard now, AwardRules before, AwardRules after)
    {
        foreach (var indicator in after.Framework.Indicators)
            yield return new(
                now.EntrantName, indicator.Number, indicator.ShortText, ScoreUnder.Of(was?.Scores.FirstOrDefault(s => s.Indicator == indicator.Number), before),
                ScoreUnder.Of(now.Scores.FirstOrDefault(s => s.Indicator == indicator.Number), after));
        yield return new(now.EntrantName, null, new("คะแนนรวม", "Total"), ScoreUnder.OfTotal(was), ScoreUnder.OfTotal(now));
    }
}

/// <summary>A score under some rules.</summary>
/// <param name="Points">The score; <see langword="null"/> where there is none.</param>
/// <param name="Weight">The weight; <see langword="null"/> of a total.</param>
/// <param name="IsAssumed">It rests on an assumed rule.</param>
internal sealed record ScoreUnder(decimal? Points, decimal? Weight, bool IsAssumed)
{
    public static ScoreUnder Of(Score? score, AwardRules rules) =>
        new(score?.Points, score is null ? null : rules.Framework.Find(score.Indicator)?.Weight.Value, score?.IsAssumed == true);

    public static ScoreUnder OfTotal(Scorecard? card) => new(card?.Total, null, card?.Scores.Any(s => s is { IsAssumed: true, Points: not null }) == true);
}
