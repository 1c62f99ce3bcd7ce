using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>A person's score beside the computed one, or in its place.</summary>
public sealed class AssessmentTests
{
    private static readonly Return Complaints = Nil("LAW", "10");

    [Theory]
    [InlineData(5.0, 0.0, false)]
    [InlineData(4.0, -1.0, false)]
    [InlineData(3.5, -1.5, true)]
    public void BesideAComputedScore_ItChangesNothingAndADifferenceBeyondOneLevelIsAFinding(double given, double difference, bool toSettle)
    {
        Return[] returns = [Complaints, Nil("ADM", "10")];
        var (before, after) = (Score(returns), Score(Given("10", (decimal)given), returns));
        Assert.Equal((before.Total, before["10"].Points), (after.Total, after["10"].Points));
        Assert.Equal(((decimal)given, (decimal)difference, false), (after["10"].Assessment!.Score, after["10"].AssessmentDifference, after["10"].IsByPerson));
        Assert.Equal(toSettle, after["10"].Measurement.Findings.Any(f => f.Code == "KAL4203"));
    }

    [Fact]
    public void WithoutAComputedScore_ItCountsAndIsMarkedAsAnAssumedRule()
    {
        var (before, after) = (Score(Everything().ToArray()), Score(Given("3", 2), [.. Everything()]));
        var score = after["3"];
        Assert.Null(before["3"].Points);
        Assert.Equal((2m, true, null, true), (score.Points, score.IsByPerson, score.AssessmentDifference, score.IsAssumed));
        Assert.Contains(score.Rules, r => r.Rule == RuleKind.Assessment && r.Source.IsAssumed);
        Assert.NotEqual(before.Total, after.Total);
        Assert.Contains(score.Explanation.Steps, s => s.Thai == "ยังคำนวณคะแนนไม่ได้ จึงใช้คะแนนที่ผู้ประเมินให้ ๒.๐๐ คะแนน");
    }

    [Fact]
    public void WhereAReturnIsStillMissing_TheTotalStaysProvisional()
    {
        var card = Scorer.Score(WithOnly(["10"]), [Complaints], EvaluationDate, Given("10", 4)).Single();
        Assert.Equal((4m, true, MeasurementState.Missing), (card.Total, card.Provisional, card["10"].Measurement.State));
    }

    [Fact]
    public void WhereNothingIsToBeMeasured_TheFrameworksRuleStands()
    {
        var score = Score(Given("1", 4), Nil("PER", "1"))["1"];
        Assert.Equal((MeasurementState.NotApplicable, null, false), (score.Measurement.State, score.Points, score.IsByPerson));
        Assert.Contains(score.Explanation.Steps, s => s.Thai.EndsWith("แสดงประกอบ ไม่นำมาคิด", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(5.01)]
    public void OffTheScale_ItIsNotUsedAndSaidSo(double given)
    {
        var score = Score(Given("3", (decimal)given), [.. Everything()])["3"];
        Assert.Null(score.Points);
        Assert.Contains(score.Measurement.Findings, f => f.Code == "KAL4204");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void AtTheEndsOfTheScale_ItIsUsed(int given) => Assert.Equal(given, Score(Given("3", given), [.. Everything()])["3"].Points);

    [Fact]
    public void WhereUnitsAreScored_ItIsOneUnits()
    {
        var rules = WithOnly(["3"], EntrantKind.Unit);
        var cards = Scorer.Score(rules, [], EvaluationDate, Given("3", 4, "4602"));
        Assert.Equal(4m, cards.Single(c => c.Entrant == "4602").Total);
        Assert.All(cards.Where(c => c.Entrant != "4602"), c => Assert.Null(c.Total));
    }

    private static Decisions Given(string indicator, decimal score, string? entrant = null) => Decisions.None with
    {
        Assessments = [new(IndicatorNumber.Parse(indicator), entrant is null ? null : UnitCode.Parse(entrant),
            score, "ตรวจหลักฐานในพื้นที่") { By = new("ผู้ตรวจประเมิน", "inspector") }],
    };
}
