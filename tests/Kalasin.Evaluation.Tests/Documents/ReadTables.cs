using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Kalasin.Evaluation.Tests.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>The tables of a file as a reader finds them: a line a row, of each cell its kind, its spans and its text.</summary>
internal static class ReadTables
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Of a PDF, by its tags.</summary>
    public static IEnumerable<string> OfPdf(PdfFacts facts) =>
        TagTree.Read(facts.Pdf).WithAll().Where(e => e.Role == "Table").SelectMany(t => t.Children.Where(c => c.Role is "THead" or "TBody")).SelectMany(g => g.Children)
            .Select(r => string.Join(" | ", r.Children.Select(c => Cell(Span(facts, c, "ColSpan"), Span(facts, c, "RowSpan"), c.AllLetters))));

    /// <summary>Of a Word file; tables that only place things beside each other have another style.</summary>
    public static IEnumerable<string> OfWord(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        foreach (var table in XDocument.Load(part).Descendants(W + "tbl").Where(t => (string?)t.Element(W + "tblPr")?.Element(W + "tblStyle")?.Attribute(W + "val") == "ReportTable"))
        {
            var rows = table.Elements(W + "tr").Select(Cells).ToList();
            for (var r = 0; r < rows.Count; r++)
                yield return string.Join(" | ", rows[r].Where(c => !c.Continued).Select(c => Cell(c.Span, 1 + rows.Skip(r + 1).TakeWhile(below => below.Exists(b => b.Continued && b.Column == c.Column)).Count(), c.Text)));
        }
    }

    private static List<(int Column, int Span, bool Continued, string Text)> Cells(XElement row)
    {
        var cells = new List<(int Column, int Span, bool Continued, string Text)>();
        foreach (var cell in row.Elements(W + "tc"))
        {
            var properties = cell.Element(W + "tcPr");
            var span = int.Parse((string?)properties?.Element(W + "gridSpan")?.Attribute(W + "val") ?? "1", CultureInfo.InvariantCulture);
            var merge = properties?.Element(W + "vMerge");
            var column = cells.Count == 0 ? 0 : cells[^1].Column + cells[^1].Span;
            cells.Add((column, span, merge is not null && merge.Attribute(W + "val") is null, string.Concat(cell.Descendants().Select(d => d.Name == W + "t" ? d.Value : d.Name == W + "br" ? " " : ""))));
        }
        return cells;
    }

    private static string Cell(int columns, int rows, string text) => $"{columns}×{rows} {BlockText.Fold(text)}";

    private static int Span(PdfFacts facts, TagElement cell, string kind) => int.Parse(facts.At(cell.Dictionary, "A", kind)?.ToString() ?? "1", CultureInfo.InvariantCulture);
}
