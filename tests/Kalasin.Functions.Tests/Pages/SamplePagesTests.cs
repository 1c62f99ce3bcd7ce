using System.Net;
using Kalasin.Evaluation;
using static Kalasin.Functions.Tests.Pages.Visitor;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What the pages of the sample round say, held against what the API says.</summary>
public sealed class SamplePagesTests(SamplePages sample) : IClassFixture<SamplePages>
{
    private static readonly string[] Addresses =
        [SamplePages.Round, $"{SamplePages.Round}/scores", $"{SamplePages.Round}/units/4601",
            $"{SamplePages.Round}/units/4611", "/app/?all=true", "/app/rounds/46-dla-2599"];

    public static TheoryData<string> All => [.. Addresses];

    [Fact]
    public async Task Grid_HasACellForEveryExpectedReturn_SayingWhatTheApiSays()
    {
        var page = await sample.Visitor.PageAsync(SamplePages.Round);
        Assert.Equal(90, page.QuerySelectorAll("td.cell").Length);
        Assert.Equal(24 * 12 - 90, page.QuerySelectorAll("td.none").Length);
        var rows = page.QuerySelectorAll(".grid tbody tr:not(.group)").ToDictionary(r => r.QuerySelector("th a")!.GetAttribute("href")!.Split('/')[^1]);
        foreach (var unit in sample.Told.GetProperty("units").EnumerateArray())
        {
            var cells = rows[unit.GetProperty("code").GetString()!].QuerySelectorAll("td.cell");
            var told = unit.GetProperty("indicators").EnumerateArray().ToList();
            Assert.Equal(told.Count, cells.Length);
            foreach (var (cell, expected) in cells.Zip(told))
            {
                var words = TextOf(cell.QuerySelector(".unseen")!);
                Assert.Contains(
                    expected.GetProperty("state").GetString() switch { "missing" => "ยังขาด", "nil" => "ไม่มีเรื่อง", _ => "ฉบับที่" },
                    words, StringComparison.Ordinal);
                Assert.Equal(expected.GetProperty("late").GetBoolean(), words.Contains("ล่าช้า", StringComparison.Ordinal));
                Assert.Equal(
                    expected.TryGetProperty("faultyRows", out var rowsToMend) && rowsToMend.GetInt32() > 0,
                    words.Contains("รอแก้ไข", StringComparison.Ordinal));
                if (expected.TryGetProperty("version", out var version))
                    Assert.Equal(ThaiNumerals.Format(version.GetInt32()), cell.QuerySelector(".version")!.TextContent);
                Assert.NotEmpty(cell.QuerySelectorAll("svg[aria-hidden=true] use"));
                Assert.EndsWith($"#i{expected.GetProperty("indicator").GetString()}", cell.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Round_CountsAndDeadlines_AreThoseOfTheClock()
    {
        var page = await sample.Visitor.PageAsync(SamplePages.Round);
        var counts = page.QuerySelectorAll(".counts dd").Select(d => d.TextContent);
        Assert.Equal(
            ((string[])["received", "expected", "late", "missing"]).Select(name => ThaiNumerals.Format(sample.Told.GetProperty(name).GetInt32())),
            counts);
        var deadlines = page.QuerySelectorAll(".deadline").Select(TextOf).ToList();
        Assert.Contains("๑๕ พฤษภาคม ๒๕๖๗ พ้นกำหนดแล้ว ๕ วัน", deadlines[0], StringComparison.Ordinal);
        Assert.Contains("๓๑ พฤษภาคม ๒๕๖๗ เหลือ ๑๑ วัน", deadlines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_OfThePast_AreNotEdited()
    {
        Assert.NotNull((await sample.Visitor.PageAsync($"{SamplePages.Round}/rules")).QuerySelector($"a[href='{SamplePages.Round}/annex']"));
        Assert.Null((await sample.Visitor.PageAsync($"{SamplePages.Round}/rules?asOf=2024-05-10")).QuerySelector($"a[href='{SamplePages.Round}/annex']"));
    }

    [Fact]
    public async Task Installation_SaysWhereDataIs_AndHowItIsBackedUp()
    {
        var home = await sample.Visitor.PageAsync(SamplePages.Round);
        Assert.NotNull(home.QuerySelector("a[href='/app/?all=true']"));
        var page = await sample.Visitor.PageAsync(home.QuerySelector(".foot a")!.GetAttribute("href")!);
        Assert.Contains("โฟลเดอร์ข้อมูล", page.QuerySelector("#storage")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("backup DIR", page.QuerySelector("#backup")!.TextContent, StringComparison.Ordinal);
        var told = await RunningService.JsonAsync(await sample.Visitor.GetAsync("/api/health"), HttpStatusCode.OK);
        Assert.Equal(told.GetProperty("findings").GetArrayLength(), page.QuerySelectorAll("#todo li code").Length);
    }

    /// <summary>The whole of it in words, for whoever can't see it: the last day's total is what was received, every indicator has its bar.</summary>
    [Fact]
    public async Task Charts_OfRoundAndScores_HoldTheirFigures()
    {
        var arrivals = (await sample.Visitor.PageAsync(SamplePages.Round)).QuerySelector("#arrivals .chart svg[role=img]")!;
        Assert.Contains("เทียบกับกำหนดส่งภายในจังหวัด", arrivals.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"สะสม {ThaiNumerals.Format(sample.Told.GetProperty("received").GetInt32())}", arrivals.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        var scores = await sample.Visitor.PageAsync($"{SamplePages.Round}/scores");
        var bars = scores.QuerySelector(".chart svg[role=img]")!;
        var points = scores.QuerySelectorAll(".scores td.points").Select(TextOf).Where(p => p.Length > 0 && char.IsDigit(p[0])).ToList();
        Assert.NotEmpty(points);
        Assert.All(points, p => Assert.Contains(p.Split(' ')[0], bars.QuerySelector("desc")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_ListsExactlyWhatTheGridLacks()
    {
        var page = await sample.Visitor.PageAsync(SamplePages.Round);
        var listed = page.QuerySelectorAll("#missing .owed > li")
            .ToDictionary(l => l.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1], l => l.QuerySelectorAll("ul li").Length);
        var missing = sample.Told.GetProperty("units").EnumerateArray()
            .Select(u => (
                Code: u.GetProperty("code").GetString()!,
                Count: u.GetProperty("indicators").EnumerateArray().Count(c => c.GetProperty("state").GetString() == "missing")))
            .Where(u => u.Count > 0).ToDictionary(u => u.Code, u => u.Count);
        Assert.NotEmpty(missing);
        Assert.Equal(missing, listed);
        Assert.Equal(missing.Count, page.QuerySelectorAll("#missing .copy").Length);
        Assert.Contains(page.QuerySelectorAll("#missing .copy"), p => p.TextContent.StartsWith(
            "เรียน ท้องถิ่นอำเภอท่าคันโท ยังขาดตัวชี้วัดที่ ๓ ๔ ๘ และ ๙ กำหนดส่ง ๑๕ พ.ค. ๖๗ พ้นกำหนดแล้ว ๕ วัน โปรด", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scores_ShowEveryIndicatorWithItsReasons_MarkedAssumedAndProvisional()
    {
        var card = await RunningService.JsonAsync(await sample.Visitor.GetAsync("/api/rounds/46-dla-2567/scorecard"), HttpStatusCode.OK);
        var page = await sample.Visitor.PageAsync($"{SamplePages.Round}/scores");
        var total = Evaluation.Scoring.ScoreDisplay.Points(card.GetProperty("total").GetDecimal()).Thai;
        Assert.Contains($"{total} เต็ม ๕", TextOf(page.QuerySelector(".total .big")!), StringComparison.Ordinal);
        Assert.Contains("ชั่วคราว", page.QuerySelector(".total .big")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("เกณฑ์สมมติ", page.QuerySelector("main > .notice")!.TextContent, StringComparison.Ordinal);
        foreach (var (article, score) in page.QuerySelectorAll("article.score").Zip(card.GetProperty("scores").EnumerateArray().ToList()))
        {
            Assert.Equal($"i{score.GetProperty("indicator").GetString()}", article.Id);
            var steps = score.GetProperty("explanation").GetProperty("th").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(steps.Select(s => s.Trim()), article.QuerySelectorAll(".steps li").Select(l => l.TextContent.Trim()));
            Assert.Equal(score.GetProperty("excluded").GetArrayLength(), article.QuerySelectorAll("tbody tr").Length);
            Assert.Equal(score.GetProperty("findings").GetArrayLength(), article.QuerySelectorAll(".findings li:not(:has(li))").Length);
            Assert.Equal(score.TryGetProperty("nextLevel", out _), article.QuerySelector(".notice") is not null);
        }
        Assert.Equal(12, page.QuerySelectorAll("article.score").Length);
        var rules = page.QuerySelectorAll("details > .rules li").Select(rule => rule.TextContent.Split('–')[0].Trim()).ToList();
        Assert.Contains("วันของทะเบียนที่เป็นตัวหาร", rules);
        Assert.All(rules, rule => Assert.Matches(@"^[\u0E01-\u0E5B]+$", rule));
    }

    [Fact]
    public async Task Unit_ListsDeliveriesWithOriginalsAndReceipts()
    {
        var page = await sample.Visitor.PageAsync($"{SamplePages.Round}/units/4608");
        var all = await RunningService.JsonAsync(await sample.Visitor.GetAsync("/api/rounds/46-dla-2567/deliveries"), HttpStatusCode.OK);
        var own = all.GetProperty("items").EnumerateArray().Where(d => d.GetProperty("unit").GetString() == "4608").Reverse().ToList();
        Assert.True(own.Count > 1, "the sample has a unit that sent twice");
        var shown = page.QuerySelectorAll("details.delivery").ToList();
        Assert.Equal(
            own.Select(d => $"ใบตอบรับเลขที่ {ThaiNumerals.Format(d.GetProperty("receipt").GetInt32())}"),
            shown.Select(d => d.QuerySelector("summary strong")!.TextContent));
        foreach (var (details, delivery) in shown.Zip(own))
        {
            Assert.Equal(
                delivery.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()),
                details.QuerySelectorAll(".files bdi").Select(b => b.TextContent));
            Assert.Equal(delivery.GetProperty("findings").GetArrayLength(), details.QuerySelectorAll(".findings li:not(:has(li))").Length);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task EveryPage_SaysSample_HasNothingInlineAndNamesItsLanguages(string address)
    {
        using var response = await sample.Visitor.GetAsync(address);
        var page = await ReadAsync(response, response.StatusCode);
        Assert.Contains("ข้อมูลตัวอย่าง", page.QuerySelector(".sample")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ข้อมูลตัวอย่าง", page.Title, StringComparison.Ordinal);
        Assert.Equal("th", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("style, script:not([src]), [style]"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("[id]").CountBy(e => e.Id!), id => Assert.True(id.Value == 1, id.Key));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select"), input => Assert.NotNull(input.Closest("label")));
    }

    [Fact]
    public async Task EveryLink_LeadsSomewhere()
    {
        using var visitor = new Visitor(sample.Address);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in Addresses)
        {
            using var response = await visitor.GetAsync(address);
            var page = await ReadAsync(response, response.StatusCode);
            foreach (var link in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                if (link.StartsWith('#')) Assert.NotNull(page.GetElementById(link[1..]));
                else seen.Add(link.Split('#')[0]);
            }
        }
        foreach (var link in seen)
        {
            using var response = await visitor.GetAsync(link);
            Assert.True((int)response.StatusCode < 400, $"{(int)response.StatusCode} {link}");
        }
    }
}
