using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents.Word;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.Reports;
using Kalasin.Evaluation.Tests.Reports.Papers;
using UglyToad.PdfPig.Tokens;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>Tables read back from the Word file are those of the PDF's tag tree: rows, heads, spans and the text of every cell.</summary>
[Collection<ReadSample>]
public sealed class TableStructureTests(ReadSample sample)
{
    [Theory]
    [InlineData("every-block")]
    [InlineData("official")]
    [InlineData("memo-to-unit")]
    [InlineData("receipt")]
    public async Task Tables_OfWordAndPdf_AreTheSame(string name)
    {
        var document = name switch { "every-block" => EveryBlock.Document, "official" => sample.Official, _ => EveryPaper.Named(name) };
        using var facts = PdfFacts.Of(document);
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(document), false);
        var ofPdf = TagTree.Read(facts.Pdf).WithAll().Where(e => e.Role == "Table").Select(t => Rows(t, facts)).ToList();
        var ofWord = file.MainDocumentPart!.Document.Body!.Descendants<W.Table>()
            .Where(t => t.GetFirstChild<W.TableProperties>()?.TableStyle?.Val?.Value == StylePart.Table).Select(Rows).ToList();
        Assert.NotEmpty(ofWord);
        Assert.Equal(ofPdf.Count, ofWord.Count);
        for (var i = 0; i < ofPdf.Count; i++) Assert.Equal(ofPdf[i], ofWord[i]);
    }

    private static List<string> Rows(TagElement table, PdfFacts facts) =>
        [.. table.WithAll().Where(e => e.Role == "TR").Select(row => string.Join(" | ", row.Children.Where(c => c.Role is "TH" or "TD").Select(c => Cell(c, facts))))];

    private static string Cell(TagElement cell, PdfFacts facts)
    {
        var isHead = cell.Role == "TH" && PdfFacts.Text(facts.At(cell.Dictionary, "A", "Scope")) == "Column";
        return Told(isHead, Span("ColSpan"), Span("RowSpan"), cell.AllLetters);

        int Span(string name) => facts.At(cell.Dictionary, "A", name) is NumericToken number ? number.Int : 1;
    }

    private static List<string> Rows(W.Table table)
    {
        var rows = table.Elements<W.TableRow>().ToList();
        return [.. rows.Select((row, r) => string.Join(" | ", Placed(row).Where(c => c.Cell.TableCellProperties?.VerticalMerge is not { Val: null }).Select(c => Cell(c.Cell, c.Column, r))))];

        string Cell(W.TableCell cell, int column, int r)
        {
            var down = 1;
            if (cell.TableCellProperties?.VerticalMerge is not null)
                while (r + down < rows.Count && Placed(rows[r + down]).Any(c => c.Column == column && c.Cell.TableCellProperties?.VerticalMerge is { Val: null })) down++;
            return Told(
                rows[r].TableRowProperties?.Elements<W.TableHeader>().Any() == true, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, down,
                string.Concat(cell.Descendants().Select(e => e switch { W.Text t => t.Text, W.Break => " ", _ => "" })));
        }
    }

    private static IEnumerable<(W.TableCell Cell, int Column)> Placed(W.TableRow row)
    {
        var column = 0;
        foreach (var cell in row.Elements<W.TableCell>())
        {
            yield return (cell, column);
            column += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
        }
    }

    private static string Told(bool isHead, int across, int down, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{(isHead ? "head " : "")}{across}×{down} {string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u2060' or '\u200B')))}");
}
