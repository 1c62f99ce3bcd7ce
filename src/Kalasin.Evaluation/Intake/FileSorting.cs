using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>What becomes of a file by what it is: read as returns, kept, or refused with a remedy.</summary>
internal static class FileSorting
{
    private static readonly BilingualText ZipText = new("ไฟล์บีบอัด (.zip)", "a zip archive");

    /// <summary>The outcome of a file that isn't a workbook, and the findings that say so; for a workbook it depends on what is read.</summary>
    public static FileOutcome Sort(string name, FileContent content, GroupedFindings findings)
    {
        var place = Place.InFile(name);
        if (content.Findings.Any(f => f.Severity == Severity.Error)) return FileOutcome.Refused;
        if (NameOf(content.Kind) is { } kind && EndingOf(name) is { } ending && !kind.Endings.Contains(ending)) findings.Add(NameDisagrees.At(place, ending, kind.Text));
        switch (content.Kind)
        {
            case FileKind.Workbook: return FileOutcome.AcceptedAsReturns;
            case FileKind.Pdf: return Keep(KeptAsCopy, "PDF", FileOutcome.KeptAsCopy);
            case FileKind.WordDocument: return Keep(KeptAsCopy, "Word", FileOutcome.KeptAsCopy);
            case FileKind.Heic: return Keep(Heic, BilingualText.Empty, FileOutcome.KeptAsEvidence);
            case FileKind.Png or FileKind.Jpeg or FileKind.Csv or FileKind.Presentation: return Keep(KeptAsEvidence, NameOf(content.Kind)!.Value.Text, FileOutcome.KeptAsEvidence);
            case FileKind.Empty: return Refuse(Empty);
            case FileKind.Encrypted: return Refuse(Encrypted);
            case FileKind.OldWordDocument: return Refuse(OldFormat, "Word", ".doc", ".docx");
            case FileKind.OldWorkbook: return Refuse(OldFormat, "Excel", ".xls", ".xlsx");
            case FileKind.OldPresentation: return Refuse(OldFormat, "PowerPoint", ".ppt", ".pptx");
            case FileKind.OpenDocument: return Refuse(NotAReturn, "OpenDocument (.ods/.odt)");
            case FileKind.Json: return Refuse(NotAReturn, "JSON");
            case FileKind.Mail: return Refuse(NotAReturn, new BilingualText("อีเมล (.eml)", "an e-mail (.eml)"));
            case FileKind.Archive: return Refuse(NotAReturn, ZipText);
            default: return Refuse(Unknown);
        }

        FileOutcome Keep(FindingKind said, BilingualText text, FileOutcome outcome)
        {
            findings.Add(said.At(place, text));
            return outcome;
        }

        FileOutcome Refuse(FindingKind said, params ReadOnlySpan<BilingualText> arguments)
        {
            findings.Add(said.At(place, arguments));
            return FileOutcome.Refused;
        }
    }

    private static string? EndingOf(string name) => Path.GetExtension(name).ToLowerInvariant() is { Length: > 1 and <= 6 } ending ? ending : null;

    private static (BilingualText Text, string[] Endings)? NameOf(FileKind kind) => kind switch
    {
        FileKind.Workbook => (new("ไฟล์ Excel", "an Excel workbook"), [".xlsx", ".xltx"]),
        FileKind.WordDocument => (new("ไฟล์ Word", "a Word document"), [".docx"]),
        FileKind.Presentation => (new("ไฟล์ PowerPoint", "a PowerPoint presentation"), [".pptx"]),
        FileKind.OldWorkbook => (new("ไฟล์ Excel รุ่นเก่า", "an old Excel workbook"), [".xls"]),
        FileKind.OldWordDocument => (new("ไฟล์ Word รุ่นเก่า", "an old Word document"), [".doc"]),
        FileKind.OldPresentation => (new("ไฟล์ PowerPoint รุ่นเก่า", "an old PowerPoint presentation"), [".ppt"]),
        FileKind.Pdf => (new("PDF", "a PDF"), [".pdf"]),
        FileKind.Png => (new("ภาพ PNG", "a PNG picture"), [".png"]),
        FileKind.Jpeg => (new("ภาพ JPEG", "a JPEG picture"), [".jpg", ".jpeg"]),
        FileKind.Heic => (new("ภาพ HEIC", "a HEIC picture"), [".heic", ".heif"]),
        FileKind.Csv => (new("ตาราง CSV", "a CSV table"), [".csv", ".txt", ".tsv"]),
        FileKind.Json => (new("JSON", "JSON"), [".json"]),
        FileKind.Mail => (new("อีเมล", "an e-mail"), [".eml", ".txt"]),
        _ => null,
    };
}
