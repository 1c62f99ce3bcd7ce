using System.Net;
using AngleSharp.Html.Dom;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>The page of one return in the sample round: what was found when it came, and what a new version changed.</summary>
public sealed class ReturnPagesTests(SamplePages sample) : IClassFixture<SamplePages>
{
    [Fact]
    public async Task NewVersion_ShowsWhatChanged_AndTheFirstHasNothingToCompare()
    {
        var difference = (await PageAsync("4608", "3")).QuerySelector("#difference")!;
        Assert.Contains("ต่างจากฉบับที่ ๑ อย่างไร", Visitor.TextOf(difference), StringComparison.Ordinal);
        var change = Assert.Single(difference.QuerySelectorAll("dl div"));
        Assert.Equal("ข้อมูล ณ วันที่", Visitor.TextOf(change.QuerySelector("dt")!));
        Assert.Equal(("๗ พ.ค. ๖๗", "๑๓ พ.ค. ๖๗"), (change.QuerySelector("del")!.TextContent, change.QuerySelector("ins")!.TextContent));
        Assert.Equal(
            ["๑ เดิม", "๑ ใหม่", "๕ ใหม่"], difference.QuerySelectorAll("tbody th").Select(th => Visitor.TextOf(th)));
        Assert.Contains("อยู่ระหว่างรวบรวมผล", difference.QuerySelector("tr.excluded")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, difference.QuerySelectorAll("ul li").Length);
        Assert.Null((await PageAsync("4608", "3", "?version=1")).QuerySelector("#difference"));
    }

    [Theory]
    [InlineData("4607", "3")]
    [InlineData("4603", "4")]
    [InlineData("4602", "3")]
    public async Task Findings_AreThoseOfTheIntake(string unit, string indicator)
    {
        var told = await RunningService.JsonAsync(
            await sample.Visitor.GetAsync($"/api/rounds/46-dla-2567/units/{unit}/returns/{indicator}"), HttpStatusCode.OK);
        var codes = told.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!).Order(StringComparer.Ordinal);
        var page = await PageAsync(unit, indicator);
        Assert.Equal(codes, page.QuerySelectorAll(".findings code").Select(c => c.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal(unit == "4602", !codes.Any());
    }

    private Task<IHtmlDocument> PageAsync(string unit, string indicator, string query = "") =>
        sample.Visitor.PageAsync($"{SamplePages.Round}/units/{unit}/returns/{indicator}{query}");
}
