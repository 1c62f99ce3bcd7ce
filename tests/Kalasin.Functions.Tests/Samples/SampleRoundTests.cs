using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>The whole sample round through the real intake, held against what its authors worked out independently.</summary>
[Collection<PlayedSample>]
public sealed class SampleRoundTests(PlayedSample sample)
{
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(SampleRound.Folder, "expected.json"))).RootElement;

    private readonly RunningService service = sample.Service;
    private readonly SampleScript script = sample.Script;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grid_ShowsWhatCameLateAndWhatIsMissing()
    {
        var round = await JsonAsync(await service.Client.GetAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        Assert.True(round.GetProperty("sample").GetBoolean());
        Assert.Equal(Expected.GetProperty("returnsExpected").GetInt32(), round.GetProperty("expected").GetInt32());
        Assert.Equal(Expected.GetProperty("returns").GetInt32(), round.GetProperty("received").GetInt32());
        Assert.True(round.GetProperty("closed").GetBoolean());
        var missing = round.GetProperty("units").EnumerateArray()
            .Where(u => u.GetProperty("indicators").EnumerateArray().All(c => c.GetProperty("state").GetString() == "missing"));
        Assert.Equal(Strings("unitsMissing"), missing.Select(u => u.GetProperty("code").GetString()));
        var late = round.GetProperty("units").EnumerateArray()
            .Where(u => u.GetProperty("indicators").EnumerateArray().Any(c => c.GetProperty("late").GetBoolean()));
        Assert.Equal(Strings("late"), late.Select(u => u.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Scores_EqualTheIndependentCalculation()
    {
        var card = await JsonAsync(
            await service.Client.GetAsync(new Uri("/api/rounds/46-dla-2567/scorecard", UriKind.Relative), Token),
            System.Net.HttpStatusCode.OK);
        var scores = card.GetProperty("scores").EnumerateArray().ToDictionary(s => s.GetProperty("indicator").GetString()!);
        foreach (var indicator in Expected.GetProperty("indicators").EnumerateObject())
        {
            var actual = scores[indicator.Name];
            var expected = Expected.GetProperty("decided").TryGetProperty(indicator.Name, out var decided) ? decided : indicator.Value;
            if (expected.TryGetProperty("numerator", out var numerator))
                Assert.Equal(numerator.GetDecimal(), actual.GetProperty("counted").GetProperty("numerator").GetDecimal());
            if (expected.TryGetProperty("denominator", out var denominator))
                Assert.Equal(denominator.GetDecimal(), actual.GetProperty("counted").GetProperty("denominator").GetDecimal());
            if (expected.TryGetProperty("value", out var value))
                Assert.Equal(Number(value), Math.Round(actual.GetProperty("value").GetDecimal(), 2, MidpointRounding.AwayFromZero));
            if (expected.TryGetProperty("score", out var score) && score.ValueKind != JsonValueKind.Null)
                Assert.Equal(Number(score), Math.Round(actual.GetProperty("score").GetDecimal(), 2, MidpointRounding.AwayFromZero));
        }
    }

    [Theory]
    [InlineData("form?format=xlsx", System.Net.HttpStatusCode.OK)]
    [InlineData("form?indicator=3", System.Net.HttpStatusCode.OK)]
    [InlineData("form?indicator=5", System.Net.HttpStatusCode.NotFound)]
    [InlineData("form?format=docx", System.Net.HttpStatusCode.OK)]
    [InlineData("form?format=pdf", System.Net.HttpStatusCode.BadRequest)]
    public async Task Form_OfAUnit_IsServed(string query, System.Net.HttpStatusCode expected)
    {
        using var response = await service.Client.GetAsync(new Uri($"/api/rounds/46-dla-2567/units/4602/{query}", UriKind.Relative), Token);
        Assert.Equal(expected, response.StatusCode);
        if (expected == System.Net.HttpStatusCode.OK) Assert.Equal("PK"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync(Token))[..2]);
    }

    [Fact]
    public async Task Decisions_OfTheScript_StandInTheLogWithTheirReasons_AndTheCorrectionIsAnswered()
    {
        var said = new List<string?>();
        string? next = null;
        do
        {
            var log = await JsonAsync(
                await service.Client.GetAsync(new Uri($"/api/rounds/46-dla-2567/log{(next is null ? "" : $"?next={next}")}", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
            said.AddRange(log.GetProperty("items").EnumerateArray().SelectMany(e => e.GetProperty("texts").EnumerateArray()).Select(t => t.GetProperty("text").GetString()));
            next = log.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);
        Assert.Equal(
            script.Decisions.Select(d => (string?)d.Decision["reason"] ?? (string?)d.Decision["text"]).Prepend(script.Season!.Contacts.Reason), said);
        var state = await service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse("46-dla-2567"), Token);
        Assert.False(Assert.Single(state.Corrections.Values).IsOpen);
        Assert.Single(state.ExcludedRows);
        Assert.True(Assert.Single(state.Duplicates.Values).Same);
    }

    [Fact]
    public async Task Replay_DoublesNothing()
    {
        var before = await HeadAsync();
        await sample.PlayAsync();
        Assert.Equal(before, await HeadAsync());
    }

    [Theory]
    [InlineData("docx", "PK")]
    [InlineData("pdf", "%PDF-")]
    public async Task Report_OfBothEditions_IsServed(string format, string magic)
    {
        foreach (var edition in new[] { "official", "internal" })
        {
            var bytes = await service.Client.GetByteArrayAsync(
                new Uri($"/api/rounds/46-dla-2567/report?format={format}&edition={edition}", UriKind.Relative), Token);
            Assert.Equal(magic, System.Text.Encoding.Latin1.GetString(bytes, 0, magic.Length));
            Assert.True(bytes.Length > 50_000, $"{bytes.Length} bytes");
        }
    }

    [Fact]
    public async Task CompiledReports_AreInTheVaultUnderTheHashesOfTheLog()
    {
        var log = service.Services.GetRequiredService<RoundLog>();
        var round = RoundId.Parse(script.Round);
        var state = await log.LoadAsync(round, Token);
        Assert.Equal([Edition.Official, Edition.Internal], state.Reports.Keys.Order());
        foreach (var report in state.Reports.Values)
        {
            Assert.True(await log.VaultOf(round).ExistsAsync(report.Word, Token));
            Assert.True(await log.VaultOf(round).ExistsAsync(report.Pdf, Token));
        }
    }

    private async Task<string> HeadAsync()
    {
        var round = await JsonAsync(await service.Client.GetAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        return round.GetProperty("head").GetString()!;
    }

    private static string?[] Strings(string name) => [.. Expected.GetProperty(name).EnumerateArray().Select(e => e.GetString())];

    private static decimal Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? decimal.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : element.GetDecimal();
}
