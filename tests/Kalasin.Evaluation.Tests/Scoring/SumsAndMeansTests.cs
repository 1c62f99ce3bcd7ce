using System.Collections.Immutable;
using CsCheck;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Budget spent ÷ budget granted, and the mean of survey scores, by a framework that only the tests know.</summary>
public sealed class SumsAndMeansTests
{
    internal static readonly AwardRules Budget = BudgetRound.Rules;

    private static readonly Gen<(decimal Spent, decimal Granted)[]> Projects = Gen.Select(
        Gen.Decimal[0, 1_000_000], Gen.Decimal[0.01m, 1_000_000]).Array[1, 40];

    private static readonly Gen<decimal[]> Scores = Gen.Decimal[0, 5].Array[1, 40];

    [Fact]
    public void Ratio_IsOneSumOverTheOther()
    {
        var score = Score(Spending(("ก-1", 750.50m, 1000), ("ก-2", 100, 0.5m)))["1"];
        Assert.Equal(85050 / 1000.5m, score.Measurement.Value);
        Assert.Equal((850.50m, 1000.5m), (score.Measurement.Numerator, score.Measurement.Denominator));
        Assert.Equal("๘๕๐.๕๐ ÷ ๑,๐๐๐.๕ × ๑๐๐ = ๘๕.๐๑", score.Measurement.Formula.Thai);
        Assert.Equal("งบที่เบิกจ่ายรวม ๘๕๐.๕๐ จากงบที่ได้รับรวม ๑,๐๐๐.๕ คิดเป็นร้อยละ ๘๕.๐๑", score.Measurement.Sentence.Thai);
        Assert.Equal("Budget spent: 850.50 of Budget granted: 1,000.5, 85.01 per cent", score.Measurement.Sentence.English);
        Assert.Equal("งบที่เบิกจ่ายเพิ่มอีก ๔๙.๙๕ (ร้อยละ ๙๐.๐๐) จึงได้ระดับ ๔", score.NextLevel!.Thai);
        Assert.Contains(score.Explanation.Steps, s => s.English.StartsWith("85.01 per cent: between 80 and 90", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingToDivideBy_IsNotApplicable()
    {
        foreach (var returned in new[] { Nil("ADM", "1"), Spending(("ก-1", 5, 0)) })
        {
            var score = Score(returned)["1"];
            Assert.Equal((MeasurementState.NotApplicable, null, null), (score.Measurement.State, score.Measurement.Value, score.Points));
            Assert.Equal("ผลรวมของงบที่ได้รับเป็น ๐ จึงไม่คำนวณร้อยละ", score.Measurement.Sentence.Thai);
        }
    }

    [Fact]
    public void RowThatLacksANumber_IsInNeitherSumAndSaid()
    {
        var measurement = Score(Spending(("ก-1", 50, 100), ("ก-2", null, 900), ("ก-3", 900, null)))["1"].Measurement;
        Assert.Equal(50m, measurement.Value);
        Assert.Equal([ExclusionReason.NumberMissing, ExclusionReason.NumberMissing], measurement.Excluded.Select(e => e.Why));
        Assert.Equal(["ยังไม่ได้ระบุงบที่เบิกจ่าย", "ยังไม่ได้ระบุงบที่ได้รับ"], measurement.Excluded.Select(e => e.Reason.Thai));
        Assert.Equal(2, measurement.Findings.Count(f => f.Code == "KAL4124"));
    }

    [Fact]
    public void SameProjectTypedTwice_CountsOnceAndWithTwoAnswersNowhere()
    {
        Assert.Equal(50m, Score(Spending(("ก-1", 50, 100), ("ก-1", 50, 100)))["1"].Measurement.Value);
        var disputed = Score(Spending(("ก-1", 50, 100), ("ก-1", 60, 100), ("ก-2", 1, 4)))["1"].Measurement;
        Assert.Equal(25m, disputed.Value);
        Assert.Contains(disputed.Findings, f => f.Code == "KAL4103");
    }

    [Theory]
    [InlineData(nameof(BlankRule.LeftOut), 4.5, 2, 1)]
    [InlineData(nameof(BlankRule.Zero), 3, 3, 0)]
    public void Mean_CountsBlanksAsItsRuleSays(string blanks, double mean, int rows, int missing)
    {
        var indicators = Budget.Framework.Indicators.Select(i =>
            i.Measure is AverageMeasure m ? i with { Measure = m with { Blanks = Enum.Parse<BlankRule>(blanks) } } : i);
        var rules = AwardRules.Of(Budget.Framework with { Indicators = [.. indicators] }, Budget.Plan).Value!;
        var measurement = Scorer.Score(rules, [Surveys(4, null, 5)], EvaluationDate).Single()["2"].Measurement;
        Assert.Equal(
            ((decimal)mean, (decimal?)rows, missing),
            (measurement.Value, measurement.Denominator, measurement.Findings.Count(f => f.Code == "KAL4124")));
    }

    [Fact]
    public void Mean_SaysItsArithmeticAndTheNextStep()
    {
        var score = Score(Surveys(3, 4, 4))["2"];
        Assert.Equal("๑๑ ÷ ๓ = ๓.๖๗", score.Measurement.Formula.Thai);
        Assert.Equal("คะแนนเฉลี่ย ๓.๖๗ คะแนน จาก ๓ รายการ", score.Measurement.Sentence.Thai);
        Assert.Equal((2m, "อีก ๐.๓๔ คะแนน (๔.๐๐ คะแนน) จึงได้ระดับ ๔"), (score.Points, score.NextLevel!.Thai));
        Assert.Equal((1m, MeasurementState.NotApplicable), (Score(Surveys(2))["2"].Points, Score(Nil("ADM", "2"))["2"].Measurement.State));
    }

    [Fact]
    public void Ratio_OfOneShareIsThatShareWhateverTheAmounts() => Gen.Select(Projects, Gen.Int[0, 100]).Sample((projects, share) =>
    {
        var spent = Spending([.. projects.Select((p, i) => ($"ก-{i}", (decimal?)(p.Granted * share / 100), (decimal?)p.Granted))]);
        var value = Score(spent)["1"].Measurement.Value!.Value;
        Assert.InRange(value, share - 0.000001m, share + 0.000001m);
    });

    [Fact]
    public void Ratio_LiesBetweenThatOfItsRowsAndRisesWithWhatIsSpent() => Projects.Sample(projects =>
    {
        var rows = projects.Select((p, i) => ($"ก-{i}", (decimal?)p.Spent, (decimal?)p.Granted)).ToArray();
        var value = Score(Spending(rows))["1"].Measurement.Value!.Value;
        var shares = projects.Select(p => p.Spent * 100 / p.Granted).ToList();
        Assert.InRange(value, shares.Min() - 0.000001m, shares.Max() + 0.000001m);
        rows[0].Item2 += 1;
        Assert.True(Score(Spending(rows))["1"].Measurement.Value > value);
    });

    [Fact]
    public void Mean_LiesBetweenItsTermsWhateverTheirOrder() => Gen.Select(Scores, Gen.Int).Sample((scores, seed) =>
    {
        var mean = Score(Surveys([.. scores]))["2"].Measurement.Value!.Value;
        Assert.InRange(mean, scores.Min(), scores.Max());
        var shuffled = scores.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(mean, Score(Surveys([.. shuffled]))["2"].Measurement.Value);
        Assert.Equal(mean, Score(Surveys([.. scores, mean]))["2"].Measurement.Value!.Value, 20);
    });

    private static Scorecard Score(params Return[] returns) => Scorer.Score(Budget, returns, EvaluationDate).Single();

    private static Return Spending(params (string Code, decimal? Spent, decimal? Granted)[] projects) => Reported("ADM", "1", [.. projects.Select((p, i) => Row(
        i + 1,
        [("code", p.Code), ("kind", "#regular"), .. p.Spent is { } spent ? [("spent", spent)] : Array.Empty<(string, object)>(),
            .. p.Granted is { } granted ? [("granted", granted)] : Array.Empty<(string, object)>()]))]);

    private static Return Surveys(params ImmutableArray<decimal?> scores) =>
        Reported(
            "ADM", "2",
            [.. scores.Select((s, i) => s is { } score ? Row(i + 1, ("place", $"จุดที่ {i}"), ("score", score)) : Row(i + 1, ("place", $"จุดที่ {i}")))]);

    private static Return Surveys(decimal[] scores) => Surveys([.. scores.Select(s => (decimal?)s)]);
}
