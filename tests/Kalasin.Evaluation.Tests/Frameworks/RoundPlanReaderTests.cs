using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RoundPlanReaderTests
{
    [Fact]
    public void Kalasin_ReadsWithoutFindings()
    {
        using var stream = EmbeddedRules.Open("46-dla-2567");
        Assert.Empty(RoundPlanReader.Read(stream).Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void Small_FitsTheSmallFramework()
    {
        var plan = RulesText.ReadPlan(RulesText.Plan);
        Assert.Empty(plan.Findings.Select(f => f.ToString()));
        Assert.Equal(3, AwardRules.Of(RulesText.ReadFramework(RulesText.Framework).Value!, plan.Value!).Value!.Expected.Count());
    }

    [Theory]
    [InlineData("\"province\": \"46\"", "\"province\": \"10\"", "KAL3107", "/province")]
    [InlineData("\"collector\": \"ADM\"", "\"collector\": \"ADMIN\"", "KAL3032", "/collector")]
    [InlineData("\"16:30:00\"", "\"16.30\"", "KAL3016", "/internalDeadline/officeHoursEnd")]
    [InlineData("\"email\": \"a@b.th\"", "\"email\": \"a b\"", "KAL3052", "/internalDeadline/email")]
    [InlineData("\"code\": \"4602\"", "\"code\": \"ADM\"", "KAL3031", "/units/1/code")]
    [InlineData("\"code\": \"4602\"", "\"code\": \"นามน\"", "KAL3015", "/units/1/code")]
    [InlineData("\"th\": \"นามน\"", "\"th\": \"งานบริหาร ทั่วไป\"", "KAL3054", "/units/1")]
    [InlineData("\"district\": \"4602\"", "\"district\": \"4701\"", "KAL3055", "/units/1/district")]
    [InlineData("\"kind\": \"section\"", "\"kind\": \"section\", \"district\": \"4601\"", "KAL3055", "/units/0/district")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "⟦\"hosts\": [\"ADM\", \"4603\"]", "KAL3032", "/hosting/1/hosts/1")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": [\"ADM\", \"ADM\"]", "KAL3031", "/hosting/1/hosts/1")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": [\"4602\"]", "KAL3053", "/hosting/1/lead")]
    [InlineData("\"indicator\": \"2\"", "\"indicator\": \"1\"", "KAL3031", "/hosting/1/indicator")]
    [InlineData("\"duplicates\": \"countOnce\"", "\"duplicates\": \"count\"", "KAL3014", "/duplicates")]
    [InlineData("\"role\": \"certifier\"", "\"role\": \"Certifier\"", "KAL3037", "/signatories/0/role")]
    [InlineData("\"district\": \"4602\"", "\"district\": \"4602\", \"email\": \"\"", "KAL3052", "/units/1/email")]
    [InlineData("\"collector\":", "\"reminders\": [7, 0], \"collector\":", "KAL3043", "/reminders/1")]
    [InlineData("\"collector\":", "\"reminders\": [61], \"collector\":", "KAL3043", "/reminders/0")]
    [InlineData("\"collector\":", "\"reminders\": [7, 3, 7], \"collector\":", "KAL3031", "/reminders/2")]
    [InlineData("\"district\": \"4602\"", "\"district\": \"4602\", \"email\": \"a@b.th, c@d.th\"", "KAL3052", "/units/1/email")]
    [InlineData("\"role\": \"certifier\"", "\"role\": \"certifier\", \"name\": \" \"", "KAL3034", "/signatories/0/name")]
    [InlineData("\"role\": \"certifier\"", "\"role\": \"certifier\", \"name\": \"a\\nb\"", "KAL3036", "/signatories/0/name")]
    [InlineData("\"until\": \"ว …\"", "\"until\": \"\"", "KAL3034", "/openChoices/0/until")]
    public void Broken_IsFoundWhereItStands(string passage, string replacement, string code, string pointer)
    {
        var (text, line) = RulesText.Change(RulesText.Plan, passage, replacement);
        var result = RulesText.ReadPlan(text);
        Assert.Null(result.Value);
        Assert.Contains((code, pointer, (int?)line), result.Findings.Select(f => (f.Code, f.Place.Pointer ?? "", f.Place.Line)));
    }

    [Theory]
    [InlineData("\"framework\": \"small-2567\"", "\"framework\": \"other-2567\"", "KAL3101")]
    [InlineData(
        "{ \"indicator\": \"1\", \"hosts\": [\"ADM\"], \"lead\": \"ADM\", \"source\": { \"kind\": \"memo\" }, \"leadSource\": { \"kind\": \"memo\" } },",
        "", "KAL3102")]
    [InlineData("\"indicator\": \"2\"", "\"indicator\": \"3\"", "KAL3104")]
    [InlineData("\"date\": \"2024-05-15\"", "\"date\": \"2024-06-01\"", "KAL3105")]
    public void PlanThatDoesNotFit_IsFound(string passage, string replacement, string code)
    {
        var plan = RulesText.ReadPlan(RulesText.Change(RulesText.Plan, passage, replacement).Text).Value!;
        var result = AwardRules.Of(RulesText.ReadFramework(RulesText.Framework).Value!, plan);
        Assert.Null(result.Value);
        Assert.Contains(code, result.Findings.Select(f => f.Code));
    }

    /// <summary>A plan that a program made, not the reader: that one refuses it by its ids.</summary>
    [Fact]
    public void IndicatorHostedTwice_IsFoundAtTheSecondEntry()
    {
        var plan = RulesText.ReadPlan(RulesText.Plan).Value!;
        var result = AwardRules.Of(RulesText.ReadFramework(RulesText.Framework).Value!, plan with { Hosting = [.. plan.Hosting, plan.Hosting[0]] });
        Assert.Null(result.Value);
        Told.Is(
            Assert.Single(result.Findings), "KAL3103", "/hosting/2/indicator",
            "ตัวชี้วัดที่ ๑ มีรายการเจ้าภาพมากกว่า ๑ รายการ โปรดรวมเป็นรายการเดียว", "Indicator 1 is hosted in more than one entry. Make one entry of them.");
    }

    [Fact]
    public void PlanWithoutAddress_IsAWarning()
    {
        var plan = RulesText.ReadPlan(RulesText.Change(RulesText.Plan, "\"email\": \"a@b.th\"", "\"email\": \"\"").Text).Value!;
        var result = AwardRules.Of(RulesText.ReadFramework(RulesText.Framework).Value!, plan);
        Assert.Equal("KAL3108", Assert.Single(result.Findings).Code);
        Assert.NotNull(result.Value);
    }

    [Fact]
    public void AddressesAndNames_AreRead_AndNoneIsWrittenWhereThereIsNone()
    {
        var text = RulesText.Plan.Replace("\"district\": \"4602\"", "\"district\": \"4602\", \"email\": \"namon@example.go.th\"", StringComparison.Ordinal)
            .Replace("\"role\": \"certifier\"", "\"role\": \"certifier\", \"name\": \"นายตัวอย่าง ใจดี\"", StringComparison.Ordinal);
        var plan = RulesText.ReadPlan(text).Value!;
        Assert.Equal((null, "namon@example.go.th", "นายตัวอย่าง ใจดี"), (plan.Units[0].Email, plan.Units[1].Email, plan.Signatories[0].Name));
        Assert.Equal(RulesText.ReadPlan(RulesWriter.ToJson(plan)).Value!.Units[1], plan.Units[1] with { Aliases = RulesText.ReadPlan(text).Value!.Units[1].Aliases });
        Assert.DoesNotContain("null", RulesWriter.ToJson(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void ExcludedProvince_IsAWarning()
    {
        var text = RulesText.Framework.Replace("\"51\"", "\"46\"", StringComparison.Ordinal);
        var result = AwardRules.Of(RulesText.ReadFramework(text).Value!, RulesText.ReadPlan(RulesText.Plan).Value!);
        Assert.Equal("KAL3106", Assert.Single(result.Findings).Code);
        Assert.NotNull(result.Value);
    }
}
