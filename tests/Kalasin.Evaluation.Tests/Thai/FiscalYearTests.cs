using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class FiscalYearTests
{
    private static readonly FiscalYear Year2567 = new(2567);

    [Fact]
    public void Year_RunsFromOctoberToSeptember()
    {
        Assert.Equal(new DateOnly(2023, 10, 1), Year2567.Start);
        Assert.Equal(new DateOnly(2024, 9, 30), Year2567.End);
        Assert.Equal(new BilingualText("ปีงบประมาณ พ.ศ. ๒๕๖๗", "fiscal year B.E. 2567"), Year2567.Name);
    }

    [Theory]
    [InlineData(2023, 9, 30, false)]
    [InlineData(2023, 10, 1, true)]
    [InlineData(2024, 9, 30, true)]
    [InlineData(2024, 10, 1, false)]
    public void Year_ContainsItsFirstAndItsLastDay(int year, int month, int day, bool contains)
    {
        Assert.Equal(contains, Year2567.Contains(new(year, month, day)));
        Assert.Equal(contains, Year2567.Quarters.Any(q => q.Contains(new(year, month, day))));
    }

    [Fact]
    public void Quarter2_RunsFromJanuaryToMarch()
    {
        var quarter = Year2567.Quarter(2);
        Assert.Equal(new DateOnly(2024, 1, 1), quarter.Start);
        Assert.Equal(new DateOnly(2024, 3, 31), quarter.End);
        Assert.Equal(new BilingualText("ไตรมาส ๒/๒๕๖๗", "quarter 2/2567"), quarter.Name);
    }

    [Theory]
    [InlineData(2023, 9, 30, 2566)]
    [InlineData(2023, 10, 1, 2567)]
    [InlineData(2024, 9, 30, 2567)]
    public void Containing_ChangesOnTheFirstOfOctober(int year, int month, int day, int expected) =>
        Assert.Equal(new FiscalYear(expected), FiscalYear.Containing(new DateOnly(year, month, day)));

    [Fact]
    public void Quarters_CoverTheYearWithoutGaps() => Gen.Int[2400, 2742].Select(y => new FiscalYear(y)).Sample(year =>
    {
        var quarters = year.Quarters;
        Assert.Equal(year.Start, quarters[0].Start);
        Assert.Equal(year.End, quarters[3].End);
        for (var i = 1; i < 4; i++) Assert.Equal(quarters[i - 1].End.AddDays(1), quarters[i].Start);
    });

    [Fact]
    public void Containing_ContainsTheDateInExactlyOneQuarter() =>
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2199, 9, 30).DayNumber].Select(DateOnly.FromDayNumber).Sample(date =>
            FiscalYear.Containing(date).Contains(date) && FiscalYear.Containing(date).Quarters.Count(q => q.Contains(date)) == 1);

    [Theory]
    [InlineData(2024)]
    [InlineData(0)]
    [InlineData(2743)]
    public void Year_OfNoBuddhistEra_Throws(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYear(year));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Quarter_Outside1To4_Throws(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => Year2567.Quarter(number));

    [Fact]
    public void Order_IsByYear()
    {
        Assert.True(new FiscalYear(2566) < Year2567);
        Assert.True(Year2567 >= new FiscalYear(2567));
    }
}
