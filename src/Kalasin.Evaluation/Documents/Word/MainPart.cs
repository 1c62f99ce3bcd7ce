using System.Xml;
using DocumentFormat.OpenXml;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The main part while it is written: elements as XML, and between them what is spelt already, such as the rows of tables.</summary>
/// <param name="Xml">Writes elements.</param>
/// <param name="Bytes">What <paramref name="Xml"/> writes to.</param>
internal readonly record struct MainPart(XmlWriter Xml, RentedStream Bytes)
{
    /// <summary>Writes an element; a table with the rows, a paragraph with the drawing that belongs to it.</summary>
    public void Write(OpenXmlElement element)
    {
        var (rows, run) = (element.Annotation<TableRows>(), element.Annotation<SpeltRun>());
        if (rows is null && run is null)
        {
            element.WriteTo(Xml);
            return;
        }
        Xml.WriteStartElement("w", rows is null ? "p" : "tbl", WordXml.Namespace);
        foreach (var child in element) child.WriteTo(Xml);
        Xml.Flush();
        rows?.Write(Bytes);
        run?.Write(Bytes);
        Xml.WriteEndElement();
    }
}

/// <summary>A run of a paragraph, spelt straight.</summary>
/// <param name="Write">Writes it as it stands in the main part.</param>
internal sealed record SpeltRun(Action<RentedStream> Write);
