using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Http;

/// <summary>A unit whose figure is far from the one in the round of the year before, as the doors tell it.</summary>
public sealed partial class JumpsTests : IAsyncLifetime
{
    private static readonly RoundId YearBefore = RoundId.Parse("46-dla-2566");
    private static readonly UnitCode NaMon = UnitCode.Parse("4602");

    private OpenedRound round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task FarFromTheYearBefore_IsToldInTheStatusAndOnTheUnitsPage()
    {
        await OpenYearBeforeAsync(activities: 40);
        Assert.Empty((await round.ReadAsync("")).GetProperty("jumps").EnumerateArray());
        using var sent = await round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);

        var jump = Assert.Single((await round.ReadAsync("")).GetProperty("jumps").EnumerateArray());
        Assert.Equal(("KAL4301", "warning"), (jump.GetProperty("code").GetString(), jump.GetProperty("severity").GetString()));
        Assert.Equal("{\"unit\":\"4602\",\"indicator\":\"3\"}", jump.GetProperty("about").GetRawText());
        Assert.Equal("นามน ตัวชี้วัดที่ ๓ ปีนี้ ๗ กิจกรรม ปีก่อน ๔๐ กิจกรรม ต่างกันมาก", jump.GetProperty("message").GetProperty("th").GetString());
        Assert.Contains("ปีก่อน ๔๐ กิจกรรม", await PageAsync("4602"), StringComparison.Ordinal);
        Assert.Contains("ให้เหตุผลที่ตัวเลขต่างมาก", await PageAsync("4602"), StringComparison.Ordinal);
        Assert.DoesNotContain("ปีก่อน", await PageAsync("4603"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAReason_ItIsToldAndAsksNoMore()
    {
        await OpenYearBeforeAsync(activities: 40);
        using var sent = await round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")));
        using var decided = await round.Service.Client.PostAsync(
            new Uri(OpenedRound.Path + "/decisions", UriKind.Relative),
            new StringContent("""{ "kind": "explainJump", "unit": "4602", "indicator": "3", "reason": "ยุบรวมกิจกรรม แจ้งโดยนายสมชาย ใจดี" }"""), Token);
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);

        var jump = Assert.Single((await round.ReadAsync("")).GetProperty("jumps").EnumerateArray());
        Assert.Equal(("KAL4303", "information"), (jump.GetProperty("code").GetString(), jump.GetProperty("severity").GetString()));
        Assert.EndsWith("เหตุผล: ยุบรวมกิจกรรม แจ้งโดย[ปกปิด] (ผู้ประสานงาน)", jump.GetProperty("message").GetProperty("th").GetString(), StringComparison.Ordinal);
        Assert.Contains("ยุบรวมกิจกรรม แจ้งโดย[ปกปิด]", await PageAsync("4602"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAFarFigure_NothingIsAsked()
    {
        await OpenYearBeforeAsync(activities: 8);
        using var sent = await round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")));
        Assert.Empty((await round.ReadAsync("")).GetProperty("jumps").EnumerateArray());
    }

    /// <summary>The page of scores draws both years and writes their figures beside; the same returns come to the same points.</summary>
    [Fact]
    public async Task Scores_StandBesideThoseOfTheYearBefore()
    {
        await OpenYearBeforeAsync(activities: 8);
        using var sent = await round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")));
        Assert.Null((await ScoresAsync()).QuerySelector(".years")); // one indicator is no comparison
        foreach (var unit in (string[])["DEV", "FIN", "PER"])
        {
            using var more = await round.SendAsync(unit, SampleFiles.Form(SampleFiles.WorkbookOf(unit)));
            Assert.Equal(HttpStatusCode.Created, more.StatusCode);
        }
        var found = (await round.Log.FindAsync("46-dla-2567", Token))!;
        foreach (var returned in await round.Service.Services.GetRequiredService<VaultContent>().ReturnsAsync(found.Id, found.State.Heads, Token))
            await ReceiveAsync(returned with { Round = YearBefore });
        var years = (await ScoresAsync()).QuerySelector(".years")!;
        Assert.Contains("ปีงบประมาณ พ.ศ. ๒๕๖๖", years.QuerySelector("svg desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๗"], years.QuerySelectorAll("thead th").Skip(1).Take(2).Select(Visitor.TextOf));
        var rows = years.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(Visitor.TextOf).ToList()).ToList();
        Assert.Contains(rows, row => row[0] == row[1] && row[2] == "๐.๐๐");
    }

    private async Task<IHtmlDocument> ScoresAsync()
    {
        using var visitor = new Visitor(round.Service.Address);
        return await visitor.PageAsync("/app/rounds/46-dla-2567/scores");
    }

    private async Task OpenYearBeforeAsync(int activities)
    {
        foreach (var path in (string[])["frameworks/dla-", "plans/46-dla-"])
        {
            var shipped = await round.Service.Client.GetStringAsync(new Uri($"/api/{path}2567", UriKind.Relative), Token);
            var text = Revision().Replace(shipped, "\"revision\": 1").Replace("dla-2567", "dla-2566", StringComparison.Ordinal)
                .Replace("\"fiscalYear\": 2567", "\"fiscalYear\": 2566", StringComparison.Ordinal);
            using var put = await round.Service.Client.PutAsync(
                new Uri($"/api/{path}2566?reason=x", UriKind.Relative), new StringContent(text, Encoding.UTF8, "application/json"), Token);
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        }
        using var opened = await round.Service.Client.PutAsync(new Uri($"/api/rounds/{YearBefore}", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        await ReceiveAsync(new(NaMon, IndicatorNumber.Parse("3"), ReturnStatus.Reported)
        {
            Rows = [.. Enumerable.Range(1, activities).Select(Activity)],
        });
    }

    /// <summary>As the delivery of a workbook would, without one.</summary>
    private async Task ReceiveAsync(Return returned)
    {
        await using var staged = new StagedContents(round.Log.VaultOf(YearBefore));
        var content = await staged.AddOwnAsync(ReturnJson.Write(returned), Token);
        await staged.PromoteAsync(Token);
        var command = new ReceiveDelivery(
            Guid.NewGuid(), DeliveryChannel.Upload, returned.Unit, OpenedRound.Opened, content, content, [], [new(returned, content)], FindingCounts.Of([]), content);
        Assert.IsType<Accept>((await round.Log.DecideAsync(YearBefore, command, Actor.Local, Token)).Decision);
    }

    private Task<string> PageAsync(string unit) =>
        round.Service.Client.GetStringAsync(new Uri($"/app/rounds/46-dla-2567/units/{unit}", UriKind.Relative), Token);

    [GeneratedRegex("\"revision\": [0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Revision();

    private static RegisterRow Activity(int number) => new(number, ValuesById.Of(
    [
        new("date", new DateValue(new(2024, 1, 1 + number % 28))),
        new("title", new TextValue(number.ToString(CultureInfo.InvariantCulture))),
        new("place", new TextValue("ศาลากลาง")),
        new("category", new ChoiceValue("meeting")),
    ]));
}
