using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class StandardPlanTests
{
    public static TheoryData<string> Ids => [.. BuiltInFrameworks.All.Select(f => f.Id.Value)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryProvince_HasAPlanThatFitsAndReads(string id)
    {
        var framework = BuiltInFrameworks.Get(id);
        foreach (var province in Province.All)
        {
            var rules = AwardRules.For(framework, province.Code);
            Assert.Equal(province.Districts.Length, rules.Plan.Units.Count(u => u.Kind == UnitKind.DistrictOffice));
            Assert.Empty(RulesText.ReadPlan(RulesWriter.ToJson(rules.Plan)).Findings.Select(f => $"{province}: {f}"));
        }
    }

    [Fact]
    public void OtherProvince_IsHostedAsInKalasinAndSaysThatItIsAssumed()
    {
        var framework = BuiltInFrameworks.Get("dla-2567");
        var plan = BuiltInPlans.For(framework, "47");
        var districts = Province.Find("47")!.Districts.Length;
        Assert.True(BuiltInPlans.IsStandard(plan));
        Assert.Equal("47-dla-2567", plan.Id.Value);
        Assert.Equal(new DateOnly(2024, 5, 15), plan.InternalDeadline.Date);
        Assert.All(plan.Hosting, h => Assert.True(h.Source.IsAssumed && h.LeadSource.IsAssumed));
        Assert.Equal(18 + 4 * districts, AwardRules.For(framework, "47").Expected.Count());
        Assert.DoesNotContain("กาฬสินธุ์", plan.Office.Thai + string.Concat(plan.Signatories.Select(s => s.Position.Thai)), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.OpenChoices, c => c.Id == "pub-name");
    }

    [Fact]
    public void Kalasin_OfItsOwnFramework_IsNoStandardPlan() =>
        Assert.False(BuiltInPlans.IsStandard(BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), "46")));

    /// <summary>The same award of another year is hosted as in Kalasin, an indicator that Kalasin doesn't know by who compiles; what one year's letter leaves open is that year's.</summary>
    [Fact]
    public void AnotherYear_IsHostedAsInKalasin_WithoutItsOpenChoices()
    {
        var award = BuiltInFrameworks.Get("dla-2567");
        var (same, next) = (BuiltInPlans.For(award, "40"), BuiltInPlans.For(
            award with { Id = FrameworkId.Parse("dla-2568"), Indicators = [.. award.Indicators, award.Indicators[0] with { Number = IndicatorNumber.Parse("99") }] }, "40"));
        Assert.NotEmpty(same.OpenChoices);
        Assert.Empty(next.OpenChoices);
        Assert.Equal(same.Hosting.Select(h => (h.Lead, h.Hosts.Length)), next.Hosting[..^1].Select(h => (h.Lead, h.Hosts.Length)));
        var alone = next.Hosting[^1];
        Assert.Equal((next.Collector, next.Collector), (alone.Lead, Assert.Single(alone.Hosts)));
        Assert.Equal(("จังหวัดยังไม่ได้กำหนดเจ้าภาพ", "จังหวัดยังไม่ได้กำหนดเจ้าภาพหลัก"), (alone.Source.Note, alone.LeadSource.Note));
        Assert.All(BuiltInPlans.For(award with { Id = FrameworkId.Parse("other-2567") }, "40").Hosting, h => Assert.Equal([next.Collector], h.Hosts));
    }

    [Fact]
    public void AwardOfUnits_IsReportedByEveryDistrictItself()
    {
        var rules = AwardRules.For(BuiltInFrameworks.Get("example-service-2568"), "46");
        Assert.Equal(4 * 18, rules.Expected.Count());
        Assert.Empty(rules.IndicatorsOf(UnitCode.Parse("ADM")));
    }

    [Theory]
    [InlineData("10")]
    [InlineData("กาฬสินธุ์")]
    [InlineData("")]
    public void NoProvince_Throws(string province) => Assert.Throws<ArgumentException>(() => BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), province));
}
