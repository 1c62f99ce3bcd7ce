using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>Opens files and reads them within limits. Whatever the bytes are, the answer is findings.</summary>
internal static class ContentReader
{
    /// <summary>What a file is and what becomes of it, with its tables or the files inside it, where its kind has any.</summary>
    /// <param name="file">Which file.</param>
    /// <param name="treatments">What becomes of each kind.</param>
    /// <param name="isInside">It came out of another, so that files inside it are not taken out.</param>
    /// <param name="budget">What its reading may use.</param>
    public static async Task<(FileResult File, ImmutableArray<RawTable>? Tables, ImmutableArray<SourceFile> Inside)> ReadAsync(
        SourceFile file, ImmutableArray<FileTreatment> treatments, bool isInside, Budget budget)
    {
        var place = Place.InFile(file.Name);
        var findings = new GroupedFindings();
        var kind = FileKind.Unknown;
        long bytes = 0;
        ImmutableArray<RawTable>? tables = null;
        ImmutableArray<SourceFile> inside = [];
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
            var (treatment, opened) = (FileTreatment.Of(kind, treatments), new OpenedFile(file, stream, package, budget, findings));
            tables = treatment.Tables?.Invoke(opened);
            if (!isInside && treatment.Files is { } takeOut) inside = takeOut(opened);
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
        var outcome = findings.HasErrors ? FileOutcome.Refused : FileTreatment.Of(kind, treatments).Say(file.Name, hasFiles: !inside.IsEmpty, findings);
        return (new(file.Name, kind, bytes, outcome, [], findings.ToImmutable()), tables, inside);
    }

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

    private static ContentRefusedException TooLarge(IntakeLimits limits) => new(FileTooLarge, Count(limits.FileBytes >> 20));
}
