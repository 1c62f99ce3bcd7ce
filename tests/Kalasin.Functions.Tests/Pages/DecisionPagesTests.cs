using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Decisions taken by the forms of pages: whoever may decide is offered the form, and nobody else gets through with it.</summary>
public sealed class DecisionPagesTests : IAsyncLifetime
{
    private const string Home = "/app/rounds/46-dla-2567";
    private const string Unit = $"{Home}/units/4602";
    private const string Return = $"{Unit}/returns/3";
    private const string Reason = "สะพานขาด\nเดินทางไม่ได้";

    private OpenedRound _round = null!;
    private Visitor _coordinator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Each decision with the page that offers it, and the one that is offered after it: what undoes or answers it.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { Unit, "askCorrection", "answerCorrection" },
        { Unit, "extendDeadline", "extendDeadline" },
        { Unit, "excuseUnit", "expectUnit" },
        { Unit, "askQuestion", "answerQuestion" },
        { Unit, "askQuestion", "closeQuestion" },
        { Unit, "raiseObjection", "decideObjection" },
        { Unit, "recordCopy", "revokeCopy" },
        { Unit, "withdrawDelivery", "restoreDelivery" },
        { Return, "excludeReturn", "includeReturn" },
        { Return, "excludeRow", "includeRow" },
        { Return, "confirmReturn", "withdrawConfirmation" },
        { $"{Home}/scores", "assess", "takeBackAssessment" },
        { Home, "makeChoice", "makeChoice" },
        { Home, "writeNote", "finishNote" },
        { Home, "nameStandIn", "endStandIn" },
    };

    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        _coordinator = new(_round.Service.Address);
        using var officer = await EnterAsync("unit", "4602");
        using var sent = await officer.UploadAsync(await officer.PageAsync(Unit), [SampleFiles.WorkbookOf("4602")]);
        Assert.StartsWith(Unit, await Visitor.NextAsync(sent), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        return _round.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Coordinator_IsOfferedIt_AndThenWhatUndoesIt(string page, string kind, string undo)
    {
        if (kind == "nameStandIn") await LinkAsync("standIn");
        foreach (var decided in (string[])[kind, undo])
        {
            var before = (await _round.StateAsync()).Sequence;
            using var taken = await PostAsync(_coordinator, FormOf(await _coordinator.PageAsync(page), decided));
            Assert.Equal(page, await Visitor.NextAsync(taken));
            Assert.Equal(before + 1, (await _round.StateAsync()).Sequence);
        }
        var log = await _coordinator.PageAsync($"{Home}/log");
        Assert.Contains("ผู้ประสานงาน", log.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task OfficerOfAnotherUnit_DoesNotGetThroughWithIt(string page, string kind, string undo)
    {
        if (kind == "nameStandIn") await LinkAsync("standIn");
        var form = FormOf(await _coordinator.PageAsync(page), kind);
        using var officer = await EnterAsync("unit", "4603");
        form["token"] = TokenOf(await officer.PageAsync($"{Home}/units/4603"));
        var before = (await _round.StateAsync()).Sequence;
        var refused = await Visitor.ReadAsync(await PostAsync(officer, form), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("KAL5013", refused.QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await _round.StateAsync()).Sequence);
        Assert.NotEmpty(undo);
    }

    [Fact]
    public async Task OfficersPage_OffersTheirOwnDecisionsAlone()
    {
        using var officer = await EnterAsync("unit", "4602");
        var page = await officer.PageAsync(Unit);
        Assert.Equal(["askQuestion", "raiseObjection", "withdrawDelivery"], KindsOf(page));
        using var asked = await PostAsync(officer, FormOf(page, "askQuestion"));
        Assert.Equal(Unit, await Visitor.NextAsync(asked));
        Assert.Contains("answerQuestion", KindsOf(await officer.PageAsync(Unit)));
        Assert.Empty(KindsOf(await officer.PageAsync(Return)));
        using var other = await EnterAsync("unit", "4603");
        Assert.DoesNotContain("สะพานขาด", (await other.PageAsync($"{Home}/units/4603")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("/log", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("head", true, true)]
    [InlineData("confirmer", true, false)]
    [InlineData("inspector", false, false)]
    public async Task Return_OffersEachWhatIsTheirs(string whom, bool confirms, bool excludes)
    {
        using var visitor = await EnterAsync(whom);
        var kinds = KindsOf(await visitor.PageAsync(Return));
        Assert.Equal(confirms, kinds.Contains("confirmReturn"));
        Assert.Equal(excludes, kinds.Contains("excludeRow"));
    }

    /// <summary>Beside what doesn't count stands who left it out, and why: of a row, and of a version as a whole.</summary>
    [Theory]
    [InlineData("excludeRow", "tr.excluded")]
    [InlineData("excludeReturn", ".notice.warning")]
    public async Task LeftOut_SaysWhy_WhereItIsShown(string kind, string part)
    {
        Assert.Null((await _coordinator.PageAsync(Return)).QuerySelector(part));
        var form = FormOf(await _coordinator.PageAsync(Return), kind);
        form["reason"] = "จัดนอกปีงบประมาณ";
        using var taken = await PostAsync(_coordinator, form);
        await Visitor.NextAsync(taken);
        using var officer = await EnterAsync("unit", "4602");
        foreach (var reader in (Visitor[])[_coordinator, officer])
        {
            var told = Visitor.TextOf((await reader.PageAsync(Return)).QuerySelector(part)!);
            Assert.Contains("เพราะ จัดนอกปีงบประมาณ", told, StringComparison.Ordinal);
            Assert.Contains("ผู้ประสานงาน", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refused_KeepsWhatWasTyped_AndGoesThroughOnceMended()
    {
        var form = FormOf(await _coordinator.PageAsync(Unit), "askCorrection");
        (form["reason"], form["until"]) = ("<b>ก่อน</b>", "2024-01-01");
        var refused = await Visitor.ReadAsync(await PostAsync(_coordinator, form), HttpStatusCode.UnprocessableEntity);
        var place = Visitor.TextOf(refused.QuerySelector(".findings .place")!);
        Assert.Equal(Visitor.TextOf(refused.QuerySelector("input[name=until]")!.Closest("label")!), place);
        Assert.Empty(refused.QuerySelectorAll("main b"));
        var again = FormOf(refused, "askCorrection", fill: false);
        Assert.Equal(("<b>ก่อน</b>", "2024-01-01"), (again["reason"], again["until"]));
        again["until"] = "2024-05-20";
        using var taken = await PostAsync(_coordinator, again);
        Assert.Equal(Unit, await Visitor.NextAsync(taken));
    }

    [Fact]
    public async Task SameFormTwice_IsOneDecision()
    {
        var form = FormOf(await _coordinator.PageAsync(Unit), "askQuestion");
        for (var i = 0; i < 2; i++)
        {
            using var taken = await PostAsync(_coordinator, form);
            Assert.Equal(Unit, await Visitor.NextAsync(taken));
        }
        Assert.Single((await _round.StateAsync()).Questions);
    }

    [Theory]
    [InlineData("token", "x", 403)]
    [InlineData("decision", "", 422)]
    [InlineData("decision", "}", 422)]
    [InlineData("decision", "{ \"kind\": \"dance\" }", 422)]
    [InlineData("decision", "[[[[", 422)]
    public async Task HostileForm_ChangesNothing(string field, string value, int status)
    {
        var form = FormOf(await _coordinator.PageAsync(Unit), "askQuestion");
        form[field] = value;
        var before = (await _round.StateAsync()).Sequence;
        using var answer = await PostAsync(_coordinator, form);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(before, (await _round.StateAsync()).Sequence);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/app/../../x")]
    [InlineData("/app/\\example")]
    public async Task AddressElsewhere_IsNotGoneTo(string address)
    {
        var form = FormOf(await _coordinator.PageAsync(Unit), "askQuestion");
        form["page"] = address;
        using var taken = await PostAsync(_coordinator, form);
        Assert.Equal("/app/", await Visitor.NextAsync(taken));
    }

    [Theory]
    [InlineData(Home)]
    [InlineData($"{Home}/scores")]
    [InlineData(Unit)]
    [InlineData(Return)]
    public async Task Past_SaysSo_AndOffersNothing(string page)
    {
        var past = await _coordinator.PageAsync($"{page}?asOf=2024-05-14");
        Assert.Contains("๑๔ พฤษภาคม ๒๕๖๗", past.QuerySelector(".past")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(KindsOf(past));
        Assert.NotEmpty(KindsOf(await _coordinator.PageAsync(page)));
        Assert.Empty(past.QuerySelectorAll("main form[method=post]"));
        var before = await _coordinator.PageAsync($"{page}?asOf=2024-05-13", HttpStatusCode.NotFound);
        Assert.Contains("ยังไม่ได้เปิดรอบ 46-dla-2567 รอบนี้เปิดเมื่อ ๑๔ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น.", Visitor.TextOf(before.Body!), StringComparison.Ordinal);
        await _coordinator.PageAsync($"{page}?asOf=yesterday", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Past_StaysThePast_FromPageToPage()
    {
        var pages = new Queue<string>([Home]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pages.TryDequeue(out var address))
        {
            var page = await _coordinator.PageAsync($"{address}?asOf=2024-05-14");
            Assert.NotNull(page.QuerySelector(".past"));
            foreach (var link in page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith(Home, StringComparison.Ordinal)))
            {
                Assert.Contains("asOf=2024-05-14", link, StringComparison.Ordinal);
                if (link.Split('?')[0] is var next && next != Home && seen.Add(next) && seen.Count < 30) pages.Enqueue(next);
            }
        }
        Assert.Superset(new HashSet<string> { Unit, Return, $"{Home}/scores", $"{Home}/links", $"{Home}/log" }, seen);
    }

    [Fact]
    public async Task Links_OfThePast_AreThoseOfThatDay_AndNoneIsIssuedOrTakenBack()
    {
        await LinkAsync("unit", "4602");
        var page = await _coordinator.PageAsync($"{Home}/links?asOf=2024-05-14");
        Assert.Contains("ท้องถิ่นอำเภอนามน", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        Assert.NotEmpty((await _coordinator.PageAsync($"{Home}/links")).QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task Log_TellsWhoWhenWhatAndWhy_SinceADayOrAnEntry()
    {
        using var taken = await PostAsync(_coordinator, FormOf(await _coordinator.PageAsync(Unit), "extendDeadline"));
        var all = await _coordinator.PageAsync($"{Home}/log");
        var newest = Visitor.TextOf(all.QuerySelector("tbody tr")!);
        Assert.Contains("ผู้ประสานงาน", newest, StringComparison.Ordinal);
        Assert.Contains("๑๔ พฤษภาคม ๒๕๖๗", newest, StringComparison.Ordinal);
        Assert.Contains("ขยายกำหนดส่ง", newest, StringComparison.Ordinal);
        Assert.Contains("สะพานขาด", newest, StringComparison.Ordinal);
        var last = (await _round.StateAsync()).Sequence;
        Assert.Equal(last, all.QuerySelectorAll("tbody tr").Length);
        Assert.Single((await _coordinator.PageAsync($"{Home}/log?after={last - 1}")).QuerySelectorAll("tbody tr"));
        Assert.Equal(last, (await _coordinator.PageAsync($"{Home}/log?since=2024-05-14")).QuerySelectorAll("tbody tr").Length);
        Assert.Empty((await _coordinator.PageAsync($"{Home}/log?since=2024-05-15")).QuerySelectorAll("tbody tr"));
        await _coordinator.PageAsync($"{Home}/log?since=x", HttpStatusCode.BadRequest);
        await _coordinator.PageAsync($"{Home}/log?after=-1", HttpStatusCode.BadRequest);
    }

    private static List<string> KindsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").Select(KindOf).Distinct().Order(StringComparer.Ordinal)];

    private static string KindOf(IHtmlInputElement decision) => JsonDocument.Parse(decision.Value).RootElement.GetProperty("kind").GetString()!;

    private static string TokenOf(IHtmlDocument page) => page.QuerySelector<IHtmlInputElement>("input[name=token]")!.Value;

    /// <summary>The fields of the first form of a decision, as a browser sends them, with what somebody types.</summary>
    private static Dictionary<string, string> FormOf(IHtmlDocument page, string kind, bool fill = true)
    {
        var form = page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").First(d => KindOf(d) == kind).Form!;
        Assert.Equal("post", form.Method);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var text in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea")) fields[text.Name!] = fill ? Reason : text.Value;
        foreach (var choice in form.QuerySelectorAll<IHtmlSelectElement>("select")) fields[choice.Name!] = fill ? choice.Options[^1].Value : choice.Value!;
        if (fill && fields.ContainsKey("until")) fields["until"] = $"2024-05-{20 + page.QuerySelectorAll(".due strong").Count(d => d.TextContent.Contains("๒๐", StringComparison.Ordinal))}";
        return fields;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Dictionary<string, string> fields) =>
        visitor.SendAsync(new(HttpMethod.Post, $"{Home}/decisions") { Content = new FormUrlEncodedContent(fields) });

    private async Task<string> LinkAsync(string whom, string? unit = null)
    {
        using var issued = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/links", new { @for = whom, unit, last = "2024-08-31" }, Token);
        return new Uri((await RunningService.JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!).AbsolutePath;
    }

    /// <summary>Somebody on a phone, who came by a link.</summary>
    private async Task<Visitor> EnterAsync(string whom, string? unit = null)
    {
        var visitor = new Visitor(_round.Service.Address, ("X-Forwarded-For", "203.0.113.9"));
        using var entered = await visitor.GetAsync(await LinkAsync(whom, unit));
        await Visitor.NextAsync(entered);
        return visitor;
    }
}
