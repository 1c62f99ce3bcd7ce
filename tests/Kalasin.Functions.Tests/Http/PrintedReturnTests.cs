using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Functions.SignedCopies;
using Kalasin.Functions.Tests.Samples;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>The returns of a unit to be signed, and the memo they go with.</summary>
[Collection<PlayedSample>]
public sealed class PrintedReturnTests(PlayedSample sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Return_OfOneIndicator_SaysWhatTheRoundHolds_AndCarriesItsCode()
    {
        Assert.Contains("ตัวชี้วัดที่ ๓", await TextAsync("4603/return?indicator=3&format=docx"), StringComparison.Ordinal);
        Assert.DoesNotContain("ตัวชี้วัดที่ ๘", await TextAsync("4603/return?indicator=3&format=docx"), StringComparison.Ordinal);
        // On its first page and on its last, so that a stack of them can be parted.
        Assert.Equal(2, (await CodesAsync("4603/return?indicator=3")).Count(c => c.StartsWith("kalasin:46-dla-2567:return-4603-3:15:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Returns_OfAUnit_AreOneDocument_EachWithItsCode() => Assert.Equal(
        ["return-4603-3", "return-4603-4", "return-4603-8", "return-4603-9"], (await CodesAsync("4603/return")).Select(c => c.Split(':')[2]).Distinct());

    [Fact]
    public async Task Return_BeforeItCame_IsABlankForm() => Assert.Empty(await CodesAsync("4603/return?asOf=2024-05-13T00:00:00Z"));

    [Fact]
    public async Task Memo_IsToTheHead()
    {
        var text = await TextAsync("4603/return-memo?format=docx");
        Assert.Contains("ท้องถิ่นจังหวัดกาฬสินธุ์", text, StringComparison.Ordinal);
        Assert.Contains("ท้องถิ่นอำเภอกมลาไสยขอส่งแบบรายงานผลการดำเนินงาน", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_OfAUnit_AreItsOwn_OfTheRoundThoseOfAll()
    {
        var own = await TextAsync("4603/findings?format=docx");
        Assert.Contains("๒๖๕๗", own, StringComparison.Ordinal);
        Assert.DoesNotContain("ท้องถิ่นอำเภอยางตลาด", own, StringComparison.Ordinal);
        var all = await TextAsync("../findings?format=docx");
        Assert.Contains("๒๖๕๗", all, StringComparison.Ordinal);
        Assert.Contains("ท้องถิ่นอำเภอยางตลาด", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4603/return?indicator=12", "KAL5004", 404)]
    [InlineData("4603/return?format=odt", "KAL7203", 400)]
    [InlineData("4603/return?asOf=yesterday", "KAL7204", 400)]
    [InlineData("9999/return-memo", "KAL5003", 404)]
    public async Task NoSuchReturn_SaysWhy(string address, string code, int status)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(code, (await JsonAsync(answer, (HttpStatusCode)status)).GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Page_LeadsToThem()
    {
        var page = await sample.Service.Client.GetStringAsync(new Uri("/app/rounds/46-dla-2567/units/4603", UriKind.Relative), Token);
        foreach (var address in (string[])["return?format=pdf&amp;indicator=3", "return?format=docx\"", "return-memo?format=pdf"])
            Assert.Contains($"/api/rounds/46-dla-2567/units/4603/{address}", page, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Token)), false);
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private async Task<IEnumerable<string>> CodesAsync(string address)
    {
        using var answer = await GetAsync(address);
        return CopyProgram.Read(await answer.Content.ReadAsByteArrayAsync(Token))!.Codes.Select(c => c.Text);
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        sample.Service.Client.GetAsync(new Uri($"/api/rounds/46-dla-2567/units/{address}", UriKind.Relative), Token);
}
