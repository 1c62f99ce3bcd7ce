using System.Text.Json;
using Kalasin.Functions.Tests.Pages;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>What the coordinator has to decide before the deadline, each on the page of what it is about; reminders follow it.</summary>
internal static class Deciding
{
    public const string Scores = $"{Season.Page}/scores";

    public static async Task PlayAsync(Season season)
    {
        var (coordinator, officer) = (season.Coordinator, await season.OfficerAsync("4603"));
        await season.Clock.MoveAsync(new(2024, 5, 7), new(10, 0));
        await coordinator.DecideOnAsync(
            Season.PageOf("4603"), "askCorrection", [("indicator", "4")], ("until", "2024-05-17"), ("reason", "แถวที่ ๓ ปี พ.ศ. ที่กรอกเป็นปีในอนาคต โปรดตรวจสอบ"));
        Assert.Contains("แถวที่ ๓ ปี พ.ศ. ที่กรอกเป็นปีในอนาคต", await officer.ReadAsync(Season.PageOf("4603"), "#matters"), StringComparison.Ordinal);
        await coordinator.DecideAsync(Season.PageOf("4611"), "extendDeadline", ("until", "2024-05-20"), ("reason", "น้ำท่วมสำนักงาน"));
        Assert.Contains("๒๐ พฤษภาคม ๒๕๖๗", await (await season.OfficerAsync("4611")).ReadAsync(Season.PageOf("4611"), ".due"), StringComparison.Ordinal);
        await coordinator.DecideOnAsync(Season.PageOf("4615"), "excuseUnit", [("indicator", "8")], ("reason", "ไม่มีนวัตกรรมในปีนี้ ตามหนังสือแจ้ง"));

        string[] all = [Reminders.Returns(Reporting.EveryDistrictIndicator)], excused = [Reminders.Returns("๓, ๔ และ ๙")];
        await Reminders.ComeAsync(season, new(2024, 5, 9), Reminders.Before, new Dictionary<string, string[]>
        {
            ["4603"] = [Reminders.Corrections("๔"), Reminders.Copies(Reporting.EveryDistrictIndicator)], ["4607"] = Reporting.HasAFaultyRow, ["4611"] = all, ["4614"] = all, ["4615"] = excused,
        });
        await Reminders.NoneComesAsync(season, new(2024, 5, 10)); // วันพืชมงคล

        await season.Clock.MoveAsync(new(2024, 5, 13), new(10, 0));
        await officer.DecideAsync(Season.PageOf("4603"), "answerCorrection", ("text", "กิจกรรมแถวที่ ๓ เลื่อนออกไป จึงไม่ขอนับ"));
        Assert.Contains("จึงไม่ขอนับ", await coordinator.ReadAsync(Season.PageOf("4603"), "#matters"), StringComparison.Ordinal);
        await RuleAsync(season);
        await coordinator.DecideOnAsync(Season.PageOf("4602"), "recordCopy", [("form", "paper")], ("on", "2024-05-13"), ("registerNumber", "๑๒๓/๒๕๖๗"));
        Assert.Contains("๑๓ พ.ค. ๖๗ เลขที่ ๑๒๓/๒๕๖๗", await coordinator.ReadAsync(Season.PageOf("4602"), "ul.states"), StringComparison.Ordinal);
        await Reminders.ComeAsync(season, new(2024, 5, 14), Reminders.Before, new Dictionary<string, string[]> { ["4607"] = Reporting.HasAFaultyRow, ["4614"] = all, ["4615"] = excused });
        await Reminders.ComeAsync(season, new(2024, 5, 15), Reminders.Before, new Dictionary<string, string[]> { ["4611"] = all }); // three days before its own last one
    }

    /// <summary>A row left out, a duplicate, a disagreement, a confirmation.</summary>
    private static async Task RuleAsync(Season season)
    {
        var coordinator = season.Coordinator;
        var row = (await coordinator.AskAsync($"{Season.Api}/units/PUB/returns/5")).GetProperty("rows")[4].GetProperty("fingerprint").GetString()!;
        await coordinator.DecideOnAsync($"{Season.PageOf("PUB")}/returns/5", "excludeRow", [("row", row)], ("reason", "เทศบาลตำบลนิคมจัดเอง"));
        await coordinator.DecideOnAsync(Scores, "settleDuplicate", [("indicator", "3"), ("same", "True")], ("reason", "เป็นกิจกรรมเดียวกัน"));

        await Reporting.ByLinkAsync(season, "ADM", ("ร้องเรียน.xlsx", Reporting.Fill(await coordinator.DownloadAsync($"{Season.Api}/units/ADM/form"), "ADM", "10")));
        Assert.Equal("disagreed", (await ScoreAsync(season, "10")).GetProperty("state").GetString());
        // The coordinator's own unit is a party to it.
        await season.Head.DecideOnAsync(Scores, "settleDisagreement", [("unit", "LAW")], ("reason", "มีสำนวนการสอบสวน"));
        Assert.NotEqual("disagreed", (await ScoreAsync(season, "10")).GetProperty("state").GetString());

        await coordinator.DecideOnAsync($"{Season.PageOf("4602")}/returns/3", "confirmReturn", [("as", "byAnother")]);
        var scores = Visitor.TextOf((await coordinator.PageAsync(Scores)).QuerySelector("main")!);
        foreach (var reason in (string[])["เทศบาลตำบลนิคมจัดเอง", "เป็นกิจกรรมเดียวกัน", "มีสำนวนการสอบสวน"]) Assert.Contains(reason, scores, StringComparison.Ordinal);
    }

    public static async Task<JsonElement> ScoreAsync(Season season, string indicator) =>
        (await season.Coordinator.AskAsync($"{Season.Api}/scorecard")).GetProperty("scores").EnumerateArray().Single(s => s.GetProperty("indicator").GetString() == indicator);
}
