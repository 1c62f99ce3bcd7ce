using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>Findings of the services around a round: KAL73xx.</summary>
internal static class RoundServiceFindings
{
    /// <summary>The log could not be appended to after several attempts.</summary>
    public static readonly FindingKind Busy = new("KAL7301", Severity.Error,
        new("ขณะนี้มีการนำส่งพร้อมกันจำนวนมาก ระบบยังบันทึกไม่ได้", "Too many deliveries at once; this could not be recorded yet."),
        new("โปรดส่งอีกครั้งในอีกสักครู่ ระบบจะไม่บันทึกซ้ำ", "Send again in a moment; nothing is recorded twice."));

    /// <summary>So many files are being read that this delivery would have to wait for too long.</summary>
    public static readonly FindingKind ReadingBusy = new("KAL7303", Severity.Error,
        new("ขณะนี้มีไฟล์รออ่านจำนวนมาก จึงยังไม่ได้อ่านและยังไม่ได้รับไฟล์ที่ส่งครั้งนี้ไว้", "Many files wait to be read; what was sent was not read or kept yet."),
        new("โปรดส่งอีกครั้งในอีกสองสามนาที", "Send it again in a few minutes."));

    /// <summary>No such round.</summary>
    public static readonly FindingKind UnknownRound = new("KAL7302", Severity.Error,
        new("ไม่พบรอบการประเมิน {0}", "There is no round {0}."),
        new("โปรดเลือกจากรายการรอบการประเมิน หรือให้ผู้ประสานงานเปิดรอบนี้", "Pick one from the list of rounds, or ask the coordinator to open it."), "46-dla-2599");

    /// <summary>An event that can't be read, or can't follow those before it.</summary>
    public static readonly FindingKind EventUnreadable = new("KAL7303", Severity.Error,
        new("อ่านเหตุการณ์ที่ {1} ในบันทึกของรอบ {0} ไม่ได้ จึงแสดงและรับข้อมูลของรอบนี้ไม่ได้ รอบอื่นใช้ได้ตามปกติ", "Event {1} of the log of round {0} can't be read; the round can't be shown and takes nothing in. Other rounds are not touched."),
        new("โปรดอย่าแก้ไขบันทึก เก็บไว้ตามเดิม แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้ หรือใช้โปรแกรมรุ่นล่าสุด", "Leave the log as it is and keep it; restore the latest backup, or use the latest version."), "46-dla-2567", new BilingualText("๗", "7"));

    /// <summary>Contents that were found lost or changed; for the coordinator.</summary>
    public static readonly FindingKind ContentDamaged = new("KAL7304", Severity.Error,
        new("พบสิ่งที่เก็บไว้ของรอบ {0} สูญหายหรือถูกเปลี่ยนแปลง {1} รายการ", "{1} content(s) kept of round {0} were found lost or changed."),
        new("โปรดตรวจทั้งหมดด้วย verify-log แล้วนำกลับมาจากข้อมูลสำรอง", "Check everything with verify-log and restore from a backup."), "46-dla-2567", new BilingualText("๑", "1"));

    /// <summary>Rules that a log names and that are not there, changed, or of a version this program can't read.</summary>
    public static readonly FindingKind RulesUnusable = new("KAL7305", Severity.Error,
        new("กติกาที่บันทึกอ้างถึง ({0}) สูญหาย ถูกเปลี่ยนแปลง หรือเป็นของโปรแกรมรุ่นใหม่กว่า", "The rules that the log names ({0}) are lost, changed, or of a newer version of the program."),
        new("โปรดใช้โปรแกรมรุ่นล่าสุด หรือนำข้อมูลสำรองล่าสุดกลับมาใช้", "Use the latest version, or restore the latest backup."), "3017e285ddd6");
}
