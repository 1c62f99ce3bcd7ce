using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

/// <summary>
/// Documents that nobody would write: lists in lists, tables in lists, spans across pages, rows taller than a page, words wider than their
/// column, narrow margins. Each is laid out, nothing stands outside of its page, and every character stands there once, in order.
/// </summary>
public sealed class RandomDocumentsTests
{
    private const double Tolerance = 0.5;

    private static readonly string[] Words =
    [
        "การประเมินผล", " ", "ท้องถิ่นจังหวัดกาฬสินธุ์", "๙๐ วัน", " ", "ก", "น้ำ", "https://example.go.th/a/very/long/path/without/any/place/to/break", "ABC", "ที่", " ", "๑๕ พ.ค. ๖๗",
        "เกี่ยวกับ", "\u00A0", "ผู้", "(", ")", "1,234.50", "ฤๅ", "ฯลฯ", " ",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Words.Length - 1].Array[1, 40].Select(n => $"ก{string.Concat(n.Select(i => Words[i]))}ข");

    private static readonly Gen<string> LongTexts = Gen.Int[0, Words.Length - 1].Array[800, 2_500].Select(n => $"ก{string.Concat(n.Select(i => Words[i]))}ข");

    private static readonly Gen<Alignment> Alignments = Gen.Int[0, 3].Select(a => (Alignment)a);

    private static readonly Gen<Block> Paragraphs = Gen.Select(
        Gen.Frequency((20, Texts), (1, LongTexts)), Gen.Enum<ParagraphStyle>(), Alignments, Gen.Bool,
        (text, style, alignment, keep) => (Block)new Paragraph(text) { Style = style == ParagraphStyle.Notice ? ParagraphStyle.Plain : style, Alignment = alignment, KeepWithNext = keep });

    private static readonly Gen<Block> Tables = Gen.Select(Gen.Int[1, 6], Gen.Int[0, 30], Gen.Int[0, 1_000_000]).SelectMany(
        (columns, rows, seed) => Gen.Frequency((30, Texts), (1, LongTexts)).Array[columns * (rows + 1)].Select(texts => (Block)TableOf(columns, rows, texts, new(seed))));

    private static readonly Gen<Block> Blocks = Gen.Recursive<Block>((depth, inner) => depth > 2
        ? Paragraphs
        : Gen.Frequency(
            (6, Paragraphs), (3, Tables), (1, Texts.Select(t => (Block)new Heading(1, t))), (1, Gen.Const((Block)new PageBreak())),
            (2, Gen.Select(inner.Where(b => b is not (Heading or PageBreak)).Array[1, 3].Array[1, 4], Gen.Bool, (items, numbered) =>
                (Block)new ListBlock([.. items.Select(i => i.ToImmutableArray())]) { Marker = numbered ? ListMarker.ThaiNumber : ListMarker.Bullet }))));

    private static readonly Gen<ReportDocument> Documents = Gen.Select(
        Blocks.Array[1, 8], Gen.Bool, Gen.Bool,
        (blocks, landscape, numbers) => new ReportDocument("ทดสอบ", new(2024, 5, 15), [new Section([.. blocks]) { Landscape = landscape, PageNumbers = numbers }]));

    [Fact]
    public void Of_AnyDocument_PlacesEveryCharacterOnceInsideItsPage() => Documents.Sample(document =>
    {
        var laidOut = PdfWriter.Layout(document, TestContext.Current.CancellationToken);
        var said = new StringBuilder();
        foreach (var page in laidOut.Pages)
            foreach (var (box, x, y) in page.Boxes())
            {
                if (box is not TextBox text) continue;
                if (text.Node is not null && text.Node.Role != "Lbl") said.Append(text.Text);
                Assert.InRange(x + text.X, -Tolerance, page.Width + Tolerance);
                Assert.InRange(x + text.X + text.Width, -Tolerance, page.Width + Tolerance);
                if (!laidOut.Violations.IsEmpty) continue;
                var (top, bottom) = text.Node is null ? (0, 0) : (Margins.Official.Top, Margins.Official.Bottom);
                Assert.InRange(y + text.Baseline, top * Page.PointsPerMillimetre, page.Height - bottom * Page.PointsPerMillimetre);
            }
        Assert.Equal(Sorted(string.Concat(BlockText.Of(document))), Sorted(said.ToString()));
    }, iter: 80, threads: 1);

    [Fact]
    public void Pages_AnyDocument_AreThoseThatAreDrawn() => Documents.Sample(document =>
    {
        var (counted, drawn) = (PdfWriter.Pages(document, TestContext.Current.CancellationToken), PdfWriter.Layout(document, TestContext.Current.CancellationToken).Facts);
        Assert.True(counted.SameAs(drawn));
        Assert.Equal(drawn.OfSectionTop, counted.OfSectionTop);
    }, iter: 40, threads: 1);

    [Fact]
    public void Write_AnyDocumentThatFits_KeepsBothProfiles() => Documents.Sample(document =>
    {
        if (PdfWriter.Layout(document).Violations.IsEmpty && document.Blocks.Any(b => b is not PageBreak)) Assert.Empty(PdfProfile.Violations(PdfWriter.Bytes(document, plain: false)));
    }, iter: 25, threads: 1);

    /// <summary>Cells of a row are cut into lines that stand beside each other, so that only what is said counts, not in which order.</summary>
    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());

    private static Table TableOf(int columns, int rows, string[] texts, Random random)
    {
        var head = TableRow.Of([.. texts[..columns].Select(t => t[..Math.Min(t.Length, 20)])]);
        var body = ImmutableArray.CreateBuilder<TableRow>();
        var left = new int[columns];
        for (var r = 0; r < rows; r++)
        {
            var cells = ImmutableArray.CreateBuilder<TableCell>();
            for (var c = 0; c < columns;)
            {
                if (left[c] > 0)
                {
                    left[c++]--;
                    continue;
                }
                var deep = c > 0 && random.Next(8) == 0 ? Math.Min(random.Next(2, 12), rows - r) : 1;
                var wide = 1;
                while (c + wide < columns && left[c + wide] == 0 && random.Next(8) == 0) wide++;
                cells.Add(new(texts[columns * (r + 1) + c]) { RowSpan = deep, ColumnSpan = wide });
                for (var i = 0; i < wide; i++) left[c + i] = deep - 1;
                c += wide;
            }
            body.Add(new(cells.DrainToImmutable()));
        }
        return new([.. Enumerable.Range(0, columns).Select(_ => new TableColumn(random.Next(1, 6)))], [head], body.DrainToImmutable()) { Dense = random.Next(2) == 0, Caption = random.Next(2) == 0 ? "ตาราง" : null };
    }
}
