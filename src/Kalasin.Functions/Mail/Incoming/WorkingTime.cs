using Kalasin.Evaluation;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>Time during which the office is open: 08.30–16.30 of working days, Asia/Bangkok.</summary>
internal static class WorkingTime
{
    public static readonly TimeSpan HalfADay = TimeSpan.FromHours(4);

    private static readonly TimeSpan Opens = new(8, 30, 0);
    private static readonly TimeSpan Closes = new(16, 30, 0);

    /// <summary>How much of it lies between two moments; of more than <see cref="HalfADay"/> no more than that has to be counted.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end, sum) = (BangkokTime.ToBangkok(from), BangkokTime.ToBangkok(to), TimeSpan.Zero);
        for (var day = BangkokTime.Date(from); day <= BangkokTime.Date(to) && sum < HalfADay; day = day.AddDays(1))
        {
            if (HolidayCalendar.Thailand[day] is not (OfficeDay.Working or OfficeDay.PresumedWorking)) continue;
            var opened = day == BangkokTime.Date(from) && start.TimeOfDay > Opens ? start.TimeOfDay : Opens;
            var closed = day == BangkokTime.Date(to) && end.TimeOfDay < Closes ? end.TimeOfDay : Closes;
            if (closed > opened) sum += closed - opened;
        }
        return sum;
    }
}
