using Kalasin.Evaluation;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>What can be said about messages from the mailbox, and about the mailbox itself: KAL7655–KAL7699.</summary>
internal static class IncomingFindings
{
    /// <summary>A file is larger than a delivery may bring.</summary>
    public static readonly FindingKind FileTooLarge = new("KAL7655", Severity.Error,
        new("ไฟล์แนบมีขนาดเกิน {0} เมกะไบต์ จึงยังไม่ได้รับไว้", "A file is larger than {0} MB; it was not taken in."),
        new("โปรดลดขนาดภาพในไฟล์ หรือส่งทางลิงก์ของหน่วยงาน", "Reduce its pictures, or use your unit's link."), new BilingualText("๕๐", "50"));

    /// <summary>It is larger than what is fetched.</summary>
    public static readonly FindingKind TooLarge = new("KAL7656", Severity.Error,
        new("อีเมลมีขนาดเกิน {0} เมกะไบต์ จึงไม่ได้อ่าน", "The message is larger than {0} MB and was not read."),
        new("โปรดแบ่งส่งหลายฉบับ หรือส่งทางลิงก์ของหน่วยงาน", "Send it in several messages, or by your unit's link."), new BilingualText("๗๐", "70"));

    /// <summary>Nobody has looked into the mailbox for long.</summary>
    public static readonly FindingKind Unread = new("KAL7661", Severity.Error,
        new("ไม่ได้อ่านกล่องอีเมลตั้งแต่วันที่ {0}", "The mailbox was last read {0}."),
        new("โปรดตรวจว่าโปรแกรมทำงานอยู่ และติดต่อเซิร์ฟเวอร์ใน KALASIN_IMAP ได้", "Check that the program runs and can reach the server of KALASIN_IMAP."),
        new BilingualText("๑๕ พฤษภาคม ๒๕๖๗ เวลา ๐๘.๓๐ น.", "15 May 2024 at 08:30"));

    /// <summary>The mailbox's server does not answer.</summary>
    public static readonly FindingKind Unreachable = new("KAL7662", Severity.Warning,
        new("ติดต่อเซิร์ฟเวอร์ของกล่องอีเมลไม่ได้ ระบบจะลองใหม่เอง", "The mailbox's server can't be reached; it is tried again."),
        new("โปรดตรวจชื่อเซิร์ฟเวอร์และพอร์ตใน KALASIN_IMAP", "Check host and port in KALASIN_IMAP."));

    /// <summary>The mailbox's server does not let the program in.</summary>
    public static readonly FindingKind LoginRefused = new("KAL7663", Severity.Error,
        new("เซิร์ฟเวอร์ของกล่องอีเมลไม่รับชื่อผู้ใช้หรือรหัสผ่าน", "The mailbox's server refuses the user or password."),
        new("โปรดตรวจ KALASIN_IMAP และ KALASIN_IMAP_PASSWORD บางบริการต้องใช้รหัสผ่านสำหรับแอป", "Check KALASIN_IMAP and KALASIN_IMAP_PASSWORD; some services want a password for applications."));

    /// <summary>The connection to the mailbox is not safe.</summary>
    public static readonly FindingKind Untrusted = new("KAL7664", Severity.Error,
        new("เชื่อมต่อกล่องอีเมลแบบเข้ารหัสที่เชื่อถือได้ไม่ได้", "The connection to the mailbox is not encrypted or not trusted."),
        new(
            "โปรดใช้ imaps:// และตรวจชื่อกับใบรับรองของเซิร์ฟเวอร์ ใบรับรองที่สำนักงานออกเองต้องให้เครื่องนี้เชื่อถือก่อน",
            "Use imaps://, and check the server's name and certificate; one that the office made itself has to be trusted by this machine."));

    /// <summary>The mailbox has no such folder.</summary>
    public static readonly FindingKind NoFolder = new("KAL7665", Severity.Error,
        new("กล่องอีเมลไม่มีโฟลเดอร์ที่ระบุใน KALASIN_IMAP", "The mailbox has no folder as KALASIN_IMAP names it."),
        new("โปรดตรวจชื่อโฟลเดอร์", "Check the folder's name."));

    /// <summary>Some messages failed too often.</summary>
    public static readonly FindingKind Abandoned = new("KAL7667", Severity.Warning,
        new("มีอีเมลที่ระบบอ่านหลายครั้งแล้วไม่สำเร็จ {0} ฉบับ ยังอยู่ในกล่อง", "{0:message was tried several times without success and is|messages were tried several times without success and are} still in the mailbox."),
        new("โปรดเปิดอ่านในกล่องอีเมล แล้วนำไฟล์แนบส่งทางหน้าเว็บ", "Open them there, and upload their files."), new BilingualText("๑", "1"));
}
