using System.Globalization;
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
        properties.AppendChild(HeaderOf($"header{index + 1}", section, section.PageNumbers, W.HeaderFooterValues.Default, numbers));
        if (isFirst) properties.AppendChild(HeaderOf("headerFirst", section, pageNumber: false, W.HeaderFooterValues.First, numbers));
        properties.AppendChild(FooterOf($"footer{index + 1}", section, W.HeaderFooterValues.Default, numbers));
        if (isFirst) properties.AppendChild(FooterOf("footerFirst", section, W.HeaderFooterValues.First, numbers));
        var m = section.Margins;
        // The number stands about 3 cm from the edge, so it starts at the margin and pushes the text of its pages down.
        var header = section.Header.IsEmpty ? m.Top : Math.Max(m.Top - HeaderLineMillimetres, 0);
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
                Header = (uint)Measures.Twips(header),
                Footer = (uint)Measures.Twips(Math.Min(FooterMillimetres, m.Bottom)),
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
        if (!header.HasChildren) header.AppendChild(Nothing());
        numbers.Package.Add($"word/{name}.xml", HeaderType, PackedBytes.OfXml(header.WriteTo), relationships);
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
        var line = section.Footer.IsEmpty ? BlockElements.Spacer() : Line(StylePart.Footer, section.Footer, numbers, relationships);
        numbers.Package.Add($"word/{name}.xml", FooterType, PackedBytes.OfXml(new W.Footer(line).WriteTo), relationships);
        return new() { Type = type, Id = numbers.Main.ToPart("footer", $"{name}.xml") };
    }

    private static W.Paragraph Line(string style, IEnumerable<Inline> content, Numbers numbers, Relationships relationships)
    {
        var paragraph = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = style } } };
        new InlineElements(numbers, relationships).Append(paragraph, content);
        return paragraph;
    }
}
