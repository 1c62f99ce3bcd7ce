using System.Globalization;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A chart or a group of shapes of Word's own in the line, with its alternate text, and its caption below.</summary>
internal static class ChartElements
{
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const long EmuPerTwip = 635;

    /// <summary>Chart and caption.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Room across, in twips.</param>
    /// <param name="indent">Distance from the margin, in twips.</param>
    /// <param name="numbers">The file being written.</param>
    public static IEnumerable<OpenXmlElement> Of(Chart chart, int width, int indent, Numbers numbers)
    {
        var picture = new W.Paragraph { ParagraphProperties = Properties(StylePart.Figure, indent) };
        picture.ParagraphProperties!.KeepNext = new();
        picture.AppendChild(Drawn(chart, width * EmuPerTwip, numbers));
        yield return picture;
        var caption = new W.Paragraph { ParagraphProperties = Properties(StylePart.FigureCaption, indent) };
        numbers.AppendCaption(caption, chart, chart.Caption);
        yield return caption;
    }

    private static W.ParagraphProperties Properties(string style, int indent)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = style }, Justification = BlockElements.Justify(Alignment.Center) };
        if (indent > 0) properties.Indentation = new() { Left = indent.ToString(CultureInfo.InvariantCulture) };
        return properties;
    }

    /// <summary>A chart is one everywhere; a group of shapes is for Word 2010 and later, and older readers show the same in their own words.</summary>
    private static SpeltText Drawn(Chart chart, long width, Numbers numbers)
    {
        var number = numbers.NextPicture();
        var drawing = chart.Draw((double)width / DrawingXml.Emu(1), numbers.Document.Theme.BodyPoints);
        var (height, alternate) = (DrawingXml.Emu(drawing.Height), DrawingXml.Escaped(chart.AlternateText));
        if (chart is AxisChart axes)
        {
            var part = ChartPart.Add(axes, number, numbers);
            return new(numbers, xml =>
            {
                xml.Write("<w:r>"u8);
                AddInline(xml, ChartUri);
                xml.Write($"<c:chart xmlns:c=\"{ChartUri}\" r:id=\"{part}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
            });
        }
        return new(numbers, xml =>
        {
            xml.Write("<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\">"u8);
            AddInline(xml, DrawingXml.GroupUri);
            DrawingXml.AddGroup(xml, drawing);
            xml.Write("</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"u8);
            OlderDrawing.AddGroup(xml, drawing, number, alternate);
            xml.Write("</w:pict></mc:Fallback></mc:AlternateContent></w:r>"u8);
        });

        void AddInline(RentedStream xml, string uri) => xml.Write(
            $"<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{alternate}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{uri}\">");
    }
}
