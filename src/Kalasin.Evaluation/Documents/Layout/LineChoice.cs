namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// The lines of a paragraph chosen together, so that what they and the places they end at cost is the least in sum (Knuth and Plass):
/// no line is loose only because the one before it took what fitted. Of equal choices the one with fuller lines first is taken. The
/// work grows with the number of pieces times those of one line. A thread has one and uses it again for the next paragraph.
/// </summary>
internal sealed class LineChoice
{
    /// <summary>More pieces fit on a line only if most have no width.</summary>
    private const int MostPieces = 500;

    /// <summary>What a longer paragraph needs is given back after it.</summary>
    private const int MostKept = 10_000;

    [ThreadStatic]
    private static LineChoice? ofThread;

    private double[] starts = [], inks = [], costs = [];
    private int[] parts = [], trailing = [], from = [];

    public static LineChoice OfThread => ofThread ??= new();

    /// <summary>Ends of the lines, as numbers of pieces; at least one unless there are none.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Chooses the lines of a flow; <see cref="Ends"/> then holds them.</summary>
    public void Choose(TextFlow flow, in Lines lines)
    {
        Ends.Clear();
        Measure(flow);
        var ends = flow.Text.Ends;
        for (int start = 0, end; start < ends.Length; start = end)
        {
            end = start + 1;
            while (end < ends.Length && ends[end - 1] != LineEnd.Forced) end++;
            if (Width(start, end) <= lines.Room(start == 0)) Ends.Add(end);
            else Choose(start, end, ends, lines);
        }
    }

    /// <summary>Width of the ink of a line, in points.</summary>
    public double Width(int start, int end) => inks[end - 1] - starts[start];

    /// <summary>In how many parts the slack of a line can be spread.</summary>
    public int Parts(int start, int end) => parts[end] - parts[start] - trailing[end - 1] * Lines.SpaceShare - 1;

    private void Choose(int start, int end, LineEnd[] ends, in Lines lines)
    {
        Array.Fill(costs, double.PositiveInfinity, start, end - start + 1);
        costs[start] = 0;
        var lastWord = LastWord(start, end, ends);
        var first = start;
        for (var e = start + 1; e <= end; e++)
        {
            while (first < e - 1 && (e - first > MostPieces || !lines.Holds(Width(first, e), Parts(first, e), first == 0, e == end))) first++;
            var place = e == end ? 0 : LineCosts.Of(ends[e - 1], lines.Alignment);
            for (var s = first; s < e; s++)
            {
                if (costs[s] + place >= costs[e]) continue;
                var cost = costs[s] + place + LineCosts.Of(lines, Width(s, e), Parts(s, e), s == 0, e == end, wordsShort: e < end || s < lastWord || s == start ? 0 : s == lastWord ? 1 : 2);
                if (cost < costs[e]) (costs[e], from[e]) = (cost, s);
            }
        }
        var count = Ends.Count;
        for (var e = end; e > start; e = from[e]) Ends.Add(e);
        Ends.Reverse(count, Ends.Count - count);
    }

    /// <summary>Where the last word of a paragraph starts, which may be several pieces.</summary>
    public static int LastWord(int start, int end, LineEnd[] ends)
    {
        var word = end - 1;
        while (word > start && ends[word - 1] != LineEnd.Free) word--;
        return word;
    }

    private void Measure(TextFlow flow)
    {
        var words = flow.Text.Words;
        if (starts.Length <= words.Length || (starts.Length > MostKept && words.Length < MostKept / 2))
        {
            var size = Math.Max(64, 2 * words.Length);
            (starts, inks, costs, parts, trailing, from) = (new double[size], new double[size], new double[size], new int[size], new int[size], new int[size]);
        }
        var x = 0.0;
        for (int s = 0, i = 0; i < words.Length; i++)
        {
            while (i >= flow[s].End) s++;
            var (word, style) = (words[i], flow[s].Style);
            (starts[i], inks[i]) = (x, x + style.Points(word.InkAdvance));
            x += style.Points(word.Advance);
            trailing[i] = word.TrailingSpaces;
            parts[i + 1] = parts[i] + word.Clusters + Lines.SpaceShare * word.Spaces;
        }
    }
}
