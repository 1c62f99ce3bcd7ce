using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>A sum that grows day by day, beside what is to be reached and the end of the day by which it should be.</summary>
internal sealed record StepChart : AxisChart
{
    // A day's name takes about so many sizes.
    private const double LabelSizes = 5;

    /// <summary>A chart of steps.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="categories">What stands side by side, such as วันที่.</param>
    /// <param name="values">What is summed, such as รายการ.</param>
    /// <param name="scale">Values of the axis.</param>
    /// <param name="steps">Every day in order, those on which nothing came included; at least one.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="deadline">Day at whose end it should be, by its place among the steps.</param>
    /// <exception cref="ArgumentException">A sum falls or doesn't fit the axis, or the goal or the deadline doesn't.</exception>
    public StepChart(
        string title, string categories, string values, ChartScale scale, ImmutableArray<DayTotal> steps, ChartGoal goal, ChartDeadline deadline)
        : base(title, categories, values, scale)
    {
        if (steps.IsEmpty || steps.Zip(steps.Skip(1)).Any(pair => pair.Second.Total < pair.First.Total) || steps[0].Total < 0 || steps[^1].Total > scale.Full)
            throw new ArgumentException($"The sums don't rise from 0 to {scale.Full} at most.", nameof(steps));
        if (goal.Total < 0 || goal.Total > scale.Full) throw new ArgumentException($"{goal.Total} isn't from 0 to {scale.Full}.", nameof(goal));
        if (deadline.Day < 0 || deadline.Day >= steps.Length) throw new ArgumentException($"There is no day {deadline.Day}.", nameof(deadline));
        (Steps, Goal, Deadline) = (steps, goal, deadline);
    }

    /// <summary>The days.</summary>
    public ImmutableArray<DayTotal> Steps { get; }

    /// <summary>What is to be reached.</summary>
    public ChartGoal Goal { get; }

    /// <summary>By when.</summary>
    public ChartDeadline Deadline { get; }

    /// <inheritdoc/>
    public override int Decimals => 0;

    /// <inheritdoc/>
    public override ImmutableArray<string> Labels => [.. Steps.Select(s => s.Label)];

    /// <inheritdoc/>
    public override ImmutableArray<ChartSeries> Series =>
    [
        new(Deadline.Text, SeriesKind.Post, [.. Steps.Select((_, i) => i == Deadline.Day ? (decimal?)Scale.Full : null)]),
        new(Summed, SeriesKind.Line, [.. Steps.Select(s => (decimal?)s.Total)]),
        new(Goal.Text, SeriesKind.Dashes, [.. Steps.Select(_ => (decimal?)Goal.Total)]),
    ];

    /// <inheritdoc/>
    public override string AlternateText =>
        $"{Say("แผนภูมิขั้นบันได", "Steps")} {Title} {Goal.Text} {Deadline.Text}: "
        + string.Join(", ", Steps.Where((s, i) => i == 0 || s.Total > Steps[i - 1].Total).Select(s => $"{s.Label} {Summed} {Shown(s.Total)}"));

    private string Summed => Say($"{Values}สะสม", $"{Values} in all");

    /// <inheritdoc/>
    public override Drawing Draw(double width, double size)
    {
        var plot = PlotOf(width, size);
        var slot = plot.Slot(Steps.Length);
        double X(int day) => plot.Left + day * slot;
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.AddRange(Axes(plot));
        var before = 0;
        for (var i = 0; i < Steps.Length; i++)
        {
            var (from, to) = (Y(plot, before), Y(plot, Steps[i].Total));
            if (from != to) marks.Add(new LineMark(X(i), from, X(i), to, 1.6));
            marks.Add(new LineMark(X(i), to, X(i + 1), to, 1.6));
            before = Steps[i].Total;
        }
        // The deadline's own day is always named; the others as far as there is room.
        var every = Math.Max(1, (int)Math.Ceiling(plot.Small * LabelSizes / slot));
        for (var i = Deadline.Day % every; i < Steps.Length; i += every)
            marks.Add(Centred(Steps[i].Label, X(i) + slot / 2, plot.Bottom, plot));
        marks.Add(Centred(Shown(Steps[^1].Total), Math.Min(X(Steps.Length), plot.Right - plot.Line), Y(plot, Steps[^1].Total), plot));
        marks.Add(new LineMark(plot.Left, Y(plot, Goal.Total), plot.Right, Y(plot, Goal.Total), 1.2, Dotted: true));
        marks.Add(new TextMark(Goal.Text, plot.Left + plot.Small / 2, Y(plot, Goal.Total) - plot.Line, (plot.Right - plot.Left) / 2, Alignment.Start, plot.Small));
        var end = X(Deadline.Day + 1);
        marks.Add(new LineMark(end, plot.Top - plot.Line * 0.8, end, plot.Bottom, 1));
        var room = (plot.Right - plot.Left) / 2;
        marks.Add(end - plot.Left > room
            ? new TextMark(Deadline.Text, end - room - plot.Small / 2, 0, room, Alignment.End, plot.Small)
            : new TextMark(Deadline.Text, end + plot.Small / 2, 0, room, Alignment.Start, plot.Small));
        return new(width, plot.Bottom + 2 * plot.Line, marks.DrainToImmutable());
    }

    private static TextMark Centred(string text, double x, double y, Plot plot) =>
        new(text, x - plot.Small * LabelSizes, y, 2 * plot.Small * LabelSizes, Alignment.Center, plot.Small);
}

/// <summary>A day and the sum at its end.</summary>
internal sealed record DayTotal(string Label, int Total);

/// <summary>What is to be reached, in words and as a sum.</summary>
internal sealed record ChartGoal(string Text, int Total);

/// <summary>A day that matters, in words and by its place.</summary>
internal sealed record ChartDeadline(string Text, int Day);
