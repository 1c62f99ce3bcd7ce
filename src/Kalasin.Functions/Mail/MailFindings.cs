using Kalasin.Evaluation;

namespace Kalasin.Functions.Mail;

/// <summary>What can keep mails waiting: KAL76xx.</summary>
internal static class MailFindings
{
    /// <summary>Mails wait and there is no way out.</summary>
    public static readonly FindingKind NoWay = new("KAL7601", Severity.Warning,
        new("มีอีเมลรอส่ง {0} ฉบับ แต่ยังไม่ได้ตั้งทางออก", "{0} mail(s) wait, and no way out is set up."),
        new(
            "โปรดตั้ง KALASIN_OUTBOX เป็นโฟลเดอร์ที่โปรแกรมอีเมลรับแฟ้ม .eml ไปส่ง อีเมลที่รออยู่จะไม่หาย",
            "Set KALASIN_OUTBOX to a folder from which a mail program takes .eml files; what waits is not lost."),
        new BilingualText("๑", "1"));

    /// <summary>A mail could not be handed over.</summary>
    public static readonly FindingKind NotHandedOver = new("KAL7602", Severity.Warning,
        new("ส่งอีเมลออกไม่ได้ {0} ฉบับ ระบบจะลองใหม่เอง", "{0} mail(s) could not be handed over; it is tried again."),
        new("โปรดตรวจว่าโฟลเดอร์ขาออกเขียนได้และมีที่ว่าง", "Check that the outgoing folder can be written and has room."), new BilingualText("๑", "1"));

    /// <summary>The bytes of a mail are not in the vault.</summary>
    public static readonly FindingKind NotThere = new("KAL7603", Severity.Error,
        new("เนื้อความอีเมลที่รอส่ง {0} ฉบับสูญหายหรือถูกเปลี่ยนแปลง จึงส่งไม่ได้", "{0} waiting mail(s) are lost or changed and can't be sent."),
        new(
            "โปรดตรวจทั้งหมดด้วย verify-log แล้วนำกลับมาจากข้อมูลสำรอง",
            "Check everything with verify-log and restore from a backup."),
        new BilingualText("๑", "1"));
}
