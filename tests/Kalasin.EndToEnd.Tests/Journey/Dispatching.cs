using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Functions.Tests.Rounds;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The report goes to the Department once, which says that it came; what comes later is shown as a difference.</summary>
internal static class Dispatching
{
    public static async Task PlayAsync(Season season)
    {
        var coordinator = season.Coordinator;
        await season.Clock.MoveAsync(new(2024, 5, 30), new(9, 0));
        await Approving.ChooseAsync(season, Approving.LastChoice);
        Assert.Contains("ต้องเสนอใหม่", await coordinator.ReadAsync(Approving.Signing, "#report"), StringComparison.Ordinal);
        await season.TickAsync();
        await Approving.PutForwardAsync(season, "เลือกถ้อยคำที่หนังสือเปิดไว้ครบแล้ว");
        await coordinator.DecideAsync(Approving.Signing, "confirmAddress", ("reason", "โทรสอบถามกรมแล้ว"));
        var sent = await SendAsync(season);
        await AcknowledgeAsync(season, sent);
        await BeLateAsync(season);
    }

    private static async Task<MimeMessage> SendAsync(Season season)
    {
        var coordinator = season.Coordinator;
        var page = await coordinator.PageAsync(Approving.Signing);
        var form = page.QuerySelector<IHtmlFormElement>("#dispatch form.fields:not(.decide)")!;
        for (var press = 0; press < 2; press++) Assert.Equal($"{Approving.Signing}#dispatch", await coordinator.SubmitAsync(form));
        for (var tick = 0; tick < 2; tick++) await season.TickAsync();
        var mail = Assert.Single(await season.Mail.WaitAsync(Season.Department, 1)).Read();
        Assert.StartsWith($"ที่ {Approving.Number} ลงวันที่ ๒๗ พฤษภาคม ๒๕๖๗ เรื่อง ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(
            ["รายงาน จังหวัดกาฬสินธุ์ 46-dla-2567.docx", "รายงาน จังหวัดกาฬสินธุ์ 46-dla-2567.pdf", "หนังสือนำส่ง จังหวัดกาฬสินธุ์ 46-dla-2567.pdf"],
            mail.Attachments.Cast<MimePart>().Select(a => a.FileName));
        Assert.Equal(await coordinator.DownloadAsync($"{Season.Api}/papers/report?format=pdf"), BytesOf((MimePart)mail.Attachments.ElementAt(1)));
        Assert.Equal(await coordinator.DownloadAsync(page.QuerySelector<IHtmlAnchorElement>("#copies h3 a")!.GetAttribute("href")!), BytesOf((MimePart)mail.Attachments.Last()));
        Assert.Contains("ส่งแล้วเมื่อ ๓๐ พฤษภาคม ๒๕๖๗", await coordinator.ReadAsync(Approving.Signing, "#dispatch"), StringComparison.Ordinal);
        var log = await coordinator.ReadAsync($"{Season.Page}/log", "main");
        Assert.Single(log.Split("สั่งส่งรายงานถึงหน่วยงานเจ้าของรางวัล")[1..]);
        return mail;
    }

    /// <summary>Somebody is reminded of it on the next working day, from ten o'clock on; the reply is read by people and recorded by them.</summary>
    private static async Task AcknowledgeAsync(Season season, MimeMessage sent)
    {
        const string reminder = "ยังไม่มีบันทึกการตอบรับรายงานของจังหวัด";
        await season.TickAsync(new(2024, 5, 31), new(9, 50));
        Assert.Empty(await season.MailsAsync(Season.Office, reminder));
        await season.TickAsync(new(2024, 5, 31), new(10, 5));
        await season.MailAsync(Season.Office, reminder);

        var reply = new MimeMessage { Subject = $"Re: {sent.Subject}", InReplyTo = sent.MessageId, MessageId = $"{Guid.NewGuid():n}@gmail.com", Body = new TextPart("plain") { Text = "ได้รับแล้ว เลขรับ ๔๕๖" } };
        reply.From.Add(new MailboxAddress("สถ.", Season.Department));
        reply.To.Add(new MailboxAddress("", Season.Office));
        await season.SendAsync(reply);
        await season.TickAsync();
        Assert.Contains(await season.Mail.MessagesAsync(Season.Office), m => !m.IsSeen && m.Read().MessageId == reply.MessageId);
        Assert.Single(await season.Mail.MessagesAsync(Season.Department)); // words are not answered
        await season.Coordinator.DecideAsync(Approving.Signing, "acknowledgeDispatch", ("by", "reply"), ("on", "2024-05-31"), ("number", "๔๕๖"));
        Assert.Contains("ได้รับการตอบรับเมื่อวันที่ ๓๑ พฤษภาคม ๒๕๖๗ (ตอบกลับทางอีเมล) ๔๕๖", await season.Coordinator.ReadAsync(Approving.Signing, "#dispatch"), StringComparison.Ordinal);
        await season.TickAsync(new(2024, 6, 4), new(10, 5));
        Assert.Single(await season.MailsAsync(Season.Office, reminder));
    }

    private static async Task BeLateAsync(Season season)
    {
        await Reporting.ByLinkAsync(season, "4614", SampleFiles.WorkbookOf("4614"));
        await season.TickAsync();
        var dispatch = await season.Coordinator.ReadAsync(Approving.Signing, "#dispatch");
        Assert.Contains("สิ่งที่ต่างจากรายงานที่ส่งไปแล้ว", dispatch, StringComparison.Ordinal);
        Assert.Contains("ห้วยผึ้ง", dispatch, StringComparison.Ordinal);
        Assert.Single(await season.Mail.MessagesAsync(Season.Department));
    }

    private static byte[] BytesOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
