using System.Net;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.Season;

/// <summary>Papers as they are downloaded: of the state as it is, with the code that a signed copy is known by.</summary>
public sealed class SeasonPapersTests : IAsyncLifetime
{
    private SigningRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _round = await SigningRound.StartAsync();

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Theory]
    [InlineData("memo-to-head", "pdf")]
    [InlineData("memo-to-head", "docx")]
    [InlineData("memo-to-unit?unit=4603", "pdf")]
    [InlineData("letter", "docx")]
    [InlineData("report", "pdf")]
    [InlineData("evidence-index", "pdf")]
    [InlineData("evidence-labels", "docx")]
    [InlineData("assessment-form", "pdf")]
    public async Task Paper_IsADownload(string paper, string format)
    {
        using var answer = await GetAsync($"{paper}{(paper.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith($".{format}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(format == "pdf" ? "%PDF"u8.ToArray() : "PK"u8.ToArray(), bytes[..(format == "pdf" ? 4 : 2)]);
    }

    [Theory]
    [InlineData("invoice", "KAL7461", 404)]
    [InlineData("memo-to-unit", "KAL7463", 404)]
    [InlineData("signature-page", "KAL5305", 404)]
    [InlineData("letter?format=odt", "KAL7203", 400)]
    [InlineData("report?asOf=2024-05-11T00:00:00Z", "KAL7462", 404)]
    public async Task NoSuchPaper_SaysWhy(string paper, string code, int status)
    {
        using var answer = await GetAsync(paper);
        var problem = await RunningService.JsonAsync(answer, (HttpStatusCode)status);
        Assert.Equal(code, problem.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task MemoToAUnitThatOwesNothing_IsNotWritten()
    {
        await _round.DecideAsync(new { kind = "excuseUnit", unit = "4611", reason = "รายงานรวมกับอำเภออื่น" });
        using var answer = await GetAsync("memo-to-unit?unit=4611");
        await ToldAnswer.IsAsync(
            answer, 404, "KAL7464", "", "ท้องถิ่นอำเภอท่าคันโทไม่มีรายการค้างส่ง จึงไม่มีบันทึกข้อความทวงถาม โปรดเลือกหน่วยงานที่ยังมีรายการค้างส่ง",
            $"{(await _round.FindAsync()).Rules.Plan.Find(Evaluation.UnitCode.Parse("4611"))!.Name.English} owes nothing; there is no memo to write. Choose a unit that still owes something.");
    }

    [Fact]
    public async Task Report_IsTheVeryOneThatIsApproved()
    {
        using var answer = await GetAsync("report?format=pdf");
        Assert.Equal((await _round.StateAsync()).Reports[Evaluation.Edition.Official].Pdf, Evaluation.ContentHash.Of(await answer.Content.ReadAsByteArrayAsync(Token)));
    }

    [Fact]
    public async Task Labels_CarryACodeOfEachPieceOfEvidence()
    {
        using var reader = new SignedCopyReader();
        using var answer = await GetAsync("evidence-labels?format=pdf");
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Token));
        using var unit = await _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/units/4602/returns/3", UriKind.Relative), Token);
        var evidence = (await RunningService.JsonAsync(unit, HttpStatusCode.OK)).GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("code").GetString()!).ToList();
        Assert.NotEmpty(evidence);
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.All(evidence, code => Assert.Contains(Evaluation.ThaiNumerals.ToThai(code), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_CarriesItsCode_OnceItHasANumber_AndTheCodeStaysAsTheRoundGoesOn()
    {
        using var reader = new SignedCopyReader();
        Assert.DoesNotContain(await CodesAsync("letter"), c => c.Contains(":letter:", StringComparison.Ordinal));
        await _round.TakeAsync(_round.Coordinator, "numberLetter", ("number", "กส ๐๐๒๓.๑/๑"), ("on", "2024-05-20"));
        var code = await _round.CodeAsync(SignedPaper.Letter);
        Assert.StartsWith($"kalasin:46-dla-2567:letter:{(await _round.StateAsync()).Letter!.Reserved.Number}:", code, StringComparison.Ordinal);
        await _round.TakeAsync(_round.Coordinator, "requestSignature");
        await _round.TakeAsync(_round.Head, "approveReport");
        Assert.Equal(code, await _round.CodeAsync(SignedPaper.Letter));
        Assert.Equal([code], await CodesAsync("letter"));
        Assert.Equal([await _round.CodeAsync(SignedPaper.SignaturePage)], await CodesAsync("signature-page"));

        async Task<IEnumerable<string>> CodesAsync(string paper)
        {
            using var answer = await GetAsync(paper);
            await using var pdf = await answer.Content.ReadAsStreamAsync(Token);
            return (await reader.ReadAsync(pdf, Token))!.Codes.Select(c => c.Text).Where(c => c.StartsWith("kalasin:", StringComparison.Ordinal));
        }
    }

    private Task<HttpResponseMessage> GetAsync(string paper) => _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/papers/{paper}", UriKind.Relative), Token);
}
