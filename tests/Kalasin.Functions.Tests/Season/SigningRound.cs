using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.SignedCopies;
using Kalasin.Functions.Ticks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Season;

/// <summary>A round on 20 May 2567 whose report is compiled, with a coordinator at the machine and a head who came by a link on a phone.</summary>
internal sealed class SigningRound : IAsyncDisposable
{
    public const string Path = "/api/rounds/46-dla-2567";
    public const string Page = "/app/rounds/46-dla-2567/signing";

    private static readonly RoundId Id = RoundId.Parse("46-dla-2567");

    private readonly FakeTimeProvider clock = new(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));

    private SigningRound() { }

    public RunningService Service { get; private set; } = null!;

    public Visitor Coordinator { get; private set; } = null!;

    public Visitor Head { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SigningRound> StartAsync(bool isClosed = true, Action<WebApplicationBuilder>? build = null)
    {
        var round = new SigningRound();
        round.Service = await RunningService.StartAsync(build: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(round.clock);
            build?.Invoke(builder);
        });
        using var opened = await round.Service.Client.PutAsync(new Uri(Path, UriKind.Relative), null, Token);
        await round.SendAsync("4602");
        round.Coordinator = new(round.Service.Address);
        round.Head = await round.EnterAsync("head");
        if (isClosed)
        {
            round.clock.Advance(TimeSpan.FromDays(10));
            await round.TickAsync();
        }
        return round;
    }

    public async Task SendAsync(string unit)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
        using var sent = await Service.Client.PostAsync(new Uri($"{Path}/units/{unit}/deliveries", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    public void Wait(TimeSpan time) => clock.Advance(time);

    public Task TickAsync() => Service.Services.GetRequiredService<Upkeep>().RunAsync(Token);

    public Task<RoundState> StateAsync() => Service.Services.GetRequiredService<RoundLog>().LoadAsync(Id, Token);

    public async Task<OpenedRound> FindAsync() => (await Service.Services.GetRequiredService<RoundLog>().FindAsync(Id.Value, Token))!;

    /// <summary>What the code of a paper says.</summary>
    public async Task<string> CodeAsync(SignedPaper paper) =>
        (await Service.Services.GetRequiredService<SeasonPapers>().MarkAsync(await FindAsync(), paper, Token))!.ToString();

    public async Task DecideAsync(object decision, HttpStatusCode status = HttpStatusCode.Created)
    {
        using var taken = await Service.Client.PostAsJsonAsync($"{Path}/decisions", decision, Token);
        Assert.True(taken.StatusCode == status, await taken.Content.ReadAsStringAsync(Token));
    }

    /// <summary>Takes the decision that a page offers, as its visitor.</summary>
    public Task TakeAsync(Visitor visitor, string kind, params (string Field, string Value)[] typed) => TakeAsync(Page, visitor, kind, typed);

    public static async Task TakeAsync(string page, Visitor visitor, string kind, params (string Field, string Value)[] typed)
    {
        var form = Forms(await visitor.PageAsync(page)).First(f => KindOf(f) == kind);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (field, value) in typed) fields[field] = value;
        using var taken = await visitor.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal(page, await Visitor.NextAsync(taken));
    }

    public static IEnumerable<string> KindsOf(IHtmlDocument page) => Forms(page).Select(KindOf);

    public Task<HttpResponseMessage> AttachAsync(byte[] pdf, string query, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/signed-copies?{query}") { Content = SampleFiles.Form(("signed.pdf", pdf)) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return Service.Client.SendAsync(request, Token);
    }

    public async Task<byte[]> ScanAsync(SignedPaper paper) => new SmallPdf("signed", ScanPicture.Jpeg(await CodeAsync(paper))).Bytes;

    /// <summary>Put forward, approved, numbered, chosen, confirmed: all but the signed copy.</summary>
    public async Task ReadyAsync()
    {
        foreach (var choice in (await FindAsync()).Rules.Plan.OpenChoices) await DecideAsync(new { kind = "makeChoice", choice = choice.Id, text = choice.Options.FirstOrDefault("x") });
        await TickAsync(); // what was chosen stands in the report, which is compiled anew
        await TakeAsync(Coordinator, "requestSignature");
        await TakeAsync(Head, "approveReport");
        await TakeAsync(Coordinator, "numberLetter", ("number", "กส ๐๐๒๓.๑/๑๒๓๔"), ("on", "2024-05-20"));
        foreach (var _ in (await StateAsync()).AddressesToConfirm((await FindAsync()).Rules).Where(a => a.Owner == AddressOwner.Award).ToList())
            await TakeAsync(Coordinator, "confirmAddress", ("reason", "โทรสอบถามแล้ว"));
    }

    /// <summary>Somebody on a phone, who came by a link.</summary>
    public async Task<Visitor> EnterAsync(string whom, string? unit = null)
    {
        using var issued = await Service.Client.PostAsJsonAsync($"{Path}/links", new { @for = whom, unit, last = "2024-08-31" }, Token);
        var address = (await RunningService.JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!;
        var visitor = new Visitor(Service.Address, ("X-Forwarded-For", "203.0.113.9"));
        using var entered = await visitor.GetAsync(new Uri(address).AbsolutePath);
        await Visitor.NextAsync(entered);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        Coordinator.Dispose();
        Head.Dispose();
        await Service.DisposeAsync();
    }

    private static IEnumerable<IHtmlFormElement> Forms(IHtmlDocument page) => page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").Select(d => d.Form!);

    private static string KindOf(IHtmlFormElement form) =>
        JsonDocument.Parse(form.QuerySelector<IHtmlInputElement>("input[name=decision]")!.Value).RootElement.GetProperty("kind").GetString()!;
}
