using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using static Kalasin.Functions.Tests.Pages.Visitor;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>A page speaks one language: Thai until its reader switches, then English, until they switch back.</summary>
public sealed partial class PageLanguageTests(SamplePages sample) : IClassFixture<SamplePages>, IAsyncLifetime
{
    /// <summary>What is one language's own by its nature: codes, names of files, addresses, and what people wrote in Thai, which says so.</summary>
    private const string OwnByNature = "code, bdi, script, textarea, body [lang=th], .tongue";

    private static readonly string[] Attributes = ["aria-label", "title", "alt", "data-label", "data-busy", "placeholder"];

    public static TheoryData<string> All =>
    [
        "/app/?all=true", SamplePages.Round, $"{SamplePages.Round}/season", $"{SamplePages.Round}/head", $"{SamplePages.Round}/scores", $"{SamplePages.Round}/units/4601", $"{SamplePages.Round}/units/4608",
        $"{SamplePages.Round}/units/4608/returns/3", $"{SamplePages.Round}/log", $"{SamplePages.Round}/links", $"{SamplePages.Round}/mails",
        $"{SamplePages.Round}/signing", $"{SamplePages.Round}/contacts", $"{SamplePages.Round}?asOf=2024-05-10", "/app/rounds/46-dla-2599", "/app/nowhere",
        $"{SamplePages.Round}/rules", $"{SamplePages.Round}/rules?asOf=2024-05-10", $"{SamplePages.Round}/annex", $"{SamplePages.Round}/plan", $"{SamplePages.Round}/what-if?unit=PUB&indicator=3",
        "/app/frameworks", "/app/opening?framework=dla-2567&province=46&year=2570", "/app/rankings", "/app/rankings/dla-2567", "/app/rankings/dla-2567/46", "/app/installation",
    ];

    /// <summary>The sample is ranked, so that the pages of the ranking have something to say.</summary>
    public async ValueTask InitializeAsync()
    {
        var card = await sample.Visitor.GetAsync("/api/rounds/46-dla-2567/scorecard-file");
        using var form = Rounds.SampleFiles.Form(("46.json", await card.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rankings/dla-2567/scorecards") { Content = form };
        using var taken = await sample.Visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_UntilSomebodySwitches_HasNoEnglishLine(string address)
    {
        using var reader = new Visitor(sample.Address, ("Accept-Language", "en-GB,en;q=0.9"));
        var page = await AnyAsync(reader, address);
        Assert.Equal("th", page.DocumentElement.GetAttribute("lang"));
        Assert.All(Lines(page), line => Assert.DoesNotMatch(EnglishLine(), line));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_SwitchedToEnglish_HasNoThaiLine(string address)
    {
        using var reader = new Visitor(sample.Address);
        var switched = (await AnyAsync(reader, address)).QuerySelector<IHtmlAnchorElement>(".tongue[lang=en]")!.GetAttribute("href")!;
        var next = await NextAsync(await reader.GetAsync(switched));
        var page = await AnyAsync(reader, address);
        Assert.Equal(address, next);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        // Sentences quote words of forms and what people wrote, which are Thai.
        Assert.All(Lines(page), line => Assert.True(2 * ThaiLetter().Count(line) <= line.Length || EnglishWords().IsMatch(line), line));

        await NextAsync(await reader.GetAsync(page.QuerySelector(".tongue[lang=th]")!.GetAttribute("href")!));
        Assert.Equal("th", (await AnyAsync(reader, address)).DocumentElement.GetAttribute("lang"));
    }

    /// <summary>Charts that a page draws itself speak its language too, to whoever sees them and to whoever has them read.</summary>
    [Theory]
    [InlineData(SamplePages.Round, "#arrivals", "Returns received")]
    [InlineData($"{SamplePages.Round}/head", "#scores", "Score of each indicator")]
    [InlineData($"{SamplePages.Round}/scores", "main", "Score of each indicator")]
    [InlineData($"{SamplePages.Round}/scores", "#i4", "Public health: ")]
    [InlineData($"{SamplePages.Round}/scores", "#i2", "Herb gardens: ")] // a map of districts
    public async Task Chart_SwitchedToEnglish_HasEnglishWordsAndDigits(string address, string part, string title)
    {
        using var reader = new Visitor(sample.Address, ("Cookie", "kalasin-language=en"));
        var chart = (await reader.PageAsync(address)).QuerySelector($"{part} figure.chart")!;
        Assert.Equal("en", chart.GetAttribute("lang"));
        Assert.StartsWith(title, chart.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(ThaiLetter(), chart.TextContent);
        Assert.Equal("th", (await sample.Visitor.PageAsync(address)).QuerySelector($"{part} figure.chart")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/app/")]
    [InlineData("/app/../api/health")]
    [InlineData("/app/%2e%2e/api/health")]
    [InlineData("/app/%2F%2Felsewhere.example")]
    [InlineData("/app/\\elsewhere.example")]
    [InlineData("/\\elsewhere.example/app/")]
    [InlineData("/app/:80@elsewhere.example")]
    [InlineData("/application")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/app/?q=a\r\nSet-Cookie: x=1")]
    [InlineData("/app/?q=<script>")]
    [InlineData("/app/?q=ไทย")]
    public async Task Switch_LeadsNowhereElse(string to)
    {
        using var reader = new Visitor(sample.Address);
        Assert.Equal("/app/", await NextAsync(await reader.GetAsync($"/app/language/en?to={Uri.EscapeDataString(to)}")));
    }

    [Theory]
    [InlineData("/app/rankings/dla-2567?q=%E0%B8%AD%E0%B8%B8%E0%B8%94%E0%B8%A3&of=size:large")]
    [InlineData("/app/rounds/46-dla-2567/log?since=2024-05-10&after=5+1")]
    [InlineData("/app/?next=//elsewhere.example/..")] // an address of ours all the same
    public async Task Switch_KeepsWhatWasAskedFor(string to)
    {
        using var reader = new Visitor(sample.Address);
        Assert.Equal(to, await NextAsync(await reader.GetAsync($"/app/language/en?to={Uri.EscapeDataString(to)}")));
    }

    private static async Task<IHtmlDocument> AnyAsync(Visitor reader, string address)
    {
        using var response = await reader.GetAsync(address);
        return await ReadAsync(response, response.StatusCode is HttpStatusCode.NotFound ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    private static List<string> Lines(IHtmlDocument page)
    {
        var spoken = page.All.Where(e => e.Closest(OwnByNature) is null).ToList();
        var lines = spoken.SelectMany(e => e.ChildNodes.OfType<IText>()).Select(TextOf)
            .Concat(spoken.SelectMany(e => Attributes.Select(name => e.GetAttribute(name) ?? ""))).Where(line => line.Length > 0).ToList();
        Assert.True(lines.Count > 8, $"{lines.Count} lines");
        return lines;
    }

    [GeneratedRegex("[A-Za-z]{2,},? [a-z]{2,},? [a-z]{2,}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex EnglishLine();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex EnglishWords();

    [GeneratedRegex("[\u0E01-\u0E5B]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ThaiLetter();
}
