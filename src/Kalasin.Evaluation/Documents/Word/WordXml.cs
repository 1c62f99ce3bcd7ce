using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Spells elements of the main part as they stand inside it, where the namespaces are declared already.</summary>
internal sealed class WordXml
{
    /// <summary>Namespace of the prefix <c>w</c>.</summary>
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The other namespaces of the main part.</summary>
    public static readonly (string Prefix, string Uri)[] Others =
    [
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wpg", DrawingXml.GroupUri),
    ];

    private readonly StringBuilder text = new();
    private readonly XmlWriter xml;

    /// <summary>Starts a part that is never ended.</summary>
    public WordXml()
    {
        xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize });
        WriteStart(xml, "document");
        xml.WriteRaw("");
    }

    /// <summary>Starts an element and declares the namespaces.</summary>
    public static void WriteStart(XmlWriter xml, string name)
    {
        xml.WriteStartElement("w", name, Namespace);
        foreach (var (prefix, uri) in Others) xml.WriteAttributeString("xmlns", prefix, null, uri);
    }

    /// <summary>An element in letters.</summary>
    public string Of(OpenXmlElement element)
    {
        xml.Flush();
        text.Clear();
        element.WriteTo(xml);
        xml.Flush();
        return text.ToString();
    }
}
