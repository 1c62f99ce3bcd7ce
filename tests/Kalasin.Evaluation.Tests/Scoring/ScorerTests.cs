using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Tests.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly RuleSource Annex = new(SourceKind.Annex);

    [Fact]
    public void WholeRound_MeasuresAllTwelveIndicators()
    {
        var card = Scorer.Score(Rules, Everything(), EvaluationDate).Single();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n}"), card.Scores.Select(s => s.Indicator.Value));
        Assert.All(card.Scores, s => Assert.Equal(MeasurementState.Measured, s.Measurement.State));
        Assert.Equal(
            new (decimal, decimal?)[]
            {
                (500m / 7, 2 + (500m / 7 - 70) / 10), (12000m / 151, 2 + (12000m / 151 - 70) / 10),
                (39, null), (39, null), (3, null), (12, null), (4, null), (5, 5), (5, 5), (1, 4),
                (11100m / 151, 2 + (11100m / 151 - 70) / 10), (13400m / 151, 3 + (13400m / 151 - 80) / 10),
            },
            card.Scores.Select(s => (s.Measurement.Value!.Value, s.Points)));
        Assert.True(card.Provisional);
        Assert.Equal(("46", "จังหวัดกาฬสินธุ์", EvaluationDate), (card.Entrant, card.EntrantName.Thai, card.EvaluationDate));
        Assert.Empty(card.Findings);
    }

    [Fact]
    public void Explanation_ShowsEveryStepOfTheArithmetic()
    {
        var score = Scorer.Score(Rules, Everything(), EvaluationDate).Single()["1"];
        Assert.Equal(
            """
            รายงานแล้ว ๑ จาก ๑ หน่วยงาน รวม ๑๒ แถว
            ไม่เกี่ยวกับตัวชี้วัด ๑ แถว (กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น แถวที่ ๑๒)
            ยังไม่ครบกำหนด ๔ แถว (กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น แถวที่ ๘–๑๑)
            อยู่ในตัวหาร แต่ไม่เข้าเงื่อนไข ๒ แถว (กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น แถวที่ ๔, ๖)
            ๕ ÷ ๗ × ๑๐๐ = ๗๑.๔๓
            มีมติแล้วเสร็จภายใน ๙๐ วัน ๕ เรื่อง จาก ๗ เรื่อง คิดเป็นร้อยละ ๗๑.๔๓
            แสดงประกอบ ไม่คิดคะแนน: เฉพาะเรื่องที่พ้น ๙๐ วันแล้ว ๔ ÷ ๖ × ๑๐๐ = ๖๖.๖๗
            ร้อยละ ๗๑.๔๓ อยู่ระหว่าง ๗๐ กับ ๘๐: ๒ + (๗๑.๔๓ − ๗๐) ÷ (๘๐ − ๗๐) ได้ ๒.๑๔ คะแนน
            น้ำหนัก ๑ × คะแนน ๒.๑๔ = ๒.๑๔
            คะแนนนี้ใช้เกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของกรมฯ (วิธีวัด, เกณฑ์การให้คะแนน, น้ำหนัก) โปรดบันทึกเกณฑ์จากสิ่งที่ส่งมาด้วย ๒ เมื่อได้รับ
            """,
            score.Explanation.ToString());
        Assert.Equal(score.Explanation.Steps.Length, score.Explanation.ToString(Language.English).Split('\n').Length);
        // The last step is what the catalogue lists as KAL4114, of these rules and in both languages.
        Assert.Equal("KAL4114", ScoringFindings.AssumedRules.Code);
        Assert.Equal("This score uses assumed rules, not those of the department (way of measuring, scale, weight). Please enter the annex when it arrives.", score.Explanation.Steps[^1].English);
        Assert.Null(score.NextLevel); // one open case can still be resolved in time, and three would be needed
    }

    /// <summary>An award of an office's own, whose giver sends no annex.</summary>
    [Fact]
    public void AssumedRuleOfAnotherAward_WaitsForNoAnnex()
    {
        var last = Scorer.Score(BudgetRound.Rules, [], BudgetRound.Rules.Plan.JudgedOn).Single()["1"].Explanation.Steps[^1];
        Assert.Equal("ค่านี้ใช้เกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของหน่วยงานทดสอบ (หน่วยงานเจ้าภาพ) โปรดบันทึกเกณฑ์เมื่อทราบจากหน่วยงานทดสอบ", last.Thai);
        Assert.Equal("This value uses assumed rules, not those of A test agency (hosts). Please enter those of A test agency when they are known.", last.English);
    }

    [Fact]
    public void Rules_NameWhereEachComesFrom()
    {
        var card = Scorer.Score(Rules, Everything(), EvaluationDate).Single();
        Assert.Equal(
            [RuleKind.Text, RuleKind.Measure, RuleKind.Measure, RuleKind.Measure, RuleKind.Scale, RuleKind.Weight, RuleKind.Hosts],
            card["1"].Rules.Select(r => r.Rule));
        Assert.True(card["1"].IsAssumed);
        Assert.DoesNotContain(card["5"].Rules, r => r.Rule is RuleKind.Scale or RuleKind.Weight);
        Assert.Contains(card["9"].Rules, r => r is { Rule: RuleKind.Hosts, Source.IsAssumed: true });
        Assert.DoesNotContain(card["3"].Rules, r => r is { Rule: RuleKind.Hosts, Source.IsAssumed: true });
    }

    [Fact]
    public void NothingAssumed_NeedsNoWarning()
    {
        var rules = WithIndicator("11", i => i with
        {
            Scale = new DirectScale(Annex), Weight = new(1, Annex),
            Measure = (PercentageMeasure)i.Measure with
            {
                Source = Annex, DetailSources = [], Population = ((PercentageMeasure)i.Measure).Population! with { Source = Annex },
            },
        });
        var score = Scorer.Score(rules, [Nil("FIN", "11")], EvaluationDate).Single()["11"];
        Assert.False(score.IsAssumed);
        Assert.DoesNotContain("สมมติ", score.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Total_WeighsScoredIndicatorsOnly()
    {
        var rules = WithFramework(f => f with { Indicators = [.. f.Indicators.Select(i => i with { Weight = new(i.Number.Value is "8" ? 3 : 2, Annex) })] });
        var card = Scorer.Score(rules, [Innovation(1), Nil("LAW", "10"), Nil("ADM", "10"), Nil("ADM", "7")], EvaluationDate).Single();
        Assert.Equal((3m * 1 + 2m * 5) / 5, card.Total);
        Assert.Equal(52m, card.TotalOf100);
        Assert.Equal((null, 0m), (card["7"].Points, card["7"].Weight));
        Assert.True(card.Provisional);
    }

    [Theory]
    [InlineData(NotApplicableKind.ExcludeAndReweight, null, 0, 1.0)]
    [InlineData(NotApplicableKind.Full, 5, 1, 3.0)]
    [InlineData(NotApplicableKind.Zero, 0, 1, 0.5)]
    public void NotApplicable_FollowsItsPolicy(NotApplicableKind kind, int? points, int weight, double total)
    {
        var rules = WithIndicator("1", i => i with { NotApplicable = new(kind, Annex) });
        var card = Scorer.Score(rules, [Nil("PER", "1"), Innovation(1)], EvaluationDate).Single();
        Assert.Equal(((decimal?)points, weight), (card["1"].Points, card["1"].Weight));
        Assert.Equal((decimal)total, card.Total);
        Assert.Contains(card["1"].Rules, r => r.Rule == RuleKind.NotApplicable);
    }

    [Fact]
    public void ScaleThatEndsLower_GivesItsOwnFullScore()
    {
        var rules = WithIndicator(
            "1", i => i with { NotApplicable = new(NotApplicableKind.Full, Annex), Scale = new SteppedScale(Annex, [new(50, 1), new(80, 3)]) });
        var card = Scorer.Score(rules, [Nil("PER", "1"), Innovation(1)], EvaluationDate).Single();
        Assert.Equal(3m, card["1"].Points);
        Assert.Equal((2m, 4m, 50m), (card.Total, card.FullTotal, card.TotalOf100));
        Assert.Equal("๔", ScoreDisplay.Full(card).Thai);
    }

    [Fact]
    public void EverythingScoredOrNotApplicable_IsNotProvisional()
    {
        var rules = WithOnly(["1", "10"]);
        Assert.False(Scorer.Score(rules, [Nil("PER", "1"), Nil("LAW", "10"), Nil("ADM", "10")], EvaluationDate).Single().Provisional);
        Assert.True(Scorer.Score(rules, [Nil("PER", "1"), Nil("LAW", "10")], EvaluationDate).Single().Provisional);
    }

    [Fact]
    public void ScoringOff_ShowsValuesWithoutScores()
    {
        var card = Scorer.Score(WithFramework(f => f with { ScoringOff = true }), Everything(), EvaluationDate).Single();
        Assert.Null(card.Total);
        Assert.All(card.Scores, s => Assert.Null(s.Points));
        Assert.All(card.Scores, s => Assert.NotNull(s.Measurement.Value));
    }

    [Fact]
    public void UnitFramework_ScoresEachHostByItsOwnReturns()
    {
        var rules = WithOnly(["3", "8"], EntrantKind.Unit);
        var cards = Scorer.Score(rules, Everything().Where(r => r.Indicator.Value is "3" or "8"), EvaluationDate);
        Assert.Equal(24, cards.Length);
        var district = cards.Single(c => c.Entrant == "4602");
        Assert.Equal("ท้องถิ่นอำเภอนามน", district.EntrantName.Thai);
        Assert.Equal(3m, district["3"].Measurement.Value);
        Assert.Equal(["8"], cards.Single(c => c.Entrant == "LAW").Scores.Select(s => s.Indicator.Value));
        Assert.All(cards.SelectMany(c => c.Scores), s => Assert.DoesNotContain(s.Measurement.Findings, f => f.Code == "KAL4111"));
    }

    [Fact]
    public void UnitFramework_BoundsAPopulationByTheDistrict()
    {
        var district = UnitCode.Parse("4602");
        var rules = WithOnly(["12"], EntrantKind.Unit, h => h with { Hosts = [district], Lead = district });
        var measurement = Scorer.Score(rules, [Nil("4602", "12")], EvaluationDate).Single()["12"].Measurement;
        Assert.Equal(Authorities.Count(a => a.District?.Name == "นามน"), measurement.Denominator);
    }

    [Fact]
    public void Strays_AreSaidAndNotCounted()
    {
        var card = Score(Reported("4602", "5"), Nil("4602", "99"));
        Assert.Equal(["KAL4118", "KAL4120"], card.Findings.Select(f => f.Code));
        Assert.Equal(MeasurementState.Missing, card["5"].Measurement.State);
    }

    [Fact]
    public void TwoReturnsOfOneUnit_TheLaterCountsAndItIsSaid()
    {
        var measurement = Score(
            Reported("ADM", "7", Row(1, ("date", Day(2567, 1, 1)), ("title", "ก"), ("aspect", "#morale"))), Nil("ADM", "7"))["7"].Measurement;
        Assert.Equal(0m, measurement.Value);
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4119");
    }

    private static Return Innovation(int steps) =>
        Reported("ADM", "8", [.. Enumerable.Range(1, steps).Select(
            n => Row(n, ("innovation", "น-01"), ("name", "ก"), ("step", $"#{n}"), ("action", "ทำ"), ("evidence", "หนังสือ")))]);
}
