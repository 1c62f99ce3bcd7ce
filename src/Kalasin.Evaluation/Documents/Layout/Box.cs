using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// Something drawn. Points; x from the left edge of what holds it, y downwards from its top.
/// Closed family: <see cref="TextBox"/>, <see cref="RowBox"/>, <see cref="RulesBox"/>, <see cref="FillBox"/>,
/// <see cref="PictureBox"/>, <see cref="SquaresBox"/>, <see cref="DrawingBox"/>, <see cref="LinkBox"/>.
/// </summary>
/// <param name="Node">What it shows in the structure; <see langword="null"/> for an artifact.</param>
internal abstract record Box(Node? Node);

/// <summary>How text looks.</summary>
/// <param name="Face">Face.</param>
/// <param name="Size">Points.</param>
/// <param name="IsLink">Drawn as a link.</param>
internal sealed record TextStyle(FontFace Face, double Size, bool IsLink = false)
{
    public double Points(double thousandths) => thousandths * Size / 1000;
}

/// <summary>Words on one line in one style.</summary>
/// <param name="Node">What they belong to.</param>
/// <param name="Style">Style.</param>
/// <param name="X">Where the pen starts.</param>
/// <param name="Baseline">Baseline.</param>
/// <param name="Whole">The text that the words are of.</param>
/// <param name="Start">Number of its words before them.</param>
/// <param name="Count">Number of words.</param>
/// <param name="Gap">Points added after each cluster.</param>
/// <param name="Width">Ink width, without trailing spaces.</param>
internal sealed record TextBox(
    Node? Node, TextStyle Style, double X, double Baseline, ShapedText Whole, int Start, int Count, double Gap, double Width) : Box(Node)
{
    /// <summary>Points added after each space.</summary>
    public double SpaceGap => Lines.SpaceShare * Gap;

    public ArraySegment<ShapedWord> Words => new(Whole.Words, Start, Count);

    public string Text => string.Concat(Words.Select(w => w.Text));

    /// <summary>Whether nothing is drawn: all it says are marks that steer lines.</summary>
    public bool IsEmpty
    {
        get
        {
            if (Width > 0) return false;
            foreach (var word in Words)
                if (!word.Glyphs.IsEmpty) return false;
            return true;
        }
    }
}

/// <summary>The texts in the cells of a row: a report is mostly these, and its registers repeat them.</summary>
/// <param name="Cells">In reading order.</param>
internal sealed record RowBox(ImmutableArray<CellText> Cells) : Box((Node?)null)
{
    /// <summary>Their boxes, each as one that stands alone.</summary>
    public IEnumerable<Box> Boxes => Cells.SelectMany(c => c.Text.Boxes.Select(b => c.Alone(b)));
}

/// <summary>A straight line.</summary>
internal readonly record struct Rule(double X1, double Y1, double X2, double Y2)
{
    /// <summary>The lines around a rectangle.</summary>
    public static ImmutableArray<Rule> Around(double width, double height) =>
        [new(0, 0, width, 0), new(0, height, width, height), new(0, 0, 0, height), new(width, 0, width, height)];
}

/// <summary>Straight lines of one kind; always an artifact.</summary>
internal sealed record RulesBox(ImmutableArray<Rule> Rules, double Thickness, bool Dotted = false) : Box((Node?)null);

/// <summary>A filled rectangle; always an artifact.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Grey">0 black to 1 white.</param>
internal sealed record FillBox(double X, double Y, double Width, double Height, double Grey) : Box((Node?)null);

/// <summary>A picture; <paramref name="Node"/> is its Figure.</summary>
internal sealed record PictureBox(Node? Node, double X, double Y, double Width, double Height, ImmutableArray<byte> Picture) : Box(Node);

/// <summary>A QR code, drawn square by square; <paramref name="Node"/> is its Figure.</summary>
internal sealed record SquaresBox(Node? Node, double X, double Y, double Side, QrSquares Code) : Box(Node);

/// <summary>A drawing; <paramref name="Node"/> is its Figure, and everything in it is the figure's.</summary>
/// <param name="Node">Its Figure.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Parts">What is drawn, from its own top left; neither links nor drawings.</param>
internal sealed record DrawingBox(Node? Node, double X, double Y, double Width, double Height, ImmutableArray<Box> Parts) : Box(Node);

/// <summary>A place that leads somewhere when clicked; draws nothing.</summary>
/// <param name="Node">Its Link.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Target">Absolute URI, <c>#anchor</c>, or <c>#</c> and the number of a heading of the document after a colon.</param>
/// <param name="Text">Where it leads, in words.</param>
internal sealed record LinkBox(Node? Node, double X, double Y, double Width, double Height, string Target, string Text) : Box(Node);
