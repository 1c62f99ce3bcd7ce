using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Indicators that are added up by themselves before the total: ด้านที่ ๑ การบริหารจัดการ.</summary>
/// <param name="Id">Name in rules.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Indicators">Numbers of its indicators; no indicator stands in two groups.</param>
/// <param name="Source">Where the grouping comes from.</param>
internal sealed record IndicatorGroup(string Id, BilingualText Name, ImmutableArray<IndicatorNumber> Indicators, RuleSource Source)
{
    /// <summary>Its share of the total, whatever is scored in it; the weights of its indicators then count within it. Default: theirs count as they are.</summary>
    public Weight? Weight { get; init; }

    /// <summary>What the weights of its indicators have to add up to. Default: anything.</summary>
    public decimal? WeightsAddUpTo { get; init; }
}
