using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Forms;

public sealed class FormTests
{
    private static readonly Dictionary<string, AwardRules> Rounds = BuiltInFrameworks.All.ToDictionary(f => f.Id.Value, f => AwardRules.For(f, "46"));
    private static readonly AwardRules Kalasin = Rounds["dla-2567"];

    public static TheoryData<string, string> EveryUnit =>
        [.. from round in Rounds from unit in round.Value.Plan.Units where round.Value.IndicatorsOf(unit.Code).Any() select (round.Key, unit.Code.Value)];

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task Sheets_AreTheUnitsIndicators_InOrder(string round, string unit)
    {
        using var file = await Open(round, unit);
        string[] expected = [FormLayout.CoverSheet, .. Rounds[round].IndicatorsOf(UnitCode.Parse(unit)).Select(FormFile.SheetOf), FormLayout.MarkSheet];
        Assert.Equal(expected, file.Sheets.Select(s => s.Name!.Value!));
        Assert.Equal(SheetStateValues.VeryHidden, file.Sheets.Last().State!.Value);
        Assert.All(file.Sheets.SkipLast(1), s => Assert.Null(s.State));
        Assert.Equal(
            [FormMark.FormValue, "1", Rounds[round].Plan.Id.Value, round, $"{Rounds[round].Framework.Revision}", unit],
            Enumerable.Range(1, 6).Select(r => file[FormLayout.MarkSheet, r, 2]));
    }

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task File_KeepsTheSchemaAndHoldsNoFormula(string round, string unit)
    {
        using var file = await Open(round, unit);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file.Document,
            TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.All(file.Sheets, s => Assert.Empty(file.Worksheet(s.Name!).Descendants<CellFormula>()));
    }

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task Untouched_GivesNoReturnAndOneFindingThatBlamesNobody(string round, string unit)
    {
        using var file = await Open(round, unit);
        var got = await Read(round, file.Save());
        Assert.Empty(got.Returns);
        var finding = Assert.Single(got.Findings);
        Assert.Equal(("KAL2023", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains(
            $"indicators {string.Join(", ", Rounds[round].IndicatorsOf(UnitCode.Parse(unit)).Select(i => i.Number))} are",
            finding.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryUnit))]
    public async Task FilledIn_ReadsBackAsWhatWasTyped(string round, string unit)
    {
        var rules = Rounds[round];
        using var file = await Open(round, unit);
        var filler = new FilledForm(rules, file);
        var reporter = rules.Plan.Find(UnitCode.Parse(unit))!;
        var expected = rules.IndicatorsOf(reporter.Code).Select(i => filler.Fill(reporter, i)).ToList();
        var got = await Read(round, file.Save());
        Assert.Equal(expected.Select(Json), got.Returns.Select(r => Json(r with { Rows = [.. r.Rows.Select(row => row with { Faults = [] })] })));
    }

    [Theory]
    [InlineData("DEV", "2")]
    [InlineData("FIN", "11")]
    [InlineData("ADM", "12")]
    public async Task Population_IsListedBeforehand(string unit, string indicator)
    {
        using var file = await Open("dla-2567", unit);
        var sheet = $"ตัวชี้วัด {indicator}";
        var head = file.RowOf(sheet, "๔. ทะเบียนข้อมูล") + 2;
        Assert.Equal(Kalasin.Authorities.Authorities.Select(Kalasin.Authorities.DisplayName), Enumerable.Range(head + 1, 151).Select(r => file[sheet, r, 3]));
        Assert.Equal(["-", "เมืองกาฬสินธุ์"], [file[sheet, head + 1, 2], file[sheet, head + 2, 2]]);
        Assert.Equal("๑๕๑", file[sheet, head + 151, 1]);
    }

    [Theory]
    [InlineData("committee", "\"ก.ท.จ.,ก.อบต.จังหวัด\"")]
    [InlineData("authority", "'_kalasin'!$D$1:$D$151")]
    [InlineData("resolution", "\"แล้วเสร็จ,ให้ดำเนินการเพิ่ม\"")]
    public async Task Column_OffersItsList(string column, string expected)
    {
        using var file = await Open("dla-2567", "PER");
        Assert.Equal(expected, Rule(file, "1", column).Formula1!.Text);
    }

    [Fact]
    public async Task Score_HasItsBoundsAndSaysThem()
    {
        using var file = await Open("dla-2567", "FIN");
        var rule = Rule(file, "11", "score");
        Assert.Equal(("0", "100"), (rule.Formula1!.Text, rule.Formula2!.Text));
        Assert.Contains("๐ ถึง ๑๐๐", rule.Prompt!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Senders_AreThoseWhomTheRuleExpects()
    {
        using var file = await Open("dla-2567", "FIN");
        Assert.Equal("'_kalasin'!$D$1:$D$" + Expected(), Rule(file, "9", "sender").Formula1!.Text);
        Assert.Equal("ท้องถิ่นอำเภอเมืองกาฬสินธุ์", file[FormLayout.MarkSheet, 1, 4]);

        static int Expected() => 18 + Kalasin.Authorities.Authorities.Count(a => a.Kind is AuthorityKind.Pao or AuthorityKind.Town);
    }

    [Fact]
    public async Task Guidance_IsPrinted()
    {
        using var file = await Open("dla-2567", "FIN");
        var cells = file.Worksheet("ตัวชี้วัด 11").Descendants<Cell>().Select(c => c.InnerText).ToList();
        Assert.NotEmpty(Kalasin.Framework[IndicatorNumber.Parse("11")].Guidance);
        Assert.All(Kalasin.Framework[IndicatorNumber.Parse("11")].Guidance, said => Assert.Contains($"• {said.Thai}", cells));
        Assert.Contains(cells, c => c.StartsWith("• รายละเอียดของวิธีวัด: เกณฑ์สมมติ (ผ่านเมื่อได้ ๘๕.๐๐ คะแนนขึ้นไป", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AssumedRule_IsMarked()
    {
        using var file = await Open("dla-2567", "DEV");
        Assert.Contains(
            file.Worksheet("ตัวชี้วัด 2").Descendants<Cell>(),
            c => c.InnerText.StartsWith("• ที่มาของวิธีวัด: เกณฑ์สมมติ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sheet_IsProtectedButTakesRowsAndWidths()
    {
        using var file = await Open("dla-2567", "4602");
        var protection = file.Worksheet("ตัวชี้วัด 3").Descendants<SheetProtection>().Single();
        Assert.Null(protection.Password);
        Assert.Equal(
            (true, false, false, false),
            (protection.Sheet!.Value, protection.InsertRows!.Value, protection.FormatColumns!.Value, protection.Sort!.Value));
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("9", false)]
    public async Task Page_IsWideForMoreThanSevenColumns(string indicator, bool isWide)
    {
        using var file = await Open("dla-2567", "4602");
        Assert.Equal(isWide, file.Worksheet($"ตัวชี้วัด {indicator}").Descendants<PageSetup>().Single().Orientation! == OrientationValues.Landscape);
    }

    [Fact]
    public async Task OneIndicator_MakesOneSheet()
    {
        using var file = await FormFile.OpenAsync(
            Form.For(Kalasin, UnitCode.Parse("4602"), new() { Indicator = IndicatorNumber.Parse("4"), AsOf = new(2024, 4, 22) }));
        Assert.Equal([FormLayout.CoverSheet, "ตัวชี้วัด 4", FormLayout.MarkSheet], file.Sheets.Select(s => s.Name!.Value!));
        Assert.Equal(new DateTime(2024, 4, 22), file.Document.PackageProperties.Created!.Value.Date);
    }

    [Theory]
    [InlineData("4699", null)]
    [InlineData("4602", "1")]
    public void UnknownUnitOrIndicatorOfAnother_IsRefused(string unit, string? indicator) =>
        Assert.Throws<ArgumentException>(
            nameof(unit),
            () => Form.For(Kalasin, UnitCode.Parse(unit), new() { Indicator = indicator is null ? null : IndicatorNumber.Parse(indicator) }));

    [Fact]
    public async Task SameForm_HasTheSameBytesOnEveryThread()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var stream = new MemoryStream();
            await Form.For(Kalasin, UnitCode.Parse("ADM")).WriteAsync(stream, TestContext.Current.CancellationToken);
            return stream.ToArray();
        }, TestContext.Current.CancellationToken)));
        Assert.All(all, bytes => Assert.Equal(all[0], bytes));
    }

    private static Task<FormFile> Open(string round, string unit) => FormFile.OpenAsync(Form.For(Rounds[round], UnitCode.Parse(unit)));

    private static Task<IntakeResult> Read(string round, byte[] bytes) =>
        ReturnReader.ReadAsync(Rounds[round], [SourceFile.FromBytes("form.xlsx", bytes)], IntakeLimits.Default, TestContext.Current.CancellationToken);

    private static string Json(Return read) => System.Text.Encoding.UTF8.GetString(ReturnJson.Write(read));

    private static DataValidation Rule(FormFile file, string indicator, string column)
    {
        var sheet = $"ตัวชี้วัด {indicator}";
        var head = file.RowOf(sheet, "๔. ทะเบียนข้อมูล") + 2;
        var at = file.Headings(sheet, head)[Kalasin.Framework[IndicatorNumber.Parse(indicator)].Register.Find(column)!.Heading.Thai];
        return file.Worksheet(sheet).Descendants<DataValidation>()
            .Single(v => v.SequenceOfReferences!.InnerText!.StartsWith($"{(char)('A' + at - 1)}{head + 1}:", StringComparison.Ordinal));
    }
}
