using System.Buffers;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The rows of one table, spelt straight from the blocks: registers have thousands of cells, and an element tree of them
/// costs more than all else in the file. What cells have in common is made once and copied as often as needed.
/// </summary>
internal sealed class TableRows(Table table, TableGrid head, TableGrid body, int[] edges, InlineElements inlines)
{
    private readonly Dictionary<(bool Head, int Column, int ColumnSpan, bool SpansRows, bool Continued, Alignment? Alignment), string> openings = [];
    private readonly StringBuilder text = new();

    /// <summary>Writes an element; a table with the rows that belong to it.</summary>
    public static void Write(OpenXmlElement element, XmlWriter xml)
    {
        if (element.Annotation<TableRows>() is not { } rows)
        {
            element.WriteTo(xml);
            return;
        }
        xml.WriteStartElement("w", "tbl", WordXml.Namespace);
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
        var opening = $"<w:tr>{inlines.Spelling.Of(TableElements.RowProperties(isHead))}";
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            text.Clear().Append(opening);
            foreach (var cell in grid[r])
            {
                text.Append(Opening(cell, isHead));
                if (!cell.Continued) inlines.Write(text, cell.Cell.Content, grid.Rows[r].Emphasis);
                text.Append("</w:p></w:tc>");
            }
            text.Append("</w:tr>");
            var letters = ArrayPool<char>.Shared.Rent(text.Length);
            text.CopyTo(0, letters, text.Length);
            xml.WriteRaw(letters, 0, text.Length);
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>A cell up to its text.</summary>
    private string Opening(GridCell place, bool isHead)
    {
        var cell = place.Cell;
        var key = (isHead, place.Column, cell.ColumnSpan, cell.RowSpan > 1, place.Continued, cell.Alignment);
        if (openings.TryGetValue(key, out var known)) return known;
        var (ofCell, ofParagraph) = TableElements.CellProperties(place, table, isHead, edges);
        return openings[key] = $"<w:tc>{inlines.Spelling.Of(ofCell)}<w:p>{inlines.Spelling.Of(ofParagraph)}";
    }
}
