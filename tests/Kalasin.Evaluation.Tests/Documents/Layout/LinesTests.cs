using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

public sealed class LinesTests
{
    private const double Width = 300;

    private static readonly Setting Setting = new(12, new(BreakAfterSpaces), new(1, [], []), new());

    private static void BreakAfterSpaces(ReadOnlySpan<char> text, List<BreakOpportunity> breaks)
    {
        for (var i = 1; i < text.Length; i++)
            if (text[i - 1] == ' ' && text[i] != ' ') breaks.Add(new(i, BreakCost.Free));
    }

    [Fact]
    public void Fill_Distributed_SpreadsEveryLineButTheLast()
    {
        var lines = Fill(Alignment.Distribute, string.Join(' ', Enumerable.Repeat("รายงานผล การประเมิน", 12)));
        Assert.True(lines.Count > 3);
        Assert.All(lines[..^1], line => Assert.Equal(Width, Right(line), 0.01));
        Assert.True(Right(lines[^1]) < Width - 1);
        Assert.Equal(0, lines[^1][^1].Gap);
    }

    [Fact]
    public void Fill_DistributedAfterAForcedBreak_LeavesThatLineAlone()
    {
        var lines = Fill(Alignment.Distribute, "สั้น\nสั้น");
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(0, line[^1].Gap));
    }

    [Fact]
    public void Fill_DistributedLineOfTooFewWords_IsNotTornApart()
    {
        var lines = Fill(Alignment.Distribute, "ก " + new string('ข', 41));
        Assert.Equal(2, lines.Count);
        Assert.Equal(0, lines[0][^1].Gap);
    }

    [Fact]
    public void Fill_WordsWiderThanALine_AreBrokenBetweenClustersInOneWalk()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(i => string.Concat(Enumerable.Repeat("ที่น้ำ", 500 + i))));
        var lines = Fill(Alignment.Start, text);
        Assert.Equal(text, string.Concat(lines.SelectMany(l => l).Select(b => b.Text)));
        Assert.All(lines, line => Assert.True(Right(line) <= Width + 0.01));
        Assert.DoesNotContain(lines, line => line[0].Text[0] is 'ี' or '่' or '้' or 'ำ');
    }

    [Theory]
    [InlineData(nameof(Alignment.Start), 0.0)]
    [InlineData(nameof(Alignment.Center), 0.5)]
    [InlineData(nameof(Alignment.End), 1.0)]
    public void Fill_Aligned_StandsThere(string alignment, double share)
    {
        // A trailing space hangs over the edge and moves nothing.
        var box = Fill(Enum.Parse<Alignment>(alignment), "ก ")[0][0];
        Assert.Equal((Width - box.Width) * share, box.X, 0.01);
    }

    [Fact]
    public void Fill_MixedFaces_ParticipateInOneLine()
    {
        var text = TextFlow.Of(["หนึ่ง ", new Run("สอง ") { Bold = true }, new Run("สาม") { Italic = true }], 12, false, new("P"), Setting);
        var line = Texts(new Lines(Width, 0, Alignment.Start, 12).Fill(text, Setting.Desk))[0];
        Assert.Equal(["Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic"], line.Select(b => b.Style.Face.Name));
        Assert.Equal(line[0].X + line[0].Style.Points(line[0].Words.Sum(w => w.Advance)), line[1].X, 0.001);
    }

    private static List<TextBox[]> Fill(Alignment alignment, string text) =>
        Texts(new Lines(Width, 0, alignment, 12).Fill(TextFlow.Of([new Run(text)], 12, false, new("P"), Setting), Setting.Desk));

    private static List<TextBox[]> Texts(List<ImmutableArray<Box>> lines) => [.. lines.Select(l => l.OfType<TextBox>().ToArray())];

    private static double Right(TextBox[] line) => line[^1].X + line[^1].Width;
}
