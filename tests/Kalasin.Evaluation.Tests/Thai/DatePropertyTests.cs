using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

/// <summary>Any day of three centuries: its fiscal year, its Buddhist year, and its Thai form read back.</summary>
public sealed class DatePropertyTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2198, 9, 30).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void FiscalYear_TurnsBetweenTheThirtiethOfSeptemberAndTheFirstOfOctober() => Days.Sample(day =>
    {
        var year = FiscalYear.Containing(day);
        Assert.True(year.Contains(day));
        Assert.Equal((9, 30), (year.End.Month, year.End.Day));
        Assert.True(year.Contains(year.End) && year.Contains(year.Start));
        Assert.False(year.Contains(year.End.AddDays(1)) || year.Contains(year.Start.AddDays(-1)));
        Assert.Equal(year.BuddhistYear + 1, FiscalYear.Containing(year.End.AddDays(1)).BuddhistYear);
        Assert.Equal(day.Month >= 10 ? day.Year + 544 : day.Year + 543, year.BuddhistYear);
    });

    /// <summary>The years that end an era's range, and those beside them.</summary>
    [Theory]
    [InlineData("1/2/2400", 1857)]
    [InlineData("1/2/2399", null)]
    [InlineData("1/2/2199", 2199)]
    [InlineData("1/2/2200", null)]
    [InlineData("1/2/1900", 1900)]
    [InlineData("1/2/1899", null)]
    public void YearsAtTheEndsOfAnEra_AreItsOwn(string text, int? year) =>
        Assert.Equal(year is { } y ? new DateOnly(y, 2, 1) : (DateOnly?)null, ThaiDateReader.Read(text).Value);

    [Fact]
    public void WrittenDates_ReadBack() => Days.Sample(day =>
    {
        foreach (var text in (string[])[ThaiDate.Bilingual(day).Thai, ThaiNumerals.ToArabic(ThaiDate.Bilingual(day).Thai), $"{day.Day}/{day.Month}/{day.Year + 543}"])
            Assert.Equal(day, ThaiDateReader.Read(text).Value);
    });

    [Fact]
    public void ThaiNumbers_ReadBack() => Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 4]).Sample((number, decimals) =>
    {
        var value = number / (decimal)Math.Pow(10, decimals);
        var shown = ThaiNumerals.Number(value, decimals);
        Assert.Equal(value, decimal.Parse(shown.English.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(shown.English, ThaiNumerals.ToArabic(shown.Thai));
    });
}
