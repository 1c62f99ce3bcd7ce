using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Strips onto pages, in one walk over them. Where each stands is noted first; pages are drawn only when they are asked for.</summary>
internal sealed class Paginator
{
    private readonly List<TurnedPage> pages = [];
    private readonly List<Standing> standing = [];
    private readonly Dictionary<int, (int Page, double Y)> headings = [];
    private readonly List<string> violations = [];
    private readonly List<Waiting> strips = [];
    private PageFrame frame = null!;
    private double y;
    private bool empty;

    /// <summary>A strip not placed yet.</summary>
    /// <param name="Strip">The strip.</param>
    /// <param name="Block">Block of the section that it is of.</param>
    /// <param name="Space">Space over it, the one under the strip before it counted in.</param>
    /// <param name="Keep">The next strip stands on the same page.</param>
    private readonly record struct Waiting(Strip Strip, int Block, double Space, bool Keep);

    /// <summary>A strip on a page.</summary>
    private readonly record struct Standing(Strip Strip, double Y);

    /// <summary>A page whose strips are all placed.</summary>
    /// <param name="Frame">What surrounds them.</param>
    /// <param name="End">Number of strips up to its end.</param>
    /// <param name="Down">How far down they are moved.</param>
    private readonly record struct TurnedPage(PageFrame Frame, int End, double Down);

    /// <summary>What didn't fit.</summary>
    public IReadOnlyList<string> Violations => violations;

    /// <summary>Number of pages so far.</summary>
    public int Count => pages.Count;

    /// <summary>Top of the first that is drawn of each section so far; 0 for an empty one.</summary>
    public ImmutableArray<double>.Builder Tops { get; } = ImmutableArray.CreateBuilder<double>();

    /// <summary>Page and height of each heading.</summary>
    public IReadOnlyDictionary<int, (int Page, double Y)> Headings => headings;

    private int Number => pages.Count + 1;

    /// <summary>Lays out a section on pages of its own; returns the first page of each block.</summary>
    public IReadOnlyList<int> Add(PageFrame around, IReadOnlyList<Measured> blocks)
    {
        frame = around;
        Begin();
        var first = standing.Count;
        strips.Clear();
        var count = blocks.Sum(b => b.Strips.Length);
        strips.EnsureCapacity(count);
        standing.EnsureCapacity(first + count);
        var after = 0.0;
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].StaysUnder && strips.Count > 0) strips[^1] = strips[^1] with { Keep = true };
            foreach (var strip in blocks[b].Strips)
            {
                strips.Add(new(strip, b, strip.SpaceBefore + after, strip.KeepWithNext));
                after = strip.SpaceAfter;
            }
        }
        var starts = new int[blocks.Count];
        for (int i = 0, end; i < strips.Count; i = end)
        {
            for (end = i + 1; end < strips.Count && strips[end - 1].Keep && !strips[end].Strip.BreakBefore; end++) { }
            var nothingAfter = end == i + 1 && end == strips.Count && strips[i].Strip.Height == 0;
            if (strips[i].Strip.BreakBefore && !empty && !nothingAfter) Turn();
            var height = 0.0;
            for (var k = i; k < end; k++) height += strips[k].Strip.Height + strips[k].Space;
            if (empty) height -= strips[i].Space;
            if (y + height > frame.Bottom + 0.01 && !empty) Turn();
            for (var k = i; k < end; k++)
            {
                var (strip, block, space, _) = strips[k];
                Place(strip, space, k > i && strips[k - 1].Strip.ReachesIntoNext ? strip.Height : Together(k));
                if (starts[block] == 0) starts[block] = Number;
            }
        }
        for (var b = blocks.Count - 1; b >= 0; b--) starts[b] = starts[b] > 0 ? starts[b] : b + 1 < blocks.Count ? starts[b + 1] : Number;
        End();
        var top = standing.FindIndex(first, s => s.Strip.IsDrawn);
        Tops.Add(top < 0 ? 0 : standing[top].Y + pages.Find(p => top < p.End).Down);
        return starts;
    }

    /// <summary>The pages with what surrounds their text.</summary>
    public ImmutableArray<Page> Pages()
    {
        var drawn = ImmutableArray.CreateBuilder<Page>(pages.Count);
        var (content, frames, start) = (new List<Placed>(), new FrameRun(), 0);
        foreach (var (around, end, down) in pages)
        {
            for (var i = start; i < end; i++)
            {
                var (strip, top) = standing[i];
                if (strip.Frame is { } edges) frames.Add(edges, top, top + strip.Height);
                else DrawFrames();
                if (!strip.Boxes.IsEmpty) content.Add(new(strip.Boxes, around.Left, top + down));
            }
            frames.EndPage();
            DrawFrames();
            content.AddRange(around.Around(drawn.Count + 1));
            drawn.Add(new(around.Width, around.Height, [.. content]));
            content.Clear();
            start = end;

            void DrawFrames()
            {
                if (frames.Take() is { } lines) content.Add(new([lines], around.Left, down));
            }
        }
        return drawn.MoveToImmutable();
    }

    /// <summary>Forgets all pages.</summary>
    public void Clear()
    {
        pages.Clear();
        standing.Clear();
        headings.Clear();
        Tops.Clear();
        violations.Clear();
    }

    /// <summary>Height of a strip and those after it that its text reaches into.</summary>
    private double Together(int first)
    {
        var height = strips[first].Strip.Height;
        for (var k = first; strips[k].Strip.ReachesIntoNext; k++) height += strips[k + 1].Strip.Height;
        return height;
    }

    private void Place(Strip strip, double space, double together)
    {
        // Only a chain taller than a page comes here with no room left.
        if (!empty && y + space + together > frame.Bottom + 0.01) Turn();
        if (empty && strip.Head is { } head) Place(head);
        if (y + (empty ? 0 : space) + strip.Height > frame.Bottom + 0.01)
            violations.Add($"a block {strip.Height:0} pt high stands on page {Number}, which has room for {frame.Bottom - y:0} pt");
        if (!empty) y += space;
        if (strip.Heading is { } heading) headings[heading] = (Number, y);
        Place(strip);
    }

    private void Place(Strip strip)
    {
        standing.Add(new(strip, y));
        y += strip.Height;
        if (strip.Height > 0) empty = false;
    }

    private void Turn()
    {
        End();
        Begin();
    }

    private void Begin() => (y, empty) = (frame.Top(Number), true);

    private void End() => pages.Add(new(frame, standing.Count, frame.InTheMiddle ? Math.Max(0, (frame.Bottom - y) / 2) : 0));
}
