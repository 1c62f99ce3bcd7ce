using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

/// <summary>
/// Identity numbers and names of persons in free text, and how they are withheld: where a register must not have them
/// (<see cref="RegisterSchema.HoldsNoPersonalData"/>), only the original file keeps them. A name is told by its title; rather a word
/// too much is withheld than a surname too little.
/// </summary>
public static partial class PersonalData
{
    /// <summary>Stands for what was typed.</summary>
    public const string Withheld = "[ปกปิด]";

    private const int ShortestName = 5;

    /// <summary>
    /// A text without identity numbers (thirteen digits, the last one checking the others) and titled names; the same text where
    /// there are none.
    /// </summary>
    /// <param name="text">One line or several.</param>
    public static string Withhold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < ShortestName) return text;
        var arabic = ThaiNumerals.ToArabic(text);
        List<Range> found = [.. IdentityNumbers(arabic), .. Names(arabic)];
        if (found.Count == 0) return text;
        var (result, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in found.Select(r => (r.Start.Value, r.End.Value)).OrderBy(r => r.Item1))
        {
            if (end <= at) continue;
            if (start >= at) result.Append(text, at, start - at).Append(Withheld);
            at = end;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A return as everything but its original file shows it; the same return where its register may have personal data or has none.</summary>
    /// <param name="value">The return.</param>
    /// <param name="register">Its indicator's register.</param>
    public static Return Withhold(Return value, RegisterSchema register)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(register);
        if (!register.HoldsNoPersonalData) return value;
        return value with
        {
            NilReason = OrNull(value.NilReason),
            Facts = Withhold(value.Facts),
            Rows = [.. value.Rows.Select(Withhold)],
            Narrative = new(
                Withhold(value.Narrative.Results), Withhold(value.Narrative.SuccessFactors),
                Withhold(value.Narrative.Obstacles), Withhold(value.Narrative.Suggestions)),
            Evidence =
            [
                .. value.Evidence.Select(e =>
                    e with { Title = Withhold(e.Title), Rows = OrNull(e.Rows), Kind = OrNull(e.Kind), Location = OrNull(e.Location) }),
            ],
        };
    }

    private static RegisterRow Withhold(RegisterRow row)
    {
        var values = Withhold(row.Values);
        return ReferenceEquals(values, row.Values) && row.Faults.IsEmpty ? row : row with { Values = values, Faults = [.. row.Faults.Select(Withhold)] };
    }

    private static Finding Withhold(Finding fault) => fault with { Message = new(Withhold(fault.Message.Thai), Withhold(fault.Message.English)) };

    private static ValuesById Withhold(ValuesById values)
    {
        foreach (var (id, value) in values)
        {
            if (value is TextValue { Text: var text } && Withhold(text) is var kept && kept != text) values = values.With(id, new TextValue(kept));
            else if (value is UnreadValue { Raw: var raw } && Withhold(raw) is var unread && unread != raw)
                values = values.With(id, new UnreadValue(unread));
        }
        return values;
    }

    private static string? OrNull(string? text) => text is null ? null : Withhold(text);

    private static IEnumerable<Range> IdentityNumbers(string text)
    {
        foreach (Match match in ThirteenDigits().Matches(text))
            if (HasCheckDigit(match.ValueSpan)) yield return match.Index..(match.Index + match.Length);
    }

    /// <summary>Sum of the first twelve digits weighted 13 to 2; 11 less the remainder by 11, last digit (Department of Provincial Administration).</summary>
    private static bool HasCheckDigit(ReadOnlySpan<char> text)
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

    /// <summary>A title counts at the beginning of a word: not in ทนายความ, and not in พัฒนายกระดับ.</summary>
    private static IEnumerable<Range> Names(string text)
    {
        var (start, end) = (0, 0);
        HashSet<int> words = [];
        foreach (Match match in TitledName().Matches(text))
        {
            var at = match.Index;
            if (at > 0 && BreakRules.IsThaiLetter(text[at - 1]))
            {
                if (at >= end)
                {
                    // Apart from what stands before it: a run behind a name is taken for the surname and not parted.
                    for (start = at; start > 0 && BreakRules.IsThaiLetter(text[start - 1]);) start--;
                    for (end = at; end < text.Length && BreakRules.IsThaiLetter(text[end]);) end++;
                    words = [.. ThaiText.BreakOpportunities(text[start..end]).Where(o => o.Cost == BreakCost.Free).Select(o => o.Index)];
                }
                if (!words.Contains(at - start)) continue;
            }
            yield return at..(at + match.Length);
        }
    }


    /// <summary>Offices and trades that begin with นาย: นายก and whatever follows it except a vowel of the same syllable, and these.</summary>
    private const string NoName =
        @"ก(?=[เแโใไ\s.,)/]|$|อบ|อ\.|องค์|รัฐ|สภา|สมาคม|สมัย|สโมสร|ท[ตมน]|ท้อง|ท่าน|ถูก|ที่|ทั้ง|ฯ|มี|และ|หรือ|คน|พัทยา|กิตติมศักดิ์|กิ่ง|เหล่า)"
        + @"|อำเภอ|ทะเบียน|ช่าง|ตรวจ|ทหาร|จ้าง|หน้า|ประกัน|ด่าน|สถานี|ไปรษณีย์|ทุน|ท้าย|เวร|ตำรวจ"
        + @"|(สัตว)?แพทย์(?=\s|$|สาธารณสุข|ชำนาญ|เชี่ยวชาญ|ผู้|ใหญ่|ประจำ|ปฏิบัติ)"
        + @"|(พล|พัน|ร้อย|สิบ|หมวด|หมู่|กอง|งาน|วง)(?=\s|$)";

    private const string Rank =
        @"(พล|พ|ร|จ|ส|ด)\.([ตสจ]\.)?[อทต]\.(?!\s?(เขต|คน|ทุก|และ|หรือ|ที่|ใน|จ\.|อ\.|ต\.))"
        + @"|พ\.จ\.[อทต]\.|ว่าที่\s?(ร\.ต\.|ร้อยตรี)|(พล|พัน|ร้อย|จ่าสิบ|สิบ|จ่า)(ตำรวจ|อากาศ)?(เอก|โท|ตรี)(?!สาร)|ดาบตำรวจ";

    private const string Title =
        @"นาย(?!" + NoName + @")|นางสาว(?!ไทย)|นาง(?!รอง|เลิ้ง|พยาบาล|แบบ|ฟ้า|งาม(\s|$))"
        + @"|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็ก(ชาย|หญิง)(?!อายุ|จำนวน|ใน|และ|ที่|วัย|แรก|ทุก)|" + Rank;

    private const string Word = @"[ก-ฮเ-ไ][ก-๎]{1,40}";

    [GeneratedRegex(@"(?<![0-9])[0-9]((\s?[-.\u2010-\u2015]\s?|\s)?[0-9]){12}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ThirteenDigits();

    /// <summary>A title, a name, and the surname behind a space, unless that word begins another name.</summary>
    [GeneratedRegex(
        @"(?<!\.|เจ้า)(" + Title + @")\s?" + Word + @"(\s{1,3}(?!และ|กับ|หรือ|" + Title + @")" + Word + @")?"
        + @"|(?<![A-Za-z])(?i:Mrs?\.?|Ms\.|Miss)\s[A-Z][A-Za-z]+(\s[A-Z][A-Za-z]+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TitledName();
}
