using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Boxes that stand on a page together.</summary>
/// <param name="Boxes">The boxes, in reading order.</param>
/// <param name="X">Left edge of what holds them, points from the left edge of the page.</param>
/// <param name="Y">Top of what holds them, points down from the top of the page.</param>
internal readonly record struct Placed(ImmutableArray<Box> Boxes, double X, double Y);

/// <summary>A page.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Content">What is drawn, in reading order.</param>
internal sealed record Page(double Width, double Height, ImmutableArray<Placed> Content)
{
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>A4.</summary>
    public const double Short = 210 * PointsPerMillimetre, Long = 297 * PointsPerMillimetre;
}

/// <summary>A heading, where it stands.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Page">Page, counted from 1.</param>
/// <param name="Y">Points down from the top of the page.</param>
internal sealed record PlacedHeading(Heading Heading, int Page, double Y);

/// <summary>A document laid out.</summary>
/// <param name="Pages">Pages in order.</param>
/// <param name="Root">Its logical structure.</param>
/// <param name="Nodes">Number of nodes in it, the root counted.</param>
/// <param name="Headings">Its headings in order.</param>
/// <param name="Anchors">Page, and points down from its top, of each anchor.</param>
/// <param name="Violations">What didn't fit, in words for the composer; nothing of it is drawn outside the page silently.</param>
internal sealed record LaidOut(
    ImmutableArray<Page> Pages, Node Root, int Nodes, ImmutableArray<PlacedHeading> Headings,
    ImmutableDictionary<string, (int Page, double Y)> Anchors, ImmutableArray<string> Violations)
{
    /// <summary>Which page its headings, blocks and sections stand on.</summary>
    public required PageFacts Facts { get; init; }
}
