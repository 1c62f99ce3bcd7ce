using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>What is asked of the program that translates files, within what a delivery may ask of it.</summary>
internal static class Translating
{
    /// <summary>An old office file as one of today; <see langword="null"/> where nothing at hand makes it one.</summary>
    public static async Task<SourceBytes?> TodayAsync(SourceBytes file, FileKind kind, IFileTranslator? translator, Budget budget)
    {
        if (await TranslateAsync(file, kind, translator, budget) is not { } made) return null;
        return made.Outcome switch
        {
            TranslationOutcome.Made when made.Content.Length > budget.Limits.FileBytes => throw new ContentRefusedException(TranslationTooMuch),
            TranslationOutcome.Made => Held(made.Content, budget),
            TranslationOutcome.TooMuch => throw new ContentRefusedException(TranslationTooMuch),
            TranslationOutcome.Locked => throw new ContentRefusedException(Encrypted),
            TranslationOutcome.Unreadable => throw new ContentRefusedException(NotTranslated),
            _ => null,
        };
    }

    /// <summary>What a translator says of a file; <see langword="null"/> where there is none, or no more may be asked of it.</summary>
    public static async Task<Translation?> TranslateAsync(Stream file, FileKind kind, IFileTranslator? translator, Budget budget)
    {
        if (translator is null || !budget.MayTranslate()) return null;
        if (file.CanSeek) file.Position = 0;
        var made = await translator.TranslateAsync(kind, file, budget.CancellationToken);
        if (made.Outcome == TranslationOutcome.TooMuch) budget.EndTranslating();
        return made;
    }

    private static SourceBytes Held(ReadOnlyMemory<byte> content, Budget budget)
    {
        budget.Hold(content.Length);
        return new(new MemoryStream(content.ToArray(), writable: false), budget);
    }
}
