namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>How long it is to a day, in working days.</summary>
internal static class TimeLeft
{
    /// <summary>เหลือ ๓ วันทำการ / 3 working days left; on the day itself that it is today; after it that it is over.</summary>
    public static BilingualText Until(DateOnly due, DateOnly today)
    {
        if (today > due) return new("พ้นกำหนดแล้ว", "it is over");
        if (today == due) return new("ครบกำหนดวันนี้", "that is today");
        var days = ThaiNumerals.Number(HolidayCalendar.Thailand.WorkingDaysBetween(today, due));
        return days.English == "0" ? new("ไม่เหลือวันทำการแล้ว", "no working day is left") : new($"เหลือ {days.Thai} วันทำการ", $"{Counted.Of(days):working day|working days} left");
    }
}
