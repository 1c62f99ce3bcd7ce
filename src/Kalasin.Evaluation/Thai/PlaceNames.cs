namespace Kalasin.Evaluation.Thai;

/// <summary>Names of villages and subdistricts, which begin with words for land, water and trees: ตำบลนาจารย์, บ้านโนนสูง.</summary>
internal static class PlaceNames
{
    /// <summary>A longer rest of a run says something about the place.</summary>
    private const int Longest = 14;

    private static readonly string[] Kinds = ["ตำบล", "อำเภอ", "บ้าน"];

    private static readonly string[] Firsts =
    [
        "บ้าน", "หนอง", "โนน", "นา", "ห้วย", "ดอน", "โคก", "คำ", "ดง", "บึง", "กุด", "ท่า", "วัง", "เขา", "ภู", "สระ", "คลอง", "บาง",
        "เหล่า", "โพน", "โพธิ์", "บัว", "ลำ", "ยาง", "สง", "ทุ่ง", "ไผ่", "อุ่ม", "ร่อง", "แม่", "ไทร", "แจน", "หลุบ", "เชียง", "ขาม", "ม่วง", "กุง",
    ];

    /// <summary>Whether the rest of a run of letters is such a name.</summary>
    /// <param name="before">The run up to a word.</param>
    /// <param name="rest">The run from there.</param>
    public static bool Is(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) => rest.Length is > 2 and <= Longest && EndsInKind(before) && BeginsLikeOne(rest);

    private static bool EndsInKind(ReadOnlySpan<char> text)
    {
        foreach (var kind in Kinds)
            if (text.EndsWith(kind, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool BeginsLikeOne(ReadOnlySpan<char> text)
    {
        foreach (var first in Firsts)
            if (text.StartsWith(first, StringComparison.Ordinal) && (text.Length == first.Length || ThaiClusters.BeginsAt(text, first.Length))) return true;
        return false;
    }
}
