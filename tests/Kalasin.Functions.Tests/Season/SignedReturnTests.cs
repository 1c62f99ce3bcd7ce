using System.Net;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.SignedCopies;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace Kalasin.Functions.Tests.Season;

/// <summary>Printed returns as they come back signed: matched by their codes, kept as they came, counted as the signed PDF of the return.</summary>
public sealed class SignedReturnTests : IAsyncLifetime
{
    private const string Round = "/api/rounds/46-dla-2567";
    private const string Path = Round + "/units/4602";

    private static readonly UnitCode Namon = UnitCode.Parse("4602");
    private static readonly IndicatorNumber Third = IndicatorNumber.Parse("3");

    private Http.OpenedRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await Http.OpenedRound.StartAsync();
        await SendAsync(SampleFiles.WorkbookOf("4602"));
    }

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Scan_IsMatchedByItsCode_KeptAsItCame_AndIsTheSignedPdf()
    {
        var scan = new SmallPdf("signed", ScanPicture.Jpeg(await CodeAsync())).Bytes;
        using var attached = await AttachAsync(scan);
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        Assert.Equal(["3"], answer.GetProperty("indicators").EnumerateArray().Select(i => i.GetString()));
        using var kept = await _round.Service.Client.GetAsync(attached.Headers.Location, Token);
        Assert.Equal(scan, await kept.Content.ReadAsByteArrayAsync(Token));
        var state = await StateAsync();
        Assert.NotNull(state.CopyOf(Namon, Third, CopyForm.Pdf));
        Assert.NotNull(state.SignedReturnOf(Namon, Third));
        using var again = await AttachAsync(scan);
        Assert.Equal(answer.GetProperty("sequence").GetInt64(), (await RunningService.JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt64());
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    /// <summary>Our own PDF, as somebody signs it by certificate: its codes stand in its text.</summary>
    [Fact]
    public async Task AllReturnsInOneFile_AreAllMatched()
    {
        var printed = await _round.Service.Client.GetByteArrayAsync(new Uri($"{Path}/return", UriKind.Relative), Token);
        using var attached = await AttachAsync(printed);
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        Assert.Equal(["3", "4", "8", "9"], answer.GetProperty("indicators").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public async Task ScanOfAnEarlierVersion_IsNotTaken_AndNoLongerHolds()
    {
        var scan = new SmallPdf("signed", ScanPicture.Jpeg(await CodeAsync())).Bytes;
        using (await AttachAsync(scan)) { }
        var (name, bytes) = SampleFiles.WorkbookOf("4602");
        await SendAsync((name, SampleFiles.WithText(bytes, "ซักซ้อมแนวทาง", "แก้ไขแนวทาง")));
        Assert.Null((await StateAsync()).SignedReturnOf(Namon, Third));
        using var refused = await AttachAsync(scan);
        Assert.Equal("KAL7467", await FindingAsync(refused));
    }

    /// <summary>All returns of two units in one file, as somebody scans what lies on the desk; a page between them that is nobody's is said, and kept by nobody.</summary>
    [Fact]
    public async Task StackOfManyUnits_IsPartedByItsCodes()
    {
        await SendAsync(SampleFiles.WorkbookOf("4603"), "4603");
        byte[] first = await PrintedAsync("4602"), second = await PrintedAsync("4603");
        var stack = Bound(first, ScanPages.Of([null]), second);
        using var attached = await AttachAsync(stack, Round);
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        var returns = answer.GetProperty("returns").EnumerateArray().ToList();
        Assert.Equal(
            ["4602-3", "4602-4", "4602-8", "4602-9", "4603-3", "4603-4", "4603-8", "4603-9"],
            returns.Select(r => $"{r.GetProperty("unit").GetString()}-{r.GetProperty("indicator").GetString()}"));
        Assert.Contains("KAL7490", answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        using var all = PdfDocument.Open(stack);
        foreach (var r in returns)
        {
            using var own = PdfDocument.Open(await _round.Service.Client.GetByteArrayAsync(new Uri(r.GetProperty("address").GetString()!, UriKind.Relative), Token));
            var (from, to) = (r.GetProperty("firstPage").GetInt32(), r.GetProperty("lastPage").GetInt32());
            Assert.Equal(Enumerable.Range(from, to - from + 1).Select(n => all.GetPage(n).Text), own.GetPages().Select(p => p.Text));
        }
        using var again = await AttachAsync(stack, Round);
        Assert.Equal(
            returns.Select(r => r.GetProperty("sequence").GetInt64()),
            (await RunningService.JsonAsync(again, HttpStatusCode.OK)).GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("sequence").GetInt64()));
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    /// <summary>Pictures as a scanner makes them: what is copied are the very bytes of each.</summary>
    [Fact]
    public async Task ScannedPages_AreCopiedAsTheyArePacked_AndCoarseOnesAreSaid()
    {
        var code = await CodeAsync();
        using var attached = await AttachAsync(ScanPages.Of(null, code, null, code, null), Round);
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        var only = answer.GetProperty("returns").EnumerateArray().Single();
        Assert.Equal((2, 4), (only.GetProperty("firstPage").GetInt32(), only.GetProperty("lastPage").GetInt32()));
        Assert.Equal(["KAL7485", "KAL7490"], answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).Distinct().Order());
        using var own = PdfDocument.Open(await _round.Service.Client.GetByteArrayAsync(new Uri(only.GetProperty("address").GetString()!, UriKind.Relative), Token));
        Assert.Equal(
            [ScanPicture.Jpeg(code).Bytes, ScanPicture.Jpeg("").Bytes, ScanPicture.Jpeg(code).Bytes], own.GetPages().Select(p => p.GetImages().Single().RawMemory.ToArray()));
    }

    [Fact]
    public async Task PhotoOfAPage_IsMatchedToo()
    {
        using var attached = await AttachAsync(ScanPicture.Jpeg(await CodeAsync()).Bytes, Path, "photo.jpg");
        Assert.Equal(["3"], (await RunningService.JsonAsync(attached, HttpStatusCode.Created)).GetProperty("indicators").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public async Task SigningPage_TakesAStack_AndSaysWhatWasAttached()
    {
        var code = await CodeAsync();
        using var visitor = new Visitor(_round.Service.Client.BaseAddress!);
        var page = await visitor.PageAsync("/app/rounds/46-dla-2567/signing");
        foreach (var other in page.QuerySelectorAll("form[enctype]").Where(f => !f.GetAttribute("action")!.EndsWith("/returns", StringComparison.Ordinal))) other.Remove();
        using var taken = await visitor.UploadAsync(page, [("stack.pdf", ScanPages.Of(code, code, null))]);
        var text = (await Visitor.ReadAsync(taken, HttpStatusCode.OK)).Body!.TextContent;
        Assert.Contains("KAL7493", text, StringComparison.Ordinal);
        Assert.Contains("KAL7490", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com", "KAL5316")]
    [InlineData("kalasin:46-dla-2567:return-4603-3:1:0123456789abcdef", "KAL7467")]
    public async Task OtherCode_OrNone_IsNotTaken(string code, string finding)
    {
        using var refused = await AttachAsync(new SmallPdf("signed", ScanPicture.Jpeg(code)).Bytes);
        Assert.Equal(finding, await FindingAsync(refused));
        Assert.Empty((await StateAsync()).SignedReturns);
        using var none = await _round.Service.Client.GetAsync(new Uri($"{Path}/signed-returns/3", UriKind.Relative), Token);
        Assert.Equal("KAL7484", await FindingAsync(none));
    }

    [Fact]
    public async Task Page_TakesIt_AndLeadsToIt_OrSaysWhyNot()
    {
        const string page = "/app/rounds/46-dla-2567/units/4602";
        using var visitor = new Visitor(_round.Service.Client.BaseAddress!);
        using var refused = await visitor.UploadAsync(await FormAsync(), [("signed.pdf", new SmallPdf("signed").Bytes)]);
        Assert.Contains("KAL5316", (await Visitor.ReadAsync(refused, HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
        using var taken = await visitor.UploadAsync(await FormAsync(), [("signed.pdf", new SmallPdf("signed", ScanPicture.Jpeg(await CodeAsync())).Bytes)]);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Single((await visitor.PageAsync(page)).QuerySelectorAll($"a[href='{Path}/signed-returns/3']"));

        async Task<AngleSharp.Html.Dom.IHtmlDocument> FormAsync()
        {
            var shown = await visitor.PageAsync(page);
            foreach (var other in shown.QuerySelectorAll("form[enctype]").Where(f => f.Closest("#signed") is null)) other.Remove();
            return shown;
        }
    }

    private static async Task<string?> FindingAsync(HttpResponseMessage answer) =>
        (await RunningService.JsonAsync(answer, answer.StatusCode)).GetProperty("findings")[0].GetProperty("code").GetString();

    private async Task<string> CodeAsync() => PrintedReturns.MarkOf((await Log.FindAsync("46-dla-2567", Token))!, Namon, Third)!.ToString();

    private async Task<RoundState> StateAsync() => (await Log.FindAsync("46-dla-2567", Token))!.State;

    private RoundLog Log => _round.Service.Services.GetRequiredService<RoundLog>();

    private async Task<HttpResponseMessage> AttachAsync(byte[] copy, string path = Path, string name = "signed.pdf")
    {
        using var form = SampleFiles.Form((name, copy));
        return await _round.Service.Client.PostAsync(new Uri($"{path}/signed-returns", UriKind.Relative), form, Token);
    }

    private Task<byte[]> PrintedAsync(string unit) => _round.Service.Client.GetByteArrayAsync(new Uri($"{Round}/units/{unit}/return", UriKind.Relative), Token);

    private static byte[] Bound(params byte[][] files)
    {
        using var builder = new PdfDocumentBuilder();
        foreach (var file in files)
        {
            using var pages = PdfDocument.Open(file);
            for (var page = 1; page <= pages.NumberOfPages; page++) builder.AddPage(pages, page);
        }
        return builder.Build();
    }

    private async Task SendAsync((string Name, byte[] Bytes) workbook, string unit = "4602")
    {
        using var form = SampleFiles.Form(workbook);
        using var sent = await _round.Service.Client.PostAsync(new Uri($"{Round}/units/{unit}/deliveries", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }
}
