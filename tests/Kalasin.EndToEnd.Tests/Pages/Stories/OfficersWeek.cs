using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>An officer's week: the link in a chat, what is owed, the form, a check that finds something, the corrected form with a photo, the receipt.</summary>
internal static class OfficersWeek
{
    /// <summary>In the sample's form of this unit a day stands that the calendar hasn't got.</summary>
    private const string Faulty = "4607";

    private const string Fault = "๓๑/๒/๖๗", Mended = "๒๙/๒/๖๗";

    /// <param name="stage">The stage.</param>
    /// <param name="unit">Code and name of the unit.</param>
    /// <param name="look">What the officer looks through.</param>
    /// <param name="byKeys">With nothing but the keyboard.</param>
    public static async Task PlayAsync(Stage stage, (string Code, string Name) unit, Look look, bool byKeys = false)
    {
        await using var visit = await stage.OpenAsync(look, byKeys);
        await visit.GoAsync(stage.Links[unit.Name]);
        await visit.SeesAsync("h1", unit.Name);
        await visit.SeesAsync("#send .due", CoordinatorsSeason.DeadlineInWords);
        await visit.SeesAsync("#send .owes", "๓ ");
        await visit.LookAsync($"officer-owes-{unit.Code}", isNew: false);
        using (var form = FormFile.Open(await visit.DownloadAsync("Excel (.xlsx)", "#send"))) Assert.NotEmpty(form.Sheets);

        var (name, bytes) = SampleFiles.WorkbookOf(unit.Code);
        var hasFault = unit.Code == Faulty;
        var mended = hasFault ? SampleFiles.WithText(bytes, Fault, Mended) : bytes;
        var (file, camera) = (visit.Part("#send .drop:not(.camera) input"), visit.Part("#send .drop.camera input"));
        await visit.ChooseAsync(file, (name, bytes));
        await visit.PressAsync("ตรวจก่อน ยังไม่ส่ง", "#send");
        await visit.SeesAsync("#result h2", "ยังไม่ได้ส่ง");
        await visit.SeesAsync("#result", hasFault ? Fault : "ส่งได้แล้ว");
        await visit.LookAsync($"officer-checked-{unit.Code}");
        await visit.SeesNoneAsync(visit.Part("details.delivery"));

        var photo = ("ภาพกิจกรรม-1.jpg", SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg"));
        if (look.Width == Look.Phone)
        {
            await visit.ChooseAsync(file, (name, mended));
            await visit.ChooseAsync(camera, photo);
        }
        else await visit.ChooseAsync(file, (name, mended), photo); // a desktop has no camera to offer
        await visit.PressAsync(visit.Part("#send form[data-upload] button.strong"));
        await visit.SeesAsync("#result h2", "ใบตอบรับข้อมูล เลขที่");
        await visit.SeesAsync("#result .files", "ภาพกิจกรรม-1.jpg");
        await visit.SeesAsync("#send", "ได้รับรายงานทุกตัวชี้วัดแล้ว");
        await visit.LookAsync($"officer-sent-{unit.Code}");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString((await visit.FetchAsync(visit.Control("ใบตอบรับ PDF", "#result")))[..4]), StringComparison.Ordinal);
    }
}
