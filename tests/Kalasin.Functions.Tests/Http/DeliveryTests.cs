using System.Net;
using System.Text.Json;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>What the upload's door answers and records.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private OpenedRound round = null!;

    public async ValueTask InitializeAsync() => round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task Workbook_201WithReceiptReturnsAndFindings()
    {
        using var response = await SendAsync("4603");
        var answer = await JsonAsync(response, HttpStatusCode.Created);
        Assert.Equal("/api/rounds/46-dla-2567/deliveries/1", response.Headers.Location?.OriginalString);
        var receipt = answer.GetProperty("receipt");
        Assert.Equal(1, receipt.GetProperty("number").GetInt32());
        Assert.Equal("4603", receipt.GetProperty("unit").GetString());
        Assert.Equal("upload", receipt.GetProperty("channel").GetString());
        Assert.False(receipt.GetProperty("repetition").GetBoolean());
        Assert.Equal(await round.HeadAsync(), receipt.GetProperty("head").GetString());
        Assert.InRange(receipt.GetProperty("receivedAt").GetDateTimeOffset(), OpenedRound.Opened, OpenedRound.Opened.AddMinutes(5));
        Assert.Equal(["3", "4", "8", "9"], answer.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("indicator").GetString()));
        Assert.Equal([0, 1, 0, 0], answer.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("faultyRows").GetInt32()));
        var finding = answer.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("severity").GetString() == "error");
        Assert.Equal("KAL2105", finding.GetProperty("code").GetString());
        Assert.Equal(
            ("ตัวชี้วัด 4", "B23"),
            (finding.GetProperty("place").GetProperty("sheet").GetString(), finding.GetProperty("place").GetProperty("cell").GetString()));
        Assert.All((string[])["th", "en"], language => Assert.NotEmpty(finding.GetProperty("message").GetProperty(language).GetString()!));

        var grid = (await round.ReadAsync("")).GetProperty("units").EnumerateArray().Single(u => u.GetProperty("code").GetString() == "4603");
        Assert.All(
            grid.GetProperty("indicators").EnumerateArray(),
            c => Assert.Equal(("received", 1), (c.GetProperty("state").GetString(), c.GetProperty("receipt").GetInt32())));
    }

    [Fact]
    public async Task SameKeySameBody_SameReceipt()
    {
        var first = await AcceptedAsync(await SendAsync("4601", key: "k"));
        var head = await round.HeadAsync();
        var second = await AcceptedAsync(await SendAsync("4601", key: "k"));
        Assert.Equal((1, false), ReceiptOf(first));
        Assert.Equal((1, true), ReceiptOf(second));
        Assert.Equal(head, await round.HeadAsync());
        Assert.Equal(Text(first, "returns"), Text(second, "returns"));
        Assert.Equal(Text(first, "findings"), Text(second, "findings"));
    }

    [Fact]
    public async Task SameKeyOtherBody_422()
    {
        await AcceptedAsync(await SendAsync("4601", key: "k"));
        var head = await round.HeadAsync();
        using var other = await SendAsync("4602", key: "k");
        Assert.Equal("KAL5005", await ProblemAsync(other, 422, "not-accepted"));
        Assert.Equal(head, await round.HeadAsync());
        Assert.Equal((2, false), ReceiptOf(await AcceptedAsync(await SendAsync("4602", key: "k2"))));
    }

    /// <summary>The same bytes from another unit, whatever they are called; from the same unit they are nothing to speak of.</summary>
    [Fact]
    public async Task EvidenceThatAnotherUnitSent_IsSaid()
    {
        var photo = SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg");
        await AcceptedAsync(await round.SendAsync("4601", SampleFiles.Form(SampleFiles.WorkbookOf("4601"), ("ภาพ.jpg", photo))));
        Assert.DoesNotContain("KAL7316", Text(await AcceptedAsync(await round.SendAsync("4601", SampleFiles.Form(SampleFiles.WorkbookOf("4601"), ("ภาพอีกครั้ง.jpg", photo)))), "findings"), StringComparison.Ordinal);
        var answer = await AcceptedAsync(await round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602"), ("IMG_1.jpg", photo))));
        var finding = answer.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "KAL7316");
        Assert.Equal("IMG_1.jpg", finding.GetProperty("place").GetProperty("file").GetString());
        Assert.Contains("๑๔ พฤษภาคม ๒๕๖๗", finding.GetProperty("message").GetProperty("th").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwiceWithoutKey_TwoReceiptsAndNoNewVersion()
    {
        await AcceptedAsync(await SendAsync("4601"));
        var second = await AcceptedAsync(await SendAsync("4601"));
        Assert.Equal((2, false), ReceiptOf(second));
        Assert.All(
            second.GetProperty("returns").EnumerateArray(),
            r => Assert.Equal((1, true), (r.GetProperty("version").GetInt32(), r.GetProperty("unchanged").GetBoolean())));
    }

    [Fact]
    public async Task KeyTooLong_400()
    {
        using var response = await SendAsync("4601", key: new('k', 201));
        Assert.Equal("KAL7201", await ProblemAsync(response, 400, "bad-request"));
        await AcceptedAsync(await SendAsync("4601", key: new('k', 200)));
    }

    [Fact]
    public async Task DryRun_ExplainsAndRecordsNothing()
    {
        var head = await round.HeadAsync();
        using var response = await round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")), query: "?dryRun=true");
        var answer = await JsonAsync(response, HttpStatusCode.OK);
        Assert.Equal(4, answer.GetProperty("returns").GetArrayLength());
        Assert.Contains("KAL2105", answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.False(answer.TryGetProperty("receipt", out _));
        Assert.Equal(head, await round.HeadAsync());
        Assert.Empty(await round.KeptAsync());
    }

    [Fact]
    public async Task WrongUnitsDoor_422NamesBothAndKeepsNothing()
    {
        using var response = await round.SendAsync("4604", SampleFiles.Form(SampleFiles.WorkbookOf("4603")));
        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("KAL2011", await ProblemAsync(response, 422, "not-accepted"), StringComparison.Ordinal);
        Assert.Contains("ท้องถิ่นอำเภอกมลาไสย", problem, StringComparison.Ordinal);
        Assert.Contains("ท้องถิ่นอำเภอร่องคำ", problem, StringComparison.Ordinal);
        Assert.Empty(await round.KeptAsync());
        var state = await round.StateAsync();
        Assert.Empty(state.Deliveries);
        Assert.Equal("4604", Assert.Single(state.Refused).Value.Unit.Value);
    }

    [Theory]
    [InlineData("XYZ")]
    [InlineData("4699")]
    [InlineData("%20")]
    public async Task UnknownUnit_404(string unit)
    {
        using var response = await round.SendAsync(unit, SampleFiles.Form(SampleFiles.WorkbookOf("4603")));
        Assert.Equal("KAL5003", await ProblemAsync(response, 404, "not-found"));
    }

    [Fact]
    public async Task AcceptedWithRefused_OnlyTheAcceptedIsKept()
    {
        var (name, good) = SampleFiles.WorkbookOf("4601");
        var answer = await AcceptedAsync(await round.SendAsync(
            "4601", SampleFiles.Form(SampleFiles.Corpus("truncated.xlsx"), (name, good), SampleFiles.Corpus("password.xlsx"))));
        var codes = answer.GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("code").GetString()} {f.GetProperty("place").GetProperty("file").GetString()}").ToList();
        Assert.Contains("KAL1007 truncated.xlsx", codes);
        Assert.Contains("KAL1005 password.xlsx", codes);
        var file = Assert.Single((await round.ReadAsync("/deliveries/1")).GetProperty("files").EnumerateArray());
        Assert.Equal(
            (1, name, good.Length),
            (file.GetProperty("number").GetInt32(), file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32()));
        var kept = await round.KeptAsync();
        Assert.Contains(Kalasin.Evaluation.ContentHash.Of(good), kept);
        Assert.DoesNotContain(Kalasin.Evaluation.ContentHash.Of(SampleFiles.Corpus("truncated.xlsx").Bytes), kept);
        Assert.Equal(6, kept.Count); // the workbook, four returns, the details
    }

    [Fact]
    public async Task FiftyAtOnce_ReceiptsOneToFifty()
    {
        var file = SampleFiles.WorkbookOf("4616");
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            async _ => ReceiptOf(await AcceptedAsync(await round.SendAsync("4616", SampleFiles.Form(file)))).Number));
        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
        Assert.Equal(Enumerable.Range(1, 50), (await round.StateAsync()).Deliveries.Select(d => d.Receipt.Value));
    }

    private Task<HttpResponseMessage> SendAsync(string unit, string? key = null) => round.SendAsync(unit, SampleFiles.Form(SampleFiles.WorkbookOf(unit)), key);

    private static async Task<JsonElement> AcceptedAsync(HttpResponseMessage response)
    {
        using (response) return await JsonAsync(response, HttpStatusCode.Created);
    }

    private static (int Number, bool Repetition) ReceiptOf(JsonElement answer)
    {
        var receipt = answer.GetProperty("receipt");
        return (receipt.GetProperty("number").GetInt32(), receipt.GetProperty("repetition").GetBoolean());
    }

    private static string Text(JsonElement answer, string property) => answer.GetProperty(property).GetRawText();
}
