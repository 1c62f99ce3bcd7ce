using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Text into lines: first fit, each line then set to its alignment.</summary>
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

    // Widening beyond this share of the size tears words apart; such a line stays at the start edge.
    private const double MostGap = 0.22;

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
        var (words, ends) = (flow.Text.Words, flow.Text.Ends);
        var (first, stretch) = (lines.Count, 0);
        var (start, stop, x, indent) = (0, -1, 0.0, Indent);
        for (var i = 0; i < words.Length; i++)
        {
            while (stretch > 0 && i < flow[stretch - 1].End) stretch--;
            while (i >= flow[stretch].End) stretch++;
            var style = flow[stretch].Style;
            if (indent + x + style.Points(words[i].InkAdvance) > Width + Tolerance)
            {
                // Without a place to break, the line ends between two faces.
                var end = stop >= start ? stop + 1 : i;
                if (end > start)
                {
                    Set(lines, flow, start, end, indent, lines.Count - first, last: false);
                    (start, x, indent, i) = (end, 0, 0, end - 1);
                    continue;
                }
                desk.Violations.Add($"the text '{words[i].Text}' is wider than its column");
            }
            x += style.Points(words[i].Advance);
            if (ends[i] != LineEnd.Forbidden) stop = i;
            if (ends[i] != LineEnd.Forced) continue;
            Set(lines, flow, start, i + 1, indent, lines.Count - first, last: true);
            (start, x, indent) = (i + 1, 0, 0);
        }
        if (start < words.Length || lines.Count == first) Set(lines, flow, start, words.Length, indent, lines.Count - first, last: true);
        return lines.Count - first;
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
                while (after.Count < words.Count) after.Add(LineEnd.Allowed);
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

    private void Set(SetLines lines, TextFlow flow, int start, int end, double indent, int line, bool last)
    {
        if (start < end)
        {
            var (width, spaces, clusters) = (0.0, 0, 0);
            for (int s = 0, i = start; i < end; i++)
            {
                while (i >= flow[s].End) s++;
                var word = flow.Text.Words[i];
                var ink = i == end - 1;
                width += flow[s].Style.Points(ink ? word.InkAdvance : word.Advance);
                spaces += word.Spaces - (ink ? word.TrailingSpaces : 0);
                clusters += word.Clusters;
            }
            var slack = Width - indent - width;
            var parts = Math.Max(0, clusters - 1) + SpaceShare * spaces;
            var gap = Alignment == Alignment.Distribute && !last && parts > 0 ? slack / parts : 0;
            if (gap > MostGap * Size || gap < 0) gap = 0;
            var x = indent + Alignment switch { Alignment.Center => slack / 2, Alignment.End => slack, _ => 0 };
            AddBoxes(lines, flow, start, end, x, Top is { } top ? top + line * LineHeight : 0, gap);
        }
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

    /// <summary>Lines as strips: two at the foot of a page and two at the head of the next, or none.</summary>
    public ImmutableArray<Strip> Strips(TextFlow flow, Desk desk, double spaceBefore = 0, bool keepWithNext = false)
    {
        desk.Lines.Clear();
        var count = FillInto(desk.Lines, flow, desk);
        var strips = ImmutableArray.CreateBuilder<Strip>(count);
        for (var i = 0; i < count; i++)
        {
            var keep = i == count - 1 ? keepWithNext : count <= 3 || i == 0 || i == count - 2;
            strips.Add(new Strip(LineHeight, [.. desk.Lines[i]]) { SpaceBefore = i == 0 ? spaceBefore : 0, KeepWithNext = keep });
        }
        return strips.MoveToImmutable();
    }
}
