using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Season;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>The coordinator's season and the head's day, each on a page of its own.</summary>
public sealed class SeasonPagesTests
{
    private const string Season = "/app/rounds/46-dla-2567/season";
    private const string HeadPage = "/app/rounds/46-dla-2567/head";
    private const string Mails = "/app/rounds/46-dla-2567/mails";

    [Fact]
    public async Task Season_SaysWhatIsNext_AndLeadsToEachPlace()
    {
        await using var round = await SigningRound.StartAsync(isClosed: false);
        var page = await round.Coordinator.PageAsync(Season);
        Assert.Contains("ส่งแบบรายงานและลิงก์ให้ทุกหน่วยงาน", Visitor.TextOf(page.QuerySelector("#next")!), StringComparison.Ordinal);
        Assert.Equal("step", page.QuerySelectorAll("ol.steps li").Single(li => li.HasAttribute("aria-current")).GetAttribute("aria-current"));
        var places = page.QuerySelectorAll("ol.steps a").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        Assert.Equal(16, page.QuerySelectorAll("ol.steps > li").Length);
        foreach (var place in places) await round.Coordinator.PageAsync(place);
        Assert.Contains("ขั้นตอนต่อไป", Visitor.TextOf((await round.Coordinator.PageAsync("/app/rounds/46-dla-2567")).QuerySelector("#next")!), StringComparison.Ordinal);
        // Whoever doesn't run the round has nothing next, and no such page.
        Assert.Null((await round.Head.PageAsync("/app/rounds/46-dla-2567")).QuerySelector("#next"));
        using var refused = await round.Head.GetAsync(Season);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>One press: whoever owes something and has an address is written to at once, and nobody else.</summary>
    [Fact]
    public async Task Reminder_LeavesAtOnce_ToThoseWhoOweSomething()
    {
        await using var round = await SigningRound.StartAsync(isClosed: false);
        Assert.Null((await round.Coordinator.PageAsync(Season)).QuerySelector("#remind form")); // nobody has an address
        await EnterAddressesAsync(round, "4602", "4604", "4605");
        var form = (await round.Coordinator.PageAsync(Season)).QuerySelector<IHtmlFormElement>("#remind form")!;
        Assert.Contains("ส่งอีเมลเตือน ๒ หน่วยงานทันที", Visitor.TextOf(form), StringComparison.Ordinal);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        for (var press = 0; press < 2; press++)
        {
            using var sent = await round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("now", "1")]) });
            await Visitor.ReadAsync(sent, HttpStatusCode.OK); // the page says whom no mail can reach
        }
        var state = await round.StateAsync();
        Assert.Equal(["4604", "4605"], state.Mails.Values.Where(m => m.Purpose == MailPurpose.Reminder).Select(m => m.Unit!.Value.Value).Order(StringComparer.Ordinal));
        Assert.NotNull(Assert.Single(state.Batches.Values).Released);
        Assert.DoesNotContain(state.Mails.Values, m => m.Stage(BangkokTime.At(new(2024, 5, 10), new(11, 0))) == MailStage.Held);
        Assert.Contains("เตือนก่อนครบกำหนดส่ง", Visitor.TextOf((await round.Coordinator.PageAsync(Mails)).QuerySelector("main")!), StringComparison.Ordinal);
    }

    /// <summary>After a unit's last day the same press says that it is over.</summary>
    [Fact]
    public async Task Reminder_AfterTheLastDay_SaysSo()
    {
        await using var round = await SigningRound.StartAsync();
        await EnterAddressesAsync(round, "4604");
        var form = (await round.Coordinator.PageAsync(Season)).QuerySelector<IHtmlFormElement>("#remind form")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        using var sent = await round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) });
        await Visitor.ReadAsync(sent, HttpStatusCode.OK);
        var state = await round.StateAsync();
        var prepared = Assert.Single(state.Batches.Values, b => b.Purpose == MailPurpose.Overdue);
        Assert.Null(prepared.Released); // only what is pressed to go goes
    }

    [Fact]
    public async Task Head_ComesByLink_Reads_Returns_AndApproves_OnOnePage()
    {
        await using var round = await SigningRound.StartAsync();
        var before = Visitor.TextOf((await round.Head.PageAsync(HeadPage)).QuerySelector("#report")!);
        Assert.Contains("ยังไม่ได้เสนอหัวหน้าส่วนราชการ", before, StringComparison.Ordinal);
        foreach (var unit in (string[])["DEV", "FIN", "PER"]) await round.SendAsync(unit);
        await round.TickAsync();
        await round.TakeAsync(round.Coordinator, "requestSignature");
        var page = await round.Head.PageAsync(HeadPage);
        Assert.Contains("รอหัวหน้าส่วนราชการพิจารณา", Visitor.TextOf(page.QuerySelector("#report")!), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#scores .chart svg"));
        Assert.Equal(["approveReport", "returnReport"], SigningRound.KindsOf(page));
        using var report = await round.Head.GetAsync(page.QuerySelector("#report .actions a")!.GetAttribute("href")!);
        Assert.Equal("application/pdf", report.Content.Headers.ContentType!.MediaType);
        await SigningRound.TakeAsync(HeadPage, round.Head, "returnReport", ("reason", "โปรดตรวจตัวชี้วัดที่ ๕"));
        Assert.Contains("โปรดตรวจตัวชี้วัดที่ ๕", Visitor.TextOf((await round.Head.PageAsync(HeadPage)).QuerySelector("#report")!), StringComparison.Ordinal);
        // The same report isn't offered a second time before it is put forward again.
        Assert.DoesNotContain("approveReport", SigningRound.KindsOf(await round.Head.PageAsync(HeadPage)));
        await round.TakeAsync(round.Coordinator, "requestSignature", ("reason", "ตรวจแล้ว"));
        await SigningRound.TakeAsync(HeadPage, round.Head, "approveReport");
        Assert.Contains("หัวหน้าส่วนราชการเห็นชอบแล้ว", Visitor.TextOf((await round.Head.PageAsync(HeadPage)).QuerySelector("#report")!), StringComparison.Ordinal);
    }

    /// <summary>What the clock would do at its next tick is done when it is asked for, on both pages that wait for it; then nothing is left to ask for.</summary>
    [Fact]
    public async Task Report_IsClosedAndCompiled_WhenTheCoordinatorAsks()
    {
        await using var round = await SigningRound.StartAsync(isClosed: false);
        Assert.Null((await round.Coordinator.PageAsync(Season)).QuerySelector("form.compile"));
        round.Wait(TimeSpan.FromDays(10));
        Assert.Contains("ปิดรับและรวบรวมรายงานทันที", await PressAsync(round, Season), StringComparison.Ordinal);
        var first = (await round.StateAsync()).Reports[Edition.Official].Pdf;
        Assert.NotNull((await round.StateAsync()).Closed);
        foreach (var page in (string[])[Season, SigningRound.Page]) Assert.Null((await round.Coordinator.PageAsync(page)).QuerySelector("form.compile"));
        await round.SendAsync("DEV");
        Assert.Null((await round.Head.PageAsync(SigningRound.Page)).QuerySelector("form.compile"));
        Assert.Contains("รวบรวมรายงานทันที", await PressAsync(round, SigningRound.Page), StringComparison.Ordinal);
        Assert.NotEqual(first, (await round.StateAsync()).Reports[Edition.Official].Pdf);
        // The log says who pressed, and not that the clock did it.
        var told = (await round.Coordinator.PageAsync("/app/rounds/46-dla-2567/log")).QuerySelectorAll("tbody tr").Select(Visitor.TextOf)
            .Where(line => line.Contains("จัดทำรายงาน", StringComparison.Ordinal) || line.Contains("ปิดกำหนดส่ง", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, told.Count);
        Assert.All(told, line => Assert.Contains("ผู้ประสานงาน", line, StringComparison.Ordinal));
    }

    /// <summary>While it is compiled, the pages say so and since when; the line to an open page tells of the beginning too.</summary>
    [Fact]
    public async Task Report_WhileItIsCompiled_IsSaidToBe()
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var round = await SigningRound.StartAsync(isClosed: false, build: builder =>
        {
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(CompileWork)));
            builder.Services.AddSingleton<IStepWork>(services => new Waiting(ActivatorUtilities.CreateInstance<CompileWork>(services), begun, go.Task));
        });
        const string home = "/app/rounds/46-dla-2567";
        round.Wait(TimeSpan.FromDays(10));
        var ticking = round.TickAsync();
        await begun.Task;
        var page = await round.Coordinator.PageAsync(home);
        Assert.Contains("กำลังรวบรวมรายงาน ตั้งแต่ ๒๐ พฤษภาคม ๒๕๖๗", Visitor.TextOf(page.QuerySelector("#compiling")!), StringComparison.Ordinal);
        Assert.EndsWith($"after={(await round.StateAsync()).Sequence}b", page.QuerySelector("[data-live]")!.GetAttribute("data-live"), StringComparison.Ordinal);
        var season = await round.Coordinator.PageAsync(Season);
        Assert.Null(season.QuerySelector("form.compile"));
        Assert.Contains("กำลังรวบรวมรายงาน", Visitor.TextOf(season.QuerySelector("#next")!), StringComparison.Ordinal);
        Assert.Contains("data:", await ToldAsync(""), StringComparison.Ordinal);
        Assert.DoesNotContain("data:", await ToldAsync("b"), StringComparison.Ordinal);
        var before = (await round.StateAsync()).Sequence;
        go.SetResult();
        await ticking;
        // A page that was opened meanwhile is told once that it is done; a line that is taken up again is told nothing anew.
        Assert.Contains("data:", await ToldAsync("b"), StringComparison.Ordinal);
        Assert.DoesNotContain("data:", await ToldAsync("b", lastTold: $"{(await round.StateAsync()).Sequence}", after: before), StringComparison.Ordinal);
        Assert.Equal("", Visitor.TextOf((await round.Coordinator.PageAsync(home)).QuerySelector("#compiling")!));

        async Task<string> ToldAsync(string shown, string? lastTold = null, long? after = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{home}/live?after={after ?? (await round.StateAsync()).Sequence}{shown}");
            if (lastTold is not null) request.Headers.Add("Last-Event-ID", lastTold);
            using var told = await round.Coordinator.SendAsync(request);
            return await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Compiling that waits until it may go on.</summary>
    private sealed class Waiting(CompileWork work, TaskCompletionSource begun, Task go) : IStepWork
    {
        public StepKind Kind => StepKind.Compile;

        public async Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken)
        {
            begun.TrySetResult();
            await go.WaitAsync(cancellationToken);
            return await work.DoAsync(round, step, by, cancellationToken);
        }
    }

    /// <returns>What the button says.</returns>
    private static async Task<string> PressAsync(SigningRound round, string page)
    {
        var form = (await round.Coordinator.PageAsync(page)).QuerySelector<IHtmlFormElement>("form.compile")!;
        using var pressed = await round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input").Select(i => KeyValuePair.Create(i.Name!, i.Value))),
        });
        Assert.Equal(page, await Visitor.NextAsync(pressed));
        return Visitor.TextOf(form);
    }

    private static async Task EnterAddressesAsync(SigningRound round, params string[] units)
    {
        const string contacts = "/app/rounds/46-dla-2567/contacts";
        var form = (await round.Coordinator.PageAsync(contacts)).QuerySelectorAll<IHtmlFormElement>("form.fields").Single(f => f.QuerySelector("input[name=revision]") is not null);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select")) fields[select.Name!] = select.Value ?? "";
        var plan = (await round.FindAsync()).Rules.Plan;
        foreach (var unit in units) fields[$"/units/{plan.Units.Select(u => u.Code.Value).ToList().IndexOf(unit)}/email"] = $"u{unit}@kalasin.example";
        fields["reason"] = "ตามทำเนียบ";
        using var saved = await round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) });
        await Visitor.NextAsync(saved);
    }
}
