using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Forms.Word;

/// <summary>Spells the elements of a Word form: paragraphs, tables, and the content controls that are filled in.</summary>
internal sealed class WordMarkup
{
    /// <summary>What an empty control shows: nothing that a program which forgets what is a prompt could take for an answer.</summary>
    private const string Blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    private const string Input = "FFFFE5", ReadOnly = "F2F2F2", Head = "DCE6F1";

    private readonly StringBuilder xml = new();
    private int lastId = 100;

    /// <summary>What was spelt.</summary>
    public override string ToString() => xml.ToString();

    /// <summary>A paragraph of text.</summary>
    public void Paragraph(string text, int points = 16, bool isBold = false, bool isCentred = false, bool keepsNext = false, bool startsPage = false) =>
        xml.Append($"<w:p><w:pPr>{(keepsNext ? "<w:keepNext/>" : "")}{(startsPage ? "<w:pageBreakBefore/>" : "")}<w:spacing w:before=\"{(isBold ? 120 : 0)}\" w:after=\"40\"/>{(isCentred ? "<w:jc w:val=\"center\"/>" : "")}</w:pPr>{Run(text, points, isBold)}</w:p>");

    /// <summary>A box to tick and what it says.</summary>
    public void Tick(string tag, string label, bool isTicked)
    {
        var (sign, state) = isTicked ? ("☒", 1) : ("☐", 0);
        xml.Append($"<w:p><w:pPr><w:ind w:left=\"284\"/></w:pPr><w:sdt><w:sdtPr>{Named(label, tag)}<w14:checkbox><w14:checked w14:val=\"{state}\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox></w:sdtPr>")
            .Append($"<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:hAnsi=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:hint=\"eastAsia\"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>{Run(" " + label, 16, false)}</w:p>");
    }

    /// <summary>Begins a table.</summary>
    /// <param name="widths">Of its columns, in twentieths of a point.</param>
    public void BeginTable(ImmutableArray<int> widths)
    {
        xml.Append("<w:tbl><w:tblPr><w:tblW w:w=\"").Append(Text(widths.Sum())).Append("\" w:type=\"dxa\"/><w:tblBorders>");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"]) xml.Append($"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>");
        xml.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        foreach (var width in widths) xml.Append($"<w:gridCol w:w=\"{Text(width)}\"/>");
        xml.Append("</w:tblGrid>");
    }

    /// <summary>Ends it; a table needs a paragraph behind.</summary>
    public void EndTable() => xml.Append("</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");

    /// <summary>Begins rows that whoever fills the form in adds more of.</summary>
    public void BeginRepeated(string label) => xml.Append($"<w:sdt><w:sdtPr>{Named(label, "", isLocked: false)}<w15:repeatingSection/></w:sdtPr><w:sdtContent>");

    public void EndRepeated() => xml.Append("</w:sdtContent></w:sdt>");

    /// <summary>A row.</summary>
    /// <param name="widths">Of its cells.</param>
    /// <param name="cells">Each as <see cref="Label"/>, <see cref="Heading"/> or a control gives it.</param>
    /// <param name="isHead">Repeated on each page.</param>
    /// <param name="isRepeated">One of the rows that more are added of.</param>
    /// <param name="least">Height that it has at least.</param>
    public void Row(ImmutableArray<int> widths, IEnumerable<WordCell> cells, bool isHead = false, bool isRepeated = false, int least = 0)
    {
        if (isRepeated) xml.Append($"<w:sdt><w:sdtPr><w:id w:val=\"{Text(++lastId)}\"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>");
        xml.Append("<w:tr><w:trPr>").Append(least > 0 ? "" : "<w:cantSplit/>").Append(least > 0 ? $"<w:trHeight w:val=\"{Text(least)}\"/>" : "").Append(isHead ? "<w:tblHeader/>" : "").Append("</w:trPr>");
        var at = 0;
        foreach (var cell in cells)
        {
            var width = widths.AsSpan(at, cell.Columns).ToArray().Sum();
            at += cell.Columns;
            xml.Append($"<w:tc><w:tcPr><w:tcW w:w=\"{Text(width)}\" w:type=\"dxa\"/>{(cell.Columns > 1 ? $"<w:gridSpan w:val=\"{Text(cell.Columns)}\"/>" : "")}<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{cell.Fill}\"/></w:tcPr><w:p><w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr>{cell.Content}</w:p></w:tc>");
        }
        xml.Append("</w:tr>");
        if (isRepeated) xml.Append("</w:sdtContent></w:sdt>");
    }

    /// <summary>What is said and not filled in.</summary>
    public static WordCell Label(string text, int columns = 1) => new(Run(text, 14, false), ReadOnly, columns);

    /// <summary>A heading.</summary>
    public static WordCell Heading(string text, int columns = 1) => new(Run(text, 14, true), Head, columns);

    /// <summary>A text to type, over several lines.</summary>
    public WordCell Typed(string tag, string alias, string? value, int columns = 1) => Control(tag, alias, "<w:text w:multiLine=\"1\"/>", value, columns);

    /// <summary>A day to choose or type.</summary>
    public WordCell Day(string tag, string alias, string? value, int columns = 1) => Control(
        tag, alias, "<w:date><w:dateFormat w:val=\"d MMMM yyyy\"/><w:lid w:val=\"th-TH\"/><w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"thai\"/></w:date>", value, columns);

    /// <summary>One of some texts; others may be typed where they are not all.</summary>
    public WordCell OneOf(string tag, string alias, IEnumerable<string> texts, bool takesOthers, string? value, int columns = 1)
    {
        var kind = takesOthers ? "comboBox" : "dropDownList";
        var items = string.Concat(texts.Distinct(StringComparer.Ordinal).Select(t => $"<w:listItem w:displayText=\"{XmlText.Escape(t)}\" w:value=\"{XmlText.Escape(t)}\"/>"));
        return Control(tag, alias, $"<w:{kind}>{items}</w:{kind}>", value, columns);
    }

    /// <summary>The end of a section: its page, and what stands at the foot of each.</summary>
    public void Section(bool isWide, string footer, bool isLast)
    {
        var (width, height) = isWide ? (16838, 11906) : (11906, 16838);
        var properties = $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{footer}\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{Text(width)}\" w:h=\"{Text(height)}\"{(isWide ? " w:orient=\"landscape\"" : "")}/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
        xml.Append(isLast ? properties : $"<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{properties}</w:pPr></w:p>");
    }

    private WordCell Control(string tag, string alias, string kind, string? value, int columns)
    {
        var isBlank = string.IsNullOrEmpty(value);
        return new(
            $"<w:sdt><w:sdtPr><w:rPr>{Size(14)}</w:rPr>{Named(alias, tag)}{(isBlank ? "<w:showingPlcHdr/>" : "")}{kind}</w:sdtPr><w:sdtContent>{Run(isBlank ? Blank : value!, 14, false)}</w:sdtContent></w:sdt>",
            Input, columns);
    }

    private string Named(string alias, string tag, bool isLocked = true) =>
        $"<w:alias w:val=\"{XmlText.Escape(ThaiText.Cut(alias, 60))}\"/>{(tag.Length > 0 ? $"<w:tag w:val=\"{XmlText.Escape(tag)}\"/>" : "")}<w:id w:val=\"{Text(++lastId)}\"/>{(isLocked ? "<w:lock w:val=\"sdtLocked\"/>" : "")}";

    private static string Run(string text, int points, bool isBold) =>
        $"<w:r><w:rPr>{(isBold ? "<w:b/><w:bCs/>" : "")}{Size(points)}</w:rPr>{string.Join("<w:br/>", text.Split('\n').Select(l => $"<w:t xml:space=\"preserve\">{XmlText.Escape(l)}</w:t>"))}</w:r>";

    private static string Size(int points) => $"<w:sz w:val=\"{Text(2 * points)}\"/><w:szCs w:val=\"{Text(2 * points)}\"/>";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A cell of a table.</summary>
/// <param name="Content">What its paragraph holds.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Columns">How many columns it covers.</param>
internal readonly record struct WordCell(string Content, string Fill, int Columns);
