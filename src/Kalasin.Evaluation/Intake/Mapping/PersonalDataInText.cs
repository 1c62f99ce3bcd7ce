using System.Text.RegularExpressions;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Tells identity numbers and names of persons in a text that should be a code.</summary>
internal static partial class PersonalDataInText
{
    /// <summary>Stands for what was typed, so that it goes no further than the original file.</summary>
    public const string Withheld = "[อาจเป็นข้อมูลส่วนบุคคล]";

    /// <summary>Whether a text holds a 13-digit identity number with a valid check digit, or the title of a person.</summary>
    public static bool IsLikely(string text)
    {
        var arabic = ThaiNumerals.ToArabic(text);
        foreach (Match match in ThirteenDigits().Matches(arabic))
            if (HasCheckDigit(match.Value)) return true;
        return Title().IsMatch(arabic);
    }

    /// <summary>Sum of the first twelve digits weighted 13 to 2; 11 less the remainder by 11, last digit (Department of Provincial Administration).</summary>
    private static bool HasCheckDigit(string text)
    {
        var (sum, weight, last) = (0, 13, 0);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) continue;
            last = c - '0';
            if (weight > 1) sum += last * weight;
            weight--;
        }
        return (11 - sum % 11) % 10 == last;
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]([ -]?[0-9]){12}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThirteenDigits();

    [GeneratedRegex(@"(^|[\s(:/,-])(นาย(?!ก( ?(อบต|อบจ|เทศ|เมือง|ฯ|รัฐ|สภา)|\s|$)|อำเภอ|ทะเบียน|ช่าง|ตรวจ|ทหาร|แพทย์)|นาง(?!รอง|เลิ้ง)|น\.ส\.|ด\.ช\.|ด\.ญ\.|ว่าที่ ?ร|(พล|พ|ร|จ|ส|ด)\.([ตสจ]\.)?[อทต]\. ?(?=[ก-ฮเ-ไ]{2})|Mr\.? |Mrs\.? |Miss )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Title();
}
