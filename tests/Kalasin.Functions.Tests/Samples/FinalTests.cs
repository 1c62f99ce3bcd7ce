using System.Globalization;
using System.Net;
using System.Text.Json;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>From a screening to its final by the doors of the program: scored, ranked, the final's plan made of the ranking, opened, scored.</summary>
public sealed class FinalTests : IAsyncLifetime
{
    private readonly ExampleAward _screening = new("hospital-2568"), _final = new("hospital-final-2568");
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Ranking_OpensTheFinal()
    {
        var (first, last) = (_screening.Rules.Plan.Id.Value, _final.Rules.Plan.Id.Value);
        await PutAsync($"/api/frameworks/{_screening.Rules.Framework.Id}?reason=example", _screening.Framework);
        await PutAsync($"/api/frameworks/{_final.Rules.Framework.Id}?reason=example", _final.Framework);
        Assert.Equal("KAL8041", await NotMadeAsync(first)); // nothing opens the screening
        await PutAsync($"/api/plans/{first}?reason=example", _screening.Plan);
        Assert.Equal("KAL8042", await NotMadeAsync(last));
        await PutAsync($"/api/rounds/{first}", null);
        await PlayAsync(first, _screening);
        var cards = await _service.Client.GetByteArrayAsync(new Uri($"/api/rounds/{first}/scorecard-file", UriKind.Relative), Token);
        using (var form = SampleFiles.Form(("cards.json", cards)))
        using (var entered = await _service.Client.PostAsync(new Uri($"/api/rankings/{_screening.Rules.Framework.Id}/scorecards", UriKind.Relative), form, Token))
            Assert.Equal(HttpStatusCode.OK, entered.StatusCode);

        using var visitor = new Visitor(_service.Address);
        var page = await visitor.PageAsync($"/app/rankings/{_screening.Rules.Framework.Id}");
        Assert.Equal(3, page.QuerySelectorAll($"#final-{_final.Rules.Framework.Id} ol li").Length);
        var made = JsonDocument.Parse(await _service.Client.GetStringAsync(new Uri($"/api/plans/{last}?entering=true", UriKind.Relative), Token)).RootElement;
        Assert.Equal(1, made.GetProperty("revision").GetInt32());
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal((CommandLine.Done, ""), (await CommandLine.RunAsync(["final", last, "--reason", "ผลรอบคัดกรอง", "--data", _service.DataFolder], output, error), error.ToString()));
        Assert.Contains("revision 1", output.ToString(), StringComparison.Ordinal);
        await PutAsync($"/api/rounds/{last}", null);
        Assert.False(await IsCompleteAsync(last, 0));
        await PlayAsync(last, _final);

        // No unit owes anything: complete is what judges have scored, wherever somebody looks.
        Assert.True(await IsCompleteAsync(last, _final.Expected.Count * _final.Rules.Framework.Indicators.Length));
        foreach (var place in (string[])["/app/?all=true", $"/app/rounds/{last}"])
            Assert.Contains("กรรมการให้คะแนนครบ", (await visitor.PageAsync(place)).Body!.TextContent, StringComparison.Ordinal);
        using var status = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["status", last, "--data", _service.DataFolder], status, error));
        Assert.Contains("everything is in", status.ToString(), StringComparison.Ordinal);
        foreach (var (entrant, (total, _)) in _final.Expected)
        {
            var card = JsonDocument.Parse(await _service.Client.GetStringAsync(new Uri($"/api/rounds/{last}/scorecard?entrant={entrant}", UriKind.Relative), Token)).RootElement;
            ExampleAward.Same(total, card.GetProperty("total").GetDecimal());
            Assert.True(card.TryGetProperty("completedOn", out _));
        }
    }

    private async Task<bool> IsCompleteAsync(string round, int scored)
    {
        var status = JsonDocument.Parse(await _service.Client.GetStringAsync(new Uri($"/api/rounds/{round}", UriKind.Relative), Token)).RootElement;
        Assert.Equal((_final.Expected.Count * _final.Rules.Framework.Indicators.Length, scored), (status.GetProperty("judged").GetProperty("expected").GetInt32(), status.GetProperty("judged").GetProperty("received").GetInt32()));
        return status.GetProperty("complete").GetBoolean();
    }

    private async Task<string> NotMadeAsync(string round)
    {
        using var answer = await _service.Client.GetAsync(new Uri($"/api/plans/{round}?entering=true", UriKind.Relative), Token);
        return await ProblemAsync(answer, 422, "not-accepted");
    }

    private async Task PlayAsync(string round, ExampleAward award)
    {
        foreach (var entrant in award.Expected.Keys)
        {
            using var form = SampleFiles.Form(($"{entrant}.json", award.Sent(entrant)));
            using var sent = await _service.Client.PostAsync(new Uri($"/api/rounds/{round}/units/{entrant}/deliveries", UriKind.Relative), form, Token);
            await JsonAsync(sent, HttpStatusCode.Created);
        }
    }

    private async Task PutAsync(string address, byte[]? json)
    {
        using var body = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        using var answer = await _service.Client.PutAsync(new Uri(address, UriKind.Relative), body, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
    }
}
