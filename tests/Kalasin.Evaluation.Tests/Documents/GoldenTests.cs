using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.Reports;
using Kalasin.Evaluation.Tests.Reports.Papers;
using Kalasin.Evaluation.Tests.Reports.Units;
using UglyToad.PdfPig;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>
/// What documents are made of, as text: the tags of the PDF, the boxes of its pages, styles and texts of Word (<c>Goldens</c>;
/// <c>KALASIN_BLESS=1</c> writes them anew). Of the report the summary and one chapter stand for the rest.
/// </summary>
[Collection<ReadSample>]
public sealed class GoldenTests(ReadSample sample)
{
    [Theory]
    [InlineData("every-block")]
    [InlineData("letter")]
    [InlineData("memo-to-head")]
    [InlineData("report")]
    [InlineData("return")]
    public async Task Document_IsMadeAsBefore(string name)
    {
        var document = name switch
        {
            "every-block" => EveryBlock.Document,
            "report" => sample.Official with
            {
                Sections = [new([new Heading(1, "บทสรุปผู้บริหาร"), .. sample.Official.Under("บทสรุปผู้บริหาร").TakeWhile(b => b is not PageBreak), .. Chapter(sample.Official)])],
            },
            "return" => PrintedReturn.Compose([sample.Of("4603", "3")]),
            _ => EveryPaper.Named(name),
        };
        var made = await MadeOf(document);
        var path = Path.Combine(Repository.Root, "tests", "Kalasin.Evaluation.Tests", "Documents", "Goldens", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") await File.WriteAllTextAsync(path, made, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), made);
    }

    /// <summary>The chapter of the first indicator, what it refers to elsewhere as plain text.</summary>
    private static IEnumerable<Block> Chapter(ReportDocument report) =>
        [new Heading(2, "ตัวชี้วัดที่ ๑"), .. report.Under("๓.๑ ").Select(b => b is Paragraph p ? p with { Content = [.. p.Content.Select(c => c is Link l ? new Run(l.Text) : c)] } : b)];

    private static async Task<string> MadeOf(ReportDocument document)
    {
        var made = new StringBuilder("== tags\n");
        using (var pdf = PdfDocument.Open(await PdfWriterTests.Write(document))) Tags(TagTree.Read(pdf), 0, made);
        var pages = PdfWriter.Layout(document, TestContext.Current.CancellationToken).Pages.ToList();
        for (var p = 0; p < pages.Count; p++) made.Append("== page ").Append(p + 1).Append('\n').Append(pages[p].Describe()).Append('\n');
        made.Append("== word\n");
        using var word = WordprocessingDocument.Open(await WordWriterTests.Write(document), false);
        foreach (var paragraph in word.MainDocumentPart!.Document.Body!.Descendants<W.Paragraph>())
            made.Append(paragraph.Ancestors<W.TableCell>().Count() switch { 0 => "", 1 => "  cell ", _ => "    cell " })
                .Append(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "-").Append(": ").Append(paragraph.InnerText).Append('\n');
        return made.ToString();
    }

    private static void Tags(TagElement element, int depth, StringBuilder made)
    {
        made.Append(' ', 2 * depth).Append(element.Role);
        if (element.Actual.Length > 0) made.Append(": ").Append(element.Actual);
        made.Append('\n');
        foreach (var child in element.Children) Tags(child, depth + 1, made);
    }
}
