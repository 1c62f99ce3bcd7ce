using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using static Kalasin.Functions.Tests.Pages.Visitor;

namespace Kalasin.Functions.Tests.Pages;

public sealed class PageEndpointsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Root_LeadsToThePages_ButNotUnderTheFunctionsHost()
    {
        await using var local = await RunningService.StartAsync();
        using var visitor = new Visitor(local.Address);
        using var root = await visitor.GetAsync("/");
        Assert.Equal((HttpStatusCode.Found, "/app/"), (root.StatusCode, root.Headers.Location?.OriginalString));

        await using var hosted = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true });
        using var caller = new Visitor(hosted.Address);
        using var answer = await caller.GetAsync("/");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Home_WithoutRounds_OffersToOpenOne_AndThenLeadsToIt()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var home = await visitor.PageAsync("/app/");
        Assert.Equal(("dla-2567", "46"), (Chosen(home, "framework"), Chosen(home, "province")));

        Assert.Equal("/app/rounds/45-dla-2567", await NextAsync(await OpenAsync(visitor, home, "45")));
        Assert.Contains("ร้อยเอ็ด", (await visitor.PageAsync("/app/rounds/45-dla-2567")).QuerySelector(".title")!.TextContent, StringComparison.Ordinal);
        using var only = await visitor.GetAsync("/app/");
        Assert.Equal("/app/rounds/45-dla-2567", only.Headers.Location?.OriginalString);

        await NextAsync(await OpenAsync(visitor, home, "46"));
        Assert.Equal(2, (await visitor.PageAsync("/app/")).QuerySelectorAll("h2 a[href^='/app/rounds/']").Length);
    }

    [Fact]
    public async Task Open_WithoutTokenOrWithUnknownChoice_OpensNothing()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var home = await visitor.PageAsync("/app/");
        await ReadAsync(await OpenAsync(visitor, home, "46", token: "wrong"), HttpStatusCode.Forbidden);
        Assert.Contains(
            "KAL7402",
            (await ReadAsync(await OpenAsync(visitor, home, "99"), HttpStatusCode.UnprocessableEntity)).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty((await visitor.PageAsync("/app/")).QuerySelectorAll("h2 a[href^='/app/rounds/']"));
    }

    [Theory]
    [InlineData("/app/rounds/46-dla-2567", "KAL7302")]
    [InlineData("/app/rounds/46-dla-2567/scores", "KAL7302")]
    [InlineData("/app/rounds/%3Cb%3Ex/units/4601", "KAL7302")]
    [InlineData("/app/assets/0000000000000000/app.css", "404")]
    [InlineData("/app/nowhere", "404")]
    public async Task Problem_IsAPage(string address, string says)
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var page = await visitor.PageAsync(address, HttpStatusCode.NotFound);
        Assert.Contains(says, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main b"));
        await RunningService.ProblemAsync(await visitor.GetAsync("/api/rounds/46-dla-2567"), 404, "not-found");
    }

    [Fact]
    public async Task Assets_AreKeptForGood_AndNameEachOtherByHash()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var home = await visitor.PageAsync("/app/");
        var style = home.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Equal("text/css", TypeOf(await visitor.GetAsync(style)));
        Assert.Equal("text/javascript", TypeOf(await visitor.GetAsync(home.QuerySelector("script")!.GetAttribute("src")!)));
        Assert.Equal("image/svg+xml", TypeOf(await visitor.GetAsync(home.QuerySelector("link[rel=icon]")!.GetAttribute("href")!)));

        using var css = await visitor.GetAsync(style);
        var text = await css.Content.ReadAsStringAsync(Token);
        var fonts = System.Text.RegularExpressions.Regex.Matches(
            text, "url\\(\"(?<address>[^\"]+)\"\\)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.Equal(2, fonts.Count);
        foreach (var font in fonts.Select(m => new Uri(new Uri(service.Address, style), m.Groups["address"].Value).AbsolutePath))
            Assert.Equal("font/woff2", TypeOf(await visitor.GetAsync(font)));

        using var request = new HttpRequestMessage(HttpMethod.Get, style);
        request.Headers.IfNoneMatch.Add(css.Headers.ETag!);
        using var again = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static string? TypeOf(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
            Assert.NotNull(response.Headers.ETag);
            return response.Content.Headers.ContentType?.MediaType;
        }
    }

    private static string? Chosen(IHtmlDocument page, string name) => page.QuerySelector<IHtmlSelectElement>($"select[name={name}]")!.Value;

    private static Task<HttpResponseMessage> OpenAsync(Visitor visitor, IHtmlDocument home, string province, string? token = null) =>
        visitor.SendAsync(new(HttpMethod.Post, "/app/")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["token"] = token ?? home.QuerySelector<IHtmlInputElement>("input[name=token]")!.Value, ["framework"] = "dla-2567", ["province"] = province,
            }),
        });
}
