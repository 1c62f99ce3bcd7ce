using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.Pages.Visitor;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Sending files from a unit's page without script.</summary>
public sealed class UnitFormTests : IAsyncLifetime
{
    private const string Unit = "/app/rounds/46-dla-2567/units/4605";

    private RunningService service = null!;
    private Visitor visitor = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await RunningService.StartAsync();
        visitor = new(service.Address);
        using var opened = await service.Client.PutAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Upload_ShowsReceiptAndFindings_AndReloadingSendsNothing()
    {
        var page = await visitor.PageAsync(Unit);
        Assert.Empty(page.QuerySelectorAll(".sample"));
        Assert.Equal(4, page.QuerySelectorAll(".states .mark.missing").Length);

        var workbook = SampleFiles.WorkbookOf("4605");
        var next = await NextAsync(await visitor.UploadAsync(page, [workbook, ("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8])]));
        Assert.Equal($"{Unit}?receipt=1#result", next);
        for (var i = 0; i < 2; i++)
        {
            var after = await visitor.PageAsync(next);
            var result = after.QuerySelector("#result:not(.refused)")!;
            Assert.Contains("ใบตอบรับข้อมูล เลขที่ ๑", TextOf(result.QuerySelector("h2")!), StringComparison.Ordinal);
            Assert.Equal([workbook.Name, "photo.png"], result.QuerySelectorAll(".files bdi").Select(b => b.TextContent));
            Assert.Empty(after.QuerySelectorAll(".states .mark.missing"));
            var receipt = await service.Client.GetByteArrayAsync(new Uri(result.QuerySelector("a.button")!.GetAttribute("href")!, UriKind.Relative), Token);
            Assert.Equal("%PDF-", Encoding.Latin1.GetString(receipt, 0, 5));
            var told = await RunningService.JsonAsync(await visitor.GetAsync("/api/rounds/46-dla-2567/deliveries"), HttpStatusCode.OK);
            var delivery = Assert.Single(told.GetProperty("items").EnumerateArray());
            var codes = delivery.GetProperty("findings").EnumerateArray()
                .Select(f => f.GetProperty("code").GetString()!).Order(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(codes);
            Assert.Equal(codes, result.QuerySelectorAll(".findings code").Select(c => c.TextContent).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Check_SaysWhatWouldBecomeOfIt_AndKeepsNothing()
    {
        var tried = await ReadAsync(
            await visitor.UploadAsync(await visitor.PageAsync(Unit), [SampleFiles.WorkbookOf("4605")], ("check", "1")), HttpStatusCode.OK);
        Assert.Contains("ตรวจแล้ว ยังไม่ได้ส่ง", tried.QuerySelector("#result h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, tried.QuerySelectorAll("#result .understood li").Length);
        Assert.Equal(4, tried.QuerySelectorAll(".states .mark.missing").Length);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Picture_Alone_IsKeptAndIsNoReport()
    {
        var next = await NextAsync(await visitor.UploadAsync(await visitor.PageAsync(Unit), [("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8])]));
        var after = await visitor.PageAsync(next);
        Assert.Contains("ยังไม่ถือว่าได้รายงาน", after.QuerySelector("#result.waits .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ยังไม่ถือว่าได้รายงาน", after.QuerySelector(".delivery summary .tag")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, after.QuerySelectorAll(".owes li").Length);
    }

    /// <summary>The same token under another mask each time, so that a page that is compressed gives nothing away.</summary>
    [Fact]
    public async Task Token_IsAnotherTextOnEveryPage_AndHolds()
    {
        var (first, second) = (await visitor.PageAsync(Unit), await visitor.PageAsync(Unit));
        Assert.NotEqual(TokenOf(first), TokenOf(second));
        await NextAsync(await visitor.UploadAsync(first, [SampleFiles.WorkbookOf("4605")]));
        await NextAsync(await visitor.UploadAsync(second, [("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8])]));
        Assert.Equal(2, await CountAsync());

        static string? TokenOf(IHtmlDocument page) => page.QuerySelector("input[name=token]")!.GetAttribute("value");
    }

    [Fact]
    public async Task Check_OfAFileThatHoldsNoNotes_ShowsWhatWasFound_AndKeepsNothing()
    {
        var page = await visitor.PageAsync(Unit);
        var form = page.QuerySelector("#check form")!;
        using var content = SampleFiles.Form(("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8]));
        foreach (var field in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        var answer = await ReadAsync(await visitor.SendAsync(request), HttpStatusCode.OK);
        Assert.NotEmpty(answer.QuerySelectorAll("#result .findings li"));
        var told = await RunningService.JsonAsync(await visitor.GetAsync("/api/rounds/46-dla-2567/deliveries"), HttpStatusCode.OK);
        Assert.Empty(told.GetProperty("items").EnumerateArray());
    }

    /// <summary>A page with script shows whatever answers a trial where its result stands.</summary>
    [Fact]
    public async Task Trial_OfAFormThatIsNotOurs_IsAnsweredWhereResultsStand()
    {
        await visitor.PageAsync(Unit);
        using var content = SampleFiles.Form(SampleFiles.WorkbookOf("4605"));
        content.Add(new StringContent("1"), "check");
        using var request = new HttpRequestMessage(HttpMethod.Post, Unit) { Content = content };
        var answer = await ReadAsync(await visitor.SendAsync(request), HttpStatusCode.Forbidden);
        Assert.NotNull(answer.QuerySelector("#result[tabindex] .findings"));
    }

    [Fact]
    public async Task Upload_NothingAcceptable_ShowsFindingsAndRecordsNoReceipt()
    {
        var answer = await ReadAsync(
            await visitor.UploadAsync(await visitor.PageAsync(Unit), [("old.xlsx", "not a workbook"u8.ToArray())]),
            HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty(answer.QuerySelectorAll("#result.refused .findings.error li"));
        Assert.Contains("old.xlsx", answer.QuerySelector("#result .place")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.QuerySelector("form input[type=file]"));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Upload_NoFileChosen_AsksForOne()
    {
        var answer = await ReadAsync(await visitor.UploadAsync(await visitor.PageAsync(Unit), [("", [])]), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("KAL1906", answer.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    public async Task Upload_WithoutTheTokenOfThePage_IsNotTakenIn(string? token)
    {
        var page = await visitor.PageAsync(Unit);
        var answer = await ReadAsync(await visitor.UploadAsync(page, [SampleFiles.WorkbookOf("4605")], ("token", token)), HttpStatusCode.Forbidden);
        Assert.Contains("KAL7401", answer.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Upload_WithoutTheCookie_IsNotTakenIn()
    {
        var page = await visitor.PageAsync(Unit);
        using var stranger = new Visitor(service.Address);
        await ReadAsync(await stranger.UploadAsync(page, [SampleFiles.WorkbookOf("4605")]), HttpStatusCode.Forbidden);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Cookie_IsKeptFromScriptsAndOtherSites()
    {
        using var response = await visitor.GetAsync(Unit);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^kalasin-form=[0-9a-f]{32}; path=/app; samesite=strict; httponly$", cookie);
        using var again = await visitor.GetAsync(Unit);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SameFormTwice_IsOneDelivery_OtherFilesInItAnother()
    {
        var page = await visitor.PageAsync(Unit);
        var first = await NextAsync(await visitor.UploadAsync(page, [SampleFiles.WorkbookOf("4605")]));
        Assert.Equal(first, await NextAsync(await visitor.UploadAsync(page, [SampleFiles.WorkbookOf("4605")])));
        Assert.Equal(1, await CountAsync());
        Assert.NotEqual(
            first,
            await NextAsync(await visitor.UploadAsync(page, [SampleFiles.WorkbookOf("4605"), ("note.png", [0x89, .. "PNG\r\n\u001a\n"u8])])));
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>.xlsx")]
    [InlineData("</bdi><script>alert(1)</script>.xlsx")]
    [InlineData("' onmouseover='alert(1).xlsx")]
    [InlineData("&lt;b&gt;&quot;.xlsx")]
    public async Task HostileFileName_IsShownAsText(string name)
    {
        var plain = await visitor.PageAsync(Unit);
        var (_, bytes) = SampleFiles.WorkbookOf("4605");
        var taken = await visitor.PageAsync(await NextAsync(await visitor.UploadAsync(plain, [(name, bytes)])));
        var shown = name[(name.LastIndexOf('/') + 1)..];
        Assert.All(taken.QuerySelectorAll(".files bdi"), b => Assert.Equal(shown, b.TextContent));
        var refused = await ReadAsync(await visitor.UploadAsync(taken, [(name, "no"u8.ToArray())]), HttpStatusCode.UnprocessableEntity);
        Assert.Contains(shown, refused.QuerySelector("#result .place")!.TextContent, StringComparison.Ordinal);
        foreach (var page in (IHtmlDocument[])[taken, refused])
        {
            Assert.Empty(page.QuerySelectorAll("main img, main script"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task SomeoneElsesReceipt_IsNotShown()
    {
        await NextAsync(await visitor.UploadAsync(await visitor.PageAsync(Unit), [SampleFiles.WorkbookOf("4605")]));
        var other = await visitor.PageAsync("/app/rounds/46-dla-2567/units/4601?receipt=1");
        Assert.Null(other.GetElementById("result"));
        Assert.Empty(other.QuerySelectorAll("details.delivery"));
    }

    private async Task<int> CountAsync() =>
        (await service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse("46-dla-2567"), Token)).Deliveries.Count;
}
