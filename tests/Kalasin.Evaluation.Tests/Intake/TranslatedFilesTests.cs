using System.Text;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>What becomes of files that something else translates, whatever that answers.</summary>
public sealed class TranslatedFilesTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Fact]
    public async Task OldWorkbook_IsReadLikeOneOfToday_AndKeepsItsNameAndKind()
    {
        var got = await ReadAsync(Translation(TranslationOutcome.Made, Corpus("good.xlsx")), "saved-as-old-excel.xls");
        var file = Assert.Single(got.Files);
        Assert.Equal((FileKind.OldWorkbook, FileOutcome.AcceptedAsReturns), (file.Kind, file.Outcome));
        Assert.Equal(2, got.Returns.Length);
        Assert.Contains(got.Findings, f => f.Code == "KAL1033");
        Assert.DoesNotContain(got.Findings, f => f.Code is "KAL1020" or "KAL1004");
    }

    [Fact]
    public async Task OldWordDocument_ThatIsNoForm_IsKeptAsACopy() =>
        Assert.Equal(FileOutcome.KeptAsCopy, Assert.Single((await ReadAsync(Translation(TranslationOutcome.Made, Corpus("memo.docx")), "word-of-the-nineties.doc")).Files).Outcome);

    [Theory]
    [InlineData(TranslationOutcome.NotAtHand, "KAL1004")]
    [InlineData(TranslationOutcome.TooMuch, "KAL1034")]
    [InlineData(TranslationOutcome.Locked, "KAL1005")]
    [InlineData(TranslationOutcome.Unreadable, "KAL1035")]
    public async Task OldWorkbook_ThatIsNotTranslated_IsExplained(TranslationOutcome outcome, string code)
    {
        var got = await ReadAsync(Evaluation.Translation.Not(outcome), "saved-as-old-excel.xls");
        Assert.Equal(FileOutcome.Refused, Assert.Single(got.Files).Outcome);
        Assert.Equal([code], got.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Rubbish_InPlaceOfATranslation_IsAFinding() =>
        Assert.Equal(FileOutcome.Refused, Assert.Single((await ReadAsync(Translation(TranslationOutcome.Made, "rubbish"u8.ToArray()), "saved-as-old-excel.xls")).Files).Outcome);

    [Fact]
    public async Task MoreThanMayBeTranslated_AreExplained()
    {
        var translator = new Answering(Translation(TranslationOutcome.Made, Corpus("good.xlsx")));
        var got = await ReturnReader.ReadAsync(
            Rules, Enumerable.Range(0, 5).Select(i => SourceFile.FromBytes($"{i}.xls", Corpus("saved-as-old-excel.xls"))), IntakeLimits.Default with { Translations = 3 },
            new IntakeOptions { Translator = translator }, TestContext.Current.CancellationToken);
        Assert.Equal(3, translator.Asked);
        Assert.Equal(2, got.Files.Count(f => f.Findings.Any(x => x.Code == "KAL1004")));
    }

    /// <summary>One that takes all that one may is enough for a delivery: time is multiplied by files otherwise.</summary>
    [Fact]
    public async Task AfterTheFirstThatTakesTooMuch_NoneIsBegun()
    {
        var translator = new Answering(Evaluation.Translation.Not(TranslationOutcome.TooMuch));
        var got = await ReturnReader.ReadAsync(
            Rules, Enumerable.Range(0, 4).Select(i => SourceFile.FromBytes($"{i}.xls", Corpus("saved-as-old-excel.xls"))), IntakeLimits.Default,
            new IntakeOptions { Translator = translator }, TestContext.Current.CancellationToken);
        Assert.Equal(1, translator.Asked);
        Assert.Equal(["KAL1034", "KAL1004", "KAL1004", "KAL1004"], got.Files.Select(f => Assert.Single(f.Findings).Code));
    }

    /// <summary>What was not read may hold what is missed: nobody is told that it differs, or that it names nothing.</summary>
    [Theory]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๕ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗ ๑๒ ครัวเรือน", "KAL1036")]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๕ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗ ๑๒๕ ครัวเรือน", "KAL1042")]
    [InlineData("ตัวชี้วัดที่ ๑๑ คะแนนรวม", "KAL1042")]
    [InlineData("\fkalasin:46-dla-2567:return-4602-4:1:0123456789abcdef\n", "KAL1042")]
    [InlineData("\fkalasin:46-dla-2567:return-4602-3:1:0123456789abcdef\n", "KAL1039")]
    public async Task PdfOfWhichAPartWasRead_IsNotAccused(string text, string code)
    {
        var got = await ReturnReader.ReadAsync(
            Rules, [File("csv-utf8-of-excel.csv"), SourceFile.FromBytes("copy.pdf", Corpus("signed.pdf"))], IntakeLimits.Default,
            new IntakeOptions { Translator = new Answering(new Translation(TranslationOutcome.Made, Encoding.UTF8.GetBytes(text)) { IsWhole = false }) }, TestContext.Current.CancellationToken);
        Assert.Equal((FileOutcome.KeptAsCopy, code), (got.Files[1].Outcome, Assert.Single(got.Files[1].Findings).Code));
    }

    [Theory]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๕ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗ ๑๒ ครัวเรือน", "KAL1036")]
    [InlineData("ตัวชี้วัดที่ 3 15/1/2567 6 แห่ง 20/02/2567 12 ครัวเรือน", "KAL1036")]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๕ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗ ๑๒๕ ครัวเรือน", "KAL1038")]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๖ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗ ๑๒ ครัวเรือน", "KAL1037")]
    [InlineData("ตัวชี้วัดที่ ๓ ๑๑๕ ม.ค. ๖๗ ๖ แห่ง ๒๐ ก.พ. ๖๗๐ ๑๒ ครัวเรือน", "KAL1038")]
    [InlineData("ตัวชี้วัดที่ 3 115/1/2567 6 แห่ง 20/02/2567 12 ครัวเรือน", "KAL1038")]
    [InlineData("ตัวชี้วัดที่ 3 1 15/1/2567 6 แห่ง 20/02/2567 12 ครัวเรือน", "KAL1036")]
    [InlineData("ตัวชี้วัดที่ ๑๑ คะแนนรวม", "KAL1036", "KAL1037", "KAL1038")]
    [InlineData("\f\f", "KAL1039")]
    [InlineData("\fkalasin:46-dla-2567:return-4602-3:1:0123456789abcdef\n", "KAL1039")]
    [InlineData("\fkalasin:46-dla-2567:return-4602-4:1:0123456789abcdef\n", "KAL1040")]
    [InlineData("kalasin:46-dla-2567:return-4602-4:1:0123456789abcdef\nจำนวน ๑๒ ครัวเรือน", "KAL1041")]
    public async Task PdfBesideReturns_IsHeldAgainstThem(string text, params string[] codes)
    {
        var got = await ReturnReader.ReadAsync(
            Rules, [File("csv-utf8-of-excel.csv"), SourceFile.FromBytes("copy.pdf", Corpus("signed.pdf"))], IntakeLimits.Default,
            new IntakeOptions { Translator = new Answering(Translation(TranslationOutcome.Made, Encoding.UTF8.GetBytes(text))) }, TestContext.Current.CancellationToken);
        Assert.Contains(Assert.Single(got.Files[1].Findings).Code, codes);
        Assert.Equal(FileOutcome.KeptAsCopy, got.Files[1].Outcome);
    }

    [Fact]
    public async Task LockedPdfBesideReturns_IsRefused()
    {
        var got = await ReturnReader.ReadAsync(
            Rules, [File("good.xlsx"), File("scan-with-password.pdf")], IntakeLimits.Default,
            new IntakeOptions { Translator = new Answering(Evaluation.Translation.Not(TranslationOutcome.Locked)) }, TestContext.Current.CancellationToken);
        Assert.Equal((FileOutcome.Refused, "KAL1005"), (got.Files[1].Outcome, got.Files[1].Findings.Single().Code));
    }

    /// <summary>Without returns there is nothing to hold it against, and no program is started.</summary>
    [Fact]
    public async Task PdfAlone_IsNotTranslated()
    {
        var translator = new Answering(Translation(TranslationOutcome.Made, "x"u8.ToArray()));
        await ReturnReader.ReadAsync(Rules, [File("signed.pdf")], IntakeLimits.Default, new IntakeOptions { Translator = translator }, TestContext.Current.CancellationToken);
        Assert.Equal(0, translator.Asked);
    }

    private static Task<IntakeResult> ReadAsync(Translation answer, string name) => ReturnReader.ReadAsync(
        Rules, [File(name)], IntakeLimits.Default, new IntakeOptions { Translator = new Answering(answer) }, TestContext.Current.CancellationToken);

    private static Translation Translation(TranslationOutcome outcome, byte[] content) => new(outcome, content);

    private static SourceFile File(string name) => SourceFile.FromBytes(name, Corpus(name));

    private static byte[] Corpus(string name) => System.IO.File.ReadAllBytes(RepositoryFile.At("tests", "Corpus", name));

    private sealed class Answering(Translation answer) : IFileTranslator
    {
        public int Asked { get; private set; }

        public async Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
        {
            Asked++;
            await content.CopyToAsync(Stream.Null, cancellationToken);
            return answer;
        }
    }
}
