using System.Globalization;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>
/// Rules are data: a file that the code has never seen, of another award with other days, predicates, scales and entrants, is
/// scored with no change in the code.
/// </summary>
public sealed class UnseenFrameworkTests
{
    private static readonly AwardRules Rules = UnseenRound.Rules;

    [Theory]
    [InlineData("1", "50", "1")] // 1 of 2: the withdrawn and the not yet due request are in neither number
    [InlineData("2", "5", "2.5")] // steps at 4 and 9
    [InlineData("3", "2", "2")] // step 3 lacks, so step 4 does not help
    [InlineData("4", "0", "5")] // fewer is better
    public void District_IsScoredByTheFile(string indicator, string value, string points)
    {
        var score = Card()[indicator];
        Assert.Equal(Number(value), score.Measurement.Value);
        Assert.Equal(Number(points), score.Points);
    }

    [Fact]
    public void Total_IsWeightedByWeightsThatAddUpTo85() => Assert.Equal((40 * 1m + 15 * 2.5m + 25 * 2m + 5 * 5m) / 85m, Card().Total);

    [Fact]
    public void EveryDistrict_HasItsOwnCard() => Assert.Equal(18, Scorer.Score(Rules, [], new(2025, 10, 1)).Length);

    private static Scorecard Card() => Scorer.Score(Rules, UnseenRound.Returns(), new(2025, 10, 1)).Single(c => c.Entrant == UnseenRound.NaMon.Value);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
