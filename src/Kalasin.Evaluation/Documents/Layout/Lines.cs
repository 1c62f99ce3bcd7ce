using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Segments into lines: first fit, each line then set to its alignment.</summary>
/// <param name="Width">Width of a line.</param>
/// <param name="Indent">Indent of the first.</param>
/// <param name="Alignment">Where lines stand.</param>
/// <param name="Size">Points.</param>
/// <param name="Height">Height of a line, as a multiple of the size.</param>
internal sealed record Lines(double Width, double Indent, Alignment Alignment, double Size, double Height = Lines.BodyHeight)
{
    public const double BodyHeight = 1.6, CellHeight = 1.45;

    // Widening beyond this share of the size tears words apart; such a line stays at the start edge.
    private const double MostGap = 0.22;

    // A space takes as much of the slack as this many cluster gaps.
    private const int SpaceShare = 5;

    private const double Tolerance = 0.01;

    public double LineHeight => Size * Height;

    private double Baseline => (LineHeight - Size * (FontFace.Ascent - FontFace.Descent) / 1000) / 2 + Size * FontFace.Ascent / 1000;

    /// <summary>Where lines start from the left edge of what holds them. Default 0.</summary>
    public double Left { get; init; }

    /// <summary>Top of the first line in what holds the lines, each further line a <see cref="LineHeight"/> below; <see langword="null"/> (default) gives each line its own top as origin.</summary>
    public double? Top { get; init; }

    /// <summary>Boxes of each line; at least one line.</summary>
    public List<ImmutableArray<Box>> Fill(List<Segment> segments, List<string> violations)
    {
        segments = Narrow(segments);
        var lines = new List<ImmutableArray<Box>>();
        var (start, stop, x, indent) = (0, -1, 0.0, Indent);
        for (var i = 0; i < segments.Count; i++)
        {
            if (indent + x + segments[i].InkWidth > Width + Tolerance)
            {
                // Without a place to break, the line ends between two faces.
                var end = stop >= start ? stop + 1 : i;
                if (end > start)
                {
                    lines.Add(Set(segments, start, end, indent, lines.Count, last: false));
                    (start, x, indent, i) = (end, 0, 0, end - 1);
                    continue;
                }
                violations.Add($"the text '{segments[i].Word.Text}' is wider than its column");
            }
            x += segments[i].Width;
            if (segments[i].After != LineEnd.Forbidden) stop = i;
            if (segments[i].After != LineEnd.Forced) continue;
            lines.Add(Set(segments, start, i + 1, indent, lines.Count, last: true));
            (start, x, indent) = (i + 1, 0, 0);
        }
        if (start < segments.Count || lines.Count == 0) lines.Add(Set(segments, start, segments.Count, indent, lines.Count, last: true));
        return lines;
    }

    /// <summary>Words wider than a line may be broken between any clusters.</summary>
    private List<Segment> Narrow(List<Segment> segments)
    {
        if (!segments.Exists(s => s.InkWidth > Width - Indent)) return segments;
        var narrow = new List<Segment>(segments.Count);
        foreach (var segment in segments)
        {
            if (segment.InkWidth <= Width - Indent) narrow.Add(segment);
            else
            {
                narrow.AddRange(segment.Word.Split().Select(w => segment with { Word = w, After = LineEnd.Allowed }));
                narrow[^1] = narrow[^1] with { After = segment.After };
            }
        }
        return narrow;
    }

    private ImmutableArray<Box> Set(List<Segment> segments, int start, int end, double indent, int line, bool last)
    {
        if (start == end) return [];
        var (width, spaces, clusters) = (0.0, 0, 0);
        for (var i = start; i < end; i++)
        {
            var word = segments[i].Word;
            var ink = i == end - 1;
            width += ink ? segments[i].InkWidth : segments[i].Width;
            spaces += word.Spaces - (ink ? word.TrailingSpaces : 0);
            clusters += word.Clusters;
        }
        var slack = Width - indent - width;
        var parts = Math.Max(0, clusters - 1) + SpaceShare * spaces;
        var gap = Alignment == Alignment.Distribute && !last && parts > 0 ? slack / parts : 0;
        if (gap > MostGap * Size || gap < 0) gap = 0;
        var x = indent + Alignment switch { Alignment.Center => slack / 2, Alignment.End => slack, _ => 0 };
        return Boxes(segments, start, end, x, Top is { } top ? top + line * LineHeight : 0, gap);
    }

    private ImmutableArray<Box> Boxes(List<Segment> segments, int start, int end, double x, double y, double gap)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>(1);
        for (int i = start, next; i < end; i = next)
        {
            var first = segments[i];
            for (next = i + 1; next < end && ReferenceEquals(segments[next].Node, first.Node) && (ReferenceEquals(segments[next].Style, first.Style) || segments[next].Style == first.Style); next++) { }
            var words = ImmutableArray.CreateBuilder<ShapedWord>(next - i);
            var (width, ink) = (0.0, 0.0);
            for (var k = i; k < next; k++)
            {
                var word = segments[k].Word;
                words.Add(word);
                ink = width + first.Style.Points(word.InkAdvance) + gap * (word.Clusters + SpaceShare * (word.Spaces - word.TrailingSpaces));
                width += first.Style.Points(word.Advance) + gap * (word.Clusters + SpaceShare * word.Spaces);
            }
            if (next == end) ink -= gap;
            boxes.Add(new TextBox(first.Node, first.Style, x + Left, Baseline + y, words.MoveToImmutable(), gap, SpaceShare * gap, ink));
            if (first.Link is { } link) Underline(boxes, first, link, x, y, ink);
            x += width;
        }
        return boxes.DrainToImmutable();
    }

    private void Underline(ImmutableArray<Box>.Builder boxes, Segment segment, Link link, double x, double y, double width)
    {
        var under = Baseline + Size * 0.12;
        boxes.Add(new RuleBox(x, under, x + width, under, Size * 0.05).Shifted(Left, y));
        boxes.Add(new LinkBox(segment.Node, x, Baseline - Size, width, Size * 1.25, link.Target, link.Text).Shifted(Left, y));
    }

    /// <summary>Lines as strips: two at the foot of a page and two at the head of the next, or none.</summary>
    public IEnumerable<Strip> Strips(List<Segment> segments, List<string> violations, double spaceBefore = 0, bool keepWithNext = false)
    {
        var lines = Fill(segments, violations);
        for (var i = 0; i < lines.Count; i++)
        {
            var keep = i == lines.Count - 1 ? keepWithNext : lines.Count <= 3 || i == 0 || i == lines.Count - 2;
            yield return new Strip(LineHeight, lines[i]) { SpaceBefore = i == 0 ? spaceBefore : 0, KeepWithNext = keep };
        }
    }
}
