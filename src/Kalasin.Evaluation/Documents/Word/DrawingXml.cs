using System.Globalization;
using System.Security;
using System.Text;
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
    private const string NoOutline = "<a:ln><a:noFill/></a:ln>";
    private const double EmuPerPoint = 12_700;

    /// <summary>Adds the group; its own coordinates are the page's.</summary>
    public static void AddGroup(StringBuilder xml, Drawing drawing)
    {
        var size = Invariant($"cx=\"{Emu(drawing.Width)}\" cy=\"{Emu(drawing.Height)}\"");
        xml.Append($"<wpg:wgp xmlns:wps=\"{ShapeUri}\"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/><a:chOff x=\"0\" y=\"0\"/>")
            .Append($"<a:chExt {size}/></a:xfrm></wpg:grpSpPr>");
        for (var i = 0; i < drawing.Marks.Length; i++) AddShape(xml, drawing.Marks[i], i + 1);
        xml.Append("</wpg:wgp>");
    }

    /// <summary>Length in the group.</summary>
    public static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);

    /// <summary>A text as XML holds it, between tags and in attributes.</summary>
    public static string Escaped(string text) => SecurityElement.Escape(ValidXml.Of(text));

    /// <summary>Adds what a text of the drawing says, as it stands in its shape.</summary>
    public static void AddParagraph(StringBuilder xml, TextMark text)
    {
        var size = Math.Round(text.Size * 2).ToString(CultureInfo.InvariantCulture);
        xml.Append("<w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"")
            .Append(CultureInfo.InvariantCulture, $"{(int)(text.Size * TextMark.LineHeight * 20)}\" w:lineRule=\"exact\"/><w:jc w:val=\"{BlockElements.SpeltJustify(text.Alignment)}\"/></w:pPr>")
            .Append($"<w:r><w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">")
            .Append(Escaped(text.Text)).Append("</w:t></w:r></w:p></w:txbxContent>");
    }

    /// <summary>A grey in hexadecimal digits.</summary>
    public static string Colour(double grey)
    {
        var level = ((int)Math.Round(grey * 255)).ToString("X2", CultureInfo.InvariantCulture);
        return level + level + level;
    }

    private static void AddShape(StringBuilder xml, Mark mark, int number)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<wps:wsp><wps:cNvPr id=\"{number}\" name=\"Shape {number}\"/><wps:cNvSpPr/><wps:spPr>");
        switch (mark)
        {
            case LineMark line:
                AddPlace(xml, line.X1, line.Y1, line.X2 - line.X1, line.Y2 - line.Y1, "line");
                xml.Append(CultureInfo.InvariantCulture, $"<a:ln w=\"{Emu(line.Thickness)}\">{Fill(0)}<a:prstDash val=\"{(line.Dotted ? "sysDot" : "solid")}\"/></a:ln></wps:spPr>");
                break;
            case AreaMark area:
                AddPlace(xml, area.X, area.Y, area.Width, area.Height, "rect");
                xml.Append(Fill(area.Grey)).Append(NoOutline).Append("</wps:spPr>");
                break;
            case TextMark text:
                AddPlace(xml, text.X, text.Y, text.Width, text.Size * TextMark.LineHeight, "rect");
                xml.Append("<a:noFill/>").Append(NoOutline).Append("</wps:spPr><wps:txbx>");
                AddParagraph(xml, text);
                xml.Append("</wps:txbx>");
                break;
            default: throw new NotSupportedException($"The mark {mark.GetType().Name} has no shape in Word.");
        }
        xml.Append("<wps:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/></wps:wsp>");
    }

    private static void AddPlace(StringBuilder xml, double x, double y, double width, double height, string kind) => xml.Append(
        CultureInfo.InvariantCulture,
        $"<a:xfrm><a:off x=\"{Emu(x)}\" y=\"{Emu(y)}\"/><a:ext cx=\"{Emu(width)}\" cy=\"{Emu(height)}\"/></a:xfrm><a:prstGeom prst=\"{kind}\"><a:avLst/></a:prstGeom>");

    private static string Fill(double grey) => $"<a:solidFill><a:srgbClr val=\"{Colour(grey)}\"/></a:solidFill>";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
