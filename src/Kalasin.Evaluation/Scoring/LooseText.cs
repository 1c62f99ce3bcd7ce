namespace Kalasin.Evaluation.Scoring;

/// <summary>
/// What a text says when its ways of writing are put aside: abbreviations of places and offices written out, words that a title may begin with or
/// not (การ, โครงการ, กิจกรรม, จัด) left out. For looking for what may be alike, never for saying that it is the same.
/// </summary>
internal static class LooseText
{
    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("อบจ.", "องค์การบริหารส่วนจังหวัด"), ("อบต.", "องค์การบริหารส่วนตำบล"), ("อปท.", "องค์กรปกครองส่วนท้องถิ่น"), ("สถจ.", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"),
        ("สถอ.", "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"), ("ทน.", "เทศบาลนคร"), ("ทม.", "เทศบาลเมือง"), ("ทต.", "เทศบาลตำบล"), ("รร.", "โรงเรียน"), ("รพ.", "โรงพยาบาล"),
        ("จ.", "จังหวัด"), ("อ.", "อำเภอ"), ("ต.", "ตำบล"), ("ถ.", "ถนน"),
    ];

    /// <summary>Characters that are looked at: titles that begin alike for so long are alike.</summary>
    private const int Longest = 500;

    private static readonly string[] Openings = ["โครงการ", "กิจกรรม", "การ", "จัด", "ณ"];

    /// <summary>The key of a text.</summary>
    public static string Key(string text)
    {
        var beginning = text.Length > Longest ? text[..Longest] : text;
        var key = ThaiText.Key(WrittenOut(ThaiNumerals.ToArabic(ThaiText.Normalise(beginning)))).Replace("ฯลฯ", "", StringComparison.Ordinal).Replace("ฯ", "", StringComparison.Ordinal);
        while (Openings.FirstOrDefault(o => key.Length > o.Length && key.StartsWith(o, StringComparison.Ordinal)) is { } opening) key = key[opening.Length..];
        return key;
    }

    /// <summary>The key of what stands before the ฯ by which a text is cut short; <see langword="null"/> where none does.</summary>
    public static string? Beginning(string text) =>
        text.Replace("ฯลฯ", "", StringComparison.Ordinal).IndexOf('ฯ', StringComparison.Ordinal) is > 0 and var at ? Key(text[..at]) : null;

    /// <summary>An abbreviation is one where no full stop stands right before it: ก.ท.จ. is none of a province.</summary>
    private static string WrittenOut(string text)
    {
        foreach (var (abbreviation, meaning) in Abbreviations)
            for (var at = text.IndexOf(abbreviation, StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf(abbreviation, at, StringComparison.Ordinal) : -1)
            {
                if (at > 0 && text[at - 1] == '.')
                {
                    at += abbreviation.Length;
                    continue;
                }
                text = $"{text.AsSpan(0, at)}{meaning}{text.AsSpan(at + abbreviation.Length)}";
                at += meaning.Length;
            }
        return text;
    }
}
