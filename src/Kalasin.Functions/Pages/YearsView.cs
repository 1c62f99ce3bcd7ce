using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Functions.Pages;

/// <summary>Scores of two years side by side: a chart, and its figures.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Years">What the two columns are.</param>
/// <param name="Rows">An indicator each, the total last.</param>
public sealed record YearsView(ChartView Chart, (BilingualText Earlier, BilingualText Later) Years, ImmutableArray<YearsLine> Rows)
{
    internal static YearsView? Of(AwardRules rules, Scorecard card, AwardRules earlier, Scorecard before) =>
        ChartView.Of(language => YearsChart.Of(rules, card, earlier, before, language)) is { } chart
            ? new(chart, (NameOf(earlier), NameOf(rules)),
            [
                .. YearsChart.Rows(rules, card, earlier, before).Select(r => new YearsLine(CellView.NameOf(r.Indicator), r.Earlier, r.Later)),
                new(new("คะแนนรวม", "Total"), before.Total, card.Total),
            ])
            : null;

    private static BilingualText NameOf(AwardRules rules) => new($"พ.ศ. {ThaiNumerals.ToThai($"{rules.Framework.FiscalYear}")}", $"B.E. {rules.Framework.FiscalYear}");
}

/// <summary>A line of figures.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Earlier">Points of the year before; null where there are none.</param>
/// <param name="Later">Points of this year; null where there are none.</param>
public sealed record YearsLine(BilingualText Name, decimal? Earlier, decimal? Later)
{
    /// <summary>By how much it rose, or fell below 0; null where one is missing.</summary>
    public decimal? Change => Later - Earlier;
}
