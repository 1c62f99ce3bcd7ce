namespace Kalasin.Evaluation;

/// <summary>What a file is, told by its bytes and never by its name.</summary>
public enum FileKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Excel workbook, Office Open XML.</summary>
    Workbook,

    /// <summary>Word document, Office Open XML.</summary>
    WordDocument,

    /// <summary>PowerPoint presentation, Office Open XML.</summary>
    Presentation,

    /// <summary>OpenDocument file of LibreOffice that is no spreadsheet.</summary>
    OpenDocument,

    /// <summary>Zip archive that is none of the above, or can't be read as one.</summary>
    Archive,

    /// <summary>Excel workbook of 97–2003.</summary>
    OldWorkbook,

    /// <summary>Word document of 97–2003.</summary>
    OldWordDocument,

    /// <summary>PowerPoint presentation of 97–2003.</summary>
    OldPresentation,

    /// <summary>Office file behind a password.</summary>
    Encrypted,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>HEIC picture of a phone.</summary>
    Heic,

    /// <summary>Text with separated columns, UTF-8, UTF-16 or Windows-874.</summary>
    Csv,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>E-mail message.</summary>
    Mail,

    /// <summary>OpenDocument spreadsheet of LibreOffice.</summary>
    OpenSpreadsheet,

    /// <summary>Archive of a kind that isn't opened: .rar, .7z.</summary>
    OtherArchive,

    /// <summary>E-mail message as Outlook saves it (.msg).</summary>
    OutlookMessage,
}
