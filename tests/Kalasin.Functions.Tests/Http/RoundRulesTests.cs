using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Http;

/// <summary>A later version ships other rules: the next revision of the framework scores otherwise, and that of the plan has an earlier deadline.</summary>
public sealed class RoundRulesTests : IAsyncLifetime
{
    private const string Round = "/api/rounds/46-dla-2567";

    private readonly TemporaryFolder folder = new();
    private RunningService service = null!;
    private int starts;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ShippedRules Later { get; } = new(
        [.. BuiltInFrameworks.All.Select(
            f => f.Id.Value == "dla-2567" ? f with { Revision = f.Revision + 1, Indicators = [.. f.Indicators.Select(Generous)] } : f)],
        (framework, province) => BuiltInPlans.For(framework, province) is var plan && plan.Id.Value == "46-dla-2567"
            ? plan with { Revision = plan.Revision + 1, InternalDeadline = plan.InternalDeadline with { Date = new(2024, 5, 12) } } : plan);

    public async ValueTask InitializeAsync()
    {
        service = await StartAsync(ShippedRules.OfPackage);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(""));
        await SendAsync("PER");
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task NewVersion_WithOtherRules_MovesNothingOfAnOldRound_UntilSomebodySaysSo()
    {
        var before = await SaidAsync();
        await RestartAsync(Later);
        Assert.Equal(before, await SaidAsync());
        Assert.Equal(HttpStatusCode.OK, await PutAsync(""));
        Assert.Equal(before, await SaidAsync());

        Assert.Equal(HttpStatusCode.Created, await PutAsync("/rules?reason=" + Uri.EscapeDataString("กรมฯ แจ้งเกณฑ์ใหม่")));
        var after = await SaidAsync();
        Assert.Equal((before.Receipt, before.Delivery), (after.Receipt, after.Delivery));
        Assert.NotEqual(before.Score, after.Score);
        Assert.Equal((false, true), (before.Late, after.Late));
        Assert.Equal(HttpStatusCode.OK, await PutAsync("/rules?reason=again"));

        var rules = (await ReadAsync("/rules")).GetProperty("items").EnumerateArray().ToList();
        var (framework, plan) = (
            Later.Frameworks.Single(f => f.Id.Value == "dla-2567").Revision,
            Later.PlanOf(BuiltInFrameworks.Get("dla-2567"), "46").Revision);
        Assert.Equal(
            [(framework - 1, plan - 1, 1), (framework, plan, 2)],
            rules.Select(r => (Revision(r, "framework"), Revision(r, "plan"), r.GetProperty("firstReceipt").GetInt32())));
        Assert.Equal("กรมฯ แจ้งเกณฑ์ใหม่", rules[1].GetProperty("reason").GetString());
        Assert.Equal("coordinator", rules[1].GetProperty("by").GetString());
        await RoundInvariants.CheckAsync(service.Storage, "46-dla-2567", Token);

        // As of a moment before, the round goes by the rules of that moment.
        var moment = rules[1].GetProperty("since").GetDateTimeOffset().AddMilliseconds(-1).UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(before.Score, ScoreOf(await ReadAsync("/scorecard?asOf=" + moment)));
        await RestartAsync(ShippedRules.OfPackage);
        Assert.Equal(after, await SaidAsync());
    }

    [Fact]
    public async Task Delivery_AfterTheRevision_IsJudgedByTheNewRules()
    {
        await RestartAsync(Later);
        Assert.Equal(HttpStatusCode.Created, await PutAsync("/rules?reason=why"));
        await SendAsync("FIN");
        var deliveries = (await ReadAsync("/deliveries")).GetProperty("items").EnumerateArray()
            .Select(d => d.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).Contains("KAL5008"));
        Assert.Equal([false, true], deliveries);
    }

    [Theory]
    [InlineData("/rules", 422, "KAL5106")]
    [InlineData("/rules?reason=%20", 422, "KAL5106")]
    public async Task Revision_WithoutAReason_IsRefused(string path, int status, string code)
    {
        await RestartAsync(Later);
        using var response = await service.Client.PutAsync(new Uri(Round + path, UriKind.Relative), null, Token);
        Assert.Equal(code, await RunningService.ProblemAsync(response, status, "not-accepted"));
        Assert.Single((await ReadAsync("/rules")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task RulesThatAreGone_AreTakenFromWhatShipped_OrSaid_AndOtherRoundsGoOn()
    {
        using var other = await service.Client.PutAsync(new Uri("/api/rounds/40-dla-2567", UriKind.Relative), null, Token);
        await RestartAsync(Later);
        var shipped = (await ReadAsync("/rules")).GetProperty("items")[0].GetProperty("framework").GetProperty("sha256").GetString()!;
        Assert.Equal(HttpStatusCode.Created, await PutAsync("/rules?reason=why"));
        var own = (await ReadAsync("/rules")).GetProperty("items")[1].GetProperty("framework").GetProperty("sha256").GetString()!;
        var before = await SaidAsync();

        await LoseAsync(shipped);
        Assert.Equal(before, await SaidAsync());
        await LoseAsync(own);
        using var lost = await service.Client.GetAsync(new Uri(Round, UriKind.Relative), Token);
        Assert.False(lost.IsSuccessStatusCode);
        Assert.Contains("KAL7305", await lost.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var unharmed = await service.Client.GetAsync(new Uri("/api/rounds/40-dla-2567", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, unharmed.StatusCode);

        async Task LoseAsync(string hash)
        {
            Assert.True(await service.Storage.Vaults.Of(StreamId.Of("round", "46-dla-2567")).DeleteAsync(ContentHash.Parse(hash), Token));
            await RestartAsync(Later); // what was read once is kept
        }
    }

    [Fact]
    public async Task Revision_OfARoundThatIsNotOpen_404()
    {
        using var response = await service.Client.PutAsync(new Uri("/api/rounds/40-dla-2567/rules?reason=x", UriKind.Relative), null, Token);
        Assert.Equal("KAL7302", await RunningService.ProblemAsync(response, 404, "not-found"));
    }

    private static Indicator Generous(Indicator indicator) =>
        indicator is { Number.Value: "1", Scale: InterpolatedScale scale }
            ? indicator with { Scale = scale with { Thresholds = [10, 20, 30, 40, 50] } }
            : indicator;

    private Task<RunningService> StartAsync(ShippedRules shipped) => RunningService.StartAsync(
        s => s with { DataFolder = Path.Combine(folder.Path, "data") },
        build: builder => builder.Services.AddSingleton<TimeProvider>(new ClockFrom(OpenedRound.Opened.AddHours(starts++))).AddSingleton(shipped));

    private async Task RestartAsync(ShippedRules shipped)
    {
        await service.DisposeAsync();
        service = await StartAsync(shipped);
    }

    private async Task<HttpStatusCode> PutAsync(string path)
    {
        using var response = await service.Client.PutAsync(new Uri(Round + path, UriKind.Relative), null, Token);
        return response.StatusCode;
    }

    private async Task SendAsync(string unit)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
        using var response = await service.Client.PostAsync(new Uri($"{Round}/units/{unit}/deliveries", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    /// <summary>What the round says of its first delivery, in each place that rules have a say in.</summary>
    private async Task<(string Score, bool Late, string Delivery, string Receipt)> SaidAsync()
    {
        var cell = (await ReadAsync("")).GetProperty("units").EnumerateArray().Single(u => u.GetProperty("code").GetString() == "PER")
            .GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "1");
        using var receipt = await service.Client.GetAsync(new Uri(Round + "/deliveries/1/receipt?format=docx", UriKind.Relative), Token);
        return (
            ScoreOf(await ReadAsync("/scorecard")), cell.GetProperty("late").GetBoolean(),
            (await ReadAsync("/deliveries/1")).GetRawText(), await OfficeText.OfAsync(receipt));
    }

    private static string ScoreOf(JsonElement card) =>
        $"{card.GetProperty("framework").GetProperty("revision")} {card.GetProperty("scores").EnumerateArray().Single(s => s.GetProperty("indicator").GetString() == "1").GetProperty("score")}";

    private static int Revision(JsonElement rules, string of) => rules.GetProperty(of).GetProperty("revision").GetInt32();

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await service.Client.GetAsync(new Uri(Round + path, UriKind.Relative), Token);
        return await RunningService.JsonAsync(response, HttpStatusCode.OK);
    }
}
