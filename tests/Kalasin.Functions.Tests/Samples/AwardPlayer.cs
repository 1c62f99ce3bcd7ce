using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>An example award played by the doors of a program, wherever it runs: published, opened, forms and judges' sheets out, filled in, sent, scored.</summary>
internal sealed class AwardPlayer(HttpClient client, ExampleAward award)
{
    /// <summary>The sheet on which a judge scores.</summary>
    public const string Sheet = "ใบให้คะแนน";

    private const int Judges = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public AwardRules Rules { get; } = award.Rules;

    public string Round => Rules.Plan.Id.Value;

    public ImmutableArray<string> Entrants { get; } = [.. award.Expected.Keys];

    /// <summary>Framework and plan become the installation's own.</summary>
    /// <param name="withPlan">False where the plan is made of a ranking.</param>
    public async Task PublishAsync(bool withPlan = true)
    {
        await PutAsync($"/api/frameworks/{Rules.Framework.Id}?reason=example", award.Framework);
        if (withPlan) await PutAsync($"/api/plans/{Round}?reason=example", award.Plan);
    }

    public Task OpenAsync() => PutAsync($"/api/rounds/{Round}", null);

    /// <summary>The forms as the program gives them: one for each unit that is asked something.</summary>
    public async Task<ImmutableArray<string>> FormsAsync()
    {
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync($"/api/rounds/{Round}/forms")));
        return [.. zip.Entries.Select(e => e.Name)];
    }

    /// <summary>Each entrant sends its form, filled in, and the committee the sheets of all judges.</summary>
    public async Task ReportAsync()
    {
        foreach (var entrant in Entrants)
            if (Rules.AskedOf(UnitCode.Parse(entrant)).Any()) await SendAsync(entrant, [($"{entrant}.xlsx", await FilledFormAsync(entrant))]);
        if (Rules.Framework.Indicators.Any(i => i.IsJudged)) await SendAsync(Rules.Plan.Collector.Value, await FilledSheetsAsync());
    }

    /// <summary>Every total is what a script that shares no code reckons, and the order knows every entrant.</summary>
    public async Task ScoresAsync()
    {
        foreach (var (entrant, (total, barred)) in award.Expected)
        {
            var card = JsonDocument.Parse(await BytesAsync($"/api/rounds/{Round}/scorecard?entrant={entrant}")).RootElement;
            ExampleAward.Same(total, card.GetProperty("total").GetDecimal());
            Assert.Equal(barred, card.GetProperty("barred").GetBoolean());
            Assert.Equal(barred ? "barred" : "ranked", card.GetProperty("standing").GetProperty("standing").GetString());
            Assert.True(card.TryGetProperty("completedOn", out _), $"{entrant}: what it owes is in, or what judges score of it");
        }
    }

    /// <summary>The program's form of an entrant with what it reports, as its officer would have typed it.</summary>
    public async Task<byte[]> FilledFormAsync(string entrant)
    {
        var read = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes($"{entrant}.json", award.Sent(entrant))], IntakeLimits.Default, Token);
        using var bytes = new MemoryStream();
        await Form.For(Rules, UnitCode.Parse(entrant), new() { Current = read.Returns }).WriteAsync(bytes, Token);
        return bytes.ToArray();
    }

    /// <summary>The sheets of all judges as the program gives them, filled in.</summary>
    public async Task<(string Name, byte[] Bytes)[]> FilledSheetsAsync()
    {
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync($"/api/rounds/{Round}/forms?judges={Judges}&format=xlsx")));
        return [.. zip.Entries.Select((entry, judge) => (entry.Name, FillSheet(Read(entry), judge)))];
    }

    /// <summary>One judge's sheet: of each entrant a score for each indicator that judges score, in their order.</summary>
    public byte[] FillSheet(byte[] sheet, int judge)
    {
        using var file = FormFile.Open(sheet);
        foreach (var entrant in Entrants)
            foreach (var (i, scores) in ScoresOf(entrant).Index()) file.Type(Sheet, RowOf(file, entrant), 4 + i, scores[judge]);
        return file.Save();
    }

    public static int RowOf(FormFile file, string code) => Enumerable.Range(1, 40).First(r => file[Sheet, r, 2] == code);

    public async Task<JsonElement> SendAsync(string unit, (string Name, byte[] Bytes)[] files)
    {
        using var form = SampleFiles.Form(files);
        using var sent = await client.PostAsync(new Uri($"/api/rounds/{Round}/units/{unit}/deliveries", UriKind.Relative), form, Token);
        var told = await sent.Content.ReadAsStringAsync(Token);
        Assert.True(sent.StatusCode == HttpStatusCode.Created, $"{unit}: {told}");
        return JsonDocument.Parse(told).RootElement;
    }

    public async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    private IEnumerable<List<decimal>> ScoresOf(string entrant) =>
        from indicator in Rules.Framework.Indicators
        where indicator.IsJudged
        let returned = JsonNode.Parse(award.Sent(entrant))!.AsArray().Single(r => (string?)r!["indicator"] == indicator.Number.Value)!
        select returned["rows"]!.AsArray().Select(r => (decimal)r!["score"]!).ToList();

    private async Task PutAsync(string address, byte[]? json)
    {
        using var body = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PutAsync(new Uri(address, UriKind.Relative), body, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var stream = entry.Open()) stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
