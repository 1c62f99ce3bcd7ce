namespace Kalasin.Evaluation.Scoring.Jumps;

/// <summary>
/// When a figure is so far from others that somebody should say why. It asks and changes nothing: a jump may well be true.
/// Source: assumed.
/// </summary>
internal sealed record JumpRule
{
    public static JumpRule Default { get; } = new();

    /// <summary>Peers that make a usual range. Default 6: fewer have no quartiles worth the name.</summary>
    public int FewestPeers { get; init; } = 6;

    /// <summary>
    /// Interquartile ranges beyond the quartiles to which the usual reaches. Default 3 (Tukey's outer fences): what lies outside
    /// is far, not only unusual.
    /// </summary>
    public decimal Fences { get; init; } = 3;

    /// <summary>So many times last year's figure, or less than that part of it, is far. Default 3.</summary>
    public decimal Factor { get; init; } = 3;

    /// <summary>A smaller difference is never far, in the figure's own unit. Default 5: 1 and 4 activities are no jump.</summary>
    public decimal LeastDifference { get; init; } = 5;

    /// <summary>Whether a figure is far from the one of the year before; both 0 or more.</summary>
    public bool IsFar(decimal now, decimal before) =>
        Math.Abs(now - before) >= LeastDifference && (now > before * Factor || now * Factor < before);

    /// <summary>The range that peers make usual; <see langword="null"/> where they are too few.</summary>
    public UsualRange? Usual(IEnumerable<decimal> peers)
    {
        var ordered = peers.Order().ToList();
        if (ordered.Count < FewestPeers) return null;
        var (first, median, third) = (Quantile(ordered, 1), Quantile(ordered, 2), Quantile(ordered, 3));
        var reach = Fences * (third - first);
        var (low, high) = (Math.Max(0, first - reach), third + reach);
        // Of things that are counted there is no part of one.
        return ordered.TrueForAll(decimal.IsInteger)
            ? new(decimal.Ceiling(low), median, decimal.Floor(high), ordered.Count)
            : new(low, median, high, ordered.Count);
    }

    /// <summary>Whether a figure lies outside what is usual.</summary>
    public bool IsFar(decimal now, UsualRange usual) =>
        (now < usual.Low || now > usual.High) && Math.Abs(now - usual.Median) >= LeastDifference;

    /// <summary>Between the neighbours in proportion, as spreadsheets do it (QUARTILE.INC).</summary>
    private static decimal Quantile(List<decimal> ordered, int quarter)
    {
        var at = (ordered.Count - 1) * quarter / 4m;
        var below = (int)decimal.Floor(at);
        return below + 1 >= ordered.Count ? ordered[below] : ordered[below] + (at - below) * (ordered[below + 1] - ordered[below]);
    }
}

/// <summary>What is usual among peers.</summary>
/// <param name="Low">Lowest usual figure, inclusive; 0 or more.</param>
/// <param name="Median">The middle one.</param>
/// <param name="High">Highest usual figure, inclusive.</param>
/// <param name="Peers">How many peers there are.</param>
internal sealed record UsualRange(decimal Low, decimal Median, decimal High, int Peers);
