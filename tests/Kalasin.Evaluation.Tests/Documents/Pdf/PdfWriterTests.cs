using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using UglyToad.PdfPig;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

public sealed class PdfWriterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_EveryBlock_SaysWhatTheBlocksSay()
    {
        var document = WithoutFields(EveryBlock.Document);
        using var pdf = PdfDocument.Open(await Write(document));
        Assert.Equal(BlockText.Of(document), Texts(TagTree.Read(pdf)).Select(BlockText.Fold).Where(t => t.Length > 0));
    }

    [Fact]
    public async Task WriteAsync_Fields_ShowThePageAndTheCountInThaiDigits()
    {
        using var pdf = PdfDocument.Open(await Write(EveryBlock.Document));
        Assert.Contains(TagTree.Read(pdf).WithAll(), e => e.AllLetters.EndsWith("หน้า ๔ จาก ๙ หน้า", StringComparison.Ordinal));
        Assert.Equal(9, pdf.NumberOfPages);
    }

    [Fact]
    public async Task WriteAsync_Twice_GivesTheSameBytes() => Assert.Equal(await Write(EveryBlock.Document), await Write(EveryBlock.Document));

    [Fact]
    public async Task WriteAsync_EightThreads_GiveTheSameBytes()
    {
        var expected = await Write(EveryBlock.Document);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Write(EveryBlock.Document), Cancel)));
        Assert.All(all, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public async Task WriteAsync_AfterADocumentOfAnotherLexicon_GivesTheSameBytes()
    {
        var names = new Paragraph(string.Concat(Enumerable.Repeat("บ้านเมืองดีงาม", 8))) { Style = ParagraphStyle.Plain };
        var (plain, named) = (Laid.Document(names), Laid.Document(names) with { Lexicon = ["บ้านเมืองดีงาม"] });
        var (first, other) = (await Write(plain), await Write(named));
        Assert.NotEqual(first, other);
        Assert.Equal(first, await Write(plain));
        Assert.Equal(other, await Write(named));
    }

    [Fact]
    public async Task WriteAsync_SectionWithoutBlocks_IsAnEmptyPage()
    {
        using var pdf = PdfDocument.Open(await Write(Laid.Document()));
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Empty(TagTree.Read(pdf).Children);
    }

    [Fact]
    public async Task WriteAsync_BrokenDocument_NamesEveryViolationAndWritesNothing()
    {
        var target = new MemoryStream();
        var broken = new ReportDocument("", new(2024, 5, 15), [new([new Heading(2, "ก"), new Paragraph([new Link("ข", "#nowhere")])])]);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => new PdfWriter().WriteAsync(broken, target, Cancel));
        Assert.All(["the title is empty", "heading level 2 follows level 0", "#nowhere"], v => Assert.Contains(v, thrown.Message, StringComparison.Ordinal));
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task Check_EmojiInUsersText_IsNamedAndNeverStopsTheReport()
    {
        var document = Laid.Document(new Paragraph("ผลงานดีเด่น 😀 ครับ 😀"), new Table([new(1)], [TableRow.Of("漢")], [TableRow.Of("ปกติ")]));
        Assert.Equal(
            ["KAL6001 😀 (U+1F600) ผลงานดีเด่น 😀 ครับ 😀", "KAL6001 漢 (U+6F22) 漢"],
            PdfWriter.Check(document).Select(f => $"{f.Code} {Between(f.Message.Thai, "อักขระ ", " ใน")} {Between(f.Message.Thai, "“", "”")}"));
        using var pdf = PdfDocument.Open(await Write(document));
        Assert.Equal(["ผลงานดีเด่น 😀 ครับ 😀", "漢", "ปกติ"], Texts(TagTree.Read(pdf)));
    }

    [Fact]
    public void Check_EveryBlock_FindsNothing() => Assert.Empty(PdfWriter.Check(EveryBlock.Document));

    private static string Between(string text, string before, string after) => text.Split(before)[1].Split(after)[0];

    /// <summary>The text of each paragraph and cell in reading order; of an entry of the contents without its page number.</summary>
    internal static IEnumerable<string> Texts(TagElement element) => element.Role switch
    {
        "Document" or "L" or "LI" or "LBody" or "Table" or "THead" or "TBody" or "TR" or "TOC" => element.Children.SelectMany(Texts),
        "Lbl" or "Figure" => [],
        "TOCI" => [element.AllLetters.TrimEnd([.. "๐๑๒๓๔๕๖๗๘๙"])],
        _ => [element.AllLetters],
    };

    internal static async Task<byte[]> Write(ReportDocument document)
    {
        using var target = new MemoryStream();
        await new PdfWriter().WriteAsync(document, target, Cancel);
        return target.ToArray();
    }

    private static ReportDocument WithoutFields(ReportDocument document) => document with
    {
        Sections =
        [
            .. document.Sections.Select(s => s with
            {
                Blocks = [.. s.Blocks.Select(b => b is Paragraph p ? p with { Content = p.Content.RemoveAll(c => c is Field) } : b)]
            })
        ],
    };
}
