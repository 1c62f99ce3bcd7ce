namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class RankingTests
{
    [Fact]
    public void Of_OrdersByTotalAndSharesRanks()
    {
        var ranking = Ranking.Of([Card("40", 3.5m), Card("46", 4.2m), Card("45", 4.2m), Card("47", null), Card("44", 4.1999m)]);
        Assert.Equal(["45", "46", "44", "40", "47"], ranking.Rows.Select(r => r.Scorecard.Entrant));
        Assert.Equal([1, 1, 3, 4, null], ranking.Rows.Select(r => r.Rank));
        Assert.Equal([true, true, false, false, false], ranking.Rows.Select(r => r.IsShared));
        Assert.False(ranking.IsProvisional);
    }

    [Fact]
    public void Of_OneProvisionalCard_MakesTheRankingProvisional() =>
        Assert.True(Ranking.Of([Card("40", 3.5m), Card("46", 4m) with { Provisional = true }]).IsProvisional);

    [Fact]
    public void Of_AssumedScores_AreSaid() =>
        Assert.True(Ranking.Of(Scorer.Score(KalasinRound.Rules, KalasinRound.Everything(), KalasinRound.EvaluationDate)).IsAssumed);

    [Fact]
    public void Of_CardsThatCannotBeCompared_Throws()
    {
        Assert.Throws<ArgumentException>(() => Ranking.Of([Card("40", 1), Card("46", 1) with { Revision = 2 }]));
        Assert.Throws<ArgumentException>(() => Ranking.Of([Card("40", 1), Card("40", 2)]));
    }

    private static Scorecard Card(string entrant, decimal? total) =>
        new(entrant, entrant, FrameworkId.Parse("dla-2567"), 1, KalasinRound.EvaluationDate, [], total, false);
}
