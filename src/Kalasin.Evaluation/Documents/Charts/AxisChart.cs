using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>A chart of values over categories side by side. Closed family: <see cref="BarChart"/>, <see cref="PairChart"/>, <see cref="StepChart"/>.</summary>
internal abstract record AxisChart : Chart
{
    private protected AxisChart(string title, string categories, string values, ChartScale scale) : base(title) =>
        (Categories, Values, Scale) = (categories, values, scale);

    /// <summary>What stands side by side, such as ตัวชี้วัดที่.</summary>
    public string Categories { get; }

    /// <summary>What is measured upwards, such as คะแนน.</summary>
    public string Values { get; }

    /// <summary>Values of the axis.</summary>
    public ChartScale Scale { get; }

    /// <summary>How high the plot is, in sizes of body text. Default 9.</summary>
    public double High { get; init; } = 9;

    /// <summary>Decimals that values are printed with.</summary>
    public abstract int Decimals { get; }

    /// <summary>The categories from the start edge.</summary>
    public abstract ImmutableArray<string> Labels { get; }

    /// <summary>The figures, a value for each category; what "Edit data" shows.</summary>
    public abstract ImmutableArray<ChartSeries> Series { get; }

    /// <summary>Where the plot stands in a drawing.</summary>
    /// <param name="Left">Points from the left edge.</param>
    /// <param name="Top">Points from the top.</param>
    /// <param name="Right">Points from the left edge.</param>
    /// <param name="Bottom">Points from the top.</param>
    /// <param name="Line">Height of a line of text.</param>
    /// <param name="Small">Size of texts.</param>
    private protected readonly record struct Plot(double Left, double Top, double Right, double Bottom, double Line, double Small)
    {
        public double Slot(int categories) => (Right - Left) / categories;
    }

    private protected Plot PlotOf(double width, double size)
    {
        var (small, line) = (size * 0.8, size * 0.8 * TextMark.LineHeight);
        return new(size * 2.4, line * 1.8, width, line * 1.8 + size * High, line, small);
    }

    private protected double Y(Plot plot, decimal value) => plot.Bottom - (plot.Bottom - plot.Top) * (double)(value / Scale.Full);

    /// <summary>Lines and names of both axes.</summary>
    private protected IEnumerable<Mark> Axes(Plot plot)
    {
        yield return new TextMark(Values, 0, 0, plot.Right / 2, Alignment.Start, plot.Small);
        foreach (var step in Scale.Steps)
        {
            if (step > 0) yield return new LineMark(plot.Left, Y(plot, step), plot.Right, Y(plot, step), 0.4, Dotted: true);
            yield return new TextMark(Shown(step), 0, Y(plot, step) - plot.Line / 2, plot.Left - plot.Small / 2, Alignment.End, plot.Small);
        }
        yield return new LineMark(plot.Left, plot.Bottom, plot.Right, plot.Bottom, 0.8);
        yield return new TextMark(Categories, plot.Left, plot.Bottom + plot.Line, plot.Right - plot.Left, Alignment.Center, plot.Small);
    }
}

/// <summary>Values that belong together.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Kind">How they are drawn.</param>
/// <param name="Values">One for each category; <see langword="null"/> where there is none.</param>
internal sealed record ChartSeries(string Name, SeriesKind Kind, ImmutableArray<decimal?> Values);

/// <summary>How values are drawn.</summary>
internal enum SeriesKind
{
    /// <summary>Bars with their values over them.</summary>
    Bars,

    /// <summary>Bars of what was before, lighter, beside those of what is.</summary>
    EarlierBars,

    /// <summary>One thin bar: a day that matters.</summary>
    Post,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A dashed line: what is to be reached.</summary>
    Dashes,
}
