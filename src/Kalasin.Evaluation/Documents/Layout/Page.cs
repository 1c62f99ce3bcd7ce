using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>A box on a page.</summary>
/// <param name="Box">The box.</param>
/// <param name="X">Left edge of what holds it, points from the left edge of the page.</param>
/// <param name="Y">Top of what holds it, points down from the top of the page.</param>
internal readonly record struct Placed(Box Box, double X, double Y);

/// <summary>A page.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Boxes">What is drawn, in reading order.</param>
internal sealed record Page(double Width, double Height, ImmutableArray<Placed> Boxes)
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
/// <param name="Headings">Its headings in order.</param>
/// <param name="Violations">What didn't fit, in words for the composer; nothing of it is drawn outside the page silently.</param>
internal sealed record LaidOut(ImmutableArray<Page> Pages, Node Root, ImmutableArray<PlacedHeading> Headings, ImmutableArray<string> Violations);
