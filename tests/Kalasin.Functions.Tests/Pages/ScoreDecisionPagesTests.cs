using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What is settled on the page of scores, in the sample round of the test's own.</summary>
public sealed class ScoreDecisionPagesTests : IAsyncLifetime
{
    private const string Scores = $"{SamplePages.Round}/scores";

    private RunningService _service = null!;
    private Visitor _coordinator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        _service = await RunningService.StartAsync(s => s with { Sample = script });
        await _service.Services.GetRequiredService<SampleRound>().PlayAsync(script, (_, _) => { }, Token);
        _coordinator = new(_service.Address);
    }

    public ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        return _service.DisposeAsync();
    }

    [Fact]
    public async Task Duplicate_IsJudged_AndJudgedAnew()
    {
        foreach (var same in (bool[])[false, true])
        {
            var page = await _coordinator.PageAsync(Scores);
            var (form, first) = Assert.Single(Settling(page), s => s.IsJudged && s.Same == same) is var found ? (found.Fields, found.First) : default;
            using var taken = await PostAsync(_coordinator, form);
            Assert.Equal(Scores, await Visitor.NextAsync(taken));
            var state = await _service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse("46-dla-2567"), Token);
            Assert.Equal((first, same), state.Duplicates.Select(d => (d.Key.First.Hash, d.Value.Same)).Single());
        }
    }

    [Fact]
    public async Task ProposedPair_IsOffered_BothWays_AndBecomesAJudgedOne()
    {
        var proposed = Settling(await _coordinator.PageAsync(Scores)).Where(s => !s.IsJudged).ToList();
        Assert.NotEmpty(proposed);
        Assert.Equal(proposed.Count / 2, proposed.Count(s => s.Same));
        var judged = Settling(await _coordinator.PageAsync(Scores)).Count(s => s.IsJudged);
        using var taken = await PostAsync(_coordinator, proposed[0].Fields);
        Assert.Equal(Scores, await Visitor.NextAsync(taken));
        Assert.Equal(judged + 1, Settling(await _coordinator.PageAsync(Scores)).Count(s => s.IsJudged));
    }

    /// <summary>A letter of Thai travels as nine characters.</summary>
    [Fact]
    public async Task LongestReasonInThai_IsTaken()
    {
        var form = Settling(await _coordinator.PageAsync(Scores)).First().Fields;
        form["reason"] = new('ก', 2_000);
        using var refused = await PostAsync(_coordinator, form);
        Assert.Contains("KAL5202", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        form["reason"] = new('ก', 500);
        using var taken = await PostAsync(_coordinator, form);
        Assert.Equal(Scores, await Visitor.NextAsync(taken));
    }

    [Theory]
    [InlineData("inspector", "assess")]
    [InlineData("confirmer", "")]
    public async Task Others_AreOfferedTheirOwn(string whom, string kinds)
    {
        using var visitor = new Visitor(_service.Address, ("X-Forwarded-For", "203.0.113.9"));
        using var issued = await _service.Client.PostAsJsonAsync(
            "/api/rounds/46-dla-2567/links", new { @for = whom, last = "2024-08-31" }, Token);
        var link = (await RunningService.JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!;
        using var entered = await visitor.GetAsync(new Uri(link).AbsolutePath);
        await Visitor.NextAsync(entered);
        var page = await visitor.PageAsync(Scores);
        Assert.Equal(kinds, string.Join(' ', Decisions(page).Select(d => d.Json.GetProperty("kind").GetString()).Distinct()));
    }

    private static IEnumerable<(IHtmlInputElement Input, JsonElement Json)> Decisions(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").Select(i => (i, JsonDocument.Parse(i.Value).RootElement));

    private static IEnumerable<(Dictionary<string, string> Fields, bool Same, bool IsJudged, string First)> Settling(IHtmlDocument page) =>
        Decisions(page).Where(d => d.Json.GetProperty("kind").GetString() == "settleDuplicate").Select(d =>
        {
            var fields = d.Input.Form!.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
            fields["reason"] = "ตรวจกับต้นฉบับแล้ว";
            return (fields, d.Json.GetProperty("same").GetBoolean(),
                d.Input.Closest("article.matter")!.TextContent.Contains("วินิจฉัยแล้ว", StringComparison.Ordinal),
                d.Json.GetProperty("first").GetProperty("hash").GetString()!);
        });

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Dictionary<string, string> fields) =>
        visitor.SendAsync(new(HttpMethod.Post, $"{SamplePages.Round}/decisions") { Content = new FormUrlEncodedContent(fields) });
}
