using System.Net;
using System.Text.Json;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Samples;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Scorecards, reports, receipts and originals of the sample round, as a caller gets them.</summary>
[Collection<PlayedSample>]
public sealed class ResultsTests(PlayedSample sample)
{
    private readonly HttpClient client = sample.Service.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scorecard_HasTheShapeOfTheApi()
    {
        var card = await CardAsync("");
        Assert.Equal(
            ["round", "entrant", "framework", "evaluationDate", "provisional", "total", "fullTotal", "totalOf100", "parts", "totalExplanation", "requirements", "barred", "scores"],
            Names(card).Where(n => n != "completedOn")); // said when nothing is owed
        Assert.Equal("46-dla-2567", card.GetProperty("round").GetString());
        Assert.Equal(["id", "name", "classes"], Names(card.GetProperty("entrant")));
        Assert.Equal("{\"id\":\"dla-2567\",\"revision\":2}", JsonSerializer.Serialize(card.GetProperty("framework")));
        Assert.Equal("2024-05-15", card.GetProperty("evaluationDate").GetString());
        Assert.True(card.GetProperty("provisional").GetBoolean());
        Assert.Equal(4.21m, decimal.Round(card.GetProperty("total").GetDecimal(), 2));
        var scores = card.GetProperty("scores").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n}"), scores.Select(s => s.GetProperty("indicator").GetString()));
        string[] always = ["indicator", "name", "state", "valueUnit", "fullScore", "weight", "explanation", "counted", "excluded", "rules", "decisions", "findings"];
        Assert.All(scores, s => Assert.Empty(always.Except(Names(s))));
        Assert.All(scores, s => Assert.Empty(Names(s).Except([.. always, "value", "score", "selfScore", "role", "nextLevel", "assessment", "nearDuplicates"])));

        var first = scores[0];
        Assert.Equal((75m, 2.5m), (first.GetProperty("value").GetDecimal(), first.GetProperty("score").GetDecimal()));
        Assert.Equal(["th", "en"], Names(first.GetProperty("explanation")));
        Assert.False(first.TryGetProperty("nextLevel", out _)); // too few cases can still be resolved in time
        Assert.Equal(["th", "en"], Names(scores[1].GetProperty("nextLevel")));
        Assert.Equal(["rows", "numerator", "denominator", "missing", "excused"], Names(first.GetProperty("counted")));
        Assert.All(first.GetProperty("excluded").EnumerateArray(), e => Assert.Equal(["unit", "row", "why", "reason"], Names(e)));
        Assert.All(
            first.GetProperty("rules").EnumerateArray(),
            r => Assert.Contains(r.GetProperty("source").GetString(), (string[])["memo", "dlaLetter", "annex", "regulation", "office", "assumed"]));
        Assert.False(scores[2].TryGetProperty("score", out _)); // counted, and no scale says how many are good
    }

    [Fact]
    public async Task EvaluationDate_Later_TurnsNotYetDueIntoOverdue()
    {
        Assert.Equal((16m, 2), await CasesAsync("?evaluationDate=2024-05-15"));
        Assert.Equal((16m, 2), await CasesAsync("?evaluationDate=2024-05-20")); // day 90 itself is still in time
        Assert.Equal((17m, 1), await CasesAsync("?evaluationDate=2024-05-21"));
        Assert.Equal((18m, 0), await CasesAsync("?evaluationDate=2024-12-31"));
        Assert.Equal(await CasesAsync(""), await CasesAsync("?evaluationDate=2024-05-15"));

        async Task<(decimal, int)> CasesAsync(string query)
        {
            var first = (await CardAsync(query)).GetProperty("scores")[0];
            return (
                first.GetProperty("counted").GetProperty("denominator").GetDecimal(),
                first.GetProperty("excluded").EnumerateArray().Count(e => e.GetProperty("why").GetString() == "notYetDue"));
        }
    }

    [Fact]
    public async Task AsOf_BeforeAnythingCame_ScoresNothing()
    {
        // The sample was opened on 24 April: before that there is no round.
        using var before = await GetAsync("/scorecard?asOf=2024-04-24T00:00:00%2B07:00");
        await ProblemAsync(before, 404, "not-found");
        var opened = await CardAsync("?asOf=2024-05-01T00:00:00%2B07:00");
        Assert.All(opened.GetProperty("scores").EnumerateArray(), score => Assert.Equal("missing", score.GetProperty("state").GetString()));
        var after = await CardAsync("?asOf=2030-01-01T00:00:00Z");
        Assert.Equal((await CardAsync("")).GetRawText(), after.GetRawText());
    }

    [Theory]
    [InlineData("internal", true)]
    [InlineData("official", false)]
    public async Task Scorecard_AsWorkbook_HoldsTheExactTotalInsideTheHouseOnly(string edition, bool inside)
    {
        using var response = await GetAsync($"/scorecard?format=xlsx&edition={edition}");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"scorecard-46-dla-2567-{edition}.xlsx", response.Content.Headers.ContentDisposition!.FileName);
        using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var summary = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var (cells, total) = (await summary.ReadToEndAsync(TestContext.Current.CancellationToken), (await CardAsync("")).GetProperty("total").GetRawText());
        Assert.Equal(inside, cells.Contains(total, StringComparison.Ordinal));
        Assert.Contains("ข้อมูลตัวอย่าง", cells, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/scorecard?asOf=yesterday", "KAL7204")]
    [InlineData("/scorecard?asOf=2024-05-15", "KAL7204")]
    [InlineData("/scorecard?evaluationDate=15/5/2567", "KAL7204")]
    [InlineData("/scorecard?evaluationDate=2024-02-30", "KAL7204")]
    [InlineData("/scorecard?entrant=4601", "KAL7205")]
    [InlineData("/report?entrant=4601", "KAL7205")]
    [InlineData("/scorecard?format=pdf", "KAL7203")]
    [InlineData("/scorecard?format=xlsx&edition=secret", "KAL7206")]
    [InlineData("/scorecard?format=xlsx&entrant=4601", "KAL7205")]
    [InlineData("/report?format=odt", "KAL7203")]
    [InlineData("/report?edition=secret", "KAL7206")]
    [InlineData("/deliveries/1/receipt?format=html", "KAL7203")]
    [InlineData("/deliveries?next=-1", "KAL7202")]
    [InlineData("/deliveries?next=first", "KAL7202")]
    [InlineData("/deliveries?next=99999999999", "KAL7202")]
    public async Task BadParameter_400(string path, string code)
    {
        using var response = await GetAsync(path);
        Assert.Equal(code, await ProblemAsync(response, 400, "bad-request"));
    }

    [Theory]
    [InlineData("/deliveries/0")]
    [InlineData("/deliveries/24")]
    [InlineData("/deliveries/99999999999")]
    [InlineData("/deliveries/one")]
    [InlineData("/deliveries/1/files/0")]
    [InlineData("/deliveries/1/files/2")]
    [InlineData("/deliveries/24/receipt")]
    public async Task NothingThere_404(string path)
    {
        using var response = await GetAsync(path);
        await ProblemAsync(response, 404, "not-found");
    }

    [Theory]
    [InlineData("official", "docx")]
    [InlineData("official", "pdf")]
    [InlineData("internal", "docx")]
    [InlineData("internal", "pdf")]
    public async Task Report_SaysWhatItsEditionMaySay(string edition, string format)
    {
        using var response = await GetAsync($"/report?format={format}&edition={edition}");
        Assert.Equal($"attachment; filename=\"report-46-dla-2567-{edition}.{format}\"", response.Content.Headers.ContentDisposition?.ToString());
        var text = await OfficeText.OfAsync(response);
        Assert.Contains(OfficeText.Compact("ดำเนินการแล้วเสร็จ ๑๒๑ แห่ง จาก ๑๕๑ แห่ง คิดเป็นร้อยละ ๘๐.๑๓"), text, StringComparison.Ordinal);
        Assert.Contains("ข้อมูลตัวอย่าง", text, StringComparison.Ordinal);
        Assert.Equal(edition == "internal", text.Contains("ส่วนที่๕ข้อมูลตรวจทานภายใน", StringComparison.Ordinal));
        Assert.Equal(edition == "internal", text.Contains("สมมติ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public async Task Receipt_SaysNumberUnitAndFindings(string format)
    {
        using var response = await GetAsync($"/deliveries/15/receipt?format={format}");
        var text = await OfficeText.OfAsync(response);
        foreach (var said in (string[])["ใบตอบรับข้อมูล เลขที่ ๑๕", "ท้องถิ่นอำเภอกมลาไสย", "๑๔ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๓๖ น.",
            "แบบรายงาน-กมลาไสย.xlsx", "ต้องแก้", "KAL2105", "B23", "ข้อมูลตัวอย่าง"])
            Assert.Contains(OfficeText.Compact(said), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShowsEveryDeliveryInOrder()
    {
        using var response = await GetAsync("/deliveries");
        var list = await JsonAsync(response, HttpStatusCode.OK);
        Assert.False(list.TryGetProperty("next", out _));
        var items = list.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 23), items.Select(i => i.GetProperty("receipt").GetInt32()));
        Assert.Equal(
            sample.Script.Deliveries.Select(d => (d.Unit, d.ReceivedAt)),
            items.Select(i => (i.GetProperty("unit").GetString()!, i.GetProperty("receivedAt").GetDateTimeOffset())));
        Assert.All(items, i => Assert.Equal(["receipt", "unit", "channel", "receivedAt", "files", "returns", "findings"], Names(i)));
        using var one = await GetAsync("/deliveries/15");
        Assert.Equal(items[14].GetRawText(), (await JsonAsync(one, HttpStatusCode.OK)).GetRawText());
    }

    [Fact]
    public async Task Originals_ComeBackByteForByteAsHarmlessDownloads()
    {
        var delivery = sample.Script.Deliveries[14];
        for (var n = 1; n <= delivery.Files.Count; n++)
        {
            using var response = await GetAsync($"/deliveries/15/files/{n}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var original = Path.Combine(Kalasin.Functions.Samples.SampleRound.Folder, delivery.Files[n - 1]);
            Assert.Equal(await File.ReadAllBytesAsync(original, Token), await response.Content.ReadAsByteArrayAsync(Token));
            var disposition = response.Content.Headers.ContentDisposition!;
            Assert.Equal(("attachment", Path.GetFileName(original)), (disposition.DispositionType, disposition.FileNameStar));
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        }
    }

    [Fact]
    public async Task Evaluate_ScoresWithoutKeepingAnything()
    {
        using var json = await EvaluateAsync("");
        var answer = await JsonAsync(json, HttpStatusCode.OK);
        Assert.Equal(["scorecards", "returns", "findings"], Names(answer));
        var card = Assert.Single(answer.GetProperty("scorecards").EnumerateArray());
        Assert.False(card.TryGetProperty("round", out _));
        Assert.Equal(75m, card.GetProperty("scores")[0].GetProperty("value").GetDecimal());
        Assert.Equal(["1", "8"], answer.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("return").GetProperty("indicator").GetString()));
        foreach (var format in (string[])["docx", "pdf"])
        {
            using var document = await EvaluateAsync("?format=" + format);
            Assert.Contains(OfficeText.Compact("คิดเป็นร้อยละ ๗๕.๐๐"), await OfficeText.OfAsync(document), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            Directory.EnumerateFiles(sample.Service.DataFolder, "*", SearchOption.AllDirectories),
            f => f.Contains("scratch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task Evaluate_OfAnAwardOfUnits_PrintsTheOneWhoseFilesCame(string format)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4613"));
        using var response = await client.PostAsync(new Uri("/api/evaluate?framework=dla-district-2567&format=" + format, UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await OfficeText.OfAsync(response);
        Assert.Contains(OfficeText.Compact("ท้องถิ่นอำเภอสมเด็จรายงาน"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(OfficeText.Compact("ท้องถิ่นอำเภอเมืองกาฬสินธุ์รายงาน"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_FilesOfTwoEntrants_GiveNoOneDocument()
    {
        var one = SampleFiles.WorkbookOf("4613");
        var other = (Name: "อีกอำเภอ.xlsx", Bytes: SampleFiles.WithText(one.Bytes, "ท้องถิ่นอำเภอสมเด็จ", "ท้องถิ่นอำเภอนามน"));
        using var form = SampleFiles.Form(one, other);
        using var response = await client.PostAsync(new Uri("/api/evaluate?framework=dla-district-2567&format=pdf", UriKind.Relative), form, Token);
        Assert.Equal("KAL7210", await ProblemAsync(response, 400, "bad-request"));
    }

    [Theory]
    [InlineData("?format=odt", 400, "KAL7203")]
    [InlineData("?edition=x", 400, "KAL7206")]
    [InlineData("?framework=dla-2599", 404, "KAL7207")]
    [InlineData("?province=99", 404, "KAL7207")]
    public async Task Evaluate_BadParameter_Problem(string query, int status, string code)
    {
        using var response = await EvaluateAsync(query);
        Assert.Equal(code, await ProblemAsync(response, status, status == 400 ? "bad-request" : "not-found"));
    }

    private async Task<HttpResponseMessage> EvaluateAsync(string query)
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("PER"));
        return await client.PostAsync(new Uri("/api/evaluate" + query, UriKind.Relative), form, Token);
    }

    private async Task<JsonElement> CardAsync(string query)
    {
        using var response = await GetAsync("/scorecard" + query);
        return await JsonAsync(response, HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(OpenedRound.Path + path, UriKind.Relative), Token);

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
