using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Where the lines of the sample's reports end, and how far they are spread.</summary>
[Collection<ReadSample>]
public sealed class ReportLinesTests(ReadSample sample)
{
    /// <summary>In em: what a reader doesn't see.</summary>
    private const double WidestGap = 0.06;

    public static TheoryData<Edition> Editions => [Edition.Official, Edition.Internal];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Lines_EndBetweenWordsNearlyEverywhere_NeverInsideAThaiWord(Edition edition)
    {
        var ends = Boxes(edition).Where(b => b.Start + b.Count < b.Whole.Words.Length).Select(b => (b, End: b.Whole.Ends[b.Start + b.Count - 1])).ToList();
        foreach (var kind in ends.GroupBy(e => e.End).OrderBy(k => k.Key)) TestContext.Current.TestOutputHelper?.WriteLine($"{kind.Key} {kind.Count()}");
        foreach (var (box, end) in ends.Where(e => e.End is not (LineEnd.Free or LineEnd.Forced)))
            TestContext.Current.TestOutputHelper?.WriteLine($"  {end}: {box.Text}/{box.Whole.Words[box.Start + box.Count].Text}");
        Assert.DoesNotContain(ends, e => e.End == LineEnd.Torn && BreakRules.IsThaiLetter(e.b.Text[^1]));
        Assert.True(ends.Count(e => e.End == LineEnd.Last) * 100 < ends.Count);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Lines_Justified_AreNotStretched(Edition edition)
    {
        var spread = Boxes(edition).Where(b => b.Gap != 0).OrderBy(b => b.Gap / b.Style.Size).ToList();
        var widest = spread[^1];
        TestContext.Current.TestOutputHelper?.WriteLine($"{spread.Count} lines, half of them up to {spread[spread.Count / 2].Gap / spread[0].Style.Size:0.0000} em, "
            + $"9 of 10 up to {spread[spread.Count * 9 / 10].Gap / widest.Style.Size:0.0000}, widest {widest.Gap / widest.Style.Size:0.0000}: {widest.Text}");
        Assert.True(widest.Gap <= WidestGap * widest.Style.Size, widest.Text);
    }

    private IEnumerable<TextBox> Boxes(Edition edition) =>
        PdfWriter.Layout(edition == Edition.Official ? sample.Official : sample.Internal).Pages.SelectMany(p => p.Boxes().Select(b => b.Box).OfType<TextBox>());
}
