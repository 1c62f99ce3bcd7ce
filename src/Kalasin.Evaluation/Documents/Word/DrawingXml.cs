using System.Security;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// A drawing as shapes of Word's own in one group: what the PDF draws, sharp at any size and open to be changed. Spelt straight, because
/// a map has hundreds of shapes, and a tree of their elements costs more than all else in a report.
/// </summary>
internal static class DrawingXml
{
    /// <summary>What a drawing's group is called in DrawingML.</summary>
    public const string GroupUri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

    private const string ShapeUri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private static ReadOnlySpan<byte> NoOutline => "<a:ln><a:noFill/></a:ln>"u8;

    private const double EmuPerPoint = 12_700;

    /// <summary>Adds the group; its own coordinates are the page's.</summary>
    public static void AddGroup(RentedStream xml, Drawing drawing)
    {
        var (width, height) = (Emu(drawing.Width), Emu(drawing.Height));
        xml.Write($"<wpg:wgp xmlns:wps=\"{ShapeUri}\"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/><a:chOff x=\"0\" y=\"0\"/>");
        xml.Write($"<a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>");
        for (var i = 0; i < drawing.Marks.Length; i++) AddShape(xml, drawing.Marks[i], i + 1);
        xml.Write("</wpg:wgp>"u8);
    }

    /// <summary>Length in the group.</summary>
    public static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);

    /// <summary>A text as XML holds it, between tags and in attributes.</summary>
    public static string Escaped(string text) => SecurityElement.Escape(ValidXml.Of(text));

    /// <summary>Adds what a text of the drawing says, as it stands in its shape.</summary>
    public static void AddParagraph(RentedStream xml, TextMark text)
    {
        var (size, line) = (Math.Round(text.Size * 2), (int)(text.Size * TextMark.LineHeight * 20));
        xml.Write($"<w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"exact\"/><w:jc w:val=\"{BlockElements.SpeltJustify(text.Alignment)}\"/></w:pPr>");
        xml.Write($"<w:r><w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{Escaped(text.Text)}</w:t></w:r></w:p></w:txbxContent>");
    }

    /// <summary>Adds a grey in hexadecimal digits.</summary>
    public static void AddColour(RentedStream xml, double grey)
    {
        var level = (int)Math.Round(grey * 255);
        xml.Write($"{level:X2}{level:X2}{level:X2}");
    }

    private static void AddShape(RentedStream xml, Mark mark, int number)
    {
        xml.Write($"<wps:wsp><wps:cNvPr id=\"{number}\" name=\"Shape {number}\"/><wps:cNvSpPr/><wps:spPr>");
        switch (mark)
        {
            case LineMark line:
                AddPlace(xml, line.X1, line.Y1, line.X2 - line.X1, line.Y2 - line.Y1, "line");
                xml.Write($"<a:ln w=\"{Emu(line.Thickness)}\">");
                AddFill(xml, 0);
                xml.Write($"<a:prstDash val=\"{(line.Dotted ? "sysDot" : "solid")}\"/></a:ln></wps:spPr>");
                break;
            case AreaMark area:
                AddPlace(xml, area.X, area.Y, area.Width, area.Height, "rect");
                AddFill(xml, area.Grey);
                xml.Write(NoOutline);
                xml.Write("</wps:spPr>"u8);
                break;
            case TextMark text:
                AddPlace(xml, text.X, text.Y, text.Width, text.Size * TextMark.LineHeight, "rect");
                xml.Write("<a:noFill/>"u8);
                xml.Write(NoOutline);
                xml.Write("</wps:spPr><wps:txbx>"u8);
                AddParagraph(xml, text);
                xml.Write("</wps:txbx>"u8);
                break;
            default: throw new NotSupportedException($"The mark {mark.GetType().Name} has no shape in Word.");
        }
        xml.Write("<wps:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/></wps:wsp>"u8);
    }

    private static void AddPlace(RentedStream xml, double x, double y, double width, double height, string kind) => xml.Write(
        $"<a:xfrm><a:off x=\"{Emu(x)}\" y=\"{Emu(y)}\"/><a:ext cx=\"{Emu(width)}\" cy=\"{Emu(height)}\"/></a:xfrm><a:prstGeom prst=\"{kind}\"><a:avLst/></a:prstGeom>");

    private static void AddFill(RentedStream xml, double grey)
    {
        xml.Write("<a:solidFill><a:srgbClr val=\""u8);
        AddColour(xml, grey);
        xml.Write("\"/></a:solidFill>"u8);
    }
}
