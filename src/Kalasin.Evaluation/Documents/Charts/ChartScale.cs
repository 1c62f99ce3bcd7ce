namespace Kalasin.Evaluation.Documents.Charts;

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

    /// <summary>The axis that holds a value in at most five round steps: of 1, 2, 5, 10, 20 and so on.</summary>
    /// <param name="most">The value; up to a thousand million.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is greater.</exception>
    public static ChartScale For(int most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1_000_000_000);
        var (step, begin) = (1, 1);
        while (step < (most + 4L) / 5)
            if (step == 2 * begin) step = 5 * begin;
            else if (step == begin) step = 2 * begin;
            else step = begin *= 10;
        return new(Math.Max(step, (most + step - 1) / step * step), step);
    }
}
