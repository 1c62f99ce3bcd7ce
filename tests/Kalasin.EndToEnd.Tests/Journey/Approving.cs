using System.Text.Json;
using Kalasin.Functions.Tests.Pages;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The report is put forward, returned once, approved; the letter gets its number, is printed, signed and comes back as a scan.</summary>
internal static class Approving
{
    public const string Signing = $"{Season.Page}/signing";
    public const string Number = "กส ๐๐๒๓.๑/๑๒๓๔";

    /// <summary>The choice that nobody has made yet when everything else is ready.</summary>
    public const string LastChoice = "website-names";

    public static async Task PlayAsync(Season season)
    {
        var (coordinator, head) = (season.Coordinator, season.Head);
        await season.Clock.MoveAsync(new(2024, 5, 27), new(9, 0));
        foreach (var choice in Season.Rules.Plan.OpenChoices.Where(c => c.Id != LastChoice)) await ChooseAsync(season, choice.Id);
        await season.TickAsync();
        Assert.Contains("บันทึกข้อความ", await season.TextOfAsync(await coordinator.DownloadAsync($"{Season.Api}/papers/memo-to-head?format=pdf")), StringComparison.Ordinal);

        await coordinator.DecideAsync(Signing, "requestSignature");
        Assert.DoesNotContain("approveReport", await coordinator.OfferedAsync(Signing));
        await season.TickAsync();
        await season.MailAsync(Season.Office, "เสนอรายงานเพื่อพิจารณาลงนาม");
        await head.DecideAsync(Signing, "returnReport", ("reason", "โปรดตรวจตัวชี้วัดที่ ๕ อีกครั้ง"));
        var returned = await coordinator.ReadAsync(Signing, "#report");
        Assert.Contains("หัวหน้าส่วนราชการส่งคืนให้แก้ไข", returned, StringComparison.Ordinal);
        Assert.Contains("โปรดตรวจตัวชี้วัดที่ ๕ อีกครั้ง", returned, StringComparison.Ordinal);
        await PutForwardAsync(season, "ตรวจแล้ว แถวที่ไม่นับถูกต้อง");

        await coordinator.DecideAsync(Signing, "numberLetter", ("number", Number), ("on", "2024-05-27"));
        var letter = await coordinator.DownloadAsync($"{Season.Api}/papers/letter?format=pdf");
        Assert.Contains("กส๐๐๒๓.๑/๑๒๓๔", await season.TextOfAsync(letter), StringComparison.Ordinal);
        var page = await coordinator.PageAsync(Signing);
        using var attached = await coordinator.UploadAsync(page, [("หนังสือลงนามแล้ว.pdf", await Scanner.ScanAsync(season.Folder, letter))], ("paper", "letter"));
        Assert.Equal($"{Signing}#copies", await Visitor.NextAsync(attached));
        Assert.Contains("สแกนจากกระดาษ ตรงตามคิวอาร์โค้ด", await coordinator.ReadAsync(Signing, "#copies"), StringComparison.Ordinal);

        // All is there but a choice, and a word that the address is the Department's.
        Assert.Contains("ยังไม่ได้เลือก", await coordinator.ReadAsync(Signing, "#dispatch"), StringComparison.Ordinal);
        using var early = await coordinator.SendAsync(HttpMethod.Post, $"{Season.Api}/dispatch");
        Assert.Equal(422, (int)early.StatusCode);
        var obstacles = JsonElement.Parse(await early.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("findings");
        Assert.Equal(["KAL5309", "KAL5310"], obstacles.EnumerateArray().Select(f => f.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    /// <summary>By the coordinator, with what was done since; the head approves it.</summary>
    public static async Task PutForwardAsync(Season season, string reason)
    {
        await season.Coordinator.DecideAsync(Signing, "requestSignature", ("reason", reason));
        Assert.Contains(reason, await season.Head.ReadAsync(Signing, "#report"), StringComparison.Ordinal);
        await season.Head.DecideAsync(Signing, "approveReport");
        Assert.Contains("หัวหน้าส่วนราชการเห็นชอบแล้ว", await season.Coordinator.ReadAsync(Signing, "#report"), StringComparison.Ordinal);
    }

    public static Task ChooseAsync(Season season, string choice) => season.Coordinator.DecideOnAsync(Season.Page, "makeChoice", [("choice", choice)]);
}
