using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>The total of an entrant with its parts. Exact; an indicator that is unscored is in no part.</summary>
/// <param name="Groups">Subtotals in the framework's order.</param>
/// <param name="Base">What the counting indicators give; <see langword="null"/> when none is scored.</param>
/// <param name="Full">What full scores on the same indicators would give.</param>
/// <param name="Bonus">What is added, within its cap.</param>
/// <param name="Penalty">What is taken, within its cap.</param>
/// <param name="Total">The total; <see langword="null"/> when nothing that counts is scored.</param>
internal sealed record TotalParts(ImmutableArray<GroupScore> Groups, decimal? Base, decimal Full, decimal Bonus, decimal Penalty, decimal? Total)
{
    public static TotalParts Of(Framework framework, IReadOnlyCollection<Score> scores)
    {
        var scored = scores.Where(s => s.Points is not null).Select(s => (Score: s, Indicator: framework[s.Indicator])).ToList();
        var parts = scored.Where(s => s.Indicator.Role is null).Select(s => new Part(s.Score.Weight, s.Score.Points!.Value, s.Indicator.FullScore)).ToList();
        var kind = framework.Total?.Kind ?? TotalKind.Mean;
        var groups = framework.Groups.Select(g => Subtotal(g, kind, scored)).ToImmutableArray();
        var (sum, full) = framework.Groups.Any(g => g.Weight is not null) ? OfGroups(kind, groups) : Part.Of(kind, parts);
        var bonus = Math.Min(Extra(scored, IndicatorRole.Bonus), framework.Total?.MostBonus ?? decimal.MaxValue);
        var penalty = Math.Min(Extra(scored, IndicatorRole.Penalty), framework.Total?.MostPenalty ?? decimal.MaxValue);
        decimal? total = sum is { } counted
            ? Math.Clamp(counted + bonus - penalty, 0, framework.Total?.EndsAtFull == true ? full : decimal.MaxValue)
            : null;
        return new(groups, sum, full, bonus, penalty, total);
    }

    /// <summary>What bonuses or penalties come to before any cap.</summary>
    private static decimal Extra(IEnumerable<(Score Score, Indicator Indicator)> scored, IndicatorRole role) =>
        scored.Where(s => s.Indicator.Role == role).Sum(s => s.Score.Weight * s.Score.Points!.Value / s.Indicator.FullScore);

    private static GroupScore Subtotal(IndicatorGroup group, TotalKind kind, IEnumerable<(Score Score, Indicator Indicator)> scored)
    {
        var (points, full) = Part.Of(kind, [.. scored.Where(s => group.Indicators.Contains(s.Indicator.Number))
            .Select(s => new Part(s.Score.Weight, s.Score.Points!.Value, s.Indicator.FullScore))]);
        if (kind == TotalKind.Points && group.Weight is { Value: var weight } && points is { } given)
            (points, full) = (weight * given / full, weight);
        return new(group.Id, group.Name, points, full, points is null ? 0 : group.Weight?.Value ?? 0);
    }

    /// <summary>The total of groups that have weights of their own; one of which nothing is scored is in no sum.</summary>
    private static (decimal? Total, decimal Full) OfGroups(TotalKind kind, ImmutableArray<GroupScore> groups)
    {
        var counted = groups.Where(g => g.Points is not null).ToList();
        return kind == TotalKind.Mean
            ? Part.Of(kind, counted.ConvertAll(g => new Part(g.Weight, g.Points!.Value, g.FullScore)))
            : counted.Count == 0 ? (null, Scale.Levels) : (counted.Sum(g => g.Points), counted.Sum(g => g.FullScore));
    }

    /// <summary>A score with its weight.</summary>
    private readonly record struct Part(decimal Weight, decimal Points, decimal Full)
    {
        public static (decimal? Total, decimal Full) Of(TotalKind kind, IReadOnlyList<Part> parts)
        {
            if (parts.Count == 0) return (null, Scale.Levels);
            var weight = parts.Sum(p => p.Weight);
            if (kind == TotalKind.Points) return (parts.Sum(p => p.Weight * p.Points / p.Full), weight);
            var mean = parts.Sum(p => p.Weight * p.Points) / weight;
            // A mean lies between its terms; the last of decimal's 28 digits may be rounded past them.
            return (Math.Clamp(mean, parts.Min(p => p.Points), parts.Max(p => p.Points)), parts.Sum(p => p.Weight * p.Full) / weight);
        }
    }
}
