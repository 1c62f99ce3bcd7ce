using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RulesWriterTests
{
    [Fact]
    public void Written_ReadsAsTheSame()
    {
        foreach (var framework in BuiltInFrameworks.All)
        {
            var again = RulesText.ReadFramework(RulesWriter.ToJson(framework));
            Assert.Empty(again.Findings.Select(f => f.ToString()));
            Assert.Equal(RulesWriter.HashOf(framework), RulesWriter.HashOf(again.Value!));
        }
        var plan = BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), "46");
        Assert.Equal(RulesWriter.HashOf(plan), RulesWriter.HashOf(RulesText.ReadPlan(RulesWriter.ToJson(plan)).Value!));
    }

    [Theory]
    [InlineData("\"value\": 1,", "\"value\": 1.00,", true)]
    [InlineData("\"value\": 1,", "\"value\": 1.01,", false)]
    [InlineData("\"required\": true", "\"required\": false", false)]
    [InlineData("\"type\": \"authority\"", "\"type\": \"authority\", \"internal\": false", true)]
    [InlineData(
        "\"kind\": \"within\", \"from\": { \"kind\": \"column\", \"name\": \"received\" }, \"to\"",
        "\"from\": { \"name\": \"received\", \"kind\": \"column\" }, \"kind\": \"within\", \"to\"", true)]
    [InlineData("\"days\": 30", "\"days\": 30, \"endsOnHoliday\": \"asIs\"", true)]
    [InlineData("\"days\": 30", "\"days\": 30, \"endsOnHoliday\": \"extend\"", false)]
    public void Hash_IsOfWhatIsSaid(string passage, string replacement, bool same)
    {
        var changed = RulesText.ReadFramework(RulesText.Change(RulesText.Framework, passage, replacement).Text).Value!;
        Assert.Equal(same, RulesWriter.HashOf(RulesText.ReadFramework(RulesText.Framework).Value!) == RulesWriter.HashOf(changed));
    }
}
