using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Tests.Reports.Scorecards;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What of a result is not met is told in what it is counted in.</summary>
public sealed class HighlightsTests
{
    [Fact]
    public void LowestRatio_NamesWhatItsSumIsOf_AndNoPerCent()
    {
        var told = GapsOf("money").Single(g => g.StartsWith("เบิกจ่าย: ", StringComparison.Ordinal));
        Assert.Contains("ยังไม่เป็นไปตามตัวชี้วัด ", told, StringComparison.Ordinal);
        Assert.Contains(" จากงบที่ได้รับรวม ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ร้อยละ", told, StringComparison.Ordinal);
    }

    /// <summary>Of what grows, or is a mean, there is no part that is not met.</summary>
    [Theory]
    [InlineData("money-growth")]
    [InlineData("money-weighted")]
    public void GrowthAndMeans_LeaveNothingUnmet(string name) => Assert.DoesNotContain(GapsOf(name), g => g.Contains("ยังไม่เป็นไปตามตัวชี้วัด", StringComparison.Ordinal));

    private static IEnumerable<string> GapsOf(string name)
    {
        var of = ScorecardCases.All[name];
        return new Highlights(new(of.Rules, of.Returns, of.Card, Edition.Internal, ReportCircumstances.None), 3).Gaps();
    }
}
