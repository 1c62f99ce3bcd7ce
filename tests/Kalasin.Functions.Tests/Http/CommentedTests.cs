using System.Net;
using Kalasin.Evaluation.Tests.Remarks;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Http;

/// <summary>The sender's own workbook with notes, from the API.</summary>
public sealed class CommentedTests : IAsyncLifetime
{
    private OpenedRound round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => round = await OpenedRound.StartAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task DeliveredWorkbook_ComesBackWithNotes_UnderItsOwnName_AndTheOriginalStays()
    {
        var (name, bytes) = SampleFiles.WorkbookOf("4603");
        using var sent = await round.SendAsync("4603", SampleFiles.Form((name, bytes)));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        using var answer = await round.GetAsync("/deliveries/1/files/1/commented");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("-ข้อสังเกต.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);
        var note = Assert.Single(NotedFile.Open(await answer.Content.ReadAsByteArrayAsync(Token)).Notes, n => n is { Sheet: "ตัวชี้วัด 4", Cell: "B23" });
        Assert.Contains("โปรด", note.Text, StringComparison.Ordinal);
        using var original = await round.GetAsync("/deliveries/1/files/1");
        Assert.Equal(bytes, await original.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task CheckedFile_ComesBackWithNotes_AndNothingIsKept()
    {
        var head = await round.HeadAsync();
        using var answer = await CheckAsync(SampleFiles.WorkbookOf("4603"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var commented = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.Contains(NotedFile.Open(commented).Notes, n => n is { Sheet: "ตัวชี้วัด 4", Cell: "B23" });
        Assert.Equal(head, await round.HeadAsync());
        Assert.Empty(await round.KeptAsync());

        // It is taken in as the original is.
        using var sent = await round.SendAsync("4603", SampleFiles.Form(("commented.xlsx", commented)));
        var returns = (await RunningService.JsonAsync(sent, HttpStatusCode.Created)).GetProperty("returns").EnumerateArray();
        Assert.Equal([0, 1, 0, 0], returns.Select(r => r.GetProperty("faultyRows").GetInt32()));
    }

    /// <summary>Workbooks inside a zip come back in a zip, from the check before sending and from what was delivered.</summary>
    [Fact]
    public async Task Zip_ComesBackAsOne_WithNotesInItsWorkbooks()
    {
        using var zipped = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZipArchive(zipped, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("งวด ๑/form.xlsx").OpenAsync(Token);
            await entry.WriteAsync(SampleFiles.WorkbookOf("4603").Bytes, Token);
        }
        using var answer = await CheckAsync(("ส่ง.zip", zipped.ToArray()));
        await IsNotedAsync(answer);

        using var sent = await round.SendAsync("4603", SampleFiles.Form(("ส่ง.zip", zipped.ToArray())));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        using var delivered = await round.GetAsync("/deliveries/1/files/1/commented");
        await IsNotedAsync(delivered);

        static async Task IsNotedAsync(HttpResponseMessage answer)
        {
            Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal("ส่ง-ข้อสังเกต.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
            using var made = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Token));
            var entry = Assert.Single(made.Entries);
            Assert.Equal("งวด ๑/form-ข้อสังเกต.xlsx", entry.FullName);
            using var workbook = new MemoryStream();
            await using (var part = await entry.OpenAsync(Token)) await part.CopyToAsync(workbook, Token);
            Assert.Contains(NotedFile.Open(workbook.ToArray()).Notes, n => n is { Sheet: "ตัวชี้วัด 4", Cell: "B23" });
        }
    }

    [Fact]
    public async Task CheckedFile_ThatCantHoldNotes_422WithItsFindings()
    {
        using var answer = await CheckAsync(("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task NoSuchFile_404()
    {
        using var answer = await round.GetAsync("/deliveries/1/files/1/commented");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FileWithoutCells_HasNoNotes_AndSaysWhereToLook()
    {
        using var sent = await round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603"), ("photo.png", [0x89, .. "PNG\r\n\u001a\n"u8])));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        using var answer = await round.GetAsync("/deliveries/1/files/2/commented");
        await ToldAnswer.IsAsync(
            answer, 404, "KAL1909", "photo.png",
            "ไฟล์นี้ไม่มีข้อสังเกต หรือไม่ใช่ตารางที่ใส่หมายเหตุที่ช่องได้ โปรดดูข้อสังเกตของการนำส่งในใบตอบรับหรือบนหน้าของหน่วยงาน",
            "Nothing was found in this file, or it is no table that can have notes beside cells. See what was found in the delivery on its receipt or on the unit's page.");
    }

    private Task<HttpResponseMessage> CheckAsync((string Name, byte[] Bytes) file) =>
        round.Service.Client.PostAsync(new Uri($"{OpenedRound.Path}/units/4603/checks", UriKind.Relative), SampleFiles.Form(file), Token);
}
