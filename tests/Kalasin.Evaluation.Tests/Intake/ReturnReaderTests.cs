using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Intake;

public sealed class ReturnReaderTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly byte[] Good = File.ReadAllBytes(CorpusPath("good.xlsx"));

    private static string CorpusPath(string name) => Path.Combine(Repository.Root, "tests", "Corpus", name);

    private static Task<IntakeResult> Read(params SourceFile[] files) =>
        ReturnReader.ReadAsync(Rules, files, IntakeLimits.Default, TestContext.Current.CancellationToken);

    [Fact]
    public async Task SampleRound_GivesTheRowsItsAuthorsWrote()
    {
        var told = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Root, "expected.json"), TestContext.Current.CancellationToken);
        var expected = JsonNode.Parse(told)!["rowsPerReturn"]!.AsObject()
            .ToDictionary(p => p.Key, p => p.Value!.GetValue<int>());
        var files = SampleFolder.Index.Deliveries.OrderBy(d => d.ReceivedAt)
            .SelectMany(d => d.Files.Select(f => SourceFile.FromPath(Path.Combine(SampleFolder.Root, f))));
        var got = await Read([.. files]);
        Assert.Equal(
            expected.OrderBy(p => p.Key, StringComparer.Ordinal),
            got.Returns.ToDictionary(r => $"{r.Unit}/{r.Indicator}", r => r.Rows.Length).OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SameReturnInTwoFiles_LaterCountsAndIsSaid()
    {
        var got = await Read(
            SourceFile.FromBytes("a.xlsx", Good), SourceFile.FromPath(CorpusPath("thai-digits.xlsx")),
            SourceFile.FromPath(CorpusPath("moved-columns.xlsx")));
        Assert.Equal(["4602/9", "ADM/12", "4602/3"], got.Returns.Select(r => $"{r.Unit}/{r.Indicator}"));
        Assert.Equal([2, 1, 1], got.Files.Select(f => f.Returns.Length));
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2024");
        Assert.Contains("a.xlsx", said.Message.Thai, StringComparison.Ordinal);
        Assert.Contains("moved-columns.xlsx", said.Message.Thai, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("วันที่", false)]
    [InlineData("วันที่ดำเนินการจริง", true)]
    public async Task FormOfAFormerRevision_IsWarnedOf_OnlyIfItAskedOtherwise(string heading, bool warned)
    {
        var third = Rules.Framework.Indicators.Single(i => i.Number.Value == "3");
        var columns = third.Register.Columns.Select(c => c.Id == "date" ? c with { Heading = new(heading, c.Heading.English) } : c);
        var changed = third with { Register = third.Register with { Columns = [.. columns] } };
        var later = Rules.Framework with { Revision = Rules.Framework.Revision + 1, Indicators = Rules.Framework.Indicators.Replace(third, changed) };
        var got = await ReturnReader.ReadAsync(
            AwardRules.Of(later, Rules.Plan).Value!, [SourceFile.FromBytes("a.xlsx", Good)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(warned, got.Findings.Any(f => f.Code == "KAL2016"));
        Assert.NotEmpty(got.Returns);
    }

    [Fact]
    public async Task FileName_ChangesNoReturn()
    {
        var bytes = await File.ReadAllBytesAsync(CorpusPath("values.xlsx"), TestContext.Current.CancellationToken);
        var (one, other) = (await Read(SourceFile.FromBytes("ก.xlsx", bytes)), await Read(SourceFile.FromBytes("ข.xlsx", bytes)));
        Assert.Contains(one.Returns, r => r.Rows.Any(row => !row.Faults.IsEmpty));
        Assert.Equal(one.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))), other.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))));
    }

    [Fact]
    public async Task SavedByLibreOffice_ReadsTheSame()
    {
        var (one, other) = (await Read(SourceFile.FromBytes("a.xlsx", Good)), await Read(SourceFile.FromPath(CorpusPath("libreoffice.xlsx"))));
        Assert.Equal(one.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))), other.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))));
    }

    [Fact]
    public async Task RowWithAnError_IsKeptWithFaultsByRowAndColumn()
    {
        var got = await Read(SourceFile.FromPath(CorpusPath("dates.xlsx")));
        var rows = Assert.Single(got.Returns).Rows;
        Assert.Equal(12, rows.Length);
        var fault = Assert.Single(rows[0].Faults);
        Assert.Equal((null, null, null, 1, "/date"), (fault.Place.File, fault.Place.Sheet, fault.Place.Cell, fault.Place.Row!.Value, fault.Place.Pointer));
        Assert.Equal(new UnreadValue("๓๑/๒/๖๗"), rows[0]["date"]);
    }

    [Fact]
    public async Task PersonalData_GoesNoFurtherThanTheFile()
    {
        var got = await Read(SourceFile.FromPath(CorpusPath("personal-data.xlsx")));
        var written = string.Concat(got.Returns.Select(r => System.Text.Encoding.UTF8.GetString(ReturnJson.Write(r)))) + string.Concat(got.Findings);
        Assert.DoesNotContain("สมมติ", written, StringComparison.Ordinal);
        Assert.DoesNotContain("00000", written, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(got.Findings, f => f.Code == "KAL2150").Place.Count);
    }

    [Fact]
    public async Task RefusedFile_HasAnErrorAndOthersAreStillRead()
    {
        var got = await Read(
            SourceFile.FromPath(CorpusPath("truncated.xlsx")), SourceFile.FromBytes("a.xlsx", Good), SourceFile.FromPath(CorpusPath("signed.pdf")));
        Assert.Equal([FileOutcome.Refused, FileOutcome.AcceptedAsReturns, FileOutcome.KeptAsCopy], got.Files.Select(f => f.Outcome));
        Assert.All(got.Files.Where(f => f.Outcome == FileOutcome.Refused), f => Assert.Contains(f.Findings, x => x.Severity == Severity.Error));
    }

    /// <summary>A file that is damaged anywhere is answered; nothing throws, and a refusal says why.</summary>
    [Fact]
    public void DamagedBytes_AreAnswered() => Gen.Int[0, Good.Length - 1].Array[1, 12].Select(Gen.Byte.Array[12]).Sample((places, bytes) =>
    {
        var damaged = Good.ToArray();
        for (var i = 0; i < places.Length; i++) damaged[places[i]] = bytes[i];
        IsAnswered(damaged);
    }, iter: 150);

    /// <summary>The same for damage inside the sheet's XML, which the archive's checksums would otherwise hide.</summary>
    [Fact]
    public void DamagedSheet_IsAnswered()
    {
        var sheet = Containers.OfficeFile.PartOf(Good, "xl/worksheets/sheet2.xml");
        Gen.Int[0, sheet.Length - 1].Array[1, 6].Select(Gen.Byte.Array[6]).Sample((places, bytes) =>
        {
            var damaged = sheet.ToArray();
            for (var i = 0; i < places.Length; i++) damaged[places[i]] = bytes[i];
            IsAnswered(Containers.OfficeFile.With(Good, "xl/worksheets/sheet2.xml", damaged));
        }, iter: 150);
    }

    private static void IsAnswered(byte[] bytes)
    {
        var got = ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", bytes)], IntakeLimits.Default).GetAwaiter().GetResult();
        var file = Assert.Single(got.Files);
        Assert.True(file.Outcome != FileOutcome.Refused || file.Findings.Any(f => f.Severity == Severity.Error));
    }

    [Theory]
    // Reports received on 1 December 2566 and 1 February 2567, summary on the day given first, to the governor on the second.
    [InlineData("2567-02-05", "2567-02-20", 0, 0)]
    [InlineData("2567-02-05", "2567-02-04", 0, 1)]
    [InlineData("2567-01-15", "2567-02-20", 1, 0)]
    [InlineData("2567-01-15", "2566-12-15", 1, 2)]
    public async Task Facts_AreHeldAgainstEachOtherAndTheRows(string summary, string governor, int onSummary, int onGovernor)
    {
        var got = await ReadFinance(Day(summary), Day(governor));
        var said = got.Findings.Where(f => f.Code == "KAL2053").Select(f => f.Message.Thai).ToList();
        Assert.Equal((onSummary, onGovernor), (
            said.Count(t => t.StartsWith("วันที่สรุประดับจังหวัดแล้วเสร็จ: ", StringComparison.Ordinal)),
            said.Count(t => t.StartsWith("วันที่เสนอผู้ว่าราชการจังหวัด: ", StringComparison.Ordinal))));
        Assert.All(got.Findings.Where(f => f.Code == "KAL2053"), f => Assert.NotNull(f.Place.Cell));
    }

    [Fact]
    public async Task FactThatAnErrorCheckBreaks_DoesNotCount()
    {
        var indicators = Rules.Framework.Indicators.Select(i => i with
        {
            Register = i.Register with { FactChecks = [.. i.Register.FactChecks.Select(c => c with { Severity = Severity.Error })] },
        });
        var rules = AwardRules.Of(Rules.Framework with { Indicators = [.. indicators] }, Rules.Plan).Value!;
        var got = await ReadFinance(Day("2567-02-05"), Day("2567-02-04"), rules);
        Assert.Contains(got.Findings, f => f.Code == "KAL2052");
        var facts = got.Returns.Single(r => r.Indicator.Value == "9").Facts;
        Assert.Equal((true, false), (facts["governor"] is UnreadValue, facts["summary"] is UnreadValue));
    }

    [Fact]
    public async Task SameWarningOfManyRows_IsSaidOnceWithItsCells()
    {
        using var file = await FormFile.OpenAsync(Form.For(Rules, UnitCode.Parse("DEV")));
        var sheet = FormLayout.SheetOf(IndicatorNumber.Parse("2"));
        var head = file.RowOf(sheet, FormLayout.LabelOf(FormPart.Register)) + 2;
        var status = file.Headings(sheet, head)["สถานะ"];
        for (var row = 1; row <= 84; row++) file.Type(sheet, head + row, status, "แล้วเสร็จ");
        var got = await Read(SourceFile.FromBytes("dev.xlsx", file.Save()));
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2050");
        Assert.Equal("สถานะเป็น “แล้วเสร็จ” แต่ยังไม่มีวันที่แล้วเสร็จ", said.Message.Thai);
        Assert.Equal((84, null), (said.Place.Count, said.Place.More));
    }

    [Fact]
    public async Task TwoDigitsOfTheCommonEra_AreOfferedAsThatYear()
    {
        var got = await ReadFinance("13/5/24", Day("2567-02-20"));
        Assert.Contains("หมายถึง ๒๕๖๗ หรือไม่", Assert.Single(got.Findings, f => f.Code == "KAL2105").Message.Thai, StringComparison.Ordinal);
    }

    private static async Task<IntakeResult> ReadFinance(object summary, DateOnly governor, AwardRules? rules = null)
    {
        using var file = await FormFile.OpenAsync(Form.For(rules ?? Rules, UnitCode.Parse("FIN")));
        var indicator = Rules.Framework[IndicatorNumber.Parse("9")];
        var sheet = FormLayout.SheetOf(indicator.Number);
        void Fact(string id, object value)
        {
            var row = file.RowOf(sheet, indicator.Register.Facts.Single(f => f.Id == id).Label.Thai);
            Type(row, file.InputBeside(sheet, row), value);
        }
        void Type(int row, int column, object value)
        {
            if (value is DateOnly day) file.Type(sheet, row, column, day);
            else file.Type(sheet, row, column, (string)value);
        }
        Fact("guidance", Day("2566-10-02"));
        Fact("summary", summary);
        Fact("governor", governor);
        var head = file.RowOf(sheet, FormLayout.LabelOf(FormPart.Register)) + 2;
        var columns = file.Headings(sheet, head);
        foreach (var (row, sender, received) in new[] { (1, "ท้องถิ่นอำเภอนามน", "2566-12-01"), (2, "ท้องถิ่นอำเภอเขาวง", "2567-02-01") })
        {
            Type(head + row, columns["ผู้ส่ง"], sender);
            Type(head + row, columns["วันที่ สถจ. รับ"], Day(received));
        }
        return await ReturnReader.ReadAsync(
            rules ?? Rules, [SourceFile.FromBytes("fin.xlsx", file.Save())], IntakeLimits.Default, TestContext.Current.CancellationToken);
    }

    private static DateOnly Day(string buddhist) =>
        DateOnly.ParseExact($"{int.Parse(buddhist[..4], CultureInfo.InvariantCulture) - 543}{buddhist[4..]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
