using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>From three rounds of three provinces to the ranking and its documents, by the doors that people have.</summary>
public sealed partial class RankingJourneyTests
{
    private const string Ranking = "/api/rankings/dla-2567";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeRoundsAndASheet_AreRanked_AndWhatIsChangedOrOlderIsNot()
    {
        await using var service = await StartAsync(build: null);
        var first = await CardAsync(service, "46");
        // What was sent first is older once the round goes on.
        await DeliverAsync(service, "46", "FIN");
        var files = new Dictionary<string, byte[]> { ["46"] = await FileAsync(service, "46"), ["40"] = await CardAsync(service, "40"), ["51"] = await CardAsync(service, "51") };
        Assert.Contains("ยกเว้น", (string?)(await JsonOfAsync(service, "/api/rounds/51-dla-2567"))["standsApart"]!["th"], StringComparison.Ordinal);
        Assert.Null((await JsonOfAsync(service, "/api/rounds/46-dla-2567"))["standsApart"]);

        var tried = await SendAsync(service, HttpStatusCode.OK, "?dryRun=true", ("46.json", files["46"]));
        Assert.Equal("46", (string?)tried["files"]![0]!["entrants"]![0]);
        Assert.Empty((await JsonOfAsync(service, Ranking))["rows"]!.AsArray());
        var taken = await SendAsync(service, HttpStatusCode.OK, "", ("46.json", files["46"]), ("40.json", files["40"]), ("51.json", files["51"]));
        Assert.All(taken["files"]!.AsArray(), f => Assert.True((bool)f!["new"]!));

        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["40"]).Replace("\"province\": \"40\"", "\"province\": \"41\"", StringComparison.Ordinal));
        Assert.Contains("KAL8002", (await SendAsync(service, HttpStatusCode.UnprocessableEntity, "", ("40.json", changed))).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("KAL8020", (await SendAsync(service, HttpStatusCode.UnprocessableEntity, "", ("46.json", first))).ToJsonString(), StringComparison.Ordinal);

        var sheet = "รหัส,ผู้รับการประเมิน," + string.Join(',', Enumerable.Range(1, 12).Select(n => $"ตัวชี้วัดที่ {n}")) + "\n41,อุดรธานี,90,90,9,9,9,9,9,5,5,0,90,90\n40,,60,60,1,1,1,1,1,1,1,1,60,60\n51,,100,100,9,9,9,9,9,5,5,0,100,100\n";
        var mixed = await SendAsync(service, HttpStatusCode.OK, "", ("sheet.csv", Encoding.UTF8.GetBytes(sheet)));
        Assert.Contains("KAL8022", mixed.ToJsonString(), StringComparison.Ordinal);

        var ranking = await JsonOfAsync(service, Ranking);
        var rows = ranking["rows"]!.AsArray().Select(r => ((string?)r!["entrant"]!["id"], (int?)r["rank"], (string?)r["standing"])).ToList();
        Assert.Equal(["40", "41", "46"], rows.Where(r => r.Item3 == "ranked").Select(r => r.Item1).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], rows.Where(r => r.Item3 == "ranked").Select(r => r.Item2));
        Assert.Equal(("51", null, "apart"), rows[^1]);
        Assert.True((bool)ranking["assumed"]!);
        var rest = await JsonOfAsync(service, $"{Ranking}?next={rows[0].Item1}");
        Assert.Equal(rows.Skip(1).Select(r => r.Item1), rest["rows"]!.AsArray().Select(r => (string?)r!["entrant"]!["id"]));
        Assert.Null(rest["next"]);
        foreach (var address in new[] { $"{Ranking}?next=99", "/app/rankings/dla-2567?next=99" })
        {
            using var unknown = await service.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        }
        var history = await JsonOfAsync(service, $"{Ranking}/entrants/40");
        Assert.Equal([true, false], history["sent"]!.AsArray().Select(s => (bool)s!["counts"]!));

        foreach (var (format, begin) in new[] { ("pdf", "%PDF"), ("docx", "PK"), ("xlsx", "PK") })
            Assert.StartsWith(begin, Encoding.ASCII.GetString((await service.Client.GetByteArrayAsync(new Uri($"{Ranking}?format={format}", UriKind.Relative), Token)).AsSpan(0, 4)), StringComparison.Ordinal);
        var page = await service.Client.GetStringAsync(new Uri("/app/rankings/dla-2567?q=อุดร", UriKind.Relative), Token);
        Assert.Contains("จังหวัดอุดรธานี", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/app/rankings/dla-2567/40\"", page, StringComparison.Ordinal);
        Assert.Contains("เกณฑ์สมมติ", page, StringComparison.Ordinal);
        Assert.Contains("ประวัติ", await service.Client.GetStringAsync(new Uri("/app/rankings/dla-2567/40", UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.Contains("ยกเว้น", await service.Client.GetStringAsync(new Uri("/app/rounds/51-dla-2567", UriKind.Relative), Token), StringComparison.Ordinal);

        using var withdrawn = await service.Client.DeleteAsync(new Uri($"{Ranking}/entrants/40?reason=x", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal(3, (await JsonOfAsync(service, Ranking))["rows"]!.AsArray().Count);
        Assert.Equal(3, (await JsonOfAsync(service, $"{Ranking}/entrants/40"))["sent"]!.AsArray().Count);
    }

    [Fact]
    public async Task WhatIsOlderOrHidesItsAge_DoesNotComeInEvenWhileAnotherIsWritten()
    {
        Func<Task>? meanwhile = null;
        await using var service = await StartAsync(build: b => b.Services.AddSingleton<IEventLog>(s => new MeanwhileLog(s.GetRequiredService<IStorage>().Log, () => Interlocked.Exchange(ref meanwhile, null))));
        var first = await CardAsync(service, "46");
        await DeliverAsync(service, "46", "FIN");
        var newer = await FileAsync(service, "46");
        meanwhile = () => SendAsync(service, HttpStatusCode.OK, "", ("newer.json", newer));
        Assert.Contains("KAL8020", (await SendAsync(service, HttpStatusCode.UnprocessableEntity, "", ("older.json", first))).ToJsonString(), StringComparison.Ordinal);

        var sent = System.Text.Json.JsonSerializer.Deserialize(first, SentScorecards.Form)! with { Entries = null, LogHead = null };
        var bare = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(sent with { Seal = sent.Sealing() }, SentScorecards.Form);
        Assert.Contains("KAL8025", (await SendAsync(service, HttpStatusCode.UnprocessableEntity, "", ("bare.json", bare))).ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await JsonOfAsync(service, $"{Ranking}/entrants/46"))["sent"]!.AsArray());
    }

    [Fact]
    public async Task AnUnmarkedSheet_IsNotScoredByRulesThatCameLater()
    {
        await using var service = await StartAsync();
        var sheet = Encoding.UTF8.GetBytes("รหัส," + string.Join(',', Enumerable.Range(1, 12).Select(n => $"ตัวชี้วัดที่ {n}")) + "\n41,90,90,9,9,9,9,9,5,5,0,90,90\n");
        await SendAsync(service, HttpStatusCode.OK, "", ("sheet.csv", sheet));
        Assert.Single((await JsonOfAsync(service, Ranking))["rows"]!.AsArray());
        var rulebook = service.Services.GetRequiredService<Rulebook>();
        var dla = BuiltInFrameworks.Get("dla-2567");
        Assert.True(StatedTexts.TryState("ทดสอบ", out var reason));
        Assert.IsType<Accept>(await rulebook.PublishAsync(dla with { Revision = dla.Revision + 1 }, reason, Actor.Local, Token));

        var ranking = await JsonOfAsync(service, Ranking);
        Assert.Empty(ranking["rows"]!.AsArray());
        Assert.Equal("KAL8024", (string?)Assert.Single(ranking["findings"]!.AsArray())!["code"]);
        // Sent anew, the very same file is read by the rules of today.
        Assert.True((bool)(await SendAsync(service, HttpStatusCode.OK, "", ("sheet.csv", sheet)))["files"]![0]!["new"]!);
        Assert.Single((await JsonOfAsync(service, Ranking))["rows"]!.AsArray());
    }

    [Fact]
    public async Task HeadsOfARanking_AreSealed_AndALogThatWasCutIsFound()
    {
        await using var service = await StartAsync();
        var sheet = "รหัส," + string.Join(',', Enumerable.Range(1, 12).Select(n => $"ตัวชี้วัดที่ {n}")) + "\n";
        foreach (var code in new[] { "40", "41" }) await SendAsync(service, HttpStatusCode.OK, "", ($"{code}.csv", Encoding.UTF8.GetBytes(sheet + code + ",90,90,9,9,9,9,9,5,5,0,90,90\n")));
        var promised = await service.Storage.Heads.ReadAsync(StreamId.Of("ranking", "dla-2567"), Token);
        Assert.Equal([1, 2], promised.Heads.Select(h => h.Sequence));
        Assert.Equal((string?)(await JsonOfAsync(service, Ranking))["head"], promised.Heads[^1].Head.ToString());
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(service.Storage, [promised.Heads[0].Head.ToString()], told, told, Token));
        Assert.Contains("event 1", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("fits heads sealed: 2", told.ToString(), StringComparison.Ordinal);

        await service.Storage.Heads.SealAsync(StreamId.Of("ranking", "dla-2567"), new(3, ContentHash.Of("cut"u8), DateTimeOffset.UnixEpoch), Token);
        Assert.Equal(CommandLine.Failed, await VerifyLogCommand.RunAsync(service.Storage, [], told, told, Token));
        Assert.Contains("KAL7306", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_ShowWhoIsLookedFor_AndTheScoresOfAGroup()
    {
        await using var service = await StartAsync();
        await EnterHospitalsAsync(service, "46-H1,ขนาดใหญ่,90,90,1,0", "46-H2,ขนาดเล็ก,80,80,1,0", "40-H1,ขนาดใหญ่,85,85,0,1");

        foreach (var (query, shown) in new[]
        {
            ("", "46-H1 46-H2 40-H1"), ("?q=h2", "46-H2"), ("?q=H1", "46-H1 40-H1"), ("?province=46", "46-H1 46-H2"), ("?of=size:large", "46-H1 40-H1"),
            ("?of=size:large&province=40", "40-H1"), ("?q=H2&of=size:large", ""), ("?province=99", ""), ("?of=nonsense", ""),
        })
        {
            var page = await PageAsync(query);
            foreach (var entrant in new[] { "46-H1", "46-H2", "40-H1" })
                Assert.True(page.Contains($"/app/rankings/example-hospital-2568/{entrant}\"", StringComparison.Ordinal) == shown.Split(' ').Contains(entrant), $"{query}: {entrant}");
        }
        // Of four indicators the one of its group.
        var (all, group) = (await PageAsync(""), await PageAsync("?group=quality"));
        Assert.Equal((true, true, false, true), (all.Contains(">๑</th>", StringComparison.Ordinal), all.Contains(">๒</th>", StringComparison.Ordinal), group.Contains(">๑</th>", StringComparison.Ordinal), group.Contains(">๒</th>", StringComparison.Ordinal)));

        Task<string> PageAsync(string query) => service.Client.GetStringAsync(new Uri("/app/rankings/example-hospital-2568" + query, UriKind.Relative), Token);
    }

    [Theory]
    [InlineData("", 231)]
    [InlineData("?province=46", 230)]
    public async Task BeyondAHundredEntrants_NextLeadsToEachOfThem_AndKeepsWhatWasAsked(string asked, int all)
    {
        await using var service = await StartAsync();
        await EnterHospitalsAsync(service, [.. Enumerable.Range(100, 230).Select(n => $"46-H{n},ขนาดใหญ่,{n % 97},80,1,0"), "40-H1,ขนาดใหญ่,85,85,0,1"]);
        var seen = new List<string>();
        var pages = new List<int>();
        for (var address = $"/app/rankings/example-hospital-2568{asked}"; address is not null;)
        {
            var page = await service.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token);
            var shown = EntrantLink().Matches(page).Select(m => m.Groups["entrant"].Value).ToList();
            seen.AddRange(shown);
            pages.Add(shown.Count);
            address = NextLink().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["address"].Value) : null;
        }
        Assert.Equal([100, 100, all - 200], pages);
        Assert.Equal(all, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(asked.Length == 0, seen.Contains("40-H1"));
    }

    /// <summary>Hospitals of the example framework, with code, size and four values each.</summary>
    private static async Task EnterHospitalsAsync(RunningService service, params string[] rows)
    {
        using var body = new StringContent(await File.ReadAllTextAsync(Kalasin.Evaluation.Tests.RepositoryFile.At("samples", "frameworks", "hospital-2568", "framework.json"), Token), Encoding.UTF8, "application/json");
        using var published = await service.Client.PutAsync(new Uri("/api/frameworks/example-hospital-2568?reason=x", UriKind.Relative), body, Token);
        Assert.Equal(HttpStatusCode.Created, published.StatusCode);
        var sheet = string.Join('\n', rows.Prepend("รหัส,ขนาดโรงพยาบาล,ตัวชี้วัดที่ 1,ตัวชี้วัดที่ 2,ตัวชี้วัดที่ 3,ตัวชี้วัดที่ 4")) + "\n";
        using var form = SampleFiles.Form(("s.csv", Encoding.UTF8.GetBytes(sheet)));
        using var sent = await service.Client.PostAsync(new Uri("/api/rankings/example-hospital-2568/scorecards", UriKind.Relative), form, Token);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Token));
    }

    [GeneratedRegex("href=\"/app/rankings/example-hospital-2568/(?<entrant>[0-9]{2}-H[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EntrantLink();

    [GeneratedRegex("href=\"(?<address>/app/rankings/example-hospital-2568\\?[^\"]*next=[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NextLink();

    private static async Task<byte[]> CardAsync(RunningService service, string province)
    {
        using var opened = await service.Client.PutAsync(new Uri($"/api/rounds/{province}-dla-2567", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        if (province == "46") await DeliverAsync(service, province, "PER");
        return await FileAsync(service, province);
    }

    private static async Task DeliverAsync(RunningService service, string province, string unit)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf(unit));
        using var sent = await service.Client.PostAsync(new Uri($"/api/rounds/{province}-dla-2567/units/{unit}/deliveries", UriKind.Relative), form, Token);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Token));
    }

    private static Task<byte[]> FileAsync(RunningService service, string province) =>
        service.Client.GetByteArrayAsync(new Uri($"/api/rounds/{province}-dla-2567/scorecard-file", UriKind.Relative), Token);

    private static async Task<JsonNode> SendAsync(RunningService service, HttpStatusCode status, string query, params (string Name, byte[] Bytes)[] files)
    {
        using var form = SampleFiles.Form(files);
        using var response = await service.Client.PostAsync(new Uri($"{Ranking}/scorecards{query}", UriKind.Relative), form, Token);
        var said = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == status, said);
        return JsonNode.Parse(said)!;
    }

    private static async Task<JsonNode> JsonOfAsync(RunningService service, string address) =>
        JsonNode.Parse(await service.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token))!;

    /// <summary>A log that lets something else happen just before an append to a ranking.</summary>
    private sealed class MeanwhileLog(IEventLog log, Func<Func<Task>?> takeMeanwhile) : IEventLog
    {
        public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, CancellationToken cancellationToken) => log.ReadAsync(stream, after, cancellationToken);

        public async Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken)
        {
            if (stream.Kind == "ranking" && takeMeanwhile() is { } meanwhile) await meanwhile();
            return await log.AppendAsync(stream, expectedSequence, events, cancellationToken);
        }

        public Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken) => log.ListAsync(prefix, page, cancellationToken);
    }
}
