using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class LevelTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 3, 4, 5 }, 5)]
    [InlineData(new[] { 1, 2, 4 }, 2)]
    [InlineData(new[] { 2, 3 }, 0)]
    [InlineData(new[] { 3, 1, 2 }, 3)]
    [InlineData(new int[0], 0)]
    public void Innovation_ReachesTheHighestStepWithAllBelow(int[] steps, int level)
    {
        var score = Score(Reported("4602", "8", [.. steps.Select((s, i) => Step(i + 1, "น-02", s))]))["8"];
        Assert.Equal(level, score.Measurement.Value);
        Assert.Equal(level, score.Points);
        Assert.Equal(5, score.Measurement.Steps.Length);
    }

    [Fact]
    public void Gap_IsAFindingAndTheNextLevelClosesIt()
    {
        var score = Score(Reported("4602", "8", Step(1, "น-02", 1), Step(2, "น-02", 2), Step(3, "น-02", 4)))["8"];
        Assert.Equal(
            "ผลงาน น-๐๒ (ท้องถิ่นอำเภอนามน) มีหลักฐานระดับ ๑, ๒, ๔ แต่ขาดระดับ ๓ จึงได้ระดับ ๒ โปรดแนบหลักฐานนำไปใช้จริง",
            Assert.Single(score.Measurement.Findings, f => f.Code == "KAL4109").ToString(Language.Thai));
        Assert.Equal("ดำเนินการได้ถึงระดับ ๒ ขาดหลักฐานระดับ ๓ คือ นำไปใช้จริง (ท้องถิ่นอำเภอนามน)", score.Measurement.Sentence.Thai);
        Assert.Equal("ขาดระดับ ๓ คือ นำไปใช้จริง (ยังไม่มีแถวที่เข้าเงื่อนไข) เมื่อครบจะได้ระดับ ๔", score.NextLevel!.Thai);
        Assert.Equal(2, score.Measurement.Counted.Length);
    }

    [Fact]
    public void NoLevel_IsSaidWithTheStepsThatStand()
    {
        var measurement = Score(Reported("4602", "8", Step(1, "น-02", 2), Step(2, "น-02", 3)))["8"].Measurement;
        Assert.StartsWith("ยังไม่ครบเงื่อนไขของระดับ ๑ ขาดหลักฐานระดับ ๑ คือ ", measurement.Sentence.Thai, StringComparison.Ordinal);
        Assert.StartsWith("Level 1 is not complete yet; missing for level 1: ", measurement.Sentence.English, StringComparison.Ordinal);
        Assert.EndsWith(": ๑ ยังไม่ครบ, ๒ ครบ, ๓ ครบ, ๔ ยังไม่ครบ, ๕ ยังไม่ครบ → ระดับ ๐", measurement.Formula.Thai, StringComparison.Ordinal);
        Assert.EndsWith(": 1 incomplete, 2 complete, 3 complete, 4 incomplete, 5 incomplete → level 0", measurement.Formula.English, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsThatProveNoLevelReached_SayWhy()
    {
        var unproved = Step(2, "น-02", 2) with { Values = Step(2, "น-02", 2).Values.Without("evidence") };
        var score = Score(Reported("4602", "8", Step(1, "น-02", 1), unproved, Step(3, "น-02", 3)))["8"];
        Assert.Equal(
            [(ExclusionReason.NoProof, "ยังไม่ครบเงื่อนไขของระดับใด"), (ExclusionReason.NoProof, "เป็นหลักฐานของระดับ ๓ ซึ่งยังไม่ได้ เพราะระดับ ๒ ยังไม่ครบ")],
            score.Measurement.Excluded.Select(e => (e.Why, e.Reason.Thai)));
        Assert.DoesNotContain("ไม่เกี่ยวกับตัวชี้วัด", score.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Level_IsSaidOnceAsTheScore() =>
        Assert.Contains("ระดับ ๑ คิดคะแนนตามระดับ ได้ ๑.๐๐ คะแนน", Score(Reported("4602", "8", Step(1, "น-02", 1)))["8"].Explanation.Steps.Select(s => s.Thai));

    [Fact]
    public void StepsOfDifferentInnovationsOrUnits_NeverAddUp()
    {
        var measurement = Score(
            Reported("4602", "8", Step(1, "น-01", 1), Step(2, "น-02", 2), Step(3, "น-01", 3)),
            Reported("4603", "8", Step(1, "น-01", 2)))["8"].Measurement;
        Assert.Equal(1m, measurement.Value);
        var counted = Assert.Single(measurement.Counted);
        Assert.Equal(("4602", 1), (counted.Unit.Value, counted.Row.Number));
        Assert.Equal(3, measurement.Excluded.Length);
    }

    [Fact]
    public void BestInnovation_CountsWhoeverReportsIt()
    {
        var measurement = Score(Reported("ADM", "8", Step(1, "ก", 1)), Reported("4618", "8", Step(1, "ข", 1), Step(2, "ข", 2)))["8"].Measurement;
        Assert.Equal(2m, measurement.Value);
        Assert.All(measurement.Counted, r => Assert.Equal("4618", r.Unit.Value));
    }

    [Theory]
    [InlineData(27, 5)]
    [InlineData(28, 4)]
    public void InternalControl_TopLevelNeedsTheGovernorBy27February2567(int day, int level) =>
        Assert.Equal(level, Score(Finance(Senders()).WithFacts(Facts(day)))["9"].Measurement.Value);

    [Fact]
    public void InternalControl_MissingSenders_AreNamed()
    {
        var score = Score(Finance(Senders().Skip(1)).WithFacts(Facts(27)))["9"];
        Assert.Equal(2m, score.Measurement.Value);
        Assert.Equal(["ท้องถิ่นอำเภอเมืองกาฬสินธุ์"], score.Measurement.Missing);
        Assert.Contains(score.Measurement.Findings, f => f.Code == "KAL4112");
        Assert.Contains("ขาด ท้องถิ่นอำเภอเมืองกาฬสินธุ์", score.NextLevel!.Thai, StringComparison.Ordinal);
        Assert.EndsWith("เมื่อครบจะได้ระดับ ๕", score.NextLevel.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void InternalControl_ADistrictsOwnRow_IsComparedAndNeverCounted()
    {
        var measurement = Score(
            Finance(Senders().Skip(1)).WithFacts(Facts(27)),
            Reported("4601", "9", Row(1, ("sender", UnitCode.Parse("4601")), ("received", Day(2566, 12, 1)))),
            Reported("4602", "9", Row(1, ("sender", UnitCode.Parse("4602")), ("received", Day(2566, 11, 20)))))["9"].Measurement;
        Assert.Equal(2m, measurement.Value);
        Assert.Equal(2, measurement.Excluded.Count(e => e.Why == ExclusionReason.NotLead));
        Assert.Contains("ท้องถิ่นอำเภอเมืองกาฬสินธุ์", Assert.Single(measurement.Findings, f => f.Code == "KAL4115").Message.Thai, StringComparison.Ordinal);
        Assert.Contains("๒๐ พ.ย. ๖๖ / ๑ ธ.ค. ๖๖", Assert.Single(measurement.Findings, f => f.Code == "KAL4116").Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void InternalControl_WithoutTheLead_HasNoValue()
    {
        var measurement = Score(Reported("4601", "9", Row(1, ("sender", UnitCode.Parse("4601")), ("received", Day(2566, 12, 1)))))["9"].Measurement;
        Assert.Equal((MeasurementState.Missing, null), (measurement.State, measurement.Value));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4121");
        Assert.Equal(ExclusionReason.NotLead, Assert.Single(measurement.Excluded).Why);
    }

    private static (string, object)[] Facts(int februaryDay) =>
        [("guidance", Day(2566, 10, 2)), ("summary", Day(2567, 2, 1)), ("governor", Day(2567, 2, februaryDay))];

    private static Return Finance(IEnumerable<CellValue> senders) =>
        Reported("FIN", "9", [.. senders.Select((s, i) => Row(i + 1, ("sender", s), ("received", Day(2566, 12, 1)), ("state", "#complete")))]);

    private static IEnumerable<CellValue> Senders() =>
    [
        .. Rules.Plan.Units.Where(u => u.Kind == UnitKind.DistrictOffice).Select(u => new UnitValue(u.Code)),
        .. Authorities.Where(a => a.Kind is AuthorityKind.Pao or AuthorityKind.City or AuthorityKind.Town).Select(a => new AuthorityValue(a.Code)),
    ];

    private static RegisterRow Step(int number, string innovation, int step) =>
        Row(number, ("innovation", innovation), ("name", "นวัตกรรม"), ("step", $"#{step}"), ("action", "ทำแล้ว"), ("evidence", "หนังสือ"));
}
