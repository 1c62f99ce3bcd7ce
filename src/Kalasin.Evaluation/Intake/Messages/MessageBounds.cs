using System.Text;
using Kalasin.Evaluation.Intake.Containers;
using MimeKit;

namespace Kalasin.Evaluation.Intake.Messages;

/// <summary>
/// Goes once through a message without keeping anything of it, and stops where there is too much: before anything is made of parts and
/// lines that somebody put there to fill a machine's memory.
/// </summary>
internal sealed class MessageBounds : MimeReader
{
    /// <summary>Bytes of a message. An attachment of 50 MB is a third longer as text.</summary>
    public const long MostBytes = 70L << 20;

    /// <summary>Messages within messages.</summary>
    public const int Deepest = 5;

    /// <summary>Files of a message, whichever message within it they are in.</summary>
    public const int MostFiles = 100;

    /// <summary>Parts within parts; a sender has no reason to come near this, nor near the others below.</summary>
    public const int DeepestParts = 50;

    private const int MostParts = 1_000;
    private const int MostHeaders = 20_000;
    private const int MostHeaderBytes = 2 << 20;

    /// <summary>How messages are read: Thai programs of long ago write names in Windows-874, by its name or as they stand.</summary>
    public static ParserOptions Reading { get; } = OfThaiPrograms();

    private int depth;
    private int nesting;
    private int parts;
    private int headers;
    private int headerBytes;

    private MessageBounds(Stream message) : base(new ParserOptions { MaxMimeDepth = DeepestParts + 1 }, message, MimeFormat.Entity)
    {
    }

    /// <summary>The encodings of old programs are looked up by their names, where the framework has to know of them.</summary>
    private static ParserOptions OfThaiPrograms()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new() { CharsetEncoding = TextBytes.Windows874, MaxMimeDepth = DeepestParts + 1 };
    }

    /// <returns>Whether the message can be taken apart.</returns>
    public static bool Hold(Stream message, CancellationToken cancellationToken)
    {
        try
        {
            new MessageBounds(message).ReadMessage(cancellationToken);
            return true;
        }
        catch (TooMuchException)
        {
            return false;
        }
        catch (FormatException)
        {
            return true; // no message at all, and so none that is too large
        }
    }

    protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        // The outermost is none within another.
        if (depth++ > Deepest) throw new TooMuchException();
    }

    protected override void OnMimeMessageEnd(
        long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) => depth--;

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => CountPart();

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        CountPart();
        if (++nesting >= DeepestParts) throw new TooMuchException();
    }

    protected override void OnMultipartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        nesting--;

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        headerBytes += header.RawField.Length + header.RawValue.Length;
        if (++headers > MostHeaders || headerBytes > MostHeaderBytes) throw new TooMuchException();
    }

    private void CountPart()
    {
        if (++parts > MostParts) throw new TooMuchException();
    }

    private sealed class TooMuchException : Exception;
}
