using System.Globalization;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A table of fixed layout: heads repeated, rows kept whole, caption kept with it.</summary>
internal static class TableElements
{
    /// <summary>Caption, table and spacer.</summary>
    public static IEnumerable<OpenXmlElement> Of(Table table, int textWidth, int indent, Numbers numbers, InlineElements inlines)
    {
        if (table.Caption is { } caption)
        {
            var paragraph = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.Caption }, KeepNext = new() } };
            if (indent > 0) paragraph.ParagraphProperties.Indentation = new() { Left = indent.ToString(CultureInfo.InvariantCulture) };
            numbers.AppendCaption(paragraph, table, caption);
            yield return paragraph;
        }
        yield return TableOf(table, textWidth - indent, indent, numbers, inlines);
        yield return BlockElements.Spacer();
    }

    /// <summary>Width and layout that every table here has.</summary>
    public static W.TableProperties Properties(string? style, int width, int indent)
    {
        var properties = new W.TableProperties();
        if (style is not null) properties.TableStyle = new() { Val = style };
        properties.TableWidth = new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa };
        if (indent > 0) properties.TableIndentation = new() { Width = indent, Type = W.TableWidthUnitValues.Dxa };
        properties.TableLayout = new() { Type = W.TableLayoutValues.Fixed };
        return properties;
    }

    private static W.Table TableOf(Table table, int width, int indent, Numbers numbers, InlineElements inlines)
    {
        var (head, body) = TableGrid.Of(table);
        var edges = Edges(TableWidths.Of(table, head, body, width, numbers.Document.Theme.BodyPoints * TableWidths.CellScale * TwipsPerPoint, CellPadding));
        var properties = Properties(StylePart.Table, width, indent);
        var rowHeaders = table.Rows.Any(r => r.Cells.Any(c => c.RowHeader));
        properties.TableLook = new()
        {
            Val = rowHeaders ? "00A0" : "0020", FirstRow = true, LastRow = false, FirstColumn = rowHeaders, LastColumn = false,
            NoHorizontalBand = true, NoVerticalBand = true,
        };
        if (table.Caption is { Length: > 0 } caption) properties.TableCaption = new() { Val = ValidXml.Of(caption) };
        if ((table.Summary ?? table.Caption) is { Length: > 0 } summary) properties.TableDescription = new() { Val = ValidXml.Of(summary) };
        var grid = new W.TableGrid();
        for (var c = 0; c < table.Columns.Length; c++)
            grid.AppendChild(new W.GridColumn { Width = (edges[c + 1] - edges[c]).ToString(CultureInfo.InvariantCulture) });
        return new(properties, grid, new TableRows(table, head, body, edges, inlines, numbers));
    }

    /// <summary>Opening of a row: kept whole, a head repeated.</summary>
    public static ReadOnlySpan<byte> RowOpening(bool head) =>
        head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8 : "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8;

    /// <summary>Writes a cell up to its text.</summary>
    public static void WriteCellOpening(RentedStream xml, in GridCell place, Table table, bool head, int[] edges, bool kept)
    {
        var cell = place.Cell;
        xml.Write($"<w:tc><w:tcPr><w:tcW w:w=\"{edges[place.Column + cell.ColumnSpan] - edges[place.Column]}\" w:type=\"dxa\"/>");
        if (cell.ColumnSpan > 1) xml.Write($"<w:gridSpan w:val=\"{cell.ColumnSpan}\"/>");
        if (cell.RowSpan > 1) xml.Write(place.Continued ? "<w:vMerge/>"u8 : "<w:vMerge w:val=\"restart\"/>"u8);
        if (head) xml.Write("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EDF3\"/><w:vAlign w:val=\"center\"/>"u8);
        var style = (head, table.Dense) switch
        {
            (true, false) => StylePart.TableHeading,
            (true, true) => StylePart.DenseTableHeading,
            (false, true) => StylePart.DenseTableText,
            _ => StylePart.TableText,
        };
        var alignment = cell.Alignment ?? (head ? Alignment.Center : table.Columns[place.Column].Alignment);
        xml.Write($"</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
        if (kept) xml.Write("<w:keepNext/>"u8);
        if (alignment != (head ? Alignment.Center : Alignment.Start)) xml.Write($"<w:jc w:val=\"{BlockElements.SpeltJustify(alignment)}\"/>");
        xml.Write("</w:pPr>"u8);
    }

    private const double TwipsPerPoint = 20, CellPadding = 240;

    // Column edges are rounded, not widths, so that the columns fill the width exactly.
    private static int[] Edges(double[] widths)
    {
        var edges = new int[widths.Length + 1];
        var at = 0.0;
        for (var i = 0; i < widths.Length; i++) edges[i + 1] = (int)Math.Round(at += widths[i]);
        return edges;
    }
}
