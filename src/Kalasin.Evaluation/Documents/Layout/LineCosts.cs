namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// What lines and the places they end at cost, in the squares that Knuth and Plass add up. A line that ends inside a term costs more than
/// one that is plainly loose, less than one that is torn; one that ends inside a date or a name more than any line can; one between two letters more than that.
/// </summary>
internal static class LineCosts
{
    /// <summary>Every line costs so much: of choices alike, the one with fewer lines.</summary>
    private const double Line = 30;

    /// <summary>A gap after each cluster that is plainly seen, and slack of a ragged line that is, each as bad as 100.</summary>
    private const double SeenGap = 0.04, SeenSlack = 0.3;

    private const double Worst = 2_000, ShortLast = 300;

    /// <summary>What a place costs.</summary>
    public static double Of(LineEnd end, Alignment alignment)
    {
        var cost = end switch
        {
            LineEnd.Free or LineEnd.Forced => 0,
            LineEnd.Dear => alignment == Alignment.Distribute ? 400 : 600,
            LineEnd.Last => 3 * Worst,
            LineEnd.Torn => 9 * Worst,
            _ => 27 * Worst,
        };
        return cost * cost;
    }

    /// <summary>What a line costs.</summary>
    /// <param name="lines">How lines are set.</param>
    /// <param name="width">Its width in points.</param>
    /// <param name="parts">In how many parts its slack can be spread.</param>
    /// <param name="isFirst">It may be indented.</param>
    /// <param name="isLast">Nothing follows: its slack is free, unless it is centred.</param>
    /// <param name="wordsShort">It is the last of several: 1 where it is one word, 2 where it is only part of one.</param>
    public static double Of(in Lines lines, double width, int parts, bool isFirst, bool isLast, int wordsShort)
    {
        var slack = lines.Room(isFirst) - width;
        var badness = isLast && lines.Alignment != Alignment.Center ? 0
            : lines.Alignment == Alignment.Distribute ? OfGap(lines.Gap(slack, parts), slack, lines)
            : Math.Min(Worst, 100 * Square(slack / lines.Width / SeenSlack));
        return Square(Line + badness) + (wordsShort * Square(ShortLast));
    }

    private static double OfGap(double gap, double slack, in Lines lines)
    {
        // Too loose to be spread: the shorter it stays, the worse.
        if (gap == 0 && slack > lines.Size) return Worst * (0.9 + slack / lines.Width / 5);
        var seen = Math.Abs(gap) / lines.Size / (gap < 0 ? Lines.MostTight : SeenGap);
        return Math.Min(Worst, 100 * seen * seen * seen);
    }

    private static double Square(double x) => x * x;
}
