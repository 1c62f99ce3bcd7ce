using System.Collections.Frozen;
using System.Globalization;

namespace Kalasin.Evaluation;

/// <summary>What a day is for a government office.</summary>
public enum OfficeDay
{
    /// <summary>Offices are open.</summary>
    Working,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A public holiday, a substitute for one, or an extra day of the cabinet, on a weekday.</summary>
    Holiday,

    /// <summary>A weekday outside the years whose holidays are known: it counts as a working day, but nobody vouches for it.</summary>
    PresumedWorking,
}

/// <summary>
/// The working days of government offices. Knows the holidays of <see cref="FirstDay"/> to <see cref="LastDay"/>; outside them every weekday
/// is <see cref="OfficeDay.PresumedWorking"/>, so callers that print a computed date can say that it rests on weekends alone.
/// </summary>
public sealed class HolidayCalendar
{
    private static readonly Lazy<HolidayCalendar> Embedded = new(() => new(
        new DateOnly(2023, 1, 1), new DateOnly(2027, 12, 31), new DateOnly(2027, 1, 1),
        Thai.EmbeddedData.Text("Localities/Data/holidays.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => DateOnly.ParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture))));

    private readonly FrozenSet<DateOnly> _holidays;

    /// <summary>A calendar of given holidays, for example with a day that the cabinet added later.</summary>
    /// <param name="firstDay">First day whose holidays are known.</param>
    /// <param name="lastDay">Last day whose holidays are known, included.</param>
    /// <param name="forecastFrom">First day whose holidays are a forecast; null when none are.</param>
    /// <param name="holidays">The days on which offices close besides weekends; one on a weekend changes nothing.</param>
    public HolidayCalendar(DateOnly firstDay, DateOnly lastDay, DateOnly? forecastFrom, IEnumerable<DateOnly> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastDay, firstDay);
        (FirstDay, LastDay, ForecastFrom) = (firstDay, lastDay, forecastFrom);
        _holidays = holidays.ToFrozenSet();
    }

    /// <summary>The embedded calendar: 2023 to 2027, of which 2027 is a forecast (source: vacanza/holidays, state of July 2026).</summary>
    public static HolidayCalendar Thailand => Embedded.Value;

    /// <summary>First day whose holidays are known.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Last day whose holidays are known, included.</summary>
    public DateOnly LastDay { get; }

    /// <summary>First day whose holidays are a forecast; null when none are.</summary>
    public DateOnly? ForecastFrom { get; }

    /// <summary>The holidays in order, those on weekends included.</summary>
    public IEnumerable<DateOnly> Holidays => _holidays.Order();

    /// <summary>Whether the holidays around a day are known; a forecast counts as known.</summary>
    /// <param name="date">Any date.</param>
    public bool Covers(DateOnly date) => date >= FirstDay && date <= LastDay;

    /// <summary>What a day is.</summary>
    /// <param name="date">Any date.</param>
    public OfficeDay this[DateOnly date] =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? OfficeDay.Weekend
        : _holidays.Contains(date) ? OfficeDay.Holiday
        : Covers(date) ? OfficeDay.Working
        : OfficeDay.PresumedWorking;

    /// <summary>Whether offices are open, or presumed to be outside the years covered.</summary>
    /// <param name="date">Any date.</param>
    public bool IsWorkingDay(DateOnly date) => this[date] is OfficeDay.Working or OfficeDay.PresumedWorking;

    /// <summary>The last working day before a date.</summary>
    /// <param name="date">Any date; itself never the answer.</param>
    public DateOnly PreviousWorkingDay(DateOnly date) => AddWorkingDays(date, -1);

    /// <summary>The first working day after a date.</summary>
    /// <param name="date">Any date; itself never the answer.</param>
    public DateOnly NextWorkingDay(DateOnly date) => AddWorkingDays(date, 1);

    /// <summary>
    /// The date when it is a working day, otherwise the first one after it: where a period ends whose last day is a holiday (Civil
    /// and Commercial Code, section 193/8).
    /// </summary>
    /// <param name="date">Any date.</param>
    public DateOnly WorkingDayOnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : NextWorkingDay(date);

    /// <summary>The working day a number of working days after a date; the day after is the first counted.</summary>
    /// <param name="date">Any date.</param>
    /// <param name="days">How many, −10,000 to 10,000; negative goes back, zero gives the date itself, working day or not.</param>
    /// <exception cref="ArgumentOutOfRangeException">More days than that, or the calendar ends.</exception>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, -10_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 10_000);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(Math.Sign(days));
            if (IsWorkingDay(date)) left--;
        }
        return date;
    }

    /// <summary>How many working days lie after one date up to and including another: what is left until a deadline.</summary>
    /// <param name="after">Not counted itself.</param>
    /// <param name="through">Counted when it is a working day; before <paramref name="after"/> the answer is 0.</param>
    public int WorkingDaysBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var date = after; date < through;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date)) count++;
        }
        return count;
    }
}
