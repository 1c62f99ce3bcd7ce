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
