using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Messages;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>
/// What becomes of files of a kind: read as returns, opened for the files inside, kept, or refused with a remedy. <see cref="All"/> is
/// the one list of them; a reader of one more kind is a file of its own and its name there.
/// </summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Outcome">What becomes of them; where they are read, unless nothing of one is understood.</param>
/// <param name="Said">What is said with it.</param>
/// <param name="Name">What the kind is called where a file's name says another.</param>
/// <param name="Endings">Endings of names that fit the kind.</param>
internal sealed record FileTreatment(FileKind Kind, FileOutcome Outcome, Func<Place, Finding>? Said, BilingualText? Name, params ImmutableArray<string> Endings)
{
    /// <summary>Reads the tables, for mapping to understand. What it hands out draws on the budget.</summary>
    public Func<OpenedFile, ImmutableArray<RawTable>>? Tables { get; init; }

    /// <summary>What becomes of one none of whose tables is about an indicator, or whose tables can't be read; <see langword="null"/> where it is refused.</summary>
    public FileTreatment? Otherwise { get; init; }

    /// <summary>The kind that it becomes where something translates it; <see langword="null"/> where nothing does.</summary>
    public FileKind? Today { get; init; }

    /// <summary>
    /// Takes the files inside out, each named by its file and a slash. They are read as if they had come by themselves, within what their
    /// file may ask. Where there are none, and where such a file stands inside another of its kind, it has the outcome.
    /// </summary>
    public Func<OpenedFile, ImmutableArray<SourceFile>>? Files { get; init; }

    /// <summary>Every kind once.</summary>
    public static ImmutableArray<FileTreatment> All { get; } =
    [
        Form(FileKind.Workbook, WorkbookReader.Read, new("ไฟล์ Excel", "an Excel workbook"), ".xlsx", ".xltx"),
        Perhaps(WordReader.Read, Copy(FileKind.WordDocument, "Word", new("ไฟล์ Word", "a Word document"), ".docx")),
        Copy(FileKind.Pdf, "PDF", new("PDF", "a PDF"), ".pdf"),
        Evidence(FileKind.Presentation, new("ไฟล์ PowerPoint", "a PowerPoint presentation"), ".pptx"),
        Evidence(FileKind.Png, new("ภาพ PNG", "a PNG picture"), ".png"),
        Evidence(FileKind.Jpeg, new("ภาพ JPEG", "a JPEG picture"), ".jpg", ".jpeg"),
        Perhaps(CsvReader.Read, Evidence(FileKind.Csv, new("ตาราง CSV", "a CSV table"), ".csv", ".txt", ".tsv")),
        new(FileKind.Heic, FileOutcome.KeptAsEvidence, place => Heic.At(place), new("ภาพ HEIC", "a HEIC picture"), ".heic", ".heif"),
        Refused(FileKind.Empty, place => Empty.At(place)),
        Refused(FileKind.Encrypted, place => Encrypted.At(place)),
        Old(FileKind.OldWordDocument, "Word", ".docx", new("ไฟล์ Word รุ่นเก่า", "an old Word document"), ".doc", ".rtf", ".dot", ".wps", ".xml") with
        {
            Today = FileKind.WordDocument, Otherwise = Copy(FileKind.OldWordDocument, "Word", new("ไฟล์ Word รุ่นเก่า", "an old Word document"), ".doc"),
        },
        Old(FileKind.OldWorkbook, "Excel", ".xlsx", new("ไฟล์ Excel รุ่นเก่า", "an old Excel workbook"), ".xls", ".xlsb", ".xlt", ".et", ".xml", ".mht", ".htm", ".html") with { Today = FileKind.Workbook },
        Old(FileKind.OldPresentation, "PowerPoint", ".pptx", new("ไฟล์ PowerPoint รุ่นเก่า", "an old PowerPoint presentation"), ".ppt", ".pps", ".dps"),
        Form(FileKind.OpenSpreadsheet, OpenSheetReader.Read, new("ตาราง OpenDocument", "an OpenDocument spreadsheet"), ".ods", ".ots"),
        NoReturn(FileKind.OpenDocument, "OpenDocument (.odt)", null),
        Perhaps(JsonForms.Read, NoReturn(FileKind.Json, "JSON", new("JSON", "JSON"), ".json")),
        NoReturn(FileKind.Mail, new("อีเมล (.eml) ที่ไม่มีไฟล์แนบ หรือที่แนบไว้ในอีเมลอีกฉบับ", "an e-mail (.eml) without files, or one attached to another"), new("อีเมล", "an e-mail"), ".eml", ".txt") with { Files = MessageContents.Files },
        Refused(FileKind.OutlookMessage, place => OutlookMessage.At(place)),
        NoReturn(FileKind.Archive, new("ไฟล์บีบอัด (.zip)", "a zip archive"), null) with { Files = ArchiveReader.Files },
        Refused(FileKind.OtherArchive, place => OtherArchive.At(place)),
        Refused(FileKind.Unknown, place => Unknown.At(place)),
    ];

    /// <summary>The ending that a file of the kind is given where its name isn't known; empty where the kind has none.</summary>
    public string Ending => Endings is [var usual, ..] ? usual : "";

    /// <summary>The treatment of a kind.</summary>
    public static FileTreatment Of(FileKind kind) => Of(kind, All);

    /// <summary>The treatment of a kind among some, which have every kind.</summary>
    public static FileTreatment Of(FileKind kind, ImmutableArray<FileTreatment> treatments) => treatments.First(t => t.Kind == kind);

    /// <summary>The treatment of what a file of the kind was translated to: named and judged by its own kind, read as the other.</summary>
    public FileTreatment As(FileTreatment today) => this with
    {
        Outcome = today.Outcome, Said = today.Said, Tables = today.Tables, Files = today.Files,
        Otherwise = today.Otherwise is { } otherwise ? otherwise with { Name = Name, Endings = Endings } : null,
    };

    /// <summary>Says what there is to say about a file, and what becomes of it.</summary>
    public FileOutcome Say(string name, bool hasFiles, GroupedFindings findings)
    {
        var place = Place.InFile(name);
        if (Name is { } text && EndingOf(name) is { } ending && !Endings.Contains(ending)) findings.Add(NameDisagrees.At(place, ending, text));
        if (Said is not null && !hasFiles) findings.Add(Said(place));
        return Outcome;
    }

    private static FileTreatment Form(
        FileKind kind, Func<OpenedFile, ImmutableArray<RawTable>> tables, BilingualText name, params ImmutableArray<string> endings) =>
        new(kind, FileOutcome.AcceptedAsReturns, null, name, endings) { Tables = tables };

    /// <summary>Read as a form where it is one.</summary>
    private static FileTreatment Perhaps(Func<OpenedFile, ImmutableArray<RawTable>> tables, FileTreatment otherwise) =>
        otherwise with { Outcome = FileOutcome.AcceptedAsReturns, Said = null, Tables = tables, Otherwise = otherwise };

    private static FileTreatment Copy(FileKind kind, string program, BilingualText name, string ending) =>
        new(kind, FileOutcome.KeptAsCopy, place => KeptAsCopy.At(place, program), name, ending);

    private static FileTreatment Evidence(FileKind kind, BilingualText name, params ImmutableArray<string> endings) =>
        new(kind, FileOutcome.KeptAsEvidence, place => KeptAsEvidence.At(place, name), name, endings);

    private static FileTreatment Refused(FileKind kind, Func<Place, Finding> said) => new(kind, FileOutcome.Refused, said, null);

    private static FileTreatment Old(FileKind kind, string program, string now, BilingualText name, params ImmutableArray<string> endings) =>
        new(kind, FileOutcome.Refused, place => OldFormat.At(place, program, EndingOf(place.File ?? "") is { } own && endings.Contains(own) ? own : endings[0], now), name, endings);

    private static FileTreatment NoReturn(FileKind kind, BilingualText what, BilingualText? name, params ImmutableArray<string> endings) =>
        new(kind, FileOutcome.Refused, place => NotAReturn.At(place, what), name, endings);

    private static string? EndingOf(string name) => Path.GetExtension(name).ToLowerInvariant() is { Length: > 1 and <= 6 } ending ? ending : null;
}
