namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>What a PDF says otherwise than its document asked.</summary>
internal static class PdfFindings
{
    /// <summary>A character that the embedded fonts don't draw.</summary>
    public static readonly FindingKind NotInFont = new(
        "KAL6001",
        Severity.Warning,
        new(
            "พบอักขระ {0} ในข้อความ “{1}” ซึ่งแบบอักษรของเอกสารไม่มีรูป ไฟล์ PDF จึงพิมพ์ ■ แทน แต่ค้นหา คัดลอก และอ่านออกเสียงได้ตามเดิม",
            "Found the character {0} in the text “{1}”; the fonts of the document have no shape for it, so the PDF prints ■ in its place, "
            + "which is searched, copied and read aloud as before"),
        new("โปรดใช้ข้อความที่มีความหมายเดียวกันแทนอักขระนี้ หากต้องการให้เห็นในเอกสารที่พิมพ์", "Use words of the same meaning if it is to be seen on paper"),
        "😀 (U+1F600)",
        "ผลงานดีเด่น 😀");
}
