using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>Upright bars side by side, from 0 to the same full value.</summary>
internal sealed record BarChart : AxisChart
{
    /// <summary>A chart of bars.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="categories">What the bars stand for, such as ตัวชี้วัดที่.</param>
    /// <param name="values">What their height is, such as คะแนน.</param>
    /// <param name="scale">Values of the axis.</param>
    /// <param name="decimals">Decimals that values are printed with.</param>
    /// <param name="bars">The bars; at least one.</param>
    /// <exception cref="ArgumentException">There is no bar, or one doesn't fit the axis.</exception>
    public BarChart(string title, string categories, string values, ChartScale scale, int decimals, ImmutableArray<Bar> bars)
        : base(title, categories, values, scale)
    {
        if (bars.IsEmpty) throw new ArgumentException("A chart has one bar at least.", nameof(bars));
        if (bars.FirstOrDefault(b => b.Value < 0 || b.Value > scale.Full) is { } misfit)
            throw new ArgumentException($"The bar '{misfit.Label}' is {misfit.Value}, not from 0 to {scale.Full}.", nameof(bars));
        (Decimals, Bars) = (decimals, bars);
    }

    /// <inheritdoc/>
    public override int Decimals { get; }

    /// <summary>The bars from the start edge.</summary>
    public ImmutableArray<Bar> Bars { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Labels => [.. Bars.Select(b => b.Label)];

    /// <inheritdoc/>
    public override ImmutableArray<ChartSeries> Series => [new(Values, SeriesKind.Bars, [.. Bars.Select(b => b.Value)])];

    /// <inheritdoc/>
    public override string AlternateText =>
        $"{Say($"แผนภูมิแท่ง {Title} แกน{Values} {Shown(0)} ถึง {Shown(Scale.Full)}", $"Bar chart {Title}, {Values} from {Shown(0)} to {Shown(Scale.Full)}")}: {string.Join(", ", Bars.Select(b => $"{Categories} {b.Label} {Values} {Shown(b)}"))}";

    /// <inheritdoc/>
    public override Drawing Draw(double width, double size)
    {
        var plot = PlotOf(width, size);
        var slot = plot.Slot(Bars.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.AddRange(Axes(plot));
        for (var i = 0; i < Bars.Length; i++)
        {
            var (bar, x) = (Bars[i], plot.Left + i * slot);
            var (wide, high) = (Math.Min(slot * 0.62, size * 4), Y(plot, bar.Value ?? 0));
            if (bar.Value > 0) marks.Add(new AreaMark(x + (slot - wide) / 2, high, wide, plot.Bottom - high, 0.35));
            // A value has room beyond its bar: neighbours are no wider than theirs.
            var room = Math.Max(slot, size * 6);
            marks.Add(new TextMark(Shown(bar), x + (slot - room) / 2, high - plot.Line, room, Alignment.Center, plot.Small));
            marks.Add(new TextMark(bar.Label, x + (slot - room) / 2, plot.Bottom, room, Alignment.Center, plot.Small));
        }
        return new(width, plot.Bottom + 2 * plot.Line, marks.DrainToImmutable());
    }

    private string Shown(Bar bar) => bar.Value is { } value ? Shown(value, Decimals) : "-";
}

/// <summary>A bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its height, 0 to the full value; <see langword="null"/> where there is none.</param>
internal sealed record Bar(string Label, decimal? Value);
