using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Scoring.Totals;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>What counts only with evidence, and the score that a unit gives itself.</summary>
public sealed class EvidenceTests
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");

    [Theory]
    [InlineData("๑, ๓-๕", 3, true)]
    [InlineData("๑, ๓-๕", 5, true)]
    [InlineData("๑, ๓-๕", 6, false)]
    [InlineData("1 2", 2, true)]
    [InlineData("3–4", 4, true)]
    [InlineData("ทั้งหมด", 9, true)]
    [InlineData("ทุกแถว", 9, true)]
    [InlineData("แถวแรก", 1, false)]
    [InlineData("12", 1, false)]
    [InlineData("1-2-3", 2, false)]
    [InlineData(null, 1, false)]
    public void RowsOfAPieceOfEvidence_AreReadAsTheyAreWritten(string? written, int row, bool confirmed) =>
        Assert.Equal(confirmed, EvidenceRows.Confirm(written, row));

    [Theory]
    [InlineData(nameof(EvidenceNeed.Row), "1", 2)]
    [InlineData(nameof(EvidenceNeed.Row), "1-2", 5)]
    [InlineData(nameof(EvidenceNeed.Row), null, 0)]
    [InlineData(nameof(EvidenceNeed.Return), null, 5)]
    public void RowWithoutEvidence_DoesNotCountAndIsSaid(string needs, string? rows, int value)
    {
        var returned = Reported("ADM", "1", Row(1, ("spent", 2m)), Row(2, ("spent", 3m))) with { Evidence = [new(1, "คำสั่ง", null, rows, null, null, null)] };
        var measurement = Score(needs, returned).Measurement;
        Assert.Equal(value, measurement.Value);
        Assert.Equal(value == 5 ? 0 : value == 2 ? 1 : 2, measurement.Excluded.Count(e => e.Why == ExclusionReason.NoEvidence));
        Assert.Equal(value != 5, measurement.Findings.Any(f => f.Code == "KAL4127"));
    }

    [Fact]
    public void ReturnWithoutEvidence_CountsNowhereUnlessItSaysNothing()
    {
        var bare = Score(nameof(EvidenceNeed.Return), Reported("ADM", "1", Row(1, ("spent", 2m))).WithFacts(("own", 4)));
        Assert.Equal((0m, (decimal?)null), (bare.Measurement.Value, bare.SelfScore));
        Assert.Contains(Score(nameof(EvidenceNeed.Return), Reported("ADM", "1").WithFacts(("own", 4))).Measurement.Findings, f => f.Code == "KAL4128");
        Assert.DoesNotContain(Score(nameof(EvidenceNeed.Return), Nil("ADM", "1")).Measurement.Findings, f => f.Code is "KAL4127" or "KAL4128");
    }

    [Theory]
    [InlineData(3, "ฝ่ายบริหารทั่วไปประเมินตนเอง ๓.๐๐ คะแนน ต่างจากที่คำนวณได้ ๑.๐๐ แสดงประกอบ ไม่นำมาคิด", false)]
    [InlineData(5, "ฝ่ายบริหารทั่วไปประเมินตนเอง ๕.๐๐ คะแนน ต่างจากที่คำนวณได้ ๓.๐๐ แสดงประกอบ ไม่นำมาคิด", true)]
    public void SelfScore_StandsBesideAndIsNotCounted(int own, string said, bool flagged)
    {
        var score = Score(null, Reported("ADM", "1", Row(1, ("spent", 2m))).WithFacts(("own", own)));
        Assert.Equal((2m, (decimal?)own), (score.Points, score.SelfScore));
        Assert.Contains(said, score.Explanation.Steps.Select(s => s.Thai));
        Assert.Equal(flagged, score.Measurement.Findings.Any(f => f.Code == "KAL4129"));
    }

    private static Score Score(string? needs, Return returned)
    {
        var rules = TotalTests.RulesOf(f => f with
        {
            Indicators =
            [
                f.Indicators[0] with
                {
                    NeedsEvidence = needs is null ? null : new(Enum.Parse<EvidenceNeed>(needs), Source),
                    SelfScore = "own",
                    Register = f.Indicators[0].Register with { Key = [], Facts = [new("own", new("คะแนนประเมินตนเอง", "Own score"), ColumnType.Number)] },
                },
            ],
        }, 1);
        return Scorer.Score(rules, [returned], EvaluationDate).Single()["1"];
    }
}
