using System.Xml;
using DocumentFormat.OpenXml;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The main part while it is written: elements as XML, and between them the rows of tables, which are spelt already.</summary>
/// <param name="Xml">Writes elements.</param>
/// <param name="Bytes">What <paramref name="Xml"/> writes to.</param>
internal readonly record struct MainPart(XmlWriter Xml, RentedStream Bytes)
{
    /// <summary>Writes an element; a table with the rows that belong to it.</summary>
    public void Write(OpenXmlElement element)
    {
        if (element.Annotation<TableRows>() is not { } rows)
        {
            element.WriteTo(Xml);
            return;
        }
        Xml.WriteStartElement("w", "tbl", WordXml.Namespace);
        foreach (var child in element) child.WriteTo(Xml);
        Xml.Flush();
        rows.Write(Bytes);
        Xml.WriteEndElement();
    }
}
