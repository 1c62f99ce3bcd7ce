using Kalasin.Evaluation;

namespace Kalasin.Functions.Drops;

/// <summary>What can be said about a dropped file before anybody looks into it: KAL75xx.</summary>
internal static class DropFindings
{
    /// <summary>It lies in no unit's folder.</summary>
    public static readonly FindingKind NoUnitFolder = new("KAL7501", Severity.Error,
        new(
            "ไฟล์นี้ไม่ได้วางในโฟลเดอร์ของหน่วยงาน จึงยังไม่ได้รับไว้ และยังอยู่ที่เดิม",
            "The file does not lie in a unit's folder; it was not taken in and stays where it is."),
        new("โปรดย้ายไปไว้ที่ รอบ/หน่วยงาน/ชื่อไฟล์ เช่น {0}", "Move it to round/unit/file, for example {0}."), "46-dla-2567/4601/report.xlsx");

    /// <summary>It is larger than what a delivery may bring.</summary>
    public static readonly FindingKind TooLarge = new("KAL7502", Severity.Error,
        new("ไฟล์นี้มีขนาดเกิน {0} เมกะไบต์ จึงยังไม่ได้รับไว้", "The file is larger than {0} MB; it was not taken in."),
        new("โปรดลดขนาดภาพในไฟล์ หรือแยกเป็นหลายไฟล์ แล้ววางอีกครั้ง", "Reduce its pictures or split it, and drop it again."), new BilingualText("๕๐", "50"));

    /// <summary>It was tried several times and each try failed.</summary>
    public static readonly FindingKind Abandoned = new("KAL7503", Severity.Error,
        new(
            "ระบบพยายามรับไฟล์นี้หลายครั้งแล้วยังไม่สำเร็จ ไฟล์ยังอยู่ที่เดิมและจะไม่ลองอีก",
            "The file was tried several times without success; it stays where it is and is not tried again."),
        new("โปรดแจ้งผู้ประสานงาน หรือบันทึกไฟล์ใหม่แล้ววางอีกครั้ง", "Tell the coordinator, or save the file anew and drop it again."));

    /// <summary>Some drops wait for somebody; for the coordinator.</summary>
    public static readonly FindingKind Waiting = new("KAL7504", Severity.Warning,
        new("มีไฟล์ที่วางไว้แต่ยังรับไม่ได้ {0} ไฟล์", "{0:dropped file could not be taken in and still lies|dropped files could not be taken in and still lie} there."),
        new(
            "โปรดดูเหตุผลของแต่ละไฟล์ในหน้าของรอบหรือในที่เก็บคำตอบ (answers) แล้วแจ้งผู้วางไฟล์",
            "See each one's reason on the round's page or under answers and tell who dropped it."),
        new BilingualText("๒", "2"));

    /// <summary>Messages about drops that nobody could read, or act on when they had failed too often; for the coordinator.</summary>
    public static readonly FindingKind UnfinishedMessages = new("KAL7505", Severity.Warning,
        new(
            "มีข้อความแจ้งการวางไฟล์ที่อ่านหรือทำตามไม่ได้ {0} ข้อความนับแต่เริ่มโปรแกรม "
            + "ระบบตรวจที่วางไฟล์เองทุกครั้งที่ถึงรอบเวลา จึงไม่มีไฟล์ใดตกค้าง",
            "{0:message|messages} about dropped files could not be read or acted on since the program started; "
            + "the drop itself is looked through at every tick, so no file is missed."),
        new("โปรดตรวจว่าไม่มีโปรแกรมอื่นส่งข้อความเข้าคิว drops", "Check that no other program sends to the queue drops."), new BilingualText("๑", "1"));

    /// <summary>Taken in and answered, but the store would not remove it.</summary>
    public static readonly FindingKind NotRemoved = new("KAL7506", Severity.Warning,
        new(
            "มีไฟล์ที่วางไว้ซึ่งรับข้อมูลและออกใบตอบรับแล้ว แต่ลบออกจากที่วางไม่ได้ {0} ไฟล์ ระบบไม่รับซ้ำ",
            "{0:dropped file was|dropped files were} taken in and answered but can't be removed; nothing of it is taken in again."),
        new(
            "โปรดปิดโปรแกรมที่เปิดไฟล์นั้นอยู่ หรือให้สิทธิลบแก่ระบบ หรือลบไฟล์นั้นออก",
            "Close the program that holds it, let this program delete there, or delete it."),
        new BilingualText("๑", "1"));
}
