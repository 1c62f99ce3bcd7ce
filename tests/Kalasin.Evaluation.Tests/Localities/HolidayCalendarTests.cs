using CsCheck;

namespace Kalasin.Evaluation.Tests.Localities;

public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Thailand;
    private static readonly Gen<DateOnly> Date =
        Gen.Int[new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData(2024, 5, 15, OfficeDay.Working)]
    [InlineData(2024, 5, 31, OfficeDay.Working)]
    [InlineData(2024, 5, 1, OfficeDay.Working)] // Labour Day closes no government office.
    [InlineData(2027, 5, 3, OfficeDay.Working)] // Nor does its substitute.
    [InlineData(2024, 5, 6, OfficeDay.Holiday)]
    [InlineData(2024, 5, 22, OfficeDay.Holiday)]
    [InlineData(2024, 4, 12, OfficeDay.Holiday)] // An extra day of the cabinet.
    [InlineData(2024, 5, 4, OfficeDay.Weekend)]
    [InlineData(2022, 12, 30, OfficeDay.PresumedWorking)]
    [InlineData(2028, 1, 3, OfficeDay.PresumedWorking)]
    [InlineData(2028, 1, 1, OfficeDay.Weekend)]
    public void Day_IsWhatTheOfficeSees(int year, int month, int day, OfficeDay expected) => Assert.Equal(expected, Calendar[new DateOnly(year, month, day)]);

    [Fact]
    public void Covers_2023To2027()
    {
        Assert.True(Calendar.Covers(new DateOnly(2023, 1, 1)));
        Assert.True(Calendar.Covers(new DateOnly(2027, 12, 31)));
        Assert.False(Calendar.Covers(new DateOnly(2022, 12, 31)));
        Assert.False(Calendar.Covers(new DateOnly(2028, 1, 1)));
        Assert.Equal(new DateOnly(2027, 1, 1), Calendar.ForecastFrom);
        Assert.Equal(124, Calendar.Holidays.Count());
    }

    [Fact]
    public void WorkingDays_SkipWeekendsAndHolidays()
    {
        Assert.Equal(new DateOnly(2024, 4, 17), Calendar.NextWorkingDay(new DateOnly(2024, 4, 11)));
        Assert.Equal(new DateOnly(2024, 4, 11), Calendar.PreviousWorkingDay(new DateOnly(2024, 4, 17)));
        Assert.Equal(new DateOnly(2024, 4, 17), Calendar.WorkingDayOnOrAfter(new DateOnly(2024, 4, 12)));
        Assert.Equal(new DateOnly(2024, 5, 15), Calendar.WorkingDayOnOrAfter(new DateOnly(2024, 5, 15)));
        Assert.Equal(new DateOnly(2024, 5, 9), Calendar.PreviousWorkingDay(new DateOnly(2024, 5, 13)));
        Assert.Equal(3, Calendar.WorkingDaysBetween(new DateOnly(2024, 5, 9), new DateOnly(2024, 5, 15)));
        Assert.Equal(0, Calendar.WorkingDaysBetween(new DateOnly(2024, 5, 15), new DateOnly(2024, 5, 9)));
    }

    [Fact]
    public void AddWorkingDays_ForwardAndBack_Return() => Gen.Select(Date, Gen.Int[1, 60]).Sample((date, days) =>
    {
        var start = Calendar.WorkingDayOnOrAfter(date);
        var end = Calendar.AddWorkingDays(start, days);
        Assert.True(Calendar.IsWorkingDay(end));
        Assert.Equal(start, Calendar.AddWorkingDays(end, -days));
        Assert.Equal(days, Calendar.WorkingDaysBetween(start, end));
        Assert.Equal(date, Calendar.AddWorkingDays(date, 0));
    });

    [Fact]
    public void OwnCalendar_KnowsALaterHoliday()
    {
        var day = new DateOnly(2024, 5, 15);
        var own = new HolidayCalendar(Calendar.FirstDay, Calendar.LastDay, null, [.. Calendar.Holidays, day]);
        Assert.Equal(OfficeDay.Holiday, own[day]);
    }
}
