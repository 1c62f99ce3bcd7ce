using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Functions.Pages;

/// <summary>A chart of the report, drawn for a page from the same description.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Svg">The element; holds title and figures for whoever can't see it.</param>
public sealed record ChartView(string Title, string Svg)
{
    // For the narrowest phone its texts are as large as those around it.
    private const double Width = 340;

    /// <returns>Null where there is nothing to show.</returns>
    internal static ChartView? Of(Chart? chart) => chart is null ? null : new(chart.Title, SvgChart.Of(chart, Width));
}
