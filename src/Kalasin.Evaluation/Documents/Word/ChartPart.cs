using System.Collections.Immutable;
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

    private const string C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Ticks = """<c:majorTickMark val="none" /><c:minorTickMark val="none" /><c:tickLblPos val="nextTo" />""";
    private const string NoLine = """<a:ln w="9525"><a:noFill /></a:ln>""";

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
            () => PackedBytes.OnceSpelt(xml => Write(xml, chart, workbook, document.Theme)), relationships);
        numbers.Package.Add(
            $"word/embeddings/workbook{number}.xlsx", FileFormat.Excel.MediaType,
            () => ChartWorkbook.Of(chart, document.AsOf));
        return numbers.Main.ToPart("chart", $"charts/chart{number}.xml");
    }

    private static void Write(RentedStream xml, AxisChart chart, string workbook, Theme theme)
    {
        xml.Write($"""<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0" /><c:lang val="th-TH" /><c:roundedCorners val="0" />""");
        xml.Write("""<c:chart><c:autoTitleDeleted val="1" /><c:plotArea><c:layout />""");
        WriteSeries(xml, chart);
        WriteCategories(xml, chart);
        WriteValues(xml, chart);
        xml.Write("</c:plotArea>"u8);
        if (chart.Series.Length > 1) xml.Write("""<c:legend><c:legendPos val="b" /><c:overlay val="0" /></c:legend>""");
        xml.Write($"""<c:plotVisOnly val="1" /><c:dispBlanksAs val="gap" /></c:chart><c:spPr><a:noFill />{NoLine}</c:spPr><c:txPr><a:bodyPr />""");
        WriteFace(xml, theme);
        xml.Write($"""</c:txPr><c:externalData r:id="{workbook}"><c:autoUpdate val="0" /></c:externalData></c:chartSpace>""");
    }

    /// <summary>The series, those drawn in the same way together.</summary>
    private static void WriteSeries(RentedStream xml, AxisChart chart)
    {
        var (labels, all) = (chart.Labels, chart.Series.Select((s, i) => (Series: s, Index: i)).ToLookup(s => s.Series.Kind is SeriesKind.Line or SeriesKind.Dashes));
        const string Axes = $"""<c:axId val="{CategoryAxis}" /><c:axId val="{ValueAxis}" />""";
        if (all[false].Any())
        {
            xml.Write("""<c:barChart><c:barDir val="col" /><c:grouping val="clustered" /><c:varyColors val="0" />""");
            foreach (var (series, index) in all[false]) WriteSeries(xml, series, index, chart, labels);
            xml.Write($"""<c:gapWidth val="{(all[false].Any(s => s.Series.Kind == SeriesKind.Post) ? 500 : 60)}" />{Axes}</c:barChart>""");
        }
        if (all[true].Any())
        {
            xml.Write("""<c:lineChart><c:grouping val="standard" /><c:varyColors val="0" />""");
            foreach (var (series, index) in all[true]) WriteSeries(xml, series, index, chart, labels);
            xml.Write($"""<c:marker val="1" />{Axes}</c:lineChart>""");
        }
    }

    private static void WriteSeries(RentedStream xml, ChartSeries series, int index, AxisChart chart, ImmutableArray<string> labels)
    {
        var isLine = series.Kind is SeriesKind.Line or SeriesKind.Dashes;
        var column = (char)('B' + index);
        xml.Write($"""<c:ser><c:idx val="{index}" /><c:order val="{index}" /><c:tx><c:strRef><c:f>'{ChartWorkbook.SheetName}'!${column}$1</c:f>""");
        WriteTexts(xml, [series.Name]);
        xml.Write("</c:strRef></c:tx><c:spPr>"u8);
        switch (series.Kind)
        {
            case SeriesKind.Bars: WriteFill(xml, "595959"); break;
            case SeriesKind.EarlierBars: WriteFill(xml, "A6A6A6"); break;
            case SeriesKind.Post: WriteFill(xml, "000000"); break;
            case SeriesKind.Line: WriteLine(xml, "000000", points: 2.25); break;
            default: WriteLine(xml, "000000", "sysDash", points: 1.5); break;
        }
        xml.Write(isLine ? """</c:spPr><c:marker><c:symbol val="none" /></c:marker>""" : """</c:spPr><c:invertIfNegative val="0" />""");
        if (series.Kind == SeriesKind.Bars) WriteLabels(xml, chart.Decimals);
        xml.Write($"<c:cat><c:strRef><c:f>'{ChartWorkbook.SheetName}'!$A$2:$A${labels.Length + 1}</c:f>");
        WriteTexts(xml, labels);
        xml.Write($"</c:strRef></c:cat><c:val><c:numRef><c:f>'{ChartWorkbook.SheetName}'!${column}$2:${column}${labels.Length + 1}</c:f>");
        WriteNumbers(xml, series);
        xml.Write(isLine ? """</c:numRef></c:val><c:smooth val="0" /></c:ser>""" : "</c:numRef></c:val></c:ser>");
    }

    private static void WriteLabels(RentedStream xml, int decimals)
    {
        xml.Write($"""<c:dLbls><c:numFmt formatCode="{(decimals == 0 ? ThaiDigits : $"{ThaiDigits}.{new string('0', decimals)}")}" sourceLinked="0" /><c:spPr><a:noFill />{NoLine}</c:spPr>""");
        xml.Write("""<c:dLblPos val="outEnd" /><c:showLegendKey val="0" /><c:showVal val="1" /><c:showCatName val="0" /><c:showSerName val="0" />""");
        xml.Write("""<c:showPercent val="0" /><c:showBubbleSize val="0" /></c:dLbls>""");
    }

    private static void WriteCategories(RentedStream xml, AxisChart chart)
    {
        xml.Write($"""<c:catAx><c:axId val="{CategoryAxis}" /><c:scaling><c:orientation val="minMax" /></c:scaling><c:delete val="0" /><c:axPos val="b" />""");
        WriteTitle(xml, chart.Categories);
        xml.Write($"""<c:numFmt formatCode="General" sourceLinked="0" />{Ticks}<c:spPr>""");
        WriteLine(xml, "000000");
        xml.Write($"""</c:spPr><c:crossAx val="{ValueAxis}" /><c:crosses val="autoZero" /><c:auto val="0" /><c:lblAlgn val="ctr" /><c:lblOffset val="100" /><c:noMultiLvlLbl val="1" /></c:catAx>""");
    }

    private static void WriteValues(RentedStream xml, AxisChart chart)
    {
        xml.Write($"""<c:valAx><c:axId val="{ValueAxis}" /><c:scaling><c:orientation val="minMax" /><c:max val="{chart.Scale.Full}" /><c:min val="0" /></c:scaling>""");
        xml.Write("""<c:delete val="0" /><c:axPos val="l" /><c:majorGridlines><c:spPr>""");
        WriteLine(xml, "A6A6A6", "sysDot");
        xml.Write("</c:spPr></c:majorGridlines>"u8);
        WriteTitle(xml, chart.Values);
        xml.Write($"""<c:numFmt formatCode="{ThaiDigits}" sourceLinked="0" />{Ticks}<c:spPr>{NoLine}</c:spPr>""");
        xml.Write($"""<c:crossAx val="{CategoryAxis}" /><c:crosses val="autoZero" /><c:crossBetween val="between" /><c:majorUnit val="{chart.Scale.Step}" /></c:valAx>""");
    }

    private static void WriteTitle(RentedStream xml, string text)
    {
        xml.Write("""<c:title><c:tx><c:rich><a:bodyPr /><a:p><a:pPr><a:defRPr b="0" /></a:pPr><a:r><a:rPr lang="th-TH" b="0" /><a:t>""");
        XmlText.Write(xml, text);
        xml.Write("""</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0" /></c:title>""");
    }

    private static void WriteFace(RentedStream xml, Theme theme)
    {
        // Hundredths of a point, of four fifths of the body text.
        xml.Write($"""<a:p><a:pPr><a:defRPr sz="{(int)Math.Round(theme.BodyPoints * 80)}" b="0">""");
        WriteFill(xml, "000000");
        var family = XmlText.Escape(theme.WordFamily);
        xml.Write($"""<a:latin typeface="{family}" /><a:cs typeface="{family}" /></a:defRPr></a:pPr><a:endParaRPr lang="th-TH" /></a:p>""");
    }

    private static void WriteTexts(RentedStream xml, ImmutableArray<string> texts)
    {
        xml.Write($"""<c:strCache><c:ptCount val="{texts.Length}" />""");
        for (var i = 0; i < texts.Length; i++)
        {
            xml.Write($"""<c:pt idx="{i}"><c:v>""");
            XmlText.Write(xml, texts[i]);
            xml.Write("</c:v></c:pt>"u8);
        }
        xml.Write("</c:strCache>"u8);
    }

    private static void WriteNumbers(RentedStream xml, ChartSeries series)
    {
        xml.Write($"""<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{series.Values.Length}" />""");
        for (var i = 0; i < series.Values.Length; i++)
            if (series.Values[i] is { } value) xml.Write($"""<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>""");
        xml.Write("</c:numCache>"u8);
    }

    private static void WriteFill(RentedStream xml, string colour) => xml.Write($"""<a:solidFill><a:srgbClr val="{colour}" /></a:solidFill>""");

    private static void WriteLine(RentedStream xml, string colour, string? dash = null, double points = 0.75)
    {
        xml.Write($"""<a:ln w="{(int)Math.Round(points * EmuPerPoint)}">""");
        WriteFill(xml, colour);
        if (dash is not null) xml.Write($"""<a:prstDash val="{dash}" />""");
        xml.Write("</a:ln>"u8);
    }
}
