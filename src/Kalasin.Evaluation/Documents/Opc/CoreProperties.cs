using System.IO.Compression;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>The properties that file managers and viewers show; their only date is the day the content is of.</summary>
internal sealed record CoreProperties(string Title, DateOnly AsOf, string? Author = null, string? Subject = null, string? Language = null)
{
    private const string Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Adds the part and its relationship to a package.</summary>
    public void AddTo(OpcPackage package)
    {
        package.Root.ToPart("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", PackedBytes.OnceSpelt(Write, CompressionLevel.Optimal));
    }

    private void Write(RentedStream xml)
    {
        xml.Write($"<cp:coreProperties xmlns:cp=\"{Cp}\">");
        Write(xml, "title", Title);
        Write(xml, "subject", Subject);
        Write(xml, "creator", Author);
        Write(xml, "language", Language);
        foreach (var name in (ReadOnlySpan<string>)["created", "modified"])
            xml.Write($"<dcterms:{name} xsi:type=\"dcterms:W3CDTF\" xmlns:xsi=\"{Xsi}\" xmlns:dcterms=\"{Terms}\">{AsOf:yyyy-MM-dd}T00:00:00Z</dcterms:{name}>");
        xml.Write("</cp:coreProperties>"u8);
    }

    private static void Write(RentedStream xml, string name, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        xml.Write($"<dc:{name} xmlns:dc=\"{Dc}\">");
        XmlText.Write(xml, text);
        xml.Write($"</dc:{name}>");
    }
}
