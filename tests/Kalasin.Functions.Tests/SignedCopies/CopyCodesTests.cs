using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>The code that was printed is read back from what a scanner makes of the page.</summary>
public sealed class CopyCodesTests
{
    private const string Code = "kalasin:46-dla-2567:letter:12:0123456789abcdef";

    public static TheoryData<string> Forms => ["jpeg", "grey", "colour", "black and white"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void ScannedCode_IsRead(string form)
    {
        var picture = form switch
        {
            "jpeg" => ScanPicture.Jpeg(Code),
            "grey" => ScanPicture.Flate(Code),
            "colour" => ScanPicture.Colour(Code),
            _ => ScanPicture.BlackAndWhite(Code),
        };
        var facts = CopyProgram.Read(new SmallPdf("scan", picture).Bytes)!;
        Assert.Equal((1, 0), (facts.Pages, facts.UnreadPictures));
        Assert.Equal([new PageCode(1, Code)], facts.Codes);
    }

    [Fact]
    public void CodeInTheText_IsRead() => Assert.Equal([new PageCode(1, Code)], CopyProgram.Read(new SmallPdf($"see {Code}.").Bytes)!.Codes);

    [Fact]
    public void AnotherCode_IsToldAsItIs_AndNoLongerThanItMayBe()
    {
        var facts = CopyProgram.Read(new SmallPdf("scan", ScanPicture.Flate("https://example.com/" + new string('x', 60))).Bytes)!;
        Assert.StartsWith("https://example.com/", Assert.Single(facts.Codes).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Width 800 /Height 800 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode")]
    [InlineData("/Width 900000 /Height 900000 /ColorSpace /DeviceGray /BitsPerComponent 8")]
    [InlineData("/Width 800 /Height 800 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode")]
    [InlineData("/Width 0 /Height -5 /ColorSpace /DeviceGray /BitsPerComponent 8")]
    public void APictureThatCannotBeRead_IsCounted_TheTextIsStillRead(string entries)
    {
        var facts = CopyProgram.Read(new SmallPdf(Code, (new byte[50], entries)).Bytes)!;
        Assert.Equal(1, facts.UnreadPictures);
        Assert.Equal([new PageCode(1, Code)], facts.Codes);
    }
}
