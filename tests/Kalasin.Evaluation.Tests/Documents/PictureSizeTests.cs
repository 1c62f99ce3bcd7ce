using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Documents;

public sealed class PictureSizeTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000000300000002", true, 3, 2)]
    [InlineData("FFD8FFE000044A46FFC0000B080002000301011100", false, 3, 2)]
    public void Read_PictureHead_GivesPixels(string hex, bool png, int width, int height) =>
        Assert.Equal(new PictureSize(png, width, height), PictureSize.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("89504E470D0A1A0A0000000D49484452000000030000")]
    [InlineData("89504E470D0A1A0A0000000D494844520000000300000000")]
    [InlineData("FFD8FFE0FFFF4A46")]
    [InlineData("FFD8FFFFFFFFFFFF")]
    [InlineData("FFD8FFE000004A46FFE000004A46FFC0")]
    [InlineData("474946383961")]
    public void Read_AnythingElse_GivesNothing(string hex) => Assert.Null(PictureSize.Read(Convert.FromHexString(hex)));
}
