using Kalasin.Evaluation.Tests.Intake.Containers;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Files of the sample round, as the app ships them.</summary>
internal static class SampleFiles
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567");

    /// <summary>The first workbook of a unit.</summary>
    public static (string Name, byte[] Bytes) WorkbookOf(string unit) => WorkbooksOf(unit)[0];

    /// <summary>All workbooks of a unit.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> WorkbooksOf(string unit) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, unit), "*.xlsx").Order(StringComparer.Ordinal).Select(
            path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    /// <summary>The bytes of one file of a unit.</summary>
    public static byte[] Named(string unit, string name) => File.ReadAllBytes(Path.Combine(Folder, unit, name));

    /// <summary>A file of tests/Corpus.</summary>
    public static (string Name, byte[] Bytes) Corpus(string name) =>
        (name, File.ReadAllBytes(Path.Combine(Kalasin.Evaluation.Tests.Repository.Root, "tests", "Corpus", name)));

    /// <summary>A small workbook that asks for more memory than any may take: a long text that stands once and is shown in thousands of cells.</summary>
    public static byte[] Insatiable()
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c t='s'><v>0</v></c></row>", 5_000));
        return OfficeFile.WithSheet($"<sheetData>{rows}</sheetData>", $"<si><t>{new string('ก', 32_000)}</t></si>").ToBytes();
    }

    /// <summary>A workbook in whose parts one text stands for another.</summary>
    public static byte[] WithText(byte[] workbook, string text, string other)
    {
        static string InXml(string plain) => string.Concat(plain.Select(c => char.IsAscii(c) ? c.ToString() : FormattableString.Invariant($"&#{(int)c};")));
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string content;
                using (var reader = new StreamReader(entry.Open())) content = reader.ReadToEnd();
                if (!content.Contains(InXml(text), StringComparison.Ordinal)) continue;
                using var writer = new StreamWriter(entry.Open());
                writer.BaseStream.SetLength(0);
                writer.Write(content.Replace(InXml(text), InXml(other), StringComparison.Ordinal));
            }
        return bytes.ToArray();
    }

    public static MultipartFormDataContent Form(params ReadOnlySpan<(string Name, byte[] Bytes)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }
}
