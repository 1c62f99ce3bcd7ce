using System.Net;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.EndToEnd.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Samples;

namespace Kalasin.EndToEnd.Tests;

/// <summary>
/// The example awards as rounds of the published program: district offices with a committee of judges, hospitals with classes, a screening and its final, and a hundred
/// indicators in groups. Each from its files to forms, filled forms and judges' sheets, scores to the last digit, order and report.
/// </summary>
public sealed class AwardsProgramTests(PublishedProgram published)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Awards_ArePlayedFromFormsToReportAndRanking()
    {
        await published.MadeAsync();
        using var folder = new TemporaryFolder();
        await using var program = await ServedProgram.StartAsync(folder, "--storage local", program: published.Program);
        using var client = new HttpClient { BaseAddress = program.Address, Timeout = TimeSpan.FromMinutes(5) };
        foreach (var name in (string[])["district-2567", "hospital-2568", "performance-2568"])
        {
            var player = new AwardPlayer(client, new(name));
            await player.PublishAsync();
            await player.OpenAsync();
            Assert.Equal(player.Entrants.Length, (await player.FormsAsync()).Length);
            await PlayAsync(client, player);
        }

        // The final is opened by the ranking of its screening, and by nobody's hand.
        var final = new AwardPlayer(client, new("hospital-final-2568"));
        await final.PublishAsync(withPlan: false);
        Assert.Contains("revision 1", await published.RunAsync("final", final.Round, "--reason", "ผลรอบคัดกรอง", "--data", folder.File("data")), StringComparison.Ordinal);
        await final.OpenAsync();
        Assert.Empty(await final.FormsAsync()); // judges score all of it
        await PlayAsync(client, final);
    }

    /// <summary>From what entrants and judges send to scores, reports, the committee's result, and the ranking of the framework.</summary>
    private static async Task PlayAsync(HttpClient client, AwardPlayer player)
    {
        await player.ReportAsync();
        await player.ScoresAsync();
        var round = $"/api/rounds/{player.Round}";
        Assert.Equal("%PDF"u8.ToArray(), (await player.BytesAsync($"{round}/report?entrant={player.Entrants[0]}&format=pdf&edition=official"))[..4]);
        Assert.Equal("PK"u8.ToArray(), (await player.BytesAsync($"{round}/report?entrant={player.Entrants[^1]}&format=docx&edition=internal"))[..2]);
        if (player.Rules.Framework.Indicators.Any(i => i.IsJudged))
            Assert.Equal("%PDF"u8.ToArray(), (await player.BytesAsync($"{round}/papers/committee-result?format=pdf"))[..4]);
        var ranking = $"/api/rankings/{player.Rules.Framework.Id}";
        using (var form = SampleFiles.Form(("cards.json", await player.BytesAsync($"{round}/scorecard-file"))))
        using (var entered = await client.PostAsync(new Uri($"{ranking}/scorecards", UriKind.Relative), form, Token))
            Assert.True(entered.StatusCode == HttpStatusCode.OK, await entered.Content.ReadAsStringAsync(Token));
        var ranked = JsonDocument.Parse(await player.BytesAsync(ranking)).RootElement;
        Assert.Equal(player.Entrants.Length, ranked.GetProperty("rows").GetArrayLength());
        Assert.Equal("%PDF"u8.ToArray(), (await player.BytesAsync($"{ranking}?format=pdf"))[..4]);
    }
}
