using System.Globalization;
using CsCheck;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks.Predicates;

/// <summary>Periods of the Civil and Commercial Code, sections 193/3, 193/5 and 193/8, and working days.</summary>
public sealed class SpanTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2150, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData(SpanUnit.Days, 1_200, "๑,๒๐๐ วัน", "1,200 days")]
    [InlineData(SpanUnit.WorkingDays, 15, "๑๕ วันทำการ", "15 working days")]
    [InlineData(SpanUnit.Months, 3, "๓ เดือน", "3 months")]
    [InlineData(SpanUnit.Years, 2, "๒ ปี", "2 years")]
    public void Name_SaysTheUnit(object unit, int count, string thai, string english) =>
        Assert.Equal(new(thai, english), new Span(count, (SpanUnit)unit, false, HolidayRule.AsIs).Name);

    [Theory]
    // The first day isn't counted; the period ends the day before the one that answers to the day after.
    [InlineData("2024-01-15", 1, "2024-02-15")]
    [InlineData("2024-01-15", 3, "2024-04-15")]
    [InlineData("2023-11-30", 3, "2024-02-29")] // from 1 December, whole months
    [InlineData("2024-01-31", 1, "2024-02-29")] // from 1 February, a whole month
    [InlineData("2023-01-29", 1, "2023-02-28")] // from 30 January: February has no 30th, so its last day
    [InlineData("2024-01-28", 1, "2024-02-28")] // from 29 January: there is a 29th, so the day before
    [InlineData("2023-01-28", 1, "2023-02-28")] // from 29 January: there is none
    [InlineData("2024-05-30", 1, "2024-06-30")] // from 31 May: June has no 31st
    [InlineData("2024-02-28", 12, "2025-02-28")] // from 29 February
    public void Months_EndAsTheCodeSays(string from, int months, string last) =>
        Assert.Equal(Day(last), new Span(months, SpanUnit.Months, false, HolidayRule.AsIs).EndFrom(Day(from)));

    [Theory]
    [InlineData("2023-09-30", "2024-09-30")]
    [InlineData("2024-02-28", "2025-02-28")]
    [InlineData("2024-02-29", "2025-02-28")] // from 1 March, a whole year
    public void Years_EndAsTheCodeSays(string from, string last) =>
        Assert.Equal(Day(last), new Span(1, SpanUnit.Years, false, HolidayRule.AsIs).EndFrom(Day(from)));

    [Theory]
    [InlineData(SpanUnit.Days, 10, "2024-04-12")]
    [InlineData(SpanUnit.Months, 1, "2024-05-02")]
    [InlineData(SpanUnit.WorkingDays, 1, "2024-04-03")]
    [InlineData(SpanUnit.WorkingDays, 2, "2024-04-04")]
    public void FirstDay_CountsWhereTheRuleSaysSo(object unit, int count, string last) =>
        Assert.Equal(Day(last), new Span(count, (SpanUnit)unit, true, HolidayRule.AsIs).EndFrom(Day("2024-04-03")));

    [Theory]
    // 6 April (Chakri, Monday the 8th in its place), 12 April (cabinet), Songkran to the 16th.
    [InlineData("2024-04-03", 1, "2024-04-04")]
    [InlineData("2024-04-03", 3, "2024-04-09")]
    [InlineData("2024-04-03", 6, "2024-04-17")]
    [InlineData("2024-04-13", 1, "2024-04-17")]
    public void WorkingDays_LeaveWeekendsAndHolidaysOut(string from, int days, string last) =>
        Assert.Equal(Day(last), new Span(days, SpanUnit.WorkingDays, false, HolidayRule.AsIs).EndFrom(Day(from)));

    [Fact]
    public void LastDayOnAHoliday_IsExtendedOnlyWhereTheRuleSaysSo()
    {
        // A month after 13 March ends on 13 April, a Saturday and Songkran.
        Assert.Equal(Day("2024-04-13"), new Span(1, SpanUnit.Months, false, HolidayRule.AsIs).EndFrom(Day("2024-03-13")));
        Assert.Equal(Day("2024-04-17"), new Span(1, SpanUnit.Months, false, HolidayRule.Extend).EndFrom(Day("2024-03-13")));
    }

    [Theory]
    [InlineData(SpanUnit.WorkingDays, HolidayRule.AsIs, "2026-12-21", 5, null)]
    [InlineData(SpanUnit.WorkingDays, HolidayRule.AsIs, "2026-12-29", 5, 2570)] // a forecast
    [InlineData(SpanUnit.WorkingDays, HolidayRule.AsIs, "2022-12-30", 1, 2565)]
    [InlineData(SpanUnit.WorkingDays, HolidayRule.AsIs, "2028-03-01", 1, 2571)]
    [InlineData(SpanUnit.Days, HolidayRule.AsIs, "2028-03-01", 30, null)]
    [InlineData(SpanUnit.Days, HolidayRule.Extend, "2028-03-01", 30, 2571)]
    [InlineData(SpanUnit.Days, HolidayRule.Extend, "2022-12-02", 30, null)] // ends on Sunday 1 January 2023, which is known
    public void YearWithoutAConfirmedCalendar_IsNamed(object unit, object onHoliday, string from, int count, int? year) =>
        Assert.Equal(year, new Span(count, (SpanUnit)unit, false, (HolidayRule)onHoliday).UnconfirmedYear(Day(from)));

    [Fact]
    public void Months_AreAtLeastTheShortestAndGrowWithTheirStart() => Gen.Select(Days, Gen.Int[1, 120]).Sample((from, months) =>
    {
        var span = new Span(months, SpanUnit.Months, false, HolidayRule.AsIs);
        var last = span.EndFrom(from);
        Assert.True(span.EndFrom(from.AddDays(1)) >= last);
        Assert.Equal((from.Year * 12) + from.Month + months, (last.Year * 12) + last.Month);
        Assert.InRange(last.DayNumber - from.DayNumber, months * 28, months * 31);
    });

    [Fact]
    public void WorkingDays_AreAsManyAsAreCounted() => Gen.Select(Days, Gen.Int[1, 200]).Sample((from, count) =>
    {
        var last = new Span(count, SpanUnit.WorkingDays, false, HolidayRule.AsIs).EndFrom(from);
        Assert.Equal(count, HolidayCalendar.Thailand.WorkingDaysBetween(from, last));
        Assert.True(HolidayCalendar.Thailand.IsWorkingDay(last));
    });

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
