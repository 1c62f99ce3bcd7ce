using System.Globalization;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

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
        picture.AppendChild(new W.Run(Drawn(chart, width * EmuPerTwip, numbers)));
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
    private static OpenXmlElement Drawn(Chart chart, long width, Numbers numbers)
    {
        var number = numbers.NextPicture();
        var drawing = chart.Draw((double)width / DrawingElements.Emu(1), numbers.Document.Theme.BodyPoints);
        var height = DrawingElements.Emu(drawing.Height);
        if (chart is AxisChart axes)
            return new W.Drawing(Inline(chart, number, width, height, new(new C.ChartReference { Id = ChartPart.Add(axes, number, numbers) }) { Uri = ChartUri }));
        var group = new A.GraphicData(DrawingElements.Group(drawing, number, chart.AlternateText)) { Uri = DrawingElements.GroupUri };
        return new AlternateContent(
            new AlternateContentChoice(new W.Drawing(Inline(chart, number, width, height, group))) { Requires = "wpg" },
            new AlternateContentFallback(new W.Picture(OlderDrawing.Group(drawing, number, chart.AlternateText))));
    }

    private static Wp.Inline Inline(Chart chart, int number, long width, long height, A.GraphicData data) => new(
        new Wp.Extent { Cx = width, Cy = height },
        new Wp.DocProperties { Id = (uint)number, Name = $"Chart {number}", Description = Opc.ValidXml.Of(chart.AlternateText) },
        new Wp.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(data))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
}
