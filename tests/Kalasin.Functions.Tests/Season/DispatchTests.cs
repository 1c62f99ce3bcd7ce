using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.SignedCopies;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kalasin.Functions.Tests.Season;

/// <summary>From the compiled report to its dispatch, by the pages that coordinator and head have.</summary>
public sealed class DispatchTests : IAsyncLifetime
{
    private SigningRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _round = await SigningRound.StartAsync();

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Report_IsSentOnce_WithTheVeryFilesThatWereSigned()
    {
        await _round.ReadyAsync();
        using var early = await OrderAsync();
        Assert.Equal("KAL5308", Codes(await RunningService.JsonAsync(early, HttpStatusCode.UnprocessableEntity)).Single());
        var scan = await _round.ScanAsync(SignedPaper.Letter);
        var page = await _round.Coordinator.PageAsync(SigningRound.Page);
        using var attached = await _round.Coordinator.UploadAsync(page, [("signed.pdf", scan)], ("paper", "letter"));
        Assert.Equal($"{SigningRound.Page}#copies", await Visitor.NextAsync(attached));

        var form = (await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector<IHtmlFormElement>("#dispatch form.fields")!;
        for (var i = 0; i < 2; i++)
        {
            using var content = new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(f => f.Name!, f => f.Value));
            using var ordered = await _round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = content });
            Assert.Equal($"{SigningRound.Page}#dispatch", await Visitor.NextAsync(ordered));
        }
        using var again = await OrderAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        var (state, round) = (await _round.StateAsync(), await _round.FindAsync());
        var mail = Assert.Single(state.Mails.Values, m => m.Purpose == MailPurpose.Dispatch);
        await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, Token);
        using var message = await MimeMessage.LoadAsync(eml!, Token);
        Assert.Equal(round.Rules.Framework.FinalDeadline.Email, message.To.Mailboxes.Single().Address);
        Assert.Null(message.Headers["Auto-Submitted"]);
        Assert.StartsWith("ที่ กส ๐๐๒๓.๑/๑๒๓๔ ลงวันที่ ๒๐ พฤษภาคม ๒๕๖๗ เรื่อง ", message.Subject, StringComparison.Ordinal);
        var report = state.Reports[Edition.Official];
        Assert.Equal([report.Word, report.Pdf, ContentHash.Of(scan)], message.Attachments.Cast<MimePart>().Select(HashOf));
        Assert.Equal("รายงาน จังหวัดกาฬสินธุ์ 46-dla-2567.docx", message.Attachments.First().ContentDisposition!.FileName);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Fact]
    public async Task Preview_IsWhatLeaves_AndWhatHasChangedSinceIsNotSent()
    {
        await _round.ReadyAsync();
        var early = await PreviewAsync();
        Assert.Equal(0, early.GetProperty("mails").GetArrayLength());
        Assert.Equal("KAL5308", early.GetProperty("obstacles").EnumerateArray().Single().GetProperty("code").GetString());
        Assert.Null((await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector("#dispatch form.fields"));
        var scan = await _round.ScanAsync(SignedPaper.Letter);
        using var attached = await _round.AttachAsync(scan, "");
        var preview = await PreviewAsync();
        Assert.Empty(preview.GetProperty("obstacles").EnumerateArray());
        var (shown, seen) = (preview.GetProperty("mails").EnumerateArray().Single(), preview.GetProperty("seen").GetString());
        var page = (await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector("#dispatch")!;
        foreach (var part in (string?[])[preview.GetProperty("to").GetString(), shown.GetProperty("subject").GetString(), "รายงาน จังหวัดกาฬสินธุ์ 46-dla-2567.docx", "กิโลไบต์"])
            Assert.Contains(part!, Visitor.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(seen, page.QuerySelector<IHtmlInputElement>("form.fields input[name=seen]")!.Value);

        // Somebody attaches another copy of the letter after it was looked at.
        using var another = await _round.AttachAsync([.. scan, .. "\n% once more"u8], "");
        Assert.Equal(HttpStatusCode.Created, another.StatusCode);
        using var stale = await OrderAsync($"?seen={seen}");
        Assert.Equal("KAL7479", Codes(await RunningService.JsonAsync(stale, HttpStatusCode.UnprocessableEntity)).Single());
        var again = await PreviewAsync();
        using var ordered = await OrderAsync($"?seen={again.GetProperty("seen").GetString()}");
        Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);

        var (round, mail) = (await _round.FindAsync(), (await _round.StateAsync()).Mails.Values.Single(m => m.Purpose == MailPurpose.Dispatch));
        await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, Token);
        using var message = await MimeMessage.LoadAsync(eml!, Token);
        var looked = again.GetProperty("mails").EnumerateArray().Single();
        Assert.Equal((looked.GetProperty("subject").GetString(), looked.GetProperty("body").GetString()!.ReplaceLineEndings().TrimEnd()), (message.Subject, message.TextBody!.ReplaceLineEndings().TrimEnd()));
        Assert.Equal(
            looked.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("sha256").GetString()), message.Attachments.Cast<MimePart>().Select(a => HashOf(a).ToString()));
        Assert.Equal("KAL5304", (await PreviewAsync()).GetProperty("obstacles").EnumerateArray().Single().GetProperty("code").GetString());
    }

    [Fact]
    public async Task OfficeWithoutAnAddress_CantSendTheReport_AndIsToldBefore()
    {
        var (log, plan, framework) = (_round.Service.Services.GetRequiredService<RoundLog>(), (await _round.FindAsync()).Rules.Plan, (await _round.FindAsync()).Rules.Framework);
        var nowhere = AwardRules.Of(framework, plan with { Revision = plan.Revision + 1, InternalDeadline = plan.InternalDeadline with { Email = "" } }).Value!;
        await log.ReviseAsync(nowhere, new("00", "addresses"), Actor.Local, Token);
        ToldAnswer.Is(
            Assert.Single((await PreviewAsync()).GetProperty("obstacles").EnumerateArray(), o => o.GetProperty("code").GetString() == "KAL7477"), "KAL7477", "",
            "แผนของรอบยังไม่มีที่อยู่อีเมลของสำนักงาน จึงส่งรายงานทางอีเมลไม่ได้ โปรดใส่ที่อยู่อีเมลของสำนักงานในหน้าที่อยู่และผู้ลงนาม",
            "The round's plan names no mail address of the office, so the report can't be mailed. Enter the office's address on the page of addresses and signatories.");
    }

    [Fact]
    public async Task AfterIt_LateReturnIsShownAsTheDifference_AndTheAcknowledgementIsRecorded()
    {
        await _round.ReadyAsync();
        using var attached = await _round.AttachAsync(await _round.ScanAsync(SignedPaper.Letter), "");
        Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        using var ordered = await OrderAsync();
        Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);
        Assert.DoesNotContain("acknowledgeDispatch", SigningRound.KindsOf(await _round.Coordinator.PageAsync(SigningRound.Page)));
        await _round.TickAsync();
        await _round.TakeAsync(_round.Coordinator, "acknowledgeDispatch", ("by", "register"), ("on", "2024-05-20"), ("number", "มท ๗๗"));
        await _round.SendAsync("4603");
        var dispatch = Visitor.TextOf((await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector("#dispatch")!);
        Assert.Contains("มท ๗๗", dispatch, StringComparison.Ordinal);
        Assert.Contains("กมลาไสย", dispatch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000_000, 2)]
    [InlineData(15_000_000, 0)]
    public async Task FilesThatOneMailCantCarry_GoInTwo_AndOneThatNoneCan_WaitsForAPerson(int bytes, int mails)
    {
        await _round.ReadyAsync();
        var large = new SmallPdf("signed", (new byte[bytes], "/Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode")).Bytes;
        foreach (var paper in (string[])["letter", "signature-page"])
        {
            using var attached = await _round.AttachAsync(large, $"paper={paper}&reason=x");
            Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        }
        using var ordered = await OrderAsync();
        if (mails == 0) Assert.Equal(["KAL7476"], Codes(await RunningService.JsonAsync(ordered, HttpStatusCode.UnprocessableEntity)));
        else Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);
        var (queued, round) = ((await _round.StateAsync()).Mails.Values.Where(m => m.Purpose == MailPurpose.Dispatch).OrderBy(m => m.Number).ToList(), await _round.FindAsync());
        Assert.Equal(mails, queued.Count);
        var names = new List<string>();
        foreach (var mail in queued)
        {
            await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, Token);
            Assert.True(eml!.Length <= 20_000_000, $"{eml.Length} bytes");
            using var message = await MimeMessage.LoadAsync(eml, Token);
            names.AddRange(message.Attachments.Select(a => a.ContentDisposition!.FileName!.Split(' ')[0]));
        }
        Assert.Equal(mails == 0 ? [] : ["รายงาน", "รายงาน", "หนังสือนำส่ง", "หน้ารับรอง"], names);
    }

    [Fact]
    public async Task SignedCopySentAgain_AfterTheRoundWentOn_IsAnsweredAsItWas()
    {
        await _round.ReadyAsync();
        var scan = await _round.ScanAsync(SignedPaper.Letter);
        using var attached = await _round.AttachAsync(scan, "", "a");
        var number = (await RunningService.JsonAsync(attached, HttpStatusCode.Created)).GetProperty("sequence").GetInt64();
        using var replacing = await _round.AttachAsync(new SmallPdf("another").Bytes, "reason=x", "b");
        Assert.Equal(HttpStatusCode.Created, replacing.StatusCode);
        for (var i = 0; i < 2; i++)
        {
            using var again = await _round.AttachAsync(scan, "", "a");
            var answer = await RunningService.JsonAsync(again, HttpStatusCode.OK);
            Assert.Equal((number, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(scan))), (answer.GetProperty("sequence").GetInt64(), answer.GetProperty("sha256").GetString()));
            using var ordered = await OrderAsync();
            Assert.True(ordered.IsSuccessStatusCode);
        }
        using var late = await _round.AttachAsync(scan, "", "c");
        Assert.Equal(["KAL5304"], Codes(await RunningService.JsonAsync(late, HttpStatusCode.UnprocessableEntity)));
    }

    [Fact]
    public async Task CutOff_IsSettledByAPerson()
    {
        await _round.ReadyAsync();
        using var attached = await _round.AttachAsync(await _round.ScanAsync(SignedPaper.Letter), "");
        using var ordered = await OrderAsync();
        Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);
        var log = _round.Service.Services.GetRequiredService<RoundLog>();
        await log.DecideAsync((await _round.FindAsync()).Id, new AttemptMail(Guid.NewGuid(), MailId.Of("dispatch", 1)), Actor.Clock, Token);
        Assert.DoesNotContain("settleDispatch", SigningRound.KindsOf(await _round.Coordinator.PageAsync(SigningRound.Page)));
        _round.Wait(TimeSpan.FromHours(1));
        await _round.TickAsync();
        Assert.Null((await _round.StateAsync()).DispatchedAt);
        await _round.TakeAsync(_round.Coordinator, "settleDispatch", ("reason", "พบในกล่องส่งออก"));
        Assert.NotNull((await _round.StateAsync()).DispatchedAt);
    }

    /// <summary>A wrong address: the server says so, somebody corrects it and orders the report anew, to the right one.</summary>
    [Fact]
    public async Task RefusedAddress_IsCorrected_AndTheReportOrderedAnew()
    {
        await _round.ReadyAsync();
        using var attached = await _round.AttachAsync(await _round.ScanAsync(SignedPaper.Letter), "");
        using var ordered = await OrderAsync();
        Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);
        var (log, id) = (_round.Service.Services.GetRequiredService<RoundLog>(), (await _round.FindAsync()).Id);
        await log.DecideAsync(id, new AttemptMail(Guid.NewGuid(), MailId.Of("dispatch", 1)), Actor.Clock, Token);
        await log.DecideAsync(id, new FailMail(Guid.NewGuid(), MailId.Of("dispatch", 1), "KAL7604", ForGood: true), Actor.Clock, Token);
        _round.Wait(TimeSpan.FromHours(1));
        await _round.TickAsync();
        var page = await _round.Coordinator.PageAsync(SigningRound.Page);
        Assert.Contains("ส่งไม่ถึงผู้รับ", page.QuerySelector("#dispatch")!.TextContent, StringComparison.Ordinal);
        Assert.Subset(SigningRound.KindsOf(page).ToHashSet(), new HashSet<string> { "settleDispatch", "cancelDispatch" });

        await CorrectAddressAsync("right@dla.go.th");
        await _round.TakeAsync(_round.Coordinator, "cancelDispatch", ("reason", "ที่อยู่อีเมลผิด"));
        Assert.NotNull((await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector("#dispatch form.fields"));
        using var again = await OrderAsync();
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await _round.TickAsync();
        var (state, round) = (await _round.StateAsync(), await _round.FindAsync());
        Assert.NotNull(state.DispatchedAt);
        await using var eml = await round.Vault.OpenAsync(Assert.Single(state.DispatchMails).Eml, ByteRange.All, Token);
        using var message = await MimeMessage.LoadAsync(eml!, Token);
        Assert.Equal("right@dla.go.th", message.To.Mailboxes.Single().Address);
        Assert.DoesNotContain("cancelDispatch", SigningRound.KindsOf(await _round.Coordinator.PageAsync(SigningRound.Page)));
    }

    /// <summary>What a server finds too large is ordered anew in smaller mails, or asked about.</summary>
    [Theory]
    [InlineData(6_000_000, 2)]
    [InlineData(8_000_000, 0)]
    public async Task TooLargeForTheServer_IsOrderedAnewInSmallerMails_OrAskedAbout(int bytes, int mails)
    {
        await _round.ReadyAsync();
        var large = new SmallPdf("signed", (new byte[bytes], "/Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode")).Bytes;
        foreach (var paper in (string[])["letter", "signature-page"])
        {
            using var attached = await _round.AttachAsync(paper == "letter" ? large : new SmallPdf("page", (new byte[3_000_000], "/Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode")).Bytes, $"paper={paper}&reason=x");
            Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        }
        using var ordered = await OrderAsync();
        Assert.Equal(HttpStatusCode.Created, ordered.StatusCode);
        var first = Assert.Single((await _round.StateAsync()).DispatchMails).Id;
        var (log, id) = (_round.Service.Services.GetRequiredService<RoundLog>(), (await _round.FindAsync()).Id);
        await log.DecideAsync(id, new AttemptMail(Guid.NewGuid(), first), Actor.Clock, Token);
        await log.DecideAsync(id, new FailMail(Guid.NewGuid(), first, "KAL7605", ForGood: true), Actor.Clock, Token);
        await _round.TakeAsync(_round.Coordinator, "cancelDispatch", ("reason", "เซิร์ฟเวอร์ไม่รับขนาดนี้"));
        using var again = await OrderAsync();
        if (mails == 0) Assert.Equal(["KAL7476"], Codes(await RunningService.JsonAsync(again, HttpStatusCode.UnprocessableEntity)));
        else Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        var (state, round) = (await _round.StateAsync(), await _round.FindAsync());
        Assert.Equal(mails, state.DispatchMails.Count());
        foreach (var mail in state.DispatchMails)
        {
            await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, Token);
            Assert.True(eml!.Length <= 9_000_000, $"{eml.Length} bytes");
        }
    }

    private async Task CorrectAddressAsync(string address)
    {
        var client = _round.Service.Client;
        var framework = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/frameworks/dla-2567", UriKind.Relative), Token))!;
        framework["revision"] = (int)framework["revision"]! + 1;
        framework["finalDeadline"]!["email"] = address;
        using var body = new StringContent(framework.ToJsonString());
        using var published = await client.PutAsync(new Uri("/api/frameworks/dla-2567?reason=x", UriKind.Relative), body, Token);
        Assert.Equal(HttpStatusCode.Created, published.StatusCode);
        using var moved = await client.PutAsync(new Uri($"{SigningRound.Path}/rules?reason=x", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
    }

    [Fact]
    public async Task Results_AreShownFromTheScoresPage_UntilADay()
    {
        const string scores = "/app/rounds/46-dla-2567/scores";
        await SigningRound.TakeAsync(scores, _round.Coordinator, "showResults", ("until", "2024-05-27"));
        Assert.Equal(new(2024, 5, 27), (await _round.StateAsync()).Results!.Until);
        Assert.Contains("๒๗ พฤษภาคม ๒๕๖๗", (await _round.Coordinator.PageAsync(scores)).QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        using var inspector = await _round.EnterAsync("inspector");
        Assert.DoesNotContain("showResults", SigningRound.KindsOf(await inspector.PageAsync(scores)));
    }

    [Fact]
    public async Task Head_ReadsApprovesOrReturns_AndTheCoordinatorDoesNot()
    {
        Assert.DoesNotContain("approveReport", SigningRound.KindsOf(await _round.Head.PageAsync(SigningRound.Page)));
        await _round.TakeAsync(_round.Coordinator, "requestSignature");
        Assert.DoesNotContain("approveReport", SigningRound.KindsOf(await _round.Coordinator.PageAsync(SigningRound.Page)));
        await _round.TakeAsync(_round.Head, "returnReport", ("reason", "โปรดตรวจตัวชี้วัดที่ ๓"));
        var returned = await _round.Coordinator.PageAsync(SigningRound.Page);
        Assert.Contains("โปรดตรวจตัวชี้วัดที่ ๓", returned.QuerySelector("#report")!.TextContent, StringComparison.Ordinal);
        await _round.TakeAsync(_round.Coordinator, "requestSignature", ("reason", "ตรวจแล้ว"));
        await _round.TakeAsync(_round.Head, "approveReport");
        Assert.Equal(ApprovalStage.Approved, (await _round.StateAsync()).ApprovalUnder((await _round.FindAsync()).Rules).Stage);

        await _round.SendAsync("4603");
        var stale = Visitor.TextOf((await _round.Head.PageAsync(SigningRound.Page)).QuerySelector("#report")!);
        Assert.Contains("ต้องเสนอใหม่", stale, StringComparison.Ordinal);
        Assert.Contains("กมลาไสย", stale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspector", null)]
    [InlineData("unit", "4602")]
    public async Task WhoeverIsNotInCharge_NeitherAttachesNorSends(string whom, string? unit)
    {
        using var visitor = await _round.EnterAsync(whom, unit);
        foreach (var address in new[] { "signed-copies", "dispatch" })
        {
            using var form = SampleFiles.Form(("a.pdf", [1]));
            using var refused = await visitor.SendAsync(new(HttpMethod.Post, $"{SigningRound.Path}/{address}") { Content = form });
            Assert.Equal(["KAL5013"], Codes(await RunningService.JsonAsync(refused, HttpStatusCode.UnprocessableEntity)));
        }
        if (unit is not null) return;
        var page = await visitor.PageAsync(SigningRound.Page);
        Assert.Empty(page.QuerySelectorAll("form[enctype]"));
        Assert.Empty(SigningRound.KindsOf(page));
    }

    private static IEnumerable<string> Codes(JsonElement problem) => problem.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!);

    private static ContentHash HashOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return ContentHash.Of(bytes.ToArray());
    }

    private Task<HttpResponseMessage> OrderAsync(string query = "") => _round.Service.Client.PostAsync(new Uri($"{SigningRound.Path}/dispatch{query}", UriKind.Relative), null, Token);

    private async Task<JsonElement> PreviewAsync() => await RunningService.JsonAsync(
        await _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/dispatch", UriKind.Relative), Token), HttpStatusCode.OK);
}
