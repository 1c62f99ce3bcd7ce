using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>A slice over the width of the text that no page may cut: a line, a row, a picture.</summary>
/// <param name="Height">Points.</param>
/// <param name="Boxes">What it shows, from its own top left.</param>
internal sealed record Strip(double Height, ImmutableArray<Box> Boxes)
{
    /// <summary>Space over it; left out at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Space under it, before the next strip's own; left out at the end of a page.</summary>
    public double SpaceAfter { get; init; }

    /// <summary>The next strip stands on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Text of it reaches into the next strip: the same, and also where all that is kept together is higher than a page.</summary>
    public bool ReachesIntoNext { get; init; }

    /// <summary>Starts a new page.</summary>
    public bool BreakBefore { get; init; }

    /// <summary>Drawn again when a page starts with this strip: the head of its table.</summary>
    public Strip? Head { get; init; }

    /// <summary>Edges of the cells of a row.</summary>
    public RowFrame? Frame { get; init; }

    /// <summary>Number of the heading that starts here, counted through the document.</summary>
    public int? Heading { get; init; }

    /// <summary>It shows something, or would if pages were drawn.</summary>
    public bool IsDrawn => !Boxes.IsEmpty || Frame is not null;

    public Strip Shifted(double dx, double dy = 0) =>
        dx == 0 && dy == 0
            ? this
            : this with { Boxes = [.. Boxes.SelectMany(b => b.Alone()).Select(b => b.Shifted(dx, dy))], Frame = Frame?.Shifted(dx), Head = Head?.Shifted(dx, dy) };
}

internal static class BoxShift
{
    /// <summary>A box, or the boxes that it gathers.</summary>
    public static IEnumerable<Box> Alone(this Box box) => box is RowBox row ? row.Boxes : [box];

    public static Box Shifted(this Box box, double dx, double dy) => box switch
    {
        TextBox b => b with { X = b.X + dx, Baseline = b.Baseline + dy },
        RulesBox b => b with { Rules = [.. b.Rules.Select(r => new Rule(r.X1 + dx, r.Y1 + dy, r.X2 + dx, r.Y2 + dy))] },
        FillBox b => b with { X = b.X + dx, Y = b.Y + dy },
        PictureBox b => b with { X = b.X + dx, Y = b.Y + dy },
        SquaresBox b => b with { X = b.X + dx, Y = b.Y + dy },
        DrawingBox b => b with { X = b.X + dx, Y = b.Y + dy },
        LinkBox b => b with { X = b.X + dx, Y = b.Y + dy },
        _ => throw new InvalidOperationException($"unknown box {box.GetType().Name}"),
    };
}
