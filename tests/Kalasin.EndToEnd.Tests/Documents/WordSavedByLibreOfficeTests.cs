using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Wpg = DocumentFormat.OpenXml.Office2010.Word.DrawingGroup;

namespace Kalasin.EndToEnd.Tests.Documents;

/// <summary>
/// Every kind of Word file that the program serves, opened and saved again by LibreOffice: its texts, headings, tables, pictures with their alternate
/// texts, links and contents are there afterwards.
/// </summary>
public sealed partial class WordSavedByLibreOfficeTests(PlayedSample sample, ITestOutputHelper told)
{
    private const string Saved = "saved";

    [Fact]
    public async Task SavedAgain_NothingIsLost()
    {
        using var folder = new TemporaryFolder();
        await ServedKinds.WriteAsync(sample, folder, "docx");
        await LibreOffice.ConvertAllAsync(folder, ServedKinds.Names.Select(n => $"{n}.docx"), "docx:MS Word 2007 XML", Saved);
        var wrong = new StringBuilder();
        foreach (var name in ServedKinds.Names)
        {
            var (before, after) = (Facts.Of(folder.File($"{name}.docx")), Facts.Of(Path.Combine(folder.File(Saved), $"{name}.docx")));
            foreach (var (what, had, has) in before.Against(after))
            {
                told.WriteLine($"{name}: {what} {had.Count}");
                var lost = had.Except(has).Take(3).ToList();
                if (lost.Count > 0) wrong.AppendLine($"{name}: {what} lost, such as '{string.Join("', '", lost)}'");
                if (had.Count > has.Count) wrong.AppendLine($"{name}: {had.Count} {what} before, {has.Count} after");
            }
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>What of a file has to be there afterwards.</summary>
    private sealed record Facts(List<string> Paragraphs, List<string> Headings, List<string> Tables, List<string> Alternates, List<string> Links, List<string> Contents)
    {
        public static Facts Of(string path)
        {
            using var file = WordprocessingDocument.Open(path, false);
            var main = file.MainDocumentPart!;
            var body = main.Document.Body!;
            var outline = Outlined(main);
            var paragraphs = body.Descendants<W.Paragraph>().Where(p => !IsDrawn(p)).ToList();
            return new(
                // What a field shows is the reader's own.
                [.. paragraphs.Where(p => !p.Descendants<W.FieldCode>().Any() && !p.Descendants<W.SimpleField>().Any()).Select(Text).Where(t => t.Length > 0)],
                [.. paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && outline.ContainsKey(style)).Select(p => $"{outline[p.ParagraphProperties!.ParagraphStyleId!.Val!.Value!]} {Text(p)}")],
                [.. body.Descendants<W.Table>().Select(Shape)],
                // LibreOffice 7.4 reads no words of charts and of groups of shapes; that they are there is seen by their number.
                [
                    .. body.Descendants<Wp.DocProperties>().Where(d => !IsFallback(d) && !IsChart(d)).Select(d => d.Description?.Value ?? "").Where(d => d.Length > 0).Select(Fold),
                    $"{main.ChartParts.Count()} charts", $"{body.Descendants<Wpg.WordprocessingGroup>().Count()} groups",
                ],
                [.. main.HyperlinkRelationships.Select(l => Uri.UnescapeDataString(l.Uri.OriginalString))],
                [.. paragraphs.Where(p => p.Descendants<W.TabChar>().Any() && p.Descendants<W.Hyperlink>().Any(h => h.Anchor is not null)).Select(Text)]);
        }

        public IEnumerable<(string What, List<string> Had, List<string> Has)> Against(Facts after) =>
        [
            ("paragraphs", Paragraphs, after.Paragraphs), ("headings", Headings, after.Headings), ("tables", Tables, after.Tables), ("alternate texts", Alternates, after.Alternates),
            ("links", Links, after.Links), ("lines of contents", Contents, after.Contents),
        ];

        /// <summary>Styles of headings by their outline level.</summary>
        private static Dictionary<string, int> Outlined(MainDocumentPart main) => main.StyleDefinitionsPart!.Styles!.Elements<W.Style>()
            .Where(s => HeadingName().IsMatch(s.StyleName?.Val?.Value ?? "")).ToDictionary(s => s.StyleId!.Value!, s => s.StyleName!.Val!.Value![^1] - '0');

        private static string Shape(W.Table table) =>
            string.Join('/', table.Elements<W.TableRow>().Select(r => string.Join('|', r.Elements<W.TableCell>().Select(c => Fold(string.Concat(c.Descendants<W.Text>().Where(t => !IsDrawn(t)).Select(t => t.Text)))))));

        private static bool IsDrawn(OpenXmlElement element) => element.Ancestors().Any(a => a is W.Drawing or W.Picture or AlternateContentFallback);

        private static bool IsChart(Wp.DocProperties words) =>
            words.Parent!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>().Any() || words.Parent.Descendants<Wpg.WordprocessingGroup>().Any();

        private static bool IsFallback(OpenXmlElement element) => element.Ancestors<AlternateContentFallback>().Any();

        private static string Text(W.Paragraph paragraph) => Fold(string.Concat(paragraph.Descendants<W.Text>().Where(t => !IsDrawn(t)).Select(t => t.Text)));

        private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [GeneratedRegex("^[Hh]eading [1-6]$", RegexOptions.None, 1000)]
    private static partial Regex HeadingName();
}
