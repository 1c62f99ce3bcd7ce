using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// What the child process does: reads a PDF or a photo from its standard input, and writes the facts, pages of it as files of their own, its text or the photo as it is printed to
/// its standard output. Whatever the bytes do to it, they do to nobody else.
/// </summary>
internal static class CopyProgram
{
    /// <summary>The program's words for it, which people have no use for.</summary>
    public const string ReadWord = "read-signed-copy", PagesWord = "copy-pages", TextWord = "read-text", PhotoWord = "reduce-photo";

    /// <summary>Exit code for a file that asks for a password.</summary>
    public const int Locked = 2;

    /// <summary>Exit code for a text that is not all of its file.</summary>
    public const int Partly = 3;

    public const int MostPages = 2_000;
    private const int MostSignatures = 50;

    public static ParsingOptions Lenient { get; } = new() { UseLenientParsing = true, SkipMissingFonts = true };

    /// <summary>Whether the program was started as the child.</summary>
    public static bool IsMeant(string[] args) => args is [ReadWord, _] or [PagesWord, _] or [TextWord] or [PhotoWord];

    /// <param name="args">Its word, and the number of pictures that are looked at, or the pages that are asked for.</param>
    /// <returns>The exit code: 0 if there is an answer.</returns>
    public static async Task<int> RunAsync(string[] args, Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await input.CopyToAsync(kept, cancellationToken);
        var bytes = kept.ToArray();
        if (args[0] == TextWord) return await WriteTextAsync(bytes, output, cancellationToken);
        if (args[0] == PhotoWord)
        {
            // Nothing, of one that can't be read.
            if (Or(null, () => ReducedPhoto.Of(bytes)) is { } photo) await output.WriteAsync(photo, cancellationToken);
            await output.FlushAsync(cancellationToken);
            return 0;
        }
        if (args[0] == PagesWord)
        {
            var isWritten = PageRange.Read(args[1]) is { } ranges && Or(false, () => PicturePage.Of(bytes) is { } pages && CopyPages.Write(pages, ranges, output));
            await output.FlushAsync(cancellationToken);
            return isWritten ? 0 : 1;
        }
        if (!int.TryParse(args[1], out var pictures) || Read(bytes, pictures) is not { } facts) return 1;
        await JsonSerializer.SerializeAsync(output, facts, CopyJson.Default.CopyFacts, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return 0;
    }

    /// <returns>Null if it is nothing that can be read.</returns>
    public static CopyFacts? Read(byte[] bytes, int pictures = SignedCopyReader.MostPictures)
    {
        try
        {
            return Or(null, () => Facts(bytes, pictures));
        }
        catch (PdfDocumentEncryptedException)
        {
            return null;
        }
    }

    private static CopyFacts? Facts(byte[] bytes, int pictures)
    {
        if (PicturePage.Of(bytes) is not { } pdf) return null;
        using var file = PdfDocument.Open(pdf, Lenient);
        if (file.NumberOfPages > MostPages) return null;
        var codes = new CopyCodes(pictures);
        codes.Look(file);
        var signatures = PdfSignatures.Of(file).Take(MostSignatures).Select(s => SignatureCheck.Of(s, pdf));
        return new CopyFacts(file.NumberOfPages, [.. codes.Found], [.. signatures], codes.Unread)
        {
            UnreadPages = [.. codes.UnreadPages], CoarsePages = [.. codes.CoarsePages],
        };
    }

    private static async Task<int> WriteTextAsync(byte[] bytes, Stream output, CancellationToken cancellationToken)
    {
        try
        {
            if (Or(null, () => PdfText.Of(bytes)) is not { } text) return 1;
            await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text.Text), cancellationToken);
            await output.FlushAsync(cancellationToken);
            return text.IsWhole ? 0 : Partly;
        }
        catch (PdfDocumentEncryptedException)
        {
            return Locked;
        }
    }

    private static T Or<T>(T unreadable, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is not PdfDocumentEncryptedException && damaged is PdfDocumentFormatException or InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or InvalidCastException or OverflowException or IOException or InvalidDataException
            or NullReferenceException)
        {
            return unreadable;
        }
    }
}
