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

    [Fact]
    public async Task UntouchedForm_SavedByLibreOffice_StaysUntouched()
    {
        using var folder = new TemporaryFolder();
        await Form.For(Rules, UnitCode.Parse("4602")).SaveAsync(folder.File("form.docx"), Token);
        var got = await Read(await SavedAgainAsync(folder));
        Assert.Empty(got.Returns);
        Assert.Equal("KAL2023", Assert.Single(got.Findings).Code);
    }

    /// <summary>LibreOffice writes the text of a field several times over, which is read once; where a line in it breaks it forgets.</summary>
    [Theory]
    [InlineData("4602")]
    [InlineData("FIN")]
    public async Task FilledForm_SavedByLibreOffice_ReadsBackAsWhatWasTyped(string code)
    {
        using var folder = new TemporaryFolder();
        var unit = Rules.Plan.Find(UnitCode.Parse(code))!;
        using var file = await WordFormFile.OpenAsync(Form.For(Rules, unit.Code));
        var expected = Rules.IndicatorsOf(unit.Code).Select(i => OnOneLine(FilledReturn.Of(Rules, unit, i))).ToList();
        foreach (var one in expected) file.Fill(one, Rules);
        await File.WriteAllBytesAsync(folder.File("form.docx"), file.Save(), Token);
        var got = await Read(await SavedAgainAsync(folder));
        Assert.Equal(expected.Select(Json), got.Returns.Select(Json));
        Assert.Contains(got.Findings, f => f.Code == "KAL1046");
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

    private static async Task<byte[]> SavedAgainAsync(TemporaryFolder folder)
    {
        await LibreOffice.ConvertAllAsync(folder, ["form.docx"], "docx", "saved");
        return await File.ReadAllBytesAsync(Path.Combine(folder.File("saved"), "form.docx"), Token);
    }

    private static async Task<byte[]> CommentAsync(SourceFile file)
    {
        using var written = new MemoryStream();
        Assert.True(await CommentedWorkbook.WriteAsync(Rules, file, written, IntakeLimits.Default, IntakeOptions.None, Token));
        return written.ToArray();
    }

    private static List<(string, string)> NotesOf(byte[] file) => [.. Kalasin.Evaluation.Tests.Remarks.NotedFile.Open(file).Notes.Select(n => (n.Sheet, n.Cell))];

    private static Return OnOneLine(Return read) => read with { Narrative = new(Line(read.Narrative.Results), read.Narrative.SuccessFactors, read.Narrative.Obstacles, Line(read.Narrative.Suggestions)) };

    private static string Line(string text) => text.Replace('\n', ' ');

    private static Task<IntakeResult> Read(byte[] file) => Read(SourceFile.FromBytes("form.docx", file));

    private static Task<IntakeResult> Read(SourceFile file) => ReturnReader.ReadAsync(Rules, [file], IntakeLimits.Default, Token);

    private static string Json(Return read) => Encoding.UTF8.GetString(ReturnJson.Write(read with { Rows = [.. read.Rows.Select(r => r with { Faults = [] })] }));
}
