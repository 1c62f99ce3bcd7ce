using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>A text set into lines. Not changed once made, so that it can stand in many places.</summary>
/// <param name="Lines">What it was set for.</param>
/// <param name="Style">How its first words look.</param>
/// <param name="Boxes">Boxes of all lines.</param>
/// <param name="Ends">Number of boxes up to the end of each line.</param>
internal sealed record SetText(Lines Lines, TextStyle Style, ImmutableArray<Box> Boxes, ImmutableArray<int> Ends)
{
    /// <summary>Number of lines.</summary>
    public int Count => Ends.Length;

    /// <summary>Boxes of a line, counted from 0.</summary>
    public ReadOnlySpan<Box> this[int line] => Boxes.AsSpan()[(line == 0 ? 0 : Ends[line - 1])..Ends[line]];

    /// <summary>Ink of a text that is one line; that line stands at the start, whatever its alignment.</summary>
    private double? Width => Count > 1 ? null : Boxes is [TextBox line] ? line.Width : 0;

    /// <summary>Sets the text of a cell. One of a single look is set once for lines alike, and nobody's: whose it is, and where it stands, is the cell's.</summary>
    public static CellText Of(TextFlow flow, in Lines lines, Desk desk)
    {
        if (flow.Count > 1 || flow.First.Link is not null) return new(null, Set(flow, lines, desk), 0);
        var (set, told) = (flow.Text.Set, desk.Violations.Count);
        if (set is null || !set.StandsIn(lines, flow.First.Style))
        {
            set = Set(flow with { First = flow.First with { Node = null } }, lines with { Left = 0 }, desk);
            if (set.Boxes is [TextBox line]) set = set with { Boxes = [line with { X = 0 }] };
            // What doesn't fit is told of every cell.
            if (desk.Violations.Count == told) flow.Text.Set = set;
        }
        return new(flow.First.Node, set, (set.Width is { } width ? lines.Start(lines.Room(isFirst: true) - width) : 0) + lines.Left);
    }

    private static SetText Set(TextFlow flow, in Lines lines, Desk desk)
    {
        desk.Lines.Clear();
        lines.FillInto(desk.Lines, flow, desk);
        return new(lines, flow.First.Style, [.. desk.Lines.Boxes], [.. desk.Lines.Ends]);
    }

    private bool StandsIn(in Lines lines, TextStyle style) =>
        Style == style && (Width is { } width
            ? width <= lines.Room(isFirst: true) && Lines with { Width = lines.Width, Alignment = lines.Alignment, Left = lines.Left } == lines
            : Lines with { Left = lines.Left } == lines);
}

/// <summary>The text of a cell.</summary>
/// <param name="Node">What its boxes show in the structure; <see langword="null"/> where they say so themselves.</param>
/// <param name="Text">The text.</param>
/// <param name="X">Where its boxes are counted from.</param>
internal readonly record struct CellText(Node? Node, SetText Text, double X)
{
    /// <summary>A box of the text as one that stands alone.</summary>
    /// <param name="box">The box.</param>
    /// <param name="down">How far down it is moved.</param>
    public Box Alone(Box box, double down = 0) =>
        Node is not null && box is TextBox line ? line with { Node = Node, X = line.X + X, Baseline = line.Baseline + down } : box.Shifted(0, down);
}
