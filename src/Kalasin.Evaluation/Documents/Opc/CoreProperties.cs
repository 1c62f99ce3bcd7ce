using System.Globalization;
using System.Xml;

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
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", PackedBytes.OfXml(Write));
    }

    private void Write(XmlWriter xml)
    {
        xml.WriteStartElement("cp", "coreProperties", Cp);
        Element(xml, "dc", "title", Dc, Title);
        Element(xml, "dc", "subject", Dc, Subject);
        Element(xml, "dc", "creator", Dc, Author);
        Element(xml, "dc", "language", Dc, Language);
        foreach (var name in (ReadOnlySpan<string>)["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Xsi, "dcterms:W3CDTF");
            xml.WriteString(AsOf.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string prefix, string name, string space, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        xml.WriteElementString(prefix, name, space, ValidXml.Of(text));
    }
}
