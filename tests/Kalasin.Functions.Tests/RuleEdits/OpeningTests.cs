using System.Net;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.RuleEdits;

/// <summary>A round's own deadlines, units and addresses, entered before it is opened.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private const string Order = "คำสั่งจังหวัดกาฬสินธุ์ ที่ ๑/๒๕๗๐";

    private RunningService _service = null!;
    private Visitor _visitor = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _visitor = new(_service.Address);
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return _service.DisposeAsync();
    }

    [Theory]
    [InlineData("2567", "46-dla-2567")]
    [InlineData("2570", "46-dla-2570")]
    public async Task Plan_EnteredFirst_IsTheOneThatTheRoundOpensBy(string year, string round)
    {
        var address = await AddressAsync(year);
        var fields = RuleEditTests.FieldsOf(await _visitor.PageAsync(address));
        (fields["plan/0/value"], fields["plan/2/value"], fields["units/1/email"]) = (Order, $"๑ พฤษภาคม {ThaiNumerals.ToThai(year)}", "u@kalasin.example");
        var tried = await Visitor.ReadAsync(await PostAsync(address, fields, "try"), HttpStatusCode.OK);
        Assert.Contains("u@kalasin.example", tried.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await FindAsync(round));
        if (year != "2567") Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(new Uri($"/api/frameworks/dla-{year}", UriKind.Relative), Token)).StatusCode);

        using var opened = await PostAsync(address, RuleEditTests.FieldsOf(tried), "open");
        Assert.Equal($"/app/rounds/{round}", await Visitor.NextAsync(opened));
        var found = (await FindAsync(round))!;
        Assert.Single(found.State.Rules);
        var (plan, day) = (found.Rules.Plan, new DateOnly(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) - 543, 5, 1));
        Assert.Equal((day, SourceKind.Office, Order, "u@kalasin.example"), (plan.InternalDeadline.Date, plan.InternalDeadline.Source.Kind, plan.InternalDeadline.Source.Citation, plan.Units[1].Email));
        // Whoever comes back to the page is led to the round, which is open.
        Assert.Equal($"/app/rounds/{round}", await Visitor.NextAsync(await _visitor.GetAsync(address)));
        await _visitor.PageAsync($"/app/rounds/{round}/rules");
    }

    [Fact]
    public async Task Faults_StandBesideTheirFields_AndNothingIsOpenedOrKept()
    {
        var address = await AddressAsync("2570");
        var fields = RuleEditTests.FieldsOf(await _visitor.PageAsync(address));
        fields["plan/2/value"] = "๑ พฤษภาคม ๒๕๗๐"; // by whose order is not said
        Assert.Contains("KAL3207", (await Visitor.ReadAsync(await PostAsync(address, fields, "open"), HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
        (fields["plan/0/value"], fields["plan/2/value"]) = (Order, "เร็ว ๆ นี้");
        Assert.Contains("KAL3205", (await Visitor.ReadAsync(await PostAsync(address, fields, "open"), HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await FindAsync("46-dla-2570"));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(new Uri("/api/frameworks/dla-2570", UriKind.Relative), Token)).StatusCode);
        using var unknown = await _visitor.GetAsync("/app/opening?framework=nowhere&province=46");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
    }

    [Fact]
    public async Task Workbook_FillsThePage_AndOpensTheRound()
    {
        var address = await AddressAsync("");
        var page = await _visitor.PageAsync(address);
        using var sheet = await _visitor.GetAsync(page.QuerySelector("a.button[href*='plan.xlsx']")!.GetAttribute("href")!);
        Assert.Equal("PK"u8.ToArray(), (await sheet.Content.ReadAsByteArrayAsync(Token))[..2]);
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
        var typed = await RuleEditTests.FilledAsync(PlanTables.TablesOf(rules.Plan, rules.Framework), ("plan", 0, "value", Order), ("units", 0, "email", "first@kalasin.example"));
        var filled = await Visitor.ReadAsync(await _visitor.UploadAsync(page, [("plan.xlsx", typed)]), HttpStatusCode.OK);
        using var opened = await PostAsync(address, RuleEditTests.FieldsOf(filled), "open");
        Assert.Equal("/app/rounds/46-dla-2567", await Visitor.NextAsync(opened));
        Assert.Equal("first@kalasin.example", (await FindAsync("46-dla-2567"))!.Rules.Plan.Units[0].Email);
    }

    [Fact]
    public async Task NothingEntered_OpensByThePlanThatThereIs()
    {
        var address = await AddressAsync("");
        using var opened = await PostAsync(address, RuleEditTests.FieldsOf(await _visitor.PageAsync(address)), "open");
        Assert.Equal("/app/rounds/46-dla-2567", await Visitor.NextAsync(opened));
        Assert.Equal(AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46").Plan.Revision, (await FindAsync("46-dla-2567"))!.Rules.Plan.Revision);
    }

    /// <summary>Of the page that the list of rounds leads to.</summary>
    private async Task<string> AddressAsync(string year)
    {
        var form = (await _visitor.PageAsync("/app/?all=true")).QuerySelector("form.choose")!;
        var fields = form.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        (fields["framework"], fields["province"], fields["year"], fields["act"]) = ("dla-2567", "46", year, "plan");
        using var led = await _visitor.SendAsync(new(HttpMethod.Post, "/app/") { Content = new FormUrlEncodedContent(fields) });
        return await Visitor.NextAsync(led);
    }

    private Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> fields, string act) =>
        _visitor.SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([.. fields, new("act", act)]) });

    private Task<Kalasin.Functions.Rounds.OpenedRound?> FindAsync(string round) => _service.Services.GetRequiredService<RoundLog>().FindAsync(round, Token);
}
