using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The rows of one table, written straight from the blocks: registers have thousands of cells, and an element tree of them
/// costs more than all else in the file. What cells have in common is made once and written as often as needed.
/// </summary>
internal sealed class TableRows(Table table, TableGrid head, TableGrid body, int[] edges, InlineElements inlines)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<(bool Head, int Column, int ColumnSpan, bool SpansRows, bool Continued, Alignment? Alignment), (W.TableCellProperties Cell, W.ParagraphProperties Paragraph)> properties = [];

    /// <summary>Writes an element; a table with the rows that belong to it.</summary>
    public static void Write(OpenXmlElement element, XmlWriter xml)
    {
        if (element.Annotation<TableRows>() is not { } rows)
        {
            element.WriteTo(xml);
            return;
        }
        xml.WriteStartElement("w", "tbl", Word);
        foreach (var child in element) child.WriteTo(xml);
        rows.WriteRows(xml);
        xml.WriteEndElement();
    }

    private void WriteRows(XmlWriter xml)
    {
        Write(head, isHead: true, xml);
        Write(body, isHead: false, xml);
    }

    private void Write(TableGrid grid, bool isHead, XmlWriter xml)
    {
        var rowProperties = TableElements.RowProperties(isHead);
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            xml.WriteStartElement("w", "tr", Word);
            rowProperties.WriteTo(xml);
            foreach (var cell in grid[r]) Write(cell, isHead, grid.Rows[r].Emphasis, xml);
            xml.WriteEndElement();
        }
    }

    private void Write(GridCell place, bool isHead, bool emphasis, XmlWriter xml)
    {
        var cell = place.Cell;
        var key = (isHead, place.Column, cell.ColumnSpan, cell.RowSpan > 1, place.Continued, cell.Alignment);
        if (!properties.TryGetValue(key, out var made)) properties[key] = made = TableElements.CellProperties(place, table, isHead, edges);
        xml.WriteStartElement("w", "tc", Word);
        made.Cell.WriteTo(xml);
        xml.WriteStartElement("w", "p", Word);
        made.Paragraph.WriteTo(xml);
        if (!place.Continued) inlines.Write(xml, cell.Content, emphasis);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
