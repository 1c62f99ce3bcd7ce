namespace Kalasin.Evaluation.Rounds;

/// <summary>How an arrival stands to the plan's deadline. A pure function of the two.</summary>
/// <param name="DaysLate">Whole calendar days after the last day; 0 when on time, or late only by office hours.</param>
/// <param name="AfterHours">Arrived after office hours on the last day (หลังเวลาราชการ).</param>
/// <param name="IsLate">Late by the plan's rule.</param>
internal sealed record Lateness(int DaysLate, bool AfterHours, bool IsLate)
{
    /// <summary>How an arrival stands.</summary>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="deadline">The plan's deadline.</param>
    public static Lateness Of(DateTimeOffset receivedAt, InternalDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var local = BangkokTime.ToBangkok(receivedAt);
        var day = DateOnly.FromDateTime(local.DateTime);
        var days = Math.Max(0, day.DayNumber - deadline.Date.DayNumber);
        var afterHours = day == deadline.Date && TimeOnly.FromDateTime(local.DateTime) > deadline.OfficeHoursEnd;
        return new(days, afterHours, days > 0 || afterHours && deadline.AfterHoursIsLate);
    }
}
