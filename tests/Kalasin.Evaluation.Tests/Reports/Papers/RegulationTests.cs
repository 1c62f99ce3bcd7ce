using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Reports.Units;

namespace Kalasin.Evaluation.Tests.Reports.Papers;

/// <summary>
/// The clauses of <c>docs/correspondence.md</c>, each read from the placed boxes of every letter and memo within half a millimetre: a paper
/// that is new among <see cref="EveryPaper"/> or the units' memos is held to them by its head.
/// </summary>
[Collection<ReadSample>]
public sealed class RegulationTests(ReadSample sample)
{
    private const double Near = 0.5, Left = 30, Right = 190, Middle = 110, MiddleOfRightHalf = 150;

    public static TheoryData<string> Letters => [.. EveryPaper.All.Where(p => p.Paper.Blocks.First() is OutgoingHead).Select(p => p.Name)];

    public static TheoryData<string> Memos =>
        [.. EveryPaper.All.Where(p => p.Paper.Blocks.First() is Letterhead).Select(p => p.Name), "return-memo-4603", "return-memo-ADM"];

    public static TheoryData<string> Both => [.. Letters.Concat(Memos).Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(Both))]
    public void Margins_AreThreeTwoAndTwoCentimetres_AndNothingPassesThem(string name)
    {
        foreach (var page in PagesOf(name))
        {
            var texts = TextsOf(page);
            Assert.Equal(Left, texts.Min(t => t.X), Near);
            Assert.All(texts, t => Assert.InRange(t.Right, Left, Right + Near));
            Assert.All(texts, t => Assert.InRange(t.Y, 15, 277));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Emblem_BeginsOneAndAHalfCentimetresFromTheEdge_ThreeHighInTheMiddleOrOneAndAHalfAtTheLeft(string name)
    {
        var paper = Paper(name) with { Stationery = new(MadeEmblem.Read) };
        var (picture, x, y) = Assert.Single(PdfWriter.Layout(paper, TestContext.Current.CancellationToken).Pages[0].Boxes().Where(b => b.Box is PictureBox).Select(b => ((PictureBox)b.Box, b.X, b.Y)));
        var isLetter = paper.Blocks.First() is OutgoingHead;
        Assert.Equal(15, Millimetres(y + picture.Y), Near);
        Assert.Equal(isLetter ? 30 : 15, Millimetres(picture.Height), Near);
        if (isLetter) Assert.Equal(Middle, Millimetres(x + picture.X + picture.Width / 2), Near);
        else Assert.Equal(Left, Millimetres(x + picture.X), Near);
        // Without the office's file its box is free all the same.
        Assert.DoesNotContain(TextsOf(PagesOf(name)[0]), t => t.Y < (isLetter ? 45 : 30) - Near && t.X < (isLetter ? 210 : 45) - Near);
    }

    /// <summary>The receive stamp of the addressee has its place at the top right.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void ReceiveStamp_HasItsPlaceFreeAtTheTopRight(string name) =>
        Assert.DoesNotContain(TextsOf(PagesOf(name)[0]), t => t.Right > 140 && t.Y - 3 < (Paper(name).Blocks.First() is OutgoingHead ? 40 : 28));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letter_NumberAndSenderStandAtTheEmblemsFoot_TheDateInTheMiddle(string name)
    {
        var (page, head) = (TextsOf(PagesOf(name)[0]), (OutgoingHead)Paper(name).Blocks.First());
        var (number, sender) = (First(page, "ที่ "), First(page, head.Sender[0]));
        Assert.Equal((Left, 45), (number.X, number.Y), Within);
        Assert.Equal((Middle + 15, 45), (sender.X, sender.Y), Within);
        Assert.True(number.Right < Middle - 15, "The number runs under the emblem.");
        var date = First(page, head.Date ?? "....");
        Assert.Equal(Middle, date.X, Near);
        Assert.DoesNotContain("วันที่", date.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letter_SixPointsStandBeforeEachPart(string name)
    {
        var page = TextsOf(PagesOf(name)[0]);
        foreach (var (start, x) in PartsOf((OutgoingHead)Paper(name).Blocks.First(), Paper(name)))
        {
            var part = First(page, start);
            Assert.Equal(x, part.X, Near);
            var above = page.Where(t => t.Y < part.Y - 1).Max(t => t.Y);
            Assert.Equal(Line + 6, Points(part.Y - above), Near * Page.PointsPerMillimetre);
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letter_ClosesInTheMiddleOfTheRightHalf_WithThreeLinesForTheHand_ThenTheOwnerAtTheLeft(string name)
    {
        var page = TextsOf(PagesOf(name)[0]);
        var closing = First(page, "ขอแสดงความนับถือ");
        var signature = page.Where(t => t.Y > closing.Y - 1 && t.X > Middle - Near && t.Y <= closing.Y + 40).ToList();
        Assert.All(signature, t => Assert.Equal(MiddleOfRightHalf, (t.X + t.Right) / 2, Near));
        var signed = Assert.Single(signature, t => t.Text.StartsWith('('));
        Assert.Equal(4 * Line, Points(signed.Y - closing.Y), Near * Page.PointsPerMillimetre);
        var owner = First(page, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์");
        var telephone = First(page, "โทรศัพท์ ");
        Assert.Equal((Left, Left), (owner.X, telephone.X), Within);
        Assert.True(owner.Y > signature.Max(t => t.Y) && telephone.Y > owner.Y);
    }

    [Theory]
    [InlineData("พ.จ.ต. ตัวอย่าง ใจดี", "พ.จ.ต.\n(ตัวอย่าง ใจดี)")]
    [InlineData("ว่าที่ ร.ต.หญิง ตัวอย่าง ใจดี", "ว่าที่ ร.ต.หญิง\n(ตัวอย่าง ใจดี)")]
    [InlineData("ม.ร.ว. ตัวอย่าง ใจดี", "\n(ม.ร.ว. ตัวอย่าง ใจดี)")]
    [InlineData("ดร.ตัวอย่าง ใจดี", "\n(ดร.ตัวอย่าง ใจดี)")]
    public void Rank_StandsAloneAboveTheName(string name, string printed)
    {
        var letter = EveryPaper.LetterOf(EveryPaper.Content, EveryPaper.Signed(new("รองผู้ว่าราชการจังหวัดกาฬสินธุ์") { Name = name }));
        Assert.Contains(printed, string.Join('\n', BlockText.Of(letter)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Memos))]
    public void Memo_TitleIs29PointsInTheMiddleOfALineOf35(string name)
    {
        var layout = PagesOf(name)[0];
        var title = Assert.Single(TextsOf(layout), t => t.Text == "บันทึกข้อความ");
        Assert.Equal(Middle, (title.X + title.Right) / 2, Near);
        Assert.Equal(29.0 / 16, title.Size / Body, 0.01);
        // The line of 35 points ends where the emblem does.
        Assert.InRange(title.Y, 30 - Millimetres(35), 30);
        // No solid rule under the head.
        Assert.DoesNotContain(
            layout.Boxes().Where(b => b.Box is RulesBox { Dotted: false }).SelectMany(b => ((RulesBox)b.Box).Rules.Select(r => Millimetres(b.Y + r.Y1))), y => y < 70);
    }

    [Theory]
    [MemberData(nameof(Memos))]
    public void Memo_LabelsAre20PointsBold_ItsDateBeginsInTheMiddle_AndLeadersEndAtTheMargin(string name)
    {
        var layout = PagesOf(name)[0];
        var page = TextsOf(layout);
        foreach (var (label, x) in (ReadOnlySpan<(string, double)>)[("ส่วนราชการ", Left), ("ที่", Left), ("วันที่", Middle), ("เรื่อง", Left)])
        {
            var found = page.First(t => t.Text.TrimEnd() == label && t.IsBold);
            Assert.Equal(x, found.X, Near);
            Assert.Equal(20.0 / 16, found.Size / Body, 0.01);
        }
        var leaders = layout.Boxes().Where(b => b.Box is RulesBox { Dotted: true }).SelectMany(b => ((RulesBox)b.Box).Rules.Select(r => Millimetres(b.X + r.X2))).ToList();
        Assert.Equal(Right, leaders.Max(), Near);
        Assert.DoesNotContain(page, t => t.Text.Contains("ขอแสดงความนับถือ", StringComparison.Ordinal));
        var addressee = First(page, "เรียน ");
        Assert.Equal(Left, addressee.X, Near);
        Assert.False(addressee.IsBold);
    }

    [Theory]
    [MemberData(nameof(Memos))]
    public void Memo_IsSignedInTheMiddleOfTheRightHalf(string name) =>
        Assert.All(TextsOf(PagesOf(name)[^1]).Where(t => t.Text.StartsWith("ลงชื่อ", StringComparison.Ordinal)), t => Assert.Equal(MiddleOfRightHalf, (t.X + t.Right) / 2, Near));

    [Theory]
    [MemberData(nameof(Both))]
    public void FirstLines_StandInTwoAndAHalfCentimetres(string name)
    {
        var page = TextsOf(PagesOf(name)[0]);
        var body = Paper(name).Blocks.OfType<Paragraph>().First(p => p.Style == ParagraphStyle.Body);
        Assert.Equal(Left + 25, First(page, body.PlainText[..8]).X, Near);
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("memo-to-head")]
    public void LaterPages_HaveTheirNumberBetweenHyphensInTheMiddle_ThreeCentimetresFromTheEdge(string name)
    {
        var paper = Paper(name);
        var longer = paper with { Sections = [paper.Sections[0] with { Blocks = [.. paper.Sections[0].Blocks, .. Enumerable.Repeat(Laid.Long(20), 3)] }] };
        var pages = PdfWriter.Layout(longer, TestContext.Current.CancellationToken).Pages;
        var all = pages.Select(p => p.Boxes().Where(b => b.Box is TextBox { Node: null }).Select(b => new Placed((TextBox)b.Box, b.X, b.Y)).ToList()).ToList();
        Assert.DoesNotContain(all[0], t => t.Text.StartsWith("- ", StringComparison.Ordinal));
        var number = Assert.Single(all[1], t => t.Text == "- ๒ -");
        Assert.Equal((Middle, 30), ((number.X + number.Right) / 2, number.Y), Within);
        Assert.True(TextsOf(pages[1]).Min(t => t.Y) - number.Y > 8, "The number stands on the text.");
    }

    /// <summary>Digits of an address, a link, a file's name or a cell are its own.</summary>
    [Fact]
    public void Addresses_KeepTheirDigits()
    {
        var letter = EveryPaper.LetterOf(EveryPaper.Content with { Email = "kalasinlocal2022@gmail.com" });
        Assert.Contains(BlockText.Of(letter), t => t.Contains("kalasinlocal2022@gmail.com", StringComparison.Ordinal));
        var receipt = string.Join('\n', BlockText.Of(EveryPaper.Named("receipt")));
        Assert.Contains("D7", receipt, StringComparison.Ordinal);
        var evidence = string.Join('\n', BlockText.Of(sample.Official));
        Assert.Contains("https://www.example.go.th/kalasin/4603/news/367", evidence, StringComparison.Ordinal);
        Assert.Contains("photo-4603-3.zip", evidence, StringComparison.Ordinal);
    }

    private static double Body => Theme.Official.BodyPoints;

    private static double Line => Body * Lines.BodyHeight;

    private static bool Within((double, double) expected, (double, double) found) =>
        Math.Abs(expected.Item1 - found.Item1) <= Near && Math.Abs(expected.Item2 - found.Item2) <= Near;

    /// <summary>เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย, and each part of the body, with where they begin.</summary>
    private static IEnumerable<(string Start, double X)> PartsOf(OutgoingHead head, ReportDocument paper) =>
        head.Lines.Select(l => (l.Label, Left))
            .Concat(paper.Blocks.OfType<Paragraph>().Where(p => p.Style == ParagraphStyle.Body).Select(p => (p.PlainText[..8], Left + 25)));

    private ReportDocument Paper(string name) => name.StartsWith("return-memo-", StringComparison.Ordinal) ? sample.Memo(name[12..]) : EveryPaper.Named(name);

    private IReadOnlyList<Page> PagesOf(string name) => [.. PdfWriter.Layout(Paper(name), TestContext.Current.CancellationToken).Pages];

    private static List<Placed> TextsOf(Page page) =>
        [.. page.Boxes().Where(b => b.Box is TextBox { Node: not null }).Select(b => new Placed((TextBox)b.Box, b.X, b.Y))];

    private static Placed First(IEnumerable<Placed> texts, string start) => texts.First(t => t.Text.StartsWith(start, StringComparison.Ordinal));

    private static double Millimetres(double points) => points / Page.PointsPerMillimetre;

    private static double Points(double millimetres) => millimetres * Page.PointsPerMillimetre;

    /// <summary>A text where it stands, in millimetres from the top left corner of the page, down to its baseline.</summary>
    private sealed record Placed(TextBox Box, double OfX, double OfY)
    {
        public string Text => Box.Text;

        public double X => Millimetres(OfX + Box.X);

        public double Right => Millimetres(OfX + Box.X + Box.Width);

        public double Y => Millimetres(OfY + Box.Baseline);

        public double Size => Box.Style.Size;

        public bool IsBold => Box.Style.Face == FontFace.Bold;
    }
}
