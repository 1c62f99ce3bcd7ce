using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// Writes documents as PDF 1.7 that keeps PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): Thai is shaped, tagged,
/// searchable and copied verbatim. Pure and thread-safe; no font of the machine is used.
/// </summary>
internal sealed class PdfWriter : IDocumentWriter
{
    // Text elements of a text that a finding quotes.
    private const int MostExcerpt = 40;

    private static volatile Remembered? last;

    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Pdf;

    /// <inheritdoc/>
    public async Task WriteAsync(ReportDocument document, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        var file = Write(document, plain: false, cancellationToken);
        await stream.WriteAsync(file.Memory, cancellationToken);
        file.GiveBack();
    }

    /// <summary>
    /// What a reader of the PDF sees otherwise than the document says: characters that the embedded fonts don't draw (KAL6001),
    /// each once. Such a character never stops the writing: ■ stands in its place and says the character when copied or read aloud.
    /// </summary>
    /// <param name="document">The document to be written.</param>
    public static ImmutableArray<Finding> Check(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. PrintedText.NotDrawn(document).Select(
            m => PdfFindings.NotInFont.At(Place.Nowhere, $"{m.Character} ({CodePoints(m.Character)})", ThaiText.Cut(m.Text, MostExcerpt)))];
    }

    private static string CodePoints(string character) => string.Join(' ', character.EnumerateRunes().Select(r => $"U+{r.Value:X4}"));

    internal static byte[] Bytes(ReportDocument document, bool plain, CancellationToken cancellationToken = default) =>
        Write(document, plain, cancellationToken).Written.ToArray();

    private static PdfSyntax Write(ReportDocument document, bool plain, CancellationToken cancellationToken)
    {
        BlockChecks.Check(document);
        var laidOut = Layout(document, cancellationToken);
        ContentsPages.Remember(document, laidOut.Facts);
        var pdf = new WrittenDocument(document, laidOut, plain);
        var file = pdf.Write(cancellationToken);
        return pdf.Violations.Count == 0 ? file!
            : throw new ArgumentException(
                $"The document can't keep the claimed profiles, {pdf.Violations.Count} violation(s): {string.Join("; ", pdf.Violations)}",
                nameof(document));
    }

    internal static LaidOut Layout(ReportDocument document, CancellationToken cancellationToken = default) =>
        DocumentLayout.Of(document, Texts(document.Lexicon), cancellationToken);

    /// <summary>The page numbers of <see cref="Layout"/> alone.</summary>
    internal static PageFacts Pages(ReportDocument document, CancellationToken cancellationToken = default) =>
        DocumentLayout.Pages(document, Texts(document.Lexicon), cancellationToken);

    /// <summary>Texts under a lexicon; those of the last one are kept, because the reports of a round share theirs.</summary>
    private static ShapedTexts Texts(ImmutableArray<string> lexicon)
    {
        if (last is { } same && same.Lexicon.AsSpan().SequenceEqual(lexicon.AsSpan())) return same.Texts;
        var known = lexicon.IsEmpty ? ThaiLexicon.Official : ThaiLexicon.Official.With(lexicon);
        var texts = new ShapedTexts(known.Find);
        last = new(lexicon, texts);
        return texts;
    }

    private sealed record Remembered(ImmutableArray<string> Lexicon, ShapedTexts Texts);
}
