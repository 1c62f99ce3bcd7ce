namespace Kalasin.Evaluation;

/// <summary>
/// Makes of a file something that the library reads, by a program that it doesn't bring along: an old Excel workbook (<see cref="FileKind.OldWorkbook"/>) becomes an .xlsx, an old
/// Word document (<see cref="FileKind.OldWordDocument"/>) a .docx, a <see cref="FileKind.Pdf"/> the UTF-8 text of its pages, which stand apart by form feeds, with the codes of
/// ours that its pictures show. Whoever implements it bounds time and memory, best by a process that can be killed. Without one, such files are explained instead of read.
/// </summary>
public interface IFileTranslator
{
    /// <summary>Translates one file. Throws nothing but cancellation and what the content's own stream throws: whatever the bytes are, there is an outcome.</summary>
    /// <param name="kind">What it is, by its bytes.</param>
    /// <param name="content">The file from its beginning; the caller disposes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken);
}

/// <summary>What became of a translation.</summary>
public sealed class Translation
{
    /// <summary>What became of one.</summary>
    /// <param name="outcome">Whether it was made, and if not why.</param>
    /// <param name="content">What was made; empty unless it was.</param>
    public Translation(TranslationOutcome outcome, ReadOnlyMemory<byte> content) => (Outcome, Content) = (outcome, content);

    /// <summary>Whether it was made, and if not why.</summary>
    public TranslationOutcome Outcome { get; }

    /// <summary>What was made; empty unless it was.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Whether it is all of the file: of a PDF every page, and where it has no text, every picture. Default: it is.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>One that was not made.</summary>
    /// <param name="outcome">Why.</param>
    public static Translation Not(TranslationOutcome outcome) => new(outcome, ReadOnlyMemory<byte>.Empty);
}

/// <summary>Whether a translation was made, and if not why.</summary>
public enum TranslationOutcome
{
    /// <summary>It was made.</summary>
    Made,

    /// <summary>There is no program for this kind here.</summary>
    NotAtHand,

    /// <summary>It took more time, memory or room than it may, and was ended.</summary>
    TooMuch,

    /// <summary>A password is asked for.</summary>
    Locked,

    /// <summary>The program can't read the file.</summary>
    Unreadable,
}
