using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>A chart as lines, areas and texts. Points; x from its left edge, y downwards from its top.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Marks">What is drawn, the hindmost first.</param>
internal sealed record Drawing(double Width, double Height, ImmutableArray<Mark> Marks);

/// <summary>A piece of a drawing. Closed family: <see cref="LineMark"/>, <see cref="AreaMark"/>, <see cref="TextMark"/>.</summary>
internal abstract record Mark
{
    private protected Mark() { }
}

/// <summary>A straight black line.</summary>
internal sealed record LineMark(double X1, double Y1, double X2, double Y2, double Thickness, bool Dotted = false) : Mark;

/// <summary>A filled rectangle.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Grey">0 black to 1 white.</param>
internal sealed record AreaMark(double X, double Y, double Width, double Height, double Grey) : Mark;

/// <summary>A text of one line.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Left of the room it has.</param>
/// <param name="Y">Top of its line, <see cref="LineHeight"/> high.</param>
/// <param name="Width">Width of the room.</param>
/// <param name="Alignment">Where it stands in the room.</param>
/// <param name="Size">Points.</param>
internal sealed record TextMark(string Text, double X, double Y, double Width, Alignment Alignment, double Size) : Mark
{
    /// <summary>Height of its line, as a multiple of the size.</summary>
    public const double LineHeight = 1.45;
}
