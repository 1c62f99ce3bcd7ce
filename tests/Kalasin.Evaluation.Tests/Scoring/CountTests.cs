using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class CountTests
{
    private static readonly RegisterRow Meeting = Activity(1, 5, "ประชุมศูนย์ปฏิบัติการร่วม ครั้งที่ 1");

    private static readonly RegisterRow SameMeeting = Activity(2, 5, "ประชุมศูนย์ปฏิบัติการร่วมครั้งที่ ๑");

    /// <summary>1 October 2566 to 31 May 2567, both included.</summary>
    [Fact]
    public void DaysAtTheEndsOfThePeriod_Count()
    {
        DateOnly[] days = [Day(2566, 9, 30), Day(2566, 10, 1), Day(2567, 5, 31), Day(2567, 6, 1)];
        var measurement = Scorer.Score(Rules, [Reported("4602", "3", [.. days.Select((day, i) => Row(i + 1, ("date", day), ("title", $"ประชุม {i}")))])], Day(2567, 9, 30)).Single()["3"].Measurement;
        Assert.Equal([2, 3], measurement.Counted.Select(r => r.Row.Number));
        Assert.Equal([1, 4], measurement.Excluded.Select(e => e.Row.Row.Number));
    }

    [Fact]
    public void SameActivityFromTwoUnits_CountsOnceAndNamesBoth()
    {
        var measurement = Score(Reported("4602", "3", SameMeeting, Activity(3, 6, "อื่น")), Reported("PUB", "3", Meeting))["3"].Measurement;
        Assert.Equal(2m, measurement.Value);
        Assert.Equal("รายงาน ๓ กิจกรรม ซ้ำ ๑ กิจกรรม นับได้ ๒ กิจกรรม", measurement.Sentence.Thai);
        Assert.Equal("๓ − ๑ = ๒", measurement.Formula.Thai);
        var duplicate = Assert.Single(measurement.Excluded);
        Assert.Equal((ExclusionReason.Duplicate, "4602", 2), (duplicate.Why, duplicate.Row.Unit.Value, duplicate.Row.Row.Number));
        var finding = Assert.Single(measurement.Findings, f => f.Code == "KAL4105");
        Assert.Contains("ท้องถิ่นอำเภอนามน", finding.Message.Thai, StringComparison.Ordinal);
        Assert.Contains("กลุ่มงานบริการสาธารณะท้องถิ่น", finding.Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void SameActivityOnAnotherDay_IsAnotherActivity() =>
        Assert.Equal(2m, Score(Reported("PUB", "3", Meeting, Activity(2, 6, "ประชุมศูนย์ปฏิบัติการร่วม ครั้งที่ 1")))["3"].Measurement.Value);

    [Fact]
    public void RowsWithoutAnyKey_AreNotAlike()
    {
        var rules = WithIndicator("3", i => i with { Period = null, Measure = ((CountMeasure)i.Measure) with { DistinctBy = ["place"] } });
        Assert.Equal(
            2m,
            Scorer.Score(rules, [Reported("PUB", "3", Row(1, ("title", "a")), Row(2, ("title", "b")))], EvaluationDate).Single()["3"].Measurement.Value);
    }

    [Fact]
    public void JudgedDifferent_CountsTwiceAndSaysWhy()
    {
        var measurement = Score(Judged(false), Reported("PUB", "3", Meeting), Reported("4602", "3", SameMeeting))["3"].Measurement;
        Assert.Equal(2m, measurement.Value);
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4107" && f.Message.Thai.Contains("คนละรุ่น", StringComparison.Ordinal));
    }

    [Fact]
    public void JudgedSame_CountsOnceWithoutAFinding()
    {
        RegisterRow other = Activity(1, 9, "ประชุม ศปร.");
        var decisions = new Decisions([], [new(IndicatorNumber.Parse("3"), Print("4602", other), Print("PUB", Meeting), true, "เลื่อนวัน")]);
        var measurement = Score(decisions, Reported("PUB", "3", Meeting), Reported("4602", "3", other))["3"].Measurement;
        Assert.Equal(1m, measurement.Value);
        Assert.DoesNotContain(measurement.Findings, f => f.Code == "KAL4105");
        Assert.Contains("เลื่อนวัน", Assert.Single(measurement.Excluded).Reason.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void JudgementOfARowThatChangedSince_NoLongerApplies()
    {
        var changed = SameMeeting with { Values = SameMeeting.Values.With("outcome", new TextValue("แก้ไขแล้ว")) };
        Assert.Equal(1m, Score(Judged(false), Reported("PUB", "3", Meeting), Reported("4602", "3", changed))["3"].Measurement.Value);
    }

    [Fact]
    public void PlanThatCountsAll_CountsEachUnitsReportOnceAndListsThem()
    {
        var rules = WithPlan(p => p with { Duplicates = DuplicatesPolicy.CountAll });
        var measurement = Scorer.Score(
            rules, [Reported("PUB", "3", Meeting, Meeting with { Number = 2 }), Reported("4602", "3", SameMeeting)],
            EvaluationDate).Single()["3"].Measurement;
        Assert.Equal(2m, measurement.Value);
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4106");
    }

    [Fact]
    public void OutsideThePeriod_IsExcludedWithThePeriod()
    {
        var excluded = Assert.Single(Score(Reported("PUB", "3", Activity(1, Day(2566, 9, 30), "เก่า")))["3"].Measurement.Excluded);
        Assert.Equal(ExclusionReason.OutsidePeriod, excluded.Why);
        Assert.Contains("๓๐ ก.ย. ๖๖", excluded.Reason.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void PartlyReported_IsCountedAndNamesWhoIsMissing()
    {
        var measurement = Score(Reported("PUB", "3", Meeting))["3"].Measurement;
        Assert.Equal((MeasurementState.Measured, 1m), (measurement.State, measurement.Value));
        Assert.Contains(
            "๑๘ หน่วยงาน: ท้องถิ่นอำเภอเมืองกาฬสินธุ์, ท้องถิ่นอำเภอนามน",
            Assert.Single(measurement.Findings, f => f.Code == "KAL4111").Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyReported_IsMissing() => Assert.Equal(MeasurementState.Missing, Score()["3"].Measurement.State);

    [Fact]
    public void EverybodyNil_IsZero()
    {
        var measurement = Score(Nil("ADM", "7"))["7"].Measurement;
        Assert.Equal((MeasurementState.Measured, 0m), (measurement.State, measurement.Value));
        Assert.Equal("ไม่มีกิจกรรมในช่วงที่ประเมิน นับได้ ๐ กิจกรรม", measurement.Sentence.Thai);
    }

    [Fact]
    public void Publications_CountEveryChannelAndShowStoriesBeside()
    {
        var rows = new[] { "#province-website", "#dla-website", "#line" }.Select(
            (c, i) => Row(i + 1, ("date", Day(2567, 1, 5)), ("title", "ข่าวเดียว"), ("channel", c))).ToArray();
        var measurement = Score(Reported("ADM", "6", rows))["6"].Measurement;
        Assert.Equal(3m, measurement.Value);
        Assert.Equal(1m, Assert.Single(measurement.Also).Value);
    }

    [Fact]
    public void AspectThatNothingIsReportedOf_IsAFinding()
    {
        var findings = Score(Reported("ADM", "7", Welfare(1, "#welfare"), Welfare(2, "#morale")))["7"].Measurement.Findings;
        Assert.Contains("ปรับปรุงสภาพแวดล้อม", Assert.Single(findings, f => f.Code == "KAL4113").Message.Thai, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Score(Reported("ADM", "7", Welfare(1, "#welfare"), Welfare(2, "#morale"), Welfare(3, "#workplace")))["7"].Measurement.Findings,
            f => f.Code == "KAL4113");
    }

    private static Decisions Judged(bool same) =>
        new([], [new(IndicatorNumber.Parse("3"), Print("PUB", Meeting), Print("4602", SameMeeting), same, "คนละรุ่น")]);

    private static RowFingerprint Print(string unit, RegisterRow row) => RowFingerprint.Of(UnitCode.Parse(unit), row);

    private static RegisterRow Welfare(int number, string aspect) =>
        Row(number, ("date", Day(2567, 1, number)), ("title", $"กิจกรรม {number}"), ("aspect", aspect));

    private static RegisterRow Activity(int number, int day, string title) => Activity(number, Day(2567, 1, day), title);

    private static RegisterRow Activity(int number, DateOnly date, string title) =>
        Row(number, ("date", date), ("title", title), ("place", "ศาลากลาง"), ("category", "#meeting"));
}
