using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Functions.Tests.Pages;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>Each example award as a round of the running program: published, opened, forms out, returns in, scores, order, scorecard and report.</summary>
public sealed class ExampleAwardRoundsTests : IAsyncLifetime
{
    private RunningService service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task EachAward_IsPlayedFromItsFilesToItsReport()
    {
        foreach (var name in ExampleAward.Names)
        {
            var player = new AwardPlayer(service.Client, new(name));
            var (round, entrants) = ($"/api/rounds/{player.Round}", player.Entrants);
            await player.PublishAsync();
            await player.OpenAsync();
            // Of whom judges score everything nothing is asked.
            var asked = entrants.Count(e => player.Rules.AskedOf(UnitCode.Parse(e)).Any());
            Assert.Equal(asked, (await player.FormsAsync()).Length);
            await player.ReportAsync();
            await player.ScoresAsync();
            var card = JsonDocument.Parse(await player.BytesAsync($"{round}/scorecard?entrant={entrants[0]}")).RootElement;
            Assert.Equal("total", card.GetProperty("parts").EnumerateArray().Last().GetProperty("kind").GetString());
            Assert.Equal("%PDF"u8.ToArray(), (await player.BytesAsync($"{round}/report?entrant={entrants[0]}&format=pdf&edition=official"))[..4]);
            Assert.Equal("%PDF"u8.ToArray(), (await player.BytesAsync($"{round}/report?entrant={entrants[^1]}&format=pdf&edition=internal"))[..4]);
            Assert.Equal("PK"u8.ToArray(), (await player.BytesAsync($"{round}/scorecard?entrant={entrants[0]}&format=xlsx&edition=internal"))[..2]);
            using var visitor = new Visitor(service.Address);
            var (home, season) = (await visitor.PageAsync($"/app/rounds/{player.Round}"), await visitor.PageAsync($"/app/rounds/{player.Round}/season"));
            Assert.Equal(asked > 0, home.QuerySelector("a[href*='/forms?']") is not null);
            Assert.Equal(asked == 0, season.Body!.TextContent.Contains("ไม่มีหน่วยงานที่ต้องรายงาน", StringComparison.Ordinal));
            var page = await visitor.PageAsync($"/app/rounds/{player.Round}/scores");
            Assert.Equal(entrants.Length, page.QuerySelectorAll("#order tbody tr").Length);
            Assert.Contains(player.Rules.Framework.Title.Thai, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }
}
