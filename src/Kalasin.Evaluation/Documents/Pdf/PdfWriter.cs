using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// Writes documents as PDF 1.7 that keeps PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): Thai is shaped, tagged,
/// searchable and copied verbatim. Pure and thread-safe; no font of the machine is used.
/// </summary>
public sealed class PdfWriter : IDocumentWriter
{
    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Pdf;

    /// <inheritdoc/>
    public async Task WriteAsync(ReportDocument document, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(Bytes(document, plain: false, cancellationToken), cancellationToken);
    }

    internal static ReadOnlyMemory<byte> Bytes(ReportDocument document, bool plain, CancellationToken cancellationToken = default)
    {
        BlockRules.Check(document);
        var pdf = new WrittenDocument(document, Layout(document, cancellationToken), plain);
        var bytes = pdf.Write(cancellationToken);
        return pdf.Violations.Count == 0 ? bytes
            : throw new ArgumentException($"The document can't keep the claimed profiles, {pdf.Violations.Count} violation(s): {string.Join("; ", pdf.Violations)}", nameof(document));
    }

    internal static LaidOut Layout(ReportDocument document, CancellationToken cancellationToken = default) =>
        DocumentLayout.Of(document, Breaks(document), cancellationToken);

    private static BreakFinder Breaks(ReportDocument document) => text =>
    {
        var breaks = new List<int>();
        for (var i = 1; i < text.Length; i++)
            if (text[i] is not ' ' && (text[i - 1] is ' ' || text[i] is >= 'เ' and <= 'ไ' && text[i - 1] is >= 'ก' and <= 'ฺ')) breaks.Add(i);
        return breaks;
    };
}
