using CsCheck;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks.Predicates;

/// <summary>Periods against the words of the Civil and Commercial Code taken day by day, without the arithmetic of the library.</summary>
public sealed class SpanReferenceTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2030, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    /// <summary>193/3: the first day isn't counted, unless the rule counts it.</summary>
    [Fact]
    public void Days_AreCountedOneByOne() => Gen.Select(Days, Gen.Int[1, 200], Gen.Bool).Sample(
        (from, count, first) =>
        {
            var day = first ? from.AddDays(-1) : from;
            for (var counted = 0; counted < count; counted++) day = day.AddDays(1);
            Assert.Equal(day, End(count, SpanUnit.Days, from, first));
        },
        iter: 500);

    /// <summary>193/5: by the calendar, to the day before the one that answers to the first; where the last month has none, to its last day.</summary>
    [Fact]
    public void MonthsAndYears_EndBeforeTheDayThatAnswers() => Gen.Select(Days, Gen.Int[1, 40], Gen.Bool, Gen.Bool).Sample(
        (from, count, first, years) =>
        {
            var start = first ? from : from.AddDays(1);
            var (year, month) = (start.Year, start.Month);
            for (var passed = 0; passed < (years ? 12 * count : count); passed++) (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            var last = start.Day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, start.Day).AddDays(-1) : new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            Assert.Equal(last, End(count, years ? SpanUnit.Years : SpanUnit.Months, from, first));
        },
        iter: 2_000);

    /// <summary>193/8: a last day that is a holiday gives way to the next working day, and no other does.</summary>
    [Fact]
    public void LastDay_GivesWayToTheNextWorkingDay() => Gen.Select(Days, Gen.Int[1, 200], Gen.Bool).Sample(
        (from, count, months) =>
        {
            var unit = months ? SpanUnit.Months : SpanUnit.Days;
            var day = End(count, unit, from);
            while (!IsWorking(day)) day = day.AddDays(1);
            Assert.Equal(day, End(count, unit, from, false, HolidayRule.Extend));
        },
        iter: 1_000);

    [Fact]
    public void WorkingDays_AreCountedOneByOne() => Gen.Select(Days, Gen.Int[1, 120], Gen.Bool).Sample(
        (from, count, first) =>
        {
            var day = first ? from.AddDays(-1) : from;
            for (var counted = 0; counted < count;)
            {
                day = day.AddDays(1);
                if (IsWorking(day)) counted++;
            }
            Assert.Equal(day, End(count, SpanUnit.WorkingDays, from, first));
        },
        iter: 500);

    private static bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !HolidayCalendar.Thailand.Holidays.Contains(day);

    private static DateOnly End(int count, SpanUnit unit, DateOnly from, bool first = false, HolidayRule rule = HolidayRule.AsIs) => new Span(count, unit, first, rule).EndFrom(from);
}
