namespace Kalasin.Evaluation.Frameworks;

/// <summary>A length of time that a rule gives, and how it is counted.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="CountsFirstDay">The day it starts from is day 1 (Civil and Commercial Code 193/3, where something begins with that day's working hours).</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday.</param>
internal readonly record struct Span(int Count, SpanUnit Unit, bool CountsFirstDay, HolidayRule EndsOnHoliday)
{
    // A span that would end after the last day there is ends on it.
    private static readonly DateOnly Latest = DateOnly.MaxValue.AddYears(-20);

    /// <summary>๙๐ วัน, ๑๕ วันทำการ.</summary>
    public BilingualText Name => ThaiNumerals.Number(Count) is var n ? Unit switch
    {
        SpanUnit.WorkingDays => new($"{n.Thai} วันทำการ", $"{Counted.Of(n):working day|working days}"),
        SpanUnit.Months => new($"{n.Thai} เดือน", $"{Counted.Of(n):month|months}"),
        SpanUnit.Years => new($"{n.Thai} ปี", $"{Counted.Of(n):year|years}"),
        _ => new($"{n.Thai} วัน", $"{Counted.Of(n):day|days}"),
    }
    : n;

    /// <summary>Its last day.</summary>
    /// <param name="from">The day it starts from.</param>
    public DateOnly EndFrom(DateOnly from)
    {
        if (from > Latest) return DateOnly.MaxValue;
        var last = LastDay(from);
        return EndsOnHoliday == HolidayRule.Extend ? HolidayCalendar.Thailand.WorkingDayOnOrAfter(last) : last;
    }

    /// <summary>
    /// A year whose holidays its end depends on and that has no confirmed calendar, so that Monday to Friday are taken for working days;
    /// <see langword="null"/> where there is none.
    /// </summary>
    /// <param name="from">The day it starts from.</param>
    public int? UnconfirmedYear(DateOnly from)
    {
        if (from > Latest || Unit != SpanUnit.WorkingDays && EndsOnHoliday == HolidayRule.AsIs) return null;
        var calendar = HolidayCalendar.Thailand;
        foreach (var day in (ReadOnlySpan<DateOnly>)[Unit == SpanUnit.WorkingDays ? from : LastDay(from), EndFrom(from)])
            if (!calendar.Covers(day) || calendar.ForecastFrom <= day) return ThaiDate.BuddhistYear(day);
        return null;
    }

    private DateOnly LastDay(DateOnly from)
    {
        var before = CountsFirstDay && from > DateOnly.MinValue ? from.AddDays(-1) : from;
        return Unit switch
        {
            SpanUnit.WorkingDays => HolidayCalendar.Thailand.AddWorkingDays(before, Count),
            SpanUnit.Months => ByCalendar(before.AddDays(1), Count),
            SpanUnit.Years => ByCalendar(before.AddDays(1), Count * 12),
            _ => before.AddDays(Count),
        };
    }

    /// <summary>Civil and Commercial Code 193/5: the day before the one that answers to the first; where the last month has none, its last day.</summary>
    private static DateOnly ByCalendar(DateOnly first, int months) =>
        first.AddMonths(months) is var answering && answering.Day == first.Day ? answering.AddDays(-1) : answering;
}

/// <summary>What a <see cref="Span"/> is counted in.</summary>
internal enum SpanUnit
{
    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Days on which government offices work.</summary>
    WorkingDays,

    /// <summary>Months of the calendar.</summary>
    Months,

    /// <summary>Years of the calendar.</summary>
    Years,
}
