using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rankings;

/// <summary>A ranking with what it was made of: all that its pages and documents show.</summary>
internal sealed record RankedField
{
    private readonly FrozenDictionary<string, RankingEntry> byEntrant;
    private readonly FrozenDictionary<string, RankedEntrant> places;

    private RankedField(Framework framework, ImmutableArray<RankingEntry> entries, Ranking ranking)
    {
        (Framework, Entries, Ranking) = (framework, entries, ranking);
        byEntrant = entries.ToFrozenDictionary(e => e.Scorecard.Entrant, StringComparer.Ordinal);
        places = ranking.Rows.ToFrozenDictionary(r => r.Scorecard.Entrant, StringComparer.Ordinal);
    }

    public Framework Framework { get; }

    /// <summary>Most entrants of a ranking, inclusive: every local authority and district of the country, and then some.</summary>
    public const int MostEntrants = 10_000;

    /// <summary>In the order of the entrants' codes.</summary>
    public ImmutableArray<RankingEntry> Entries { get; }

    public Ranking Ranking { get; }

    /// <summary>Why equals stand as they do, by entrant.</summary>
    public required ImmutableDictionary<string, BilingualText> Ties { get; init; }

    /// <summary>Day it is of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What is here and can't be ranked, and why. Default: nothing.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The head of the log of what was sent in. Default: there is none.</summary>
    public ContentHash? LogHead { get; init; }

    /// <summary>Some entry is made of sample data.</summary>
    public bool IsSample => Entries.Any(e => e.IsSample);

    /// <summary>Provinces that the framework ranks and of which nothing is here; empty where units are ranked, since nobody knows who there is.</summary>
    public IEnumerable<Province> Awaited => Framework.Entrant == EntrantKind.Unit
        ? []
        : Province.All.Where(p => Framework.Excluded?.Codes.Contains(p.Code) != true && Find(p.Code) is null);

    public RankingEntry EntryOf(RankedEntrant row) => byEntrant[row.Scorecard.Entrant];

    /// <summary>What was sent of an entrant; null if nothing of it is here.</summary>
    public RankingEntry? Find(string entrant) => byEntrant.GetValueOrDefault(entrant);

    /// <summary>Where an entrant stands; null if nothing of it is here.</summary>
    public RankedEntrant? PlaceOf(string entrant) => places.GetValueOrDefault(entrant);

    /// <summary>The ranking of entries, whatever order they came in.</summary>
    public static RankedField Of(Framework framework, IEnumerable<RankingEntry> entries, DateOnly asOf)
    {
        ImmutableArray<RankingEntry> all = [.. entries.OrderBy(e => e.Scorecard.Entrant, StringComparer.Ordinal)];
        var ranking = Ranking.Of(framework, all.Select(e => e.Scorecard));
        return new(framework, all, ranking) { Ties = TieReasons.Of(framework, ranking), AsOf = asOf };
    }
}
