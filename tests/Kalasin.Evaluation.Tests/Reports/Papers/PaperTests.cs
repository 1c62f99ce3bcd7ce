using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.Rounds;
using UglyToad.PdfPig;
using Page = Kalasin.Evaluation.Documents.Layout.Page;

namespace Kalasin.Evaluation.Tests.Reports.Papers;

/// <summary>The papers of a season, line by line (<c>papers.txt</c>; KALASIN_BLESS=1 writes it anew), and what stands where.</summary>
public sealed class PaperTests
{
    private const double Near = 0.5;

    public static TheoryData<string> Names => [.. EveryPaper.All.Select(p => p.Name)];

    [Fact]
    public void EveryPaper_ReadsAsBefore()
    {
        var text = new StringBuilder();
        foreach (var (name, paper) in EveryPaper.All) text.Append($"=== {name}\n{string.Join('\n', BlockText.Of(paper))}\n\n");
        var path = RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Reports", "Papers", "papers.txt");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, text.ToString());
        Assert.Equal(File.ReadAllText(path), text.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Paper_IsWrittenTwiceAlike_InBothFormats(string name)
    {
        foreach (var format in (ReportFormat[])[ReportFormat.Pdf, ReportFormat.Word])
            Assert.Equal(await WriteAsync(EveryPaper.Named(name), format), await WriteAsync(EveryPaper.Named(name), format));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WordAndPdf_SayWhatTheBlocksSay_WithoutSchemaErrors(string name)
    {
        var paper = EveryPaper.Named(name);
        var expected = BlockText.Of(paper).ToList();
        using var word = WordprocessingDocument.Open(await WordWriterTests.Write(paper), false);
        Assert.Equal(expected, WordWriterTests.Texts(word));
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2013, FileFormatVersions.Microsoft365])
            Assert.Empty(new OpenXmlValidator(version).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var pdf = PdfDocument.Open(await PdfWriterTests.Write(paper));
        Assert.Equal(expected, PdfWriterTests.Texts(TagTree.Read(pdf)).Select(BlockText.Fold).Where(t => t.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Paper_PrintsNothingThatItsFontsCanNotDraw(string name) => Assert.Empty(PrintedText.NotDrawn(EveryPaper.Named(name)));

    [Fact]
    public void Letter_WithACharacterThatIsNotDrawn_IsTold()
    {
        var rules = EveryPaper.Signed(null);
        var letter = EveryPaper.LetterOf(EveryPaper.Content, AwardRules.AsRecorded(rules.Framework, rules.Plan with { OfficeAddress = "ถนน ☐", Telephone = "☎" }));
        Assert.Equal(["☐", "☎"], PrintedText.NotDrawn(letter).Select(n => n.Character));
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("letter-before")]
    [InlineData("signature-page")]
    [InlineData("memo-to-head")]
    public void Paper_FitsOnePage(string name) => Assert.Single(PdfWriter.Layout(EveryPaper.Named(name), TestContext.Current.CancellationToken).Pages);

    [Fact]
    public void Letter_StandsWhereTheRegulationSays()
    {
        var page = PdfWriter.Layout(EveryPaper.Named("letter"), TestContext.Current.CancellationToken).Pages[0];
        var texts = page.Boxes().Where(b => b.Box is TextBox { Node: not null })
            .Select(b => (Text: ((TextBox)b.Box).Text, X: Millimetres(b.X + ((TextBox)b.Box).X), Y: Millimetres(b.Y + ((TextBox)b.Box).Baseline), Box: (TextBox)b.Box)).ToList();

        // The emblem is 3 cm high, 1.5 cm from the edge, and nothing is printed on its place; number and sender stand at its foot.
        Assert.DoesNotContain(texts, t => t.Y < 45 - Near);
        var number = texts.First(t => t.Text.StartsWith("ที่ กส", StringComparison.Ordinal));
        AssertAt(30, 45, number.X, number.Y);
        var sender = texts.First(t => t.Text.StartsWith("ศาลากลาง", StringComparison.Ordinal));
        AssertAt(125, 45, sender.X, sender.Y);
        Assert.True(number.X + Millimetres(number.Box.Width) < 95, "The number runs under the emblem.");

        // The date begins in the middle of the text; labels stand at the left margin, values hang beside them.
        Assert.Equal(110, texts.First(t => t.Text.StartsWith("๓๐", StringComparison.Ordinal)).X, Near);
        foreach (var label in (string[])["เรื่อง", "เรียน", "อ้างถึง", "สิ่ง"])
            Assert.Equal(30, texts.First(t => t.Text.StartsWith(label, StringComparison.Ordinal)).X, Near);

        // First lines of the body stand in 2.5 cm; nothing passes the margins (left 3, right 2, bottom 2 cm).
        foreach (var start in (string[])["ตามหนังสือที่อ้างถึง", "จังหวัดกาฬสินธุ์ได้", "จึงเรียน"])
            Assert.Equal(55, texts.First(t => t.Text.StartsWith(start, StringComparison.Ordinal)).X, Near);
        Assert.All(texts, t => Assert.InRange(t.X, 30 - Near, 190));
        Assert.All(texts, t => Assert.InRange(t.X + Millimetres(t.Box.Width), 30, 190 + Near));
        Assert.All(texts, t => Assert.InRange(t.Y, 15, 277));

        // The code stands at the right margin, square.
        var code = page.Boxes().Single(b => b.Box is SquaresBox);
        var side = ((SquaresBox)code.Box).Side;
        Assert.Equal(190, Millimetres(code.X + ((SquaresBox)code.Box).X + side), Near);
        Assert.Equal(22, Millimetres(side), Near);
    }

    [Fact]
    public void Letter_BeforeAnybodyChose_PrintsWhatStandsUntilThen()
    {
        var text = Text(EveryPaper.Named("letter-before"));
        Assert.Contains("มท ๐๘๑๑.๑/ว ………", text, StringComparison.Ordinal);
        Assert.DoesNotContain("๑๕๕๓", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gmail", text, StringComparison.Ordinal);
        Assert.Contains("๑๑ จาก ๑๒ ตัวชี้วัด", text, StringComparison.Ordinal);
        Assert.Contains("มท ๐๘๑๑.๑/ว ๑๕๕๓", Text(EveryPaper.Named("letter")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("letter-before")]
    public void Letter_NeverSaysThatAnythingWasSent(string name) => Assert.All(
        (string[])["ได้ส่ง", "ส่งแล้ว", "ด้วยแล้ว", "จัดส่ง"], words => Assert.DoesNotContain(words, Text(EveryPaper.Named(name)), StringComparison.Ordinal));

    [Fact]
    public void Deputy_SignsForTheGovernor()
    {
        var text = Text(EveryPaper.Named("letter"));
        Assert.Contains("(นายตัวอย่าง ใจดี)\nรองผู้ว่าราชการจังหวัดกาฬสินธุ์\nปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดกาฬสินธุ์", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ปฏิบัติราชการแทน", Text(EveryPaper.LetterOf(EveryPaper.Content, EveryPaper.Signed(null))), StringComparison.Ordinal);
        var standingIn = EveryPaper.Signed(new("ปลัดจังหวัดกาฬสินธุ์") { Basis = DeputyBasis.StandingIn });
        Assert.Contains("ปลัดจังหวัดกาฬสินธุ์\nรักษาราชการแทน\nผู้ว่าราชการจังหวัดกาฬสินธุ์", Text(EveryPaper.LetterOf(EveryPaper.Content, standingIn)), StringComparison.Ordinal);
    }

    [Fact]
    public void Mark_NamesRoundPaperNumberAndHead() => Assert.Equal(
        $"kalasin:46-dla-2567:letter:123:{RoundScript.Hash("head").ToString()[..16]}", EveryPaper.Content.Code!.Mark.ToString());

    private static string Text(ReportDocument paper) => string.Join('\n', BlockText.Of(paper));

    private static double Millimetres(double points) => points / Page.PointsPerMillimetre;

    private static void AssertAt(double x, double y, double foundX, double foundY)
    {
        Assert.Equal(x, foundX, Near);
        Assert.Equal(y, foundY, Near);
    }

    private static async Task<byte[]> WriteAsync(ReportDocument paper, ReportFormat format)
    {
        using var stream = new MemoryStream();
        await paper.WriteAsync(stream, format, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
