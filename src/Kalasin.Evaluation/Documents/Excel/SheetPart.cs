using System.Globalization;
using System.Xml;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>A worksheet as XML, written front to back.</summary>
internal sealed class SheetPart(Sheet sheet, bool isActive, XmlWriter xml)
{
    private readonly RowFit fit = new(sheet);

    /// <summary>Writes the part; its elements have a fixed order.</summary>
    public void Write(CancellationToken cancellationToken)
    {
        xml.WriteStartElement("worksheet", StylesPart.Main);
        Start("sheetPr");
        Element("pageSetUpPr", ("fitToPage", "1"));
        End();
        View();
        Element("sheetFormatPr", ("defaultRowHeight", StylesPart.LineHeight(CellStyle.Plain).ToString(CultureInfo.InvariantCulture)));
        Columns();
        Start("sheetData");
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            if (r % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            WriteRow(r + 1, sheet.Rows[r]);
        }
        End();
        if (sheet.Protected)
            Element(
                "sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatColumns", "0"),
                ("formatRows", "0"), ("insertRows", "0"), ("insertHyperlinks", "0"), ("sort", "0"));
        if (!sheet.Merged.IsEmpty)
        {
            Start("mergeCells", ("count", Text(sheet.Merged.Length)));
            foreach (var range in sheet.Merged) Element("mergeCell", ("ref", range.ToString()));
            End();
        }
        for (var i = 0; i < sheet.Fills.Length; i++) WriteFill(sheet.Fills[i], priority: i + 1);
        new ValidationXml(xml).Write(sheet.Validations);
        Element("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        // Paper 9 is A4; height 0 lets the sheet run over as many pages as it takes.
        Element("pageSetup", ("paperSize", "9"), ("orientation", sheet.Print.Landscape ? "landscape" : "portrait"), ("fitToWidth", Text(sheet.Print.PagesAcross)), ("fitToHeight", "0"));
        if (Footer() is { Length: > 0 } footer)
        {
            Start("headerFooter");
            xml.WriteElementString("oddFooter", StylesPart.Main, "&C" + footer);
            End();
        }
        if (!sheet.Print.BreaksBefore.IsEmpty)
        {
            var count = Text(sheet.Print.BreaksBefore.Length);
            Start("rowBreaks", ("count", count), ("manualBreakCount", count));
            foreach (var row in sheet.Print.BreaksBefore) Element("brk", ("id", Text(row - 1)), ("max", "16383"), ("man", "1"));
            End();
        }
        xml.WriteEndElement();
    }

    private string Footer()
    {
        var text = ValidXml.Of(sheet.Print.Footer ?? "").Replace("&", "&&", StringComparison.Ordinal);
        return (text, sheet.Print.PageNumbers) switch { (_, false) => text, ("", true) => "หน้า &P/&N", _ => $"{text}  หน้า &P/&N" };
    }

    private void View()
    {
        Start("sheetViews");
        Start("sheetView", isActive ? [("tabSelected", "1"), ("workbookViewId", "0")] : [("workbookViewId", "0")]);
        if (sheet.FrozenRows > 0 || sheet.FrozenColumns > 0)
        {
            var pane = (sheet.FrozenRows, sheet.FrozenColumns) switch { (_, 0) => "bottomLeft", (0, _) => "topRight", _ => "bottomRight" };
            xml.WriteStartElement("pane", StylesPart.Main);
            if (sheet.FrozenColumns > 0) xml.WriteAttributeString("xSplit", Text(sheet.FrozenColumns));
            if (sheet.FrozenRows > 0) xml.WriteAttributeString("ySplit", Text(sheet.FrozenRows));
            xml.WriteAttributeString("topLeftCell", new CellRange(sheet.FrozenRows + 1, sheet.FrozenColumns + 1).ToString());
            xml.WriteAttributeString("activePane", pane);
            xml.WriteAttributeString("state", "frozen");
            End();
        }
        End();
        End();
    }

    private void Columns()
    {
        if (sheet.ColumnWidths.IsEmpty) return;
        Start("cols");
        for (var c = 0; c < sheet.ColumnWidths.Length; c++)
            Element(
                "col", ("min", Text(c + 1)), ("max", Text(c + 1)),
                ("width", sheet.ColumnWidths[c].ToString(CultureInfo.InvariantCulture)), ("customWidth", "1"));
        End();
    }

    private void WriteRow(int number, Row row)
    {
        if (row.Cells.IsEmpty && row.Height is null) return;
        xml.WriteStartElement("row", StylesPart.Main);
        xml.WriteAttributeString("r", Text(number));
        xml.WriteAttributeString("ht", (row.Height ?? fit.HeightOf(number, row)).ToString(CultureInfo.InvariantCulture));
        if (row.Height is not null) xml.WriteAttributeString("customHeight", "1");
        for (var c = 0; c < row.Cells.Length; c++) WriteCell(number, c + 1, row.Cells[c]);
        xml.WriteEndElement();
    }

    private void WriteCell(int row, int column, Cell cell)
    {
        if (cell is { Kind: CellKind.Empty, Style: CellStyle.Plain, Expression: null }) return;
        xml.WriteStartElement("c", StylesPart.Main);
        xml.WriteAttributeString("r", CellRange.ColumnName(column) + Text(row));
        xml.WriteAttributeString("s", Text(StylesPart.IndexOf(cell)));
        if (cell.Expression is { } expression) WriteFormula(cell, expression);
        else WriteContent(cell);
        xml.WriteEndElement();
    }

    private void WriteContent(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", StylesPart.Main);
                xml.WriteStartElement("t", StylesPart.Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(CellText.Of(cell.Content));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case CellKind.Number or CellKind.Boolean:
                if (cell.Kind == CellKind.Boolean) xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", StylesPart.Main, cell.Amount.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>The formula and, for programs that don't compute, its result; an empty result is an empty text.</summary>
    private void WriteFormula(Cell cell, string expression)
    {
        if (cell.Kind == CellKind.Boolean) xml.WriteAttributeString("t", "b");
        else if (cell.Kind != CellKind.Number) xml.WriteAttributeString("t", "str");
        xml.WriteElementString("f", StylesPart.Main, ValidXml.Of(expression));
        xml.WriteElementString(
            "v", StylesPart.Main,
            cell.Kind is CellKind.Number or CellKind.Boolean ? cell.Amount.ToString(CultureInfo.InvariantCulture) : CellText.Of(cell.Content));
    }

    private void WriteFill(ConditionalFill fill, int priority)
    {
        Start("conditionalFormatting", ("sqref", fill.Range.ToString()));
        Start("cfRule", ("type", "expression"), ("dxfId", Text((int)fill.Tone)), ("priority", Text(priority)));
        xml.WriteElementString("formula", StylesPart.Main, ValidXml.Of(fill.Condition));
        End();
        End();
    }

    private void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, StylesPart.Main);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        End();
    }

    private void End() => xml.WriteEndElement();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
