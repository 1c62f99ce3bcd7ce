using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>Upright bars in pairs, as it was beside as it is, from 0 to the same full value. Its figures are many: they stand in a table beside it.</summary>
internal sealed record PairChart : AxisChart
{
    private const double EarlierGrey = 0.5;
    private const double LaterGrey = 0.1;

    /// <summary>A chart of pairs.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="categories">What the pairs stand for, such as ตัวชี้วัดที่.</param>
    /// <param name="values">What their height is, such as คะแนน.</param>
    /// <param name="scale">Values of the axis.</param>
    /// <param name="decimals">Decimals that values are printed with.</param>
    /// <param name="names">What the first and the second of each pair are, such as พ.ศ. ๒๕๖๖.</param>
    /// <param name="pairs">The pairs; at least one.</param>
    /// <exception cref="ArgumentException">There is no pair, or a value doesn't fit the axis.</exception>
    public PairChart(
        string title, string categories, string values, ChartScale scale, int decimals, (string Earlier, string Later) names, ImmutableArray<BarPair> pairs)
        : base(title, categories, values, scale)
    {
        if (pairs.IsEmpty) throw new ArgumentException("A chart has one pair at least.", nameof(pairs));
        if (pairs.FirstOrDefault(p => p.Earlier < 0 || p.Earlier > scale.Full || p.Later < 0 || p.Later > scale.Full) is { } misfit)
            throw new ArgumentException($"The pair '{misfit.Label}' is not from 0 to {scale.Full}.", nameof(pairs));
        (Decimals, Names, Pairs) = (decimals, names, pairs);
    }

    /// <inheritdoc/>
    public override int Decimals { get; }

    /// <summary>What the first and the second of each pair are.</summary>
    public (string Earlier, string Later) Names { get; }

    /// <summary>The pairs from the start edge.</summary>
    public ImmutableArray<BarPair> Pairs { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Labels => [.. Pairs.Select(p => p.Label)];

    /// <inheritdoc/>
    public override ImmutableArray<ChartSeries> Series =>
    [
        new(Names.Earlier, SeriesKind.EarlierBars, [.. Pairs.Select(p => p.Earlier)]), new(Names.Later, SeriesKind.Bars, [.. Pairs.Select(p => p.Later)]),
    ];

    /// <inheritdoc/>
    public override string AlternateText =>
        Say($"แผนภูมิแท่งคู่ {Title} แกน{Values} {Shown(0)} ถึง {Shown(Scale.Full)}: ", $"Paired bars {Title}, {Values} from {Shown(0)} to {Shown(Scale.Full)}: ")
        + string.Join(", ", Pairs.Select(p => $"{Categories} {p.Label} {Names.Earlier} {Figure(p.Earlier)} {Names.Later} {Figure(p.Later)}"));

    /// <inheritdoc/>
    public override Drawing Draw(double width, double size)
    {
        var plot = PlotOf(width, size);
        var slot = plot.Slot(Pairs.Length);
        var wide = Math.Min(slot * 0.36, size * 2);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.AddRange(Axes(plot));
        for (var i = 0; i < Pairs.Length; i++)
        {
            var middle = plot.Left + (i + 0.5) * slot;
            Add(Pairs[i].Earlier, middle - wide, EarlierGrey);
            Add(Pairs[i].Later, middle, LaterGrey);
            var room = Math.Max(slot, size * 6);
            marks.Add(new TextMark(Pairs[i].Label, middle - room / 2, plot.Bottom, room, Alignment.Center, plot.Small));
        }
        var (half, top) = (width / 2, plot.Bottom + 2 * plot.Line);
        Name(Names.Earlier, 0, EarlierGrey);
        Name(Names.Later, half, LaterGrey);
        return new(width, top + plot.Line, marks.DrainToImmutable());

        void Add(decimal? value, double x, double grey)
        {
            if (value is > 0 and var high) marks.Add(new AreaMark(x, Y(plot, high), wide, plot.Bottom - Y(plot, high), grey));
        }

        void Name(string name, double x, double grey)
        {
            marks.Add(new AreaMark(x, top + plot.Small * 0.35, plot.Small * 0.7, plot.Small * 0.7, grey));
            marks.Add(new TextMark(name, x + plot.Small, top, half - plot.Small, Alignment.Start, plot.Small));
        }
    }

    private string Figure(decimal? value) => value is { } known ? Shown(known, Decimals) : "-";
}

/// <summary>Two bars of one thing.</summary>
/// <param name="Label">What they stand for.</param>
/// <param name="Earlier">As it was, 0 to the full value; <see langword="null"/> where there is none.</param>
/// <param name="Later">As it is.</param>
internal sealed record BarPair(string Label, decimal? Earlier, decimal? Later);
