using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>What one pass of the layout takes as given.</summary>
/// <param name="BodyPoints">Size of body text.</param>
/// <param name="Texts">Texts cut where lines may break.</param>
/// <param name="Pages">Page numbers as the pass before found them.</param>
/// <param name="Desk">Where one block at a time is measured.</param>
internal sealed record Setting(double BodyPoints, ShapedTexts Texts, PageFacts Pages, Desk Desk)
{
    /// <summary>Most that a page of the section can hold.</summary>
    public double BodyHeight { get; init; }

    /// <summary>Headings of the whole document, for contents.</summary>
    public ImmutableArray<Heading> Headings { get; init; } = [];

    /// <summary>What captions and anchors of the whole document are of, each with the number of its block; for lists of captions.</summary>
    public ImmutableArray<NamedBlock> Named { get; init; } = [];

    /// <summary>Stands at the head of letters and memos; <see langword="null"/> leaves its place free.</summary>
    public Emblem? Emblem { get; init; }

    /// <summary>Pages are drawn, not only counted: rows and contents have boxes, rows have nodes. Default <see langword="true"/>.</summary>
    public bool Drawn { get; init; } = true;

    /// <summary>Page that the block being measured starts on.</summary>
    public int Page { get; init; } = 1;

    public double Points(double share) => Math.Round(BodyPoints * share * 4) / 4;
}

/// <summary>What is at hand while blocks are measured, one after another.</summary>
internal sealed class Desk
{
    private readonly List<TextStyle> styles = [];

    /// <summary>Where what doesn't fit is told.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Lines of the text being set; emptied for the next.</summary>
    public SetLines Lines { get; } = new();

    /// <summary>Of the text being cut: where lines may break, its words, what may happen after each, number of words up to the end of each piece.</summary>
    public List<BreakOpportunity> Breaks { get; } = [];

    /// <inheritdoc cref="Breaks"/>
    public List<ShapedWord> Words { get; } = [];

    /// <inheritdoc cref="Breaks"/>
    public List<LineEnd> After { get; } = [];

    /// <inheritdoc cref="Breaks"/>
    public List<int> Ends { get; } = [];

    /// <summary>A style; a block has few.</summary>
    public TextStyle Style(FontFace face, double size, bool isLink)
    {
        foreach (var style in styles)
            if (style.Face == face && style.Size == size && style.IsLink == isLink) return style;
        styles.Add(new(face, size, isLink));
        return styles[^1];
    }
}

/// <summary>What a caption or anchor is of.</summary>
/// <param name="Block">It.</param>
/// <param name="Number">Number of the block of the document that it is, or stands in.</param>
internal readonly record struct NamedBlock(Block Block, int Number);

/// <summary>Page numbers that a pass found, counted from 1.</summary>
/// <param name="Count">Pages of the document.</param>
/// <param name="OfHeading">Page of each heading.</param>
/// <param name="OfBlock">First page of each block.</param>
internal sealed record PageFacts(int Count, ImmutableArray<int> OfHeading, ImmutableArray<int> OfBlock)
{
    /// <summary>Points from the top of its first page to the first that is drawn of each section; 0 for an empty one.</summary>
    public ImmutableArray<double> OfSectionTop { get; init; } = [];

    public bool SameAs(PageFacts other) => Count == other.Count && OfHeading.SequenceEqual(other.OfHeading) && OfBlock.SequenceEqual(other.OfBlock);
}

/// <summary>A block measured for a width.</summary>
internal sealed record Measured(ImmutableArray<Strip> Strips, ImmutableArray<Node> Nodes)
{
    /// <summary>It says where what stands above it is from: it begins on the page where that ends.</summary>
    public bool StaysUnder { get; init; }

    /// <summary>What of it didn't fit.</summary>
    public ImmutableArray<string> Violations { get; init; } = [];
}
