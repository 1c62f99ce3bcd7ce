using Kalasin.Evaluation;

namespace Kalasin.Functions.SignedCopies;

/// <summary>Translates files in processes of their own: text of PDFs by this program's child, old office files by LibreOffice where the machine has it.</summary>
internal sealed class FileTranslator(SignedCopyReader pdfs, LibreOffice office) : IFileTranslator
{
    public async Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken) => kind switch
    {
        FileKind.Pdf => await pdfs.ReadTextAsync(content, cancellationToken),
        FileKind.OldWorkbook or FileKind.OldWordDocument => await office.TranslateAsync(kind, content, cancellationToken),
        _ => Translation.Not(TranslationOutcome.NotAtHand),
    };
}
