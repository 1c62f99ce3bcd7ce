using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Mails to many units: prepared, looked at, tried on oneself, released, and each in the journal.</summary>
public sealed partial class MailEndpointsTests
{
    private const string Mails = OpenedRound.Path + "/mails";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_GoToEachUnitWithAnAddress_HeldUntilReleased_WithALinkThatOpens()
    {
        await using var round = await WithAddressesAsync("4602", "4603", "ADM");
        var prepared = await PostAsync(round, """{ "for": "forms" }""", HttpStatusCode.Created, "k1");
        Assert.Equal(3, prepared.GetProperty("mails").GetArrayLength());
        // Everybody else is named, so that nobody is forgotten in silence.
        Assert.All(prepared.GetProperty("findings").EnumerateArray(), f => Assert.Equal("KAL7451", f.GetProperty("code").GetString()));

        var state = await round.StateAsync();
        Assert.All(state.Mails.Values, m => Assert.Equal(MailHold.WithBatch, m.Hold));
        Assert.Equal(3, state.Links.Count);

        var id = prepared.GetProperty("mails")[0].GetString();
        var shown = await JsonAsync(await round.GetAsync($"/mails/{id}"), HttpStatusCode.OK);
        Assert.Contains("adm@example.go.th", shown.GetProperty("to").GetString(), StringComparison.Ordinal);
        Assert.Equal(["form-46-dla-2567-ADM.xlsx", "form-46-dla-2567-ADM.docx"], shown.GetProperty("files").EnumerateArray().Select(f => f.GetString()));
        var link = Link().Match(shown.GetProperty("body").GetString()!).Value;


        var batch = prepared.GetProperty("batches")[0].GetInt64();
        using var released = await round.Service.Client.PostAsJsonAsync(new Uri(OpenedRound.Path + "/decisions", UriKind.Relative), new { kind = "releaseMails", batch }, Token);
        Assert.True(released.StatusCode == HttpStatusCode.Created, await released.Content.ReadAsStringAsync(Token));
        Assert.All((await round.StateAsync()).Mails.Values, m => Assert.Equal(MailHold.None, m.Hold));

        // Last, because whoever opens it holds it from then on.
        using var opened = await round.Service.Client.GetAsync(new Uri(new Uri(link).AbsolutePath, UriKind.Relative), Token);
        Assert.True(opened.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Redirect, opened.StatusCode.ToString());
    }

    [Fact]
    public async Task AskedAgainWithTheSameKey_PreparesThemOnce()
    {
        await using var round = await WithAddressesAsync("4602");
        var first = await PostAsync(round, """{ "for": "forms" }""", HttpStatusCode.Created, "k1");
        var again = await PostAsync(round, """{ "for": "forms" }""", HttpStatusCode.Created, "k1");
        Assert.Equal(first.GetProperty("mails").ToString(), again.GetProperty("mails").ToString());
        var state = await round.StateAsync();
        Assert.Equal((1, 1, 1), (state.Mails.Count, state.Batches.Count, state.Links.Count));
    }

    [Fact]
    public async Task ATest_GoesToTheOfficeAtOnce_AndItsLinkOpensNothing()
    {
        await using var round = await WithAddressesAsync("4602");
        var tried = await PostAsync(round, """{ "for": "forms", "test": true }""", HttpStatusCode.Created);
        var shown = await JsonAsync(await round.GetAsync($"/mails/{tried.GetProperty("mails")[0].GetString()}"), HttpStatusCode.OK);
        Assert.StartsWith("ทดสอบ: ", shown.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Equal("waiting", shown.GetProperty("line").GetProperty("stage").GetString());
        Assert.Empty((await round.StateAsync()).Links);
    }

    [Fact]
    public async Task TheVeryMessage_IsWhatWasQueued()
    {
        await using var round = await WithAddressesAsync("4602");
        var prepared = await PostAsync(round, """{ "for": "forms", "units": ["4602"] }""", HttpStatusCode.Created);
        using var eml = await round.GetAsync($"/mails/{prepared.GetProperty("mails")[0].GetString()}/eml");
        Assert.Equal("message/rfc822", eml.Content.Headers.ContentType!.MediaType);
        var mail = Assert.Single((await round.StateAsync()).Mails.Values);
        using var message = await MimeKit.MimeMessage.LoadAsync(await eml.Content.ReadAsStreamAsync(Token), Token);
        Assert.Null(message.Headers["Auto-Submitted"]); // somebody releases it
        Assert.Equal(mail.Eml, Kalasin.Evaluation.ContentHash.Of(await eml.Content.ReadAsByteArrayAsync(Token)));
    }

    [Theory]
    [InlineData("{}", "KAL7456")]
    [InlineData("[", "KAL7456")]
    [InlineData("""{ "for": "closingNotice" }""", "KAL7456")]
    [InlineData("""{ "for": "forms", "units": ["9999"] }""", "KAL7456")]
    [InlineData("""{ "for": "results" }""", "KAL7454")]
    [InlineData("""{ "for": "forms", "units": ["4603"] }""", "KAL7452")]
    public async Task WhatCannotBePrepared_SaysWhy(string body, string code)
    {
        await using var round = await WithAddressesAsync("4602");
        var refused = await PostAsync(round, body, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(refused.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == code);
        Assert.Empty((await round.StateAsync()).Mails);
    }

    [Fact]
    public async Task PlanWithoutTheOfficesAddress_HasNoSender_AndSaysSo()
    {
        await using var round = await WithAddressesAsync("4602");
        await ReviseAsync(round, plan => plan["internalDeadline"]!["email"] = "");
        using var body = new StringContent("""{ "for": "forms", "units": ["4602"] }""", Encoding.UTF8, "application/json");
        using var answer = await round.Service.Client.PostAsync(new Uri(Mails, UriKind.Relative), body, Token);
        await ToldAnswer.IsAsync(
            answer, 422, "KAL7453", "", "แผนของรอบยังไม่มีที่อยู่อีเมลของสำนักงาน จึงไม่มีผู้ส่ง โปรดใส่ที่อยู่อีเมลของสำนักงานในแผนของรอบ",
            "The round's plan names no mail address of the office: there is no sender. Enter the office's address in the round's plan.");
    }

    [Fact]
    public async Task MailThatTheRoundDoesntHave_IsNotFound()
    {
        await using var round = await OpenedRound.StartAsync();
        using var answer = await round.GetAsync("/mails/forms-4602-1");
        await ToldAnswer.IsAsync(answer, 404, "KAL7455", "", "ไม่พบอีเมลนี้ในรอบ โปรดเลือกจากรายการอีเมลของรอบ", "The round has no such mail. Choose one from the round's journal.");
    }

    [Fact]
    public async Task SentOnceMore_IsAnotherMessageOfTheSameWords_ToTheAddressOfNow()
    {
        await using var round = await WithAddressesAsync("4602");
        var mail = await SentAsync(round);
        await ReviseAsync(round, plan => UnitOf(plan, "4602")["email"] = "right@example.go.th");
        var again = await AgainAsync(round, mail, HttpStatusCode.Created);
        var other = again.GetProperty("mail").GetString()!;
        Assert.NotEqual(mail, other);
        Assert.Equal(("forms", "4602", "waiting"), (again.GetProperty("for").GetString(), again.GetProperty("unit").GetString(), again.GetProperty("stage").GetString()));
        // Pressed twice, it goes once more once.
        Assert.Equal(other, (await AgainAsync(round, mail, HttpStatusCode.OK)).GetProperty("mail").GetString());

        var (before, after) = (await ReadAsync(mail), await ReadAsync(other));
        Assert.Equal(("4602@example.go.th", "right@example.go.th"), (AddressOf(before), AddressOf(after)));
        Assert.Equal((before.Subject, before.TextBody), (after.Subject, after.TextBody));
        Assert.Equal(FilesOf(before), FilesOf(after));
        Assert.NotEqual(before.MessageId, after.MessageId);
        Assert.Equal(other, MessageIds.Find(await round.StateAsync(), after.MessageId)?.Id.Value);
        Assert.Equal(other, (await JsonAsync(await round.GetAsync($"/mails/{mail}"), HttpStatusCode.OK)).GetProperty("line").GetProperty("resentAs").GetString());

        async Task<MimeKit.MimeMessage> ReadAsync(string id)
        {
            using var eml = await round.GetAsync($"/mails/{id}/eml");
            return await MimeKit.MimeMessage.LoadAsync(await eml.Content.ReadAsStreamAsync(Token), Token);
        }

        static string AddressOf(MimeKit.MimeMessage message) => message.To.Mailboxes.Single().Address;
        static List<ContentHash> FilesOf(MimeKit.MimeMessage message)
        {
            Assert.Equal(2, message.Attachments.Count());
            return [.. message.Attachments.Cast<MimeKit.MimePart>().Select(HashOf)];
        }
        static ContentHash HashOf(MimeKit.MimePart part)
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content, Token);
            return ContentHash.Of(content.ToArray());
        }
    }

    [Fact]
    public async Task MailThatCannotBeSentOnceMore_SaysWhy()
    {
        await using var round = await WithAddressesAsync("4602");
        var prepared = await PostAsync(round, """{ "for": "forms" }""", HttpStatusCode.Created);
        Assert.Equal("KAL5406", await WhyAsync(prepared.GetProperty("mails")[0].GetString()!));
        var mail = await SentAsync(round);
        await ReviseAsync(round, plan => UnitOf(plan, "4602").AsObject().Remove("email"));
        Assert.Equal("KAL7451", await WhyAsync(mail));
        await DecideAsync(round, new { kind = "revokeLink", link = (await round.StateAsync()).Mails.Single(m => m.Key.Value == mail).Value.Link, reason = "x" });
        Assert.Equal("KAL5407", await WhyAsync(mail));
        Assert.All((await round.StateAsync()).Mails.Values, m => Assert.Null(m.ResentAs));

        async Task<string?> WhyAsync(string id) =>
            Assert.Single((await AgainAsync(round, id, HttpStatusCode.UnprocessableEntity)).GetProperty("findings").EnumerateArray()).GetProperty("code").GetString();
    }

    /// <summary>On the page of a mail there is the button, where it may be pressed.</summary>
    [Fact]
    public async Task Page_SendsOnceMore()
    {
        await using var round = await WithAddressesAsync("4602");
        using var coordinator = new Visitor(round.Service.Address);
        var waiting = (await PostAsync(round, """{ "for": "forms" }""", HttpStatusCode.Created)).GetProperty("mails")[0].GetString();
        Assert.Null((await coordinator.PageAsync($"/app/rounds/46-dla-2567/mails/{waiting}")).QuerySelector("form[action$='/again']"));
        var mail = await SentAsync(round);
        var form = (await coordinator.PageAsync($"/app/rounds/46-dla-2567/mails/{mail}")).QuerySelector("form[action$='/again']")!;
        using var pressed = await coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input").Select(i => KeyValuePair.Create(i.Name!, i.Value))),
        });
        var next = await Visitor.NextAsync(pressed);
        Assert.Contains("รอส่ง", (await coordinator.PageAsync(next)).Body!.TextContent, StringComparison.Ordinal);
        var page = await coordinator.PageAsync($"/app/rounds/46-dla-2567/mails/{mail}");
        Assert.Equal(next, page.QuerySelector(".card a[href*='/mails/again-']")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[action$='/again']"));
        using var forged = await coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent([]) });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    /// <summary>Whoever coordinates sees on the round whom no mail reaches, as long as something is owed.</summary>
    [Fact]
    public async Task Round_SaysWhomNoMailReaches()
    {
        await using var round = await WithAddressesAsync("4602", "4603");
        var told = Assert.Single((await round.ReadAsync("")).GetProperty("mails").EnumerateArray());
        Assert.Equal("KAL5409", told.GetProperty("code").GetString());
        Assert.Contains("๒๒ แห่ง", told.GetProperty("message").GetProperty("th").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("นามน", told.GetProperty("message").GetProperty("th").GetString(), StringComparison.Ordinal);
        using var coordinator = new Visitor(round.Service.Address);
        Assert.Contains("KAL5409", (await coordinator.PageAsync("/app/rounds/46-dla-2567")).Body!.TextContent, StringComparison.Ordinal);
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4601"));
        using var sent = await round.SendAsync("4601", form);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Contains("๒๑ แห่ง", (await round.ReadAsync("")).GetProperty("mails")[0].GetProperty("message").GetProperty("th").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mails/none-1")]
    [InlineData("/mails/..%2f")]
    [InlineData("/mails/none-1/eml")]
    public async Task AMailThatIsNone_IsNotFound(string path)
    {
        await using var round = await WithAddressesAsync("4602");
        using var missing = await round.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    /// <summary>A round whose plan has addresses for some units, as an office enters them.</summary>
    private static async Task<OpenedRound> WithAddressesAsync(params string[] units)
    {
        var round = await OpenedRound.StartAsync();
        await ReviseAsync(round, plan =>
        {
            foreach (var unit in units) UnitOf(plan, unit)["email"] = $"{unit}@example.go.th".ToLowerInvariant();
        });
        return round;
    }

    private static JsonNode UnitOf(JsonNode plan, string code) => plan["units"]!.AsArray().First(u => (string)u!["code"]! == code)!;

    private static async Task ReviseAsync(OpenedRound round, Action<JsonNode> change)
    {
        var client = round.Service.Client;
        var plan = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/plans/46-dla-2567", UriKind.Relative), Token))!;
        plan["revision"] = (int)plan["revision"]! + 1;
        change(plan);
        using var body = new StringContent(plan.ToJsonString(), Encoding.UTF8, "application/json");
        using var published = await client.PutAsync(new Uri("/api/plans/46-dla-2567?reason=addresses", UriKind.Relative), body, Token);
        Assert.Equal(HttpStatusCode.Created, published.StatusCode);
        using var moved = await client.PutAsync(new Uri(OpenedRound.Path + "/rules?reason=addresses", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
    }

    /// <summary>A mail with forms that was prepared, released, and left.</summary>
    private static async Task<string> SentAsync(OpenedRound round)
    {
        var prepared = await PostAsync(round, """{ "for": "forms", "units": ["4602"] }""", HttpStatusCode.Created);
        await DecideAsync(round, new { kind = "releaseMails", batch = prepared.GetProperty("batches")[0].GetInt64() });
        using var tick = await round.Service.Client.PostAsync(new Uri("/api/tick", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.OK, tick.StatusCode);
        var mail = prepared.GetProperty("mails")[0].GetString()!;
        Assert.NotNull((await round.StateAsync()).Mails.Single(m => m.Key.Value == mail).Value.SentAt);
        return mail;
    }

    private static async Task DecideAsync(OpenedRound round, object decision)
    {
        using var decided = await round.Service.Client.PostAsJsonAsync(new Uri(OpenedRound.Path + "/decisions", UriKind.Relative), decision, Token);
        Assert.True(decided.StatusCode == HttpStatusCode.Created, await decided.Content.ReadAsStringAsync(Token));
    }

    private static async Task<JsonElement> AgainAsync(OpenedRound round, string mail, HttpStatusCode status)
    {
        using var again = await round.Service.Client.PostAsync(new Uri($"{Mails}/{mail}/again", UriKind.Relative), null, Token);
        return await JsonAsync(again, status);
    }

    private static async Task<JsonElement> PostAsync(OpenedRound round, string body, HttpStatusCode status, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Mails) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await round.Service.Client.SendAsync(request, Token);
        return await JsonAsync(response, status);
    }

    [GeneratedRegex(@"https?://\S+/app/in/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
