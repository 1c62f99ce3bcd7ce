namespace Kalasin.Evaluation.Tests.Localities;

public sealed class AuthorityCodeTests
{
    [Theory]
    [InlineData("PAO-46", AuthorityKind.Pao, "46")]
    [InlineData("CITY-1199", AuthorityKind.City, "1199")]
    [InlineData("TOWN-4699", AuthorityKind.Town, "4699")]
    [InlineData(" sub-๔๖๐๒๐๓ ", AuthorityKind.Subdistrict, "460203")]
    [InlineData("SAO-460101", AuthorityKind.Sao, "460101")]
    public void TryParse_Code_IsRead(string text, AuthorityKind kind, string geocode)
    {
        Assert.True(AuthorityCode.TryParse(text, out var code));
        Assert.Equal(new AuthorityCode(kind, geocode), code);
        Assert.Equal(code, new AuthorityCode(code.Value));
        Assert.Equal("46", kind == AuthorityKind.City ? "46" : code.ProvinceCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("460203")]
    [InlineData("PAO-4602")]
    [InlineData("SAO-46")]
    [InlineData("SAO-46010")]
    [InlineData("SAO-46010x")]
    [InlineData("XYZ-460101")]
    [InlineData("SAO-460101-1")]
    public void TryParse_OtherText_IsNot(string? text)
    {
        Assert.False(AuthorityCode.TryParse(text, out _));
        Assert.Throws<ArgumentException>(() => new AuthorityCode(text!));
    }
}
