using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.EndToEnd.Tests.Documents;

/// <summary>
/// Every kind of document that the program serves: what poppler and Firefox's reader find in the PDF holds each paragraph and each cell of the Word
/// file, letter by letter.
/// </summary>
public sealed class ServedPdfInReadersTests(PlayedSample sample, ITestOutputHelper told)
{
    [Fact]
    public async Task EveryKind_IsReadByPopplerAndPdfJs()
    {
        var (pdftotext, node) = (ExternalTool.Require("pdftotext"), ExternalTool.Require("node"));
        ExternalTool.Require("npm");
        var project = Path.Combine(Repository.Root, "tests", "pdfjs");
        try
        {
            await NodePackages.InstallAsync(project);
        }
        catch (InvalidOperationException failure)
        {
            ExternalTool.Miss(failure.Message);
        }
        using var folder = new TemporaryFolder();
        await ServedKinds.WriteAsync(sample, folder, "docx", "pdf");
        var wrong = new StringBuilder();
        // The one of every block says what runs on its pages in its text too; readers of it have tests of their own.
        foreach (var name in ServedKinds.Names.Where(n => n != ServedKinds.EveryBlockName))
        {
            var (pdf, word) = (folder.File($"{name}.pdf"), Written.Of(folder.File($"{name}.docx")));
            told.WriteLine($"{name}: {word.Texts.Count} paragraphs and cells");
            Assert.NotEmpty(word.Texts);
            Compare("pdftotext", (await pdftotext.RunAsync("-raw", pdf, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries));
            Compare("pdf.js", [.. (await node.RunAsync(Path.Combine(project, "read.mjs"), pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => JsonSerializer.Deserialize<string>(p)!)]);

            void Compare(string reader, string[] pages)
            {
                var read = word.Body(pages);
                var lost = word.Texts.Where(t => !read.Contains(t, StringComparison.Ordinal)).ToList();
                if (lost.Count > 0) wrong.AppendLine($"{name}, {reader}: {lost.Count} of {word.Texts.Count} not found, such as '{string.Join("', '", lost.Take(3))}'");
            }
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>The texts of a Word file, without white space, which readers set as they like.</summary>
    private sealed record Written(IReadOnlyList<string> Texts, IReadOnlyList<string> Running)
    {
        public static Written Of(string path)
        {
            using var file = WordprocessingDocument.Open(path, false);
            var main = file.MainDocumentPart!;
            return new(
                [.. main.Document.Body!.Descendants<W.Paragraph>().Where(p => !IsDrawn(p) && !HoldsFields(p)).Select(Text).Where(t => t.Length > 0)],
                [
                    .. main.HeaderParts.SelectMany(h => h.Header!.Descendants<W.Paragraph>()).Concat(main.FooterParts.SelectMany(f => f.Footer!.Descendants<W.Paragraph>()))
                        .Where(p => !HoldsFields(p)).Select(Text).Where(t => t.Length > 0).Distinct(),
                ]);
        }

        /// <summary>The pages as one text: what runs on top and at the foot of each stands between the halves of a paragraph.</summary>
        public string Body(string[] pages) => string.Concat(pages.Select((page, i) =>
        {
            var text = Fold(page);
            foreach (var running in Running) text = text.Replace(running, "", StringComparison.Ordinal);
            var number = $"-{ThaiNumerals.Number(i + 1).Thai}-";
            return text.StartsWith(number, StringComparison.Ordinal) ? text[number.Length..] : text.EndsWith(number, StringComparison.Ordinal) ? text[..^number.Length] : text;
        }));

        private static bool IsDrawn(OpenXmlElement element) => element.Ancestors().Any(a => a is W.Drawing or W.Picture or AlternateContentFallback);

        // What a field shows is the reader's own.
        private static bool HoldsFields(W.Paragraph paragraph) => paragraph.Descendants<W.FieldCode>().Any() || paragraph.Descendants<W.SimpleField>().Any();

        private static string Text(W.Paragraph paragraph) => Fold(string.Concat(paragraph.Descendants<W.Text>().Where(t => !IsDrawn(t)).Select(t => t.Text)));

        private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
