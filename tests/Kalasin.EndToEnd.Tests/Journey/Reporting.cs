using System.Net;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>Units are reminded and answer by their link, by mail and by drop; each hears of it the way it came.</summary>
internal static class Reporting
{
    public const string EveryDistrictIndicator = "๓, ๔, ๘ และ ๙";

    /// <summary>Units that send by their link alone.</summary>
    private static readonly string[] ByLink = ["FIN", "4605", "4608", "4606", "PER", "PUB", "LAW", "4610", "DEV", "4602", "4609", "4613", "ADM", "4607", "4616"];

    /// <summary>What 4607 owes: 31 February stands in a row.</summary>
    public static string[] HasAFaultyRow { get; } = [Reminders.Corrections("๓"), Reminders.Copies(EveryDistrictIndicator)];

    public static async Task PlayAsync(Season season)
    {
        await Reminders.ComeAsync(season, new(2024, 4, 23), Reminders.Before, Season.Units.ToDictionary(u => u, u => (string[])[Reminders.Returns(OwedBy(u))]));
        await season.Clock.MoveAsync(new(2024, 4, 25), new(10, 0));
        foreach (var unit in ByLink) await ByLinkAsync(season, unit, SampleFiles.WorkbookOf(unit));
        await ByLinkInPartAsync(season);
        await RefusedByLinkAsync(season);
        await season.TickAsync();
        await season.MailAsync(Season.BoxOf("LAW"), "ได้รับรายงานของเจ้าภาพร่วมครบแล้ว ตัวชี้วัดที่ ๑๐ "); // whom it leads
        string[] nothing = [Reminders.Returns(EveryDistrictIndicator)];
        await Reminders.ComeAsync(season, new(2024, 5, 2), Reminders.Before, new Dictionary<string, string[]>
        {
            ["4601"] = [Reminders.Returns("๔, ๘ และ ๙"), Reminders.Copies("๓")], ["4603"] = nothing, ["4604"] = nothing, ["4607"] = HasAFaultyRow, ["4611"] = nothing,
            ["4612"] = nothing, ["4614"] = nothing, ["4615"] = nothing, ["4618"] = nothing,
        });
        await season.Clock.MoveAsync(new(2024, 5, 3), new(9, 0));
        await ByMailAsync(season);
        await ByDropAsync(season);
        await ByLinkAsync(season, "4601", SampleFiles.WorkbookOf("4601"));
    }

    /// <summary>The receipt stands on the page that follows, and is a PDF behind it.</summary>
    public static async Task ByLinkAsync(Season season, string unit, (string Name, byte[] Bytes) file)
    {
        var officer = await season.OfficerAsync(unit);
        using var sent = await officer.UploadAsync(await officer.PageAsync(Season.PageOf(unit)), [file]);
        var result = await officer.ReadAsync((await Visitor.NextAsync(sent)).Split('#')[0], "#result");
        Assert.Contains("ใบตอบรับข้อมูล เลขที่ ", result, StringComparison.Ordinal);
        Assert.Contains(file.Name, result, StringComparison.Ordinal);
    }

    /// <summary>The form as it came by mail, with one of its sheets filled in.</summary>
    private static async Task ByLinkInPartAsync(Season season)
    {
        var mail = (await season.Mail.WaitAsync(Season.BoxOf("4601"), 1))[0].Read();
        await ByLinkAsync(season, "4601", ("บางส่วน.xlsx", Fill(AttachmentOf(mail), "4601", "3")));
        var page = await (await season.OfficerAsync("4601")).PageAsync(Season.PageOf("4601"));
        Assert.Equal("๑/๔", Visitor.TextOf(page.QuerySelector("h2 .tag")!));
    }

    private static async Task RefusedByLinkAsync(Season season)
    {
        var officer = await season.OfficerAsync("4617");
        using var sent = await officer.UploadAsync(await officer.PageAsync(Season.PageOf("4617")), [("แบบรายงาน.xlsx", "มิใช่ Excel"u8.ToArray())]);
        var page = await Visitor.ReadAsync(sent, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("โปรด", Visitor.TextOf(page.QuerySelector("#result.refused")!), StringComparison.Ordinal);
        await ByLinkAsync(season, "4617", SampleFiles.WorkbookOf("4617"));
    }

    /// <summary>In reply to the mail that brought the form; the answer belongs to what was sent.</summary>
    private static async Task ByMailAsync(Season season)
    {
        foreach (var unit in (string[])["4612", "4604", "4603"])
        {
            var reply = await ReplyAsync(season, unit, SampleFiles.WorkbookOf(unit));
            if (unit == "4603")
                foreach (var name in (string[])["สำเนา-กมลาไสย.pdf", "ภาพกิจกรรม-1.jpg"]) ((Multipart)reply.Body!).Add(Attach(name, SampleFiles.Named(unit, name)));
            await season.SendAsync(reply);
            await season.TickAsync();
            var receipt = await season.MailAsync(Season.BoxOf(unit), "ใบตอบรับข้อมูล เลขที่ ");
            Assert.Equal(reply.MessageId, receipt.InReplyTo);
            Assert.Contains("หน่วยงานของท่านรายงานครบทุกตัวชี้วัด", receipt.TextBody, StringComparison.Ordinal);
        }
        var broken = await ReplyAsync(season, "4615", ("แบบรายงาน.xlsx", "PK.."u8.ToArray()));
        await season.SendAsync(broken);
        await season.TickAsync();
        var refused = await season.MailAsync(Season.BoxOf("4615"), "ยังไม่ได้รับไฟล์ไว้ โปรดแก้ไขแล้วส่งอีกครั้ง");
        Assert.Equal(broken.MessageId, refused.InReplyTo);
    }

    private static async Task ByDropAsync(Season season)
    {
        await File.WriteAllTextAsync(PathIn(season, "drop", "บันทึก.docx"), "มิใช่ Word");
        await File.WriteAllBytesAsync(PathIn(season, "drop", "4618.xlsx"), SampleFiles.WorkbookOf("4618").Bytes);
        await season.TickAsync();
        await season.TickAsync(new(2024, 5, 3), new(10, 0)); // it lies still
        Assert.False(File.Exists(PathIn(season, "drop", "4618.xlsx")));
        Assert.Contains("ใบตอบรับข้อมูล เลขที่ ", await AnswerAsync("4618.xlsx"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(PathIn(season, "answers", "4618.xlsx"), "receipt-*.pdf"));
        Assert.Contains("โปรด", await AnswerAsync("บันทึก.docx"), StringComparison.Ordinal);
        File.Delete(PathIn(season, "drop", "บันทึก.docx"));

        Task<string> AnswerAsync(string name) => File.ReadAllTextAsync(Path.Combine(PathIn(season, "answers", name), "answer.txt"));
    }

    public static byte[] Fill(byte[] form, string unit, string indicator)
    {
        using var file = FormFile.Open(form);
        new FilledForm(Season.Rules, file).Fill(Season.Rules.Plan.Find(UnitCode.Parse(unit))!, Season.Rules.Framework[IndicatorNumber.Parse(indicator)]);
        return file.Save();
    }

    private static async Task<MimeMessage> ReplyAsync(Season season, string unit, (string Name, byte[] Bytes) file)
    {
        var asked = (await season.Mail.WaitAsync(Season.BoxOf(unit), 1))[0].Read();
        var reply = new MimeMessage
        {
            Subject = $"Re: {asked.Subject}", InReplyTo = asked.MessageId, MessageId = $"{Guid.NewGuid():n}@kalasin.test",
            Body = new Multipart("mixed") { new TextPart("plain") { Text = "เรียน ผู้ประสานงาน\r\nขอส่งแบบรายงาน" }, Attach(file.Name, file.Bytes) },
        };
        reply.From.Add(new MailboxAddress("เจ้าหน้าที่", Season.BoxOf(unit)));
        reply.To.Add(new MailboxAddress("", Season.Office));
        return reply;
    }

    private static MimePart Attach(string name, byte[] bytes) =>
        new("application", "octet-stream") { Content = new MimeContent(new MemoryStream(bytes)), FileName = name, ContentTransferEncoding = ContentEncoding.Base64 };

    private static byte[] AttachmentOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.Attachments.Cast<MimePart>().Single(a => a.FileName is { } name && name.EndsWith(".xlsx", StringComparison.Ordinal)).Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static string OwedBy(string unit)
    {
        string[] all = [.. Season.Rules.IndicatorsOf(UnitCode.Parse(unit)).Select(i => i.Number.Bilingual.Thai)];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} และ {all[^1]}";
    }

    private static string PathIn(Season season, string under, string name)
    {
        var folder = Path.Combine(season.Folder.File("data"), under, Season.Round, "4618");
        if (under == "drop") Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }
}
