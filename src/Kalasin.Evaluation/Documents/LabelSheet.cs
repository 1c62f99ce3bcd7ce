using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// Labels to cut out along their lines, in a grid of exact millimetres from the top left of the text, so that a guillotine cuts a stack at once.
/// Stands in a section with <see cref="Margins"/>, alone.
/// </summary>
/// <param name="Labels">Row by row; at least one.</param>
internal sealed record LabelSheet(ImmutableArray<Label> Labels) : Block
{
    /// <summary>Labels side by side, and one below another on a page.</summary>
    public const int Columns = 2, Rows = 7;

    /// <summary>A label in millimetres: seven of them leave room for a line over and under them on A4.</summary>
    public const double Width = 95, Height = 37;

    /// <summary>What of a label its edge and its code take, in millimetres.</summary>
    public const double Padding = 3, Side = 26;

    /// <summary>Share of the size of body text: the code, and the lines under it.</summary>
    public const double CodeScale = 1.15, LineScale = 0.78;

    /// <summary>Height of a line, as a multiple of its size.</summary>
    public const double LineHeight = 1.4;

    /// <summary>Margins of a page that it fills; a millimetre more at the foot than at the head, which Word needs after a table.</summary>
    public static Margins Margins { get; } = new(19.5, 10, 17.5, 10);
}

/// <summary>A label.</summary>
/// <param name="Code">Printed large.</param>
/// <param name="Lines">Lines under it, top down.</param>
/// <param name="Squares">What a reader reads off it, at its end edge.</param>
/// <param name="AlternateText">What that holds, for readers who can't see it; never empty.</param>
internal sealed record Label(string Code, ImmutableArray<string> Lines, QrSquares Squares, string AlternateText);
