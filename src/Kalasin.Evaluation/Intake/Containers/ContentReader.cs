using System.Collections.Immutable;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>What the bytes of one file turned out to be.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its size; of a file over the limit, what was read of it.</param>
/// <param name="Workbook">Its tables, when it is a workbook that could be read.</param>
/// <param name="Findings">Everything found; an error means that nothing of the file is used.</param>
internal sealed record FileContent(FileKind Kind, long Bytes, RawWorkbook? Workbook, ImmutableArray<Finding> Findings);

/// <summary>Opens files and reads them within limits. Whatever the bytes are, the answer is findings.</summary>
internal static class ContentReader
{
    public static async Task<FileContent> ReadAsync(SourceFile file, Budget budget)
    {
        var limits = budget.Limits;
        var place = Place.InFile(file.Name);
        var kind = FileKind.Unknown;
        long bytes = 0;
        var findings = new GroupedFindings();
        try
        {
            var source = await file.OpenAsync(budget.CancellationToken);
            await using (source)
            {
                using var held = source.CanSeek ? null : await HoldAsync(source, budget);
                var stream = new SourceBytes(held ?? source, budget);
                bytes = stream.Length;
                if (bytes > limits.FileBytes) throw new ContentRefusedException(FileTooLarge, Count(limits.FileBytes >> 20));
                kind = ContentSniffer.KindOf(stream);
                var package = kind == FileKind.Archive ? OfficePackage.Open(stream, budget) : null;
                if (package is not null) kind = ContentSniffer.KindOf(package);
                if (package is not null && ContentSniffer.HasMacros(package)) throw new ContentRefusedException(Macros, kind == FileKind.WordDocument ? ".docx" : ".xlsx");
                if (package is not null && kind == FileKind.Workbook && ContentSniffer.IsWorkbookTemplate(package)) findings.Add(ReadFromTemplate.At(place));
                var workbook = package is not null && kind == FileKind.Workbook ? WorkbookReader.Read(package, file.Name, budget, findings) : null;
                return new(kind, bytes, workbook, findings.ToImmutable());
            }
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
        return new(kind, bytes, null, findings.ToImmutable());
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
            if (held.Length > budget.Limits.FileBytes) throw new ContentRefusedException(FileTooLarge, Count(budget.Limits.FileBytes >> 20));
        }
        return held;
    }
}
