using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Documents.Word;

namespace Kalasin.Evaluation.Documents;

/// <summary>The writers that ship.</summary>
internal static class DocumentWriters
{
    private static readonly WordWriter Word = new();
    private static readonly PdfWriter Pdf = new();

    /// <summary>The writer of a format; one instance, safe to share.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="NotSupportedException">No writer of that format ships.</exception>
    public static IDocumentWriter For(ReportFormat format) => format switch
    {
        ReportFormat.Word => Word,
        ReportFormat.Pdf => Pdf,
        _ => throw new NotSupportedException($"No writer of {format} ships."),
    };

    /// <summary>Whether every writer prints a picture: PNG, or JPEG of 8 bits in grey or the colours of screens.</summary>
    internal static bool CanPrint(ReadOnlySpan<byte> picture) => PictureData.Read(picture, out _) is not null;
}
