namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Office files that are texts, whatever their names end in: RTF, web pages and XML of Excel and Word 2003, which programs of offices still write as .doc and .xls.</summary>
internal static class OldTexts
{
    /// <summary>The kind; <see langword="null"/> if it is none of these.</summary>
    public static FileKind? KindOf(ReadOnlySpan<byte> head)
    {
        if (TextBytes.Marked(head) is { } marked) head = head[marked.Length..];
        var start = head.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("{\\rtf"u8)) return FileKind.OldWordDocument;
        if (start.StartsWith("MIME-Version:"u8) && start.IndexOf("X-Document-Type: Workbook"u8) >= 0) return FileKind.OldWorkbook;
        if (start.IsEmpty || start[0] != (byte)'<') return null;
        if (Has(start, "schemas-microsoft-com:office:spreadsheet"u8) || Has(start, "schemas-microsoft-com:office:excel"u8) || Has(start, "Excel.Sheet"u8)) return FileKind.OldWorkbook;
        if (Has(start, "schemas-microsoft-com:office:word"u8) || Has(start, "schemas.microsoft.com/office/word/2003"u8) || Has(start, "Word.Document"u8)) return FileKind.OldWordDocument;
        // XML of anybody may have tables; a page in XML says that it is one.
        if (start.StartsWith("<?xml"u8) && !Has(start, "<html"u8)) return null;
        return Has(start, "<table"u8) || Has(start, "<TABLE"u8) ? FileKind.OldWorkbook : null;
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> words) => text.IndexOf(words) >= 0;
}
