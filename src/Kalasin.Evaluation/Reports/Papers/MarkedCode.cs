using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>A mark with the QR code that holds it. The library draws no codes itself: whoever composes hands the squares in.</summary>
/// <param name="Mark">What the code holds.</param>
/// <param name="Squares">The code of <see cref="PaperMark.ToString"/>.</param>
internal sealed record MarkedCode(PaperMark Mark, QrSquares Squares)
{
    /// <summary>The code as it is printed, beside lines, and below them what it says: a file that was never printed is known by that.</summary>
    public QrFigure Beside(params ReadOnlySpan<string> lines) => new(Squares, Mark.InWords) { Lines = [.. lines, Mark.ToString()] };
}
