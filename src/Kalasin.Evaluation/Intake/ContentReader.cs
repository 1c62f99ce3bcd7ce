using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>Opens files and reads them within limits. Whatever the bytes are, the answer is findings.</summary>
internal static class ContentReader
{
    /// <summary>What a file is and what becomes of it, with its tables or the files inside it, where its kind has any.</summary>
    /// <param name="file">Which file.</param>
    /// <param name="treatments">What becomes of each kind.</param>
    /// <param name="within">Kinds of the files that it came out of; files inside another of such a kind are not taken out.</param>
    /// <param name="translator">Translates what is not read here; <see langword="null"/> where nothing does.</param>
    /// <param name="budget">What its reading may use.</param>
    public static async Task<(FileResult File, ImmutableArray<RawTable>? Tables, ImmutableArray<SourceFile> Inside)> ReadAsync(
        SourceFile file, ImmutableArray<FileTreatment> treatments, ImmutableArray<FileKind> within, IFileTranslator? translator, Budget budget)
    {
        var place = Place.InFile(file.Name);
        var findings = new GroupedFindings();
        var kind = FileKind.Unknown;
        long bytes = 0;
        ImmutableArray<RawTable>? tables = null;
        ImmutableArray<SourceFile> inside = [];
        FileTreatment? became = null;
        try
        {
            await using var source = await file.OpenAsync(budget.CancellationToken);
            using var held = source.CanSeek ? null : await HoldAsync(source, budget);
            var stream = new SourceBytes(held ?? source, budget);
            bytes = stream.Length;
            if (bytes > budget.Limits.FileBytes) throw TooLarge(budget.Limits);
            kind = ContentSniffer.KindOf(stream);
            var package = kind == FileKind.Archive ? OfficePackage.Open(stream, budget) : null;
            if (package is not null) kind = ContentSniffer.KindOf(package);
            if (package is not null && ContentSniffer.HasMacros(package))
                throw new ContentRefusedException(Macros, kind == FileKind.WordDocument ? ".docx" : ".xlsx");
            if (kind is FileKind.OldWorkbook or FileKind.OldWordDocument && CompoundFile.HasMacros(stream))
                throw new ContentRefusedException(Macros, kind == FileKind.OldWordDocument ? ".docx" : ".xlsx");
            var treatment = FileTreatment.Of(kind, treatments);
            if (treatment.Today is { } now && await Translating.TodayAsync(stream, kind, translator, budget) is { } made)
            {
                (stream, package) = (made, OfficePackage.Open(made, budget));
                treatment = treatment.As(FileTreatment.Of(now, treatments));
                findings.Add(ReadAsTranslated.At(place, treatment.Name!, now == FileKind.Workbook ? ".xlsx" : ".docx"));
            }
            var opened = new OpenedFile(file, stream, package, budget, findings);
            (treatment, tables) = ReadTables(treatment, opened);
            became = treatment;
            if (!within.Contains(kind) && treatment.Files is { } takeOut) inside = takeOut(opened);
        }
        catch (ContentRefusedException refused)
        {
            findings.Add(refused.At(place));
            if (refused.Kind == Encrypted) kind = FileKind.Encrypted;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            findings.Add(Damaged.At(place, "zip"));
        }
        became ??= FileTreatment.Of(kind, treatments);
        var outcome = findings.HasErrors ? FileOutcome.Refused : became.Say(file.Name, hasFiles: !inside.IsEmpty, findings);
        // Of a file in another one the bytes stay here; another is opened anew where it lies.
        var copy = kind == FileKind.Pdf && translator is not null && (within.IsEmpty || (bytes <= PdfCopies.LargestInside && budget.MayKeep(bytes))) ? file : null;
        return (new(file.Name, kind, bytes, outcome, [], findings.ToImmutable()) { Copy = copy }, tables, inside);
    }

    /// <summary>The tables of a file, and what becomes of it. One that may be something else than a form is that, where its tables can't be read within limits.</summary>
    private static (FileTreatment Becomes, ImmutableArray<RawTable>? Tables) ReadTables(FileTreatment treatment, OpenedFile file)
    {
        if (treatment.Tables is null) return (treatment, null);
        try
        {
            var said = new GroupedFindings();
            var tables = treatment.Tables(file with { Findings = said });
            if (treatment.Otherwise is { } otherwise && !FormMapper.IsForm(tables)) return (otherwise, null);
            foreach (var finding in said.ToImmutable()) file.Findings.Add(finding);
            return (treatment, tables);
        }
        catch (ContentRefusedException refused) when (treatment.Otherwise is { Outcome: not FileOutcome.Refused } && !IsOfBudget(refused.At(file.Place)))
        {
            file.Findings.Add(TablesNotRead.At(file.Place, refused.At(file.Place).Message));
            return (treatment.Otherwise, null);
        }
    }

    /// <summary>Whether more of work or memory might read a file.</summary>
    public static bool IsOfBudget(Finding finding) => finding.Code == TooMuchWork.Code || finding.Code == TooMuchAtOnce.Code;

    private static async Task<MemoryStream> HoldAsync(Stream source, Budget budget)
    {
        var held = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int count; (count = await source.ReadAsync(buffer, budget.CancellationToken)) > 0;)
        {
            budget.Spend(count);
            budget.Hold(count);
            held.Write(buffer, 0, count);
            if (held.Length > budget.Limits.FileBytes) throw TooLarge(budget.Limits);
        }
        return held;
    }

    private static ContentRefusedException TooLarge(IntakeLimits limits) => new(FileTooLarge, Count(limits.FileBytes / 1_000_000));
}
