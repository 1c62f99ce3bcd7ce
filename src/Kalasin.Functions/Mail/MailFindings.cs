using Kalasin.Evaluation;

namespace Kalasin.Functions.Mail;

/// <summary>What can keep mails waiting: KAL76xx.</summary>
internal static class MailFindings
{
    /// <summary>Mails wait and there is no way out.</summary>
    public static readonly FindingKind NoWay = new("KAL7601", Severity.Warning,
        new("มีอีเมลรอส่ง {0} ฉบับ แต่ยังไม่ได้ตั้งทางออก", "{0:mail waits|mails wait}, and no way out is set up."),
        new(
            "โปรดตั้ง KALASIN_SMTP เป็นเซิร์ฟเวอร์อีเมลของสำนักงาน หรือ KALASIN_OUTBOX เป็นโฟลเดอร์ที่โปรแกรมอีเมลรับไฟล์ .eml ไปส่ง อีเมลที่รออยู่จะไม่หาย",
            "Set KALASIN_SMTP to the office's mail server, or KALASIN_OUTBOX to a folder from which a mail program takes .eml files; what waits is not lost."),
        new BilingualText("๑", "1"));

    /// <summary>A mail could not be handed over.</summary>
    public static readonly FindingKind NotHandedOver = new("KAL7602", Severity.Warning,
        new("ส่งอีเมลออกไม่ได้ {0} ฉบับ ระบบจะลองใหม่เอง", "{0:mail|mails} could not be handed over; it is tried again."),
        new(
            "โปรดตรวจว่าติดต่อเซิร์ฟเวอร์ใน KALASIN_SMTP ได้ หรือโฟลเดอร์ขาออกเขียนได้และมีที่ว่าง",
            "Check that the server of KALASIN_SMTP can be reached, or that the outgoing folder can be written and has room."),
        new BilingualText("๑", "1"));

    /// <summary>The bytes of a mail are not in the vault.</summary>
    public static readonly FindingKind NotThere = new("KAL7603", Severity.Error,
        new("เนื้อความอีเมลที่รอส่ง {0} ฉบับสูญหายหรือถูกเปลี่ยนแปลง จึงส่งไม่ได้", "{0:waiting mail is|waiting mails are} lost or changed and can't be sent."),
        new(
            "โปรดตรวจทั้งหมดด้วย verify-log แล้วกู้คืนจากข้อมูลสำรอง",
            "Check everything with verify-log and restore from a backup."),
        new BilingualText("๑", "1"));

    /// <summary>The server does not take a mail and would not take it later.</summary>
    public static readonly FindingKind Refused = new("KAL7604", Severity.Error,
        new("เซิร์ฟเวอร์อีเมลไม่รับอีเมล {0} ฉบับ และจะไม่รับเมื่อส่งซ้ำ", "The mail server does not take {0:mail|mails}, nor would it later."),
        new("โปรดตรวจที่อยู่อีเมลของผู้รับ แล้วส่งซ้ำจากรายการอีเมลของรอบ", "Check the recipient's address, and send it once more from the round's mails."), new BilingualText("๑", "1"));

    /// <summary>A mail is larger than what the server takes.</summary>
    public static readonly FindingKind TooLarge = new("KAL7605", Severity.Error,
        new("อีเมล {0} ฉบับมีขนาดเกินที่เซิร์ฟเวอร์อีเมลรับ", "{0:mail is|mails are} larger than the mail server takes."),
        new("โปรดส่งเอกสารทางอื่น หรือขอให้ผู้ดูแลเซิร์ฟเวอร์เพิ่มขนาด", "Send the documents another way, or ask for a higher limit."), new BilingualText("๑", "1"));

    /// <summary>The server for outgoing mail does not let the program in.</summary>
    public static readonly FindingKind LoginRefused = new("KAL7606", Severity.Error,
        new("เซิร์ฟเวอร์อีเมลขาออกไม่รับชื่อผู้ใช้หรือรหัสผ่าน อีเมลรอส่ง {0} ฉบับ", "The outgoing mail server refuses the user or password; {0:mail waits|mails wait}."),
        new(
            "โปรดตรวจ KALASIN_SMTP และ KALASIN_SMTP_PASSWORD บางบริการต้องใช้รหัสผ่านสำหรับแอป",
            "Check KALASIN_SMTP and KALASIN_SMTP_PASSWORD; some services want a password for applications."),
        new BilingualText("๑", "1"));

    /// <summary>The connection to the server for outgoing mail is not safe.</summary>
    public static readonly FindingKind Untrusted = new("KAL7607", Severity.Error,
        new(
            "เชื่อมต่อเซิร์ฟเวอร์อีเมลขาออกแบบเข้ารหัสที่เชื่อถือได้ไม่ได้ อีเมลรอส่ง {0} ฉบับ",
            "The connection to the outgoing mail server is not encrypted or not trusted; {0:mail waits|mails wait}."),
        new(
            "โปรดใช้ smtps:// หรือเซิร์ฟเวอร์ที่มี STARTTLS และตรวจชื่อกับใบรับรองของเซิร์ฟเวอร์ ใบรับรองที่สำนักงานออกเองต้องให้เครื่องนี้เชื่อถือก่อน",
            "Use smtps:// or a server with STARTTLS, and check its name and certificate; one that the office made itself has to be trusted by this machine."),
        new BilingualText("๑", "1"));

    /// <summary>A setting that names a mail server can't be used.</summary>
    public static readonly FindingKind ServerUnusable = new("KAL7608", Severity.Error,
        new("ใช้ค่าใน {0} ไม่ได้ จึงไม่ได้เชื่อมต่อเซิร์ฟเวอร์อีเมล", "The value of {0} can't be used; no mail server is connected."),
        new("โปรดใส่ในรูป {1} โดยไม่มีรหัสผ่าน", "Write it as {1}, without a password."), "KALASIN_SMTP", "smtps://user@host");

    /// <summary>A mail account has no password.</summary>
    public static readonly FindingKind PasswordMissing = new("KAL7609", Severity.Error,
        new("ยังไม่ได้ตั้ง {0} จึงไม่ได้เชื่อมต่อเซิร์ฟเวอร์อีเมล", "{0} is not set; no mail server is connected."),
        new("โปรดตั้งรหัสผ่านใน {0} หรือที่อยู่ของไฟล์รหัสผ่านใน {0}_FILE", "Set the password in {0}, or the path of its file in {0}_FILE."), "KALASIN_SMTP_PASSWORD");

    /// <summary>The server doesn't take mails from the office's address.</summary>
    public static readonly FindingKind SenderRefused = new("KAL7610", Severity.Error,
        new("เซิร์ฟเวอร์อีเมลไม่ยอมให้ส่งในนามที่อยู่อีเมลของสำนักงาน อีเมลรอส่ง {0} ฉบับ", "The mail server does not let the program send from the office's address; {0:mail waits|mails wait}."),
        new(
            "โปรดตรวจที่อยู่อีเมลของสำนักงานในแผน และสิทธิของผู้ใช้ใน KALASIN_SMTP ที่จะส่งในนามที่อยู่นั้น",
            "Check the office's address in the plan, and that the user of KALASIN_SMTP may send from it."),
        new BilingualText("๑", "1"));
}
