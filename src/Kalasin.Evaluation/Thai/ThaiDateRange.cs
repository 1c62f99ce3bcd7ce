using System.Globalization;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Thai;

/// <summary>Days from one to another as people type them: ๑–๓ พ.ค. ๖๗, ๓๐ เม.ย. ถึง ๒ พ.ค. ๖๗, 15/5/2567 - 20/5/2567.</summary>
internal static partial class ThaiDateRange
{
    private const int LongestText = 120;

    /// <summary>The first and the last day; <see langword="null"/> for what is no such range.</summary>
    public static (DateOnly First, DateOnly Last)? Read(string text)
    {
        if (text.Length > LongestText) return null;
        var typed = ThaiNumerals.ToArabic(ThaiText.Normalise(text));
        foreach (Match mark in Mark().Matches(typed))
        {
            if (ThaiDateReader.Read(typed[(mark.Index + mark.Length)..]).Value is not { } last) continue;
            if (First(typed[..mark.Index].Trim(), last) is { } first && first < last) return (first, last);
        }
        return null;
    }

    /// <summary>A first day has its own year, or that of the last one, or its month too.</summary>
    private static DateOnly? First(string typed, DateOnly last)
    {
        if (ThaiDateReader.Read(typed).Value is { } whole) return whole;
        if (Day().Match(typed) is { Success: true } day)
            return int.Parse(day.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var number && number <= DateTime.DaysInMonth(last.Year, last.Month)
                ? new(last.Year, last.Month, number)
                : null;
        var year = $"{last.Year + ThaiDate.EraOffset}";
        return ThaiDateReader.Read($"{typed} {year}").Value ?? ThaiDateReader.Read($"{typed}/{year}").Value;
    }

    [GeneratedRegex(" ?[-\u2010-\u2015~] ?| ?ถึง(วันที่)? ?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Mark();

    [GeneratedRegex("^((ระหว่าง|ตั้งแต่)? ?วันที่ ?|ระหว่าง ?|ตั้งแต่ ?)?(?<day>[0-9]{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Day();
}
