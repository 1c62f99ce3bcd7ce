using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation;

/// <summary>Entrants in order of their totals.</summary>
/// <param name="Rows">Ranked entrants first, then those that stand apart, those that fail a requirement, and those without a total; equal ones in the order of their codes.</param>
public sealed record Ranking(ImmutableArray<RankedEntrant> Rows)
{
    /// <summary>Some total will still change, so the order may.</summary>
    public bool IsProvisional => Rows.Any(r => r.Scorecard.Provisional);

    /// <summary>Some score rests on an assumed rule: internal editions only, watermarked.</summary>
    public bool IsAssumed => Rows.Any(r => r.Scorecard.Scores.Any(s => s.Points is not null && s.IsAssumed));

    /// <summary>The ranking of scorecards by exact total, highest first. Equal totals share a rank and the next ranks are skipped: 1, 1, 3.</summary>
    /// <param name="cards">One scorecard per entrant, all of one framework and revision.</param>
    /// <exception cref="ArgumentException">The scorecards are of different frameworks or revisions, or an entrant occurs twice.</exception>
    public static Ranking Of(IEnumerable<Scorecard> cards) => Of(cards, [], _ => false, tScores: false);

    /// <summary>The ranking as a framework wants it: by total, then by its tie-breaks; who still ties shares a rank. Provinces it leaves out stand apart.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="cards">One scorecard per entrant, all of the framework and its revision.</param>
    /// <exception cref="ArgumentException">The scorecards are of another framework or revision, or an entrant occurs twice.</exception>
    public static Ranking Of(Framework framework, IEnumerable<Scorecard> cards)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(cards);
        var all = cards.ToList();
        if (all.Exists(c => c.Framework != framework.Id || c.Revision != framework.Revision))
            throw new ArgumentException($"The scorecards are not all of {framework.Id}, revision {framework.Revision}.", nameof(cards));
        return Of(
            all, framework.Ranking?.TieBreaks ?? [], card => framework.Entrant == EntrantKind.Province && framework.Excluded?.Codes.Contains(card.Entrant) == true,
            framework.Ranking?.TScores == true);
    }

    /// <summary>Who enters a framework by this ranking: the first ranks, all that share the last of them included, or everybody from a total on.</summary>
    /// <param name="final">The framework that is entered.</param>
    /// <exception cref="ArgumentException">It isn't entered by a ranking of this framework.</exception>
    public ImmutableArray<RankedEntrant> Entering(Framework final)
    {
        ArgumentNullException.ThrowIfNull(final);
        if (final.Entry is not { } entry || Rows.Any(r => r.Scorecard.Framework != entry.Framework))
            throw new ArgumentException($"{final.Id} isn't entered by this ranking.", nameof(final));
        return [.. Rows.Where(r => r.Rank is { } rank && (entry.Top is { } top ? rank <= top : r.Scorecard.Total >= entry.Least))];
    }

    private static Ranking Of(IEnumerable<Scorecard> cards, ImmutableArray<TieBreak> ties, Func<Scorecard, bool> isApart, bool tScores)
    {
        ArgumentNullException.ThrowIfNull(cards);
        var order = new RankingOrder(ties);
        var ordered = cards.Select(c => (Card: c, Standing: StandingOf(c, isApart)))
            .OrderBy(c => c.Standing).ThenBy(c => c.Card, order).ThenBy(c => c.Card.Entrant, StringComparer.Ordinal).ToList();
        if (ordered.Select(c => (c.Card.Framework, c.Card.Revision)).Distinct().Count() > 1)
            throw new ArgumentException("Scorecards of different frameworks or revisions can't be ranked together.", nameof(cards));
        if (ordered.Select(c => c.Card.Entrant).Distinct(StringComparer.Ordinal).Count() < ordered.Count)
            throw new ArgumentException("An entrant occurs twice.", nameof(cards));
        var ranked = ordered.TakeWhile(c => c.Standing == EntrantStanding.Ranked).Select(c => c.Card).ToList();
        var scale = tScores ? TScale.Of(ranked.ConvertAll(c => c.Total!.Value)) : null;
        var rows = ImmutableArray.CreateBuilder<RankedEntrant>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            var (card, standing) = ordered[i];
            if (standing != EntrantStanding.Ranked)
            {
                rows.Add(new(null, false, card) { Standing = standing });
                continue;
            }
            var (above, below) = (i > 0 && order.Compare(ranked[i - 1], card) == 0, i + 1 < ranked.Count && order.Compare(card, ranked[i + 1]) == 0);
            rows.Add(new(above ? rows[i - 1].Rank : i + 1, above || below, card) { TScore = scale?.Of(card.Total!.Value) });
        }
        return new(rows.ToImmutable());
    }

    private static EntrantStanding StandingOf(Scorecard card, Func<Scorecard, bool> isApart) =>
        card.Total is null ? EntrantStanding.Unscored
        : card.IsBarred ? EntrantStanding.Barred
        : isApart(card) ? EntrantStanding.Apart
        : EntrantStanding.Ranked;
}

/// <summary>An entrant's place.</summary>
/// <param name="Rank">1 for the highest total; <see langword="null"/> for who isn't ranked.</param>
/// <param name="IsShared">Others have the same rank.</param>
/// <param name="Scorecard">Its scores.</param>
public sealed record RankedEntrant(int? Rank, bool IsShared, Scorecard Scorecard)
{
    /// <summary>Whether it is ranked, and why not.</summary>
    public EntrantStanding Standing { get; init; }

    /// <summary>Its total as a T-score among those that are ranked. Default: the framework doesn't ask for it.</summary>
    public decimal? TScore { get; init; }
}

/// <summary>Whether an entrant is ranked.</summary>
public enum EntrantStanding
{
    /// <summary>It is.</summary>
    Ranked,

    /// <summary>The framework leaves it out of the ranking: its scores are shown apart.</summary>
    Apart,

    /// <summary>It fails a requirement.</summary>
    Barred,

    /// <summary>It has no total.</summary>
    Unscored,
}
