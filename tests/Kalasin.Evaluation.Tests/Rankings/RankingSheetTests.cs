using System.Text;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>The sheet of 76 × 12 goes out, comes back filled in, and what can't be read is a finding at its cell.</summary>
public sealed class RankingSheetTests
{
    private const string Head = "รหัส,ผู้รับการประเมิน,ตัวชี้วัดที่ 1,ตัวชี้วัดที่ 2,ตัวชี้วัดที่ 3,ตัวชี้วัดที่ 4,ตัวชี้วัดที่ 5,ตัวชี้วัดที่ 6,ตัวชี้วัดที่ 7,ตัวชี้วัดที่ 8,ตัวชี้วัดที่ 9,ตัวชี้วัดที่ 10,ตัวชี้วัดที่ 11,ตัวชี้วัดที่ 12\n";
    private const string KhonKaen = "40,ขอนแก่น,87.5,90,12,3,4,22,5,4,5,1,70,100\n";

    [Fact]
    public async Task Untouched_HoldsEveryProvinceAndNothingToRank()
    {
        using var file = new MemoryStream();
        await RankingSheet.WriteAsync(Field.Dla, file, TestContext.Current.CancellationToken);
        var read = await ReadAsync("sheet.xlsx", file.ToArray());
        Assert.Empty(read.Entries);
        Assert.Contains(read.Findings, f => f.Code == "KAL8037" && f.Message.English.StartsWith("76 rows", StringComparison.Ordinal));
        Assert.Contains(read.Findings, f => f.Code == "KAL8038");
    }

    [Fact]
    public async Task Values_AreScoredAsARoundScoresThem()
    {
        var read = await ReadAsync("s.csv", Head + KhonKaen + "จังหวัดลำพูน,,๖๐,ไม่มีเรื่อง,,,,,,๕,๑,๐,100,99.99\n");
        Assert.Empty(read.Findings);
        Assert.Equal(["40", "51"], read.Entries.Select(e => e.Scorecard.Entrant));
        var card = read.Entries[0].Scorecard;
        Assert.Equal([3.75m, 4m, null, null, null, null, null, 4m, 5m, 4m, 2m, 5m], card.Scores.Select(s => s.Points));
        Assert.Equal(Field.Entry(Field.Dla, "40", 87.5m, 90, 12, 3, 4, 22, 5, 4, 5, 1, 70, 100).Scorecard.Total, card.Total);
        var other = read.Entries[1].Scorecard;
        Assert.Equal((MeasurementState.NotApplicable, MeasurementState.Missing, 1m), (other["2"].Measurement.State, other["3"].Measurement.State, other["1"].Points));
        Assert.Contains("๘๗.๕๐", card["1"].Explanation.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99,,1,1,1,1,1,1,1,1,1,1,1,1", "KAL8008", "A3")]
    [InlineData("41,ขอนแก่น,1,1,1,1,1,1,1,1,1,1,1,1", "KAL8033", "B3")]
    [InlineData("40,,1,1,1,1,1,1,1,1,1,1,1,1", "KAL8014", "A3")]
    [InlineData("41,,101,1,1,1,1,1,1,1,1,1,1,1", "KAL212", "C3")]
    [InlineData("41,,ไม่ทราบ,1,1,1,1,1,1,1,1,1,1,1", "KAL212", "C3")]
    [InlineData("41,,60,60,2.5,1,1,1,1,1,1,1,1,1", "KAL8034", "E3")]
    [InlineData("41,,60,60,-1,1,1,1,1,1,1,1,1,1", "KAL212", "E3")]
    [InlineData("41,,60,60,1,1,1,1,1,9,1,1,1,1", "KAL212", "J3")]
    public async Task WhatIsWrong_IsFoundAtItsCellAndTheOthersCount(string row, string code, string cell)
    {
        var read = await ReadAsync("s.csv", Head + KhonKaen + row + "\n");
        Assert.Equal("40", Assert.Single(read.Entries).Scorecard.Entrant);
        var finding = Assert.Single(read.Findings, f => f.Severity == Severity.Error);
        Assert.StartsWith(code, finding.Code, StringComparison.Ordinal);
        Assert.True(finding.Place.Cell == cell || finding.Place.ToString().Contains('3', StringComparison.Ordinal), finding.ToString());
    }

    [Fact]
    public async Task RowWithAFaultyCell_IsSaidNotToBeTakenIn() => Told.Is(
        Assert.Single((await ReadAsync("s.csv", Head + KhonKaen + "41,,60,60,2.5,1,1,1,1,1,1,1,1,1\n")).Findings, f => f.Severity == Severity.Warning), "KAL8036", "s.csv › A3",
        "ยังไม่ได้นำเข้าข้อมูลของจังหวัดอุดรธานี เพราะมีช่องที่ต้องแก้ไขในแถวนี้ โปรดแก้ไขช่องที่แจ้งไว้ แล้วนำเข้าใหม่",
        "Udon Thani Province isn't taken in: a cell in its row has to be corrected. Please correct it and send the sheet again.");

    [Fact]
    public async Task ClassThatTheFrameworkDoesntHave_IsFoundAtItsCell()
    {
        var framework = new ExampleAward("hospital-2568").Rules.Framework;
        var of = Assert.Single(RankingSheet.ClassesOf(framework));
        var csv = $"รหัส,{of.Name.Thai},{string.Join(',', framework.Indicators.Select(i => $"ตัวชี้วัดที่ {i.Number}"))}\n46-H1,ใหญ่มาก{string.Concat(framework.Indicators.Select(_ => ",1"))}\n";
        var read = await RankingSheet.ReadAsync(framework, SourceFile.FromBytes("s.csv", Encoding.UTF8.GetBytes(csv)), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Empty(read.Entries);
        Told.Is(
            Assert.Single(read.Findings, f => f.Code == "KAL8040"), "KAL8040", "s.csv › B2",
            $"“ใหญ่มาก” ไม่อยู่ในตัวเลือกของ{of.Name.Thai} โปรดเลือกจาก: {string.Join(", ", of.Options.Select(o => o.Text.Thai))}",
            $"“ใหญ่มาก” is none of the choices of {of.Name.English}. Please choose one of: {string.Join(", ", of.Options.Select(o => o.Text.English))}.");
    }

    [Fact]
    public async Task AShareTypedAsAPercentage_IsAskedAbout()
    {
        var read = await ReadAsync("s.csv", Head + KhonKaen.Replace("87.5", "0.875", StringComparison.Ordinal));
        Assert.Equal("KAL8035", Assert.Single(read.Findings).Code);
        Assert.Equal(0.875m, read.Entries[0].Scorecard["1"].Measurement.Value);
    }

    [Fact]
    public async Task HeadThatLacksOrInvents_IsRefused()
    {
        Assert.Contains((await ReadAsync("s.csv", Head.Replace("ตัวชี้วัดที่ 5", "ตัวชี้วัดที่ 15", StringComparison.Ordinal) + KhonKaen)).Findings, f => f.Code == "KAL8031");
        Assert.Contains((await ReadAsync("s.csv", "รหัส,ตัวชี้วัดที่ 1\n40,60\n")).Findings, f => f.Code == "KAL8032");
        Assert.Contains((await ReadAsync("s.csv", "ก,ข\n40,60\n")).Findings, f => f.Code == "KAL8030");
        Assert.Contains((await ReadAsync("s.pdf", "%PDF-1.7\n")).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public async Task SheetOfAnotherRevision_IsRefused()
    {
        using var file = new MemoryStream();
        await RankingSheet.WriteAsync(Field.Dla with { Revision = Field.Dla.Revision + 1 }, file, TestContext.Current.CancellationToken);
        Assert.Contains((await ReadAsync("s.xlsx", file.ToArray())).Findings, f => f.Code == "KAL8039");
    }

    [Fact]
    public async Task Districts_HaveTheirRowsToo()
    {
        var district = BuiltInFrameworks.Get("dla-district-2567");
        using var file = new MemoryStream();
        await RankingSheet.WriteAsync(district, file, TestContext.Current.CancellationToken);
        var read = await RankingSheet.ReadAsync(district, SourceFile.FromBytes("s.xlsx", file.ToArray()), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Contains(read.Findings, f => f.Code == "KAL8037" && f.Message.English.StartsWith("878 rows", StringComparison.Ordinal));
        // One entrant has one code, however it is typed.
        var head = "รหัส," + string.Join(',', district.Indicators.Select(i => $"ตัวชี้วัดที่ {i.Number}")) + "\n";
        var values = string.Concat(district.Indicators.Select(_ => ",1"));
        var typed = await RankingSheet.ReadAsync(
            district, SourceFile.FromBytes("s.csv", Encoding.UTF8.GetBytes($"{head}46-4601{values}\n46-PER{values}\n4601{values}\n")), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(["4601", "46-PER"], typed.Entries.Select(e => e.Scorecard.Entrant));
        Assert.Equal("KAL8014", Assert.Single(typed.Findings).Code);
        Assert.Equal("46-PER", EntrantNames.Of(district, Province.Find("46")!, "PER"));
        Assert.Equal("4602", EntrantNames.Of(district, Province.Find("46")!, "4602"));
    }

    [Fact]
    public async Task MoreRowsThanARankingHolds_AreAFinding_AndNoneIsTaken()
    {
        var district = BuiltInFrameworks.Get("dla-district-2567");
        var csv = new StringBuilder("รหัส,").AppendJoin(',', district.Indicators.Select(i => $"ตัวชี้วัดที่ {i.Number}")).Append('\n');
        for (var n = 0; n <= RankedField.MostEntrants; n++) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"46-U{n}").Append(',', district.Indicators.Length).Append("1\n");
        var read = await RankingSheet.ReadAsync(district, SourceFile.FromBytes("s.csv", Encoding.UTF8.GetBytes(csv.ToString())), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Empty(read.Entries);
        Assert.Equal("KAL8018", Assert.Single(read.Findings, f => f.Severity == Severity.Error).Code);
    }

    private static Task<RankingEntries> ReadAsync(string name, string text) => ReadAsync(name, Encoding.UTF8.GetBytes(text));

    private static Task<RankingEntries> ReadAsync(string name, byte[] bytes) =>
        RankingSheet.ReadAsync(Field.Dla, SourceFile.FromBytes(name, bytes), IntakeLimits.Default, TestContext.Current.CancellationToken);
}
