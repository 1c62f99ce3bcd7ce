using System.Net;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.RuleEdits;

/// <summary>Rounds of years that nobody has published rules for: the province award ships for 2567 only.</summary>
public sealed class AnyYearTests : IAsyncLifetime
{
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Api_OpensAnotherYearByTheRulesOfTheOneThereIs()
    {
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync("46-dla-2570"));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync("46-dla-2570?from=dla-2599"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await OpenAsync("46-clean-2570?from=dla-2567"));
        Assert.Equal(HttpStatusCode.Created, await OpenAsync("46-dla-2570?from=dla-2567"));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync("46-dla-2570?from=dla-2567"));
        // Of a year that has a framework by now, another province opens without saying from where.
        Assert.Equal(HttpStatusCode.Created, await OpenAsync("40-dla-2570"));
        var rules = await RulesAsync("46-dla-2570");
        Assert.Equal((new DateOnly(2027, 5, 31), new DateOnly(2027, 5, 15)), (rules.Framework.FinalDeadline.Date, rules.Plan.InternalDeadline.Date));
        // Kalasin's hosts, as in its own plan of the year before; nobody has said that they are this year's.
        Assert.Equal(BuiltInRules.Hosting.Select(h => string.Join(' ', h.Hosts)), rules.Plan.Hosting.Select(h => string.Join(' ', h.Hosts)));
        Assert.All(rules.Plan.Hosting, h => Assert.True(h.Source.IsAssumed));
        Assert.Equal(HttpStatusCode.OK, (await _service.Client.GetAsync(new Uri("/api/rounds/40-dla-2570/units/4001/form", UriKind.Relative), Token)).StatusCode);

        using var seen = await _service.Client.GetAsync(new Uri("/api/frameworks/dla-2567?year=2571", UriKind.Relative), Token);
        var carried = FrameworkReader.Read(await seen.Content.ReadAsStreamAsync(Token)).Value!;
        Assert.Equal(("dla-2571", new DateOnly(2028, 5, 31)), (carried.Id.Value, carried.FinalDeadline.Date));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(new Uri("/api/frameworks/dla-2571", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(new Uri("/api/frameworks/dla-2567?year=9999", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task FrameworkThatAnotherPublished_TakesNobodysOwnPlanAway()
    {
        // As it is where another province came first, or where a run broke off between framework and plan.
        Assert.Equal(HttpStatusCode.Created, await OpenAsync("40-dla-2570?from=dla-2567"));
        Assert.Equal(HttpStatusCode.Created, await OpenAsync("46-dla-2570?from=dla-2567"));
        var rules = await RulesAsync("46-dla-2570");
        Assert.Equal(BuiltInRules.Hosting.Select(h => string.Join(' ', h.Hosts)), rules.Plan.Hosting.Select(h => string.Join(' ', h.Hosts)));
    }

    [Fact]
    public async Task PlanThatDoesNotFit_LeavesNothingPublished()
    {
        var rulebook = _service.Services.GetRequiredService<Rulebook>();
        Assert.True(StatedTexts.TryState("ทดสอบ", out var reason));
        // The plan of the province hosts an indicator that the framework's newest revision no longer has.
        var award = BuiltInFrameworks.Get("dla-2567");
        var without = award with { Revision = award.Revision + 1, Indicators = [.. award.Indicators.Where(i => i.Number.Value != "12")] };
        Assert.IsType<Accept>(await rulebook.PublishAsync(without, reason, Actor.Local, Token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await OpenAsync("46-dla-2570?from=dla-2567"));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(new Uri("/api/frameworks/dla-2570", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await OpenAsync("46-dla-2570?from=dla-2567"));
    }

    [Fact]
    public async Task YearBeyondAllYears_IsNone() => Assert.Equal(HttpStatusCode.UnprocessableEntity, await OpenAsync("46-dla-2850?from=dla-2567"));

    [Theory]
    [InlineData("๒๕๖๙", "46-dla-2569")]
    [InlineData("2570", "46-dla-2570")]
    [InlineData("", "46-dla-2567")]
    public async Task Page_OpensTheYearThatIsTyped(string year, string round)
    {
        using var visitor = new Visitor(_service.Address);
        using var opened = await visitor.SendAsync(new(HttpMethod.Post, "/app/") { Content = new FormUrlEncodedContent(await FieldsAsync(visitor, year)) });
        Assert.Equal("/app/rounds/" + round, await Visitor.NextAsync(opened));
        await visitor.PageAsync("/app/rounds/" + round);
        await visitor.PageAsync($"/app/rounds/{round}/plan");
        using var refused = await visitor.SendAsync(new(HttpMethod.Post, "/app/") { Content = new FormUrlEncodedContent(await FieldsAsync(visitor, "ปีหน้า")) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static RoundPlan BuiltInRules => AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46").Plan;

    private static async Task<Dictionary<string, string>> FieldsAsync(Visitor visitor, string year)
    {
        var form = (await visitor.PageAsync("/app/?all=true")).QuerySelector("form.choose")!;
        var fields = form.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        (fields["framework"], fields["province"], fields["year"]) = ("dla-2567", "46", year);
        return fields;
    }

    private async Task<HttpStatusCode> OpenAsync(string round) => (await _service.Client.PutAsync(new Uri("/api/rounds/" + round, UriKind.Relative), null, Token)).StatusCode;

    private async Task<AwardRules> RulesAsync(string round) => (await _service.Services.GetRequiredService<RoundLog>().FindAsync(round, Token))!.Rules;
}
