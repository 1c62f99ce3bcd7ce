namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>What will not count is said when it arrives, with the reason, and a percentage is no number of authorities.</summary>
public sealed class UncountedRowsTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static Task<IntakeResult> Read(byte[] file) =>
        ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", file)], IntakeLimits.Default, TestContext.Current.CancellationToken);

    [Fact]
    public async Task ActivitiesOutsideThePeriod_AreSaidWithTheirCellsAndCounted()
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 3",
            ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"],
            ["ที่", "วันที่", "กิจกรรม"],
            [1L, "1/2/2567", "ประชุม"],
            [2L, "30/9/2566", "อบรม"],
            [3L, "15/8/2566", "ซักซ้อม"],
            [4L, "กลางเดือน", "ติดตาม"]));
        var outside = Assert.Single(got.Findings, f => f.Code == "KAL2060");
        Assert.Equal(("B4:B5", Severity.Warning), (outside.Place.Cells, outside.Severity));
        Assert.Contains("๑ ต.ค. ๖๖ ถึง ๓๑ พ.ค. ๖๗", outside.Message.Thai, StringComparison.Ordinal);
        var sum = Assert.Single(got.Findings, f => f.Code == "KAL2063");
        Assert.Equal("ตัวชี้วัดที่ ๓ รับไว้ ๔ แถว ในจำนวนนี้ไม่นับ ๓ แถว: รอแก้ไข ๑, นอกช่วงที่ประเมิน ๒", sum.Message.Thai);
        Assert.Equal("Indicator 3: rows kept 4, not counted 3: 1 to correct, 2 outside the period.", sum.Message.English);
        Assert.Equal("3", sum.About?.Indicator);
    }

    [Fact]
    public async Task RowsThatAllCount_AreNotMentioned() =>
        Assert.DoesNotContain((await Read(HostileWorkbooks.GoodRow("ตัวชี้วัด 3"))).Findings, f => f.Code.StartsWith("KAL206", StringComparison.Ordinal));

    [Fact]
    public async Task ComplaintsNotFoundTrue_AreSaidNotToBeCounted()
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 10",
            ["หน่วยงาน", "ฝ่ายบริหารทั่วไป"],
            ["ที่", "รหัสเรื่อง", "วันที่รับ", "ช่องทาง", "ประเภท", "สถานะ", "วันที่ยุติ"],
            [1L, "ร-01/2567", "15/12/2566", "โทรศัพท์", "บริการ", "ไม่มีมูล", "1/2/2567"]));
        var finding = Assert.Single(got.Findings, f => f.Code == "KAL2062");
        Assert.Equal(("F3", Severity.Information), (finding.Place.Cell, finding.Severity));
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("๕๐ %")]
    public async Task PercentageInACount_IsAskedAbout(string typed) => await AskedAboutAsync(typed, typed);

    [Fact]
    public async Task PercentageCellInACount_IsAskedAboutAsItIsSeen() => await AskedAboutAsync(new TypedSheet.Percent(0.5), "50%");

    [Fact]
    public async Task PercentageOfAScore_IsRead()
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 11",
            ["หน่วยงาน", "กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์"],
            ["ที่", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม"],
            [1L, "นามน", "ทต.นามน", "85.5%"]));
        Assert.DoesNotContain(got.Findings, f => f.Code == "KAL2125");
    }

    /// <summary>A cell that shows 85.5% holds 0.855; a number on its column's limit is within it, one past it isn't read.</summary>
    [Theory]
    [InlineData(0.855, true, "85.5")]
    [InlineData(1.0, true, "100")]
    [InlineData(0, false, "0")]
    [InlineData(100, false, "100")]
    [InlineData(-1, false, null)]
    [InlineData(1.01, true, null)]
    public async Task NumberOfAScore_IsReadUpToItsLimits(double held, bool asPercent, string? read)
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 11",
            ["หน่วยงาน", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ"],
            ["ที่", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม"],
            [1L, "นามน", "ทต.นามน", asPercent ? new TypedSheet.Percent(held) : (long)held]));
        var row = Assert.Single(Assert.Single(got.Returns).Rows);
        if (read is null) Assert.IsType<UnreadValue>(row["score"]);
        else Assert.Equal(decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<NumberValue>(row["score"]).Number);
        Assert.Equal(read is null, !row.Faults.IsEmpty);
    }

    private static async Task AskedAboutAsync(object typed, string seen)
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 9",
            ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"],
            ["ที่", "ผู้ส่ง", "อปท. ในความรับผิดชอบ", "อปท. ที่ส่งครบ", "วันที่ สถจ. รับ"],
            [1L, "ท้องถิ่นอำเภอนามน", 6L, typed, "1/12/2566"]));
        var asked = Assert.Single(got.Findings, f => f.Code == "KAL2125");
        Assert.Equal(("D3", Severity.Error), (asked.Place.Cell, asked.Severity));
        Assert.Contains($"“{seen}”", asked.Message.Thai, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(got.Returns).Rows[0].Faults);
    }
}
