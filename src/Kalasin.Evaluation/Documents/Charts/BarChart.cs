using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>Upright bars side by side, from 0 to the same full value.</summary>
internal sealed record BarChart : Chart
{
    /// <summary>A chart of bars.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="categories">What the bars stand for, such as ตัวชี้วัดที่.</param>
    /// <param name="values">What their height is, such as คะแนน.</param>
    /// <param name="scale">Values of the axis.</param>
    /// <param name="decimals">Decimals that values are printed with.</param>
    /// <param name="bars">The bars; at least one.</param>
    /// <exception cref="ArgumentException">There is no bar, or one doesn't fit the axis.</exception>
    public BarChart(string title, string categories, string values, ChartScale scale, int decimals, ImmutableArray<Bar> bars) : base(title)
    {
        if (bars.IsEmpty) throw new ArgumentException("A chart has one bar at least.", nameof(bars));
        if (bars.FirstOrDefault(b => b.Value < 0 || b.Value > scale.Full) is { } misfit)
            throw new ArgumentException($"The bar '{misfit.Label}' is {misfit.Value}, not from 0 to {scale.Full}.", nameof(bars));
        (Categories, Values, Scale, Decimals, Bars) = (categories, values, scale, decimals, bars);
    }

    /// <summary>What the bars stand for.</summary>
    public string Categories { get; }

    /// <summary>What their height is.</summary>
    public string Values { get; }

    /// <summary>Values of the axis.</summary>
    public ChartScale Scale { get; }

    /// <summary>Decimals that values are printed with.</summary>
    public int Decimals { get; }

    /// <summary>The bars from the start edge.</summary>
    public ImmutableArray<Bar> Bars { get; }

    /// <inheritdoc/>
    public override string AlternateText =>
        $"แผนภูมิแท่ง {Title} แกน{Values} {ChartScale.Shown(0)} ถึง {ChartScale.Shown(Scale.Full)}: {string.Join(", ", Bars.Select(b => $"{Categories} {b.Label} {Values} {Shown(b)}"))}";

    /// <inheritdoc/>
    public override Drawing Draw(double width, double size)
    {
        var (small, line) = (size * 0.8, size * 0.8 * TextMark.LineHeight);
        var (left, top, height) = (size * 2.4, line * 1.8, size * 9);
        var (bottom, slot) = (top + height, (width - left) / Bars.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        double Y(decimal value) => bottom - height * (double)(value / Scale.Full);
        marks.Add(new TextMark(Values, 0, 0, width / 2, Alignment.Start, small));
        foreach (var step in Scale.Steps)
        {
            if (step > 0) marks.Add(new LineMark(left, Y(step), width, Y(step), 0.4, Dotted: true));
            marks.Add(new TextMark(ChartScale.Shown(step), 0, Y(step) - line / 2, left - size * 0.4, Alignment.End, small));
        }
        for (var i = 0; i < Bars.Length; i++)
        {
            var (bar, x) = (Bars[i], left + i * slot);
            var wide = Math.Min(slot * 0.62, size * 4);
            var high = Y(bar.Value ?? 0);
            if (bar.Value > 0) marks.Add(new AreaMark(x + (slot - wide) / 2, high, wide, bottom - high, 0.35));
            // A word of its own width has room beyond the bar: neighbours are no wider than their bars.
            var room = Math.Max(slot, size * 6);
            marks.Add(new TextMark(Shown(bar), x + (slot - room) / 2, high - line, room, Alignment.Center, small));
            marks.Add(new TextMark(bar.Label, x + (slot - room) / 2, bottom, room, Alignment.Center, small));
        }
        marks.Add(new LineMark(left, bottom, width, bottom, 0.8));
        marks.Add(new TextMark(Categories, left, bottom + line, width - left, Alignment.Center, small));
        return new(width, bottom + 2 * line, marks.DrainToImmutable());
    }

    private string Shown(Bar bar) => bar.Value is { } value ? ThaiNumerals.Format(value, Decimals) : "-";
}

/// <summary>A bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its height, 0 to the full value; <see langword="null"/> where there is none.</param>
internal sealed record Bar(string Label, decimal? Value);

/// <summary>The values of an axis: from 0 to the full one in equal steps.</summary>
internal sealed record ChartScale
{
    private const int MostSteps = 20;

    /// <summary>An axis.</summary>
    /// <exception cref="ArgumentException">The full value is no whole number of steps from 1 to 20.</exception>
    public ChartScale(int full, int step)
    {
        if (step < 1 || full < step || full % step != 0 || full / step > MostSteps)
            throw new ArgumentException($"From 0 to {full} by {step} is no axis.", nameof(step));
        (Full, Step) = (full, step);
    }

    /// <summary>The greatest value.</summary>
    public int Full { get; }

    /// <summary>From one value of the axis to the next.</summary>
    public int Step { get; }

    /// <summary>The values, 0 first.</summary>
    public IEnumerable<int> Steps => Enumerable.Range(0, Full / Step + 1).Select(i => i * Step);

    /// <summary>A value of the axis as it is printed.</summary>
    public static string Shown(int value) => ThaiNumerals.Format(value);
}
