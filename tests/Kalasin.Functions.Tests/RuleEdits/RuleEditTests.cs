using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Season;

namespace Kalasin.Functions.Tests.RuleEdits;

/// <summary>The annex and the plan of a round, entered by page and by workbook.</summary>
public sealed class RuleEditTests : IAsyncLifetime
{
    private const string Page = "/app/rounds/46-dla-2567/annex";
    private const string Letter = "กรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๑.๑/ว ๑๘๙๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๗";

    private OpenedRound _round = null!;
    private Visitor _coordinator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        _coordinator = new(_round.Service.Address);
        using var sent = await _round.SendAsync("PER", SampleFiles.Form(SampleFiles.WorkbookOf("PER")));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    public ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        return _round.DisposeAsync();
    }

    [Fact]
    public async Task Annex_OnThePage_IsShownWithItsScoresFirst_ThenMovesTheRound()
    {
        var fields = FieldsOf(await _coordinator.PageAsync(Page));
        (fields["letter/0/value"], fields["indicators/0/weight"], fields["indicators/0/item"], fields["levels/4/from"]) = (Letter, "๓", "ข้อ ๑", "95");
        var tried = await Visitor.ReadAsync(await PostAsync(fields, "try"), HttpStatusCode.OK);
        var preview = Visitor.TextOf(tried.QuerySelector("#preview")!);
        Assert.Contains("น้ำหนัก › ค่า: ๑ → ๓", preview, StringComparison.Ordinal);
        var row = tried.QuerySelectorAll("#preview tr.changed").First(r => r.TextContent.Contains("วินัย ๙๐ วัน", StringComparison.Ordinal));
        Assert.Equal(["๑", "๓"], row.QuerySelectorAll("td").TakeLast(2).Select(c => c.TextContent.Trim()));
        Assert.Single((await _round.StateAsync()).Rules);

        Assert.Contains("KAL5106", (await Visitor.ReadAsync(await PostAsync(FieldsOf(tried), "save"), HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
        var again = FieldsOf(tried);
        again["reason"] = "กรมฯ ส่งภาคผนวก";
        using var saved = await PostAsync(again, "save");
        Assert.Equal("/app/rounds/46-dla-2567/rules", await Visitor.NextAsync(saved));
        var round = (await _round.Log.FindAsync("46-dla-2567", Token))!;
        Assert.Equal(2, round.State.Rules.Count);
        var weight = round.Rules.Framework.Indicators[0].Weight;
        Assert.Equal((3m, SourceKind.Annex, Letter + " ข้อ ๑"), (weight.Value, weight.Source.Kind, weight.Source.Citation));
        var rules = Visitor.TextOf((await _coordinator.PageAsync("/app/rounds/46-dla-2567/rules")).Body!);
        Assert.Contains("กรมฯ ส่งภาคผนวก", rules, StringComparison.Ordinal);
        Assert.Contains("น้ำหนัก › ค่า: ๑ → ๓", rules, StringComparison.Ordinal);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);

        // Who had the page open since before enters nothing into the newer revision unseen.
        Assert.Contains("KAL3215", (await Visitor.ReadAsync(await PostAsync(again, "try"), HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_IsToldBesideItsField_AndNothingIsSaved()
    {
        var fields = FieldsOf(await _coordinator.PageAsync(Page));
        (fields["letter/0/value"], fields["indicators/0/weight"], fields["levels/0/from"], fields["reason"]) = (Letter, "มาก", "99", "x");
        var refused = await Visitor.ReadAsync(await PostAsync(fields, "save"), HttpStatusCode.UnprocessableEntity);
        var input = refused.QuerySelector<IHtmlInputElement>("input[name='indicators/0/weight']")!;
        Assert.Equal("มาก", input.Value);
        Assert.Contains("KAL3204", input.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("#preview"));
        Assert.Single((await _round.StateAsync()).Rules);
    }

    [Fact]
    public async Task Workbook_FillsThePage_ThatIsThenSaved()
    {
        var before = (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Framework;
        var sheet = await FilledAsync(Annex.TablesOf(before), ("letter", 0, "value", Letter), ("indicators", 1, "weight", "2.5"));
        var page = await _coordinator.PageAsync(Page);
        var filled = await Visitor.ReadAsync(await _coordinator.UploadAsync(page, [("annex.xlsx", sheet)]), HttpStatusCode.OK);
        Assert.Equal("2.5", filled.QuerySelector<IHtmlInputElement>("input[name='indicators/1/weight']")!.Value);
        var fields = FieldsOf(filled);
        fields["reason"] = "ภาคผนวก";
        using var saved = await PostAsync(fields, "save");
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(2.5m, (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Framework.Indicators[1].Weight.Value);
    }

    [Fact]
    public async Task Api_GivesTheSheet_TriesIt_AndSavesIt()
    {
        var plain = await _round.Service.Client.GetByteArrayAsync(new Uri(OpenedRound.Path + "/annex.xlsx", UriKind.Relative), Token);
        using var nothing = await SendAsync(HttpMethod.Post, "/annex", plain);
        Assert.Contains("KAL3207", await RunningService.ProblemAsync(nothing, 422, "not-accepted"), StringComparison.Ordinal);
        var before = (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules;
        var sheet = await FilledAsync(Annex.TablesOf(before.Framework), ("letter", 0, "value", Letter), ("indicators", 0, "weight", "4"));
        using var tried = await SendAsync(HttpMethod.Post, "/annex", sheet);
        var answer = await RunningService.JsonAsync(tried, HttpStatusCode.OK);
        Assert.Equal(before.Framework.Revision + 1, answer.GetProperty("revision").GetInt32());
        var line = answer.GetProperty("scores").EnumerateArray().First(s => s.TryGetProperty("indicator", out var i) && i.GetString() == "1");
        Assert.Equal((1m, 4m), (line.GetProperty("weightBefore").GetDecimal(), line.GetProperty("weightAfter").GetDecimal()));
        Assert.Single((await _round.StateAsync()).Rules);
        using var saved = await SendAsync(HttpMethod.Put, "/annex?reason=annex", sheet);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.Equal(4m, (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Framework.Indicators[0].Weight.Value);
        using var changes = await _round.Service.Client.GetAsync(new Uri($"/api/frameworks/dla-2567/changes?before={before.Framework.Revision}", UriKind.Relative), Token);
        Assert.Contains("น้ำหนัก › ค่า: ๑ → ๔", await changes.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        var plan = await FilledAsync(PlanTables.TablesOf(before.Plan, before.Framework), ("plan", 0, "value", "คำสั่งที่ ๑"), ("plan", 2, "value", "๒๐ พฤษภาคม ๒๕๖๗"), ("units", 0, "email", "unit@kalasin.example"));
        using var moved = await SendAsync(HttpMethod.Put, "/plan?reason=order", plan);
        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
        var after = (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Plan;
        Assert.Equal((new DateOnly(2024, 5, 20), "unit@kalasin.example"), (after.InternalDeadline.Date, after.Units[0].Email));
        // A unit that has sent something can't be taken out.
        var without = PlanTables.TablesOf(after, before.Framework);
        var gone = without.Single(t => t.Id == "units");
        var sheetWithout = await FilledAsync([.. without.Select(t => t == gone ? gone with { Rows = gone.Rows.RemoveAll(r => r[0] == "PER") } : t)], ("plan", 0, "value", "คำสั่งที่ ๒"));
        using var refused = await SendAsync(HttpMethod.Put, "/plan?reason=x", sheetWithout);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task AfterApproval_TheReportIsStale_AndThePageSaysSo()
    {
        await using var signing = await SigningRound.StartAsync();
        await signing.TakeAsync(signing.Coordinator, "requestSignature");
        await signing.TakeAsync(signing.Head, "approveReport");
        var fields = FieldsOf(await signing.Coordinator.PageAsync(Page));
        (fields["letter/0/value"], fields["indicators/0/weight"]) = (Letter, "2");
        using var tried = await signing.Coordinator.SendAsync(new(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent([.. fields, new("act", "try")]) });
        var page = await Visitor.ReadAsync(tried, HttpStatusCode.OK);
        Assert.NotNull(page.QuerySelector("#preview .notice.warning"));
        fields["reason"] = "ภาคผนวก";
        using var saved = await signing.Coordinator.SendAsync(new(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent([.. fields, new("act", "save")]) });
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var round = await signing.FindAsync();
        Assert.Equal(ApprovalStage.Stale, round.State.ApprovalUnder(round.Rules).Stage);
        Assert.Contains("กติกาของรอบ", (await signing.Coordinator.PageAsync(SigningRound.Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[] sheet)
    {
        using var request = new HttpRequestMessage(method, OpenedRound.Path + path) { Content = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue(FileFormat.Excel.MediaType) } } };
        return await _round.Service.Client.SendAsync(request, Token);
    }

    private Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields, string act) =>
        _coordinator.SendAsync(new(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent([.. fields, new("act", act)]) });

    /// <summary>The tables as a workbook, with some cells changed.</summary>
    internal static async Task<byte[]> FilledAsync(System.Collections.Immutable.ImmutableArray<RuleTable> tables, params (string Table, int Row, string Column, string Text)[] cells)
    {
        foreach (var (id, row, column, text) in cells)
        {
            var at = tables.IndexOf(tables.Single(t => t.Id == id));
            tables = tables.SetItem(at, tables[at] with { Rows = tables[at].Rows.SetItem(row, tables[at].Rows[row].SetItem(tables[at].IndexOf(column), text)) });
        }
        using var stream = new MemoryStream();
        await RuleWorkbook.Compose("แบบ", new(2024, 5, 2), [], tables).WriteAsync(stream, Token);
        return stream.ToArray();
    }

    internal static Dictionary<string, string> FieldsOf(IHtmlDocument page)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form.fields")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var text in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea")) fields[text.Name!] = text.Value;
        foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select")) fields[list.Name!] = list.Value ?? "";
        return fields;
    }
}
