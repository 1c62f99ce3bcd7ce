using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Where lines of a text may break: offsets into it, ascending, neither 0 nor its length.</summary>
internal delegate IReadOnlyList<int> BreakFinder(string text);

/// <summary>What one pass of the layout takes as given.</summary>
/// <param name="BodyPoints">Size of body text.</param>
/// <param name="Breaks">Where lines may break.</param>
/// <param name="Pages">Page numbers as the pass before found them.</param>
/// <param name="Violations">Where what doesn't fit is told.</param>
internal sealed record Setting(double BodyPoints, BreakFinder Breaks, PageFacts Pages, List<string> Violations)
{
    /// <summary>Most that a page of the section can hold.</summary>
    public double BodyHeight { get; init; }

    /// <summary>Headings of the whole document, for contents.</summary>
    public ImmutableArray<Heading> Headings { get; init; } = [];

    /// <summary>Page that the block being measured starts on.</summary>
    public int Page { get; init; } = 1;

    public double Points(double share) => Math.Round(BodyPoints * share * 4) / 4;
}

/// <summary>Page numbers that a pass found, counted from 1.</summary>
/// <param name="Count">Pages of the document.</param>
/// <param name="OfHeading">Page of each heading.</param>
/// <param name="OfBlock">First page of each block.</param>
internal sealed record PageFacts(int Count, ImmutableArray<int> OfHeading, ImmutableArray<int> OfBlock)
{
    public bool SameAs(PageFacts other) => Count == other.Count && OfHeading.SequenceEqual(other.OfHeading) && OfBlock.SequenceEqual(other.OfBlock);
}

/// <summary>A block measured for a width.</summary>
internal sealed record Measured(ImmutableArray<Strip> Strips, ImmutableArray<Node> Nodes);
