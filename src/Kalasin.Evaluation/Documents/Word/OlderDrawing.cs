using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A drawing in VML, the words that Word had for shapes before 2010: for readers that don't know <see cref="DrawingXml"/>.</summary>
internal static class OlderDrawing
{
    // VML's own coordinates are whole numbers.
    private const int PerPoint = 20;

    /// <summary>Adds the group.</summary>
    /// <param name="xml">Receives it.</param>
    /// <param name="drawing">What is drawn.</param>
    /// <param name="number">Number of the picture in the file.</param>
    /// <param name="alternate">What it says, in words; escaped.</param>
    public static void AddGroup(RentedStream xml, Drawing drawing, int number, string alternate)
    {
        xml.Write(
            $"<v:group xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"older{number}\" style=\"width:{drawing.Width:0.##}pt;height:{drawing.Height:0.##}pt\" alt=\"{alternate}\" coordsize=\"{Units(drawing.Width)},{Units(drawing.Height)}\">");
        foreach (var mark in drawing.Marks) AddShape(xml, mark);
        xml.Write("</v:group>"u8);
    }

    private static void AddShape(RentedStream xml, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                xml.Write(
                    $"<v:line from=\"{Units(line.X1)},{Units(line.Y1)}\" to=\"{Units(line.X2)},{Units(line.Y2)}\" strokecolor=\"#000000\" strokeweight=\"{line.Thickness:0.##}pt\"><v:stroke dashstyle=\"{(line.Dotted ? "1 1" : "solid")}\"/></v:line>");
                break;
            case AreaMark area:
                AddRectangle(xml, area.X, area.Y, area.Width, area.Height);
                xml.Write(" fillcolor=\"#"u8);
                DrawingXml.AddColour(xml, area.Grey);
                xml.Write("\" stroked=\"false\"/>"u8);
                break;
            case TextMark text:
                AddRectangle(xml, text.X, text.Y, text.Width, text.Size * TextMark.LineHeight);
                xml.Write(" filled=\"false\" stroked=\"false\"><v:textbox inset=\"0,0,0,0\">"u8);
                DrawingXml.AddParagraph(xml, text);
                xml.Write("</v:textbox></v:rect>"u8);
                break;
            default: throw new NotSupportedException($"The mark {mark.GetType().Name} has no shape in VML.");
        }
    }

    private static void AddRectangle(RentedStream xml, double x, double y, double width, double height) => xml.Write(
        $"<v:rect style=\"position:absolute;left:{Units(x)};top:{Units(y)};width:{Units(width)};height:{Units(height)}\"");

    private static int Units(double points) => (int)Math.Round(points * PerPoint);
}
