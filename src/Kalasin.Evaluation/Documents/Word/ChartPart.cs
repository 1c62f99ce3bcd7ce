using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A chart in Word's words (ECMA-376, DrawingML charts), with the workbook that "Edit data" opens.</summary>
internal static class ChartPart
{
    // Numbers in Thai digits, in the language of the document.
    private const string ThaiDigits = "[$-D00041E]0";
    private const int EmuPerPoint = 12_700;
    private const string CategoryAxis = "1", ValueAxis = "2";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Adds chart and workbook to the package.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="number">Its number in the file.</param>
    /// <param name="numbers">The file being written.</param>
    /// <returns>Id of the main part's relationship to it.</returns>
    public static string Add(AxisChart chart, int number, Numbers numbers)
    {
        var relationships = new Relationships();
        var workbook = relationships.ToPart("package", $"../embeddings/workbook{number}.xlsx");
        var document = numbers.Document;
        numbers.Package.Add(
            $"word/charts/chart{number}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            () => PackedBytes.OfXml(Space(chart, workbook, ValidXml.Of(document.Theme.WordFamily), document.Theme).WriteTo, CompressionLevel.Fastest), relationships);
        numbers.Package.Add(
            $"word/embeddings/workbook{number}.xlsx", FileFormat.Excel.MediaType,
            () => ChartWorkbook.Of(chart, document.AsOf));
        return numbers.Main.ToPart("chart", $"charts/chart{number}.xml");
    }

    private static XElement Space(AxisChart chart, string workbook, string family, Theme theme) => new(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
        Value("date1904", "0"), Value("lang", "th-TH"), Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Value("autoTitleDeleted", "1"),
            new XElement(C + "plotArea", new XElement(C + "layout"), Series(chart), Categories(chart), Values(chart)),
            chart.Series.Length > 1 ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", "0")) : null,
            Value("plotVisOnly", "1"), Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", new XElement(A + "noFill"), Line(null)),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), Face(family, theme)),
        new XElement(C + "externalData", new XAttribute(R + "id", workbook), Value("autoUpdate", "0")));

    /// <summary>The series, those drawn in the same way together.</summary>
    private static IEnumerable<XElement> Series(AxisChart chart)
    {
        var (labels, all) = (chart.Labels, chart.Series.Select((s, i) => (Series: s, Index: i)).ToLookup(s => s.Series.Kind is SeriesKind.Line or SeriesKind.Dashes));
        if (all[false].Any())
            yield return new(
                C + "barChart", Value("barDir", "col"), Value("grouping", "clustered"), Value("varyColors", "0"),
                all[false].Select(s => Series(s.Series, s.Index, chart, labels)),
                Value("gapWidth", all[false].Any(s => s.Series.Kind == SeriesKind.Post) ? "500" : "60"), Value("axId", CategoryAxis), Value("axId", ValueAxis));
        if (all[true].Any())
            yield return new(
                C + "lineChart", Value("grouping", "standard"), Value("varyColors", "0"), all[true].Select(s => Series(s.Series, s.Index, chart, labels)),
                Value("marker", "1"), Value("axId", CategoryAxis), Value("axId", ValueAxis));
    }

    private static XElement Series(ChartSeries series, int index, AxisChart chart, ImmutableArray<string> labels)
    {
        var isLine = series.Kind is SeriesKind.Line or SeriesKind.Dashes;
        var column = (char)('B' + index);
        return new(
            C + "ser",
            Value("idx", Invariant(index)), Value("order", Invariant(index)),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"'{ChartWorkbook.SheetName}'!${column}$1"), Texts([series.Name]))),
            new XElement(C + "spPr", series.Kind switch
            {
                SeriesKind.Bars => Fill("595959"),
                SeriesKind.EarlierBars => Fill("A6A6A6"),
                SeriesKind.Post => Fill("000000"),
                SeriesKind.Line => Line("000000", points: 2.25),
                _ => Line("000000", "sysDash", points: 1.5),
            }),
            isLine ? new XElement(C + "marker", Value("symbol", "none")) : Value("invertIfNegative", "0"),
            series.Kind == SeriesKind.Bars ? Labels(chart.Decimals) : null,
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", Cells('A', labels.Length)), Texts(labels))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", Cells(column, labels.Length)), Numbers(series))),
            isLine ? Value("smooth", "0") : null);
    }

    private static XElement Labels(int decimals) => new(
        C + "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", decimals == 0 ? ThaiDigits : $"{ThaiDigits}.{new string('0', decimals)}"), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", new XElement(A + "noFill"), Line(null)),
        Value("dLblPos", "outEnd"), Value("showLegendKey", "0"), Value("showVal", "1"), Value("showCatName", "0"), Value("showSerName", "0"),
        Value("showPercent", "0"), Value("showBubbleSize", "0"));

    private static XElement Categories(AxisChart chart) => new(
        C + "catAx",
        Value("axId", CategoryAxis), new XElement(C + "scaling", Value("orientation", "minMax")), Value("delete", "0"), Value("axPos", "b"),
        Title(chart.Categories),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", Line("000000")),
        Value("crossAx", ValueAxis), Value("crosses", "autoZero"), Value("auto", "0"), Value("lblAlgn", "ctr"), Value("lblOffset", "100"), Value("noMultiLvlLbl", "1"));

    private static XElement Values(AxisChart chart) => new(
        C + "valAx",
        Value("axId", ValueAxis),
        new XElement(C + "scaling", Value("orientation", "minMax"), Value("max", Invariant(chart.Scale.Full)), Value("min", "0")),
        Value("delete", "0"), Value("axPos", "l"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", Line("A6A6A6", "sysDot"))),
        Title(chart.Values),
        new XElement(C + "numFmt", new XAttribute("formatCode", ThaiDigits), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", Line(null)),
        Value("crossAx", CategoryAxis), Value("crosses", "autoZero"), Value("crossBetween", "between"), Value("majorUnit", Invariant(chart.Scale.Step)));

    private static XElement Title(string text) => new(
        C + "title",
        new XElement(
            C + "tx",
            new XElement(
                C + "rich", new XElement(A + "bodyPr"),
                new XElement(
                    A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("b", "0"))),
                    new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "th-TH"), new XAttribute("b", "0")), new XElement(A + "t", ValidXml.Of(text)))))),
        Value("overlay", "0"));

    private static XElement Face(string family, Theme theme) => new(
        A + "p",
        new XElement(
            A + "pPr",
            new XElement(
                A + "defRPr",
                // Hundredths of a point, of four fifths of the body text.
                new XAttribute("sz", Invariant((int)Math.Round(theme.BodyPoints * 80))), new XAttribute("b", "0"),
                Fill("000000"), new XElement(A + "latin", new XAttribute("typeface", family)), new XElement(A + "cs", new XAttribute("typeface", family)))),
        new XElement(A + "endParaRPr", new XAttribute("lang", "th-TH")));

    private static XElement Texts(IReadOnlyList<string> texts) => new(
        C + "strCache", Value("ptCount", Invariant(texts.Count)), texts.Select((t, i) => Point(i, ValidXml.Of(t))));

    private static XElement Numbers(ChartSeries series) => new(
        C + "numCache", new XElement(C + "formatCode", "General"), Value("ptCount", Invariant(series.Values.Length)),
        series.Values.Select((v, i) => v is { } value ? Point(i, value.ToString(CultureInfo.InvariantCulture)) : null));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", Invariant(index)), new XElement(C + "v", value));

    private static string Cells(char column, int rows) => $"'{ChartWorkbook.SheetName}'!${column}$2:${column}${Invariant(rows + 1)}";

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Line(string? colour, string? dash = null, double points = 0.75) => new(
        A + "ln", new XAttribute("w", Invariant((int)Math.Round(points * EmuPerPoint))), colour is null ? new XElement(A + "noFill") : Fill(colour),
        dash is null ? null : new XElement(A + "prstDash", new XAttribute("val", dash)));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
