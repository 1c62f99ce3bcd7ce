using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>What happened after 15 May 2567, the evaluation date, doesn't count.</summary>
public sealed class EvaluationDateTests
{
    [Theory]
    [InlineData("DEV", "2", "completed")]
    [InlineData("PUB", "3", "date")]
    [InlineData("ADM", "6", "date")]
    [InlineData("ADM", "12", "date")]
    public void RowOfALaterDay_IsLeftOutWithTheReason(string unit, string indicator, string column)
    {
        RegisterRow On(int day) =>
            Row(
                1, ("authority", Authorities[0]), ("status", "#done"), ("title", "ก"), ("place", "ข"), ("channel", "#line"),
                ("reported", true), (column, Day(2567, 5, day)));
        Assert.Single(Score(Reported(unit, indicator, On(15)))[indicator].Measurement.Counted);
        var later = Score(Reported(unit, indicator, On(16)))[indicator].Measurement;
        Assert.Equal(0m, later.Value);
        var excluded = Assert.Single(later.Excluded);
        Assert.Equal(ExclusionReason.AfterEvaluationDate, excluded.Why);
        Assert.EndsWith("๑๖ พ.ค. ๖๗ อยู่หลังวันที่ประเมิน ๑๕ พ.ค. ๖๗", excluded.Reason.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void StepOfALaterDay_IsNotReached()
    {
        RegisterRow Step(int n, int day) =>
            Row(n, ("innovation", "น-01"), ("step", $"#{n}"), ("action", "ทำ"), ("date", Day(2567, 5, day)), ("evidence", "หนังสือ"));
        Assert.Equal(1m, Score(Reported("ADM", "8", Step(1, 15), Step(2, 16)))["8"].Measurement.Value);
    }

    [Fact]
    public void SummaryOfALaterDay_IsNotReached()
    {
        var finance = Everything().Single(r => r is { Indicator.Value: "9", Unit.Value: "FIN" })
            .WithFacts(("guidance", Day(2566, 10, 2)), ("summary", Day(2567, 5, 16)), ("governor", Day(2567, 2, 20)));
        Assert.Equal(3m, Score(finance)["9"].Measurement.Value);
    }
}
