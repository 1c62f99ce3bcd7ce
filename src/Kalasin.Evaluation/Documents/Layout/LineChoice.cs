namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// The lines of a paragraph chosen together, so that what they and the places they end at cost is the least in sum (Knuth and Plass):
/// no line is loose only because the one before it took what fitted. Of equal choices the one with fuller lines first is taken. The
/// work grows with the number of words times those of one line. Held by a <see cref="Desk"/> and used again for the next paragraph.
/// </summary>
internal sealed class LineChoice
{
    private double[] starts = [], inks = [], costs = [];
    private int[] parts = [], trailing = [], from = [];

    /// <summary>Ends of the lines, as numbers of words; at least one unless there are no words.</summary>
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
        var first = start;
        for (var e = start + 1; e <= end; e++)
        {
            while (first < e - 1 && !lines.Holds(Width(first, e), Parts(first, e), first == 0, e == end)) first++;
            var place = e == end ? 0 : LineCosts.Of(ends[e - 1], lines.Alignment);
            for (var s = first; s < e; s++)
            {
                var cost = costs[s] + place + LineCosts.Of(lines, Width(s, e), Parts(s, e), s == 0, e == end, isAlone: e == end && s == e - 1 && s > start);
                if (cost < costs[e]) (costs[e], from[e]) = (cost, s);
                // Lines still shorter cost still more, unless they are the last.
                if (e < end && s > first && Width(s, e) < lines.Width / 3) break;
            }
        }
        var count = Ends.Count;
        for (var e = end; e > start; e = from[e]) Ends.Add(e);
        Ends.Reverse(count, Ends.Count - count);
    }

    private void Measure(TextFlow flow)
    {
        var words = flow.Text.Words;
        if (starts.Length <= words.Length)
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
