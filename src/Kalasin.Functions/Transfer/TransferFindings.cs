using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <summary>What can be wrong with a round that comes as a file: KAL7701–7799.</summary>
internal static class TransferFindings
{
    public static readonly FindingKind NoRoundFile = new("KAL7701", Severity.Error,
        new(
            "ไฟล์นี้ไม่ใช่ไฟล์รอบการประเมินที่ส่งออกจากระบบนี้ หรือถูกแก้ไขหรือบีบอัดใหม่",
            "This is no file of a round as this program exports it, or it was edited or packed anew."),
        new("โปรดใช้ไฟล์ที่ได้จากการส่งออกโดยไม่เปิดหรือบันทึกทับ", "Use the file as it was exported."));

    public static readonly FindingKind BreaksOff = new("KAL7702", Severity.Error,
        new("ไฟล์รอบการประเมินไม่ครบ ขาดส่วนท้าย", "The file of the round breaks off before its end."),
        new("โปรดคัดลอกหรือดาวน์โหลดใหม่ แล้วนำเข้าอีกครั้ง", "Copy or download it again, and import it once more."));

    public static readonly FindingKind Newer = new("KAL7703", Severity.Error,
        new("ไฟล์นี้เป็นรูปแบบรุ่นที่ {0} ซึ่งใหม่กว่าที่โปรแกรมนี้อ่านได้", "The file is of version {0} of its format, which this program can't read yet."),
        new("โปรดใช้โปรแกรมรุ่นล่าสุด", "Use the latest version of the program."), new BilingualText("๒", "2"));

    public static readonly FindingKind EntryBroken = new("KAL7704", Severity.Error,
        new("ส่วนนี้ของไฟล์ชำรุดหรือถูกแก้ไข", "This part of the file is damaged or was changed."),
        new("โปรดคัดลอกหรือส่งออกใหม่ แล้วนำเข้าอีกครั้ง", "Copy or export it again, and import it once more."));

    public static readonly FindingKind TooMany = new("KAL7705", Severity.Error,
        new("ไฟล์นี้มีมากกว่า {0} ส่วน ซึ่งเกินกว่าที่รอบการประเมินหนึ่งมีได้", "The file has more than {0} parts, which no round has."),
        new("โปรดตรวจว่าเป็นไฟล์ที่ส่งออกจากระบบนี้", "Check that it was exported by this program."), new BilingualText("๒๐๐,๐๐๔", "200,004"));

    public static readonly FindingKind TooLarge = new("KAL7706", Severity.Error,
        new("ส่วนนี้ของไฟล์มีขนาดเกินกว่าที่รับได้", "This part of the file is larger than what can be taken in."),
        new("โปรดตรวจว่าเป็นไฟล์ที่ส่งออกจากระบบนี้", "Check that it was exported by this program."));

    public static readonly FindingKind EventUnreadable = new("KAL7707", Severity.Error,
        new("อ่านเหตุการณ์ที่ {0} ในไฟล์ไม่ได้ หรือไม่ต่อจากเหตุการณ์ก่อนหน้า", "Event {0} in the file can't be read, or can't follow those before it."),
        new(
            "โปรดส่งออกใหม่ด้วยโปรแกรมรุ่นเดียวกัน แล้วนำเข้าอีกครั้ง",
            "Export it again, by the same version of the program, and import it once more."),
        new BilingualText("๗", "7"));

    public static readonly FindingKind OtherLog = new("KAL7708", Severity.Error,
        new("บันทึกในไฟล์ไม่ตรงกับลายนิ้วมือหรือรอบที่ไฟล์ระบุ", "The log in the file is not the one whose head and round the file names."),
        new("โปรดส่งออกใหม่ แล้วนำเข้าอีกครั้ง", "Export it again, and import it once more."));

    public static readonly FindingKind Foreign = new("KAL7709", Severity.Error,
        new(
            "ไฟล์มีสิ่งที่บันทึกของรอบไม่ได้อ้างถึง หรือเรียงไม่ตรงลำดับ",
            "The file has something that the round's log doesn't name, or that is not in its place."),
        new("โปรดใช้ไฟล์ที่ได้จากการส่งออกโดยไม่แก้ไข", "Use the file as it was exported."));

    public static readonly FindingKind Incomplete = new("KAL7710", Severity.Error,
        new(
            "ไฟล์ขาดสิ่งที่บันทึกของรอบอ้างถึง {0} รายการ รายการแรกมีลายนิ้วมือ {1}",
            "The file lacks {0:content|contents} that the round's log names, the first of them {1}."),
        new("โปรดส่งออกใหม่ แล้วนำเข้าอีกครั้ง", "Export it again, and import it once more."), new BilingualText("๒", "2"), "9f86d081884c7d65…");

    public static readonly FindingKind Forked = new("KAL7711", Severity.Error,
        new(
            "รอบ {0} มีอยู่ที่นี่แล้ว และต่างจากในไฟล์ตั้งแต่เหตุการณ์ที่ {1} จึงไม่ได้นำเข้า",
            "Round {0} is here already and differs from the file from event {1} on; nothing was imported."),
        new(
            "โปรดตรวจด้วย verify-log ว่าบันทึกใดคือบันทึกจริง แล้วใช้ต่อเพียงแห่งเดียว",
            "Find out by verify-log which of the two is the real one, and go on with that one only."),
        "46-dla-2567", new BilingualText("๑๒", "12"));

    public static readonly FindingKind Older = new("KAL7712", Severity.Error,
        new(
            "รอบ {0} ที่นี่มีถึงเหตุการณ์ที่ {1} แล้ว แต่ไฟล์มีถึงเหตุการณ์ที่ {2} จึงไม่มีอะไรให้นำเข้า",
            "Round {0} has events up to {1} here, and the file ends at {2}; there is nothing to import."),
        new("โปรดใช้ไฟล์ที่ส่งออกล่าสุด", "Use the latest export."), "46-dla-2567", new BilingualText("๑๒", "12"), new BilingualText("๗", "7"));

    public static readonly FindingKind LostBefore = new("KAL7713", Severity.Warning,
        new(
            "สิ่งที่บันทึกของรอบอ้างถึง {0} รายการ สูญหายหรือถูกเปลี่ยนแปลงอยู่ก่อนส่งออก จึงไม่มีในไฟล์",
            "{0:content that the round's log names was lost or changed before it was exported, and is|contents that the round's log names were lost or changed before it was exported, and are} not in the file."),
        new(
            "โปรดนำกลับมาจากข้อมูลสำรองของที่เดิม ถ้ามี",
            "Bring them back from a backup of where it came from, if there is one."),
        new BilingualText("๑", "1"));

    public static readonly FindingKind HeadsLacking = new("KAL7714", Severity.Warning,
        new(
            "อ่านหรือเขียนที่เก็บลายนิ้วมือไม่ได้ขณะส่งออกหรือนำเข้า ลายนิ้วมือเดิมของรอบจึงไม่ได้มาด้วย",
            "The place of the sealed heads could not be used while the round was exported or imported; its earlier heads did not come along."),
        new("โปรดคงที่เก็บลายนิ้วมือของต้นทางไว้ อย่าลบ", "Keep the place of the heads where it came from."));

    public static readonly FindingKind CopyForked = new("KAL7715", Severity.Error,
        new(
            "บันทึก {0} ที่ปลายทางต่างจากต้นทางตั้งแต่เหตุการณ์ที่ {1} หรือมีเหตุการณ์ที่ต้นทางไม่มี จึงไม่ได้คัดลอก",
            "The log {0} at the target differs from the source from event {1} on, or has events that the source hasn't; it was not copied."),
        new(
            "โปรดเก็บไว้ทั้งสองแห่ง แล้วตรวจด้วย verify-log ว่าแห่งใดคือบันทึกจริง",
            "Keep both, and find out by verify-log which of the two is the real one."),
        "round/46-dla-2567", new BilingualText("๑๒", "12"));

    public static readonly FindingKind CopyOfAPart = new("KAL7716", Severity.Error,
        new("บันทึก {0} ที่ต้นทางนำเข้ามายังไม่ครบ จึงยังไม่ได้คัดลอก", "The log {0} has come to the source in part only, and was not copied yet."),
        new("โปรดนำเข้าให้ครบก่อน แล้วสั่งอีกครั้ง", "Finish that import, and run it again."), "round/46-dla-2567");

    public static readonly FindingKind CopyMoved = new("KAL7717", Severity.Error,
        new(
            "มีการบันทึกลงใน {0} ที่ปลายทางระหว่างคัดลอก จึงหยุดคัดลอก",
            "Somebody else wrote into {0} at the target while it was copied; the copying stopped."),
        new("โปรดปิดโปรแกรมที่ใช้ปลายทางอยู่ แล้วสั่งอีกครั้ง", "Stop the program that uses the target, and run it again."), "round/46-dla-2567");

    public static readonly FindingKind SamePlace = new("KAL7718", Severity.Error,
        new("{0} คือโฟลเดอร์ข้อมูลที่กำลังสำรองเอง", "{0} is the data folder itself."),
        new("โปรดระบุโฟลเดอร์อื่น ในไดรฟ์อื่นยิ่งดี", "Name another folder, better on another disk."), "/srv/kalasin-data");

    public static readonly FindingKind SameDisk = new("KAL7719", Severity.Information,
        new(
            "ข้อมูลสำรองที่ {0} อยู่ในไดรฟ์เดียวกับข้อมูล หากไดรฟ์เสียหายจะสูญหายไปพร้อมกัน",
            "The backup in {0} lies on the same disk as the data, and is lost with it."),
        new(
            "โปรดสำรองไปยังไดรฟ์อื่น หรือคัดลอกโฟลเดอร์นี้ไปเก็บที่อื่นด้วย",
            "Back up to another disk, or take a copy of the folder elsewhere."),
        "/srv/backup");
}
