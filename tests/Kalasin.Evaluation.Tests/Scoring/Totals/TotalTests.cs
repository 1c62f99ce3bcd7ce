using System.Collections.Immutable;
using CsCheck;
using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring.Totals;

/// <summary>Groups, totals as points, bonuses, penalties and what has to be reached, by a framework of five indicators whose value is the sum of a column.</summary>
public sealed class TotalTests
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");
    private static readonly TotalRule Points = new(TotalKind.Points, Source);
    private static readonly BilingualText Least70 = new("คะแนนรวมไม่ต่ำกว่าร้อยละ ๗๐", "at least 70 per cent in total");

    private static readonly ImmutableArray<IndicatorGroup> Groups =
    [
        new("work", new("การทำงาน", "work"), [Number("1"), Number("2")], Source) { WeightsAddUpTo = 40 },
        new("people", new("บุคลากร", "people"), [Number("3")], Source),
    ];

    [Fact]
    public void Mean_IsAsBeforeAndGroupsAreSubtotals()
    {
        var card = Card(f => f with { Groups = Groups }, 5, 2, 4);
        Assert.Equal((10m * 5 + 30 * 2 + 60 * 4) / 100, card.Total);
        Assert.Equal([(10m * 5 + 30 * 2) / 40, 4m], card.Groups.Select(g => g.Points!.Value));
        Assert.Equal([5m, 5m], card.Groups.Select(g => g.FullScore));
        Assert.Equal("ด้านการทำงาน: ๒.๗๕ จาก ๕", card.TotalExplanation.Steps[0].Thai);
        Assert.Equal("ค่าเฉลี่ยถ่วงน้ำหนัก = ๓.๕๐ จาก ๕ (ให้คะแนนแล้ว ๓ จาก ๓ ตัวชี้วัด)", card.TotalExplanation.Steps[2].Thai);
    }

    [Fact]
    public void Points_AreAddedUpOutOfTheWeights()
    {
        var card = Card(f => f with { Total = Points with { WeightsAddUpTo = 100 }, Groups = Groups }, 5, 2, 4);
        Assert.Equal((10m + 12 + 48, 100m, 70m), (card.Total!.Value, card.FullTotal, card.TotalOf100));
        Assert.Equal([(22m, 40m), (48m, 60m)], card.Groups.Select(g => (g.Points!.Value, g.FullScore)));
        Assert.Contains(card.Scores[1].Explanation.Steps, s => s.Thai == "น้ำหนัก ๓๐ × คะแนน ๒.๐๐ ÷ คะแนนเต็ม ๕ = ๑๒.๐๐");
    }

    /// <summary>What nobody could score is in neither the points nor the full score.</summary>
    [Fact]
    public void Unscored_IsOutOfPointsAndFullScore()
    {
        var card = Card(f => f with { Total = Points, Groups = Groups }, 5, null, 4);
        Assert.Equal((58m, 70m, true), (card.Total!.Value, card.FullTotal, card.Provisional));
        Assert.Equal((10m, 10m), (card.Groups[0].Points!.Value, card.Groups[0].FullScore));
        Assert.Null(Card(f => f with { Total = Points, Groups = Groups }, null, null, null).Total);
    }

    [Theory]
    [InlineData(nameof(TotalKind.Mean), 4.1, 5)] // (10·5 + 30·2)/40 = 2.75 and 4.55: 0.25·2.75 + 0.75·4.55
    [InlineData(nameof(TotalKind.Points), 82, 100)]
    public void WeightsOfGroups_CountWhateverIsScoredInThem(string kind, double total, double full)
    {
        ImmutableArray<IndicatorGroup> weighted =
            [Groups[0] with { Weight = new(25, Source) }, Groups[1] with { Weight = new(75, Source) }];
        var card = Card(f => f with { Total = new(Enum.Parse<TotalKind>(kind), Source) { WeightsAddUpTo = 100 }, Groups = weighted }, 5, 2, 4.55m);
        Assert.Equal(((decimal)total, (decimal)full), (card.Total!.Value, card.FullTotal));
        Assert.Equal([25m, 75m], card.Groups.Select(g => g.Weight));
        // Half of a group unscored: the other half speaks for it.
        var half = Card(f => f with { Total = new(TotalKind.Points, Source), Groups = weighted }, 5, null, 4);
        Assert.Equal((25m + 60, 100m), (half.Total!.Value, half.FullTotal));
    }

    [Theory]
    // counting 70 of 100; a bonus of up to 5 and a penalty of up to 20
    [InlineData(5, 0, null, null, false, 75)]
    [InlineData(2.5, 0, null, null, false, 72.5)]
    [InlineData(5, 5, null, null, false, 55)]
    [InlineData(5, 5, 3, null, false, 53)]
    [InlineData(5, 5, 3, 10, false, 63)]
    [InlineData(0, 0, null, null, false, 70)]
    public void BonusAndPenalty_AddAndTakeWithinTheirCaps(double bonus, double penalty, int? mostBonus, int? mostPenalty, bool ends, double total)
    {
        var card = Card(
            f => f with { Total = Points with { MostBonus = mostBonus, MostPenalty = mostPenalty, EndsAtFull = ends } }, 5, 2, 4, (decimal)bonus, (decimal)penalty);
        Assert.Equal((decimal)total, card.Total);
        Assert.Equal(100m, card.FullTotal);
    }

    [Fact]
    public void Total_StaysWithinItsEnds()
    {
        Assert.Equal(0m, Card(f => f with { Total = Points }, 0, 0, 0, 0, 5).Total);
        var over = Card(f => f with { Total = Points with { EndsAtFull = true } }, 5, 5, 5, 5, 0);
        Assert.Equal((100m, 5m), (over.Total!.Value, over.Bonus));
        Assert.Equal("คะแนนรวม ๑๐๐.๐๐ + ๕.๐๐ − ๐.๐๐ = ๑๐๐.๐๐ (ไม่เกินคะแนนเต็ม)", over.TotalExplanation.Steps[^1].Thai);
        Assert.Equal(105m, Card(f => f with { Total = Points }, 5, 5, 5, 5, 0).Total);
    }

    [Theory]
    [InlineData(4, true, "คะแนนรวม ร้อยละ ๗๐.๐๐ ไม่ต่ำกว่า ๗๐")]
    [InlineData(3.9999, false, "คะแนนรวม ร้อยละ ๖๙.๙๙ ต่ำกว่า ๗๐")] // never rounded across its bound
    public void Requirement_IsHeldAgainstTheExactNumber(double third, bool met, string reason)
    {
        var card = Card(f => f with { Total = Points, Requirements = [new(new TotalResult(), Least70, Source) { Least = 70, PerCent = true }] }, 5, 2, (decimal)third);
        Assert.Equal((met, reason, !met), (card.Requirements[0].IsMet!.Value, card.Requirements[0].Reason.Thai, card.IsBarred));
    }

    [Fact]
    public void Veto_IsAMostOfAValue()
    {
        ImmutableArray<Requirement> rules =
        [
            new(new IndicatorValue(Number("3")), new("ไม่มีเรื่องร้องเรียน", "no complaint"), Source) { Most = 0 },
            new(new GroupResult("work"), new("ด้านการทำงาน", "work"), Source) { Least = 3 },
            new(new IndicatorScore(Number("2")), new("ตัวชี้วัดที่ ๒", "indicator 2"), Source) { Least = 1 },
        ];
        var card = Card(f => f with { Groups = Groups, Requirements = rules }, 5, null, 1);
        Assert.Equal([false, true, null], card.Requirements.Select(r => r.IsMet));
        Assert.Equal(["ผลตัวชี้วัดที่ ๓ ๑.๐๐ เกิน ๐", "คะแนนด้านการทำงาน ๕.๐๐ ไม่ต่ำกว่า ๓", "ยังไม่มีคะแนนตัวชี้วัดที่ ๒"], card.Requirements.Select(r => r.Reason.Thai));
        Assert.True(card.IsBarred);
    }

    [Fact]
    public void Points_AreTheMeanInPerCentWhereAllIsScored() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500]).Sample((a, b, c) =>
    {
        var points = Card(f => f with { Total = Points }, a / 100m, b / 100m, c / 100m);
        var mean = Card(f => f, a / 100m, b / 100m, c / 100m);
        Assert.Equal(mean.TotalOf100!.Value, points.Total!.Value, 20);
    });

    internal static Scorecard Card(Func<Framework, Framework> change, params decimal?[] values) => Scorer.Score(
        RulesOf(change, values.Length),
        values.Index().Where(v => v.Item is not null).Select(v => Reported("ADM", $"{v.Index + 1}", Row(1, ("spent", v.Item!.Value)))),
        EvaluationDate).Single();

    internal static AwardRules RulesOf(Func<Framework, Framework> change, int indicators)
    {
        var first = SumsAndMeansTests.Budget.Framework.Indicators[0];
        decimal[] weights = [10, 30, 60, 5, 20];
        var framework = change(SumsAndMeansTests.Budget.Framework with
        {
            Indicators =
            [
                .. Enumerable.Range(1, indicators).Select(n => first with
                {
                    Number = Number($"{n}"),
                    Weight = new(weights[n - 1], Source),
                    Measure = new SumMeasure(new("คะแนน", "points"), Source, "spent"),
                    Scale = new DirectScale(Source) { Full = 5 },
                    Role = n == 4 ? IndicatorRole.Bonus : n == 5 ? IndicatorRole.Penalty : null,
                }),
            ],
        });
        var hosting = SumsAndMeansTests.Budget.Plan.Hosting[0];
        return AwardRules.Of(framework, SumsAndMeansTests.Budget.Plan with { Hosting = [.. framework.Indicators.Select(i => hosting with { Indicator = i.Number })] }).Value!;
    }

    internal static IndicatorNumber Number(string number) => IndicatorNumber.Parse(number);
}
