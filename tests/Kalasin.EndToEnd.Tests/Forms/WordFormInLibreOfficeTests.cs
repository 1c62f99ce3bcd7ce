using System.IO.Compression;
using System.Text;
using Kalasin.EndToEnd.Tests.Documents;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Tests.Forms;

namespace Kalasin.EndToEnd.Tests.Forms;

/// <summary>The form in Word, and a workbook with notes, opened and saved anew by LibreOffice.</summary>
public sealed class WordFormInLibreOfficeTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("FIN")]
    [InlineData("4602")]
    public async Task FilledForm_SavedByLibreOffice_ReadsBackAsWhatWasTyped_WithItsMarkAndWithout(string code)
    {
        using var folder = new TemporaryFolder();
        var unit = Rules.Plan.Find(UnitCode.Parse(code))!;
        var expected = Rules.IndicatorsOf(unit.Code).Select(i => FilledReturn.Of(Rules, unit, i)).ToList();
        using var form = new MemoryStream();
        await Form.For(Rules, unit.Code, new() { Current = [.. expected] }).WriteWordAsync(form, Token);
        await File.WriteAllBytesAsync(folder.File("form.docx"), form.ToArray(), Token);
        await LibreOffice.ConvertAsync(folder, "form.docx", "odt", "form.odt");
        var saved = await File.ReadAllBytesAsync(await LibreOffice.ConvertAsync(folder, "form.odt", "docx", "form.docx"), Token);
        Assert.Equal(expected.Select(Json), (await Read(saved)).Returns.Select(Json));
        Assert.Equal(expected.Select(Json), (await Read(WithoutProperties(saved))).Returns.Select(Json));
    }

    [Fact]
    public async Task UntouchedForm_SavedByLibreOffice_StaysUntouched()
    {
        using var folder = new TemporaryFolder();
        await Form.For(Rules, UnitCode.Parse("4602")).SaveAsync(folder.File("form.docx"), Token);
        await LibreOffice.ConvertAsync(folder, "form.docx", "odt", "form.odt");
        var got = await Read(await File.ReadAllBytesAsync(await LibreOffice.ConvertAsync(folder, "form.odt", "docx", "form.docx"), Token));
        Assert.Empty(got.Returns);
        Assert.Equal("KAL2023", Assert.Single(got.Findings).Code);
    }

    [Fact]
    public async Task WorkbookWithNotes_SavedByLibreOffice_KeepsThem_ReadsAsBefore_AndGetsThemOnce()
    {
        using var folder = new TemporaryFolder();
        var original = SourceFile.FromPath(Path.Combine(Repository.Root, "tests", "Corpus", "dates.xlsx"));
        var before = await Read(original);
        var commented = await CommentAsync(original);
        await File.WriteAllBytesAsync(folder.File("commented.xlsx"), commented, Token);
        await LibreOffice.ConvertAsync(folder, "commented.xlsx", "ods", "commented.ods");
        var saved = SourceFile.FromPath(await LibreOffice.ConvertAsync(folder, "commented.ods", "xlsx", "commented.xlsx"));
        Assert.Equal(before.Returns.Select(Json), (await Read(saved)).Returns.Select(Json));
        Assert.Equal(NotesOf(commented), NotesOf(await CommentAsync(saved)));
    }

    private static async Task<byte[]> CommentAsync(SourceFile file)
    {
        using var written = new MemoryStream();
        Assert.True(await CommentedWorkbook.WriteAsync(Rules, file, written, IntakeLimits.Default, IntakeOptions.None, Token));
        return written.ToArray();
    }

    private static List<(string, string)> NotesOf(byte[] file) => [.. Kalasin.Evaluation.Tests.Remarks.NotedFile.Open(file).Notes.Select(n => (n.Sheet, n.Cell))];

    private static byte[] WithoutProperties(byte[] file)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true)) zip.GetEntry("docProps/custom.xml")?.Delete();
        return bytes.ToArray();
    }

    private static Task<IntakeResult> Read(byte[] file) => Read(SourceFile.FromBytes("form.docx", file));

    private static Task<IntakeResult> Read(SourceFile file) => ReturnReader.ReadAsync(Rules, [file], IntakeLimits.Default, Token);

    private static string Json(Return read) => Encoding.UTF8.GetString(ReturnJson.Write(read with { Rows = [.. read.Rows.Select(r => r with { Faults = [] })] }));
}
