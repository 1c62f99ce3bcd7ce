using System.Globalization;
using Kalasin.Functions.Tests.Pages;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The internal deadline closes and the report is compiled; who is overdue hears of it; units see provisional results and may object until a day.</summary>
internal static class Closing
{
    private const string Objection = "ไม่ได้นับกิจกรรมแถวที่ ๕ ซึ่งจัดต่างวันกัน";

    public static async Task PlayAsync(Season season)
    {
        var coordinator = season.Coordinator;
        await season.TickAsync(new(2024, 5, 16), new(0, 10));
        var notice = await season.MailAsync(Season.Office, "ปิดรับรายงานภายในจังหวัด 46-dla-2567: ได้รับ ๗๘ จาก ๙๐ รายการ");
        Assert.Contains("ท้องถิ่นอำเภอสามชัย", notice.TextBody, StringComparison.Ordinal);
        Assert.True((await coordinator.AskAsync(Season.Api)).GetProperty("closed").GetBoolean());
        var report = await season.TextOfAsync(await coordinator.DownloadAsync($"{Season.Api}/papers/report?format=pdf"));
        Assert.Contains("จังหวัดกาฬสินธุ์", report, StringComparison.Ordinal);

        await Reminders.ComeAsync(season, new(2024, 5, 16), "พ้นกำหนดส่งรายงานเมื่อวันที่ ๑๕ พ.ค. ๖๗", new Dictionary<string, string[]>
        {
            ["4614"] = [Reminders.Returns(Reporting.EveryDistrictIndicator)], ["4615"] = [Reminders.Returns("๓, ๔ และ ๙")],
        });
        await season.TickAsync(new(2024, 5, 20), new(9, 0));
        await season.MailAsync(Season.Office, "รายงานพ้นกำหนดส่ง ");
        await ShowResultsAsync(season);
        await ObjectAsync(season);
    }

    private static async Task ShowResultsAsync(Season season)
    {
        var (coordinator, officer) = (season.Coordinator, await season.OfficerAsync("4602"));
        Assert.Null((await officer.PageAsync(Season.PageOf("4602"))).QuerySelector("#provisional"));
        await coordinator.DecideAsync(Deciding.Scores, "showResults", ("until", "2024-05-24"));
        await coordinator.SubmitAsync(await Opening.FormAsync(coordinator), ("for", "results"), ("unit", ""));
        await coordinator.DecideAsync(Opening.Mails, "releaseMails");
        await season.TickAsync(new(2024, 5, 20), new(9, 10));
        await season.TickAsync(new(2024, 5, 20), new(9, 15)); // so many a minute, no more
        foreach (var unit in Season.Units) await season.MailAsync(Season.BoxOf(unit), "ผลเบื้องต้นของตัวชี้วัด โต้แย้งได้ถึงวันที่ ๒๔ พ.ค. ๖๗");
        var shown = (await officer.PageAsync(Season.PageOf("4602"))).QuerySelector("#provisional")!;
        Assert.Contains("ภายในวันที่ ๒๔ พฤษภาคม ๒๕๖๗", Visitor.TextOf(shown), StringComparison.Ordinal);
        Assert.Equal(["๓", "๔", "๘", "๙"], shown.QuerySelectorAll("article .number").Select(n => n.TextContent));
        var value = (await Deciding.ScoreAsync(season, "3")).GetProperty("value").GetDecimal().ToString("0", CultureInfo.InvariantCulture);
        Assert.Contains(Kalasin.Evaluation.ThaiNumerals.ToThai(value), Visitor.TextOf(shown.QuerySelector("article")!), StringComparison.Ordinal);
        Assert.Contains("เป็นกิจกรรมเดียวกัน", Visitor.TextOf(shown), StringComparison.Ordinal);
    }

    private static async Task ObjectAsync(Season season)
    {
        var (coordinator, officer) = (season.Coordinator, await season.OfficerAsync("4602"));
        await officer.DecideOnAsync(Season.PageOf("4602"), "raiseObjection", [("indicator", "3")], ("text", Objection));
        Assert.Contains(Objection, await coordinator.ReadAsync(Season.PageOf("4602"), "#matters"), StringComparison.Ordinal);
        await coordinator.DecideOnAsync(Season.PageOf("4602"), "decideObjection", [("upheld", "False")], ("reason", "ตรวจหลักฐานแล้วเป็นกิจกรรมเดียวกัน"));
        Assert.Contains("ตรวจหลักฐานแล้วเป็นกิจกรรมเดียวกัน", await officer.ReadAsync(Season.PageOf("4602"), "#matters"), StringComparison.Ordinal);
        await season.Clock.MoveAsync(new(2024, 5, 25), new(9, 0));
        Assert.DoesNotContain("raiseObjection", await officer.OfferedAsync(Season.PageOf("4602")));
    }
}
