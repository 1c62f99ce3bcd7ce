namespace Kalasin.Evaluation.Thai;

/// <summary>Optimal string alignment: letters added, left out, changed, or swapped with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most <paramref name="limit"/> slips lead from one text to the other. Work is bounded by length × limit.</summary>
    public static bool Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return false;
        var width = b.Length + 1;
        Span<int> rows = width <= 256 ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        rows.Fill(limit + 1);
        for (var j = 0; j <= Math.Min(limit, b.Length); j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current.Fill(limit + 1);
            if (i <= limit) current[0] = i;
            var best = current[0];
            for (var j = Math.Max(1, i - limit); j <= Math.Min(b.Length, i + limit); j++)
            {
                var cost = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + 1);
                current[j] = cost;
                best = Math.Min(best, cost);
            }
            if (best > limit) return false;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.Length] <= limit;
    }
}
