using System.IO.Compression;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.OfficeFiles;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Season;

/// <summary>Emblem, templates and form through the API: what they change, what keeps its look, and that they go along with the round.</summary>
public sealed class OfficeFilesTests : IAsyncLifetime
{
    private SigningRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _round = await SigningRound.StartAsync();

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Emblem_StandsOnLettersAndMemos_FromThenOn()
    {
        Assert.Equal(0, await PicturesAsync("letter"));
        await GiveAsync("emblem", [.. MadeEmblem.Png(270, 300)], HttpStatusCode.Created);
        Assert.Equal(1, await PicturesAsync("letter"));
        Assert.Equal(1, await PicturesAsync("memo-to-head"));
        await GiveAsync("emblem", [.. MadeEmblem.Png(270, 300)], HttpStatusCode.OK);
        using var taken = await _round.Service.Client.DeleteAsync(new Uri($"{SigningRound.Path}/office-files/emblem", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Equal(0, await PicturesAsync("letter"));
    }

    /// <summary>Its code names the log at its number; another emblem afterwards is for the next one.</summary>
    [Fact]
    public async Task Letter_ThatHasItsNumber_KeepsTheEmblemItHadThen()
    {
        await GiveAsync("emblem", [.. MadeEmblem.Png(270, 300)], HttpStatusCode.Created);
        await _round.DecideAsync(new { kind = "numberLetter", number = "กส ๐๐๒๓.๑/๑", on = "2024-05-20" });
        var before = await BytesAsync("papers/letter?format=pdf");
        var answer = await GiveAsync("emblem", [.. MadeEmblem.Png(240, 300)], HttpStatusCode.Created);
        Assert.Contains(answer.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "KAL7483");
        Assert.Equal(before, await BytesAsync("papers/letter?format=pdf"));
        await _round.DecideAsync(new { kind = "numberLetter", number = "กส ๐๐๒๓.๑/๒", on = "2024-05-20", reason = "ใช้ตราใหม่" });
        Assert.NotEqual(before.Length, (await BytesAsync("papers/letter?format=pdf")).Length);
    }

    [Fact]
    public async Task Template_GivesTheReportsWordFileItsLetterhead_AndThatOfPrintedReturns()
    {
        var answer = await GiveAsync("report-template", MadeTemplate.Bytes(), HttpStatusCode.Created);
        Assert.Contains(answer.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "KAL6109");
        foreach (var document in (string[])["report?format=docx", "units/4602/return?format=docx"])
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(document)), false);
            Assert.Contains(file.MainDocumentPart!.HeaderParts, h => h.Header.InnerText.Contains(MadeTemplate.Letterhead, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Form_IsFilledWithTheRound_AndSaysWhatIsnt()
    {
        using var none = await _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/filled-form", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await GiveAsync("form", await File.ReadAllBytesAsync(RepositoryFile.At("samples", "department-form.docx"), Token), HttpStatusCode.Created);
        using var file = WordprocessingDocument.Open(new MemoryStream(await BytesAsync("filled-form?unit=4602")), false);
        Assert.Contains("ท้องถิ่นอำเภอนามน", file.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        var fields = JsonDocument.Parse(await BytesAsync("filled-form/fields")).RootElement;
        Assert.Contains("indicator.3.value", fields.GetProperty("filled").EnumerateArray().Select(f => f.GetString()));
        Assert.Contains("indicator.3.score", fields.GetProperty("unfilled").EnumerateArray().Select(f => f.GetString()));
        Assert.Contains("KAL6122", fields.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Binder_HoldsTheFilledForm_AsItIsGivenAlone()
    {
        await GiveAsync("form", await File.ReadAllBytesAsync(RepositoryFile.At("samples", "department-form.docx"), Token), HttpStatusCode.Created);
        using var binder = new ZipArchive(new MemoryStream(await BytesAsync("binder")));
        using var held = new MemoryStream();
        await using (var entry = await binder.GetEntry("01-รายงาน/แบบของหน่วยงานเจ้าของรางวัล เติมข้อมูลแล้ว.docx")!.OpenAsync(Token)) await entry.CopyToAsync(held, Token);
        Assert.Equal(await BytesAsync("filled-form"), held.ToArray());
    }

    [Fact]
    public async Task OfficeFiles_AreListed_GivenBackAsTheyCame_AndGoAlongWithTheRound()
    {
        byte[] emblem = [.. MadeEmblem.Png(270, 300)];
        await GiveAsync("emblem", emblem, HttpStatusCode.Created);
        var list = JsonDocument.Parse(await BytesAsync("office-files")).RootElement.GetProperty("items");
        Assert.Equal("emblem", Assert.Single(list.EnumerateArray()).GetProperty("use").GetString());
        Assert.Equal(emblem, await BytesAsync("office-files/emblem"));
        using var exported = new ZipArchive(new MemoryStream(await BytesAsync("export")));
        var hash = Evaluation.ContentHash.Of(emblem).ToString();
        Assert.Contains(exported.Entries, e => e.FullName.Contains(hash, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("emblem", "KAL6101")]
    [InlineData("letter-template", "KAL6104")]
    [InlineData("form", "KAL6104")]
    [InlineData("logo", "KAL7480")]
    public async Task File_ThatIsNone_IsRefusedAndNotKept(string use, string code)
    {
        var answer = await GiveAsync(use, "none"u8.ToArray(), use == "logo" ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity);
        Assert.Equal(code, answer.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Empty((await _round.StateAsync()).OfficeFiles);
    }

    [Fact]
    public async Task TwoFilesAtOnce_AreNotTaken_AndWhatWasNotGiven_IsNotThere()
    {
        using var form = SampleFiles.Form(("a.png", [.. MadeEmblem.Png(270, 300)]), ("b.png", [.. MadeEmblem.Png(240, 300)]));
        using var two = await _round.Service.Client.PutAsync(new Uri($"{SigningRound.Path}/office-files/emblem", UriKind.Relative), form, Token);
        Assert.Equal("KAL1903", await RunningService.ProblemAsync(two, 422, "not-accepted"));
        foreach (var address in (string[])["office-files/emblem", "filled-form", "filled-form/fields"])
        {
            using var none = await _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/{address}", UriKind.Relative), Token);
            await ToldAnswer.IsAsync(
                none, 404, "KAL7482", "", "สำนักงานยังไม่ได้นำไฟล์นี้เข้าในรอบการประเมิน โปรดส่งไฟล์ในหน้าการลงนามและการส่งก่อน",
                "The office has given the round no such file. Give it first, on the page of signature and dispatch.");
        }
    }

    [Fact]
    public async Task Page_TakesAFile_ShowsIt_AndSaysWhatWasFound()
    {
        using (var given = await PostAsync("emblem", [.. MadeEmblem.Png(270, 300)])) Assert.Equal($"{SigningRound.Page}#files", await Visitor.NextAsync(given));
        var page = await _round.Coordinator.PageAsync(SigningRound.Page);
        Assert.NotNull(page.QuerySelector("#files a[href$='office-files/emblem']"));
        using (var form = await PostAsync("form", await File.ReadAllBytesAsync(RepositoryFile.At("samples", "department-form.docx"), Token)))
        {
            var said = await form.Content.ReadAsStringAsync(Token);
            Assert.Equal(HttpStatusCode.OK, form.StatusCode);
            Assert.Contains("indicator.99.value", said, StringComparison.Ordinal);
            Assert.Contains("/filled-form", said, StringComparison.Ordinal);
        }
        using var refused = await PostAsync("emblem", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null((await _round.Head.PageAsync(SigningRound.Page)).QuerySelector("#files form"));

        async Task<HttpResponseMessage> PostAsync(string use, byte[] file)
        {
            var form = (await _round.Coordinator.PageAsync(SigningRound.Page)).QuerySelector("#files form")!;
            var body = SampleFiles.Form(("file.bin", file));
            var token = form.QuerySelector("input[type=hidden]")!;
            body.Add(new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")!);
            body.Add(new StringContent(use), "use");
            return await _round.Coordinator.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")) { Content = body });
        }
    }

    private async Task<JsonElement> GiveAsync(string use, byte[] file, HttpStatusCode status)
    {
        using var form = SampleFiles.Form(("file.bin", file));
        using var answer = await _round.Service.Client.PutAsync(new Uri($"{SigningRound.Path}/office-files/{use}", UriKind.Relative), form, Token);
        Assert.True(answer.StatusCode == status, await answer.Content.ReadAsStringAsync(Token));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }

    private async Task<int> PicturesAsync(string paper)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(await BytesAsync($"papers/{paper}?format=docx")), false);
        return file.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Anchor>().Count();
    }

    private Task<byte[]> BytesAsync(string path) => _round.Service.Client.GetByteArrayAsync(new Uri($"{SigningRound.Path}/{path}", UriKind.Relative), Token);
}
