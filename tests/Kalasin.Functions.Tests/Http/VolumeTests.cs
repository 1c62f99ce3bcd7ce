using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Samples;
using Kalasin.Functions.Transfer;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>All receipts and all returns of a round at once.</summary>
[Collection<PlayedSample>]
public sealed class VolumeTests(PlayedSample sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipts_AsFiles_AreEachAsItIsAskedForAlone()
    {
        using var zip = await ZipAsync("receipts");
        var count = (await ReadAsync("deliveries")).GetArrayLength();
        Assert.Equal(2 * count, zip.Entries.Count);
        Assert.Equal("ใบตอบรับ-0015-4603-กมลาไสย.docx", zip.Entries[28].FullName);
        using var alone = await GetAsync("deliveries/15/receipt?format=pdf");
        Assert.Equal(await alone.Content.ReadAsByteArrayAsync(Token), await BytesAsync(zip.GetEntry("ใบตอบรับ-0015-4603-กมลาไสย.pdf")!));
    }

    [Fact]
    public async Task Returns_AsFiles_HaveAFolderForEachUnit_WithItsMemo()
    {
        using var zip = await ZipAsync("returns");
        var names = zip.Entries.Select(e => e.FullName).Where(n => n.StartsWith("4603-กมลาไสย/", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["บันทึกข้อความ-4603", "แบบรายงาน-03-4603", "แบบรายงาน-04-4603", "แบบรายงาน-08-4603", "แบบรายงาน-09-4603"],
            names.Where(n => n.EndsWith(".pdf", StringComparison.Ordinal)).Select(n => n["4603-กมลาไสย/".Length..^4]));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("4611", StringComparison.Ordinal));
        using var word = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(zip.GetEntry("4603-กมลาไสย/แบบรายงาน-03-4603.docx")!)), false);
        Assert.Contains("ท้องถิ่นอำเภอกมลาไสย", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("receipts", "ใบตอบรับข้อมูล เลขที่ ๑")]
    [InlineData("returns", "แบบรายงานผลการดำเนินงาน ตัวชี้วัดที่ ๑ กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น")]
    public async Task Volume_HasABookmarkForEachDocument(string kind, string first)
    {
        using var zip = await ZipAsync(kind);
        var documents = zip.Entries.Count(e => e.FullName.EndsWith(".pdf", StringComparison.Ordinal) && !e.FullName.Contains("บันทึกข้อความ", StringComparison.Ordinal));
        using var answer = await GetAsync($"{kind}?format=pdf");
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(documents, bookmarks.Roots.Count);
        Assert.Equal(first, bookmarks.Roots[0].Title);
        Assert.Equal(documents, bookmarks.Roots.OfType<DocumentBookmarkNode>().Select(b => b.PageNumber).Distinct().Count());
        using var word = await GetAsync($"{kind}?format=docx");
        Assert.Equal("PK"u8.ToArray(), (await word.Content.ReadAsByteArrayAsync(Token))[..2]);
    }

    [Theory]
    [InlineData("receipts?format=odt", "KAL7203", 400)]
    [InlineData("returns?asOf=2024-05-01T00:00:00Z", "KAL7211", 404)]
    public async Task NoSuchVolume_SaysWhy(string address, string code, int status)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(code, (await JsonAsync(answer, (HttpStatusCode)status)).GetProperty("findings")[0].GetProperty("code").GetString());
    }

    /// <summary>As files they come however many they are; bound they would be one document without end.</summary>
    [Fact]
    public async Task MoreThanAVolumeHolds_AreGivenAsFilesOnly()
    {
        await using var round = await OpenedRound.StartAsync();
        var script = RoundScript.Opened();
        for (var n = 0; n <= RoundDocuments.MostBound; n++) script.Give(RoundScript.Delivery("4602", $"{n}", ("3", $"{n}")));
        var state = await round.StateAsync();
        Assert.True(await Arrival.AppendAsync(
            round.Service.Storage.Log, RoundLog.StreamOf(RoundId.Parse("46-dla-2567")), state.Sequence, state.Head, script.Log.Skip(1).Select(e => (ReadOnlyMemory<byte>)e).ToAsyncEnumerable(), Token));
        using var answer = await round.GetAsync("/receipts?format=pdf");
        await ToldAnswer.IsAsync(
            answer, 400, "KAL7212", "", "มีเอกสาร ๕๐๑ ฉบับ รวมเป็นเล่มเดียวได้ไม่เกิน ๕๐๐ ฉบับ และตารางรวมไม่เกิน ๒๐,๐๐๐ แถว โปรดใช้ format=zip ซึ่งไม่จำกัดจำนวน",
            "501 documents are asked for; a volume holds at most 500, with 20,000 rows of tables. Ask for format=zip, which has no such bound.");
    }

    [Fact]
    public async Task Page_LeadsToThem()
    {
        var page = await sample.Service.Client.GetStringAsync(new Uri("/app/rounds/46-dla-2567", UriKind.Relative), Token);
        foreach (var address in (string[])["receipts?format=zip", "returns?format=pdf", "returns?format=docx", "findings?format=pdf"])
            Assert.Contains($"/api/rounds/46-dla-2567/{address}", page, StringComparison.Ordinal);
    }

    private async Task<System.Text.Json.JsonElement> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        return (await JsonAsync(answer, HttpStatusCode.OK)).GetProperty("items");
    }

    private async Task<ZipArchive> ZipAsync(string kind)
    {
        using var answer = await GetAsync(kind);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return new(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Token)), ZipArchiveMode.Read);
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using var content = await entry.OpenAsync(Token);
        await content.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private Task<HttpResponseMessage> GetAsync(string address) => sample.Service.Client.GetAsync(new Uri($"/api/rounds/46-dla-2567/{address}", UriKind.Relative), Token);
}
