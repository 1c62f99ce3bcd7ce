using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Tests.Pages;
using static Kalasin.Functions.Tests.RunningService;
using OpenedRound = Kalasin.Functions.Tests.Http.OpenedRound;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>The log names rows by codes; whoever reads it is told their numbers.</summary>
public sealed class LogTellingTests : IAsyncLifetime
{
    private const string FirstRow = "แถวที่ ๑ ของท้องถิ่นอำเภอนามน (ฉบับที่ ๑)";

    private OpenedRound _round = null!;
    private (string Name, byte[] Bytes) _workbook;
    private List<string> _rows = null!;
    private string _title = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        _workbook = SampleFiles.WorkbookOf("4602");
        await SendAsync(_workbook.Bytes);
        var rows = (await _round.ReadAsync("/units/4602/returns/3")).GetProperty("rows");
        _rows = [.. rows.EnumerateArray().Select(r => r.GetProperty("fingerprint").GetString()!)];
        _title = rows[0].GetProperty("values").GetProperty("title").GetProperty("text").GetString()!;
    }

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Row_IsToldByItsNumber_InAnswerLogAndPage_AlsoWhenItChangedSince()
    {
        await SayAsync($"ไม่นับ{FirstRow} ในตัวชี้วัดที่ ๓", new { kind = "excludeRow", unit = "4602", indicator = "3", row = _rows[0], reason = "ซ้ำ" });
        await SendAsync(SampleFiles.WithText(_workbook.Bytes, _title.Split(' ')[0], "แก้ไข"));
        Assert.DoesNotContain(_rows[0], (await _round.ReadAsync("/units/4602/returns/3")).GetProperty("rows").GetRawText(), StringComparison.Ordinal);
        await SayAsync($"นับ{FirstRow} ในตัวชี้วัดที่ ๓ ตามเดิม", new { kind = "includeRow", unit = "4602", indicator = "3", row = _rows[0], reason = "ไม่ซ้ำ" });
        using var visitor = new Visitor(_round.Service.Address);
        var page = Visitor.TextOf((await visitor.PageAsync("/app/rounds/46-dla-2567/log")).Body!);
        Assert.Contains($"ไม่นับ{FirstRow}", page, StringComparison.Ordinal);
        Assert.Contains($"นับ{FirstRow} ในตัวชี้วัดที่ ๓ ตามเดิม", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_rows[0], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoRows_AreToldByTheirNumbers_OnThePageOfScoresToo()
    {
        var pair = new[] { _rows[0], _rows[1] }.Order(StringComparer.Ordinal).Select(row => $"แถวที่ {ThaiNumerals.Format(_rows.IndexOf(row) + 1)} ของท้องถิ่นอำเภอนามน (ฉบับที่ ๑)");
        var rows = string.Join(" กับ", pair);
        await SayAsync($"วินิจฉัยว่า{rows} ในตัวชี้วัดที่ ๓ เป็นเรื่องเดียวกัน นับครั้งเดียว", new
        {
            kind = "settleDuplicate", indicator = "3", first = new { unit = "4602", hash = _rows[0] }, second = new { unit = "4602", hash = _rows[1] }, same = true,
            reason = "เรื่องเดียวกัน",
        });
        using var visitor = new Visitor(_round.Service.Address);
        Assert.Contains(
            $"วินิจฉัยแล้วว่าเป็นเรื่องเดียวกัน: {rows}", Visitor.TextOf((await visitor.PageAsync("/app/rounds/46-dla-2567/scores")).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowOfAnErasedReturn_IsToldByItsCode()
    {
        await SayAsync($"ไม่นับ{FirstRow} ในตัวชี้วัดที่ ๓", new { kind = "excludeRow", unit = "4602", indicator = "3", row = _rows[0], reason = "ซ้ำ" });
        using var withdrawn = await _round.Service.Client.PostAsJsonAsync(
            $"{OpenedRound.Path}/decisions", new { kind = "withdrawDelivery", receipt = 1, reason = "ส่งผิด" }, Token);
        Assert.Equal(HttpStatusCode.Created, withdrawn.StatusCode);
        var content = (await _round.StateAsync()).Returns[(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"))][0].Content;
        using var erased = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/erasures", new { content = content.ToString(), basis = "section 33" }, Token);
        Assert.Equal(HttpStatusCode.Created, erased.StatusCode);
        var told = JsonSerializer.Serialize(await _round.ReadAsync("/log"), JsonSerializerOptions.Web);
        Assert.Contains($"a row of Na Mon District Local Office ({_rows[0]}) does not count", told, StringComparison.Ordinal);
    }

    private async Task SayAsync(string told, object decision)
    {
        using var taken = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/decisions", decision, Token);
        var answer = await JsonAsync(taken, HttpStatusCode.Created);
        Assert.Equal(told, answer.GetProperty("entry").GetProperty("told").GetProperty("th").GetString());
        var line = Assert.Single((await _round.ReadAsync($"/log?after={answer.GetProperty("sequence").GetInt64() - 1}")).GetProperty("items").EnumerateArray());
        Assert.Equal(told, line.GetProperty("told").GetProperty("th").GetString());
    }

    private async Task SendAsync(byte[] bytes)
    {
        using var sent = await _round.SendAsync("4602", SampleFiles.Form((_workbook.Name, bytes)));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }
}
