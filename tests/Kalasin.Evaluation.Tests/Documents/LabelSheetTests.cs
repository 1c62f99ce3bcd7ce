using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Word;
using Page = Kalasin.Evaluation.Documents.Layout.Page;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>Labels stand where a guillotine cuts, to a tenth of a millimetre.</summary>
public sealed class LabelSheetTests
{
    private const double Near = 0.1;

    private static ReportDocument Sheet(int count) => new("ป้าย", new(2024, 5, 17),
    [
        new([new LabelSheet([.. Enumerable.Range(1, count).Select(i => new Label($"รหัส {i}", ["รายการ", "หน่วยงาน"], EveryBlock.Squares(33), $"คิวอาร์โค้ด {i}"))])])
        {
            Margins = LabelSheet.Margins, PageNumbers = false, Header = ["ตัดตามเส้นประ"], Footer = ["ข้อมูลตัวอย่าง"],
        },
    ]);

    [Fact]
    public void Pages_HoldFourteenLabelsInAGridOfMillimetres()
    {
        var laidOut = PdfWriter.Layout(Sheet(17), TestContext.Current.CancellationToken);
        Assert.Empty(laidOut.Violations);
        Assert.Equal([14, 3], laidOut.Pages.Select(p => p.Boxes().Count(b => b.Box is SquaresBox)));
        foreach (var page in laidOut.Pages)
        {
            var edges = page.Boxes().Where(b => b.Box is RulesBox).Select(b => (Rules: ((RulesBox)b.Box).Rules, b.X, b.Y)).ToList();
            for (var i = 0; i < edges.Count; i++)
            {
                var (left, top) = (10 + i % 2 * 95.0, 19.5 + i / 2 * 37.0);
                Assert.Equal(left, edges[i].Rules.Min(r => r.X1 + edges[i].X) / Page.PointsPerMillimetre, Near);
                Assert.Equal(left + 95, edges[i].Rules.Max(r => r.X2 + edges[i].X) / Page.PointsPerMillimetre, Near);
                Assert.Equal(top, edges[i].Rules.Min(r => r.Y1 + edges[i].Y) / Page.PointsPerMillimetre, Near);
                Assert.Equal(top + 37, edges[i].Rules.Max(r => r.Y2 + edges[i].Y) / Page.PointsPerMillimetre, Near);
            }
        }
    }

    [Fact]
    public async Task Word_HasRowsAndColumnsOfTheSameMillimetres()
    {
        using var word = WordprocessingDocument.Open(await WordWriterTests.Write(Sheet(17)), false);
        var table = word.MainDocumentPart!.Document!.Body!.Elements<W.Table>().Single();
        Assert.Equal(9, table.Elements<W.TableRow>().Count());
        Assert.All(table.Descendants<W.TableRowHeight>(), height =>
        {
            Assert.Equal(W.HeightRuleValues.Exact, height.HeightType!.Value);
            Assert.Equal(37, height.Val!.Value * 25.4 / 1440, Near);
        });
        Assert.Equal(190, table.GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Sum(c => int.Parse(c.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)) * 25.4 / 1440, Near);
    }

    [Fact]
    public void Label_HigherThanItsPlace_IsTold()
    {
        var label = new Label("รหัส", [.. Enumerable.Repeat("บรรทัด", 12)], EveryBlock.Squares(33), "คิวอาร์โค้ด");
        var laidOut = PdfWriter.Layout(Laid.Document(new LabelSheet([label])), TestContext.Current.CancellationToken);
        Assert.Equal(["the label 'รหัส' is higher than its place"], laidOut.Violations);
    }
}
