using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// What the child process does: reads a PDF from its standard input and writes the facts to its standard output. Whatever the bytes do to it, they do
/// to nobody else.
/// </summary>
internal static class CopyProgram
{
    /// <summary>The program's word for it, which people have no use for.</summary>
    public const string Word = "read-signed-copy";

    private const int MostPages = 2_000;
    private const int MostSignatures = 50;

    /// <returns>The exit code: 0 if there are facts.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await input.CopyToAsync(kept, cancellationToken);
        if (Read(kept.ToArray()) is not { } facts) return 1;
        await JsonSerializer.SerializeAsync(output, facts, CopyJson.Default.CopyFacts, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return 0;
    }

    /// <returns>Null if it is no PDF that can be read.</returns>
    public static CopyFacts? Read(byte[] bytes)
    {
        try
        {
            using var file = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (file.NumberOfPages > MostPages) return null;
            var codes = new CopyCodes();
            codes.Look(file);
            var signatures = PdfSignatures.Of(file).Take(MostSignatures).Select(s => SignatureCheck.Of(s, bytes));
            return new(file.NumberOfPages, [.. codes.Found], [.. signatures], codes.Unread);
        }
        catch (Exception unreadable) when (unreadable is PdfDocumentFormatException or InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or InvalidCastException or OverflowException or IOException or NullReferenceException)
        {
            return null;
        }
    }
}
