using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using OpenedRound = Kalasin.Functions.Tests.Http.OpenedRound;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What pages offer under a plan that counts every report or has heads of units confirm, and not otherwise.</summary>
public sealed class PlanOptionsTests : IAsyncLifetime
{
    private const string Return = $"{SamplePages.Round}/units/4602/returns/3";
    private const string Scores = $"{SamplePages.Round}/scores";

    private OpenedRound _round = null!;
    private Visitor _coordinator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        return _round.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HeadOfTheUnit_ConfirmsWhereThePlanAsks(bool asks)
    {
        await StartAsync(plan => plan with { UnitHeadConfirms = asks });
        var kinds = Decisions(await _coordinator.PageAsync(Return)).Where(d => d.Json.GetProperty("kind").GetString() == "confirmReturn")
            .Select(d => d.Json.GetProperty("as").GetString());
        Assert.Equal(asks ? ["byAnother", "byUnitHead"] : ["byAnother"], kinds);
    }

    [Fact]
    public async Task RowsThatCountTwice_AreOfferedForSettling_UntilTheyAreJudged()
    {
        await StartAsync(plan => plan with { Duplicates = DuplicatesPolicy.CountAll });
        var (name, bytes) = SampleFiles.WorkbookOf("4602");
        await SendAsync("4603", name, SampleFiles.WithText(SampleFiles.WithText(bytes, "4602", "4603"), "ท้องถิ่นอำเภอนามน", "ท้องถิ่นอำเภอกมลาไสย"));
        var offered = Pairs(await _coordinator.PageAsync(Scores));
        var pair = offered.First(p => p.Json.GetProperty("same").GetBoolean());
        var fields = pair.Input.Form!.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        fields["reason"] = "ตรวจกับต้นฉบับแล้ว";
        using var taken = await _coordinator.SendAsync(
            new(HttpMethod.Post, $"{SamplePages.Round}/decisions") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal(Scores, await Visitor.NextAsync(taken));
        var left = Pairs(await _coordinator.PageAsync(Scores));
        Assert.Equal(offered.Count - 2, left.Count);
        Assert.DoesNotContain(left, p => p.Json.GetRawText() == pair.Json.GetRawText());
    }

    /// <summary>Pairs of two units that nobody has judged.</summary>
    private static List<(IHtmlInputElement Input, JsonElement Json)> Pairs(IHtmlDocument page) =>
    [
        .. Decisions(page).Where(d => d.Json.GetProperty("kind").GetString() == "settleDuplicate"
            && !d.Input.Closest("article.matter")!.TextContent.Contains("วินิจฉัยแล้ว", StringComparison.Ordinal)
            && d.Json.GetProperty("first").GetProperty("unit").GetString() != d.Json.GetProperty("second").GetProperty("unit").GetString()),
    ];

    private static IEnumerable<(IHtmlInputElement Input, JsonElement Json)> Decisions(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").Select(i => (i, JsonDocument.Parse(i.Value).RootElement));

    private async Task StartAsync(Func<RoundPlan, RoundPlan> change)
    {
        var rules = new ShippedRules(BuiltInFrameworks.All, (framework, province) => change(BuiltInPlans.For(framework, province)));
        _round = await OpenedRound.StartAsync(builder => builder.Services.AddSingleton(rules));
        _coordinator = new(_round.Service.Address);
        var (name, bytes) = SampleFiles.WorkbookOf("4602");
        await SendAsync("4602", name, bytes);
    }

    /// <summary>As the unit's officer does, so that the coordinator can confirm it.</summary>
    private async Task SendAsync(string unit, string name, byte[] bytes)
    {
        using var issued = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/links", new { @for = "unit", unit, last = "2024-08-31" }, Token);
        var link = (await RunningService.JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!;
        using var officer = new Visitor(_round.Service.Address, ("X-Forwarded-For", "203.0.113.9"));
        using var entered = await officer.GetAsync(new Uri(link).AbsolutePath);
        using var sent = await officer.UploadAsync(await officer.PageAsync(await Visitor.NextAsync(entered)), [(name, bytes)]);
        Assert.Contains("?receipt=", await Visitor.NextAsync(sent), StringComparison.Ordinal);
    }
}
