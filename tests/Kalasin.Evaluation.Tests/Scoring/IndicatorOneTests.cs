using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Discipline cases within 90 days, judged on 15 May 2567.</summary>
public sealed class IndicatorOneTests
{
    [Theory]
    // received, resolved, resolution → in the numerator, in the denominator
    [InlineData("2024-02-14", null, null, 0, 1)]
    [InlineData("2024-02-15", null, null, 0, 0)]
    [InlineData("2024-02-15", "2024-05-15", "#final", 1, 1)]
    [InlineData("2024-02-13", "2024-05-13", "#final", 1, 1)]
    [InlineData("2024-02-13", "2024-05-14", "#final", 0, 1)]
    [InlineData("2024-02-14", "2024-03-01", "#inquiry", 0, 1)]
    [InlineData("2024-02-15", "2024-03-01", "#inquiry", 0, 0)]
    [InlineData("2024-05-15", "2024-05-15", "#final", 1, 1)]
    // Resolved after the evaluation date: still open on it.
    [InlineData("2024-03-01", "2024-05-20", "#final", 0, 0)]
    public void OneCase_CountsAsTheLawCountsDays(string received, string? resolved, string? resolution, int met, int due)
    {
        List<(string, object)> values = [("committee", "#sao"), ("case", "ว-012"), ("received", Date(received))];
        if (resolved is not null) values.AddRange([("resolved", Date(resolved)), ("resolution", resolution!)]);
        var measurement = Score(Reported("PER", "1", Row(1, [.. values])))["1"].Measurement;
        Assert.Equal(met, measurement.Numerator);
        Assert.Equal(due, measurement.Denominator);
        Assert.Equal(due == 0 ? MeasurementState.NotApplicable : MeasurementState.Measured, measurement.State);
        Assert.Equal(due == 0 ? null : met * 100m / due, measurement.Value);
    }

    [Fact]
    public void OpenCase_IsExcludedWithTheDayItBecomesDue()
    {
        var score = Score(Reported("PER", "1", Row(1, ("committee", "#sao"), ("case", "ว-๐๑๒"), ("received", Day(2567, 2, 20)))))["1"];
        var excluded = Assert.Single(score.Measurement.Excluded);
        Assert.Equal(ExclusionReason.NotYetDue, excluded.Why);
        Assert.Equal("เรื่อง ว-๐๑๒ ยังไม่ครบ ๙๐ วัน (ครบ ๒๐ พ.ค. ๖๗) จึงยังไม่นำมาคิด", excluded.Reason.Thai);
        Assert.Equal("ไม่มีเรื่องถึงกำหนดในช่วงที่ประเมิน จึงไม่คำนวณร้อยละ", score.Measurement.Sentence.Thai);
        Assert.Contains(score.Measurement.Findings, f => f.Code == "KAL4101");
    }

    /// <summary>Where a year has no confirmed calendar of holidays, the indicator says which and how many rows depend on it.</summary>
    [Theory]
    [InlineData("2022-12-20", null)]
    [InlineData("2023-12-20", null)]
    public void WorkingDaysOfAYearWithoutACalendar_AreSaid(string received, string? resolved)
    {
        var measure = (PercentageMeasure)Rules.Framework.Indicators[0].Measure;
        ColumnOperand from = new("received"), to = new("resolved");
        var rules = WithIndicator("1", i => i with
        {
            Measure = measure with { Meets = new Within(from, to) { WorkingDays = 15 }, Due = new OverdueAfter(from) { WorkingDays = 15 } },
        });
        var score = Scorer.Score(rules, [Reported("PER", "1", Case(1, received, resolved), Case(2, "2024-01-10", "2024-01-11"))], EvaluationDate).Single()["1"];
        var gaps = score.Measurement.Findings.Where(f => f.Code == "KAL4125").Select(f => f.Message.Thai);
        Assert.Equal(
            received.StartsWith("2022", StringComparison.Ordinal)
                ? ["ระยะเวลาของ ๑ แถวขึ้นกับวันหยุดราชการ พ.ศ. ๒๕๖๕ ซึ่งยังไม่มีปฏิทินที่ยืนยันแล้ว จึงถือวันจันทร์ถึงวันศุกร์เป็นวันทำการ"]
                : [],
            gaps);
        Assert.Equal(50m, score.Measurement.Value);
    }

    [Fact]
    public void SameCaseTypedTwice_CountsOnce()
    {
        var measurement = Score(Reported("PER", "1", Case(1, "2024-01-10", "2024-02-01"),
            Case(1, "2024-01-10", "2024-02-01") with { Number = 2 }, Case(3, "2024-01-10", null)))["1"].Measurement;
        Assert.Equal((1m, 2m), (measurement.Numerator, measurement.Denominator));
        Assert.Equal((ExclusionReason.Duplicate, 2), (Assert.Single(measurement.Excluded).Why, measurement.Excluded[0].Row.Row.Number));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4105");
        Assert.Equal(
            "๐ ÷ ๑ × ๑๐๐ = ๐.๐๐",
            Score(Reported("PER", "1", Case(1, "2024-01-10", null), Case(1, "2024-01-10", null) with { Number = 2 }))["1"].Measurement.Also[0].Formula.Thai);
    }

    [Fact]
    public void SameCaseWithTwoAnswers_CountsNowhereUntilDecided()
    {
        Return returned = Reported(
            "PER", "1", Case(1, "2024-01-10", "2024-02-01"), Case(1, "2024-01-10", null) with { Number = 2 }, Case(3, "2024-01-10", null));
        var measurement = Score(returned)["1"].Measurement;
        Assert.Equal((0m, 1m), (measurement.Numerator, measurement.Denominator));
        Assert.Contains(
            "เรื่อง ว-๑ ปรากฏ ๒ แถวซึ่งให้ข้อมูลต่างกัน", Assert.Single(measurement.Findings, f => f.Code == "KAL4103").Message.Thai,
            StringComparison.Ordinal);
        RowFingerprint Print(int row) => RowFingerprint.Of(returned.Unit, returned.Rows[row]);
        var decided = Score(new Decisions([], [new(returned.Indicator, Print(0), Print(1), true, "แถวแรกถูก")]), returned)["1"].Measurement;
        Assert.Equal((1m, 2m), (decided.Numerator, decided.Denominator));
    }

    [Theory]
    // Met, late, open cases; what is past its day or dated doesn't change, so only open cases can raise the share.
    [InlineData(3, 1, 0, null)]
    [InlineData(3, 1, 1, "อีก ๑ เรื่อง (ร้อยละ ๘๐.๐๐) จึงได้ระดับ ๓")]
    [InlineData(12, 4, 3, null)]
    [InlineData(12, 4, 4, "อีก ๔ เรื่อง (ร้อยละ ๘๐.๐๐) จึงได้ระดับ ๓")]
    public void NextLevel_CountsOnlyCasesThatCanStillBeResolvedInTime(int met, int late, int open, string? said)
    {
        var number = 0;
        RegisterRow[] rows =
        [
            .. Enumerable.Range(0, met).Select(_ => Case(++number, "2024-01-10", "2024-02-01")),
            .. Enumerable.Range(0, late).Select(i => i % 2 == 0 ? Case(++number, "2023-11-10", "2024-05-01") : Case(++number, "2023-11-10", null)),
            .. Enumerable.Range(0, open).Select(_ => Case(++number, "2024-04-10", null)),
        ];
        Assert.Equal(said, Score(Reported("PER", "1", rows))["1"].NextLevel?.Thai);
    }

    [Fact]
    public void Nothing_IsNotApplicableAndItsWeightIsLeftOut()
    {
        var card = Score(Nil("PER", "1"));
        Assert.Equal(MeasurementState.NotApplicable, card["1"].Measurement.State);
        Assert.Null(card["1"].Points);
        Assert.Equal(0, card["1"].Weight);
        Assert.Null(card.Total);
    }

    [Fact]
    public void Cohort_IsShownBesideTheValue()
    {
        var measurement = Score(Reported("PER", "1",
            Case(1, "2024-01-10", "2024-02-01"), Case(2, "2024-03-01", "2024-04-01"),
            Case(3, "2024-01-10", null), Case(4, "2024-04-01", null)))["1"].Measurement;
        Assert.Equal((2m, 3m), (measurement.Numerator, measurement.Denominator));
        var cohort = Assert.Single(measurement.Also);
        Assert.Equal(50m, cohort.Value);
        Assert.Equal("๑ ÷ ๒ × ๑๐๐ = ๕๐.๐๐", cohort.Formula.Thai);
    }

    private static RegisterRow Case(int number, string received, string? resolved) => resolved is null
        ? Row(number, ("committee", "#sao"), ("case", $"ว-{number}"), ("received", Date(received)))
        : Row(number, ("committee", "#sao"), ("case", $"ว-{number}"), ("received", Date(received)), ("resolved", Date(resolved)), ("resolution", "#final"));

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
