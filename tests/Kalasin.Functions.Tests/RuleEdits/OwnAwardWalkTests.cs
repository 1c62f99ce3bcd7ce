using System.Net;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Functions.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.RuleEdits;

/// <summary>
/// <c>docs/tasks/enter-your-own-framework.md</c>, step by step, through the pages of the program and with nothing but a browser and a spreadsheet: sheet, framework,
/// plan, forms, scores, report. It is played on the last day before the award's internal deadline.
/// </summary>
public sealed class OwnAwardWalkTests
{
    private const string Round = "46-clean-office-2570";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Walk_FromASheetOfIndicatorsToTheReport()
    {
        await using var service = await RunningService.StartAsync(
            build: b => b.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2027, 8, 10, 9, 0, 0, TimeSpan.FromHours(7)))));
        using var officer = new Visitor(service.Address);

        // 1. The sheet of indicators, with a weight of our own.
        using var template = FormFile.Open(await FileAsync(officer, "/api/framework.xlsx"));
        template.Type("ตัวชี้วัด", 6, 4, "3");
        var sheet = template.Save();
        var frameworks = await officer.PageAsync("/app/frameworks");
        var tried = await Visitor.ReadAsync(await officer.UploadAsync(frameworks, [("award.xlsx", sheet)], ("act", "try")), HttpStatusCode.OK);
        Assert.Contains("การประเมินสำนักงานสะอาด", tried.QuerySelector("#read")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/api/frameworks/clean-office-2570")).StatusCode);
        var saved = await Visitor.ReadAsync(await officer.UploadAsync(tried, [("award.xlsx", sheet)], ("act", "save"), ("reason", "ประกาศจังหวัด")), HttpStatusCode.OK);
        Assert.Contains("บันทึกเป็นฉบับที่ ๑ แล้ว", saved.QuerySelector("#read")!.TextContent, StringComparison.Ordinal);

        // The same as a workbook, read again: nothing of it was lost on the way, and it is the same revision.
        var again = await Visitor.ReadAsync(await officer.UploadAsync(saved, [("award.xlsx", await FileAsync(officer, "/api/framework.xlsx?framework=clean-office-2570"))], ("act", "save"), ("reason", "ไม่ได้แก้")), HttpStatusCode.OK);
        Assert.Contains("ฉบับที่ ๑", again.QuerySelector("#read")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/api/framework.xlsx?framework=none-2570")).StatusCode);

        // 2. The round.
        var home = await officer.PageAsync("/app/?all=true");
        var choose = home.QuerySelector("form.choose")!.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        (choose["framework"], choose["province"]) = ("clean-office-2570", "46");
        using var opened = await officer.SendAsync(new(HttpMethod.Post, "/app/") { Content = new FormUrlEncodedContent(choose) });
        Assert.Equal($"/app/rounds/{Round}", await Visitor.NextAsync(opened));

        // 3. The plan: who reports, and until when.
        using var plan = FormFile.Open(await FileAsync(officer, $"/api/rounds/{Round}/plan.xlsx"));
        plan.Type("แผน", 5, 2, "คำสั่งจังหวัดกาฬสินธุ์ ที่ ๑/๒๕๗๐");
        plan.Type("แผน", 6, 2, "ใช่");
        for (var row = 5; row <= 7; row++) plan.Type("เจ้าภาพ", row, 3, "ADM, PER");
        var planPage = await officer.PageAsync($"/app/rounds/{Round}/plan");
        var filled = await Visitor.ReadAsync(await officer.UploadAsync(planPage, [("plan.xlsx", plan.Save())]), HttpStatusCode.OK);
        var fields = RuleEditTests.FieldsOf(filled);
        (fields["reason"], fields["act"]) = ("แผนของปีนี้", "save");
        using var planned = await officer.SendAsync(new(HttpMethod.Post, $"/app/rounds/{Round}/plan") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal($"/app/rounds/{Round}/rules", await Visitor.NextAsync(planned));

        // 4. The forms, filled in by a unit and sent on its page.
        using var form = FormFile.Open(await FileAsync(officer, $"/api/rounds/{Round}/units/ADM/form?format=xlsx"));
        Rooms(form, passed: 9, of: 10);
        Activities(form, 4);
        Levels(form, 2);
        var unitPage = await officer.PageAsync($"/app/rounds/{Round}/units/ADM");
        using var sent = await officer.UploadAsync(unitPage, [("ADM.xlsx", form.Save())]);
        Assert.True(sent.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK, await sent.Content.ReadAsStringAsync(Token));

        // 5. Scores, to the last digit: 90 % is 4, four activities 5, level 2 is 2; weights 3, 1 and 1 ... of the sheet.
        using var scores = await officer.GetAsync($"/api/rounds/{Round}/scorecard");
        var card = await RunningService.JsonAsync(scores, HttpStatusCode.OK);
        Assert.Equal([4m, 5m, 2m], card.GetProperty("scores").EnumerateArray().Select(s => s.GetProperty("score").GetDecimal()));
        Assert.Equal((2 * 4m + 3 * 5 + 1 * 2) / 6, card.GetProperty("total").GetDecimal());
        await officer.PageAsync($"/app/rounds/{Round}/scores");

        // 6. The report.
        Assert.True((await FileAsync(officer, $"/api/rounds/{Round}/report?format=docx")).Length > 10_000);
        Assert.True((await FileAsync(officer, $"/api/rounds/{Round}/report?format=pdf")).Length > 10_000);
    }

    private static void Rooms(FormFile form, int passed, int of) => Rows(form, "1", of, i =>
        [("ห้อง", $"ห้อง {i + 1}"), ("วันที่ตรวจ", new DateOnly(2027, 5, 10)), ("ผ่าน", i < passed ? "ใช่" : "ไม่")]);

    private static void Activities(FormFile form, int count) => Rows(form, "2", count, i => [("ชื่อกิจกรรม", $"กิจกรรมที่ {i + 1}"), ("วันที่จัด", new DateOnly(2027, 4, 1 + i))]);

    private static void Levels(FormFile form, int reached)
    {
        var sheet = SheetOf("3");
        foreach (var (i, label) in new[] { "มีผู้รับผิดชอบ", "มีถังแยกประเภทครบทุกชั้น", "มีรายงานผลการคัดแยกทุกเดือน" }.Index())
        {
            var row = form.RowOf(sheet, label);
            form.Type(sheet, row, form.InputBeside(sheet, row), i < reached ? "ใช่" : "ไม่");
        }
    }

    private static void Rows(FormFile form, string indicator, int count, Func<int, (string Heading, object Value)[]> row)
    {
        var sheet = SheetOf(indicator);
        var head = form.RowOf(sheet, "ที่");
        var headings = form.Headings(sheet, head);
        for (var i = 0; i < count; i++)
            foreach (var (heading, value) in row(i))
                if (value is DateOnly day) form.Type(sheet, head + 1 + i, headings[heading], day);
                else form.Type(sheet, head + 1 + i, headings[heading], (string)value);
    }

    private static string SheetOf(string indicator) => Kalasin.Evaluation.Returns.FormLayout.SheetOf(IndicatorNumber.Parse(indicator));

    private static async Task<byte[]> FileAsync(Visitor visitor, string address)
    {
        using var response = await visitor.GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Token)}");
        return await response.Content.ReadAsByteArrayAsync(Token);
    }
}
