using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;

namespace Kalasin.Evaluation.Tests.Forms;

/// <summary>The form as a Word document: what holds of the Excel form holds of it.</summary>
public sealed class WordFormTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    public static TheoryData<string> EveryUnit => [.. from unit in Rules.Plan.Units where Rules.IndicatorsOf(unit.Code).Any() select unit.Code.Value];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task File_KeepsTheSchema(string unit)
    {
        using var file = await WordFormFile.OpenAsync(Form.For(Rules, UnitCode.Parse(unit)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file.Document, Token).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task Untouched_GivesNoReturnAndOneFindingThatBlamesNobody(string unit)
    {
        using var file = await WordFormFile.OpenAsync(Form.For(Rules, UnitCode.Parse(unit)));
        var got = await Read("form.docx", file.Save());
        Assert.Empty(got.Returns);
        Assert.Equal("KAL2023", Assert.Single(got.Findings).Code);
    }

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task FilledIn_ReadsBackAsWhatWasTyped(string code)
    {
        var unit = Rules.Plan.Find(UnitCode.Parse(code))!;
        using var file = await WordFormFile.OpenAsync(Form.For(Rules, unit.Code));
        var expected = Rules.IndicatorsOf(unit.Code).Select(i => FilledReturn.Of(Rules, unit, i)).ToList();
        foreach (var one in expected) file.Fill(one, Rules);
        var got = await Read("form.docx", file.Save());
        Assert.Equal(expected.Select(Json), got.Returns.Select(Json));
        Assert.DoesNotContain(got.Findings, f => f.Code is "KAL2001" or "KAL2004" || f.Severity == Severity.Error && f.Place.Cell is null);
    }

    /// <summary>The form to correct holds the last version: sent back untouched it says the same, in either format.</summary>
    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task Correction_SentBackUntouched_IsTheVersionThatItWasMadeFrom(string code)
    {
        var unit = Rules.Plan.Find(UnitCode.Parse(code))!;
        var current = Rules.IndicatorsOf(unit.Code).Select(i => FilledReturn.Of(Rules, unit, i)).ToList();
        var form = Form.For(Rules, unit.Code, new() { Current = [.. current] });
        using var excel = new MemoryStream();
        await form.WriteAsync(excel, Token);
        using var word = new MemoryStream();
        await form.WriteWordAsync(word, Token);
        Assert.Equal(current.Select(Json), (await Read("form.xlsx", excel.ToArray())).Returns.Select(Json));
        Assert.Equal(current.Select(Json), (await Read("form.docx", word.ToArray())).Returns.Select(Json));
    }

    [Fact]
    public async Task Nil_IsATickWithAReason()
    {
        using var file = await WordFormFile.OpenAsync(Form.For(Rules, UnitCode.Parse("4602"), new() { Indicator = IndicatorNumber.Parse("4") }));
        file.Type("kalasin.4.status.nil", "☒");
        file.Type("kalasin.4.nilReason", "ไม่มีเรื่องถึงกำหนด");
        var read = Assert.Single((await Read("form.docx", file.Save())).Returns);
        Assert.Equal((ReturnStatus.Nil, "ไม่มีเรื่องถึงกำหนด"), (read.Status, read.NilReason));
    }

    [Fact]
    public async Task Mark_StandsInTheProperties_AndAnotherRoundsFormIsRefused()
    {
        var other = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "40");
        using var file = await WordFormFile.OpenAsync(Form.For(other, other.Plan.Units.First(u => other.IndicatorsOf(u.Code).Any()).Code));
        var got = await Read("form.docx", file.Save());
        Assert.Empty(got.Returns);
        Assert.Contains(got.Findings, f => f.Message.English.Contains("40-dla-2567", StringComparison.Ordinal));
    }

    /// <summary>What holds a part of a register would, sent back, count for the whole: of a long one no row is filled in, and it is said where they are.</summary>
    [Fact]
    public async Task CorrectionOfALongRegister_HoldsNoneOfItsRows_AndSaysWhereTheyAre()
    {
        var form = Long("3", 60_000);
        using var word = new MemoryStream();
        await form.WriteWordAsync(word, Token);
        Assert.InRange(word.Length, 1, 2_000_000);
        Assert.Contains("ฉบับล่าสุดมี ๖๐,๐๐๐ แถว", TextOf(word.ToArray()), StringComparison.Ordinal);
        Assert.Contains("โปรดแก้ไขในแบบ Excel", TextOf(word.ToArray()), StringComparison.Ordinal);
        Assert.All((await Read("form.docx", word.ToArray())).Returns, r => Assert.Empty(r.Rows));
        using var fits = new MemoryStream();
        await Long("3", 500).WriteWordAsync(fits, Token);
        Assert.DoesNotContain("ฉบับล่าสุดมี", TextOf(fits.ToArray()), StringComparison.Ordinal);
        Assert.Equal(500, Assert.Single((await Read("form.docx", fits.ToArray())).Returns).Rows.Length);
    }

    [Fact]
    public async Task ListsOfNames_StandInTheFirst300RowsOnly()
    {
        var indicator = Rules.Framework.Indicators.First(i => i.Register.Prefill is null && i.Register.Columns.Any(c => c.Type is ColumnType.Authority or ColumnType.Sender));
        using var file = await WordFormFile.OpenAsync(Long(indicator.Number.Value, 450));
        var column = indicator.Register.Columns.First(c => c.Type is ColumnType.Authority or ColumnType.Sender).Id;
        Assert.Equal(
            Enumerable.Range(1, 300),
            Enumerable.Range(1, 450).Where(r => file.ItemsOf($"kalasin.{indicator.Number}.rows.{r}.{column}") > 0));
    }

    /// <summary>The form to correct a return with so many rows.</summary>
    private static Form Long(string number, int rows)
    {
        var indicator = Rules.Framework[IndicatorNumber.Parse(number)];
        var unit = Rules.Plan.Find(Rules.HostingOf(indicator.Number).Hosts[0])!;
        var one = FilledReturn.Of(Rules, unit, indicator);
        return Form.For(Rules, unit.Code, new()
        {
            Indicator = indicator.Number,
            Current = [one with { Rows = [.. Enumerable.Range(1, rows).Select(n => new RegisterRow(n, one.Rows[0].Values))] }],
        });
    }

    private static string TextOf(byte[] file)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    [Fact]
    public async Task SaveAsync_ByItsEnding()
    {
        using var folder = new TemporaryDirectory();
        var form = Form.For(Rules, UnitCode.Parse("4602"));
        await form.SaveAsync(Path.Combine(folder.Path, "a.docx"), Token);
        Assert.Equal(FileKind.WordDocument, (await ReturnReader.ReadAsync(Rules, [SourceFile.FromPath(Path.Combine(folder.Path, "a.docx"))], IntakeLimits.Default, Token)).Files[0].Kind);
        await Assert.ThrowsAsync<ArgumentException>(() => form.SaveAsync(Path.Combine(folder.Path, "a.pdf"), Token));
    }

    private static Task<IntakeResult> Read(string name, byte[] file) =>
        ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes(name, file)], IntakeLimits.Default, Token);

    private static string Json(Return read) => Encoding.UTF8.GetString(ReturnJson.Write(read with { Rows = [.. read.Rows.Select(r => r with { Faults = [] })] }));

    private sealed class TemporaryDirectory : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
