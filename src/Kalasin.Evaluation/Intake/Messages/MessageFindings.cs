namespace Kalasin.Evaluation.Intake.Messages;

/// <summary>KAL7651–7654: what of a message can't be read.</summary>
internal static class MessageFindings
{
    /// <summary>It has too many parts, or too many within each other.</summary>
    public static readonly FindingKind TooMuch = new("KAL7651", Severity.Error,
        new("อีเมลมีส่วนประกอบมากหรือซ้อนกันลึกเกินไป จึงไม่ได้อ่านไฟล์แนบ", "The message has too many parts, or too many within each other; its files were not read."),
        new("โปรดแนบไฟล์กับอีเมลฉบับใหม่โดยตรง ไม่ส่งต่อหลายชั้น", "Attach the files to a new message, not forwarded over and over."));

    /// <summary>Only the first of its files were read.</summary>
    public static readonly FindingKind TooManyFiles = new("KAL7652", Severity.Error,
        new("อีเมลมีไฟล์แนบเกิน {0} ไฟล์ จึงอ่านเพียงเท่านั้น", "The message has more than {0} files; no more were read."),
        new("โปรดส่งไฟล์ที่เหลือในอีเมลอีกฉบับ", "Send the others in another message."), new BilingualText("๑๐๐", "100"));

    /// <summary>Outlook's own packet can't be opened.</summary>
    public static readonly FindingKind OutlookUnreadable = new("KAL7653", Severity.Error,
        new("เปิด winmail.dat ที่ Outlook แนบมาไม่ได้", "Outlook's winmail.dat can't be opened."),
        new("โปรดตั้งรูปแบบข้อความใน Outlook เป็น HTML แล้วส่งอีกครั้ง", "Set Outlook's message format to HTML and send it again."));

    /// <summary>It is encrypted for somebody.</summary>
    public static readonly FindingKind Sealed = new("KAL7654", Severity.Error,
        new("อีเมลเข้ารหัสไว้ จึงอ่านไฟล์แนบไม่ได้", "The message is encrypted; its files can't be read."),
        new("โปรดส่งอีกครั้งโดยไม่เข้ารหัส หรือส่งทางลิงก์ของหน่วยงาน", "Send it again without, or by your unit's link."));
}
