using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Word;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Kalasin.Evaluation.Tests.Documents.Charts;

/// <summary>Two years side by side say the same figures in words, in a drawing and in Word.</summary>
public sealed class PairChartTests
{
    private static readonly PairChart Years = Of([new("๑", 4, 5), new("๒", null, 3.25m), new("๓", 0, null)]);

    [Fact]
    public void AlternateText_SaysEveryFigureOfBothYears() => Assert.Equal(
        "แผนภูมิแท่งคู่ คะแนนเทียบกับปีก่อน แกนคะแนน ๐ ถึง ๕: ตัวชี้วัดที่ ๑ พ.ศ. ๒๕๖๖ ๔.๐๐ พ.ศ. ๒๕๖๗ ๕.๐๐, "
        + "ตัวชี้วัดที่ ๒ พ.ศ. ๒๕๖๖ - พ.ศ. ๒๕๖๗ ๓.๒๕, ตัวชี้วัดที่ ๓ พ.ศ. ๒๕๖๖ ๐.๐๐ พ.ศ. ๒๕๖๗ -", Years.AlternateText);

    [Fact]
    public void InEnglish_ItsOwnWordsAndDigitsAreEnglish()
    {
        var chart = new PairChart("Scores", "indicator", "score", new(5, 1), 2, ("2566", "2567"), [new("1", 4, null)]) { Language = Language.English };
        Assert.Equal("Paired bars Scores, score from 0 to 5: indicator 1 2566 4.00 2567 -", chart.AlternateText);
        Assert.All(chart.Draw(400, 10).Marks.OfType<TextMark>(), t => Assert.DoesNotContain(t.Text, c => c is >= '\u0E01' and <= '\u0E5B'));
    }

    [Fact]
    public void Draw_BarsAreAsHighAsTheirValues_TheEarlierLighterAndFirst()
    {
        var bars = Years.Draw(400, 10).Marks.OfType<AreaMark>().Take(3).ToList();
        Assert.Equal(4.0 / 5, bars[0].Height / bars[1].Height, 6);
        Assert.Equal(3.25 / 5, bars[2].Height / bars[1].Height, 6);
        Assert.True(bars[0].X < bars[1].X && bars[0].Grey > bars[1].Grey);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(340)]
    [InlineData(720)]
    public void Draw_EverythingStandsWithin(double width)
    {
        var drawing = Years.Draw(width, 11.5);
        Assert.All(drawing.Marks.OfType<AreaMark>(), a => Assert.True(a.X >= 0 && a.X + a.Width <= width && a.Y >= 0 && a.Y + a.Height <= drawing.Height));
        Assert.All(drawing.Marks.OfType<TextMark>(), t => Assert.True(t.Y >= -0.01 && t.Y + t.Size * TextMark.LineHeight <= drawing.Height + 0.01, t.Text));
    }

    [Fact]
    public async Task Word_HoldsBothYears()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(Laid.Document(Years)), false);
        var part = Assert.Single(file.MainDocumentPart!.ChartParts);
        Assert.Equal(["4 0", "5 3.25"], part.ChartSpace.Descendants<C.Values>().Select(v => string.Join(' ', v.Descendants<C.NumericValue>().Select(n => n.Text))));
    }

    [Fact]
    public void Chart_OfNothingOrBeyondItsAxis_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Of([]));
        Assert.Throws<ArgumentException>(() => Of([new("๑", 6, null)]));
        Assert.Throws<ArgumentException>(() => Of([new("๑", null, -1)]));
    }

    private static PairChart Of(System.Collections.Immutable.ImmutableArray<BarPair> pairs) =>
        new("คะแนนเทียบกับปีก่อน", "ตัวชี้วัดที่", "คะแนน", new(5, 1), 2, ("พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๗"), pairs);
}
