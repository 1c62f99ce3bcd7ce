using System.IO.Compression;
using Kalasin.EndToEnd.Tests.Journey;
using Kalasin.Evaluation.Tests.Forms;

namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>The coordinator's season by pages alone, each reached from the one before.</summary>
internal static class CoordinatorsSeason
{
    public const string DeadlineInWords = "๑๗ พฤษภาคม ๒๕๖๗", Answer = "ตรวจแล้ว แถวที่ไม่นับถูกต้อง";

    private const int MostPagesOfLog = 10, MostAsked = 5;

    private const string Question = "โปรดแนบภาพกิจกรรมเพิ่ม", Duplicate = "เทศบาลตำบลจัดเอง", Flood = "น้ำท่วมสำนักงาน";

    /// <summary>A round; days, units and addresses from a sheet; forms; links with QR codes.</summary>
    public static async Task OpenAsync(Stage stage, Look look)
    {
        await using var visit = await stage.OpenAsync(look);
        await visit.GoAsync("/app/");
        await visit.Part("form.choose select[name=framework]").SelectOptionAsync("dla-2567");
        await visit.PressAsync("เปิดรอบ", "form.choose");
        await visit.SeesAsync("#next", "ส่งแบบรายงานและลิงก์ให้ทุกหน่วยงาน");
        await EnterPlanAsync(visit);
        await visit.GoAsync(Stage.Round);
        using (var forms = new ZipArchive(new MemoryStream(await visit.DownloadAsync("แบบเปล่าทุกหน่วยงาน Excel (zip)")))) Assert.Equal(24, forms.Entries.Count(e => e.Name.EndsWith(".xlsx", StringComparison.Ordinal)));
        await visit.PressAsync("ทุกขั้นตอนและการเตือน");
        await visit.SeesAsync("#steps li[aria-current=step]", "ส่งแบบรายงานและลิงก์ให้ทุกหน่วยงาน");
        await visit.PressAsync("ออกลิงก์พร้อมคิวอาร์โค้ด", "#next");
        foreach (var (holders, count) in new[] { ("units", 24), ("head", 1) })
        {
            await visit.SeesNoneAsync(visit.Part(".linkcard")); // on the page before, which may still stand there
            await visit.Part("select[name=for]").SelectOptionAsync(holders);
            await visit.PressAsync("ออกลิงก์", "form.fields");
            await visit.SeesAllAsync(visit.Part(".linkcard"), count);
            Assert.Equal(count, await visit.Part(".linkcard svg").CountAsync());
            await KeepLinksAsync(stage, visit);
            if (holders == "head") await visit.LookAsync("links-issued");
            await visit.PressAsync("กลับไปรายการลิงก์");
        }
        await visit.GoAsync(Stage.Season);
        await visit.SeesAsync("#next", "รับรายงานจากหน่วยงาน");
    }

    /// <summary>What came is looked at, withdrawn and taken back; each decision where its matter is shown; who owes something is reminded.</summary>
    public static async Task RunAsync(Stage stage, Look look)
    {
        await using var visit = await stage.OpenAsync(look);
        await visit.GoAsync(Stage.Round);
        await visit.PressAsync(visit.Part("#grid a[href$='/units/4607']").First);
        var newest = visit.Part("details.delivery").First;
        await visit.PressAsync(newest.Locator("> summary"));
        await visit.DecideAsync("ถอนการนำส่งนี้", "details.delivery[open]", ("reason", "ส่งผิดไฟล์"));
        await visit.SeesAsync("details.delivery > summary", "ถอนแล้ว");
        await visit.PressAsync(newest.Locator("> summary"));
        await visit.DecideAsync("ใช้การนำส่งนี้ตามเดิม", "details.delivery[open]", ("reason", "ถูกต้องแล้ว"));
        await visit.SeesNoneAsync(newest.Locator("> summary .tag"));
        await visit.DecideAsync("ขอให้แก้ไขรายงาน", "#states li:has(> .number:text-is('๔'))", ("reason", Question));
        await visit.SeesAsync("#matters", Question);
        await visit.LookAsync("unit-decided");
        await visit.PressAsync(visit.Part("#states a[href*='/returns/3']"));
        await visit.DecideAsync("ไม่นับแถวนี้", "main", ("reason", Duplicate));
        await visit.SeesAsync("tr.excluded", "ไม่นับ");
        await visit.GoAsync($"{Stage.Round}/units/4611");
        await visit.DecideAsync("กำหนดวันส่งของหน่วยงานนี้", "#matters", ("until", "2024-05-20"), ("reason", Flood));
        await visit.SeesAsync("#send .due", "๒๐ พฤษภาคม ๒๕๖๗");

        await stage.TickAsync(); // What the clock tells by itself has left before anybody counts.
        await visit.GoAsync(Stage.Season);
        var (owing, quit) = ((await stage.MailsToAsync(AddressOf("4611"))).Count, (await stage.MailsToAsync(AddressOf("4605"))).Count);
        await visit.PressAsync("ส่งอีเมลเตือน", "#remind");
        await visit.SeesAsync("main", "เตือนก่อนครบกำหนดส่ง");
        await stage.TickAsync();
        Assert.Equal((owing + 1, quit), ((await stage.MailsToAsync(AddressOf("4611"))).Count, (await stage.MailsToAsync(AddressOf("4605"))).Count));
    }

    /// <summary>The deadline is closed, what the letter leaves open is chosen, the report is compiled and put forward.</summary>
    public static async Task CloseAsync(Stage stage, Look look)
    {
        await stage.Clock.MoveAsync(new(2024, 5, 21), new(9, 0));
        await using var visit = await stage.OpenAsync(look);
        await CompileAsync(visit);
        await visit.SeesAsync("#steps", "ปิดรับเมื่อ ๒๑ พฤษภาคม ๒๕๖๗");
        await visit.SeesAsync("#next", "เลือกเรื่องที่หนังสือเปิดไว้");
        await visit.LookAsync("season-closed");
        await visit.PressAsync("ไปที่หน้านี้", "#next");
        await visit.SeesAsync("#choices article", "ยังไม่ได้เลือก");
        var open = visit.Part("#choices article").Filter(new() { HasText = "ยังไม่ได้เลือก" });
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await visit.PressAsync(open.First.Locator("summary"));
            var words = open.First.Locator("textarea");
            if (await words.InputValueAsync() is "") await visit.FillAsync(words, "ใช้ชื่อตามเว็บไซต์ของกรม");
            await visit.PressAsync(open.First.Locator("button"));
            await visit.SeesAllAsync(open, left - 1);
        }
        await CompileAsync(visit);
        await PutForwardAsync(visit);
    }

    /// <summary>The note is read, and the report put forward again with what was done about it.</summary>
    public static async Task PutForwardAgainAsync(Stage stage, Look look)
    {
        await using var visit = await stage.OpenAsync(look);
        await visit.GoAsync(Stage.Season);
        await visit.SeesAsync("#next", "หัวหน้าส่วนราชการส่งคืนให้แก้ไข โปรดเสนอใหม่");
        await PutForwardAsync(visit, ("reason", Answer));
    }

    /// <summary>Number and date of the letter, its signed scan, dispatch, acknowledgement; the log tells who did what.</summary>
    public static async Task SendAsync(Stage stage, Look look)
    {
        await using var visit = await stage.OpenAsync(look);
        await visit.GoAsync(Stage.Season);
        await visit.PressAsync("ไปที่หน้านี้", "#next");
        await visit.DecideAsync("บันทึกเลขที่และวันที่ของหนังสือ", "#letter", ("number", "กส ๐๐๒๓.๑/๑๒๓๔"), ("on", "2024-05-21"));
        await visit.SeesAsync("#letter", "กส ๐๐๒๓.๑/๑๒๓๔");
        var letter = await visit.FetchAsync(visit.Part("#letter a[href*='papers/letter?format=pdf']"));
        await visit.ChooseAsync(visit.Part("#copies input[type=file]"), ("หนังสือลงนามแล้ว.pdf", await Scanner.ScanAsync(stage.Folder, letter)));
        await visit.PressAsync("แนบสำเนา", "#copies");
        await visit.SeesAsync("#copies", "สแกนจากกระดาษ ตรงตามคิวอาร์โค้ด");
        await visit.DecideAsync("ยืนยันที่อยู่", "#dispatch", ("reason", "โทรสอบถามกรมแล้ว"));
        await visit.SeesAsync("#dispatch", "สิ่งที่จะส่งถึง");
        await visit.LookAsync("ready-to-send");
        await visit.PressAsync("ส่งรายงานทางอีเมล", "#dispatch");
        await visit.SeesAsync("#dispatch", "ส่งแล้ว");
        await stage.TickAsync();
        Assert.Single(await stage.MailsToAsync(Journey.Season.Department));
        await visit.GoAsync(Stage.Season);
        await visit.SeesAsync("#next", "บันทึกการตอบรับ");
        await visit.PressAsync("ไปที่หน้านี้", "#next");
        await visit.DecideAsync("บันทึกการตอบรับ", "#dispatch", ("by", "reply"), ("on", "2024-05-21"), ("number", "๔๕๖"));
        await visit.SeesAsync("#dispatch", "ได้รับการตอบรับเมื่อวันที่ ๒๑ พฤษภาคม ๒๕๖๗");
        await visit.GoAsync(Stage.Season);
        await visit.SeesAsync("#next", "ดำเนินการครบทุกขั้นตอนแล้ว");
        await visit.SeesNoneAsync(visit.Control("ส่งอีเมลเตือน"));
        await visit.LookAsync("season-done");
        await visit.PressAsync("บันทึกว่าใครทำอะไร");
        await visit.SeesAsync("h1", "บันทึกของรอบ");
        foreach (var told in (string[])["สั่งส่งรายงานถึงหน่วยงานเจ้าของรางวัล", "หัวหน้าส่วนราชการส่งรายงานคืนให้แก้ไข"]) await FindInLogAsync(visit, told);
    }

    /// <summary>From the newest entry back, since any number of mails may have left in between.</summary>
    private static async Task FindInLogAsync(Visit visit, string told)
    {
        var line = visit.Part("table.log tr").Filter(new() { HasText = told });
        for (var pages = 0; pages < MostPagesOfLog && await line.CountAsync() == 0; pages++)
            await visit.GoAsync((await visit.Control("ก่อนหน้า").GetAttributeAsync("href"))!);
        Assert.NotEqual(0, await line.CountAsync());
    }

    /// <summary>Another last day by an order of the province, and an address for each unit.</summary>
    private static async Task EnterPlanAsync(Visit visit)
    {
        const string plan = "แผน", units = "หน่วยงาน";
        await visit.PressAsync("กติกา ภาคผนวก และแผน");
        await visit.PressAsync("กำหนดส่ง หน่วยงาน และเจ้าภาพ");
        var sheet = FormFile.Open(await visit.DownloadAsync("ดาวน์โหลดแบบ Excel"));
        sheet.Type(plan, sheet.RowOf(plan, "อ้างถึงหนังสือหรือคำสั่งของจังหวัด"), 2, "คำสั่งจังหวัดกาฬสินธุ์ ที่ ๑๒/๒๕๖๗");
        sheet.Type(plan, sheet.RowOf(plan, "กำหนดส่งภายในจังหวัด"), 2, DeadlineInWords);
        for (var row = sheet.RowOf(units, "รหัสหน่วยงาน") + 1; sheet[units, row, 1] is { Length: > 0 } code; row++) sheet.Type(units, row, 6, AddressOf(code));
        await visit.ChooseAsync(visit.Part("form[action$='/plan/sheet'] input[type=file]"), ("แผน.xlsx", sheet.Save()));
        await visit.PressAsync("ตรวจก่อนบันทึก");
        await visit.SeesAsync("#preview", "๑๕ พ.ค. ๖๗ → ๑๗ พ.ค. ๖๗");
        await visit.LookAsync("plan-previewed");
        await visit.FillAsync(visit.Part("#preview textarea[name=reason]"), "ตามคำสั่งจังหวัด");
        await visit.PressAsync("บันทึกเป็นฉบับใหม่และใช้กับรอบนี้", "#preview");
        await visit.SeesAsync("main", "แผนฉบับที่ ๒");
    }

    private static async Task KeepLinksAsync(Stage stage, Visit visit)
    {
        foreach (var card in await visit.Part(".linkcard").AllAsync())
        {
            var address = await card.Locator(".address").InnerTextAsync();
            Assert.Contains(address, await card.Locator(".copy").TextContentAsync(), StringComparison.Ordinal);
            stage.Links[(await card.Locator("h2").InnerTextAsync()).Trim()] = new Uri(address).AbsolutePath;
        }
    }

    /// <summary>Unless the clock was first. Where it is at it just then, or more came in meanwhile, it is asked for again.</summary>
    private static async Task CompileAsync(Visit visit)
    {
        var due = visit.Part("form.compile, .compiling");
        for (var asked = 0; asked < MostAsked; asked++)
        {
            await visit.GoAsync(Stage.Season);
            await visit.PressUnlessDoneAsync(visit.Control("รวบรวมรายงานทันที", "form.compile"));
            if (await visit.SeesNoneSoonAsync(due)) return;
        }
        await visit.SeesNoneAsync(due);
    }

    private static async Task PutForwardAsync(Visit visit, params (string Field, string Value)[] typed)
    {
        await visit.PressAsync("ไปที่หน้านี้", "#next");
        await visit.DecideAsync("เสนอรายงานให้หัวหน้าส่วนราชการพิจารณา", "#report", typed);
        await visit.SeesAsync("#report", "รอหัวหน้าส่วนราชการพิจารณา");
    }

    private static string AddressOf(string unit) => $"unit-{unit.ToLowerInvariant()}@kalasin.example";
}
