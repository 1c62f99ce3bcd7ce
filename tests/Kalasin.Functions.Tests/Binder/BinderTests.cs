using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Binder;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Season;
using Kalasin.Functions.Tests.Storage.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Binder;

/// <summary>The binder as it is downloaded: all of it there, each file what the manifest says, and what is not there said.</summary>
public sealed partial class BinderTests : IAsyncLifetime
{
    private const string Address = OpenedRound.Path + "/binder", Sums = "SHA256SUMS", Index = "00-สารบัญ.html";
    private const string Photo = "05-หลักฐาน/03-4603-02 ภาพกิจกรรมตามทะเบียน 4 กิจกรรม/photo-4603-3.zip";
    private static readonly StreamId Stream = StreamId.Of("round", "46-dla-2567");

    private OpenedRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Two deliveries; a picture of 4603 is called what its evidence says.</summary>
    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        await SendAsync("4602", SampleFiles.WorkbookOf("4602"));
        await SendAsync("4603", SampleFiles.WorkbookOf("4603"), ("photo-4603-3.zip", SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg")), ("CON?.jpg", SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg")));
    }

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Binder_HoldsReportPapersOriginalsEvidenceResultsAndLog_EachAsTheManifestSays()
    {
        using var zip = await ReadAsync();
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Equal(
            [
                "01-รายงาน/รายงานของจังหวัด.docx", "01-รายงาน/รายงานของจังหวัด.pdf", "02-หนังสือ/หนังสือนำส่ง.docx", "02-หนังสือ/หนังสือนำส่ง.pdf",
                "04-การตรวจประเมิน/บัญชีหลักฐาน.docx", "04-การตรวจประเมิน/บัญชีหลักฐาน.pdf", "04-การตรวจประเมิน/ป้ายหลักฐาน.docx", "04-การตรวจประเมิน/ป้ายหลักฐาน.pdf",
                "04-การตรวจประเมิน/แบบตรวจประเมินในพื้นที่.docx", "04-การตรวจประเมิน/แบบตรวจประเมินในพื้นที่.pdf",
                Photo, $"06-ต้นฉบับที่นำส่ง/0001 นามน/{SampleFiles.WorkbookOf("4602").Name}", $"06-ต้นฉบับที่นำส่ง/0002 กมลาไสย/{SampleFiles.WorkbookOf("4603").Name}",
                "06-ต้นฉบับที่นำส่ง/0002 กมลาไสย/photo-4603-3.zip", "06-ต้นฉบับที่นำส่ง/0002 กมลาไสย/CON-.jpg",
                "07-ผลและข้อสังเกต/ผลคะแนน.xlsx", "07-ผลและข้อสังเกต/ผลคะแนน.json", "07-ผลและข้อสังเกต/รายงานข้อสังเกต.docx", "07-ผลและข้อสังเกต/รายงานข้อสังเกต.pdf", "07-ผลและข้อสังเกต/ข้อสังเกต.json", "08-บันทึกของรอบ/log.jsonl", Index, Sums,
            ],
            names);
        Assert.All(zip.Entries, e => Assert.Equal(new(2024, 5, 15), e.LastWriteTime.Date));
        var lines = Lines(zip);
        Assert.Equal(names.SkipLast(1), lines.Select(l => l.Path));
        foreach (var (hash, path) in lines) Assert.Equal(hash, ContentHash.Of(Bytes(zip, path)));
        Assert.Equal(SampleFiles.WorkbookOf("4602").Bytes, Bytes(zip, names[11]));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(Bytes(zip, "01-รายงาน/รายงานของจังหวัด.pdf")[..4]));
        var log = Text(zip, "08-บันทึกของรอบ/log.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(log.Aggregate(ContentHash.Zero, (head, line) => head.Then(Encoding.UTF8.GetBytes(line))), (await StateAsync()).Head);
        Assert.Equal("46-dla-2567", JsonDocument.Parse(Bytes(zip, "07-ผลและข้อสังเกต/ผลคะแนน.json")).RootElement.GetProperty("round").GetString());
        var index = Text(zip, Index);
        Assert.Contains("<a href=\"06-%E0%B8", index, StringComparison.Ordinal);
        Assert.Contains("03-4602-01", index, StringComparison.Ordinal); // evidence without a file
        Assert.DoesNotContain("ไฟล์ที่ขาด", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binder_OfTheSameState_IsTheSameBytes_AlsoInAnotherProcess_AndAsOfAMomentItIsAsItWas()
    {
        var first = await _round.Service.Client.GetByteArrayAsync(Address, Token);
        await using (var restarted = await RunningService.StartAsync(s => s with { DataFolder = _round.Service.DataFolder }, build: OfThatDay))
            Assert.Equal(first, await restarted.Client.GetByteArrayAsync(Address, Token));
        var then = _round.Service.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await SendAsync("4604", SampleFiles.WorkbookOf("4604"));
        Assert.NotEqual(first, await _round.Service.Client.GetByteArrayAsync(Address, Token));
        Assert.Equal(first, await _round.Service.Client.GetByteArrayAsync($"{Address}?asOf={Uri.EscapeDataString(then.ToString("O"))}", Token));
    }

    [Theory]
    [InlineData(true, "KAL7016")]
    [InlineData(false, "KAL7017")]
    public async Task DamagedOriginal_IsLeftOutAndSaid_AndItsLineFailsTheCheck(bool changed, string code)
    {
        var file = (await StateAsync()).Deliveries[0].Files[0];
        await LocalStorageUnderTest.DamageAsync(new DataFolder(_round.Service.DataFolder), Stream, file.Hash, changed ? new byte[200_000] : null);
        using var zip = await ReadAsync();
        var path = $"06-ต้นฉบับที่นำส่ง/0001 นามน/{SampleFiles.WorkbookOf("4602").Name}";
        Assert.DoesNotContain(zip.Entries, e => e.FullName == path);
        Assert.Contains((file.Hash, path), Lines(zip));
        Assert.Contains($"# {path}: {code} ", Text(zip, Sums), StringComparison.Ordinal);
        Assert.Contains($"<code>{code}</code>", Text(zip, Index), StringComparison.Ordinal);
        Assert.All(Lines(zip).Where(l => l.Path != path), l => Assert.Equal(l.Hash, ContentHash.Of(Bytes(zip, l.Path))));
    }

    [Fact]
    public async Task DamagedReturn_TakesOutWhatIsMadeOfIt_AndNothingElse()
    {
        await LocalStorageUnderTest.DamageAsync(new DataFolder(_round.Service.DataFolder), Stream, (await StateAsync()).Deliveries[0].Returns[0].Content, null);
        await using var restarted = await RunningService.StartAsync(s => s with { DataFolder = _round.Service.DataFolder }, build: OfThatDay);
        using var zip = new ZipArchive(new MemoryStream(await restarted.Client.GetByteArrayAsync(Address, Token)));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("01-", StringComparison.Ordinal));
        Assert.Equal(4, zip.Entries.Count(e => e.FullName.StartsWith("06-", StringComparison.Ordinal)));
        Assert.Equal(5, Regex.Count(Text(zip, Sums), "^# .*KAL7017 ", RegexOptions.Multiline));
        Assert.All(Lines(zip), l => Assert.Equal(l.Hash, ContentHash.Of(Bytes(zip, l.Path))));
    }

    [Fact]
    public async Task ErasedOriginal_IsSaid_AndTheRestPassesTheCheck()
    {
        var file = (await StateAsync()).Deliveries[1].Files[2];
        using (var erased = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/erasures", new { content = file.Hash.ToString(), basis = "คำขอ" }, Token))
            Assert.Equal(HttpStatusCode.Created, erased.StatusCode);
        using var zip = await ReadAsync();
        Assert.Contains("CON-.jpg: KAL7901 ", Text(zip, Sums), StringComparison.Ordinal);
        Assert.All(Lines(zip), l => Assert.Equal(l.Hash, ContentHash.Of(Bytes(zip, l.Path))));
    }

    [Fact]
    public async Task WithdrawnAndReplacedDeliveries_AreListedWithoutTheirOriginals()
    {
        var (name, bytes) = SampleFiles.WorkbookOf("4602");
        await SendAsync("4602", (name, SampleFiles.WithText(bytes, "ซักซ้อมแนวทาง", "แก้ไขแนวทาง")));
        await SendAsync("4604", SampleFiles.WorkbookOf("4604"));
        using (var withdrawn = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/decisions", new { kind = "withdrawDelivery", receipt = 4, reason = "ส่งผิด" }, Token))
            Assert.Equal(HttpStatusCode.Created, withdrawn.StatusCode);
        using var zip = await ReadAsync();
        var folders = zip.Entries.Select(e => e.FullName.Split('/')).Where(p => p[0].StartsWith("06-", StringComparison.Ordinal)).Select(p => p[1]).Distinct();
        Assert.Equal(["0001 นามน", "0002 กมลาไสย", "0003 นามน"], folders); // the first still counts: only one of its returns was replaced
        Assert.Contains("ถอนแล้ว", Text(zip, Index), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_IsTheApprovedOne_WithItsSignaturePageAndSignedLetter_AlsoAfterAnotherWasCompiled()
    {
        await using var round = await SigningRound.StartAsync();
        await round.ReadyAsync();
        using (var attached = await round.AttachAsync(await round.ScanAsync(SignedPaper.Letter), "paper=letter")) Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        var approved = (await round.StateAsync()).Signing!.Report;
        await round.SendAsync("4603");
        await round.TickAsync();
        Assert.NotEqual(approved.Pdf, (await round.StateAsync()).Reports[Edition.Official].Pdf);
        using var zip = new ZipArchive(new MemoryStream(await round.Service.Client.GetByteArrayAsync(Address, Token)));
        Assert.Equal(approved.Pdf, ContentHash.Of(Bytes(zip, "01-รายงาน/รายงานของจังหวัด.pdf")));
        Assert.Equal(approved.Word, ContentHash.Of(Bytes(zip, "01-รายงาน/รายงานของจังหวัด.docx")));
        Assert.Contains(zip.Entries, e => e.FullName == "02-หนังสือ/หน้ารับรอง.pdf");
        Assert.Equal((await round.StateAsync()).SignedCopies[SignedPaper.Letter].File, ContentHash.Of(Bytes(zip, "03-สำเนาที่ลงนาม/หนังสือนำส่ง.pdf")));
    }

    [Fact]
    public async Task Reader_WhoGoesAway_EndsTheWriting()
    {
        var binder = await BinderAsync();
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => binder.WriteAsync(new Leaving(gone), null, gone.Token));
    }

    [Fact]
    public async Task Inspector_GetsIt_AndTheHeadOfTheAnswerAlone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);
        using var answer = await _round.Service.Client.SendAsync(request, Token);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("binder-46-dla-2567-[0-9]+\\.zip", answer.Content.Headers.ContentDisposition!.FileName!);
        using var page = await _round.Service.Client.GetAsync(new Uri("/app/rounds/46-dla-2567/signing", UriKind.Relative), Token);
        Assert.Contains($"href=\"{Address}\"", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static void OfThatDay(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<TimeProvider>(new Functions.Rounds.ClockFrom(OpenedRound.Opened.AddDays(30)));

    private async Task<BinderFile> BinderAsync()
    {
        var services = _round.Service.Services;
        var found = await services.GetRequiredService<Functions.Rounds.RoundLog>().FindAsync("46-dla-2567", Token);
        return await services.GetRequiredService<BinderParts>().FindAsync(found!, Token);
    }

    private async Task SendAsync(string unit, params (string Name, byte[] Bytes)[] files)
    {
        using var sent = await _round.SendAsync(unit, SampleFiles.Form(files));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    private Task<RoundState> StateAsync() => _round.Service.Services.GetRequiredService<Functions.Rounds.RoundLog>().LoadAsync(RoundId.Parse("46-dla-2567"), Token);

    private async Task<ZipArchive> ReadAsync() => new(new MemoryStream(await _round.Service.Client.GetByteArrayAsync(Address, Token)));

    private static List<(ContentHash Hash, string Path)> Lines(ZipArchive zip) =>
        [.. Line().Matches(Text(zip, Sums)).Select(m => (ContentHash.TryParse(m.Groups["hash"].Value, out var hash) ? hash : default, m.Groups["path"].Value))];

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("^(?<hash>[0-9a-f]{64})  (?<path>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    /// <summary>A reader who is gone after the first bytes.</summary>
    private sealed class Leaving(CancellationTokenSource gone) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gone.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
