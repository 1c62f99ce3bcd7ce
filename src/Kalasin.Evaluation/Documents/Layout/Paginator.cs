using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Strips onto pages, in one walk over them.</summary>
internal sealed class Paginator(List<string> violations)
{
    private readonly List<(PageFrame Frame, ImmutableArray<Placed> Content)> pages = [];
    private readonly Dictionary<int, (int Page, double Y)> headings = [];
    private readonly List<Placed> content = [];
    private readonly FrameRun frames = new();
    private PageFrame frame = null!;
    private double y;
    private bool empty;

    /// <summary>Number of pages so far.</summary>
    public int Count => pages.Count;

    /// <summary>Page and height of each heading.</summary>
    public IReadOnlyDictionary<int, (int Page, double Y)> Headings => headings;

    private int Number => pages.Count + 1;

    /// <summary>Lays out a section on pages of its own; returns the first page of each block.</summary>
    public IReadOnlyList<int> Add(PageFrame around, IReadOnlyList<Measured> blocks)
    {
        frame = around;
        Begin();
        var strips = new List<(Strip Strip, int Block)>(blocks.Sum(b => b.Strips.Length));
        var after = 0.0;
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].StaysUnder && strips.Count > 0) strips[^1] = (strips[^1].Strip with { KeepWithNext = true }, strips[^1].Block);
            foreach (var strip in blocks[b].Strips)
            {
                strips.Add((after > 0 ? strip with { SpaceBefore = strip.SpaceBefore + after } : strip, b));
                after = strip.SpaceAfter;
            }
        }
        var starts = new int[blocks.Count];
        for (int i = 0, end; i < strips.Count; i = end)
        {
            for (end = i + 1; end < strips.Count && strips[end - 1].Strip.KeepWithNext && !strips[end].Strip.BreakBefore; end++) { }
            var nothingAfter = end == i + 1 && end == strips.Count && strips[i].Strip.Height == 0;
            if (strips[i].Strip.BreakBefore && !empty && !nothingAfter) Turn();
            var height = 0.0;
            for (var k = i; k < end; k++) height += strips[k].Strip.Height + strips[k].Strip.SpaceBefore;
            if (empty) height -= strips[i].Strip.SpaceBefore;
            if (y + height > frame.Bottom + 0.01 && !empty) Turn();
            for (var k = i; k < end; k++)
            {
                var (strip, block) = strips[k];
                Place(strip, k > i && strips[k - 1].Strip.ReachesIntoNext ? strip.Height : Together(strips, k));
                if (starts[block] == 0) starts[block] = Number;
            }
        }
        for (var b = blocks.Count - 1; b >= 0; b--) starts[b] = starts[b] > 0 ? starts[b] : b + 1 < blocks.Count ? starts[b + 1] : Number;
        End();
        return starts;
    }

    /// <summary>The pages with what surrounds their text.</summary>
    public ImmutableArray<Page> Pages() => [.. pages.Select((p, i) => new Page(p.Frame.Width, p.Frame.Height, [.. p.Content, .. p.Frame.Around(i + 1)]))];

    /// <summary>Height of a strip and those after it that its text reaches into.</summary>
    private static double Together(List<(Strip Strip, int Block)> strips, int first)
    {
        var height = strips[first].Strip.Height;
        for (var k = first; strips[k].Strip.ReachesIntoNext; k++) height += strips[k + 1].Strip.Height;
        return height;
    }

    private void Place(Strip strip, double together)
    {
        // Only a chain taller than a page comes here with no room left.
        if (!empty && y + strip.SpaceBefore + together > frame.Bottom + 0.01) Turn();
        if (empty && strip.Head is { } head) Draw(head);
        if (y + (empty ? 0 : strip.SpaceBefore) + strip.Height > frame.Bottom + 0.01)
            violations.Add($"a block {strip.Height:0} pt high stands on page {Number}, which has room for {frame.Bottom - y:0} pt");
        if (!empty) y += strip.SpaceBefore;
        if (strip.Heading is { } heading) headings[heading] = (Number, y);
        Draw(strip);
    }

    private void Draw(Strip strip)
    {
        if (strip.Frame is { } edges) frames.Add(edges, y, y + strip.Height);
        else DrawFrames();
        if (!strip.Boxes.IsEmpty) content.Add(new(strip.Boxes, frame.Left, y));
        y += strip.Height;
        if (strip.Height > 0) empty = false;
    }

    private void DrawFrames()
    {
        if (frames.Take() is { } lines) content.Add(new([lines], frame.Left, 0));
    }

    private void Turn()
    {
        End();
        Begin();
    }

    private void Begin() => (y, empty) = (frame.Top(Number), true);

    private void End()
    {
        frames.EndPage();
        DrawFrames();
        var down = frame.InTheMiddle ? Math.Max(0, (frame.Bottom - y) / 2) : 0;
        pages.Add((frame, down == 0 ? [.. content] : [.. content.Select(p => p with { Y = p.Y + down })]));
        content.Clear();
    }
}
