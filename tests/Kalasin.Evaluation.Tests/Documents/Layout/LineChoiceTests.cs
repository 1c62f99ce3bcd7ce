using CsCheck;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

public sealed class LineChoiceTests
{
    private const double Size = 16;

    private static readonly Setting Setting = new(Size, new(ThaiLexicon.Official.Find), new(1, [], []), new());

    private static readonly string[] Words = ["การ", "ประเมิน ", "ท้องถิ่น", "จังหวัด ", "ปีงบประมาณ", "๙๐ วัน ", "คณะกรรมการ", "และ", "ก", "นายสมชาย "];

    private static readonly Gen<(string Text, double Width, Alignment Alignment, double Indent)> Paragraphs = Gen.Select(
        Gen.Int[0, Words.Length - 1].Array[2, 14].Select(n => string.Concat(n.Select(i => Words[i]))),
        Gen.Double[40, 220], Gen.Int[0, 3].Select(a => (Alignment)a), Gen.Bool.Select(b => b ? 20.0 : 0));

    /// <summary>Every way to part a short paragraph is tried.</summary>
    [Fact]
    public void Choose_AnyParagraph_CostsTheLeastThereIs() => Paragraphs.Sample(p =>
    {
        var (lines, flow) = (new Lines(p.Width, p.Indent, p.Alignment, Size), Flow(p.Text));
        var words = flow.Text.Words;
        if (words.Length > 14 || Enumerable.Range(0, words.Length).Any(i => words[i].InkAdvance * Size / 1000 > p.Width - p.Indent)) return;
        var choice = new LineChoice();
        choice.Choose(flow, lines);
        var chosen = Cost(choice, choice.Ends, flow, lines);
        for (var ways = 0; ways < 1 << (words.Length - 1); ways++)
            Assert.True(chosen <= Cost(choice, [.. Enumerable.Range(1, words.Length).Where(i => i == words.Length || (ways >> (i - 1) & 1) == 1)], flow, lines) + 1e-6);
    }, iter: 1_000, threads: 1);

    /// <summary>One more is what an even rag, or a word that is not alone on the last line, may cost.</summary>
    [Fact]
    public void Choose_RaggedParagraph_HasAtMostOneLineMoreThanFirstFit() => Paragraphs.Sample(p =>
    {
        var (lines, flow) = (new Lines(p.Width, p.Indent, Alignment.Start, Size), Flow(p.Text));
        var choice = new LineChoice();
        choice.Choose(flow, lines);
        if (FirstFit(choice, flow, lines) is { } count) Assert.InRange(choice.Ends.Count, 1, count + 1);
    }, iter: 5_000, threads: 1);

    [Theory]
    [InlineData("การประเมินปีงบประมาณ", 66, "การประเมิน/ปีงบประมาณ", "the term fits a line of its own")]
    [InlineData("ปีงบประมาณ", 45, "ปีงบ/ประมาณ", "the term fits no line")]
    [InlineData("ภายใน ๙๐ วัน", 40, "ภายใน /๙๐ วัน", "a number keeps its unit")]
    [InlineData("๑๒,๓๔๕,๖๗๘ กิโลเมตร", 90, "๑๒,๓๔๕,๖๗๘ /กิโลเมตร", "unless the line is narrower")]
    [InlineData("อบต.โนนแหลมทอง", 62, "อบต.โนน/แหลมทอง", "a name is parted last, and not in its clusters")]
    [InlineData("อบต.โนนแหลมทอง", 30, "อบต./โนน/แหลม/ทอง", "nor there")]
    public void Fill_NarrowColumn_EndsLinesAtTheCheapestPlaces(string text, double width, string expected, string because) =>
        Assert.True(expected == Said(text, new(width, 0, Alignment.Start, 12)), $"{because}: {Said(text, new(width, 0, Alignment.Start, 12))}");

    [Fact]
    public void Fill_ColumnNarrowerThanAnyWord_PartsClustersOnly()
    {
        var said = Said("เทศบาลน้ำเกลี้ยง", new(20, 0, Alignment.Start, 12));
        Assert.Equal("เทศบาลน้ำเกลี้ยง", said.Replace("/", "", StringComparison.Ordinal));
        Assert.DoesNotContain(said.Split('/'), line => line[^1] is 'เ' or 'แ' or 'โ' or 'ใ' or 'ไ' || line[0] is 'า' or 'ำ' or 'ี' or '้');
    }

    [Fact]
    public void Fill_Justified_IsLessLooseThanFirstFit()
    {
        const string text = "กรมส่งเสริมการปกครองท้องถิ่นแจ้งว่า ได้ดำเนินการกำหนดหลักเกณฑ์กรอบการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ "
            + "เสร็จเรียบร้อยแล้ว จึงส่งหลักเกณฑ์กรอบการประเมินและแบบรายงานผลการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น โดยให้รายงานทางเอกสาร "
            + "และทางไปรษณีย์อิเล็กทรอนิกส์ในรูปแบบไฟล์ Word และ .pdf ภายในวันที่ ๓๑ พฤษภาคม ๒๕๖๗ รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย";
        foreach (var width in (double[])[180, 240, 300, 360, 450])
        {
            var gaps = new Lines(width, 0, Alignment.Distribute, Size).Fill(Flow(text), Setting.Desk).Select(l => l.OfType<TextBox>().First().Gap / Size).ToList();
            Assert.All(gaps, g => Assert.InRange(g, -Lines.MostTight - 1e-9, 0.1));
        }
    }

    [Fact]
    public void Fill_LastLine_IsNotOneWordWhereTwoAreToBeHad()
    {
        foreach (var (text, last) in new[] { ("รายงานผลการดำเนินงานของหน่วยงานเจ้าภาพทุกแห่งตามแบบที่กำหนดไว้แล้ว", "แล้ว"), ("กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น", "ท้องถิ่น") })
            for (var width = 120; width < 400; width += 7)
                if (Said(text, new(width, 0, Alignment.Start, Size)).Split('/') is { Length: > 1 } lines) Assert.NotEqual(last, lines[^1]);
    }

    [Fact]
    public void Fill_Centred_LinesAreAlike()
    {
        var lines = new Lines(300, 0, Alignment.Center, Size).Fill(Flow("รายงานผลการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"), Setting.Desk);
        var widths = lines.Select(l => l.OfType<TextBox>().Sum(b => b.Width)).ToList();
        Assert.Equal(2, widths.Count);
        Assert.InRange(widths.Min() / widths.Max(), 0.7, 1);
    }

    [Fact]
    public void Fill_VeryLongParagraph_KeepsEveryWordInOrder()
    {
        var text = string.Concat(Enumerable.Repeat("การประเมินผลของคณะกรรมการ ", 4_000));
        Assert.Equal(text, Said(text, new(450, 40, Alignment.Distribute, Size)).Replace("/", "", StringComparison.Ordinal));
    }

    /// <summary>Would take hours if every piece were tried with every other.</summary>
    [Fact]
    public void Fill_VeryManyPiecesWithoutWidth_AreDoneInOneWalk() =>
        Assert.Equal("กข", Said("ก" + new string('\u200B', 400_000) + "ข", new(100, 0, Alignment.Start, Size)).Replace("/", "", StringComparison.Ordinal));

    private static double Cost(LineChoice choice, IReadOnlyList<int> ends, TextFlow flow, in Lines lines)
    {
        var (sum, start) = (0.0, 0);
        foreach (var end in ends)
        {
            var isLast = end == flow.Text.Words.Length;
            if (!lines.Holds(choice.Width(start, end), choice.Parts(start, end), start == 0, isLast)) return double.PositiveInfinity;
            sum += (isLast ? 0 : LineCosts.Of(flow.Text.Ends[end - 1], lines.Alignment))
                + LineCosts.Of(lines, choice.Width(start, end), choice.Parts(start, end), start == 0, isLast, !isLast || start == 0 ? 0 : Math.Sign(start - LineChoice.LastWord(0, end, flow.Text.Ends)) + 1);
            start = end;
        }
        return sum;
    }

    /// <summary>How many lines first fit makes of a paragraph, ending them between words only; null where a word fits no line.</summary>
    private static int? FirstFit(LineChoice choice, TextFlow flow, in Lines lines)
    {
        var (count, start, stop) = (1, 0, 0);
        for (var end = 1; end <= flow.Text.Words.Length; end++)
        {
            if (!lines.Holds(choice.Width(start, end), 0, start == 0, isLast: true))
            {
                if (stop == start) return null;
                (count, start, end) = (count + 1, stop, stop);
                continue;
            }
            if (end == flow.Text.Words.Length || flow.Text.Ends[end - 1] == LineEnd.Free) stop = end;
        }
        return count;
    }

    private static TextFlow Flow(string text) => TextFlow.Of(text, FontFace.Regular, Size, new("P"), Setting);

    private static string Said(string text, Lines lines) => string.Join('/', lines
        .Fill(TextFlow.Of(text, FontFace.Regular, lines.Size, new("P"), Setting), Setting.Desk).Select(l => string.Concat(l.OfType<TextBox>().Select(b => b.Text))));
}
