using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class BuiltInRulesTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Fact]
    public void Kalasin_Expects90ReturnsOf24UnitsOn12Indicators()
    {
        Assert.Equal(12, Rules.Framework.Indicators.Length);
        Assert.Equal(24, Rules.Plan.Units.Length);
        Assert.Equal(90, Rules.Expected.Count());
        Assert.Equal(90, Rules.Expected.Distinct().Count());
        Assert.Equal(18, Rules.Expected.Count(e => Rules.Plan.Find(e.Unit)!.Kind != UnitKind.DistrictOffice));
        Assert.Equal(["3", "4", "8", "9"], Rules.IndicatorsOf(UnitCode.Parse("4602")).Select(i => i.Number.Value));
    }

    [Theory]
    [InlineData("3", "PUB", 19)]
    [InlineData("4", "PUB", 19)]
    [InlineData("5", "PUB", 1)]
    [InlineData("8", "ADM", 24)]
    [InlineData("9", "FIN", 19)]
    [InlineData("10", "LAW", 2)]
    public void Kalasin_HostsAsInTheMemo(string indicator, string lead, int hosts)
    {
        var hosting = Rules.HostingOf(IndicatorNumber.Parse(indicator));
        Assert.Equal(lead, hosting.Lead.Value);
        Assert.Equal(hosts, hosting.Hosts.Length);
        Assert.Equal(hosts > 1, hosting.LeadSource.IsAssumed);
    }

    [Fact]
    public void Indicator9_TopLevelEndsOn27February2567()
    {
        var top = Assert.IsType<LevelMeasure>(Rules.Framework[IndicatorNumber.Parse("9")].Measure).Steps[4];
        var within = Assert.IsType<Within>(Assert.IsType<FactHolds>(top.Condition).Holds);
        Assert.Equal(new FiscalYearEndOperand(2566), within.From);
        Assert.Equal(new FactOperand("governor"), within.To);
        Assert.Equal(new DateOnly(2024, 2, 27), new DateOnly(2566 - 543, 9, 30).AddDays(within.Days!.Value));
    }

    [Fact]
    public void Indicator11_PassesAt85WithoutRounding()
    {
        var measure = Assert.IsType<PercentageMeasure>(Rules.Framework[IndicatorNumber.Parse("11")].Measure);
        Assert.Equal(new AtLeast(new ColumnOperand("score"), new NumberOperand(85.00m)), measure.Meets);
        Assert.Equal(new DateOnly(2023, 9, 30), measure.Population!.On);
        Assert.Empty(measure.Population.Kinds);
    }

    [Fact]
    public void Scales_ArePresentOnlyWhereTheDesignAssumesOne()
    {
        foreach (var indicator in Rules.Framework.Indicators)
            switch (indicator.Number.Value)
            {
                case "3" or "4" or "5" or "6" or "7": Assert.Null(indicator.Scale); break;
                case "8" or "9": Assert.IsType<DirectScale>(indicator.Scale); break;
                case "10": Assert.Equal([4, 3, 2, 1, 0], Assert.IsType<InterpolatedScale>(indicator.Scale).Thresholds); break;
                default: Assert.Equal([60, 70, 80, 90, 100], Assert.IsType<InterpolatedScale>(indicator.Scale).Thresholds); break;
            }
        Assert.All(Rules.Framework.Indicators, i => Assert.True(i.Weight is { Value: 1, Source.IsAssumed: true }));
        Assert.All(Rules.Framework.Indicators, i => Assert.True(i.Scale?.Source.IsAssumed ?? true));
    }

    [Fact]
    public void Rules_CarryNoPersonAndNoSlip()
    {
        foreach (var id in new[] { "dla-2567", "46-dla-2567", "dla-district-2567", "example-service-2568" })
        {
            using var reader = new StreamReader(EmbeddedRules.Open(id));
            var text = reader.ReadToEnd();
            Assert.DoesNotContain("สมทวง", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("นางสาว|นาง |นาย(?![กอ])|พ\\.จ\\.ต\\.", text);
            Assert.DoesNotMatch("[0๐][-– ]?[0-9๐-๙]{1,3}[-– ]?[0-9๐-๙]{3}[-– ]?[0-9๐-๙]{3,4}", text);
            Assert.DoesNotMatch("[๐-๙]@|@[^ \"]*[๐-๙]", text);
        }
    }

    [Fact]
    public void TextOf_PutsTheProvinceInItsPlace()
    {
        Assert.Contains("ท้องถิ่นจังหวัดกาฬสินธุ์ และการปรับปรุง", Rules.TextOf(Rules.Framework[IndicatorNumber.Parse("7")]).Thai, StringComparison.Ordinal);
        Assert.All(Rules.Framework.Indicators, i => Assert.DoesNotContain("{", Rules.TextOf(i).Thai + Rules.TextOf(i).English, StringComparison.Ordinal));
    }

    [Fact]
    public void TextOf_TakesWhatWasChosen()
    {
        var second = Rules.Framework[IndicatorNumber.Parse("2")];
        var chosen = Rules.Plan.OpenChoices.Single(c => c.Indicator == second.Number).Options[0];
        Assert.DoesNotContain("เนื่องในโอกาส", Rules.TextOf(second).Thai, StringComparison.Ordinal);
        Assert.Equal(chosen, Rules.TextOf(second, new Dictionary<string, string> { ["indicator-2-wording"] = chosen }).Thai);
        Assert.Contains("พระราชพิธีมหามงคลเฉลิมพระชนมพรรษา ๖ รอบ ๒๘ กรกฎาคม ๒๕๖๗", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public void Authorities_OfKalasinAre151() => Assert.Equal(151, Rules.Authorities.Count);

    [Fact]
    public void Units_StandInTheRegisterOfDistricts() =>
        Assert.Equal(
            Rules.Province.Districts.Select(d => ("ท้องถิ่นอำเภอ" + d.Name, d.Code)),
            Rules.Plan.Units.Where(u => u.District is not null).Select(u => (u.Name.Thai, u.District!)));

    [Fact]
    public void EverySource_IsCitedOrSaysWhatWasAssumed()
    {
        foreach (var id in new[] { "dla-2567", "46-dla-2567", "dla-district-2567", "example-service-2568" })
        {
            using var stream = EmbeddedRules.Open(id);
            using var json = JsonDocument.Parse(stream);
            var sources = Sources(json.RootElement).ToList();
            Assert.NotEmpty(sources);
            Assert.All(sources, s => Assert.True(s.TryGetProperty(s.GetProperty("kind").GetString() == "assumed" ? "note" : "citation", out _), s.ToString()));
        }

        static IEnumerable<JsonElement> Sources(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
                p.Name.EndsWith("ource", StringComparison.Ordinal) ? [p.Value]
                : p.Name.EndsWith("ources", StringComparison.Ordinal) ? p.Value.EnumerateArray() : Sources(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Sources),
            _ => [],
        };
    }

    [Theory]
    [InlineData("1", "กลุ่มเรื่อง", "ตัวหาร")]
    [InlineData("3", "วันที่ ชื่อ และสถานที่เดียวกัน")]
    [InlineData("4", "วันที่ ชื่อ และสถานที่เดียวกัน")]
    [InlineData("5", "วันที่ ชื่อ และสถานที่เดียวกัน")]
    [InlineData("6", "๓ ช่องทาง")]
    [InlineData("7", "วันที่และชื่อเดียวกัน")]
    [InlineData("11", "๘๕.๐๐")]
    public void WhatTheLettersDoNotSay_IsAssumed(string indicator, params string[] details)
    {
        var measure = Rules.Framework[IndicatorNumber.Parse(indicator)].Measure;
        Assert.True(measure.IsAssumed);
        Assert.All(details, d => Assert.Contains(measure.DetailSources, s => s.IsAssumed && s.Note!.Contains(d, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryPopulationAndTheEndOfOfficeHours_SayWhereTheyComeFrom()
    {
        Assert.All(Rules.Framework.Indicators.Select(i => i.Measure).OfType<PercentageMeasure>(), m => Assert.True(m.Population?.Source!.IsAssumed ?? true));
        Assert.True(Rules.Plan.InternalDeadline.OfficeHoursSource!.IsAssumed);
    }

    [Fact]
    public void Excluded_Leaves66Of76Provinces()
    {
        var excluded = Rules.Framework.Excluded!;
        Assert.Equal(
            ["ลำพูน", "ฉะเชิงเทรา", "ตรัง", "พังงา", "นครศรีธรรมราช", "มุกดาหาร", "ราชบุรี", "ลพบุรี", "ศรีสะเกษ", "สุราษฎร์ธานี"],
            excluded.Codes.Select(c => Province.Find(c)!.Name));
        Assert.Contains("ไม่ระบุเหตุผล", excluded.Source.Note!, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvinceThatTheLetterLeavesOut_StandsApart_AndNoOther()
    {
        Assert.Null(Rules.StandsApart);
        var apart = AwardRules.For(Rules.Framework, Rules.Framework.Excluded!.Codes[0]).StandsApart!;
        Assert.StartsWith("จังหวัดลำพูนเป็นจังหวัดที่หนังสือของ", apart.Thai, StringComparison.Ordinal);
        Assert.Contains("stands apart in the ranking", apart.English, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryThatMustOccurAndIsNoOptionOfItsColumn_IsFound()
    {
        var framework = JsonNode.Parse(RulesWriter.ToJson(Rules.Framework))!;
        framework["indicators"]!.AsArray().Single(i => i!["measure"]!["expects"] is not null)!["measure"]!["expects"]!["options"]!.AsArray().Add("holidays");
        var found = Assert.Single(FrameworkReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(framework.ToJsonString()))).Findings, f => f.Severity == Severity.Error);
        Assert.Contains("/measure/expects/options", found.Place.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenChoices_AreWhatTheLetterLeavesOpen()
    {
        Assert.Equal(["dla-letter-number", "indicator-2-wording", "pub-name", "project-title", "website-names"], Rules.Plan.OpenChoices.Select(c => c.Id));
        Assert.Equal(Rules.Framework[IndicatorNumber.Parse("2")].Text.Thai, Rules.Plan.OpenChoices[1].Until);
        Assert.Equal(Rules.Framework[IndicatorNumber.Parse("6")].Text.Thai, Rules.Plan.OpenChoices[4].Until);
    }

    [Fact]
    public void Districts_AreShownWithoutScores()
    {
        var framework = BuiltInFrameworks.Get("dla-district-2567");
        Assert.True(framework.ScoringOff);
        Assert.Equal(EntrantKind.Unit, framework.Entrant);
        Assert.Equal(["3", "4", "8", "9"], framework.Indicators.Select(i => i.Number.Value));
    }

    [Fact]
    public void UnknownFramework_NamesThoseThatShip() => Assert.Equal(
        "No framework 'x' ships. There are: dla-2567, dla-district-2567, example-service-2568.",
        Assert.Throws<KeyNotFoundException>(() => BuiltInFrameworks.Get("x")).Message);

    [Fact]
    public void Example_HasUnequalThresholdsStepsAndWeights()
    {
        var framework = BuiltInFrameworks.Get("example-service-2568");
        Assert.Equal(85, framework.Indicators.Sum(i => i.Weight.Value));
        Assert.Equal([50, 65, 82.5m, 90, 97], Assert.IsType<InterpolatedScale>(framework.Indicators[0].Scale).Thresholds);
        Assert.True(Assert.IsType<SteppedScale>(framework.Indicators[3].Scale).IsFalling);
        Assert.Equal(
            HolidayRule.Extend,
            Assert.IsType<Within>(Assert.IsType<AllOf>(Assert.IsType<PercentageMeasure>(framework.Indicators[0].Measure).Meets).Of[1]).EndsOnHoliday);
    }
}
