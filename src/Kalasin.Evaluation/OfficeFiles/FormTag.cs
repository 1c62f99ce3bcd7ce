using System.Collections.Frozen;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>
/// What the tag or title of a content control asks for, in the words of the program: <c>ตัวชี้วัด.๓.ผล</c> is <c>indicator.3.value</c>. Parts apart
/// by full stops; digits of either kind, letters of either case.
/// </summary>
internal static class FormTag
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["รางวัล"] = "award", ["ชื่อ"] = "name", ["ปีงบประมาณ"] = "year", ["ปี"] = "year", ["เจ้าของรางวัล"] = "giver", ["กรม"] = "giver", ["จังหวัด"] = "province",
        ["สำนักงาน"] = "office", ["หน่วยงาน"] = "unit", ["รหัส"] = "code", ["ช่วงเวลา"] = "period", ["ข้อมูลณวันที่"] = "as-of", ["กำหนดส่ง"] = "deadline",
        ["คะแนนรวม"] = "total", ["หนังสือ"] = "letter", ["เลขที่"] = "number", ["วันที่"] = "date", ["ผู้ลงนาม"] = "signer", ["ตำแหน่ง"] = "position", ["ตรา"] = "emblem",
        ["ตัวชี้วัด"] = "indicator", ["ตัวชี้วัดที่"] = "indicator", ["ข้อความ"] = "text", ["ผล"] = "value", ["ผลการดำเนินงาน"] = "value", ["หน่วยนับ"] = "measure", ["หน่วยวัด"] = "measure",
        ["วิธีคิด"] = "formula", ["คะแนน"] = "score", ["น้ำหนัก"] = "weight", ["เจ้าภาพ"] = "hosts", ["คำอธิบาย"] = "narrative", ["ปัจจัยสนับสนุน"] = "support",
        ["ปัญหา"] = "problems", ["ข้อเสนอแนะ"] = "proposals", ["มีผล"] = "reported", ["ไม่มีเรื่อง"] = "nil", ["ทะเบียน"] = "rows", ["หลักฐาน"] = "evidence",
        ["ที่"] = "no", ["ลำดับ"] = "no", ["รายการ"] = "title", ["ภาพ"] = "picture",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A tag in the words of the program.</summary>
    public static string Of(string written)
    {
        var parts = ThaiNumerals.ToArabic(written.Trim().ToLowerInvariant()).Split('.', StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var bare = parts[i].Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
            parts[i] = Words.GetValueOrDefault(bare, bare);
        }
        return string.Join('.', parts);
    }
}
