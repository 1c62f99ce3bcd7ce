using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Findings on a form as a whole, and those that a framework's checks only tell of.</summary>
public sealed class FormFindingsTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly Indicator Third = Rules.Framework[IndicatorNumber.Parse("3")];
    private static readonly BilingualText Noted = new("ประชุมในวันหยุด", "Held on a holiday.");

    [Fact]
    public async Task FormOfAnotherRound_IsRefused()
    {
        var other = AwardRules.Of(Rules.Framework, Rules.Plan with { Id = RoundId.Parse("46-dla-2567-again") }).Value!;
        var good = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Corpus", "good.xlsx"), TestContext.Current.CancellationToken);
        var got = await ReadAsync(good, other);
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2015");
        Assert.Equal("แบบนี้เป็นของรอบ “46-dla-2567” ไม่ใช่ 46-dla-2567-again", said.Message.Thai);
        Assert.Equal((FileOutcome.Refused, 0), (Assert.Single(got.Files).Outcome, got.Returns.Length));
    }

    [Fact]
    public async Task WorkbookAboutNoIndicator_IsRefused()
    {
        var got = await ReadAsync(TypedSheet.Of("ตารางเวร", ["วันที่", "ผู้อยู่เวร"], ["1/2/2567", "งานส่งเสริม"]), Rules);
        Assert.Equal(Severity.Error, Assert.Single(got.Findings, f => f.Code == "KAL2018").Severity);
        Assert.Equal(FileOutcome.Refused, Assert.Single(got.Files).Outcome);
    }

    [Fact]
    public async Task CheckThatOnlyTells_KeepsNoRowFromCounting()
    {
        var check = new RowCheck(new Before(new ColumnOperand("date"), new DateOperand(new(2024, 2, 2))), Severity.Information, "date", Noted, BilingualText.Empty);
        var got = await ReadAsync(Sheet("1/2/2567", "1/3/2567"), With(Third with { Register = Third.Register with { Checks = [check] } }));
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2051");
        Assert.Equal((Severity.Information, "B3", Noted.Thai), (said.Severity, said.Place.Cell, said.Message.Thai));
        Assert.All(Assert.Single(got.Returns).Rows, row => Assert.Empty(row.Faults));
        Assert.DoesNotContain(got.Findings, f => f.Code == "KAL2063");
    }

    [Fact]
    public async Task CheckOfASingleValueThatOnlyTells_LeavesTheValue()
    {
        var fact = new Fact("ordered", new("วันที่ออกคำสั่ง", "Day of the order"), ColumnType.Date);
        var check = new FactCheck(new Before(new FactOperand("ordered"), new DateOperand(new(2024, 2, 2))), Severity.Information, "ordered", Noted, BilingualText.Empty);
        var rules = With(Third with { Register = Third.Register with { Facts = [fact], FactChecks = [check] } });
        var got = await ReadAsync(TypedSheet.Of(
            "ตัวชี้วัด 3", ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"], ["ข้อมูลประกอบ"], ["วันที่ออกคำสั่ง", "1/2/2567"],
            ["ทะเบียน"], ["ที่", "วันที่", "กิจกรรม"], [1L, "1/2/2567", "ประชุม"]), rules);
        Assert.Equal($"วันที่ออกคำสั่ง: {Noted.Thai}", Assert.Single(got.Findings, f => f.Code == "KAL2054").Message.Thai);
        Assert.IsType<DateValue>(Assert.Single(got.Returns).Facts["ordered"]);
    }

    /// <summary>Where the day is asked for and not demanded, a row without it is no fault, and can't lie within the period.</summary>
    [Fact]
    public async Task RowWithoutTheDayOfItsPeriod_IsKeptAndNotCounted()
    {
        var columns = Third.Register.Columns.Select(c => c.Id == "date" ? c with { Required = false } : c);
        var got = await ReadAsync(Sheet("1/2/2567", null), With(Third with { Register = Third.Register with { Columns = [.. columns] } }));
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2061");
        Assert.Equal((Severity.Warning, "B4"), (said.Severity, said.Place.Cell));
        Assert.Equal(2, Assert.Single(got.Returns).Rows.Length);
        Assert.Contains("ไม่นับ ๑ แถว: นอกช่วงที่ประเมิน ๑", Assert.Single(got.Findings, f => f.Code == "KAL2063").Message.Thai, StringComparison.Ordinal);
    }

    private static byte[] Sheet(params string?[] days) => TypedSheet.Of(
        "ตัวชี้วัด 3",
        [["หน่วยงาน", "ท้องถิ่นอำเภอนามน"], ["ที่", "วันที่", "กิจกรรม"], .. days.Select((day, i) => (IReadOnlyList<object?>)[i + 1L, day, "ประชุม"])]);

    private static AwardRules With(Indicator changed)
    {
        var made = AwardRules.Of(Rules.Framework with { Indicators = Rules.Framework.Indicators.Replace(Third, changed) }, Rules.Plan);
        Assert.True(made.Value is not null, string.Join(" / ", made.Findings.Select(f => f.Message.English)));
        return made.Value;
    }

    private static Task<IntakeResult> ReadAsync(byte[] file, AwardRules rules) =>
        ReturnReader.ReadAsync(rules, [SourceFile.FromBytes("a.xlsx", file)], IntakeLimits.Default, TestContext.Current.CancellationToken);
}
