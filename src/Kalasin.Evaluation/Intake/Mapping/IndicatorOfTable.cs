using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Which indicator a table is about: by its name, otherwise by a title row such as ตัวชี้วัดที่ ๓ : ….</summary>
internal static partial class IndicatorOfTable
{
    private const int TitleRows = 12;

    /// <summary>The number; <see langword="null"/> when the table names none.</summary>
    public static IndicatorNumber? Find(RawTable table) => In(table.Name) ?? table.Rows.Take(TitleRows)
        .SelectMany(r => r.Cells.Take(1)).Select(c => In(c.Text)).FirstOrDefault(n => n is not null);

    /// <summary>Nearly no text begins like a title, so that it need not be looked at closely.</summary>
    public static bool MayBeTitle(string text) => Words.FirstLetter(text) is 'ต' or 'แ' or 'เ' or 'k' or 'K';

    /// <summary>The indicator that a title names; <see langword="null"/> when it is none.</summary>
    public static IndicatorNumber? In(string text)
    {
        if (text.Length > 1000) return null;
        var match = Title().Match(ThaiNumerals.ToArabic(ThaiText.Normalise(text)));
        return match.Success && IndicatorNumber.TryParse(match.Groups["number"].Value, out var number) ? number : null;
    }

    [GeneratedRegex(
        @"^(แบบรายงาน)? ?(ตัวชี้วัด|ตชว\.?|KPI) ?(ที่)? ?\.?(?<number>[0-9]{1,3}(\.[0-9]{1,3}){0,2})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Title();
}
