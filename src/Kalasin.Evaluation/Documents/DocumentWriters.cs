using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Documents.Word;

namespace Kalasin.Evaluation.Documents;

/// <summary>The writers that ship, and the short way to them.</summary>
public static class DocumentWriters
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

    /// <summary>Writes a document in one format; the stream need not seek and is left open.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the work between blocks or pages.</param>
    /// <exception cref="ArgumentException">The document breaks a rule of the block model; all violations are named.</exception>
    public static Task WriteAsync(this ReportDocument document, Stream stream, ReportFormat format, CancellationToken cancellationToken = default) =>
        For(format).WriteAsync(document, stream, cancellationToken);

    /// <summary>Saves a document; the format follows the file name's ending, <c>.docx</c> or <c>.pdf</c>. An existing file is replaced once the new one is whole.</summary>
    /// <param name="document">What to save.</param>
    /// <param name="path">Where to.</param>
    /// <param name="cancellationToken">Stops the work between blocks or pages.</param>
    /// <exception cref="ArgumentException">The ending is neither of the two, or the document breaks a rule of the block model.</exception>
    public static async Task SaveAsync(this ReportDocument document, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".docx" => ReportFormat.Word,
            ".pdf" => ReportFormat.Pdf,
            var other => throw new ArgumentException($"The ending '{other}' names no format of documents; .docx and .pdf do.", nameof(path)),
        };
        using var whole = new MemoryStream();
        await document.WriteAsync(whole, format, cancellationToken);
        whole.Position = 0;
        await using var file = File.Create(path);
        await whole.CopyToAsync(file, cancellationToken);
    }
}
