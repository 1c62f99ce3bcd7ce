using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Word;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Kalasin.Evaluation.Tests.Documents.Charts;

/// <summary>Steps rise with the sums, and the deadline stands at the end of its day, in every format.</summary>
public sealed class StepChartTests
{
    [Fact]
    public void AlternateText_SaysEachDayThatBroughtSomething() => Assert.Equal(
        "แผนภูมิขั้นบันได รายงานที่ได้รับสะสม กำหนดไว้ ๙ รายการ สิ้นวันกำหนดส่ง ๑๕ พ.ค. ๖๗: "
        + "๑๓ พ.ค. รายการสะสม ๒, ๑๕ พ.ค. รายการสะสม ๗, ๑๖ พ.ค. รายการสะสม ๘",
        EveryBlock.Steps.AlternateText);

    [Fact]
    public void Draw_DeadlineStandsBetweenItsDayAndTheNext()
    {
        var lines = EveryBlock.Steps.Draw(424, 10).Marks.OfType<LineMark>().ToList();
        var deadline = Assert.Single(lines, l => l.X1 == l.X2 && l.Thickness == 1);
        var rises = lines.Where(l => l.X1 == l.X2 && l.Thickness == 1.6).ToList();
        Assert.Equal(3, rises.Count);
        Assert.Equal(rises[2].X1, deadline.X1, 6);
        Assert.Equal(5.0 / 2, (rises[1].Y1 - rises[1].Y2) / (rises[0].Y1 - rises[0].Y2), 6);
    }

    [Fact]
    public void Draw_ManyDays_NamesTheDeadlineAndNoTwoNamesMeet()
    {
        var steps = Enumerable.Range(0, 90).Select(i => new DayTotal($"วัน {i}", i)).ToArray();
        var drawing = new StepChart("ก", "วันที่", "รายการ", new(100, 20), [.. steps], new("เป้า", 90), new("กำหนด", 61)).Draw(450, 11.5);
        var names = drawing.Marks.OfType<TextMark>().Where(t => t.Text.StartsWith("วัน ", StringComparison.Ordinal)).ToList();
        Assert.Contains(names, n => n.Text == "วัน 61");
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= pair.First.Size * 4.9));
    }

    [Fact]
    public async Task Word_ChartAndWorkbookHoldTheSameFigures()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(Laid.Document(EveryBlock.Steps)), false);
        var part = Assert.Single(file.MainDocumentPart!.ChartParts);
        Assert.Equal(
            ["'ข้อมูล'!$B$2:$B$5: 10", "'ข้อมูล'!$C$2:$C$5: 2 2 7 8", "'ข้อมูล'!$D$2:$D$5: 9 9 9 9"],
            part.ChartSpace.Descendants<C.Values>().Select(
                v => $"{v.Descendants<C.Formula>().Single().Text}: {string.Join(' ', v.Descendants<C.NumericValue>().Select(n => n.Text))}"));
        using var workbook = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), false);
        Assert.Equal(
            ["วันที่|สิ้นวันกำหนดส่ง ๑๕ พ.ค. ๖๗|รายการสะสม|กำหนดไว้ ๙ รายการ", "๑๓ พ.ค.|2|9", "๑๔ พ.ค.|2|9", "๑๕ พ.ค.|10|7|9", "๑๖ พ.ค.|8|9"],
            workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(
                r => string.Join('|', r.Elements<Cell>().Select(c => c.InnerText).Where(t => t.Length > 0))));
    }

    [Fact]
    public void Chart_OfSumsThatFallOrDoNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Of([new("๑", 3), new("๒", 2)], 5, 0));
        Assert.Throws<ArgumentException>(() => Of([new("๑", 11)], 5, 0));
        Assert.Throws<ArgumentException>(() => Of([new("๑", 3)], 11, 0));
        Assert.Throws<ArgumentException>(() => Of([new("๑", 3)], 5, 1));
        Assert.Throws<ArgumentException>(() => Of([], 5, 0));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(90, 100, 20)]
    [InlineData(7849, 8000, 2000)]
    [InlineData(250, 250, 50)]
    [InlineData(200_001, 250_000, 50_000)]
    [InlineData(1_000_000_000, 1_000_000_000, 200_000_000)]
    public void Scale_HoldsTheValueInFewSteps(int most, int full, int step) => Assert.Equal(new ChartScale(full, step), ChartScale.For(most));

    private static StepChart Of(DayTotal[] steps, int goal, int deadline) =>
        new("ก", "ข", "ค", new(10, 5), [.. steps], new("เป้า", goal), new("กำหนด", deadline));
}
