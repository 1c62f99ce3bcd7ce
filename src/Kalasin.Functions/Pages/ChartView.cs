using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Functions.Pages;

/// <summary>A chart of the report, drawn for a page from the same description, in the reader's language where it has words in it.</summary>
public sealed record ChartView
{
    // For the narrowest phone its texts are as large as those around it.
    private const double Width = 340;

    private readonly Chart thai;
    private readonly Func<Language, Chart?> chartIn;

    private ChartView(Chart thai, Func<Language, Chart?> chartIn) => (this.thai, this.chartIn) = (thai, chartIn);

    /// <summary>What it shows, and the element, which holds title and figures for whoever can't see it.</summary>
    public (string Title, string Svg, Language Language) In(Language language)
    {
        var chart = language == Language.Thai ? thai : chartIn(language)!;
        return (chart.Title, SvgChart.Of(chart, Width), chart.Language);
    }

    /// <param name="chartIn">The chart in a language, or in Thai where it has no other words; in every language or in none.</param>
    /// <returns>Null where there is nothing to show.</returns>
    internal static ChartView? Of(Func<Language, Chart?> chartIn) => chartIn(Language.Thai) is { } thai ? new(thai, chartIn) : null;
}
