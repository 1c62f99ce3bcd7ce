using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Reports.Scorecards;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What the language says of totals is printed: subtotals, bonuses and penalties apart from shares, what has to be reached.</summary>
public sealed class TotalTablesTests
{
    [Fact]
    public void Groups_BonusesAndPenalties_StandWithTheTotalTheyMake()
    {
        var of = ScorecardCases.All["total-groups-points"];
        var rows = Of(of).First(t => t.Caption?.EndsWith("ที่มาของคะแนนรวม", StringComparison.Ordinal) == true).Texts().ToList();
        Assert.Equal(of.Rules.Framework.Groups.Length, rows.Count(r => r[0].StartsWith("ด้าน", StringComparison.Ordinal)));
        Assert.Contains(rows, r => r[0] == "คะแนนเพิ่ม" && r[^1].StartsWith('+'));
        Assert.Contains(rows, r => r[0] == "คะแนนหัก" && r[^1].StartsWith('−'));
        Assert.StartsWith("คะแนนรวม", rows[^1][0], StringComparison.Ordinal);
        Assert.Equal(Evaluation.Scoring.ScoreDisplay.Points(of.Card.Total!.Value).Thai, rows[^1][^1]);
        Assert.DoesNotContain(BlockText.Of(Report(of)), t => t.Contains("คะแนนเฉลี่ยถ่วงน้ำหนัก", StringComparison.Ordinal));
    }

    [Fact]
    public void BonusAndPenalty_AreNoShares()
    {
        var rows = Of(ScorecardCases.All["total-bonus"]).First(t => t.Caption?.EndsWith("สรุปผลการดำเนินงานรายตัวชี้วัด", StringComparison.Ordinal) == true).Texts().ToList();
        Assert.Contains(rows, r => r.Any(c => c.StartsWith("เพิ่มไม่เกิน ", StringComparison.Ordinal)));
        Assert.Contains(rows, r => r.Any(c => c.StartsWith("หักไม่เกิน ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Requirements_StandWithTheNumberBesideTheBound()
    {
        var of = ScorecardCases.All["total-groups"];
        var rows = Of(of).First(t => t.Caption?.EndsWith("เงื่อนไขที่ต้องผ่านจึงได้รับการจัดอันดับ", StringComparison.Ordinal) == true).Texts().ToList();
        Assert.Equal(of.Card.Requirements.Select(r => r.Reason.Thai), rows.Select(r => r[1]));
        Assert.Equal(of.Card.Requirements.Select(r => r.IsMet switch { true => "ผ่าน", false => "ไม่ผ่าน", _ => "ยังไม่มีผล" }), rows.Select(r => r[2]));
    }

    [Fact]
    public void WhereThereIsOnlyATotal_NothingIsAdded() =>
        Assert.DoesNotContain(Of(ScorecardCases.All["whole"]), t => t.Caption?.EndsWith("ที่มาของคะแนนรวม", StringComparison.Ordinal) == true);

    private static IEnumerable<Table> Of(ScorecardCase of) => Report(of).Blocks.OfType<Table>();

    private static ReportDocument Report(ScorecardCase of) => ProvinceReport.Compose(of.Rules, of.Returns, of.Card, Edition.Internal);
}
