namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>The head's day, on one page behind one link: reads, returns with a note, and approves what comes again.</summary>
internal static class HeadsDay
{
    public const string Note = "โปรดตรวจตัวชี้วัดที่ ๕ อีกครั้ง";

    public static async Task ReturnAsync(Stage stage, Look look, bool byKeys = false)
    {
        await using var visit = await ComeAsync(stage, look, byKeys);
        await visit.LookAsync("head-awaited");
        await visit.DecideAsync("ส่งคืนพร้อมเหตุผล", "#report", ("reason", Note));
        await visit.SeesAsync("#report h2", "หัวหน้าส่วนราชการส่งคืนให้แก้ไข");
        await visit.SeesAsync("#report", Note);
        // What was returned is not approved by a slip of the finger.
        await visit.SeesNoneAsync(visit.Part("#report button").Filter(new() { HasText = "เห็นชอบรายงาน" }));
        await visit.LookAsync("head-returned");
    }

    public static async Task ApproveAsync(Stage stage, Look look, bool byKeys = false)
    {
        await using var visit = await ComeAsync(stage, look, byKeys);
        await visit.SeesAsync("#report", CoordinatorsSeason.Answer);
        await visit.DecideAsync("เห็นชอบรายงาน", "#report");
        await visit.SeesAsync("#report h2", "หัวหน้าส่วนราชการเห็นชอบแล้ว");
        await visit.LookAsync("head-approved", isNew: false);
    }

    private static async Task<Visit> ComeAsync(Stage stage, Look look, bool byKeys)
    {
        var visit = await stage.OpenAsync(look, byKeys);
        await visit.GoAsync(stage.Links["หัวหน้าส่วนราชการ"]);
        await visit.SeesAsync("h1", "เรื่องเสนอหัวหน้าส่วนราชการ");
        await visit.SeesAsync("#report h2", "รอหัวหน้าส่วนราชการพิจารณา");
        await visit.SeesAsync("#glance", "คะแนนรวม");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString((await visit.FetchAsync(visit.Control("อ่านรายงาน (PDF)", "#report")))[..4]), StringComparison.Ordinal);
        return visit;
    }
}
