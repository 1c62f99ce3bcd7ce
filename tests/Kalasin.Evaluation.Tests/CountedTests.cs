namespace Kalasin.Evaluation.Tests;

/// <summary>One thing is said in the singular, in texts of findings as in others.</summary>
public sealed class CountedTests
{
    private static readonly FindingKind Kind = new(
        "KAL9999", Severity.Error, new("มี {0} แถวใน {1}", "{0:row stands|rows stand} in {1}."), new("โปรดลบ {0} แถว", "Remove {0:row|rows}."), new BilingualText("๑", "1"), "D7");

    [Theory]
    [InlineData(0, "0 rows stand in 1. Remove 0 rows.")]
    [InlineData(1, "1 row stands in 1. Remove 1 row.")]
    [InlineData(2, "2 rows stand in 1. Remove 2 rows.")]
    [InlineData(1001, "1,001 rows stand in 1. Remove 1,001 rows.")]
    public void Finding_KeepsWordAndVerbWithItsNumber(int number, string text) =>
        Assert.Equal(text, Kind.At(Place.Nowhere, ThaiNumerals.Number(number), "1").ToString(Language.English));

    [Fact]
    public void Text_KeepsTheWordWithItsNumber()
    {
        Assert.Equal("1 day, 21 days", $"{Counted.Of(1):day|days}, {Counted.Of(ThaiNumerals.Number(21)):day|days}");
        Assert.Equal("12", $"{Counted.Of(12)}");
        Assert.Equal("1.5 points", $"{Counted.Of(ThaiNumerals.Exact(1.5m)):point|points}");
    }
}
