using System.Collections.Immutable;

namespace Kalasin.Evaluation;

/// <summary>
/// Dates as official Thai documents write them: Thai digits, Thai month names, Buddhist era (C.E. + 543). Spaces are plain;
/// keeping a date on one line is <see cref="ThaiLexicon"/>'s business.
/// </summary>
public static class ThaiDate
{
    /// <summary>Years between the Common Era and the Buddhist Era in Thailand since 1941.</summary>
    public const int EraOffset = 543;

    /// <summary>Full Thai month names, January first.</summary>
    public static ImmutableArray<string> Months { get; } =
        ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"];

    /// <summary>Abbreviated Thai month names with their dots, January first.</summary>
    public static ImmutableArray<string> ShortMonths { get; } =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    /// <summary>Thai weekday names without the word วัน, Sunday first.</summary>
    public static ImmutableArray<string> Weekdays { get; } = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"];

    internal static ImmutableArray<string> EnglishMonths { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The year of a date in the Buddhist era.</summary>
    /// <param name="date">Any date.</param>
    public static int BuddhistYear(DateOnly date) => date.Year + EraOffset;

    /// <summary>Long form: ๑๕ พฤษภาคม ๒๕๖๗.</summary>
    /// <param name="date">Any date.</param>
    public static string Long(DateOnly date) => ThaiNumerals.ToThai($"{date.Day} {Months[date.Month - 1]} {BuddhistYear(date)}");

    /// <summary>Short form: ๑๕ พ.ค. ๖๗. The year shows its last two digits.</summary>
    /// <param name="date">Any date.</param>
    public static string Short(DateOnly date) => ThaiNumerals.ToThai($"{date.Day} {ShortMonths[date.Month - 1]} {BuddhistYear(date) % 100:00}");

    /// <summary>Long form with the weekday: วันศุกร์ที่ ๓๑ พฤษภาคม ๒๕๖๗.</summary>
    /// <param name="date">Any date.</param>
    public static string WithWeekday(DateOnly date) => $"วัน{Weekdays[(int)date.DayOfWeek]}ที่ {Long(date)}";

    /// <summary>Month and year: พฤษภาคม ๒๕๖๗.</summary>
    /// <param name="date">Any date of the month.</param>
    public static string MonthAndYear(DateOnly date) => ThaiNumerals.ToThai($"{Months[date.Month - 1]} {BuddhistYear(date)}");

    /// <summary>Long form in both languages: ๑๕ พฤษภาคม ๒๕๖๗ / 15 May 2024.</summary>
    /// <param name="date">Any date.</param>
    public static BilingualText Bilingual(DateOnly date) => new(Long(date), English(date));

    /// <summary>Short form in Thai, the same English: ๑๕ พ.ค. ๖๗ / 15 May 2024.</summary>
    /// <param name="date">Any date.</param>
    public static BilingualText BilingualShort(DateOnly date) => new(Short(date), English(date));

    /// <summary>With the weekday: วันศุกร์ที่ ๓๑ พฤษภาคม ๒๕๖๗ / Friday 31 May 2024.</summary>
    /// <param name="date">Any date.</param>
    public static BilingualText BilingualWithWeekday(DateOnly date) => new(WithWeekday(date), $"{date.DayOfWeek} {English(date)}");

    private static string English(DateOnly date) => $"{date.Day} {EnglishMonths[date.Month - 1]} {date.Year:0000}";
}
