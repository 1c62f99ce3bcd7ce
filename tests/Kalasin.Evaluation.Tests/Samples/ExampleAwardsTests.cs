using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Samples;

/// <summary>Awards that the code has never seen, each from what its entrants send to scores, order and report; totals as a script in fractions reckons them.</summary>
public sealed class ExampleAwardsTests
{
    public static TheoryData<string> Awards => [.. ExampleAward.Names];

    [Theory]
    [MemberData(nameof(Awards))]
    public async Task Totals_AreThoseReckonedElsewhere(string name)
    {
        var award = new ExampleAward(name);
        var cards = await CardsAsync(award);
        Assert.Equal(award.Expected.Keys.Order(StringComparer.Ordinal), cards.Select(c => c.Entrant).Order(StringComparer.Ordinal));
        foreach (var card in cards)
        {
            ExampleAward.Same(award.Expected[card.Entrant].Total, card.Total);
            Assert.Equal(award.Expected[card.Entrant].Barred, card.IsBarred);
            Assert.False(card.Provisional);
        }
    }

    [Theory]
    [MemberData(nameof(Awards))]
    public async Task Order_IsThatOfTheTotals_AndTheBarredHaveNoRank(string name)
    {
        var (award, rules) = (new ExampleAward(name), new ExampleAward(name).Rules);
        var ranking = Ranking.Of(rules.Framework, await CardsAsync(award));
        var ranked = award.Expected.Where(e => !e.Value.Barred).OrderByDescending(e => e.Value.Total).Select(e => e.Value.Total).ToList();
        Assert.Equal(ranked.Count, ranking.Rows.Count(r => r.Rank is not null));
        foreach (var (expected, row) in ranked.Zip(ranking.Rows)) ExampleAward.Same(expected, row.Scorecard.Total);
        Assert.Equal(award.Expected.Count(e => e.Value.Barred), ranking.Rows.Count(r => r.Standing == EntrantStanding.Barred));
    }

    [Fact]
    public async Task Final_IsEnteredByTheThreeBestOfTheScreening()
    {
        var (screening, final) = (new ExampleAward("hospital-2568"), new ExampleAward("hospital-final-2568"));
        var entering = Ranking.Of(screening.Rules.Framework, await CardsAsync(screening)).Entering(final.Rules.Framework);
        Assert.Equal(final.Expected.Keys.Order(StringComparer.Ordinal), entering.Select(e => e.Scorecard.Entrant).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TwoDistrictsThatTie_ShareTheirRank()
    {
        var award = new ExampleAward("district-2567");
        var ranking = Ranking.Of(award.Rules.Framework, await CardsAsync(award));
        var shared = ranking.Rows.Where(r => r.IsShared).ToList();
        Assert.Equal(["4605", "4609"], shared.Select(r => r.Scorecard.Entrant));
        Assert.Equal(shared[0].Rank, shared[1].Rank);
        Assert.All(ranking.Rows, r => Assert.NotNull(r.TScore));
    }

    /// <summary>Every document of an award names it, and none that of Kalasin's own round.</summary>
    [Theory]
    [MemberData(nameof(Awards))]
    public async Task Report_NamesItsOwnAward_AndPrintsHowTheTotalComesAbout(string name)
    {
        var award = new ExampleAward(name);
        var (rules, returns) = (award.Rules, await ReturnsAsync(award));
        var card = Scorer.Score(rules, returns, rules.Plan.JudgedOn)[0];
        var report = ProvinceReport.Compose(rules, returns, card, Edition.Official);
        var texts = BlockText.Of(report).ToList();
        Assert.Contains(texts, t => t.Contains(ProvinceReport.AwardOf(rules), StringComparison.Ordinal));
        Assert.DoesNotContain(texts, t => t.Contains("ท้องถิ่นจังหวัดดีเด่น", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains(Evaluation.Scoring.ScoreDisplay.Points(card.Total!.Value).Thai, StringComparison.Ordinal));
        Assert.Equal(rules.Framework.Groups.IsEmpty && rules.Framework.Indicators.All(i => i.Role is null), report.Blocks.OfType<Table>().All(t => t.Caption?.Contains("ที่มาของคะแนนรวม", StringComparison.Ordinal) != true));
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            using var written = new MemoryStream();
            await DocumentWriters.For(format).WriteAsync(report, written, TestContext.Current.CancellationToken);
            Assert.True(written.Length > 10_000);
        }
    }

    internal static async Task<ImmutableArray<Return>> ReturnsAsync(ExampleAward award)
    {
        var rules = award.Rules;
        var files = award.Expected.Keys.Select(e => new SourceFile($"{e}.json", _ => ValueTask.FromResult<Stream>(new MemoryStream(award.Sent(e)))));
        var read = await ReturnReader.ReadAsync(rules, files, IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Error);
        return read.Returns;
    }

    private static async Task<ImmutableArray<Scorecard>> CardsAsync(ExampleAward award) => Scorer.Score(award.Rules, await ReturnsAsync(award), award.Rules.Plan.JudgedOn);
}
