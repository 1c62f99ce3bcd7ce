using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>One line of how a total comes about, as pages and reports show it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Indicators">Those in it.</param>
/// <param name="Points">Exact; <see langword="null"/> while nothing of it is scored. What a penalty takes is positive.</param>
/// <param name="Full">What it is out of; <see langword="null"/> where it is out of nothing.</param>
/// <param name="Weight">Its own weight; <see langword="null"/> where its indicators' count as they are.</param>
internal sealed record TotalLine(
    TotalLineKind Kind, BilingualText Name, ImmutableArray<IndicatorNumber> Indicators, decimal? Points, decimal? Full = null, decimal? Weight = null)
{
    /// <summary>Subtotals, what is added and taken, and the total: only the total where the framework has nothing else.</summary>
    public static ImmutableArray<TotalLine> Of(Framework framework, Scorecard card)
    {
        var lines = ImmutableArray.CreateBuilder<TotalLine>();
        foreach (var (group, result) in framework.Groups.Zip(card.Groups))
            lines.Add(new(TotalLineKind.Group, new($"ด้าน{group.Name.Thai}", group.Name.English), group.Indicators, result.Points, result.FullScore, group.Weight?.Value));
        Extra(IndicatorRole.Bonus, TotalLineKind.Bonus, card.Bonus, framework.Total?.MostBonus, new("คะแนนเพิ่ม", "bonuses"));
        Extra(IndicatorRole.Penalty, TotalLineKind.Penalty, card.Penalty, framework.Total?.MostPenalty, new("คะแนนหัก", "penalties"));
        lines.Add(new(TotalLineKind.Total, NameOf(framework), [.. card.Scores.Select(s => s.Indicator)], card.Total, card.FullTotal));
        return lines.ToImmutable();

        void Extra(IndicatorRole role, TotalLineKind kind, decimal points, decimal? most, BilingualText name)
        {
            var of = framework.Indicators.Where(i => i.Role == role).Select(i => i.Number).ToImmutableArray();
            if (of.IsEmpty) return;
            var scored = card.Scores.Any(s => s.Points is not null && of.Contains(s.Indicator));
            lines.Add(new(kind, name, of, scored ? points : null, most));
        }
    }

    /// <summary>What the total is called: a mean of scores, or points that are added up.</summary>
    public static BilingualText NameOf(Framework framework) =>
        framework.Total?.Kind == TotalKind.Points || framework.Indicators.Any(i => i.Role is not null)
            ? new("คะแนนรวม", "total")
            : new("คะแนนเฉลี่ยถ่วงน้ำหนัก", "weighted mean");
}

/// <summary>What a line of a total is.</summary>
internal enum TotalLineKind
{
    /// <summary>A group's subtotal.</summary>
    Group,

    /// <summary>What bonuses add, within their cap.</summary>
    Bonus,

    /// <summary>What penalties take, within their cap.</summary>
    Penalty,

    /// <summary>The total.</summary>
    Total,
}
