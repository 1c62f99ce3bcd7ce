using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>A deadline and how far it is away.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Date">Last day, inclusive.</param>
/// <param name="DaysLeft">Calendar days from today; 0 on the last day, negative afterwards.</param>
public sealed record DeadlineView(BilingualText Name, DateOnly Date, int DaysLeft)
{
    /// <param name="now">Any moment; the day is that of Bangkok.</param>
    public static DeadlineView Of(BilingualText name, DateOnly date, DateTimeOffset now) => new(name, date, date.DayNumber - BangkokTime.Date(now).DayNumber);

    /// <summary>The last day has passed.</summary>
    public bool IsOver => DaysLeft < 0;

    /// <summary>เหลือ ๑๑ วัน, วันนี้เป็นวันสุดท้าย, เลยกำหนดแล้ว ๕ วัน.</summary>
    public BilingualText Words => DaysLeft switch
    {
        0 => new("วันนี้เป็นวันสุดท้าย", "today is the last day"),
        > 0 => new($"เหลือ {ThaiNumerals.Format(DaysLeft)} วัน", $"{Counted.Of(DaysLeft):day|days} left"),
        _ => new($"พ้นกำหนดแล้ว {ThaiNumerals.Format(-DaysLeft)} วัน", $"{-DaysLeft} {(DaysLeft == -1 ? "day" : "days")} over"),
    };
}
