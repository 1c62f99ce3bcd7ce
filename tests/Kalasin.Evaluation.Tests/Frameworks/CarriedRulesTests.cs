using CsCheck;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class CarriedRulesTests
{
    private static readonly Framework Award = BuiltInFrameworks.Get("dla-2567");

    [Theory]
    [InlineData("2024-05-31", 3, "2027-05-31")]
    [InlineData("2024-02-29", 1, "2025-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2025-02-28", 3, "2028-02-29")]
    [InlineData("2024-02-28", 1, "2025-02-28")]
    [InlineData("2024-02-27", 1, "2025-02-27")]
    public void Day_MovesByYears(string day, int years, string moved) =>
        Assert.Equal(DateOnly.Parse(moved, null), CarriedRules.Moved(DateOnly.Parse(day, null), years));

    /// <summary>The one day that two years in common know no name for is the 28th of a leap year, which is not February's last.</summary>
    [Fact]
    public void Day_MovedInTwoStepsOrOneIsTheSame() =>
        Gen.Select(Gen.Int[0, 36_000], Gen.Int[-30, 30], Gen.Int[-30, 30]).Where(g => new DateOnly(1950, 1, 1).AddDays(g.Item1) is var d && (d.Month, d.Day) != (2, 28)).Sample((days, first, second) =>
        {
            var day = new DateOnly(1950, 1, 1).AddDays(days);
            return CarriedRules.Moved(CarriedRules.Moved(day, first), second) == CarriedRules.Moved(day, first + second);
        });

    [Theory]
    [InlineData(2566)]
    [InlineData(2568)]
    [InlineData(2569)]
    [InlineData(2570)]
    [InlineData(2571)]
    public void EveryShippedFramework_CarriedReadsWithoutFindingsAndOpensInEveryProvince(int year)
    {
        foreach (var framework in BuiltInFrameworks.All)
        {
            var carried = framework.CarriedTo(year);
            var read = RulesText.ReadFramework(RulesWriter.ToJson(carried));
            Assert.Empty(read.Findings.Select(f => f.ToString()));
            Assert.Equal(RulesWriter.HashOf(carried), RulesWriter.HashOf(read.Value!));
            Assert.Equal((year, 1), (carried.FiscalYear, carried.Revision));
            Assert.EndsWith($"-{year}", carried.Id.Value, StringComparison.Ordinal);
            Assert.All(Province.All, province =>
            {
                var rules = AwardRules.For(carried, province.Code);
                Assert.Equal($"{province.Code}-{carried.Id}", rules.Plan.Id.Value);
                Assert.Equal(year - framework.FiscalYear, rules.Plan.InternalDeadline.Date.Year - AwardRules.For(framework, province.Code).Plan.InternalDeadline.Date.Year);
            });
        }
    }

    [Fact]
    public void ProvinceAward_SaysTheNewYearAndNobodysLetter()
    {
        var carried = Award.CarriedTo(2570);
        Assert.Equal("dla-2570", carried.Id.Value);
        Assert.Contains("ปีงบประมาณ พ.ศ. ๒๕๗๐", carried.Title.Thai, StringComparison.Ordinal);
        Assert.Contains("fiscal year 2570 (2027)", carried.Title.English, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 5, 31), carried.FinalDeadline.Date);
        Assert.Null(carried.Excluded);
        Assert.All(carried.Indicators, i => Assert.True(i.TextSource.IsAssumed));
        Assert.StartsWith("ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๗: จังหวัดกาฬสินธุ์ ที่ กส", carried.Indicators[0].TextSource.Note, StringComparison.Ordinal);
        var json = RulesWriter.ToJson(carried);
        Assert.Contains("หน่วยงานของรัฐ พ.ศ. ๒๕๖๑", json, StringComparison.Ordinal);
        Assert.Contains("\"2026-10-01\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"2023-10-01\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAndNumbers_AreNoProse()
    {
        // Ids of options and columns, an address and a telephone in which a year seems to stand.
        var json = RulesWriter.ToJson(Award).Replace("\"welfare\"", "\"y2567\"", StringComparison.Ordinal).Replace("\"morale\"", "\"2567-03-01\"", StringComparison.Ordinal)
            .Replace("\"outcome\"", "\"result-2567\"", StringComparison.Ordinal);
        var framework = RulesText.ReadFramework(json).Value!;
        var carried = RulesText.ReadFramework(RulesWriter.ToJson(framework.CarriedTo(2570)));
        Assert.Empty(carried.Findings.Select(f => f.ToString()));
        Assert.Equal(Ids(framework), Ids(carried.Value!));
        var plan = BuiltInPlans.For(Award, "46") with { Telephone = "๐ ๔๓๘๑ ๒๕๖๗", OfficeAddress = "๒๕๖๗ หมู่ ๑ ตำบลกาฬสินธุ์" };
        var moved = plan.CarriedTo(Award, Award.CarriedTo(2570));
        Assert.Equal((plan.Telephone, plan.OfficeAddress), (moved.Telephone, moved.OfficeAddress));

        static IEnumerable<string> Ids(Framework of) => of.Indicators.SelectMany(i => i.Register.Columns).SelectMany(c => c.Options.Select(o => o.Id).Prepend(c.Id));
    }

    [Fact]
    public void CarriedTwice_StillSaysWhereItComesFrom() =>
        Assert.Equal(Award.CarriedTo(2570).Indicators[0].TextSource, Award.CarriedTo(2568).CarriedTo(2570).Indicators[0].TextSource);

    [Fact]
    public void Plan_KeepsUnitsAndAddressesAndLosesDecisions()
    {
        var plan = BuiltInPlans.For(Award, "46");
        var after = Award.CarriedTo(2569);
        var carried = plan.CarriedTo(Award, after);
        Assert.Equal(("46-dla-2569", 1, new DateOnly(2026, 5, 15)), (carried.Id.Value, carried.Revision, carried.InternalDeadline.Date));
        Assert.Equal(plan.Units, carried.Units, (a, b) => a.Code == b.Code && a.Email == b.Email);
        Assert.All(carried.Hosting, h => Assert.True(h.Source.IsAssumed));
        Assert.Empty(carried.OpenChoices);
        Assert.NotNull(AwardRules.Of(after, carried).Value);
        Assert.Empty(RulesText.ReadPlan(RulesWriter.ToJson(carried)).Findings.Where(f => f.Severity == Severity.Error));
    }
}
