namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Tells what a file is by its bytes.</summary>
internal static class ContentSniffer
{
    private const int HeadSize = 4096;

    /// <summary>The kind of everything but zip archives, which stay <see cref="FileKind.Archive"/> until their content types are known.</summary>
    public static FileKind KindOf(SourceBytes file)
    {
        Span<byte> buffer = stackalloc byte[HeadSize];
        file.Position = 0;
        ReadOnlySpan<byte> head = buffer[..file.ReadAtLeast(buffer, HeadSize, throwOnEndOfStream: false)];
        if (head.IsEmpty) return FileKind.Empty;
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return FileKind.Archive;
        if (head.StartsWith("Rar!\u001A\u0007"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C])) return FileKind.OtherArchive;
        if (head.StartsWith(CompoundFile.Signature)) return CompoundFile.KindOf(file);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (IsHeic(head)) return FileKind.Heic;
        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        return OldTexts.KindOf(head) is { } old ? old : TextSniffer.KindOf(head);
    }

    /// <summary>What a zip archive is, by what it declares (ECMA-376 part 2, OpenDocument 1.2 part 3).</summary>
    public static FileKind KindOf(OfficePackage package)
    {
        foreach (var type in package.ContentTypes)
        {
            if (type.Contains("ms-excel.sheet.binary", StringComparison.Ordinal)) return FileKind.OldWorkbook;
            if (IsWorkbook(type) || IsWorkbookTemplate(type)) return FileKind.Workbook;
            if (Is(type, "wordprocessingml.document.main", "ms-word.document")) return FileKind.WordDocument;
            if (Is(type, "presentationml.presentation.main", "ms-powerpoint.presentation")) return FileKind.Presentation;
        }
        if (package.Has("Index/Document.iwa") || package.Has("Index.zip")) return FileKind.Unknown; // Pages, Numbers and Keynote of Apple
        if (!package.Has("mimetype") || !package.Has("META-INF/manifest.xml")) return FileKind.Archive;
        return package.Beginning("mimetype", 80).StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)
            ? FileKind.OpenSpreadsheet
            : FileKind.OpenDocument;
    }

    /// <summary>Whether a workbook is a template: the same parts, meant for making workbooks from.</summary>
    public static bool IsWorkbookTemplate(OfficePackage package) => package.ContentTypes.Any(IsWorkbookTemplate) && !package.ContentTypes.Any(IsWorkbook);

    /// <summary>Whether a package carries macros, whatever its name ends in.</summary>
    public static bool HasMacros(OfficePackage package) =>
        package.ContentTypes.Any(t =>
            t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) && !t.Contains("ms-excel.sheet.binary", StringComparison.Ordinal) || t.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        || package.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    private static bool IsWorkbook(string type) => Is(type, "spreadsheetml.sheet.main", "ms-excel.sheet");

    private static bool IsWorkbookTemplate(string type) => Is(type, "spreadsheetml.template.main", "ms-excel.template");

    /// <summary>Whether a content type is the main part's of a program's files, without or with macros.</summary>
    private static bool Is(string type, string plain, string withMacros) =>
        type.Contains(plain, StringComparison.Ordinal) || type.Contains(withMacros, StringComparison.Ordinal);

    private static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8)) return false;
        var brand = head.Slice(8, 4);
        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8)
            || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
    }
}
