using System.Buffers;

namespace Kalasin.Evaluation.Thai;

/// <summary>The cheapest way to read an unspaced run of Thai letters as words.</summary>
internal static class WordPath
{
    /// <summary>Longer entries of a lexicon stay breakable.</summary>
    public const int LongestKeptWhole = 16;

    private const int UnknownCluster = 23 * WordTrie.CostUnit;
    private const int LongestWord = 64;

    /// <summary>
    /// Adds the indexes before which a word begins, the run's own start left out. Work is bounded by the length of the run times the
    /// longest word's.
    /// </summary>
    /// <param name="run">Thai letters and marks without spaces, digits or other signs.</param>
    /// <param name="words">The dictionary.</param>
    /// <param name="lexicon">Words besides it.</param>
    /// <param name="breaks">Receives the indexes in rising order.</param>
    public static void Find(ReadOnlySpan<char> run, WordTrie words, WordTrie lexicon, List<int> breaks)
    {
        var length = run.Length;
        var rented = ArrayPool<int>.Shared.Rent(2 * (length + 1));
        var cost = rented.AsSpan(0, length + 1);
        var from = rented.AsSpan(length + 1, length + 1);
        cost.Fill(int.MaxValue);
        cost[0] = 0;
        var start = 0;
        while (start < length)
        {
            var next = start + 1;
            while (next < length && !ThaiClusters.BeginsAt(run, next)) next++;
            // Costs stay far from overflow: only differences within the reach of one word matter.
            if (cost[start] > int.MaxValue / 2) Rebase(cost[start..Math.Min(length + 1, start + LongestWord + 1)]);
            Relax(cost, from, start, next, UnknownCluster, isKnown: false);
            Walk(run, words, start, cost, from);
            Walk(run, lexicon, start, cost, from);
            start = next;
        }
        Collect(run, from, breaks);
        ArrayPool<int>.Shared.Return(rented);
    }

    private static void Walk(ReadOnlySpan<char> run, WordTrie trie, int start, Span<int> cost, Span<int> from)
    {
        var node = 0;
        for (var end = start; end < run.Length && end - start < LongestWord;)
        {
            node = trie.Next(node, run[end++]);
            if (node == 0) return;
            var word = trie.Cost(node);
            if (word > 0 && (end == run.Length || ThaiClusters.BeginsAt(run, end))) Relax(cost, from, start, end, word, isKnown: true);
        }
    }

    /// <summary>An unknown piece is remembered by the complement of its start. Of equal costs the longer last word wins, because it came first.</summary>
    private static void Relax(Span<int> cost, Span<int> from, int start, int end, int step, bool isKnown)
    {
        var total = cost[start] + step;
        if (total >= cost[end]) return;
        cost[end] = total;
        from[end] = isKnown ? start : ~start;
    }

    private static void Rebase(Span<int> cost)
    {
        var least = cost[0];
        foreach (ref var c in cost)
            if (c != int.MaxValue) c -= least;
    }

    /// <summary>Walks the path back. Where an unknown piece touches another piece, nobody knows where the word ends: no break there.</summary>
    private static void Collect(ReadOnlySpan<char> run, Span<int> from, List<int> breaks)
    {
        var first = breaks.Count;
        var laterIsUnknown = false;
        for (var end = run.Length; end > 0;)
        {
            var isUnknown = from[end] < 0;
            if (end < run.Length && !isUnknown && !laterIsUnknown) breaks.Add(end);
            (end, laterIsUnknown) = (isUnknown ? ~from[end] : from[end], isUnknown);
        }
        breaks.Reverse(first, breaks.Count - first);
    }
}
