using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Text into lines: chosen together, each line then set to its alignment.</summary>
/// <param name="Width">Width of a line.</param>
/// <param name="Indent">Indent of the first.</param>
/// <param name="Alignment">Where lines stand.</param>
/// <param name="Size">Points.</param>
/// <param name="Height">Height of a line, as a multiple of the size.</param>
internal readonly record struct Lines(double Width, double Indent, Alignment Alignment, double Size, double Height = Lines.BodyHeight)
{
    public const double BodyHeight = 1.6, CellHeight = 1.45;

    /// <summary>A space takes as much of the slack as this many cluster gaps.</summary>
    public const int SpaceShare = 5;

    /// <summary>Most that a line is drawn together after each cluster, in em: not seen.</summary>
    public const double MostTight = 0.008;

    // Widening beyond this share of the size tears words apart; such a line stays at the start edge.
    private const double MostGap = 0.16;

    private const double Tolerance = 0.01;

    public double LineHeight => Size * Height;

    private double Baseline => (LineHeight - Size * (FontFace.Ascent - FontFace.Descent) / 1000) / 2 + Size * FontFace.Ascent / 1000;

    /// <summary>Where lines start from the left edge of what holds them. Default 0.</summary>
    public double Left { get; init; }

    /// <summary>
    /// Top of the first line in what holds the lines, each further line a <see cref="LineHeight"/> below; <see langword="null"/>
    /// (default) gives each line its own top as origin.
    /// </summary>
    public double? Top { get; init; }

    /// <summary>Boxes of each line; at least one line.</summary>
    public List<ImmutableArray<Box>> Fill(TextFlow flow, Desk desk)
    {
        desk.Lines.Clear();
        FillInto(desk.Lines, flow, desk);
        return desk.Lines.ToList();
    }

    /// <summary>Adds at least one line to others; returns how many.</summary>
    public int FillInto(SetLines lines, TextFlow flow, Desk desk)
    {
        flow = Narrow(flow);
        var choice = LineChoice.OfThread;
        choice.Choose(flow, this);
        var (first, start) = (lines.Count, 0);
        foreach (var end in choice.Ends)
        {
            if (end == start + 1 && choice.Width(start, end) > Room(start == 0) + Tolerance)
                desk.Violations.Add($"the text '{flow.Text.Words[start].Text}' is wider than its column");
            var isLast = end == flow.Text.Words.Length || flow.Text.Ends[end - 1] == LineEnd.Forced;
            Set(lines, flow, start, end, choice, lines.Count - first, isLast);
            start = end;
        }
        if (lines.Count == first) lines.EndLine();
        return lines.Count - first;
    }

    /// <summary>Width for the ink of a line.</summary>
    public double Room(bool isFirst) => isFirst ? Width - Indent : Width;

    /// <summary>Where a line that leaves so much free starts.</summary>
    public double Start(double slack) => Alignment switch { Alignment.Center => slack / 2, Alignment.End => slack, _ => 0 };

    /// <summary>Whether a line may hold words of a width, drawn a little together where it is spread.</summary>
    public bool Holds(double width, int parts, bool isFirst, bool isLast) =>
        width <= Room(isFirst) + Tolerance + (Alignment == Alignment.Distribute && !isLast ? MostTight * Size * Math.Max(0, parts) : 0);

    /// <summary>Points that a spread line gets after each cluster; 0 for one that would be torn apart.</summary>
    public double Gap(double slack, int parts)
    {
        var gap = parts > 0 ? slack / parts : 0;
        return gap > MostGap * Size ? 0 : gap;
    }

    /// <summary>Words wider than a line may be broken between any clusters.</summary>
    private TextFlow Narrow(TextFlow flow)
    {
        var most = Width - Indent;
        if (!IsAnyWider(flow, most)) return flow;
        var (words, after, ends) = (new List<ShapedWord>(), new List<LineEnd>(), new List<int>());
        for (int s = 0, i = 0; s < flow.Count; s++)
        {
            for (; i < flow[s].End; i++)
            {
                var word = flow.Text.Words[i];
                if (flow[s].Style.Points(word.InkAdvance) <= most) words.Add(word);
                else words.AddRange(word.Split());
                while (after.Count < words.Count) after.Add(LineEnd.Torn);
                after[^1] = flow.Text.Ends[i];
            }
            ends.Add(words.Count);
        }
        return flow.Over(new([.. words], [.. after]), ends);
    }

    private static bool IsAnyWider(TextFlow flow, double most)
    {
        for (int s = 0, i = 0; s < flow.Count; s++)
            for (; i < flow[s].End; i++)
                if (flow[s].Style.Points(flow.Text.Words[i].InkAdvance) > most) return true;
        return false;
    }

    private void Set(SetLines lines, TextFlow flow, int start, int end, LineChoice choice, int line, bool isLast)
    {
        var (indent, slack) = (start == 0 ? Indent : 0, Room(start == 0) - choice.Width(start, end));
        var gap = Alignment == Alignment.Distribute && !isLast ? Gap(slack, choice.Parts(start, end)) : 0;
        AddBoxes(lines, flow, start, end, indent + Start(slack), Top is { } top ? top + line * LineHeight : 0, gap);
        lines.EndLine();
    }

    private void AddBoxes(SetLines lines, TextFlow flow, int start, int end, double x, double y, double gap)
    {
        var words = flow.Text.Words;
        for (int s = 0, i = start, next; i < end; i = next)
        {
            while (i >= flow[s].End) s++;
            var (stretchEnd, style, node, linked) = flow[s];
            next = Math.Min(end, stretchEnd);
            var (width, ink) = (0.0, 0.0);
            for (var k = i; k < next; k++)
            {
                var word = words[k];
                ink = width + style.Points(word.InkAdvance) + gap * (word.Clusters + SpaceShare * (word.Spaces - word.TrailingSpaces));
                width += style.Points(word.Advance) + gap * (word.Clusters + SpaceShare * word.Spaces);
            }
            if (next == end) ink -= gap;
            lines.Add(new TextBox(node, style, x + Left, Baseline + y, flow.Text, i, next - i, gap, ink));
            if (linked is { } link) Lead(lines, node, link, x + Left, y, ink);
            x += width;
        }
    }

    private void Lead(SetLines lines, Node? node, Link link, double x, double y, double width)
    {
        var under = y + Baseline + Size * 0.12;
        if (link.Anchor is null) lines.Add(new RulesBox([new(x, under, x + width, under)], Size * 0.05));
        lines.Add(new LinkBox(node, x, y + Baseline - Size, width, Size * 1.25, link.Target, link.Text));
    }

    /// <summary>Whether a line, not the last, stays with the next: two stand at the foot of a page and two at the head of the next, or none.</summary>
    public static bool StaysWithNext(int line, int count) => count <= 3 || line == 0 || line == count - 2;

    /// <summary>Lines as strips.</summary>
    public ImmutableArray<Strip> Strips(TextFlow flow, Desk desk, double spaceBefore = 0, bool keepWithNext = false)
    {
        desk.Lines.Clear();
        var count = FillInto(desk.Lines, flow, desk);
        var strips = ImmutableArray.CreateBuilder<Strip>(count);
        for (var i = 0; i < count; i++)
        {
            var keep = i == count - 1 ? keepWithNext : StaysWithNext(i, count);
            strips.Add(new Strip(LineHeight, [.. desk.Lines[i]]) { SpaceBefore = i == 0 ? spaceBefore : 0, KeepWithNext = keep });
        }
        return strips.MoveToImmutable();
    }
}
