using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>The sample round, in which somebody decides: scores, status and log follow, receipts don't, and undone is undone.</summary>
public sealed class DecidedResultsTests : IAsyncLifetime
{
    private const string Round = "/api/rounds/46-dla-2567";

    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        _service = await StartAsync(s => s with { Sample = script });
        await _service.Services.GetRequiredService<SampleRound>().PlayAsync(script, (_, outcome) => Assert.IsType<DeliveryOutcome.Accepted>(outcome), Token);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ExcludedRow_IsLeftOut_OnlyWhereItIs_AndIncludedAgain()
    {
        var (before, row) = (await ScoreAsync("3"), await RowAsync("PUB", "3"));
        using var none = await DecideAsync(new { kind = "excludeRow", unit = "PUB", indicator = "3", row = "0123456789abcdef", reason = "x" });
        Assert.Equal("KAL5216", await ProblemAsync(none, 422, "not-accepted"));
        await TakeAsync(new { kind = "excludeRow", unit = "PUB", indicator = "3", row, reason = "นับซ้ำกับปีก่อน" });
        var after = await ScoreAsync("3");
        Assert.Equal(before.Value - 1, after.Value);
        Assert.Contains("นับซ้ำกับปีก่อน", after.Text, StringComparison.Ordinal);
        await TakeAsync(new { kind = "includeRow", unit = "PUB", indicator = "3", row, reason = "มีหลักฐานแล้ว" });
        Assert.Equal(before, await ScoreAsync("3"));
    }

    [Fact]
    public async Task Disagreement_IsSettled_WhereThereIsOne()
    {
        var agreed = await ScoreAsync("10");
        var settle = new { kind = "settleDisagreement", indicator = "10", unit = "LAW", reason = "มีสำนวนการสอบสวน" };
        using var none = await DecideAsync(settle);
        Assert.Equal("KAL5218", await ProblemAsync(none, 422, "not-accepted"));

        await ReportComplaintAsync("ADM", "10");
        Assert.Equal("disagreed", (await ScoreAsync("10")).State);
        using (var visitor = new Pages.Visitor(_service.Address))
        {
            var scores = await visitor.PageAsync("/app/rounds/46-dla-2567/scores");
            var offered = scores.QuerySelectorAll("#i10 input[name=decision]").Select(i => i.GetAttribute("value")!).Where(v => v.Contains("settleDisagreement", StringComparison.Ordinal)).ToList();
            Assert.Equal(["ADM", "LAW"], offered.Select(o => JsonDocument.Parse(o).RootElement.GetProperty("unit").GetString()).Order(StringComparer.Ordinal));
        }
        // The coordinator's own unit is a party.
        using var own = await DecideAsync(settle);
        Assert.Equal("KAL5219", await ProblemAsync(own, 422, "not-accepted"));
        await ByHeadAsync(new SettleDisagreement(IndicatorNumber.Parse("10"), UnitCode.Parse("LAW"), "มีสำนวนการสอบสวน"));
        var settled = await ScoreAsync("10");
        Assert.Equal((agreed.State, agreed.Value), (settled.State, settled.Value));
        Assert.Contains("มีสำนวนการสอบสวน", settled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExcludedReturn_DoesNotCount_AndAsOfBeforeItDid()
    {
        var before = await ScoreAsync("1");
        await TakeAsync(new { kind = "excludeReturn", unit = "PER", indicator = "1", version = await VersionAsync("PER", "1"), reason = "ผิดปีงบประมาณ" });
        var after = await ScoreAsync("1");
        Assert.NotEqual(before, after);
        Assert.True((await CellAsync("PER", "1")).GetProperty("excluded").GetBoolean());
        var entry = (await ReadAsync("/log?after=" + (await SequenceAsync() - 1))).GetProperty("items")[0];
        var moment = entry.GetProperty("at").GetDateTimeOffset().AddTicks(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        Assert.Equal(before, await ScoreAsync("1", "?asOf=" + moment));
    }

    [Fact]
    public async Task MoreTime_ChangesStatus_AndNoReceipt()
    {
        var late = (await ReadAsync("")).GetProperty("units").EnumerateArray().First(u => u.GetProperty("indicators").EnumerateArray().Any(IsLate));
        var (unit, cell) = (late.GetProperty("code").GetString(), late.GetProperty("indicators").EnumerateArray().First(IsLate));
        var receipt = $"/deliveries/{cell.GetProperty("receipt")}/receipt?format=docx";
        var (printed, listed) = (await PrintedAsync(receipt), (await ReadAsync($"/deliveries/{cell.GetProperty("receipt")}")).GetRawText());
        await TakeAsync(new { kind = "extendDeadline", unit, until = "2024-05-31", reason = "น้ำท่วม" });
        Assert.False(IsLate(await CellAsync(unit!, cell.GetProperty("indicator").GetString()!)));
        Assert.Equal((printed, listed), (await PrintedAsync(receipt), (await ReadAsync($"/deliveries/{cell.GetProperty("receipt")}")).GetRawText()));

        static bool IsLate(JsonElement c) => c.GetProperty("late").GetBoolean();
    }

    [Fact]
    public async Task Withdrawn_IsMissing_AndTheReceiptStaysWhatItWas()
    {
        var cell = await CellAsync("PER", "1");
        var receipt = $"/deliveries/{cell.GetProperty("receipt")}/receipt?format=docx";
        var printed = await PrintedAsync(receipt);
        await TakeAsync(new { kind = "withdrawDelivery", receipt = cell.GetProperty("receipt").GetInt32(), reason = "ส่งผิดไฟล์" });
        Assert.NotEqual(cell.GetRawText(), (await CellAsync("PER", "1")).GetRawText());
        Assert.Equal(printed, await PrintedAsync(receipt));
        await RoundInvariants.CheckAsync(_service.Storage, "46-dla-2567", Token);
    }

    /// <summary>A newer version with a complaint that was found true.</summary>
    private async Task ReportComplaintAsync(string unit, string indicator)
    {
        var (log, id) = (_service.Services.GetRequiredService<RoundLog>(), RoundId.Parse("46-dla-2567"));
        var values = ValuesById.Empty.With("case", new TextValue("ร-99")).With("received", new DateValue(new(2024, 1, 10))).With("status", new ChoiceValue("found"));
        var complaint = new Return(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), ReturnStatus.Reported) { Rows = [new(1, values)] };
        await using var staged = new StagedContents(log.VaultOf(id));
        var content = await staged.AddOwnAsync(ReturnJson.Write(complaint), Token);
        await staged.PromoteAsync(Token);
        var command = new ReceiveDelivery(
            Guid.NewGuid(), DeliveryChannel.Import, complaint.Unit, DateTimeOffset.UnixEpoch, content, content, [], [new(complaint, content)], new(0, 0, 0), content);
        Assert.IsType<Accept>((await log.DecideAsync(id, command, Actor.Local, Token)).Decision);
    }

    private async Task ByHeadAsync(RoundDecision decision)
    {
        var (log, decisions) = (_service.Services.GetRequiredService<RoundLog>(), _service.Services.GetRequiredService<DecisionService>());
        var round = (await log.FindAsync("46-dla-2567", Token))!;
        var head = new Actor(ActorRole.Head, "head");
        var outcome = await decisions.DecideAsync(round, DecisionService.Sent(decision, round.Id, head, "by the head", [1]), head, Token);
        Assert.IsType<Accept>(outcome.Decision);
    }

    private async Task<HttpResponseMessage> DecideAsync(object decision) => await _service.Client.PostAsync(
        new Uri(Round + "/decisions", UriKind.Relative), new StringContent(JsonSerializer.Serialize(decision), Encoding.UTF8, "application/json"), Token);

    private async Task TakeAsync(object decision)
    {
        using var response = await DecideAsync(decision);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
    }

    private async Task<(string State, decimal? Value, string Text)> ScoreAsync(string indicator, string query = "")
    {
        var score = (await ReadAsync("/scorecard" + query)).GetProperty("scores").EnumerateArray().Single(s => s.GetProperty("indicator").GetString() == indicator);
        return (score.GetProperty("state").GetString()!, score.TryGetProperty("value", out var value) ? value.GetDecimal() : null, score.GetRawText());
    }

    /// <summary>Fingerprint of a row that counts.</summary>
    private async Task<string> RowAsync(string unit, string indicator)
    {
        var (log, results) = (_service.Services.GetRequiredService<RoundLog>(), _service.Services.GetRequiredService<ResultsService>());
        var snapshot = await results.SnapshotAsync((await log.FindAsync("46-dla-2567", Token))!, Token);
        var counted = ResultsService.Score(snapshot, null).Single().Scores.Single(s => s.Indicator.Value == indicator).Measurement.Counted.First(r => r.Unit.Value == unit);
        return RowFingerprint.Of(counted.Unit, counted.Row).Hash;
    }

    private async Task<int> VersionAsync(string unit, string indicator) => (await CellAsync(unit, indicator)).GetProperty("version").GetInt32();

    private async Task<long> SequenceAsync() => (await ReadAsync("")).GetProperty("sequence").GetInt64();

    private async Task<JsonElement> CellAsync(string unit, string indicator) => (await ReadAsync("")).GetProperty("units").EnumerateArray()
        .Single(u => u.GetProperty("code").GetString() == unit).GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == indicator);

    private async Task<string> PrintedAsync(string path)
    {
        using var receipt = await _service.Client.GetAsync(new Uri(Round + path, UriKind.Relative), Token);
        return await OfficeText.OfAsync(receipt);
    }

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await _service.Client.GetAsync(new Uri(Round + path, UriKind.Relative), Token);
        return await JsonAsync(response, HttpStatusCode.OK);
    }
}
