using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Page shape, headers and footers of a section.</summary>
internal static class SectionElements
{
    private const string HeaderType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
    private const string FooterType = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

    // Footers end 1 cm above the edge; a header line over the page number takes about 7 mm.
    private const double FooterMillimetres = 10;
    private const double HeaderLineMillimetres = 7;

    /// <summary>The section's properties; its header and footer parts are added to the file.</summary>
    public static W.SectionProperties Of(Section section, int index, Numbers numbers)
    {
        var properties = new W.SectionProperties();
        var isFirst = index == 0;
        var template = numbers.Document.Stationery.Template;
        properties.AppendChild(HeaderOf($"header{index + 1}", section, section.PageNumbers && template is not { NumbersPages: true }, W.HeaderFooterValues.Default, numbers));
        if (isFirst) properties.AppendChild(HeaderOf("headerFirst", section, pageNumber: false, W.HeaderFooterValues.First, numbers));
        properties.AppendChild(FooterOf($"footer{index + 1}", section, W.HeaderFooterValues.Default, numbers));
        if (isFirst) properties.AppendChild(FooterOf("footerFirst", section, W.HeaderFooterValues.First, numbers));
        var m = section.Margins;
        // The number stands about 3 cm from the edge, so it starts at the margin and pushes the text of its pages down.
        var header = template is not null ? template.Page.Header : Measures.Twips(section.Header.IsEmpty ? m.Top : Math.Max(m.Top - HeaderLineMillimetres, 0));
        properties.Append(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            section.Landscape
                ? new W.PageSize { Width = Measures.PageLong, Height = Measures.PageShort, Orient = W.PageOrientationValues.Landscape }
                : new W.PageSize { Width = Measures.PageShort, Height = Measures.PageLong },
            new W.PageMargin
            {
                Top = Measures.Twips(m.Top),
                Right = (uint)Measures.Twips(m.Right),
                Bottom = Measures.Twips(m.Bottom),
                Left = (uint)Measures.Twips(m.Left),
                Header = (uint)header,
                Footer = (uint)(template?.Page.Footer ?? Measures.Twips(Math.Min(FooterMillimetres, m.Bottom))),
                Gutter = 0,
            },
            new W.PageNumberType { Format = W.NumberFormatValues.ThaiNumbers });
        if (isFirst) properties.AppendChild(new W.TitlePage());
        return properties;
    }

    private static W.HeaderReference HeaderOf(string name, Section section, bool pageNumber, W.HeaderFooterValues type, Numbers numbers)
    {
        var relationships = new Relationships();
        var header = new W.Header();
        if (!section.Header.IsEmpty) header.AppendChild(Line(StylePart.Footer, section.Header, numbers, relationships));
        if (pageNumber)
        {
            var paragraph = header.AppendChild(new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.Header } } });
            if (section.PageNumberTop > section.Margins.Top)
                paragraph.ParagraphProperties!.SpacingBetweenLines = new()
                {
                    Before = Measures.Twips(section.PageNumberTop - section.Margins.Top).ToString(CultureInfo.InvariantCulture), After = StylePart.AfterPageNumber,
                };
            InlineElements.AppendText(paragraph, "- ");
            InlineElements.AppendField(paragraph, FieldKind.Page);
            InlineElements.AppendText(paragraph, " -");
        }
        numbers.Package.Add($"word/{name}.xml", HeaderType, Around(name, header, isHeader: true, type, numbers, relationships), relationships);
        return new() { Type = type, Id = numbers.Main.ToPart("header", $"{name}.xml") };
    }

    /// <summary>An empty header is a paragraph too, and pushes the text down by its line: one as low as there is.</summary>
    private static W.Paragraph Nothing()
    {
        var nothing = BlockElements.Spacer();
        nothing.ParagraphProperties!.SpacingBetweenLines = new() { Line = "20", LineRule = W.LineSpacingRuleValues.Exact };
        return nothing;
    }

    private static W.FooterReference FooterOf(string name, Section section, W.HeaderFooterValues type, Numbers numbers)
    {
        var relationships = new Relationships();
        var footer = new W.Footer();
        if (!section.Footer.IsEmpty) footer.AppendChild(Line(StylePart.Footer, section.Footer, numbers, relationships));
        numbers.Package.Add($"word/{name}.xml", FooterType, Around(name, footer, isHeader: false, type, numbers, relationships), relationships);
        return new() { Type = type, Id = numbers.Main.ToPart("footer", $"{name}.xml") };
    }

    /// <summary>What stands around the text: the template's first, then the document's own, which is never left out.</summary>
    private static PackedBytes Around(
        string name, OpenXmlCompositeElement own, bool isHeader, W.HeaderFooterValues type, Numbers numbers, Relationships relationships)
    {
        var document = numbers.Document;
        if (document.Stationery.Template is { } template && template.Around(isHeader, type == W.HeaderFooterValues.First) is { } theirs)
        {
            var root = theirs.Placed(name, template.StylesFor(document.Theme, document.Language), numbers.Package, relationships);
            foreach (var line in own) root.Add(XElement.Parse(line.OuterXml));
            return PackedBytes.OfXml(root.WriteTo);
        }
        if (!own.HasChildren) own.AppendChild(isHeader ? Nothing() : BlockElements.Spacer());
        return numbers.PackedOnce(own);
    }

    private static W.Paragraph Line(string style, IEnumerable<Inline> content, Numbers numbers, Relationships relationships)
    {
        var paragraph = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = style } } };
        new InlineElements(numbers, relationships).Append(paragraph, content);
        return paragraph;
    }
}
