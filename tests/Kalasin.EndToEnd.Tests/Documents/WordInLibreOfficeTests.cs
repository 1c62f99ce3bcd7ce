using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.EndToEnd.Tests.Documents;

public sealed class WordInLibreOfficeTests
{
    [Fact]
    public async Task Document_ConvertedToText_SaysWhatTheBlocksSay()
    {
        using var folder = new TemporaryFolder();
        await EveryBlock.Document.SaveAsync(folder.File("report.docx"), TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(
            await LibreOffice.ConvertAsync(folder, "report.docx", "txt:Text (encoded):UTF8"), TestContext.Current.CancellationToken);
        var at = 0;
        var folded = Compact(text);
        // Fields are nothing in the block text and numbers in LibreOffice's.
        foreach (var expected in BlockText.Of(EveryBlock.Document).Where(t => t != "หน้า จาก หน้า").Select(Compact))
        {
            var found = folded.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{expected}' is missing after '{folded[Math.Max(0, at - 40)..at]}'.");
            at = found + expected.Length;
        }
    }

    [Fact]
    public async Task Document_ConvertedToPdf_HasPageNumbersFromPageTwoAndWidePages()
    {
        using var folder = new TemporaryFolder();
        var pdftotext = ExternalTool.Require("pdftotext");
        await EveryBlock.Document.SaveAsync(folder.File("report.docx"), TestContext.Current.CancellationToken);
        var pdf = await LibreOffice.ConvertAsync(folder, "report.docx", "pdf");
        var pages = (await pdftotext.RunAsync("-layout", pdf, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        // Word prints these in Thai digits; LibreOffice knows no thaiNumbers and falls back to Arabic ones.
        Assert.DoesNotMatch("(?m)^ *-.*-$", pages[0]);
        Assert.Matches("(?m)^ *- ?(2|๒) ?-$", pages[1]);
        Assert.Matches("(?m)^ *- ?(3|๓) ?-$", pages[2]);
        // Whoever refreshes nothing reads the pages of the PDF behind the leaders.
        Assert.Matches("(?m)\\.{5,} ?[๐-๙]+$", string.Concat(pages));
        var sizes = await ExternalTool.Require("pdfinfo").RunAsync("-f", "1", "-l", pages.Length.ToString(), pdf);
        Assert.Contains("841.89 x 595.3", sizes, StringComparison.Ordinal);
        var fonts = await ExternalTool.Require("pdffonts").RunAsync(pdf);
        Assert.Contains("Sarabun-Bold", fonts, StringComparison.Ordinal);
    }

    // LibreOffice puts list marks and tabs of its own between the texts; white space carries no meaning here.
    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
