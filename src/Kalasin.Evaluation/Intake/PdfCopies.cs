using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>
/// The letter asks for Word and PDF: a PDF that comes with returns is held against them, by its figures where it has a text; a scan is kept as the signed copy of the return
/// that its code or its name tells.
/// </summary>
internal static partial class PdfCopies
{
    /// <summary>A PDF within a file is looked at while its bytes are here; a text is never as large as this.</summary>
    public const int LargestInside = 5 << 20;

    private const int MostCharacters = 2_000_000;

    public static async Task CompareAsync(ImmutableArray<FileResult>.Builder files, ImmutableArray<Return> returns, IFileTranslator? translator, Budget budget)
    {
        if (translator is null || returns.IsEmpty) return;
        for (var i = 0; i < files.Count; i++) files[i] = await WithComparedAsync(files[i], returns, translator, budget);
    }

    private static async Task<FileResult> WithComparedAsync(FileResult file, ImmutableArray<Return> returns, IFileTranslator translator, Budget budget)
    {
        if (file.Documents.IsEmpty)
            return file is { Kind: FileKind.Pdf, Outcome: FileOutcome.KeptAsCopy, Copy: { } copy } ? await ComparedAsync(file, copy, returns, translator, budget) : file;
        var documents = ImmutableArray.CreateBuilder<FileResult>(file.Documents.Length);
        foreach (var document in file.Documents) documents.Add(await WithComparedAsync(document, returns, translator, budget));
        return documents.SequenceEqual(file.Documents)
            ? file
            : (file with { Findings = [.. file.Findings.Where(f => f.Place.File == file.Name)] }).With(documents.MoveToImmutable());
    }

    private static async Task<FileResult> ComparedAsync(
        FileResult file, SourceFile copy, ImmutableArray<Return> returns, IFileTranslator translator, Budget budget)
    {
        await using var bytes = await copy.OpenAsync(budget.CancellationToken);
        if (await Translating.TranslateAsync(bytes, FileKind.Pdf, translator, budget) is not { } made) return file;
        var place = Place.InFile(file.Name);
        if (made.Outcome == TranslationOutcome.Locked) return file with { Outcome = FileOutcome.Refused, Findings = [Encrypted.At(place)] };
        if (made.Outcome != TranslationOutcome.Made)
            return made.Outcome == TranslationOutcome.NotAtHand ? file : file with { Findings = [.. file.Findings, CopyNotCompared.At(place)] };
        var text = Encoding.UTF8.GetString(made.Content.Span);
        var isWhole = made.IsWhole && text.Length <= MostCharacters;
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        ImmutableArray<Finding> said = [.. Said(place, file.Name, text, returns)];
        // What was not read may hold what is missed.
        if (!isWhole && said.Any(f => f.Severity > Severity.Information)) said = [CopyNotCompared.At(place)];
        return file with { Findings = [.. file.Findings.Where(f => f.Code != KeptAsCopy.Code), .. said] };
    }

    private static IEnumerable<Finding> Said(Place place, string name, string text, ImmutableArray<Return> returns)
    {
        var codes = OurCode().Matches(text).Select(m => (m.Groups["unit"].Value, m.Groups["indicator"].Value)).ToHashSet();
        var words = OurCode().Replace(text, "");
        var isScan = !words.Any(char.IsLetterOrDigit);
        var about = Named(returns, codes, isScan ? "" : words, name);
        if (isScan)
        {
            yield return about.IsEmpty ? ScanOfUnknown.At(place) : ScanKept.At(place, Indicators(about));
            yield break;
        }
        if (about.IsEmpty) yield return CopyNamesNoReturn.At(place);
        var standing = PdfFigures.Standing.In(words);
        foreach (var read in about)
        {
            var (indicator, figures) = (ThaiNumerals.Digits(read.Indicator.Value), PdfFigures.Of(standing, read));
            if (figures.Missing.IsEmpty) yield return CopyAgrees.At(place, indicator, ThaiNumerals.Number(figures.Compared));
            else if (figures.Others.IsEmpty) yield return CopyDiffers.At(place, indicator, BilingualText.Join(", ", figures.Missing));
            else
                yield return CopyDiffersWithOthers.At(
                    place, indicator, BilingualText.Join(", ", figures.Missing), BilingualText.Join(", ", figures.Others.Select(ThaiNumerals.Digits)));
        }
    }

    /// <summary>The returns that a PDF is of: by its codes, else by the titles in it, else by its name, else the only one there is.</summary>
    private static ImmutableArray<Return> Named(ImmutableArray<Return> returns, HashSet<(string, string)> codes, string text, string name)
    {
        ImmutableArray<Return> coded = [.. returns.Where(r => codes.Contains((r.Unit.Value, r.Indicator.Value)))];
        if (!coded.IsEmpty || codes.Count > 0) return coded;
        foreach (var words in (string[])[text, name])
        {
            var named = Title().Matches(ThaiNumerals.ToArabic(ThaiText.Normalise(words))).Select(m => m.Groups["number"].Value).ToHashSet(StringComparer.Ordinal);
            ImmutableArray<Return> titled = [.. returns.Where(r => named.Contains(r.Indicator.Value))];
            if (!titled.IsEmpty) return titled;
        }
        return returns is [var only] ? [only] : [];
    }

    private static BilingualText Indicators(ImmutableArray<Return> returns) => BilingualText.Join(", ", returns.Select(r => ThaiNumerals.Digits(r.Indicator.Value)));

    [GeneratedRegex("kalasin:[a-z0-9-]{1,40}:return-(?<unit>[A-Za-z0-9]{1,20})-(?<indicator>[0-9.]{1,10}):[0-9]{1,10}:[0-9a-f]{16}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OurCode();

    [GeneratedRegex(@"ตัวชี้วัด(ที่)?\s{0,5}(?<number>[0-9]+(\.[0-9]+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
