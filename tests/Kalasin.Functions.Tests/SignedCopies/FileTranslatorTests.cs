using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>The real programs, each in a process of its own. Where the machine has no LibreOffice, old files stay what they are.</summary>
public sealed class FileTranslatorTests : IDisposable
{
    private readonly SignedCopyReader _pdfs = new();
    private readonly LibreOffice _office = new(TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pdfs.Dispose();
        _office.Dispose();
    }

    [Theory]
    [InlineData("text.pdf", TranslationOutcome.Made, "Indicator 3: 2 activities, 12 households")]
    [InlineData("scan-of-a-copier.pdf", TranslationOutcome.Made, "")]
    [InlineData("scan-with-password.pdf", TranslationOutcome.Locked, "")]
    [InlineData("good.xlsx", TranslationOutcome.Unreadable, "")]
    public async Task Pdf_IsItsText_OrSaysWhyNot(string name, TranslationOutcome outcome, string text)
    {
        var made = await TranslateAsync(FileKind.Pdf, Corpus(name));
        Assert.Equal(outcome, made.Outcome);
        Assert.Equal(text, Encoding.UTF8.GetString(made.Content.Span).Trim());
    }

    [Fact]
    public async Task ScansCode_StandsInItsText()
    {
        const string code = "kalasin:46-dla-2567:return-4602-3:1:0123456789abcdef";
        var made = await TranslateAsync(FileKind.Pdf, ScanPages.Of(null, code));
        Assert.Contains(code, Encoding.UTF8.GetString(made.Content.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old-excel-with-a-return.xls", FileKind.OldWorkbook)]
    [InlineData("table-of-wps.et", FileKind.OldWorkbook)]
    [InlineData("xml-of-excel-2003.xls", FileKind.OldWorkbook)]
    [InlineData("old-word-with-a-return.doc", FileKind.OldWordDocument)]
    public async Task OldFile_IsReadAsAReturn(string name, FileKind kind)
    {
        Assert.SkipUnless(_office.IsAtHand, "LibreOffice is not on this machine.");
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
        var got = await ReturnReader.ReadAsync(
            rules, [SourceFile.FromBytes(name, Corpus(name))], IntakeLimits.Default, new IntakeOptions { Translator = new FileTranslator(_pdfs, _office) }, Token);
        Assert.Equal(kind, got.Files[0].Kind);
        Assert.Equal(2, Assert.Single(got.Returns).Rows.Length);
    }

    /// <summary>A page names what is to be fetched; it is not given to a program that might.</summary>
    [Fact]
    public async Task WebPage_IsNotTranslated() =>
        Assert.Equal(TranslationOutcome.NotAtHand, (await TranslateAsync(FileKind.OldWorkbook, Corpus("web-page.xls"))).Outcome);

    /// <summary>Nor is one in XML, whatever namespaces of an office program it names.</summary>
    [Theory]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><table><tr><td><img src=\"http://127.0.0.1:9/x\"/></td></tr></table></html>")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/></html>")]
    [InlineData("<?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:other\"></Workbook>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">&e;</Workbook>")]
    public async Task XmlOfNoOffice_IsNotTranslated(string text)
    {
        using var folder = await OfficeFolder.MakeAsync(FileKind.OldWorkbook, new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);
        Assert.Null(folder);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:o=\"x\">")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><!-- x --><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">")]
    public async Task XmlOfOffice2003_IsTranslated(string text)
    {
        using var folder = await OfficeFolder.MakeAsync(FileKind.OldWorkbook, new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);
        Assert.EndsWith(".xml", folder!.Source, StringComparison.Ordinal);
    }

    /// <summary>A vault that can't be read is nothing that the file can help; and what was copied by then goes.</summary>
    [Fact]
    public async Task SourceThatCantBeRead_StaysAnException_AndLeavesNothing()
    {
        byte[] first = [0xD0, 0xCF, 0x11, 0xE0, .. Guid.NewGuid().ToByteArray(), .. new byte[8_000]];
        await Assert.ThrowsAsync<IOException>(async () => await OfficeFolder.MakeAsync(FileKind.OldWorkbook, new Broken(first), Token));
        var left = Directory.EnumerateFiles(Path.GetTempPath(), "in.xls", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true });
        Assert.DoesNotContain(left, f => File.ReadAllBytes(f).AsSpan().StartsWith(first.AsSpan(0, 20)));
        Assert.SkipUnless(_office.IsAtHand, "LibreOffice is not on this machine.");
        await Assert.ThrowsAsync<IOException>(() => _office.TranslateAsync(FileKind.OldWorkbook, new Broken(first), Token));
    }

    /// <summary>Each limit stands by itself, and all of them hold for what is started.</summary>
    [Fact]
    public async Task LimitsOfTheSystem_HoldForWhatIsStarted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has none.");
        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in (string[])["-c", LibreOffice.Bounds, "/bin/sh", "-c", "ulimit -t; ulimit -v; ulimit -f"]) start.ArgumentList.Add(word);
        using var process = System.Diagnostics.Process.Start(start)!;
        Assert.Equal("20\n1536000\n102400\n", await process.StandardOutput.ReadToEndAsync(Token));
    }

    /// <summary>What is longer than is read says so, whether in pages or in pictures.</summary>
    [Fact]
    public async Task PdfThatIsNotReadWhole_SaysSo()
    {
        Assert.True((await TranslateAsync(FileKind.Pdf, Corpus("text.pdf"))).IsWhole);
        var scan = await TranslateAsync(FileKind.Pdf, ScanPages.Of([.. Enumerable.Repeat<string?>(null, PdfText.MostPictures + 1)]));
        Assert.Equal((TranslationOutcome.Made, false), (scan.Outcome, scan.IsWhole));
        Assert.True((await TranslateAsync(FileKind.Pdf, ScanPages.Of([.. Enumerable.Repeat<string?>(null, PdfText.MostPictures)]))).IsWhole);
        using var pages = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        for (var page = 0; page <= CopyProgram.MostPages; page++) pages.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var many = await TranslateAsync(FileKind.Pdf, pages.Build());
        Assert.Equal((TranslationOutcome.Made, false), (many.Outcome, many.IsWhole));
    }

    [Fact]
    public async Task Rubbish_IsSaid_AndNothingStays()
    {
        Assert.SkipUnless(_office.IsAtHand, "LibreOffice is not on this machine.");
        var made = await TranslateAsync(FileKind.OldWorkbook, Corpus("old-excel-with-macros.xls"));
        Assert.NotEqual(TranslationOutcome.TooMuch, made.Outcome);
    }

    private async Task<Translation> TranslateAsync(FileKind kind, byte[] content) =>
        await new FileTranslator(_pdfs, _office).TranslateAsync(kind, new MemoryStream(content), Token);

    private static byte[] Corpus(string name) => File.ReadAllBytes(RepositoryFile.At("tests", "Corpus", name));
}
