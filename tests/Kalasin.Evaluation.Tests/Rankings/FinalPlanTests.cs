using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>The plan of a final, made of the ranking of its screening.</summary>
public sealed class FinalPlanTests
{
    private static readonly ExampleAward Screening = new("hospital-2568"), Final = new("hospital-final-2568");

    [Fact]
    public async Task ThreeBest_EnterTheFinal_AndAreScoredByIt()
    {
        var made = FinalPlan.Of(Final.Rules.Framework, await FieldAsync("46"), Screening.Rules.Plan, 1);
        Assert.Empty(made.Findings);
        var plan = made.Value!;
        Assert.Equal(("46-example-hospital-final-2568", 1), (plan.Id.Value, plan.Revision));
        Assert.Equal(Final.Expected.Keys.Order(StringComparer.Ordinal), plan.Hosting[0].Hosts.Select(h => h.Value).Order(StringComparer.Ordinal));
        Assert.All(plan.Hosting, h => Assert.Contains("ผลการจัดลำดับ", h.Source.Citation, StringComparison.Ordinal));
        Assert.True(plan.InternalDeadline.Source.IsAssumed);
        // No memo has asked for it: what papers name is the ranking.
        Assert.StartsWith("ผลการจัดลำดับ", plan.AskedBy, StringComparison.Ordinal);
        Assert.StartsWith("หนังสือ ", KalasinRound.Rules.Plan.AskedBy, StringComparison.Ordinal);
        var rules = AwardRules.Of(Final.Rules.Framework, plan).Value!;
        var read = await ReturnReader.ReadAsync(
            rules, Final.Expected.Keys.Select(e => SourceFile.FromBytes($"{e}.json", Final.Sent(e))), IntakeLimits.Default, TestContext.Current.CancellationToken);
        foreach (var card in Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn)) ExampleAward.Same(Final.Expected[card.Entrant].Total, card.Total);
    }

    /// <summary>Who comes from elsewhere has a code that says from where, and a name that does.</summary>
    [Fact]
    public async Task EntrantOfAnotherProvince_IsToldApart()
    {
        var plan = FinalPlan.Of(Final.Rules.Framework, await FieldAsync("40"), Screening.Rules.Plan, 3).Value!;
        Assert.All(plan.Hosting[0].Hosts, h => Assert.StartsWith("40HOSP", h.Value, StringComparison.Ordinal));
        Assert.Equal(3, plan.Revision);
        Assert.NotNull(AwardRules.Of(Final.Rules.Framework, plan).Value);
    }

    [Fact]
    public async Task FrameworkThatIsNotEntered_AndRankingWithoutAnybody_AreFindings()
    {
        var field = await FieldAsync("46");
        Assert.Equal("KAL8041", Assert.Single(FinalPlan.Of(Screening.Rules.Framework, field, Screening.Rules.Plan, 1).Findings).Code);
        Assert.Equal("KAL8041", Assert.Single(FinalPlan.Of(Final.Rules.Framework, field, Final.Rules.Plan, 1).Findings).Code);
        var empty = RankedField.Of(Screening.Rules.Framework, [], new(2025, 9, 30));
        Assert.Equal("KAL8042", Assert.Single(FinalPlan.Of(Final.Rules.Framework, empty, Screening.Rules.Plan, 1).Findings).Code);
    }

    /// <summary>Codes of twelve letters have no room for that of their province; nobody is left out because of that without a word.</summary>
    [Fact]
    public async Task EntrantsWhoWouldHaveOneCode_AreAFinding()
    {
        var made = FinalPlan.Of(Final.Rules.Framework, await FieldAsync("40", code => $"LONGNAME{code}"), Screening.Rules.Plan, 1);
        Assert.Null(made.Value);
        Assert.Equal("KAL8043", Assert.Single(made.Findings).Code);
    }

    private static async Task<RankedField> FieldAsync(string province, Func<string, string>? renamed = null)
    {
        var rules = Screening.Rules;
        var returns = await ExampleAwardsTests.ReturnsAsync(Screening);
        var cards = Scorer.Score(rules, returns, rules.Plan.JudgedOn);
        return RankedField.Of(rules.Framework, cards.Select(c => new RankingEntry(Province.Find(province)!, c with { Entrant = renamed?.Invoke(c.Entrant) ?? c.Entrant })), new(2025, 9, 30));
    }
}
