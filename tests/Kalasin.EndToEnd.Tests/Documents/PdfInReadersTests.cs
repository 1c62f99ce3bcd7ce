using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.EndToEnd.Tests.Documents;

public sealed class PdfInReadersTests
{
    [Fact]
    public async Task Document_CheckedByQpdf_IsClean()
    {
        var qpdf = ExternalTool.Require("qpdf");
        using var folder = new TemporaryFolder();
        Assert.Contains("No syntax or stream encoding errors found", await qpdf.RunAsync("--check", await Save(folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ExtractedByPoppler_SaysWhatTheBlocksSay()
    {
        var pdftotext = ExternalTool.Require("pdftotext");
        using var folder = new TemporaryFolder();
        AssertSays(await pdftotext.RunAsync("-raw", await Save(folder), "-"));
    }

    /// <summary>Firefox's reader.</summary>
    [Fact]
    public async Task Document_ExtractedByPdfJs_SaysWhatTheBlocksSay()
    {
        var node = ExternalTool.Require("node");
        ExternalTool.Require("npm");
        using var folder = new TemporaryFolder();
        var project = Path.Combine(Repository.Root, "tests", "pdfjs");
        try
        {
            await NodePackages.InstallAsync(project);
        }
        catch (InvalidOperationException failure)
        {
            ExternalTool.Miss(failure.Message);
        }
        var pages = await node.RunAsync(Path.Combine(project, "read.mjs"), await Save(folder));
        AssertSays(string.Concat(pages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => JsonSerializer.Deserialize<string>(p))));
    }

    private static void AssertSays(string extracted)
    {
        var text = Compact(extracted);
        var at = 0;
        // Fields are nothing in the block text and numbers in the file.
        foreach (var expected in BlockText.Of(EveryBlock.Document).Where(t => t != "หน้า จาก หน้า").SelectMany(t => t.Split("หน้า จาก หน้า")).Select(Compact))
        {
            var found = text.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{expected}' is missing after '{text[Math.Max(0, at - 40)..at]}'.");
            at = found + expected.Length;
        }
    }

    [Fact]
    public async Task Document_OpenedByPoppler_IsTaggedAndTitledWithEmbeddedFonts()
    {
        var (pdfinfo, pdffonts) = (ExternalTool.Require("pdfinfo"), ExternalTool.Require("pdffonts"));
        using var folder = new TemporaryFolder();
        var file = await Save(folder);
        var information = await pdfinfo.RunAsync("-f", "1", "-l", "9", file);
        Assert.Contains($"Title:           {EveryBlock.Document.Title}", information, StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", information);
        Assert.Contains("841.89 x 595.276", information, StringComparison.Ordinal);
        // Name, type, encoding, embedded, subset, Unicode.
        Assert.All(
            (await pdffonts.RunAsync(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2),
            f => Assert.Matches("Sarabun-[A-Za-z]+ +CID TrueType +Identity-H +yes yes yes", f));
        Assert.Contains("H1", await pdfinfo.RunAsync("-struct", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_DrawnByPoppler_HasInkOnEveryPage()
    {
        var pdftoppm = ExternalTool.Require("pdftoppm");
        using var folder = new TemporaryFolder();
        await pdftoppm.RunAsync("-r", "40", "-gray", await Save(folder), folder.File("page"));
        var pages = Directory.GetFiles(folder.Path, "page*.pgm");
        Assert.True(pages.Length > 5);
        foreach (var page in pages) Assert.Contains(await File.ReadAllBytesAsync(page, TestContext.Current.CancellationToken), b => b is > 10 and < 100);
    }

    private static async Task<string> Save(TemporaryFolder folder)
    {
        await EveryBlock.Document.SaveAsync(folder.File("report.pdf"), TestContext.Current.CancellationToken);
        return folder.File("report.pdf");
    }

    // Readers break lines and set columns apart with white space of their own.
    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
