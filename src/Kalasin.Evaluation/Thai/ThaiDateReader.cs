using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation;

/// <summary>
/// Reads dates as officers type them: ๑๕ พ.ค. ๖๗, วันที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗, 15/5/2567, 15-5-67, 2024-05-15, 15 May 2024;
/// Thai and Arabic digits, month names full or short, with or without dots. The day always stands before the month, except
/// in year-month-day. Whether the date is plausible (in the future, outside a period) is the caller's question.
/// </summary>
public static partial class ThaiDateReader
{
    private const int LongestText = 80;

    private static readonly FrozenDictionary<string, int> MonthNumbers = NamesOfMonths()
        .ToFrozenDictionary(p => p.Name, p => p.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a typed date.</summary>
    /// <param name="text">What was typed.</param>
    public static DateReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText) return Not(DateProblem.NotADate);
        var typed = ThaiNumerals.ToArabic(ThaiText.Normalise(text));
        if (typed.Length == 0) return Not(DateProblem.Empty);
        typed = TimeOfDay().Replace(typed, "");
        if (YearFirst().Match(typed) is { Success: true } iso) return FromParts(iso, Number(iso, "month"));
        if (Numeric().Match(typed) is { Success: true } numeric) return FromParts(numeric, Number(numeric, "month"));
        if (Named().Match(typed) is not { Success: true } named) return Not(DateProblem.NotADate);
        var name = named.Groups["name"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return MonthNumbers.TryGetValue(name, out var month) ? FromParts(named, month) : Not(DateProblem.NotADate);
    }

    /// <summary>
    /// Reads a spreadsheet's date value. Knows that the 1900 system counts a 29 February 1900 that never was (that one day is
    /// <see cref="DateProblem.NotInCalendar"/>), and that a year of 2400 or later was typed in the Buddhist era. The time of
    /// day, the fraction, is not part of a date and is left out.
    /// </summary>
    /// <param name="serial">Days as the workbook stores them.</param>
    /// <param name="date1904">Whether the workbook counts from 1 January 1904 (its <c>date1904</c> setting).</param>
    public static DateReading FromExcelSerial(double serial, bool date1904)
    {
        var first = date1904 ? 0 : 1;
        var last = date1904 ? 2_957_003 : 2_958_465;
        if (!(serial >= first && serial < last + 1)) return Not(DateProblem.NotADate);
        var days = (int)serial;
        if (!date1904 && days == 60) return Not(DateProblem.NotInCalendar);
        var date = (date1904 ? new DateOnly(1904, 1, 1) : days < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30)).AddDays(days);
        return date.Year switch
        {
            <= 2199 => new DateReading.Understood(date, YearForm.ExcelSerial),
            < 2400 => Not(DateProblem.YearUnclear),
            _ => OnCalendar(date.Year - ThaiDate.EraOffset, date.Month, date.Day, YearForm.ExcelSerialBuddhistEra),
        };
    }

    private static DateReading FromParts(Match match, int month)
    {
        var day = Number(match, "day");
        var year = match.Groups["year"].Value;
        if (year.Length == 0) return Not(DateProblem.YearMissing);
        if (Era(year, match.Groups["era"].Value) is not { } form) return Not(DateProblem.YearUnclear);
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        var reading = OnCalendar(form switch
        {
            YearForm.TwoDigitBuddhistEra => 2500 - ThaiDate.EraOffset + number,
            YearForm.BuddhistEra => number - ThaiDate.EraOffset,
            _ => number,
        }, month, day, form);
        var weekday = match.Groups["weekday"].Value;
        return weekday.Length > 0 && reading.Value is { } date && !ThaiDate.Weekdays[(int)date.DayOfWeek].StartsWith(weekday, StringComparison.Ordinal)
            ? Not(DateProblem.WeekdayDisagrees)
            : reading;
    }

    private static YearForm? Era(string year, string era)
    {
        YearForm? form = year.Length switch
        {
            2 => YearForm.TwoDigitBuddhistEra,
            4 when int.Parse(year, CultureInfo.InvariantCulture) is var y =>
                y >= 2400 ? YearForm.BuddhistEra : y is >= 1900 and <= 2199 ? YearForm.CommonEra : null,
            _ => null,
        };
        if (era.Length == 0) return form;
        var saysCommonEra = era[0] is 'ค' or 'C' or 'c' or 'A' or 'a';
        return saysCommonEra == (form == YearForm.CommonEra) ? form : null;
    }

    private static DateReading OnCalendar(int year, int month, int day, YearForm form) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateReading.Understood(new DateOnly(year, month, day), form)
            : Not(DateProblem.NotInCalendar);

    private static DateReading.NotUnderstood Not(DateProblem problem) => new(problem);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static List<(string Name, int Number)> NamesOfMonths()
    {
        ReadOnlySpan<string> endings = ["คม", "ยน", "พันธ์"];
        List<(string Name, int Number)> names = [("Sept", 9)];
        for (var i = 0; i < 12; i++)
        {
            var thai = ThaiDate.Months[i];
            names.Add((thai, i + 1));
            foreach (var ending in endings)
                if (thai.EndsWith(ending, StringComparison.Ordinal)) names.Add((thai[..^ending.Length], i + 1));
            names.Add((ThaiDate.ShortMonths[i].Replace(".", "", StringComparison.Ordinal), i + 1));
            var english = ThaiDate.EnglishMonths[i];
            names.Add((english, i + 1));
            if (english.Length > 3) names.Add((english[..3], i + 1));
        }
        return names;
    }

    private const string Opening = @"^(?:(?:ลง|ณ ?|เมื่อ|ภายใน)?วัน(?<weekday>อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)?(ที่)? ?)?";
    private const string WrittenEra = @"(?<era>พ\.? ?ศ\.?|ค\.? ?ศ\.?|B\.?E\.?|C\.?E\.?|A\.?D\.?)? ?";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>10:30, 10.30 น., เวลา ๐๙.๐๐–๑๒.๐๐ น.: the time of day is no part of a date.</summary>
    [GeneratedRegex(
        @",? (เวลา ?)?(?<![0-9.])([01]?[0-9]|2[0-3])(:[0-5][0-9](:[0-5][0-9])?|\.[0-5][0-9](?=.*น))( ?([-–]|ถึง) ?([01]?[0-9]|2[0-3])[:.][0-5][0-9])? ?(น\.?|นาฬิกา)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})(?<era>)([T ]00:00(:00(\.0+)?)?)?$", Options, 10_000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        Opening + @"(?<day>[0-9]{1,2}) ?(?<mark>[-–/.]) ?(?<month>[0-9]{1,2})( ?\k<mark> ?" + WrittenEra + @"(?<year>[0-9]{1,4}))?( 00?:00(:00)?)?$",
        Options, 10_000)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        Opening + @"(?<day>[0-9]{1,2}) ?-?(เดือน)? ?(?<name>\p{L}[\p{L}\p{M}]*?(\.( ?\p{L}\.?)?)?) ?-?,? ?((ปี|พุทธศักราช) ?)?"
        + WrittenEra + @"(?<year>[0-9]{1,4})?$",
        Options, 10_000)]
    private static partial Regex Named();
}
