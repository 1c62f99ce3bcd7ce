using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Remarks;

/// <summary>The sheet that lists what was found, each once with all its cells, the most urgent first. Cells are links.</summary>
internal static class FindingsList
{
    private const int Columns = 6;
    private const int HeadRow = 3;

    private static readonly ImmutableArray<(string Heading, double Width)> Layout =
        [("ที่", 6), ("แผ่นงาน", 18), ("ช่อง", 22), ("สิ่งที่พบ", 60), ("สิ่งที่ขอให้ทำ", 50), ("ระดับ", 14)];

    /// <summary>The worksheet's XML.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="styles">Looks of the workbook that it stands in.</param>
    /// <param name="main">Namespace of spreadsheets.</param>
    public static string Write(ImmutableArray<Finding> findings, AddedStyles styles, string main)
    {
        ImmutableArray<Finding> ordered = [.. findings.OrderByDescending(f => f.Severity)];
        var xml = new StringBuilder($"{XmlText.Declaration}<worksheet xmlns=\"{main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.Append($"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{HeadRow}\" topLeftCell=\"A{HeadRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var c = 0; c < Columns; c++)
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{c + 1}\" max=\"{c + 1}\" width=\"{Layout[c].Width}\" customWidth=\"1\"/>");
        xml.Append("</cols><sheetData>");
        Row(xml, 1, styles, [Counted(findings)]);
        Row(xml, 2, styles, ["ช่องสีแดงขอให้แก้ ช่องสีเหลืองขอให้ตรวจ วางตัวชี้ที่ช่องเพื่ออ่านหมายเหตุ แก้ในแผ่นงานเดิมแล้วส่งไฟล์นี้กลับได้ทันที ไม่ต้องลบหมายเหตุ สี หรือแผ่นงานนี้"]);
        Row(xml, HeadRow, styles, [.. Layout.Select(l => l.Heading)]);
        for (var i = 0; i < ordered.Length; i++) Row(xml, HeadRow + 1 + i, styles, CellsOf(ordered[i], i + 1));
        xml.Append($"</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:F2\"/></mergeCells>");
        Colours(xml, ordered, styles);
        Links(xml, ordered);
        xml.Append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.Append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C").Append(XmlText.Escape("หน้า &P/&N")).Append("</oddFooter></headerFooter>");
        return xml.Append("</worksheet>").ToString();
    }

    private static string Counted(ImmutableArray<Finding> findings) => "ข้อสังเกตจากระบบรับรายงาน: " + string.Join(" ", findings.GroupBy(f => f.Severity)
        .OrderByDescending(g => g.Key).Select(g => $"{g.Key.Name().Thai} {ThaiNumerals.Format(g.Count())} ข้อ"));

    private static ImmutableArray<string> CellsOf(Finding finding, int number)
    {
        var place = finding.Place;
        var cells = place.Cells?.Replace(" ", ", ", StringComparison.Ordinal) ?? place.Cell ?? (place.Count is null ? "ทั้งแผ่นงาน" : "");
        if (place.Count is > 1 and var count) cells += $" ({ThaiNumerals.Format(count)} ช่อง)";
        return [ThaiNumerals.Format(number), place.Sheet ?? "", place.Sheet is null && place.Cell is null ? "ทั้งไฟล์" : cells, finding.Message.Thai, finding.Remedy.Thai, $"{finding.Severity.Name().Thai} {finding.Code}"];
    }

    private static void Row(StringBuilder xml, int row, AddedStyles styles, ImmutableArray<string> texts)
    {
        var lines = texts.Select((t, c) => texts.Length == 1 ? 1 + t.Length / 170 : 1 + (int)(t.Length / Layout[c].Width)).Max();
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\" ht=\"{Math.Min(400, lines * 20)}\" customHeight=\"1\">");
        for (var c = 0; c < texts.Length; c++)
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{CellRange.ColumnName(c + 1)}{row}\" s=\"{styles.Lines}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .Append(XmlText.Escape(CellText.Of(texts[c]))).Append("</t></is></c>");
        xml.Append("</row>");
    }

    private static void Colours(StringBuilder xml, ImmutableArray<Finding> findings, AddedStyles styles)
    {
        if (!styles.HasColours) return;
        Colour($"A1:F1 A{HeadRow}:F{HeadRow}", styles.Heading, 1);
        var (errors, warnings) = (findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity == Severity.Warning));
        if (errors > 0) Colour($"F{HeadRow + 1}:F{HeadRow + errors}", styles.ColourOf(Severity.Error), 2);
        if (warnings > 0) Colour($"F{HeadRow + errors + 1}:F{HeadRow + errors + warnings}", styles.ColourOf(Severity.Warning), 3);

        void Colour(string ranges, int style, int priority) =>
            xml.Append($"<conditionalFormatting sqref=\"{ranges}\"><cfRule type=\"expression\" dxfId=\"{style}\" priority=\"{priority}\"><formula>TRUE</formula></cfRule></conditionalFormatting>");
    }

    private static void Links(StringBuilder xml, ImmutableArray<Finding> findings)
    {
        var links = new StringBuilder();
        for (var i = 0; i < findings.Length; i++)
            if (findings[i].Place is { Sheet: { } sheet, Cell: { } cell })
                links.Append(CultureInfo.InvariantCulture, $"<hyperlink ref=\"C{HeadRow + 1 + i}\" location=\"{XmlText.Escape($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cell}")}\" display=\"{cell}\"/>");
        if (links.Length > 0) xml.Append("<hyperlinks>").Append(links).Append("</hyperlinks>");
    }
}
