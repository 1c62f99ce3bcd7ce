namespace Kalasin.Evaluation.Tests.Localities;

public sealed class ProvinceTests
{
    [Fact]
    public void All_Are76InTheOrderOfTheirCodes()
    {
        Assert.Equal(76, Province.All.Count);
        Assert.Equal(Province.All.Select(p => p.Code), Province.All.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal(878, Province.All.Sum(p => p.Districts.Length));
        Assert.All(Province.All, p => Assert.All(p.Districts, d => Assert.Equal(p.Code, d.ProvinceCode)));
    }

    [Fact]
    public void Districts_HaveRomanisedNames()
    {
        Assert.All(Province.All.SelectMany(p => p.Districts), d => Assert.Matches("^[A-Z][A-Za-z' -]+$", d.EnglishName));
        Assert.Equal("Na Mon", Province.Find("46")!.Districts[1].EnglishName);
    }

    [Theory]
    [InlineData("46")]
    [InlineData("๔๖")]
    [InlineData("กาฬสินธุ์")]
    [InlineData("จังหวัดกาฬสินธุ์")]
    [InlineData("จ. กาฬสินธุ์")]
    [InlineData("kalasin")]
    public void Find_CodeOrName_IsTheProvince(string text)
    {
        var province = Province.Find(text);
        Assert.Equal("46", province?.Code);
        Assert.Equal(new BilingualText("จังหวัดกาฬสินธุ์", "Kalasin Province"), province?.BilingualName);
        Assert.Equal(18, province?.Districts.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("กรุงเทพมหานคร")]
    [InlineData("กาฬสิน")]
    public void Find_OtherText_IsNull(string text) => Assert.Null(Province.Find(text));
}
