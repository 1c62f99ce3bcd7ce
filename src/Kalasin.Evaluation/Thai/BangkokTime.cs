namespace Kalasin.Evaluation;

/// <summary>Thai time: seven hours ahead of UTC all year, without daylight saving (since 1 April 1920). Uses no time zone of the machine.</summary>
public static class BangkokTime
{
    /// <summary>Seven hours.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The same moment on a clock in Bangkok.</summary>
    /// <param name="moment">Any moment.</param>
    public static DateTimeOffset ToBangkok(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The calendar date in Bangkok at a moment.</summary>
    /// <param name="moment">Any moment.</param>
    public static DateOnly Date(DateTimeOffset moment) => DateOnly.FromDateTime(ToBangkok(moment).DateTime);

    /// <summary>The time of day in Bangkok at a moment.</summary>
    /// <param name="moment">Any moment.</param>
    public static TimeOnly TimeOfDay(DateTimeOffset moment) => TimeOnly.FromDateTime(ToBangkok(moment).DateTime);

    /// <summary>The moment when Bangkok's clocks show a date and time; without a time, when that date begins.</summary>
    /// <param name="date">The date in Bangkok.</param>
    /// <param name="time">The time of day in Bangkok; midnight by default.</param>
    public static DateTimeOffset At(DateOnly date, TimeOnly time = default) => new(date, time, Offset);

    /// <summary>The time of day in Bangkok: ๑๐.๐๐ น. Seconds are left out, not rounded.</summary>
    /// <param name="moment">Any moment.</param>
    public static string Time(DateTimeOffset moment) => Time(TimeOnly.FromDateTime(ToBangkok(moment).DateTime));

    /// <summary>A time of day as official Thai writes it: ๑๐.๐๐ น. Seconds are left out, not rounded.</summary>
    /// <param name="time">Any time of day.</param>
    public static string Time(TimeOnly time) => ThaiNumerals.ToThai($"{time.Hour:00}.{time.Minute:00} น.");

    /// <summary>Date and time in Bangkok: ๑๕ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น. / 15 May 2024 at 10:00.</summary>
    /// <param name="moment">Any moment.</param>
    public static BilingualText DateAndTime(DateTimeOffset moment)
    {
        var (date, time) = (ThaiDate.Bilingual(Date(moment)), TimeOfDay(moment));
        return new($"{date.Thai} เวลา {Time(time)}", $"{date.English} at {time.Hour:00}:{time.Minute:00}");
    }
}
