using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.SignedCopies;

namespace Kalasin.Functions.Tests.Season;

/// <summary>Signed copies as they come in: matched by their code or by a person, kept as they came, refused with a reason.</summary>
public sealed class SignedCopyTests : IAsyncLifetime
{
    private SigningRound _round = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await SigningRound.StartAsync(isClosed: false);
        await _round.DecideAsync(new { kind = "numberLetter", number = "กส ๑", on = "2024-05-10" });
    }

    public ValueTask DisposeAsync() => _round.DisposeAsync();

    [Fact]
    public async Task Scan_IsMatchedByItsCode_KeptAsItCame_AndAttachedOnce()
    {
        var scan = await _round.ScanAsync(SignedPaper.Letter);
        using var attached = await _round.AttachAsync(scan, "paper=letter", "a");
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        Assert.Equal("scan code", $"{answer.GetProperty("form")} {answer.GetProperty("matchedBy")}");
        using var again = await _round.AttachAsync(scan, "paper=letter", "a");
        Assert.Equal(answer.GetProperty("sequence").GetInt64(), (await RunningService.JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt64());
        using var kept = await _round.Service.Client.GetAsync(attached.Headers.Location, Token);
        Assert.Equal(scan, await kept.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition!.DispositionType);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Theory]
    [InlineData("kalasin:46-dla-2567:letter:1:0123456789abcdef", "", "KAL7467")]
    [InlineData("kalasin:45-dla-2567:letter:4:0123456789abcdef", "&reason=x", "KAL7467")]
    [InlineData("https://example.com", "", "KAL7468")]
    public async Task OtherCode_OrNone_IsNotTaken(string code, string reason, string finding)
    {
        using var refused = await _round.AttachAsync(new SmallPdf("signed", ScanPicture.Jpeg(code)).Bytes, "paper=letter" + reason);
        Assert.Equal([finding], await CodesAsync(refused));
        Assert.Empty((await _round.StateAsync()).SignedCopies);
    }

    [Fact]
    public async Task NoCode_IsTakenWithAReason_WhichIsInTheVault()
    {
        using var attached = await _round.AttachAsync(new SmallPdf("signed").Bytes, "reason=" + Uri.EscapeDataString("ลงนามต่อหน้า"));
        Assert.Equal("person", (await RunningService.JsonAsync(attached, HttpStatusCode.Created)).GetProperty("matchedBy").GetString());
        var copy = (await _round.StateAsync()).SignedCopies[SignedPaper.Letter];
        Assert.Equal(MatchedBy.Person, copy.Matched);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    [Fact]
    public async Task NoPdf_OrTwoFiles_OrNoPaper_IsNotTaken()
    {
        using var none = await _round.AttachAsync("not a PDF"u8.ToArray(), "reason=x");
        Assert.Equal(["KAL7466"], await CodesAsync(none));
        using var form = SampleFiles.Form(("a.pdf", [1]), ("b.pdf", [2]));
        using var two = await _round.Service.Client.PostAsync(new Uri($"{SigningRound.Path}/signed-copies", UriKind.Relative), form, Token);
        Assert.Equal(["KAL7465"], await CodesAsync(two));
        using var paper = await _round.AttachAsync([1], "paper=memo-to-head");
        Assert.Equal(HttpStatusCode.BadRequest, paper.StatusCode);
        using var unapproved = await _round.AttachAsync([1], "paper=signature-page&reason=x");
        Assert.Equal(["KAL5305"], await CodesAsync(unapproved));
        using var unknown = await _round.Service.Client.GetAsync(new Uri($"{SigningRound.Path}/signed-copies/1", UriKind.Relative), Token);
        await ToldAnswer.IsAsync(
            unknown, 404, "KAL7475", "", "ไม่พบสำเนาที่ลงนามแล้วตามเลขที่นี้ในรอบ โปรดเลือกจากหน้าการลงนามและการส่ง",
            "The round has no signed copy of that number. Choose one from the page of signing and dispatch.");
    }

    [Fact]
    public async Task Certificate_IsToldFromAScan_ItsSignerIsInTheVaultAlone_AndABrokenOneIsNotTaken()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=นายตัวอย่าง ทดสอบ", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var code = await _round.CodeAsync(SignedPaper.Letter);
        var signed = new SmallPdf(code).Sign(certificate).Bytes;
        var broken = signed.ToArray();
        broken[System.Text.Encoding.ASCII.GetString(broken).IndexOf("40 40 Td", StringComparison.Ordinal)] = (byte)'5';
        using var refused = await _round.AttachAsync(broken, "paper=letter");
        Assert.Contains("KAL7469", await CodesAsync(refused));

        using var attached = await _round.AttachAsync(signed, "paper=letter");
        var answer = await RunningService.JsonAsync(attached, HttpStatusCode.Created);
        Assert.Equal("certificate", answer.GetProperty("form").GetString());
        Assert.Equal(["KAL7473"], answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        var copy = (await _round.StateAsync()).SignedCopies[SignedPaper.Letter];
        Assert.Equal(["KAL7473"], copy.Codes);
        var page = await _round.Coordinator.PageAsync(SigningRound.Page);
        Assert.Contains("ลายมือชื่ออิเล็กทรอนิกส์", page.QuerySelector("#copies")!.TextContent, StringComparison.Ordinal);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);
    }

    /// <summary>What is odd about a copy keeps nobody from attaching it, and is told to whoever does.</summary>
    [Theory]
    [InlineData("weak", "KAL7470", "ลายมือชื่ออิเล็กทรอนิกส์ที่ ๑ ใช้วิธีที่ล้าสมัย (MD5 หรือ SHA-1) ซึ่งยืนยันสิ่งใดไม่ได้ โปรดลงนามใหม่ด้วยโปรแกรมที่ใช้ SHA-256 หากผู้รับต้องการ",
        "Signature 1 uses an algorithm that proves nothing any more (MD5 or SHA-1). Sign it again with SHA-256 if its recipient asks.")]
    [InlineData("appended", "KAL7471", "ไม่มีลายมือชื่ออิเล็กทรอนิกส์ใดครอบคลุมทั้งไฟล์: มีการเพิ่มเนื้อหาหลังลงนาม โปรดเปิดดูว่าสิ่งที่เพิ่มเป็นไปตามที่ผู้ลงนามเห็นชอบ",
        "No signature covers the whole file: something was added after signing. Look at what was added, and whether the signer means it.")]
    [InlineData("form", "KAL7472", "ระบบตรวจลายมือชื่ออิเล็กทรอนิกส์ที่ ๑ ไม่ได้ เพราะอยู่ในรูปแบบที่ไม่รู้จัก โปรดตรวจด้วยโปรแกรมอ่าน PDF ก่อนส่ง",
        "Signature 1 could not be checked: its form is not known here. Check it in a PDF reader before it is sent.")]
    [InlineData("picture", "KAL7474", "มีภาพ ๑ ภาพในไฟล์ที่ระบบอ่านไม่ได้ จึงไม่ได้หาคิวอาร์โค้ดในภาพเหล่านั้น ไม่ต้องดำเนินการ หากเอกสารครบถ้วนเมื่อเปิดดู",
        "1 picture in the file could not be read and was not searched for codes. Nothing is left to do where the paper is whole when you look at it.")]
    public async Task WhatIsOddAboutACopy_IsToldWhenItIsAttached(string what, string code, string thai, string english)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var paper = await _round.CodeAsync(SignedPaper.Letter);
        var copy = what switch
        {
            "weak" => new SmallPdf(paper).Sign(certificate, digest: "1.3.14.3.2.26"),
            "appended" => new SmallPdf(paper).Sign(certificate).Append("% one more line\n"),
            "form" => new SmallPdf(paper).Sign(certificate, "anything"),
            _ => new SmallPdf(paper, (new byte[50], "/Width 0 /Height -5 /ColorSpace /DeviceGray /BitsPerComponent 8")),
        };
        using var attached = await _round.AttachAsync(copy.Bytes, "paper=letter");
        var findings = (await RunningService.JsonAsync(attached, HttpStatusCode.Created)).GetProperty("findings").EnumerateArray();
        ToldAnswer.Is(Assert.Single(findings, f => f.GetProperty("code").GetString() == code), code, "", thai, english);
    }

    private static async Task<IEnumerable<string>> CodesAsync(HttpResponseMessage refused) =>
        [.. (await RunningService.JsonAsync(refused, HttpStatusCode.UnprocessableEntity)).GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!)];
}
