using System.IO.Compression;
using System.Text;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>Writes small Office files part by part, so that a test shows the very XML it is about.</summary>
internal sealed class OfficeFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, byte[] Content)> parts = [];

    /// <summary>A workbook with one sheet, given as the inside of its <c>worksheet</c> element.</summary>
    public static OfficeFile WithSheet(string inside, string sharedStrings = "", string styles = "", string workbookProperties = "") => new OfficeFile()
        .Add(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            </Types>
            """)
        .Add(
            "_rels/.rels",
            $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="a" Type="{Relations}/officeDocument" Target="/xl/workbook.xml"/>
            </Relationships>
            """)
        .Add(
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{workbookProperties}<sheets><sheet name="แผ่น ๑" sheetId="1" r:id="b"/></sheets></workbook>""")
        .Add(
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="b" Type="{Relations}/worksheet" Target="worksheets/s.xml"/>
              <Relationship Id="c" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/>
              <Relationship Id="d" Type="{Relations}/styles" Target="styles.xml"/>
            </Relationships>
            """)
        .Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{sharedStrings}</sst>""")
        .Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""")
        .Add("xl/worksheets/s.xml", $"""<worksheet xmlns="{Main}">{inside}</worksheet>""");

    /// <summary>A workbook whose sheet part is exactly this text.</summary>
    public static OfficeFile WithSheetPart(string xml) => WithSheet("").Replace("xl/worksheets/s.xml", xml);

    /// <summary>The workbook with its sheet under other names, once for each.</summary>
    public OfficeFile Called(params IReadOnlyList<string> names) => Replace(
        "xl/workbook.xml",
        $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(names.Select((n, i) => $"""<sheet name="{n}" sheetId="{i + 1}" r:id="b"/>"""))}</sheets></workbook>""");

    /// <summary>The workbook with another sheet behind its own, given as the inside of its <c>worksheet</c> element; without one where that is null.</summary>
    public OfficeFile Beside(string name, string other, string? inside)
    {
        if (inside is null) return this;
        var relations = Encoding.UTF8.GetString(parts.Find(p => p.Name == "xl/_rels/workbook.xml.rels").Content);
        return Replace("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{name}" sheetId="1" r:id="b"/><sheet name="{other}" sheetId="2" r:id="e"/></sheets></workbook>""")
            .Replace("xl/_rels/workbook.xml.rels", relations.Replace("</Relationships>", $"""<Relationship Id="e" Type="{Relations}/worksheet" Target="worksheets/t.xml"/></Relationships>""", StringComparison.Ordinal))
            .Add("xl/worksheets/t.xml", $"""<worksheet xmlns="{Main}">{inside}</worksheet>""");
    }

    /// <summary>The content of a part of a package.</summary>
    public static byte[] PartOf(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var part = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A package with other content in a part.</summary>
    public static byte[] With(byte[] package, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }
        return stream.ToArray();
    }

    public OfficeFile Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    public OfficeFile Add(string name, byte[] content)
    {
        parts.Add((name, content));
        return this;
    }

    public OfficeFile Replace(string name, string content)
    {
        parts[parts.FindIndex(p => p.Name == name)] = (name, Encoding.UTF8.GetBytes(content));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in parts)
                using (var entry = zip.CreateEntry(name).Open()) entry.Write(content);
        return stream.ToArray();
    }
}
