using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Personal links: issued, opened on a phone, used for what they are for and for nothing else, expired, taken back.</summary>
public sealed class LinksTests : IAsyncLifetime
{
    private const string Round = "46-dla-2567";
    private const string OtherRound = "45-dla-2567";
    private const string Home = $"/app/rounds/{Round}";

    private readonly FakeTimeProvider _clock = new(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync(build: builder => Use(builder));
        foreach (var round in (string[])[Round, OtherRound])
        {
            using var opened = await _service.Client.PutAsync($"/api/rounds/{round}", null, Token);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task UnitLink_OpensThatUnitsPage_AndTheSecretIsOutOfTheAddress()
    {
        var link = await IssueAsync("unit", "4601");
        using var phone = new Phone(_service);
        using var entered = await phone.GetAsync(link);
        Assert.Equal($"{Home}/units/4601", await Visitor.NextAsync(entered));
        Assert.Equal(("no-store", "no-referrer"),
            (entered.Headers.CacheControl?.ToString(), Assert.Single(entered.Headers.GetValues("Referrer-Policy"))));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);

        var page = await phone.PageAsync($"{Home}/units/4601");
        Assert.DoesNotContain(SecretOf(link), page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("4601", page.QuerySelector("form.who")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/app/rounds/{Round}/units/4601", 200)]
    [InlineData($"/api/rounds/{Round}/units/4601/form", 200)]
    [InlineData($"/app/rounds/{Round}/units/4602", 403)]
    [InlineData($"/api/rounds/{Round}/units/4602/form", 403)]
    [InlineData($"/app/rounds/{OtherRound}/units/4601", 401)]
    [InlineData($"/app/rounds/{Round}", 403)]
    [InlineData($"/app/rounds/{Round}/links", 403)]
    [InlineData($"/api/rounds/{Round}", 403)]
    [InlineData($"/api/rounds/{Round}/deliveries", 403)]
    [InlineData($"/api/rounds/{OtherRound}", 401)]
    [InlineData("/api/rounds", 403)]
    [InlineData("/app/rounds", 403)]
    [InlineData("/api/frameworks", 200)]
    public async Task UnitLink_ReachesItsOwnAlone(string address, int status)
    {
        using var phone = new Phone(_service);
        await phone.EnterAsync(await IssueAsync("unit", "4601"));
        Assert.Equal(status, await phone.StatusAsync(address));
    }

    [Theory]
    [InlineData("head", $"/app/rounds/{Round}", 200)]
    [InlineData("inspector", $"/api/rounds/{Round}/deliveries", 200)]
    [InlineData("confirmer", $"/app/rounds/{Round}/units/4602", 200)]
    [InlineData("head", $"/app/rounds/{OtherRound}", 401)]
    [InlineData("inspector", $"/api/rounds/{OtherRound}", 401)]
    [InlineData("head", "/api/rounds", 403)]
    [InlineData("head", $"/app/rounds/{Round}/links", 403)]
    [InlineData("confirmer", $"/api/rounds/{Round}/links", 403)]
    public async Task PersonsLink_ReadsItsRoundAlone(string whom, string address, int status)
    {
        using var phone = new Phone(_service);
        await phone.EnterAsync(await IssueAsync(whom));
        Assert.Equal(status, await phone.StatusAsync(address));
    }

    [Fact]
    public async Task Officer_Sends_AndSeesOwnDeliveriesOnly()
    {
        using (var mine = await SendAsync("4601")) Assert.Equal(HttpStatusCode.Created, mine.StatusCode);
        using (var others = await SendAsync("4602")) Assert.Equal(HttpStatusCode.Created, others.StatusCode);
        using var phone = new Phone(_service);
        await phone.EnterAsync(await IssueAsync("unit", "4601"));
        var page = await phone.PageAsync($"{Home}/units/4601");
        using (var sent = await phone.UploadAsync(page, [("4601.xlsx", SampleFiles.WorkbookOf("4601").Bytes)]))
            Assert.Equal($"{Home}/units/4601?receipt=3#result", await Visitor.NextAsync(sent));
        foreach (var what in (string[])["", "/receipt", "/files/1"])
            foreach (var (receipt, status) in ((int, int)[])[(1, 200), (2, 404), (3, 200)])
                Assert.Equal(status, await phone.StatusAsync($"/api/rounds/{Round}/deliveries/{receipt}{what}"));
        using var foreign = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
        using var refused = await phone.PostAsync($"/api/rounds/{Round}/units/4602/deliveries", foreign);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>Wrong, expired and revoked give the same page, and so does a round that is none.</summary>
    [Fact]
    public async Task LinkThatOpensNothing_TellsNotWhy()
    {
        var (usual, revoked, expired) = (await IssueAsync("head"), await IssueAsync("head"), await IssueAsync("head", last: "2024-05-11"));
        await RevokeAsync(await NumberAsync(1));
        _clock.Advance(TimeSpan.FromDays(3));
        string[] wrong =
        [
            revoked, expired, usual[..^1] + (usual[^1] == 'A' ? 'B' : 'A'), usual[..^1], usual + "A", usual.Replace(Round, OtherRound,
                StringComparison.Ordinal), usual.Replace(Round, "46-nothing", StringComparison.Ordinal),
            $"/app/in/{Round}/{new string('A', 24)}", $"/app/in/{Round}/{new string('A', 3000)}", $"/app/in/UPPER/{SecretOf(usual)}", $"/app/in/{Round}/%E0%B8%81%E0%B8%82",
        ];
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in wrong)
        {
            using var phone = new Phone(_service);
            using var answer = await phone.GetAsync(address);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.Equal(("no-store", "no-referrer"),
                (answer.Headers.CacheControl?.ToString(), Assert.Single(answer.Headers.GetValues("Referrer-Policy"))));
            var page = await Visitor.ReadAsync(answer, HttpStatusCode.NotFound);
            page.QuerySelector(".hint code")!.Remove(); // the request's own reference
            pages.Add(page.Body!.TextContent);
        }
        Assert.Contains("KAL7804", Assert.Single(pages), StringComparison.Ordinal);
        using var good = new Phone(_service);
        await good.EnterAsync(usual);
    }

    [Fact]
    public async Task HeldLink_RevokedOrExpired_OpensNothingFromThenOn()
    {
        using var phone = new Phone(_service);
        await phone.EnterAsync(await IssueAsync("inspector"));
        Assert.Equal(200, await phone.StatusAsync(Home));
        await RevokeAsync(await NumberAsync(0));
        Assert.Equal(401, await phone.StatusAsync(Home));

        using var other = new Phone(_service);
        await other.EnterAsync(await IssueAsync("inspector", last: "2024-05-10"));
        Assert.Equal(200, await other.StatusAsync(Home));
        _clock.Advance(TimeSpan.FromHours(14)); // midnight in Bangkok
        Assert.Equal(401, await other.StatusAsync(Home));
    }

    [Fact]
    public async Task SeveralLinks_OnOnePhone_EachWhereItBelongs_AndNoMoreThanEight()
    {
        using var phone = new Phone(_service);
        foreach (var unit in (string[])["4601", "4602"]) await phone.EnterAsync(await IssueAsync("unit", unit));
        foreach (var unit in (string[])["4601", "4602"]) Assert.Equal(200, await phone.StatusAsync($"{Home}/units/{unit}"));
        var doors = await phone.PageAsync("/app/");
        Assert.Equal([$"{Home}/units/4602", $"{Home}/units/4601"], doors.QuerySelectorAll(".doors a").Select(a => a.GetAttribute("href")));
        for (var n = 0; n < 7; n++) await phone.EnterAsync(await IssueAsync("unit", "4603"));
        Assert.Equal(403, await phone.StatusAsync($"{Home}/units/4601"));
        Assert.Equal(200, await phone.StatusAsync($"{Home}/units/4602"));
    }

    /// <summary>
    /// On the office's one machine: whoever opened the head's link is the head in that round, and the coordinator again when they leave.
    /// </summary>
    [Fact]
    public async Task AtTheMachine_TheLinkSpeaks_UntilItIsLeft()
    {
        var link = await IssueAsync("head");
        using var browser = new Visitor(_service.Address);
        using (var entered = await browser.GetAsync(link)) Assert.Equal($"{Home}/head", await Visitor.NextAsync(entered));
        var round = await browser.PageAsync(Home);
        Assert.Contains("หัวหน้าส่วนราชการ", round.QuerySelector("form.who")!.TextContent, StringComparison.Ordinal);
        await browser.PageAsync($"{Home}/links", HttpStatusCode.Forbidden);
        await browser.PageAsync($"/app/rounds/{OtherRound}/links"); // elsewhere still the coordinator
        using var leave = new HttpRequestMessage(HttpMethod.Post, "/app/sign-out")
        {
            Content = new FormUrlEncodedContent([new("token", round.QuerySelector<IHtmlInputElement>("form.who input")!.Value)]),
        };
        await Visitor.NextAsync(await browser.SendAsync(leave));
        await browser.PageAsync($"{Home}/links");
    }

    /// <summary>What a robot that looks at links before people do leaves behind: nothing.</summary>
    [Fact]
    public async Task Preview_ByARobot_ChangesNothing()
    {
        var link = await IssueAsync("unit", "4601");
        var before = (await StateAsync()).Sequence;
        for (var time = 0; time < 3; time++)
        {
            using var robot = new Phone(_service);
            using var head = await robot.SendAsync(new(HttpMethod.Head, link));
            using var get = await robot.GetAsync(link);
            Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (head.StatusCode, get.StatusCode));
        }
        Assert.Equal(before, (await StateAsync()).Sequence);
        using var phone = new Phone(_service);
        await phone.EnterAsync(link);
    }

    [Fact]
    public async Task Log_HasTheHashAlone()
    {
        var link = await IssueAsync("unit", "4601");
        var secret = SecretOf(link);
        Assert.Equal(24, secret.Length);
        var issued = Assert.Single((await StateAsync()).Links.Values);
        Assert.Equal(LinkSecret.HashOf(secret), issued.Secret);
        foreach (var file in Directory.EnumerateFiles(_service.DataFolder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(secret, await text.ReadToEndAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_IssuesForEveryUnit_ShowsThemOnce_AndRevokes()
    {
        using var coordinator = new Visitor(_service.Address);
        var page = await coordinator.PageAsync($"{Home}/links");
        var fields = Fields(page, ("for", "units"), ("last", "2024-08-31"), ("note", "แจกในที่ประชุม"));
        var issued = await Visitor.ReadAsync(await coordinator.SendAsync(Post($"{Home}/links", fields)), HttpStatusCode.OK);
        var cards = issued.QuerySelectorAll(".linkcard");
        Assert.Equal(24, cards.Length);
        Assert.All(cards, card => Assert.Equal(card.QuerySelector(".address")!.TextContent, QrReading.Of(card.QuerySelector(".qr")!)));
        using var phone = new Phone(_service);
        await phone.EnterAsync(new Uri(cards[3].QuerySelector(".address")!.TextContent).AbsolutePath);

        // The same form once more: nothing new, and what is not kept is not shown.
        var again = await Visitor.ReadAsync(await coordinator.SendAsync(Post($"{Home}/links", fields)), HttpStatusCode.UnprocessableEntity);
        Assert.Empty(again.QuerySelectorAll(".linkcard"));
        Assert.Equal(24, (await StateAsync()).Links.Count);
        Assert.Contains("แจกในที่ประชุม", again.QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);

        var form = again.QuerySelector<IHtmlFormElement>("table.list form")!;
        using var revoked = await coordinator.SendAsync(Post(form.GetAttribute("action")!, Fields(again, ("reason", "แจกผิดคน"))));
        Assert.Equal($"{Home}/links", await Visitor.NextAsync(revoked));
        Assert.Single((await StateAsync()).Links.Values, l => l.Revoked is not null);
        Assert.Equal(23, (await coordinator.PageAsync($"{Home}/links")).QuerySelectorAll("table.list form").Length);
    }

    [Theory]
    [InlineData("nobody", "2024-08-31", "", "KAL7806")]
    [InlineData("unit/9999", "2024-08-31", "", "KAL5003")]
    [InlineData("head", "someday", "", "KAL7806")]
    public async Task Page_UnclearForm_IssuesNothing(string whom, string last, string note, string code)
    {
        using var coordinator = new Visitor(_service.Address);
        var page = await coordinator.PageAsync($"{Home}/links");
        var answer = await Visitor.ReadAsync(await coordinator.SendAsync(Post($"{Home}/links",
            Fields(page, ("for", whom), ("last", last), ("note", note)))), HttpStatusCode.UnprocessableEntity);
        Assert.Contains(code, answer.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await StateAsync()).Links);
    }

    [Fact]
    public async Task BaseAddress_StandsInLinks()
    {
        await using var service = await StartAsync(s => s with { Access = s.Access with { BaseAddress = new("http://kalasin.example.go.th") } });
        using var opened = await service.Client.PutAsync($"/api/rounds/{Round}", null, Token);
        using var issued = await service.Client.PostAsJsonAsync($"/api/rounds/{Round}/links", new { @for = "head", last = Future }, Token);
        var address = (await JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!;
        Assert.StartsWith($"http://kalasin.example.go.th/app/in/{Round}/", address, StringComparison.Ordinal);
        Assert.Equal("no-store", issued.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("""{"for":"head"}""")]
    [InlineData("""{"for":"king","last":"2024-08-31"}""")]
    [InlineData("""{"for":"unit","unit":"no such","last":"2024-08-31"}""")]
    [InlineData("""{"for":"unit","last":"2024-08-31"}""")]
    [InlineData("""{"for":"head","unit":"4601","last":"2024-08-31"}""")]
    [InlineData("""{"for":"head","last":"2024-05-01"}""")]
    [InlineData("nonsense")]
    [InlineData("null")]
    public async Task Api_UnclearBody_IssuesNothing(string body)
    {
        using var answer = await _service.Client.PostAsync($"/api/rounds/{Round}/links", new StringContent(body), Token);
        Assert.NotEqual("", await ProblemAsync(answer, 422, "not-accepted"));
        Assert.Empty((await StateAsync()).Links);
    }

    private static string Future =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(30).UtcDateTime)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private void Use(WebApplicationBuilder builder)
    {
        Elsewhere.Use(builder);
        builder.Services.AddSingleton<TimeProvider>(_clock);
    }

    private static string SecretOf(string link) => link[(link.LastIndexOf('/') + 1)..];

    private async Task<RoundState> StateAsync() =>
        await _service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse(Round), Token);

    private async Task<long> NumberAsync(int index) => (await StateAsync()).Links.Values.ElementAt(index).Number;

    /// <returns>The path of the link.</returns>
    private async Task<string> IssueAsync(string whom, string? unit = null, string last = "2024-08-31")
    {
        using var issued = await _service.Client.PostAsJsonAsync($"/api/rounds/{Round}/links", new { @for = whom, unit, last }, Token);
        return new Uri((await JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!).AbsolutePath;
    }

    private async Task RevokeAsync(long number)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { kind = "revokeLink", link = number, reason = "หาย" }));
        using var revoked = await _service.Client.PostAsync($"/api/rounds/{Round}/decisions", body, Token);
        Assert.True(revoked.IsSuccessStatusCode, await revoked.Content.ReadAsStringAsync(Token));
    }

    private async Task<HttpResponseMessage> SendAsync(string unit)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
        return await _service.Client.PostAsync($"/api/rounds/{Round}/units/{unit}/deliveries", form, Token);
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page, params IEnumerable<(string Name, string Value)> given)
    {
        var fields = page.QuerySelector("form.fields")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in given) fields[name] = value;
        return fields;
    }

    private static HttpRequestMessage Post(string address, Dictionary<string, string> fields) =>
        new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };

    /// <summary>A phone somewhere else, which nobody knows.</summary>
    private sealed class Phone(RunningService service) : IDisposable
    {
        private readonly Visitor visitor = new(service.Address, ("X-Forwarded-For", "203.0.113.9"));

        public async Task EnterAsync(string link)
        {
            using var entered = await GetAsync(link);
            Assert.StartsWith("/app/rounds/", await Visitor.NextAsync(entered), StringComparison.Ordinal);
        }

        public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

        public Task<HttpResponseMessage> PostAsync(string address, HttpContent content) =>
            SendAsync(new(HttpMethod.Post, address) { Content = content });

        public async Task<int> StatusAsync(string address)
        {
            using var answer = await GetAsync(address);
            return (int)answer.StatusCode;
        }

        public async Task<IHtmlDocument> PageAsync(string address) => await Visitor.ReadAsync(await GetAsync(address), HttpStatusCode.OK);

        public Task<HttpResponseMessage> UploadAsync(IHtmlDocument page, IEnumerable<(string Name, byte[] Bytes)> files) =>
            visitor.UploadAsync(page, files);

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => visitor.SendAsync(request);

        public void Dispose() => visitor.Dispose();
    }
}
