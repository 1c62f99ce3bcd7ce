using CsCheck;
using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Sums, change against last year, judges' scores without the ends, means that are weighted: the budget framework measured otherwise.</summary>
public sealed class GrowthAndTrimTests
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");
    private static readonly BilingualText Points = new("คะแนน", "points");
    private static readonly AwardRules Sum = With("1", new SumMeasure(new("บาท", "baht"), Source, "spent"), new SteppedScale(Source, [new(100, 2), new(1000.5m, 5)]) { Floor = 0 });
    private static readonly AwardRules Growth = With("1", new GrowthMeasure("ร้อยละ", Source, "spent", "granted"), new InterpolatedScale(Source, [-10, -5, 0, 5, 10]));
    private static readonly AwardRules Judges = With("2", new AverageMeasure(Points, Source, "score", BlankRule.LeftOut) { Trim = new(1, 1) });
    private static readonly AwardRules Weighted = With("1", new AverageMeasure(Points, Source, "spent", BlankRule.LeftOut) { Weights = "granted" });

    private static readonly Gen<(decimal Now, decimal Before)[]> Pairs = Gen.Select(
        Gen.Int[0, 100_000_000].Select(n => n / 100m), Gen.Int[1, 100_000_000].Select(n => n / 100m)).Array[1, 30];

    [Fact]
    public void Sum_SaysWhatWasAddedAndHowMuchLacks()
    {
        var score = Score(Sum, Rows((100, null), (850.25m, 1), (null, 7)))["1"];
        Assert.Equal((950.25m, 950.25m, (decimal?)2), (score.Measurement.Value, score.Measurement.Numerator, score.Points));
        Assert.Equal("ผลรวมของ ๒ รายการ = ๙๕๐.๒๕", score.Measurement.Formula.Thai);
        Assert.Equal("งบที่เบิกจ่ายรวม ๙๕๐.๒๕ บาท จาก ๒ รายการ", score.Measurement.Sentence.Thai);
        Assert.Equal("Budget spent: 950.25 baht together, of 2 rows", score.Measurement.Sentence.English);
        Assert.Equal("อีก ๕๐.๒๕ บาท (๑,๐๐๐.๕ บาท) จึงได้ระดับ ๕", score.NextLevel!.Thai);
        Assert.Equal(["KAL4124"], score.Measurement.Findings.Select(f => f.Code));
        Assert.Equal((0m, (decimal?)0), (Score(Sum, Nil("ADM", "1"))["1"].Measurement.Value, Score(Sum, Nil("ADM", "1"))["1"].Points));
    }

    [Theory]
    [InlineData(110, 100, 10, "เพิ่มขึ้นร้อยละ ๑๐.๐๐", 5)]
    [InlineData(97.5, 100, -2.5, "ลดลงร้อยละ ๒.๕๐", 2.5)]
    [InlineData(100, 100, 0, "ไม่เปลี่ยนแปลง", 3)]
    [InlineData(0, 100, -100, "ลดลงร้อยละ ๑๐๐.๐๐", 1)]
    public void Growth_IsAboveOrBelowLastYear(double now, double before, double change, string said, double points)
    {
        var score = Score(Growth, Rows(((decimal)now, (decimal)before)))["1"];
        Assert.Equal(((decimal?)change, (decimal?)points), (score.Measurement.Value, score.Points));
        Assert.EndsWith(said, score.Measurement.Sentence.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_SaysItsArithmeticAndWhatLacks()
    {
        var score = Score(Growth, Rows((60, 50), (37.5m, 50)))["1"];
        Assert.Equal("(๙๗.๕ − ๑๐๐) ÷ ๑๐๐ × ๑๐๐ = -๒.๕๐", score.Measurement.Formula.Thai);
        Assert.Equal("งบที่เบิกจ่ายเพิ่มอีก ๒.๕๐ (ร้อยละ ๐.๐๐) จึงได้ระดับ ๓", score.NextLevel!.Thai);
        Assert.Equal(MeasurementState.NotApplicable, Score(Growth, Rows((60, 0)))["1"].Measurement.State);
    }

    [Fact]
    public void Trimmed_LeavesTheEndsOutByName()
    {
        var measurement = Score(Judges, Surveys(5, 1, 4, 4.5m, 4))["2"].Measurement;
        Assert.Equal(12.5m / 3, measurement.Value);
        Assert.Equal([1, 2], measurement.Excluded.Select(e => e.Row.Row.Number).Order());
        Assert.All(measurement.Excluded, e => Assert.Equal(ExclusionReason.Trimmed, e.Why));
        Assert.Equal("คะแนนเฉลี่ย (ตัดค่าสูงสุด ๑ ค่า และค่าต่ำสุด ๑ ค่า) ๔.๑๗ คะแนน จาก ๓ รายการ", measurement.Sentence.Thai);
    }

    /// <summary>One at the low end and two at the high one.</summary>
    [Fact]
    public void Trimmed_UnevenlyLeavesOutAsManyAtEachEnd()
    {
        var uneven = AwardRules.Of(Judges.Framework with
        {
            Indicators = [.. Judges.Framework.Indicators.Select(i => i.Measure is AverageMeasure measure ? i with { Measure = measure with { Trim = new(1, 2) } } : i)],
        }, Judges.Plan).Value!;
        Assert.Equal((2.5m, 3), Score(uneven, Surveys(1, 2, 3, 4, 5))["2"].Measurement is var m ? (m.Value, m.Excluded.Length) : default);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void Trimmed_OfTooFewIsNotApplicableAndSaid(int judges)
    {
        var score = Score(Judges, Surveys([.. Enumerable.Repeat(4m, judges)]))["2"];
        Assert.Equal((MeasurementState.NotApplicable, (decimal?)null, (decimal?)null), (score.Measurement.State, score.Measurement.Value, score.Points));
        Assert.Equal(
            $"มีคะแนนเพียง {ThaiNumerals.Format(judges)} ค่า เมื่อตัดค่าสูงสุด ๑ ค่า และค่าต่ำสุด ๑ ค่าแล้วไม่เหลือให้เฉลี่ย จึงไม่คำนวณ",
            score.Measurement.Sentence.Thai);
        Assert.Equal(4m, Score(Judges, Surveys(4, 4, 4))["2"].Measurement.Value);
    }

    [Fact]
    public void Weighted_CountsARowAsMuchAsItsWeight()
    {
        var measurement = Score(Weighted, Rows((4, 1), (2, 3), (5, 0), (1, null)))["1"].Measurement;
        Assert.Equal((2.5m, (decimal?)10, (decimal?)4), (measurement.Value, measurement.Numerator, measurement.Denominator));
        Assert.Equal("งบที่เบิกจ่ายเฉลี่ยถ่วงน้ำหนักด้วยงบที่ได้รับ ๒.๕๐ คะแนน จาก ๓ รายการ", measurement.Sentence.Thai);
        Assert.Equal(MeasurementState.NotApplicable, Score(Weighted, Rows((4, 0)))["1"].Measurement.State);
    }

    [Fact]
    public void Growth_IsTheRatioLess100() => Pairs.Sample(pairs =>
    {
        var (now, before) = (pairs.Sum(p => p.Now), pairs.Sum(p => p.Before));
        Assert.Equal((now - before) * 100 / before, Score(Growth, Rows([.. pairs.Select(p => ((decimal?)p.Now, (decimal?)p.Before))]))["1"].Measurement.Value);
    });

    [Fact]
    public void Weighted_ByOneWeightIsThePlainMean() => Gen.Select(Pairs, Gen.Int[1, 1000]).Sample((pairs, weight) =>
    {
        var value = Score(Weighted, Rows([.. pairs.Select(p => ((decimal?)p.Now, (decimal?)weight))]))["1"].Measurement.Value!.Value;
        Assert.Equal(pairs.Average(p => p.Now), value, 18);
    });

    [Fact]
    public void Trimmed_IsTheMeanOfTheMiddleWhateverTheOrder() => Gen.Select(Gen.Int[0, 500].Array[3, 20], Gen.Int).Sample((hundredths, seed) =>
    {
        var scores = hundredths.Select(h => h / 100m).ToArray();
        var middle = scores.Order().Skip(1).SkipLast(1).ToList();
        new Random(seed).Shuffle(scores);
        var measurement = Score(Judges, Surveys(scores))["2"].Measurement;
        Assert.Equal((Math.Clamp(middle.Sum() / middle.Count, middle[0], middle[^1]), (decimal?)middle.Count), (measurement.Value!.Value, measurement.Denominator));
        Assert.Equal(2, measurement.Excluded.Length);
    });

    private static AwardRules With(string indicator, Measure measure, Scale? scale = null)
    {
        var indicators = SumsAndMeansTests.Budget.Framework.Indicators.Select(i =>
            i.Number.Value == indicator ? i with { Measure = measure, Scale = scale ?? i.Scale } : i);
        return AwardRules.Of(SumsAndMeansTests.Budget.Framework with { Indicators = [.. indicators] }, SumsAndMeansTests.Budget.Plan).Value!;
    }

    private static Scorecard Score(AwardRules rules, Return from) => Scorer.Score(rules, [from], EvaluationDate).Single();

    private static Return Rows(params (decimal? Spent, decimal? Granted)[] rows) => Reported("ADM", "1", [.. rows.Select((r, i) => Row(
        i + 1,
        [("code", $"ก-{i}"), .. r.Spent is { } spent ? [("spent", spent)] : Array.Empty<(string, object)>(),
            .. r.Granted is { } granted ? [("granted", granted)] : Array.Empty<(string, object)>()]))]);

    private static Return Surveys(params decimal[] scores) =>
        Reported("ADM", "2", [.. scores.Select((s, i) => Row(i + 1, ("place", $"จุดที่ {i}"), ("score", s)))]);
}
