using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Charts;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A drawing in VML, the words that Word had for shapes before 2010: for readers that don't know <see cref="DrawingElements"/>.</summary>
internal static class OlderDrawing
{
    // VML's own coordinates are whole numbers.
    private const int PerPoint = 20;

    /// <summary>The group.</summary>
    /// <param name="drawing">What is drawn.</param>
    /// <param name="number">Number of the picture in the file.</param>
    /// <param name="alternate">What it says, in words.</param>
    public static V.Group Group(Drawing drawing, int number, string alternate)
    {
        var group = new V.Group
        {
            Id = $"older{number}", Alternate = Opc.ValidXml.Of(alternate), CoordinateSize = $"{Units(drawing.Width)},{Units(drawing.Height)}",
            Style = FormattableString.Invariant($"width:{drawing.Width:0.##}pt;height:{drawing.Height:0.##}pt"),
        };
        foreach (var mark in drawing.Marks) group.AppendChild(Shape(mark));
        return group;
    }

    private static OpenXmlElement Shape(Mark mark) => mark switch
    {
        LineMark line => new V.Line(new V.Stroke { DashStyle = line.Dotted ? "1 1" : "solid" })
        {
            From = $"{Units(line.X1)},{Units(line.Y1)}", To = $"{Units(line.X2)},{Units(line.Y2)}", StrokeColor = "#000000",
            StrokeWeight = FormattableString.Invariant($"{line.Thickness:0.##}pt"),
        },
        AreaMark area => new V.Rectangle
        {
            Style = Place(area.X, area.Y, area.Width, area.Height), FillColor = $"#{DrawingElements.Colour(area.Grey)}", Stroked = false,
        },
        TextMark text => new V.Rectangle(new V.TextBox(new W.TextBoxContent(DrawingElements.Paragraph(text))) { Inset = "0,0,0,0" })
        {
            Style = Place(text.X, text.Y, text.Width, text.Size * TextMark.LineHeight), Filled = false, Stroked = false,
        },
        _ => throw new NotSupportedException($"The mark {mark.GetType().Name} has no shape in VML."),
    };

    private static string Place(double x, double y, double width, double height) =>
        $"position:absolute;left:{Units(x)};top:{Units(y)};width:{Units(width)};height:{Units(height)}";

    private static int Units(double points) => (int)Math.Round(points * PerPoint);
}
