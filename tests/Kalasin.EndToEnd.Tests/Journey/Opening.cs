using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Functions.Tests.Pages;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The round is opened; addresses and signatories are entered; every unit gets its forms and its link, looked at and tried before they leave.</summary>
internal static class Opening
{
    public const string Mails = $"{Season.Page}/mails";

    public static async Task PlayAsync(Season season)
    {
        var coordinator = season.Coordinator;
        Assert.Equal(Season.Page, await coordinator.SubmitAsync((await coordinator.PageAsync("/app/")).QuerySelector<IHtmlFormElement>("form.choose")!));
        await EnterContactsAsync(coordinator);
        await PrepareAsync(season);
        await TryAsync(season);
        await ReleaseAsync(season);
    }

    private static async Task EnterContactsAsync(Person coordinator)
    {
        var page = await coordinator.PageAsync($"{Season.Page}/contacts");
        var form = page.QuerySelectorAll<IHtmlFormElement>("form.fields").Single(f => f.QuerySelector("input[name=revision]") is not null);
        (string, string)[] addresses = [.. Season.Units.Select((unit, i) => ($"/units/{i}/email", Season.BoxOf(unit)))];
        (string, string)[] names = [.. Season.Rules.Plan.Signatories.Select((_, i) => ($"/signatories/{i}/name", $"นายทดสอบ ลำดับที่{i + 1}"))];
        await coordinator.SubmitAsync(form, [.. addresses, .. names, ("reason", "ตามทำเนียบของสำนักงาน")]);
        var saved = await coordinator.PageAsync($"{Season.Page}/contacts");
        Assert.All(addresses.Concat(names), field => Assert.Equal(field.Item2, saved.QuerySelectorAll<IHtmlInputElement>("input").Single(i => i.Name == field.Item1).Value));
    }

    /// <summary>One action; each of the mails is looked at before any leaves.</summary>
    private static async Task PrepareAsync(Season season)
    {
        var coordinator = season.Coordinator;
        await coordinator.SubmitAsync(await FormAsync(coordinator), ("for", "forms"), ("unit", ""));
        var page = await coordinator.PageAsync(Mails);
        Assert.Contains("ส่งแบบรายงาน ๒๔ ฉบับ", Visitor.TextOf(page.QuerySelector("article.matter h3")!), StringComparison.Ordinal);
        var previews = page.QuerySelectorAll<IHtmlAnchorElement>("table.list td a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(24, previews.Count);
        foreach (var (preview, unit) in previews.Zip(Season.Rules.Plan.Units.Reverse()))
        {
            var shown = Visitor.TextOf((await coordinator.PageAsync(preview)).QuerySelector("main")!);
            foreach (var expected in new[] { Season.BoxOf(unit.Code.Value), unit.Name.Thai, $"form-{Season.Round}-{unit.Code}.xlsx", "http://kalasin.test/app/in/", "๑๕ พฤษภาคม ๒๕๖๗" })
                Assert.Contains(expected, shown, StringComparison.Ordinal);
        }
        await season.TickAsync();
        Assert.Empty(await season.Mail.MessagesAsync(Season.BoxOf("4602")));
    }

    private static async Task TryAsync(Season season)
    {
        await season.Coordinator.SubmitAsync(await FormAsync(season.Coordinator), ("for", "forms"), ("unit", "4602"), ("test", "1"));
        await season.TickAsync();
        var test = await season.MailAsync(Season.Office, "ทดสอบ: ขอให้รายงานผลการดำเนินงานตามตัวชี้วัด");
        Assert.Contains("ท้องถิ่นอำเภอนามน", test.TextBody, StringComparison.Ordinal);
        Assert.Empty(await season.Mail.MessagesAsync(Season.BoxOf("4602")));
    }

    private static async Task ReleaseAsync(Season season)
    {
        await season.Coordinator.DecideAsync(Mails, "releaseMails");
        await season.TickAsync();
        foreach (var unit in Season.Rules.Plan.Units)
        {
            using var mail = Assert.Single(await season.Mail.WaitAsync(Season.BoxOf(unit.Code.Value), 1)).Read();
            Assert.Equal($"ขอให้รายงานผลการดำเนินงานตามตัวชี้วัด ภายในวันที่ ๑๕ พ.ค. ๖๗: {unit.Name.Thai}", mail.Subject);
            Assert.Equal([$"form-{Season.Round}-{unit.Code}.xlsx", $"form-{Season.Round}-{unit.Code}.docx"], mail.Attachments.Cast<MimePart>().Select(a => a.FileName));
        }
        await season.TickAsync();
        Assert.Single(await season.Mail.MessagesAsync(Season.BoxOf("4602")));
        Assert.Equal(25, (await season.Coordinator.AskAsync($"{Season.Api}/mails")).GetProperty("items").EnumerateArray().Count(m => m.GetProperty("stage").GetString() == "sent"));
    }

    public static async Task<IHtmlFormElement> FormAsync(Person coordinator) =>
        (await coordinator.PageAsync(Mails)).QuerySelectorAll<IHtmlFormElement>("form.fields").Single(f => f.QuerySelector("select[name=for]") is not null);
}
