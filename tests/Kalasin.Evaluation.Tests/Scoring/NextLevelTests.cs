using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Advice never asks for what can no longer be done.</summary>
public sealed class NextLevelTests
{
    private static readonly RuleSource Source = new(SourceKind.Annex);

    [Fact]
    public void ResultsOfAClosedYear_GetNoAdvice()
    {
        var rows = Authorities.Select((a, i) => Row(i + 1, ("authority", a), ("score", i % 4 == 0 ? 80m : 90m))).ToArray();
        var score = Score(Reported("FIN", "11", rows))["11"];
        Assert.Equal((38m, null), (151 - score.Measurement.Numerator!.Value, score.NextLevel));
        var open = WithIndicator("11", i => i with { Closed = null });
        Assert.NotNull(Scorer.Score(open, [Reported("FIN", "11", rows)], EvaluationDate).Single()["11"].NextLevel);
    }

    [Fact]
    public void ComplaintsFoundTrue_DoNotBecomeFewer()
    {
        var complaint = Row(1, ("case", "ร-01"), ("received", Day(2567, 1, 9)), ("status", "#found"));
        var score = Score(Reported("LAW", "10", complaint), Reported("ADM", "10", complaint))["10"];
        Assert.Equal((4m, null), (score.Points, score.NextLevel));
    }

    [Fact]
    public void TheGovernorsDay_IsNotAskedForOnceItIsOver()
    {
        Return ByDay(DateOnly? day) =>
            day is { } d
                ? Everything9().WithFacts(("guidance", Day(2566, 10, 2)), ("summary", Day(2567, 2, 1)), ("governor", d))
                : Everything9().WithFacts(("guidance", Day(2566, 10, 2)), ("summary", Day(2567, 2, 1)));
        Assert.Equal((4m, null), (Score(ByDay(Day(2567, 2, 28)))["9"].Points, Score(ByDay(Day(2567, 2, 28)))["9"].NextLevel));
        Assert.Null(Score(ByDay(null))["9"].NextLevel);
        var before = Scorer.Score(Rules, [ByDay(null)], Day(2567, 2, 20)).Single()["9"];
        Assert.Equal(
            "ขาดระดับ ๕ คือ เสนอผู้ว่าราชการจังหวัดภายใน ๑๕๐ วัน (ยังไม่ได้ระบุวันที่เสนอผู้ว่าราชการจังหวัด) เมื่อครบจะได้ระดับ ๕",
            before.NextLevel!.Thai);
    }

    [Theory]
    [InlineData("2024-05-15", "อีก ๒ กิจกรรม (๓ กิจกรรม) จึงได้ระดับ ๒")]
    [InlineData("2024-05-31", "อีก ๒ กิจกรรม (๓ กิจกรรม) จึงได้ระดับ ๒")]
    [InlineData("2024-06-01", null)]
    public void Activities_AreAskedForWhileThePeriodLasts(string evaluationDate, string? said)
    {
        var rules = WithIndicator("7", i => i with { Scale = new InterpolatedScale(Source, [1, 3, 5, 7, 9]) });
        var activity = Row(1, ("date", Day(2567, 1, 9)), ("title", "ตรวจสุขภาพ"), ("aspect", "#welfare"));
        Assert.Equal(said, Scorer.Score(rules, [Reported("ADM", "7", activity)],
            DateOnly.ParseExact(evaluationDate, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Single()["7"].NextLevel?.Thai);
    }

    private static Return Everything9() => Everything().Single(r => r is { Indicator.Value: "9", Unit.Value: "FIN" });
}
