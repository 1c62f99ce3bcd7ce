namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>What is an indicator's number, and what happens to a text that is none.</summary>
public sealed class IndicatorNumberTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("123")]
    [InlineData("1.2.3")]
    [InlineData("123.456.789")]
    public void Number_HasUpToThreePartsOfThreeDigits(string text)
    {
        Assert.True(IndicatorNumber.TryParse(text, out var number));
        Assert.Equal((text, text), (number.Value, number.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("1.2.3.4")]
    [InlineData("1..2")]
    [InlineData("1.")]
    [InlineData("a")]
    [InlineData("1a")]
    [InlineData("๑")]
    [InlineData("123.456.7890")]
    public void OtherText_IsNone(string? text)
    {
        Assert.False(IndicatorNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
    }

    [Fact]
    public void Parse_SaysWhatIsNone() => Assert.Equal("'1a' is no indicator number.", Assert.Throws<FormatException>(() => IndicatorNumber.Parse("1a")).Message);
}
