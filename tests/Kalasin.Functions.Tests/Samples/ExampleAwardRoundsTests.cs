using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
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
            var award = new ExampleAward(name);
            var rules = award.Rules;
            var round = $"/api/rounds/{rules.Plan.Id}";
            await PutAsync($"/api/frameworks/{rules.Framework.Id}?reason=example", award.Framework);
            await PutAsync($"/api/plans/{rules.Plan.Id}?reason=example", award.Plan);
            await PutAsync(round, null);
            var entrants = award.Expected.Keys.ToList();
            // Of whom judges alone score everything nothing is asked.
            if (rules.AskedOf(UnitCode.Parse(entrants[0])).Any()) Assert.Equal("PK"u8.ToArray(), (await BytesAsync($"{round}/units/{entrants[0]}/form?format=xlsx"))[..2]);
            foreach (var entrant in entrants)
            {
                using var form = SampleFiles.Form(($"{entrant}.json", award.Sent(entrant)));
                using var sent = await service.Client.PostAsync(new Uri($"{round}/units/{entrant}/deliveries", UriKind.Relative), form, Token);
                await JsonAsync(sent, HttpStatusCode.Created);
            }
            foreach (var entrant in entrants)
            {
                var card = JsonDocument.Parse(await BytesAsync($"{round}/scorecard?entrant={entrant}")).RootElement;
                ExampleAward.Same(award.Expected[entrant].Total, card.GetProperty("total").GetDecimal());
                Assert.Equal(award.Expected[entrant].Barred, card.GetProperty("barred").GetBoolean());
                Assert.Equal(award.Expected[entrant].Barred ? "barred" : "ranked", card.GetProperty("standing").GetProperty("standing").GetString());
                Assert.Equal("total", card.GetProperty("parts").EnumerateArray().Last().GetProperty("kind").GetString());
                Assert.True(card.TryGetProperty("completedOn", out _));
            }
            Assert.Equal("%PDF"u8.ToArray(), (await BytesAsync($"{round}/report?entrant={entrants[0]}&format=pdf&edition=official"))[..4]);
            Assert.Equal("%PDF"u8.ToArray(), (await BytesAsync($"{round}/report?entrant={entrants[^1]}&format=pdf&edition=internal"))[..4]);
            Assert.Equal("PK"u8.ToArray(), (await BytesAsync($"{round}/scorecard?entrant={entrants[0]}&format=xlsx&edition=internal"))[..2]);
            using var visitor = new Visitor(service.Address);
            var page = await visitor.PageAsync($"/app/rounds/{rules.Plan.Id}/scores");
            Assert.Equal(entrants.Count, page.QuerySelectorAll("#order tbody tr").Length);
            Assert.Contains(rules.Framework.Title.Thai, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task PutAsync(string address, byte[]? json)
    {
        using var body = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        using var answer = await service.Client.PutAsync(new Uri(address, UriKind.Relative), body, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await service.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }
}
