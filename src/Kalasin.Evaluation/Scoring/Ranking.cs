using System.Collections.Immutable;

namespace Kalasin.Evaluation;

/// <summary>Entrants in order of their totals.</summary>
/// <param name="Rows">Ranked entrants first, then those without a total; equal ones in the order of their codes.</param>
public sealed record Ranking(ImmutableArray<RankedEntrant> Rows)
{
    /// <summary>Some total will still change, so the order may.</summary>
    public bool IsProvisional => Rows.Any(r => r.Scorecard.Provisional);

    /// <summary>Some score rests on an assumed rule: internal editions only, watermarked.</summary>
    public bool IsAssumed => Rows.Any(r => r.Scorecard.Scores.Any(s => s.Points is not null && s.IsAssumed));

    /// <summary>The ranking of scorecards by exact total, highest first. Equal totals share a rank and the next ranks are skipped: 1, 1, 3.</summary>
    /// <param name="cards">One scorecard per entrant, all of one framework and revision.</param>
    /// <exception cref="ArgumentException">The scorecards are of different frameworks or revisions, or an entrant occurs twice.</exception>
    public static Ranking Of(IEnumerable<Scorecard> cards)
    {
        ArgumentNullException.ThrowIfNull(cards);
        var ordered = cards.OrderByDescending(c => c.Total ?? -1).ThenBy(c => c.Entrant, StringComparer.Ordinal).ToList();
        if (ordered.Select(c => (c.Framework, c.Revision)).Distinct().Count() > 1)
            throw new ArgumentException("Scorecards of different frameworks or revisions can't be ranked together.", nameof(cards));
        if (ordered.Select(c => c.Entrant).Distinct(StringComparer.Ordinal).Count() < ordered.Count)
            throw new ArgumentException("An entrant occurs twice.", nameof(cards));
        var sizes = ordered.Where(c => c.Total is not null).GroupBy(c => c.Total!.Value).ToDictionary(g => g.Key, g => g.Count());
        var rows = ImmutableArray.CreateBuilder<RankedEntrant>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            var card = ordered[i];
            int? rank = card.Total is null ? null : i > 0 && ordered[i - 1].Total == card.Total ? rows[i - 1].Rank : i + 1;
            rows.Add(new(rank, card.Total is { } total && sizes[total] > 1, card));
        }
        return new(rows.ToImmutable());
    }
}

/// <summary>An entrant's place.</summary>
/// <param name="Rank">1 for the highest total; <see langword="null"/> without a total.</param>
/// <param name="IsShared">Others have the same rank.</param>
/// <param name="Scorecard">Its scores.</param>
public sealed record RankedEntrant(int? Rank, bool IsShared, Scorecard Scorecard);
