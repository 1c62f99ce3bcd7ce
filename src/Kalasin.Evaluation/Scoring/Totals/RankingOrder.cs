using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>Which of two entrants comes first: by total, then by each tie-break; 0 where none tells them apart.</summary>
/// <param name="ties">Asked in this order.</param>
internal sealed class RankingOrder(ImmutableArray<TieBreak> ties) : IComparer<Scorecard>
{
    public int Compare(Scorecard? x, Scorecard? y)
    {
        if (x is null || y is null) return (x is null).CompareTo(y is null);
        var order = -Nullable.Compare(x.Total, y.Total);
        for (var i = 0; order == 0 && i < ties.Length; i++) order = Compare(ResultParts.Of(ties[i].By, x), ResultParts.Of(ties[i].By, y), ties[i].Prefers);
        return order;
    }

    private static int Compare(decimal? x, decimal? y, Preference prefers) => (x, y) switch
    {
        ({ } a, { } b) => prefers == Preference.Higher ? b.CompareTo(a) : a.CompareTo(b),
        _ => (x is null).CompareTo(y is null),
    };
}
