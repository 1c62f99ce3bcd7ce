namespace Kalasin.Evaluation.Thai;

/// <summary>Which spaces of official Thai don't end a line: in dates, between a number and its unit or label, between a title and a name.</summary>
internal static class KeepTogether
{
    private static readonly string[] Units =
    [
        "วัน", "เดือน", "ปี", "ชั่วโมง", "นาที", "สัปดาห์", "ไตรมาส", "แห่ง", "เรื่อง",
        "ชุด", "ฉบับ", "กิจกรรม", "คน", "ราย", "บาท", "ล้าน", "แสน", "หมื่น", "พัน",
        "ครั้ง", "ข้อ", "ตัวชี้วัด", "หน้า", "แถว", "คอลัมน์", "คะแนน", "อำเภอ", "จังหวัด",
        "ตำบล", "หน่วย", "อปท", "ตำแหน่ง", "ภาพ", "ไฟล์", "แฟ้ม", "รอบ", "แผ่น", "สวน",
        "ด้าน", "ประเภท", "ขั้น", "โครงการ", "ผลงาน", "บท", "ส่วน", "ตัว", "กลุ่ม", "ฝ่าย",
        "หลัง", "คัน", "ต้น", "ใบ", "เล่ม", "ห้อง", "ชั้น", "หมู่บ้าน", "ชุมชน", "ศูนย์", "โรงเรียน", "ท่าน", "คู่", "ทีม", "จุด",
        "สาขา", "มาตรการ", "ครัวเรือน", "ตัน", "ลิตร", "องศา", "เที่ยว", "ถุง", "เครื่อง", "แปลง", "บ่อ", "วินาที", "รางวัล", "มิลลิ", "เมกะ", "กิกะ",
        "เปอร์เซ็นต์", "ซม", "มม", "กม", "ตร", "เมตร", "กิโล", "ไร่", "พ.ศ", "ค.ศ",
    ];

    /// <summary>Words that only begin like a unit.</summary>
    private static readonly string[] NoUnits = ["วันที่", "ปีงบประมาณ", "รายงาน", "รายละเอียด", "รายชื่อ", "รายได้",
        "ข้อมูล", "ข้อเสนอ", "ข้อสังเกต", "หน้าที่", "ส่วนราชการ", "ส่วนที่", "บทสรุป", "เรื่องที่",
        "หลังจาก", "ต้นทาง", "ต้นแบบ", "ต้นฉบับ", "ต้นสังกัด", "ชั้นต้น", "จุดเน้น", "เครื่องหมาย", "คู่มือ", "คู่สัญญา", "ใบอนุญาต", "ใบเสร็จ"];

    private static readonly string[] Labels =
        ["ร้อยละ", "ข้อ", "มาตรา", "ตาราง", "ระดับ", "หมวด", "ไตรมาส", "เลขที่", "โทร.", "พ.ศ.", "ค.ศ.", "หน้า", "แถว", "ชั้น", "หมู่", "ซอย", "เล่ม", "ที่"];

    private static readonly HashSet<string> Titles = new[]
    {
        "นาย", "นาง", "นางสาว", "น.ส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง", "ดร.", "ผศ.", "รศ.",
        "ศ.", "ว่าที่", "ร.ต.", "ร.ท.", "ร.อ.", "ร.ต.ต.", "ร.ต.ท.", "ร.ต.อ.", "พ.ต.", "พ.ท.", "พ.อ.",
        "พ.อ.ต.", "พ.อ.ท.", "พ.อ.อ.", "น.ต.", "น.ท.", "น.อ.", "นพ.", "พญ.", "ทพ.", "พ.ต.ต.", "พ.ต.ท.", "พ.ต.อ.", "พล.ต.", "พล.ท.", "พล.อ.", "พล.ต.ต.", "พล.ต.ท.", "พล.ต.อ.", "จ.ต.",
        "จ.ท.", "จ.อ.", "พ.จ.ต.", "พ.จ.ท.", "พ.จ.อ.", "จ.ส.ต.", "จ.ส.ท.", "จ.ส.อ.", "ส.ต.", "ส.ท.", "ส.อ.",
        "ส.ต.ต.", "ส.ต.ท.", "ส.ต.อ.", "ด.ต.",
    }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> PlaceTitles = new[] { "อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "อ.", "ต.", "จ.", "ถ." }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceLookup = PlaceTitles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Offices whose names begin like นาย and นาง.</summary>
    private static readonly string[] NoNames =
    [
        "นายกเทศ", "นายกรัฐ", "นายกองค์", "นายกสมาคม", "นายกสภา", "นายอำเภอ", "นายจ้าง",
        "นายช่าง", "นายทะเบียน", "นายแพทย์", "นายสัตวแพทย์", "นายทหาร", "นายตำรวจ", "นายด่าน",
        "นายตรวจ", "นายสถานี", "นายท่า", "นายหน้า", "นายทุน", "นายประกัน", "นายไปรษณีย์", "นางพยาบาล", "นางงาม",
    ];

    /// <summary>Whether a word and what follows it without a space belong on one line: a title and a name, เดือน and its name.</summary>
    public static bool Glued(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) =>
        word is "นาย" or "นาง" or "นางสาว" || (word is "เดือน" && IsMonth(rest));

    /// <summary>Whether two texts are parted within the beginning of a date: ลงวัน and ที่ ๑๐ เมษายน, วันศุกร์ and ที่ ๓๑, วัน and ศุกร์ที่ ๓๑.</summary>
    public static bool IsDated(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var isOfDay = before.EndsWith("วัน", StringComparison.Ordinal);
        if (IsOrdinal(rest) && isOfDay) return true;
        foreach (var day in ThaiDate.Weekdays)
            if (IsOrdinal(rest) ? before.EndsWith(day, StringComparison.Ordinal) : isOfDay && rest.StartsWith(day, StringComparison.Ordinal) && IsOrdinal(rest[day.Length..]))
                return true;
        return false;
    }

    /// <summary>Whether a text begins with ที่ and a number: ครั้ง and ที่ ๑ are better not parted.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> text) => text.StartsWith("ที่ ", StringComparison.Ordinal) && StartsWithDigit(text[4..]);

    /// <summary>Whether a run of Thai letters is a title and a name: นายสมชาย, not นายอำเภอ.</summary>
    public static bool IsTitledName(ReadOnlySpan<char> run)
    {
        if (run.Length < 5 || !(run.StartsWith("นาย", StringComparison.Ordinal) || run.StartsWith("นาง", StringComparison.Ordinal))) return false;
        foreach (var office in NoNames)
            if (run.StartsWith(office, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>Whether a word is a title or rank of a person: นาย, พ.จ.ต.</summary>
    public static bool IsPersonTitle(ReadOnlySpan<char> word) => TitleLookup.Contains(word);

    /// <summary>Whether a word is the abbreviation that stands before a place's name: ทต., อ.</summary>
    public static bool IsPlaceTitle(ReadOnlySpan<char> word) => PlaceLookup.Contains(word);

    /// <summary>Whether two texts that one plain space parts belong on one line.</summary>
    /// <param name="before">What stands before the space, back to another space.</param>
    /// <param name="after">What stands after the space, up to another space.</param>
    /// <param name="isOrdinal">The word before the space is the number of a label before it: หมู่ที่ ๕ ตำบล… has no number of ตำบล.</param>
    public static bool Across(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isOrdinal)
    {
        if (before.IsEmpty || after.IsEmpty) return false;
        if (after[0] == 'ๆ' || after is "ฯลฯ") return true;
        var word = before.TrimStart("([“‘\"'");
        if (!word.IsEmpty && IsDigit(word[^1]) && (StartsWithDigit(after) || IsMonth(after) || ((!isOrdinal || after.StartsWith("เดือน", StringComparison.Ordinal)) && IsCount(word) && IsUnit(after)))) return true;
        if (StartsWithDigit(after)) return IsLabel(word) || IsMonth(word) || IsComparison(word);
        if (word is "ณ" || (word.EndsWith("เดือน", StringComparison.Ordinal) && IsMonth(after))) return true;
        if (IsMonth(word) && after.StartsWith("พ.ศ", StringComparison.Ordinal)) return true;
        return BreakRules.IsThaiLetter(after[0]) && (TitleLookup.Contains(word) || PlaceLookup.Contains(word));
    }

    /// <summary>Whether two texts that one plain space parts are a letter's ที่ and the office's letters that its number begins with: ที่ มท ๐๘๑๑.</summary>
    public static bool IsLetterNumber(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before is "ที่" && after.Length == 2 && ThaiCharacters.IsConsonant(after[0]) && ThaiCharacters.IsConsonant(after[1]);

    /// <summary>Not a year (พ.ศ. ๒๕๖๗ ระดับ…), not the number of a table or case (๑-๒).</summary>
    private static bool IsCount(ReadOnlySpan<char> number)
    {
        if (number.Contains('-') || number.Contains('/')) return false;
        var isYear = number.Length == 4 && number[0] is ('2' or '๒') && number[1] is ('4' or '5' or '6' or '๔' or '๕' or '๖');
        return !isYear;
    }

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && ThaiCharacters.IsConsonant(text[0]) && text[1] == '.' && (text.Length == 2 || !ThaiCharacters.IsThai(text[2]))) return true;
        foreach (var word in NoUnits)
            if (text.StartsWith(word, StringComparison.Ordinal)) return false;
        foreach (var unit in Units)
            if (text.StartsWith(unit, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsMonth(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < 12; i++)
            if (text.StartsWith(ThaiDate.Months[i], StringComparison.Ordinal) || text.StartsWith(ThaiDate.ShortMonths[i], StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>
    /// A word that a number completes: one that ends in a label (คิดเป็นร้อยละ, วันศุกร์ที่), or the one or two letters of a
    /// letter's or form's number (มท, ว, ปค.).
    /// </summary>
    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        if (EndsInLabel(word)) return true;
        var letters = word[(word.LastIndexOf('/') + 1)..].TrimEnd('.');
        if (letters.Length is 0 or > 2) return false;
        foreach (var c in letters)
            if (!ThaiCharacters.IsConsonant(c)) return false;
        return true;
    }

    /// <summary>Whether a text ends in a word whose number counts nothing: มาตรา ๑๗ แห่ง…, หมู่ที่ ๕ ตำบล….</summary>
    public static bool EndsInLabel(ReadOnlySpan<char> text)
    {
        foreach (var label in Labels)
            if (text.EndsWith(label, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsComparison(ReadOnlySpan<char> word) => word is "≥" or "≤" or "<" or ">" or "=" or "±" or "≠";

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => !text.IsEmpty && IsDigit(text[0]);

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '๐' and <= '๙';
}
