using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Inspection;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Reports.Inspection;

/// <summary>However much evidence a return lists, the papers of an inspection stay papers, and say what they leave out.</summary>
public sealed class InspectionBoundsTests
{
    private const int Listed = ReportContent.MostRows + 99;

    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static InspectionContent Content()
    {
        Return[] returns =
        [
            new(UnitCode.Parse("PUB"), IndicatorNumber.Parse("3"), ReturnStatus.Reported)
            {
                Evidence = [.. Enumerable.Range(1, Listed).Select(n => new Evidence(n, "รายงาน", null, null, null, null, null))],
            },
        ];
        return new(Rules, [.. returns], Scorer.Score(Rules, returns, Rules.Plan.JudgedOn), new(2024, 5, 17), IsSample: false);
    }

    [Fact]
    public void Index_ListsAsManyAsTheReport_AndCountsAll()
    {
        var texts = BlockText.Of(EvidenceIndex.Compose(Content()));
        Assert.Contains(texts, t => t.Contains("หลักฐานรวม ๒,๐๙๙ รายการ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("และอีก ๙๙ รายการ", StringComparison.Ordinal));
    }

    [Fact]
    public void AssessmentForm_SaysHowManyItLeavesOut() =>
        Assert.Contains(BlockText.Of(AssessmentForm.Compose(Content())), t => t.Contains("และอีก ๙๙ รายการ", StringComparison.Ordinal));

    [Fact]
    public void Labels_AreAsMany_AndTheHeadSaysTheRest()
    {
        var drawn = 0;
        var square = new QrSquares(21, [.. new bool[21 * 21]]);
        var section = Assert.Single(EvidenceLabels.Compose(Content(), _ => { drawn++; return square; }).Sections);
        Assert.Equal(ReportContent.MostRows, drawn);
        Assert.Contains("อีก ๙๙ รายการไม่พิมพ์ป้าย", string.Concat(section.Header.OfType<Run>().Select(r => r.Text)), StringComparison.Ordinal);
    }
}
