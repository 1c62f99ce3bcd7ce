using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Evaluation.Tests.Samples;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>A committee of five judges by the doors of the program: sheets out, filled in, sent, scored, its result on paper.</summary>
public sealed class JudgesTests : IAsyncLifetime
{
    private const string Sheet = AwardPlayer.Sheet, Committee = "3";

    private readonly ExampleAward _award = new("district-2567");
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Round => _award.Rules.Plan.Id.Value;

    private AwardPlayer Player => new(_service.Client, _award);

    private List<string> Entrants => [.. _award.Expected.Keys];

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync();
        await PutAsync($"/api/frameworks/{_award.Rules.Framework.Id}?reason=example", _award.Framework);
        await PutAsync($"/api/plans/{Round}?reason=example", _award.Plan);
        await PutAsync($"/api/rounds/{Round}", null);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Sheets_OfAllJudges_BecomeScores_AndAResultOnPaper()
    {
        foreach (var entrant in Entrants)
        {
            using var own = SampleFiles.Form(($"{entrant}.json", Reported(entrant)));
            using var sent = await _service.Client.PostAsync(new Uri($"/api/rounds/{Round}/units/{entrant}/deliveries", UriKind.Relative), own, Token);
            await JsonAsync(sent, HttpStatusCode.Created);
        }
        using var answer = await SendAsync(await Player.FilledSheetsAsync());
        var delivery = await JsonAsync(answer, HttpStatusCode.Created);
        Assert.Equal(Entrants, delivery.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("unit").GetString()!).Order(StringComparer.Ordinal));
        foreach (var entrant in Entrants)
        {
            var card = JsonDocument.Parse(await BytesAsync($"/api/rounds/{Round}/scorecard?entrant={entrant}")).RootElement;
            ExampleAward.Same(_award.Expected[entrant].Total, card.GetProperty("total").GetDecimal());
        }
        var rows = RowsOf(await BytesAsync($"/api/rounds/{Round}/papers/committee-result?format=docx"));
        // Highest and lowest stand in brackets; the mean is that of the others.
        Assert.Contains("๑๘|ท้องถิ่นอำเภอเมืองกาฬสินธุ์|๖๐|๗๒|(๕๕)|(๘๐)|๖๔|๖๕.๓๓", rows);
        Assert.Equal(Entrants.Count + 1, rows.Count);
        Assert.Equal("%PDF"u8.ToArray(), (await BytesAsync($"/api/rounds/{Round}/papers/committee-result?format=pdf"))[..4]);
        using var visitor = new Visitor(_service.Address);
        var page = await visitor.PageAsync($"/app/rounds/{Round}/signing");
        Assert.Contains("OFFICE", page.QuerySelector("#committee a.strong")!.GetAttribute("href"), StringComparison.Ordinal);
        var unit = await visitor.PageAsync($"/app/rounds/{Round}/units/OFFICE");
        Assert.Contains("นามน", unit.QuerySelector("#deliveries")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What judges score stands apart: in no count, in nobody's list of what is owed, in no form.</summary>
    [Fact]
    public async Task WhatJudgesScore_NoEntrantOwes()
    {
        using var visitor = new Visitor(_service.Address);
        var unit = await visitor.PageAsync($"/app/rounds/{Round}/units/4602");
        Assert.Equal(["#i1", "#i2"], unit.QuerySelectorAll("#send .owes a").Select(a => a.GetAttribute("href")!).Take(2));
        Assert.DoesNotContain("#i3", unit.QuerySelectorAll("#send .owes a").Select(a => a.GetAttribute("href")));
        Assert.Contains("รอกรรมการให้คะแนน", Visitor.TextOf(unit.QuerySelector("#i3")!), StringComparison.Ordinal);
        var told = JsonDocument.Parse(await BytesAsync($"/api/rounds/{Round}/units/4602")).RootElement;
        Assert.DoesNotContain(Committee, told.GetProperty("owed").EnumerateArray().Select(o => o.GetString()));
        var round = await visitor.PageAsync($"/app/rounds/{Round}");
        Assert.Equal(Entrants.Count, round.QuerySelectorAll("td.cell .mark.judges").Length);
        Assert.NotNull(round.QuerySelector($"a[href$='/signing#committee']"));
        Assert.Contains("ให้คะแนนแล้ว ๐ จาก ๑๘ รายการ", Visitor.TextOf((await visitor.PageAsync($"/app/rounds/{Round}/season")).Body!), StringComparison.Ordinal);
        // The office that collects is asked nothing itself: it has a way to send, and no form.
        var office = await visitor.PageAsync($"/app/rounds/{Round}/units/OFFICE");
        Assert.Null(office.QuerySelector("#send a[href*='/form']"));
        Assert.NotNull(office.QuerySelector("#send form input[type=file]"));
        foreach (var (address, code) in ((string, string)[])[($"units/OFFICE/form", "KAL7220"), ($"units/4602/form?indicator={Committee}", "KAL7220"), ($"units/4602/return?indicator={Committee}", "KAL7220"), ("units/OFFICE/form?indicator=1", "KAL7220")])
        {
            using var none = await _service.Client.GetAsync(new Uri($"/api/rounds/{Round}/{address}", UriKind.Relative), Token);
            Assert.Equal(code, await ProblemAsync(none, 404, "not-found"));
        }
        using (await SendAsync(await Player.FilledSheetsAsync())) { }
        Assert.Contains("กรรมการให้คะแนนแล้ว ชุดที่ ๑", Visitor.TextOf((await visitor.PageAsync($"/app/rounds/{Round}/units/4602")).QuerySelector("#i3")!), StringComparison.Ordinal);
        Assert.Contains("ให้คะแนนแล้ว ๑๘ จาก ๑๘ รายการ", Visitor.TextOf((await visitor.PageAsync($"/app/rounds/{Round}/season")).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetThatIsNotWhole_RecordsNothing_AndSaysWhatToDo()
    {
        var filled = await Player.FilledSheetsAsync();
        await RefusedAsync("KAL8106", filled[..4]);
        await RefusedAsync("KAL8105", [.. filled, ("again.xlsx", filled[1].Bytes)]);
        await RefusedAsync("KAL8101", Changed(filled, file => file.Type(Sheet, AwardPlayer.RowOf(file, "4602"), 4, 120m)));
        using (var others = await SendAsync(Changed(filled, file => file.Type(Sheet, AwardPlayer.RowOf(file, "4602"), 4, 120m))))
        {
            // The sheets that are sound say why nothing of them is recorded.
            var said = (await JsonAsync(others, HttpStatusCode.UnprocessableEntity)).GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("code").GetString() == "KAL8110").ToList();
            Assert.Equal(filled.Select(f => f.Name).Where(n => n != filled[2].Name), said.Select(f => f.GetProperty("place").GetProperty("file").GetString()));
            ToldAnswer.Is(
                said[0], "KAL8110", filled[0].Name, "ใบนี้อ่านได้ครบ แต่ยังไม่บันทึกคะแนนของกรรมการชุดนี้ เพราะมีใบอื่นที่ต้องแก้ไขหรือยังขาด โปรดแก้ตามข้อสังเกตแล้วส่งใหม่พร้อมกันทุกใบ",
                "The sheet is sound, but no score of the set was recorded: another sheet is to be corrected, or lacking. Correct what was found and send all sheets again.");
        }
        await RefusedAsync("KAL8103", Changed(filled, file => file.Type(Sheet, AwardPlayer.RowOf(file, "4602"), 2, "4699")));
        await RefusedAsync("KAL8104", Changed(filled, file => file.Type(Sheet, AwardPlayer.RowOf(file, "4602"), 2, "4603")));
        await RefusedAsync("KAL8107", Changed(filled, file => file.Type(Sheet, file.RowOf(Sheet, "ที่"), 4, "คะแนน")));
        await RefusedAsync("KAL2014", Changed(filled, file => file.Type("_kalasin", file.RowOf("_kalasin", "framework"), 2, "another")));
        await RefusedAsync("KAL8108", filled, "4602");
        foreach (var entrant in Entrants) Assert.DoesNotContain("กรรมการลำดับที่", await TextAsync($"/api/rounds/{Round}/units/{entrant}/deliveries"), StringComparison.Ordinal);
        var blank = Changed(filled, file => file.Type(Sheet, AwardPlayer.RowOf(file, "4602"), 4, " "));
        using var answer = await SendAsync(blank);
        var delivery = await JsonAsync(answer, HttpStatusCode.Created);
        Assert.Contains("KAL8102", delivery.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Commands_WriteSheets_RecordThem_AndWriteTheResult()
    {
        var folder = Path.Combine(_service.DataFolder, "..", "judges");
        Assert.Equal(5, (await RunAsync("--forms", folder)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync((await RunAsync("--forms", folder, "--judges", "3", "--format", "pdf")).Output.Split('\n')[0].Trim(), Token))[..4]);
        var files = Directory.GetFiles(folder, "*.xlsx").Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < files.Length; i++) await File.WriteAllBytesAsync(files[i], Player.FillSheet(await File.ReadAllBytesAsync(files[i], Token), i), Token);
        Assert.Contains("KAL8106", (await RunAsync(["--read", .. files[1..]])).Error, StringComparison.Ordinal);
        Assert.Contains("scores of 18 entrants", (await RunAsync(["--read", .. files])).Output, StringComparison.Ordinal);
        Assert.Contains("receipt 1,", (await RunAsync(["--read", .. files])).Output, StringComparison.Ordinal); // the same sheets are recorded once
        var result = Path.Combine(folder, "result.docx");
        Assert.Equal(CommandLine.Done, (await RunAsync("--to", result)).Code);
        Assert.Equal(Entrants.Count + 1, RowsOf(await File.ReadAllBytesAsync(result, Token)).Count);
        Assert.Contains("KAL7219", (await RunAsync("--forms", folder, "--judges", "13")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AwardWithoutJudges_HasNoSheets()
    {
        await PutAsync("/api/rounds/46-dla-2567", null);
        foreach (var address in (string[])["forms?judges=5", "papers/committee-result"])
        {
            using var none = await _service.Client.GetAsync(new Uri($"/api/rounds/46-dla-2567/{address}", UriKind.Relative), Token);
            Assert.Equal("KAL8109", await ProblemAsync(none, 404, "not-found"));
        }
        using var many = await _service.Client.GetAsync(new Uri($"/api/rounds/{Round}/forms?judges=13", UriKind.Relative), Token);
        Assert.Equal("KAL7219", await ProblemAsync(many, 400, "bad-request"));
    }

    private static (string Name, byte[] Bytes)[] Changed((string Name, byte[] Bytes)[] filled, Action<FormFile> change)
    {
        using var file = FormFile.Open(filled[2].Bytes);
        change(file);
        return [.. filled[..2], (filled[2].Name, file.Save()), .. filled[3..]];
    }

    private byte[] Reported(string entrant) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. JsonNode.Parse(_award.Sent(entrant))!.AsArray().Where(r => (string?)r!["indicator"] != Committee).Select(r => r!.DeepClone())]));

    private async Task<HttpResponseMessage> SendAsync((string Name, byte[] Bytes)[] files, string unit = "OFFICE")
    {
        using var form = SampleFiles.Form(files);
        return await _service.Client.PostAsync(new Uri($"/api/rounds/{Round}/units/{unit}/deliveries", UriKind.Relative), form, Token);
    }

    private async Task RefusedAsync(string code, (string Name, byte[] Bytes)[] files, string unit = "OFFICE")
    {
        using var answer = await SendAsync(files, unit);
        Assert.Contains(code, await ProblemAsync(answer, 422, "not-accepted"), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await CommandLine.RunAsync(["judges", Round, .. line, "--data", _service.DataFolder], output, error), output.ToString(), error.ToString());
    }

    /// <summary>The rows of a Word file's table of scores, cell by cell.</summary>
    private static List<string> RowsOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. document.MainDocumentPart!.Document!.Descendants<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText.Replace("\u200B", "", StringComparison.Ordinal)))).Where(r => r.Split('|').Length == 8)];
    }

    private async Task<string> TextAsync(string address) => System.Text.Encoding.UTF8.GetString(await BytesAsync(address));

    private async Task PutAsync(string address, byte[]? json)
    {
        using var body = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        using var answer = await _service.Client.PutAsync(new Uri(address, UriKind.Relative), body, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await _service.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }
}
