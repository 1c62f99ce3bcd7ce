namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>Totals as T-scores: 50 for their mean, 10 for a standard deviation (of the entrants themselves, not of a sample).</summary>
/// <param name="Mean">Mean of the totals.</param>
/// <param name="Deviation">Their standard deviation; 0 where all are alike.</param>
internal sealed record TScale(decimal Mean, decimal Deviation)
{
    private const int Middle = 50;
    private const int Step = 10;

    /// <summary>The scale of some totals.</summary>
    /// <param name="totals">In the order of the ranking, so that the last digit doesn't depend on who was read first.</param>
    public static TScale Of(IReadOnlyCollection<decimal> totals)
    {
        if (totals.Count == 0) return new(0, 0);
        var mean = totals.Sum() / totals.Count;
        return new(mean, Root(totals.Sum(t => (t - mean) * (t - mean)) / totals.Count));
    }

    /// <summary>The T-score of a total.</summary>
    public decimal Of(decimal total) => Deviation == 0 ? Middle : Middle + Step * (total - Mean) / Deviation;

    /// <summary>The square root to decimal's precision, by Newton's steps from a floating-point guess.</summary>
    private static decimal Root(decimal square)
    {
        if (square <= 0) return 0;
        var root = (decimal)Math.Sqrt((double)square);
        if (root == 0) return 0;
        for (var i = 0; i < 3; i++) root = (root + square / root) / 2;
        return root;
    }
}
