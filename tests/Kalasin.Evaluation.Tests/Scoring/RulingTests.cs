using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>What decisions do to values: rows left out, disagreements settled, units excused.</summary>
public sealed class RulingTests
{
    private static readonly BilingualText Coordinator = new("ผู้ประสานงาน", "coordinator");

    public static TheoryData<string, string, decimal?> OneRowLess => new()
    {
        { "3", "PUB", 2 },
        { "6", "ADM", 11 },
    };

    [Theory]
    [MemberData(nameof(OneRowLess))]
    public void ExcludedRow_CountsNoMoreAndIsListedWithTheReason(string indicator, string unit, decimal? value)
    {
        var returned = Everything().Single(r => (r.Indicator.Value, r.Unit.Value) == (indicator, unit));
        var measurement = Score(Without(returned, 1), returned)[indicator].Measurement;
        Assert.Equal(value, measurement.Value);
        var excluded = Assert.Single(measurement.Excluded, e => e.Why == ExclusionReason.RowExcluded);
        Assert.Equal(
            (returned.Rows[1], "ไม่นับตามที่วินิจฉัย: เป็นของปีก่อน (ผู้ประสานงาน)", "excluded by a decision: เป็นของปีก่อน (coordinator)"),
            (excluded.Row.Row, excluded.Reason.Thai, excluded.Reason.English));
    }

    [Fact]
    public void ExcludedRowOfAPopulation_LeavesItsAuthorityInTheDenominatorAndNotMissing()
    {
        var returned = Everything().Single(r => r.Indicator.Value == "2");
        var before = Score(returned)["2"].Measurement;
        var after = Score(Without(returned, 1), returned)["2"].Measurement;
        Assert.Equal((before.Numerator - 1, before.Denominator), (after.Numerator, after.Denominator));
        Assert.Empty(after.Missing);
    }

    [Fact]
    public void ExcludedRow_IsNeitherDueNorMet()
    {
        var returned = Everything().Single(r => r.Indicator.Value == "1");
        var (before, after) = (Score(returned)["1"].Measurement, Score(Without(returned, 0), returned)["1"].Measurement);
        Assert.Equal(before.Denominator - 1, after.Denominator);
    }

    [Fact]
    public void ExcludedRowOfOneHost_MakesJointHostsAgree()
    {
        Return law = Reported("LAW", "10", Complaint(1, "ร-01")), adm = Reported("ADM", "10", Complaint(1, "ร-01"), Complaint(2, "ร-02"));
        Assert.Equal(MeasurementState.Disagreed, Score(law, adm)["10"].Measurement.State);
        var measurement = Score(Without(adm, 1), law, adm)["10"].Measurement;
        Assert.Equal((MeasurementState.Measured, 1m), (measurement.State, measurement.Value));
        Assert.Equal(ExclusionReason.RowExcluded, Assert.Single(measurement.Excluded, e => e.Row.Row == adm.Rows[1]).Why);
    }

    [Fact]
    public void ExcludedRowThatItsUnitHasChanged_IsSaidToBeGoneAndTheNewOneCounts()
    {
        var before = Reported("ADM", "6", Story(1, "ข่าว"));
        var score = Score(Without(before, 0), Reported("ADM", "6", Story(1, "ข่าวที่แก้แล้ว")))["6"];
        Assert.Equal(1m, score.Measurement.Value);
        Assert.Contains(
            "ตามที่วินิจฉัย: ไม่นับแถวหนึ่งของฝ่ายบริหารทั่วไปซึ่งไม่มีในฉบับปัจจุบันแล้ว เหตุผล: เป็นของปีก่อน (โดยผู้ประสานงาน)",
            score.Explanation.Steps.Select(s => s.Thai));
    }

    [Fact]
    public void ReasonOfADecision_NamesNoPerson()
    {
        var returned = Reported("ADM", "6", Story(1, "ข่าว"));
        var row = RowFingerprint.Of(returned.Unit, returned.Rows[0]);
        var score = Score(Decisions.None with { ExcludedRows = [new(returned.Indicator, row, "นายสมชาย ใจดี แจ้งว่าไม่ใช่")] }, returned)["6"];
        Assert.All(
            score.Explanation.Steps.Select(s => s.Thai).Concat(score.Measurement.Excluded.Select(e => e.Reason.Thai)),
            text => Assert.DoesNotContain("สมชาย", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LAW", 0)]
    [InlineData("ADM", 1)]
    public void SettledDisagreement_IsTheChosenUnitsAnswer(string counts, int value)
    {
        Return law = Nil("LAW", "10"), adm = Reported("ADM", "10", Complaint(1, "ร-01"));
        var measurement = Score(Settled(counts), law, adm)["10"].Measurement;
        Assert.Equal((MeasurementState.Measured, value), (measurement.State, measurement.Value));
        Assert.DoesNotContain(measurement.Findings, f => f.Code == "KAL4110");
        Assert.Equal(Severity.Information, Assert.Single(measurement.Findings, f => f.Code == "KAL4201").Severity);
        if (counts == "LAW")
            Assert.Equal(
                "ใช้รายงานของกลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์ตามที่วินิจฉัย: มีสำนวน (ผู้ประสานงาน)", Assert.Single(measurement.Excluded).Reason.Thai);
    }

    [Fact]
    public void SettledForAUnitWithoutAReturn_StaysOpenAndSaysSo()
    {
        Return law = Nil("LAW", "10"), adm = Reported("ADM", "10", Complaint(1, "ร-01"));
        var measurement = Score(Settled("PER"), law, adm)["10"].Measurement;
        Assert.Equal(MeasurementState.Disagreed, measurement.State);
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4202");
    }

    [Fact]
    public void SettledWhereHostsAgreeByNow_HasNoEffect()
    {
        Return law = Reported("LAW", "10", Complaint(1, "ร-01")), adm = Reported("ADM", "10", Complaint(1, "ร-01"));
        var measurement = Score(Settled("ADM"), law, adm)["10"].Measurement;
        Assert.Equal((1m, "LAW"), (measurement.Value, measurement.Counted[0].Unit.Value));
    }

    [Fact]
    public void ExcusedJointHost_IsNotWaitedFor()
    {
        var score = Score(Excuse("ADM", "10"), Reported("LAW", "10", Complaint(1, "ร-01")))["10"];
        Assert.Equal((MeasurementState.Measured, 1m), (score.Measurement.State, score.Measurement.Value));
        Assert.DoesNotContain(score.Measurement.Findings, f => f.Code is "KAL4111" or "KAL4121");
        Assert.Equal("รายงานแล้ว ๑ จาก ๒ หน่วยงาน รวม ๑ แถว ยกเว้นการรายงาน ฝ่ายบริหารทั่วไป", score.Explanation.Steps[0].Thai);
        Assert.Equal("ตามที่วินิจฉัย: ยกเว้นการรายงานของฝ่ายบริหารทั่วไป เหตุผล: ย้ายสำนักงาน (โดยผู้ประสานงาน)", score.Explanation.Steps[1].Thai);
    }

    [Fact]
    public void ExcusedFromAll_IsMissingNowhere()
    {
        var card = Score(Excuse("4602", null), [.. Everything().Where(r => r.Unit.Value != "4602")]);
        Assert.All(card.Scores, s => Assert.DoesNotContain(s.Measurement.Findings, f => f.Code == "KAL4111"));
    }

    [Fact]
    public void ExcusedUnitThatReportsAllTheSame_Counts() =>
        Assert.Equal(1m, Score(Excuse("ADM", "6"), Reported("ADM", "6", Story(1, "ข่าว")))["6"].Measurement.Value);

    [Fact]
    public void ExcusedOnlyHost_LeavesTheIndicatorOutForGood()
    {
        var returns = Everything().Where(r => r.Indicator.Value != "1").ToArray();
        var score = Score(Excuse("PER", "1"), returns)["1"];
        Assert.Equal((MeasurementState.Excused, null, 0m), (score.Measurement.State, score.Points, score.Weight));
        var rules = WithOnly(["1", "2"]);
        Assert.False(Scorer.Score(rules, returns.Where(r => r.Indicator.Value == "2"), EvaluationDate, Excuse("PER", "1")).Single().Provisional);
    }

    [Fact]
    public void ExcusedLead_LeavesTheAnswerToTheOthers()
    {
        var rules = WithIndicator("10", i => i with { Merge = i.Merge with { Kind = MergeKind.Lead } });
        Return[] returns = [Reported("ADM", "10", Complaint(1, "ร-01"))];
        Assert.Equal(MeasurementState.Missing, Scorer.Score(rules, returns, EvaluationDate).Single()["10"].Measurement.State);
        Assert.Equal(1m, Scorer.Score(rules, returns, EvaluationDate, Excuse("LAW", "10")).Single()["10"].Measurement.Value);
    }

    [Fact]
    public void AuthoritiesOfAnExcusedDistrict_StayInTheDenominatorAndAreNotMissing()
    {
        var two = IndicatorNumber.Parse("2");
        var offices = Rules.Plan.Units.Where(u => u.Kind == UnitKind.DistrictOffice).Select(u => u.Code);
        var rules = WithPlan(p => p with { Hosting = [.. p.Hosting.Select(h => h.Indicator == two ? h with { Hosts = [.. h.Hosts, .. offices] } : h)] });
        var returned = Reported("DEV", "2", Row(1, ("authority", Authorities.First(a => a.District?.Code == "4601")), ("status", "#done")));
        var score = Scorer.Score(rules, [returned], EvaluationDate, Excuse("4602", "2")).Single()["2"];
        var expected = Authorities.Where(a => a.District?.Code == "4602").Select(rules.Authorities.DisplayName).ToList();
        Assert.Equal(expected, score.Measurement.Excused);
        Assert.Equal((151m, 150 - expected.Count), (score.Measurement.Denominator, score.Measurement.Missing.Length));
        Assert.Contains(score.Explanation.Steps, s => s.Thai.StartsWith("หน่วยงานได้รับยกเว้นการรายงาน แต่ยังอยู่ในตัวหาร", StringComparison.Ordinal));
    }

    [Fact]
    public void RowsThatAreEachTheSameAsAThird_AreOneThingWhicheverComesFirst()
    {
        RegisterRow[] stories = [Story(1, "ก"), Story(2, "ข"), Story(3, "ค")];
        foreach (var third in (int[])[0, 1, 2])
        {
            var returned = Reported("ADM", "6", stories);
            var pairs = Enumerable.Range(0, 3).Where(n => n != third).Select(n => Pair(returned, n, third, same: true));
            var measurement = Score(new Decisions([], [.. pairs]), returned)["6"].Measurement;
            Assert.Equal((1m, 2), (measurement.Value, measurement.Excluded.Length));
            Assert.All(measurement.Excluded, e => Assert.Contains("ตามที่วินิจฉัยแล้ว", e.Reason.Thai, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void RowsJudgedToDiffer_StayTwoAlthoughAThirdIsTheSameAsEach()
    {
        var returned = Reported("ADM", "6", Story(1, "ก"), Story(2, "ข"), Story(3, "ค"));
        var decisions = new Decisions([], [Pair(returned, 0, 2, same: true), Pair(returned, 1, 2, same: true), Pair(returned, 0, 1, same: false)]);
        Assert.Equal(2m, Score(decisions, returned)["6"].Measurement.Value);
    }

    private static DuplicateDecision Pair(Return of, int one, int other, bool same) => new(
        of.Indicator, RowFingerprint.Of(of.Unit, of.Rows[one]), RowFingerprint.Of(of.Unit, of.Rows[other]), same, "ตรวจแล้ว") { By = Coordinator };

    private static Decisions Without(Return returned, int index) => Decisions.None with
    {
        ExcludedRows = [new(returned.Indicator, RowFingerprint.Of(returned.Unit, returned.Rows[index]), "เป็นของปีก่อน") { By = Coordinator }],
    };

    private static Decisions Settled(string counts) => Decisions.None with
    {
        Disagreements = [new(IndicatorNumber.Parse("10"), UnitCode.Parse(counts), "มีสำนวน") { By = Coordinator }],
    };

    private static Decisions Excuse(string unit, string? indicator) => Decisions.None with
    {
        Excused = [new(UnitCode.Parse(unit), indicator is null ? null : IndicatorNumber.Parse(indicator), "ย้ายสำนักงาน") { By = Coordinator }],
    };

    private static RegisterRow Story(int number, string title) => Row(number, ("date", Day(2567, 1, 9)), ("title", title), ("channel", "#line"));

    private static RegisterRow Complaint(int number, string code) => Row(number, ("case", code), ("received", Day(2567, 1, 9)), ("status", "#found"));
}
