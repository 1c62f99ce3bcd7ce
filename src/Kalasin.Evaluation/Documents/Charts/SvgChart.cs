using System.Globalization;
using System.Text;
using System.Xml;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>A chart as SVG for a page, in the page's own fonts and colour; its title and its figures in words are read to those who can't see it.</summary>
internal static class SvgChart
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double BodyPoints = 11.5;

    // Of the line of a text, from its top: where its letters stand.
    private const double Baseline = 1.05;

    /// <summary>The element, without an XML declaration.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Width it is drawn for; it fits any.</param>
    public static string Of(Chart chart, double width = 460)
    {
        var drawing = chart.Draw(width, BodyPoints);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("svg", Namespace);
            xml.WriteAttributeString("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}");
            xml.WriteAttributeString("role", "img");
            xml.WriteAttributeString("fill", "currentColor");
            xml.WriteAttributeString("stroke", "currentColor");
            xml.WriteElementString("title", Namespace, ValidXml.Of(chart.Title));
            xml.WriteElementString("desc", Namespace, ValidXml.Of(chart.AlternateText));
            foreach (var mark in drawing.Marks) Write(mark, chart.Language, xml);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Write(Mark mark, Language language, XmlWriter xml)
    {
        switch (mark)
        {
            case LineMark line:
                Start(xml, "line", ("x1", line.X1), ("y1", line.Y1), ("x2", line.X2), ("y2", line.Y2), ("stroke-width", line.Thickness));
                if (line.Dotted) xml.WriteAttributeString("stroke-dasharray", "1 2");
                break;
            case AreaMark area:
                Start(xml, "rect", ("x", area.X), ("y", area.Y), ("width", area.Width), ("height", area.Height), ("fill-opacity", 1 - area.Grey));
                xml.WriteAttributeString("stroke", "none");
                break;
            case TextMark written:
                var (anchor, x) = written.Alignment switch
                {
                    Alignment.Center => ("middle", written.X + written.Width / 2),
                    Alignment.End => ("end", written.X + written.Width),
                    _ => ("start", written.X),
                };
                Start(xml, "text", ("x", x), ("y", written.Y + written.Size * Baseline), ("font-size", written.Size));
                xml.WriteAttributeString("text-anchor", anchor);
                xml.WriteAttributeString("stroke", "none");
                // Names of places that have no other say what they are.
                if (language != Language.Thai && written.Text.Any(ThaiCharacters.IsThai)) xml.WriteAttributeString("lang", "th");
                xml.WriteString(ValidXml.Of(written.Text));
                break;
        }
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, Number(value));
    }

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
