using System.Xml;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>The style sheet: every style in every number format, with and without the mark that keeps a text a text; the same for all workbooks.</summary>
internal static class StylesPart
{
    /// <summary>Namespace of spreadsheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Family = "TH SarabunPSK";
    private const int DateFormat = 164;
    private const int OneDecimalFormat = 165;
    private const int ExactFormat = 166;
    private const int ThaiWholeFormat = 167;
    private const int ThaiExactFormat = 168;
    private const int ThaiGeneralFormat = 169;

    // Thai digits (0D), Buddhist calendar (07), Thai (041E): "15 พฤษภาคม 2567" in Thai digits.
    private const string ThaiDate = "[$-D07041E]d\\ mmmm\\ yyyy";

    private const string Exact = "#,##0.00##########";
    private const string ThaiDigits = "[$-D00041E]";

    private static readonly int Formats = Enum.GetValues<CellFormat>().Length;
    private static readonly (int Points, bool Bold, string? Colour)[] Fonts = [(16, false, null), (20, true, null), (16, true, null), (14, false, "FF595959")];
    private static readonly string?[] Fills = [null, "FFDCE6F1", "FFFFFFE5", "FFF2F2F2", "FFE2EFDA"];

    private static readonly Lazy<PackedBytes> Packed = new(() => PackedBytes.OfXml(Write));

    /// <summary>The part.</summary>
    public static PackedBytes Part => Packed.Value;

    /// <summary>Number of a cell's format in the style sheet.</summary>
    public static int IndexOf(Cell cell) =>
        (((int)cell.Style * Formats) + (int)cell.Format) * 2 + (cell.Kind == CellKind.Text && cell.Content[0] is '=' or '+' or '-' or '@' or '\t' ? 1 : 0);

    /// <summary>Height of one line of a style, in points.</summary>
    public static double LineHeight(CellStyle style) => Fonts[Look.Of(style).Font].Points * 1.5;

    /// <summary>Whether a style breaks long texts into lines.</summary>
    public static bool IsWrapped(CellStyle style) => Look.Of(style).Wrapped;

    private static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        Group("numFmts", 6, () =>
        {
            Element("numFmt", ("numFmtId", $"{DateFormat}"), ("formatCode", ThaiDate));
            Element("numFmt", ("numFmtId", $"{OneDecimalFormat}"), ("formatCode", "#,##0.0"));
            Element("numFmt", ("numFmtId", $"{ExactFormat}"), ("formatCode", Exact));
            Element("numFmt", ("numFmtId", $"{ThaiWholeFormat}"), ("formatCode", ThaiDigits + "#,##0"));
            Element("numFmt", ("numFmtId", $"{ThaiExactFormat}"), ("formatCode", ThaiDigits + Exact));
            Element("numFmt", ("numFmtId", $"{ThaiGeneralFormat}"), ("formatCode", ThaiDigits + "General"));
        });
        Group("fonts", Fonts.Length, () => { foreach (var (points, bold, colour) in Fonts) Font(points, bold, colour); });
        // The first two fills are fixed by the format.
        Group("fills", Fills.Length + 1, () =>
        {
            Fill("none", null);
            Fill("gray125", null);
            foreach (var colour in Fills[1..]) Fill("solid", colour);
        });
        Group("borders", 2, () => { Border(null); Border("thin"); });
        Group("cellStyleXfs", 1, () => Element("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        var styles = Enum.GetValues<CellStyle>();
        Group("cellXfs", styles.Length * Formats * 2, () =>
        {
            foreach (var style in styles)
                foreach (var format in Enum.GetValues<CellFormat>())
                    foreach (var quoted in (ReadOnlySpan<bool>)[false, true]) Xf(style, format, quoted);
        });
        Group("cellStyles", 1, () => Element("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        Group("dxfs", 4, () => { foreach (var colour in (ReadOnlySpan<string>)["FFFFE699", "FFC6E0B4", "FFF8CBAD", "FFD9D9D9"]) Tone(colour); });
        xml.WriteEndElement();

        void Group(string name, int count, Action content)
        {
            xml.WriteStartElement(name, Main);
            xml.WriteAttributeString("count", $"{count}");
            content();
            xml.WriteEndElement();
        }

        void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name, Main);
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
            xml.WriteEndElement();
        }

        void Font(int points, bool bold, string? colour)
        {
            xml.WriteStartElement("font", Main);
            if (bold) Element("b");
            Element("sz", ("val", $"{points}"));
            Element("color", ("rgb", colour ?? "FF000000"));
            Element("name", ("val", Family));
            Element("family", ("val", "2"));
            Element("charset", ("val", "222"));
            xml.WriteEndElement();
        }

        void Fill(string pattern, string? colour)
        {
            xml.WriteStartElement("fill", Main);
            xml.WriteStartElement("patternFill", Main);
            xml.WriteAttributeString("patternType", pattern);
            if (colour is not null) Element("fgColor", ("rgb", colour));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void Border(string? line)
        {
            xml.WriteStartElement("border", Main);
            foreach (var side in (ReadOnlySpan<string>)["left", "right", "top", "bottom"])
            {
                xml.WriteStartElement(side, Main);
                if (line is not null)
                {
                    xml.WriteAttributeString("style", line);
                    Element("color", ("rgb", "FF7F7F7F"));
                }
                xml.WriteEndElement();
            }
            Element("diagonal");
            xml.WriteEndElement();
        }

        void Tone(string colour)
        {
            xml.WriteStartElement("dxf", Main);
            xml.WriteStartElement("fill", Main);
            xml.WriteStartElement("patternFill", Main);
            xml.WriteAttributeString("patternType", "solid");
            Element("bgColor", ("rgb", colour));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void Xf(CellStyle style, CellFormat format, bool quoted)
        {
            var look = Look.Of(style);
            xml.WriteStartElement("xf", Main);
            xml.WriteAttributeString("numFmtId", $"{NumberFormat(format)}");
            xml.WriteAttributeString("fontId", $"{look.Font}");
            xml.WriteAttributeString("fillId", look.Fill == 0 ? "0" : $"{look.Fill + 1}");
            xml.WriteAttributeString("borderId", look.Bordered ? "1" : "0");
            xml.WriteAttributeString("xfId", "0");
            if (quoted) xml.WriteAttributeString("quotePrefix", "1");
            foreach (var part in (ReadOnlySpan<string>)["NumberFormat", "Font", "Fill", "Border", "Alignment", "Protection"])
                xml.WriteAttributeString($"apply{part}", "1");
            xml.WriteStartElement("alignment", Main);
            if (look.Across is { } across) xml.WriteAttributeString("horizontal", across);
            xml.WriteAttributeString("vertical", style == CellStyle.Heading ? "center" : "top");
            if (look.Wrapped) xml.WriteAttributeString("wrapText", "1");
            xml.WriteEndElement();
            Element("protection", ("locked", look.Locked ? "1" : "0"));
            xml.WriteEndElement();
        }
    }

    private static int NumberFormat(CellFormat format) => format switch
    {
        CellFormat.Text => 49,
        CellFormat.Date => DateFormat,
        CellFormat.Whole => 3,
        CellFormat.OneDecimal => OneDecimalFormat,
        CellFormat.TwoDecimals => 4,
        CellFormat.Exact => ExactFormat,
        CellFormat.ThaiWhole => ThaiWholeFormat,
        CellFormat.ThaiExact => ThaiExactFormat,
        CellFormat.ThaiGeneral => ThaiGeneralFormat,
        _ => 0,
    };

    private readonly record struct Look(int Font, int Fill, bool Bordered, bool Wrapped, bool Locked = true, string? Across = null)
    {
        public static Look Of(CellStyle style) => style switch
        {
            CellStyle.Title => new(1, 0, Bordered: false, Wrapped: false),
            CellStyle.Heading => new(2, 1, Bordered: true, Wrapped: true, Across: "center"),
            CellStyle.Label => new(2, 0, Bordered: false, Wrapped: true),
            CellStyle.Input => new(0, 2, Bordered: true, Wrapped: true, Locked: false),
            CellStyle.InputDate => new(0, 2, Bordered: true, Wrapped: false, Locked: false, Across: "left"),
            CellStyle.InputNumber => new(0, 2, Bordered: true, Wrapped: false, Locked: false, Across: "right"),
            CellStyle.Note => new(3, 0, Bordered: false, Wrapped: true),
            CellStyle.ReadOnly => new(0, 3, Bordered: true, Wrapped: true),
            CellStyle.Data => new(0, 0, Bordered: true, Wrapped: true),
            CellStyle.Step => new(3, 0, Bordered: true, Wrapped: false, Across: "left"),
            CellStyle.Result => new(0, 4, Bordered: true, Wrapped: false, Across: "right"),
            CellStyle.Total => new(2, 4, Bordered: true, Wrapped: false, Across: "right"),
            _ => new(0, 0, Bordered: false, Wrapped: false),
        };
    }
}
