using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Kalasin.Evaluation.Tests.Documents.Charts;

/// <summary>Bars say the same figures in words, as PDF, in Word with its workbook, and as SVG.</summary>
public sealed class BarChartTests
{
    [Fact]
    public void AlternateText_SaysEveryFigure() => Assert.Equal(
        "แผนภูมิแท่ง คะแนนรายตัวชี้วัด แกนคะแนน ๐ ถึง ๕: ตัวชี้วัดที่ ๑ คะแนน ๕.๐๐, ตัวชี้วัดที่ ๒ คะแนน ๐.๐๐, ตัวชี้วัดที่ ๓ คะแนน -, ตัวชี้วัดที่ ๔ คะแนน ๓.๒๕",
        EveryBlock.Bars.AlternateText);

    [Fact]
    public void Draw_BarsAreAsHighAsTheirValues()
    {
        var areas = EveryBlock.Bars.Draw(400, 10).Marks.OfType<AreaMark>().ToList();
        Assert.Equal(2, areas.Count);
        Assert.Equal(3.25 / 5, areas[1].Height / areas[0].Height, 6);
        Assert.Equal(areas[0].Y + areas[0].Height, areas[1].Y + areas[1].Height, 6);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(450)]
    [InlineData(720)]
    public void Draw_EverythingStandsWithin(double width)
    {
        var drawing = EveryBlock.Bars.Draw(width, 11.5);
        Assert.All(drawing.Marks.OfType<AreaMark>(), a => Assert.True(a.X >= 0 && a.X + a.Width <= width && a.Y >= 0 && a.Y + a.Height <= drawing.Height));
        Assert.All(drawing.Marks.OfType<TextMark>(), t => Assert.True(t.Y >= -0.01 && t.Y + t.Size * TextMark.LineHeight <= drawing.Height + 0.01, t.Text));
    }

    [Fact]
    public void Pdf_ItsTextsAreTheFiguresOwnAndNothingIsSeenThrough()
    {
        using var facts = PdfFacts.Of(Laid.Document(EveryBlock.Bars));
        var figure = Assert.Single(TagTree.Read(facts.Pdf).WithAll(), e => e.Role == "Figure");
        foreach (var text in (string[])["๕.๐๐", "๓.๒๕", "ตัวชี้วัดที่", "คะแนน"]) Assert.Contains(text, figure.Letters, StringComparison.Ordinal);
        Assert.Equal(4, ((UglyToad.PdfPig.Tokens.ArrayToken)facts.At(figure.Dictionary, "A", "BBox")!).Length);
        var file = Encoding.Latin1.GetString(PdfWriter.Bytes(Laid.Document(EveryBlock.Bars), plain: true, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("/ExtGState", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_ChartAndWorkbookHoldTheSameFigures()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(Laid.Document(EveryBlock.Bars)), false);
        var part = Assert.Single(file.MainDocumentPart!.ChartParts);
        var values = part.ChartSpace.Descendants<C.Values>().Single();
        Assert.Equal(["5", "0", "3.25"], values.Descendants<C.NumericValue>().Select(v => v.Text));
        Assert.Equal("'ข้อมูล'!$B$2:$B$5", values.Descendants<C.Formula>().Single().Text);
        Assert.Equal(part.EmbeddedPackagePart, part.GetPartById(part.ChartSpace.GetFirstChild<C.ExternalData>()!.Id!));
        using var workbook = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), false);
        Assert.Equal("ข้อมูล", workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name);
        Assert.Equal(
            ["ตัวชี้วัดที่|คะแนน", "๑|5", "๒|0", "๓", "๔|3.25"],
            workbook.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => string.Join('|', r.Elements<Cell>().Select(c => c.InnerText))));
    }

    [Fact]
    public void Svg_SaysWhatItShowsAndDrawsEveryBar()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var drawn = XElement.Parse(SvgChart.Of(EveryBlock.Bars));
        Assert.Equal(EveryBlock.Bars.Title, drawn.Element(svg + "title")!.Value);
        Assert.Equal(EveryBlock.Bars.AlternateText, drawn.Element(svg + "desc")!.Value);
        Assert.Equal("img", drawn.Attribute("role")!.Value);
        Assert.Equal(2, drawn.Elements(svg + "rect").Count());
        Assert.Contains("๓.๒๕", drawn.Elements(svg + "text").Select(t => t.Value));
    }

    [Fact]
    public void Chart_ThatDoesNotFitItsAxis_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new BarChart("ก", "ข", "ค", new(5, 1), 0, []));
        Assert.Throws<ArgumentException>(() => new BarChart("ก", "ข", "ค", new(5, 1), 0, [new("๑", 6)]));
        Assert.Throws<ArgumentException>(() => new BarChart("ก", "ข", "ค", new(5, 1), 0, [new("๑", -1)]));
        Assert.Throws<ArgumentException>(() => new BarChart(" ", "ข", "ค", new(5, 1), 0, [new("๑", 1)]));
        Assert.Throws<ArgumentException>(() => new ChartScale(5, 2));
        Assert.Throws<ArgumentException>(() => new ChartScale(100, 1));
    }
}
