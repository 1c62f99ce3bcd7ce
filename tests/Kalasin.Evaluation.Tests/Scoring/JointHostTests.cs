using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Complaints found true: two hosts have to agree, fewer is better.</summary>
public sealed class JointHostTests
{
    [Fact]
    public void NilFromOneAndACountFromTheOther_Disagree()
    {
        var score = Score(Reported("LAW", "10", Complaint(1, "ร-01")), Nil("ADM", "10"))["10"];
        Assert.Equal((MeasurementState.Disagreed, null, null), (score.Measurement.State, score.Measurement.Value, score.Points));
        Assert.Equal(
            "หน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน: กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์ ๑ เรื่อง (๑ แถว), ฝ่ายบริหารทั่วไป ๐ เรื่อง (ไม่มีแถว) "
            + "โปรดหารือแล้วยืนยันร่วมกัน",
            Assert.Single(score.Measurement.Findings, f => f.Code == "KAL4110").ToString(Language.Thai));
    }

    [Fact]
    public void OneHostAlone_GivesNoValueYet()
    {
        var measurement = Score(Nil("LAW", "10"))["10"].Measurement;
        Assert.Equal((MeasurementState.Missing, null), (measurement.State, measurement.Value));
        Assert.Contains("ฝ่ายบริหารทั่วไป", Assert.Single(measurement.Findings, f => f.Code == "KAL4121").Message.Thai, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 4)]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    [InlineData(9, 1)]
    public void Agreed_FewerIsBetter(int found, int points)
    {
        RegisterRow[] rows = [.. Enumerable.Range(1, found).Select(n => Complaint(n, $"ร-{n}")),
            Complaint(found + 1, "ร-0", "#pending"), Complaint(found + 2, "ร-00", "#unfounded")];
        var score = Score(Reported("LAW", "10", rows), Reported("ADM", "10", rows))["10"];
        Assert.Equal(found, score.Measurement.Value);
        Assert.Equal(points, score.Points);
        Assert.Equal(found, score.Measurement.Counted.Length);
    }

    [Fact]
    public void BothNil_IsZeroComplaints()
    {
        var score = Score(Nil("LAW", "10"), Nil("ADM", "10"))["10"];
        Assert.Equal((0m, 5m), (score.Measurement.Value, score.Points));
        Assert.Null(score.NextLevel);
    }

    [Fact]
    public void SameNumberOfOtherCases_IsNoAgreement()
    {
        var measurement = Score(Reported("LAW", "10", Complaint(1, "ร-01")), Reported("ADM", "10", Complaint(1, "ร-02")))["10"].Measurement;
        Assert.Equal((MeasurementState.Disagreed, null), (measurement.State, measurement.Value));
        Assert.Equal(["แถวที่ ๑ ของกลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์ (“ร-๐๑”) ไม่มีในรายงานของฝ่ายบริหารทั่วไป",
            "แถวที่ ๑ ของฝ่ายบริหารทั่วไป (“ร-๐๒”) ไม่มีในรายงานของกลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์"],
            measurement.Findings.Where(f => f.Code == "KAL4122").Select(f => f.Message.Thai));
    }

    [Fact]
    public void NilAndAPendingCase_AreNoAgreementAlthoughBothCountZero()
    {
        var score = Score(Nil("LAW", "10"), Reported("ADM", "10", Complaint(1, "ร-01", "#pending")))["10"];
        Assert.Equal((MeasurementState.Disagreed, null), (score.Measurement.State, score.Points));
        Assert.Contains(
            "กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์ ๐ เรื่อง (ไม่มีแถว), ฝ่ายบริหารทั่วไป ๐ เรื่อง (๑ แถว)",
            score.Measurement.Sentence.Thai, StringComparison.Ordinal);
        Assert.Contains("ฝ่ายบริหารทั่วไป", Assert.Single(score.Measurement.Findings, f => f.Code == "KAL4122").Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void SameCaseWithAnotherStatus_IsNoAgreementAndBothAreSaid()
    {
        var measurement = Score(
            Reported("LAW", "10", Complaint(1, "ร-01", "#pending")), Reported("ADM", "10", Complaint(1, "ร-01", "#unfounded")))["10"].Measurement;
        Assert.Equal(MeasurementState.Disagreed, measurement.State);
        Assert.EndsWith(
            ": สถานะ “ระหว่างตรวจสอบ” / “ไม่มีมูล”", Assert.Single(measurement.Findings, f => f.Code == "KAL4123").Message.Thai,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Disagreement_IsSettledByAPerson()
    {
        Return law = Nil("LAW", "10"), adm = Reported("ADM", "10", Complaint(1, "ร-01", "#pending"));
        var settled = Score(new Decisions([new(adm.Unit, adm.Indicator, "รับผิดหน่วยงาน")], []), law, adm)["10"].Measurement;
        Assert.Equal((MeasurementState.Measured, 0m), (settled.State, settled.Value));
        Return one = Reported("LAW", "10", Complaint(1, "ร-01")), other = Reported("ADM", "10", Complaint(1, "ร-02"));
        var same = new Decisions(
            [], [new(one.Indicator, RowFingerprint.Of(one.Unit, one.Rows[0]), RowFingerprint.Of(other.Unit, other.Rows[0]), true, "เรื่องเดียวกัน")]);
        Assert.Equal(1m, Score(same, one, other)["10"].Measurement.Value);
    }

    [Fact]
    public void OrderOfRowsAndWordsOfTexts_DoNotMatterToAgreement()
    {
        RegisterRow[] rows = [Complaint(1, "ร-01"), Complaint(2, "ร-02", "#pending")];
        var other = rows.Reverse().Select(r => r with { Values = r.Values.With("channel", new TextValue("โทรศัพท์")) });
        Assert.Equal(1m, Score(Reported("LAW", "10", rows), Reported("ADM", "10", [.. other]))["10"].Measurement.Value);
    }

    [Fact]
    public void Best_TakesTheBetterHostByTheScale()
    {
        var rules = WithIndicator("10", i => i with { Merge = i.Merge with { Kind = MergeKind.Best } });
        var score = Scorer.Score(
            rules, [Reported("LAW", "10", Complaint(1, "ร-01"), Complaint(2, "ร-02")), Reported("ADM", "10", Complaint(1, "ร-03"))],
            EvaluationDate).Single()["10"];
        Assert.Equal((1m, 4m), (score.Measurement.Value, score.Points));
        Assert.Equal(2, score.Measurement.Excluded.Count(e => e.Why == ExclusionReason.OtherSubject));
    }

    [Fact]
    public void ExcludedReturn_DoesNotCountAndSaysWhy()
    {
        var decisions = new Decisions([new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), "ข้อมูลปีก่อน")], []);
        var measurement = Score(decisions, Reported("PUB", "3", Activity(1)), Reported("4602", "3", Activity(2)))["3"].Measurement;
        Assert.Equal(1m, measurement.Value);
        var excluded = Assert.Single(measurement.Excluded);
        Assert.Equal((ExclusionReason.ReturnExcluded, "รายงานไม่นำมาคิดตามที่วินิจฉัย: ข้อมูลปีก่อน"), (excluded.Why, excluded.Reason.Thai));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4117");
    }

    private static RegisterRow Activity(int day) => Row(1, ("date", Day(2567, 1, day)), ("title", "ประชุม"), ("place", "ศาลากลาง"), ("category", "#meeting"));

    private static RegisterRow Complaint(int number, string code, string status = "#found") =>
        Row(number, ("case", code), ("received", Day(2567, 1, 9)), ("status", status));
}
