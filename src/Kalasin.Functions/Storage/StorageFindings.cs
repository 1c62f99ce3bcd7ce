using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>What can stand in the way of keeping things: KAL7001–7020.</summary>
internal static class StorageFindings
{
    public static readonly FindingKind FolderMissing = new("KAL7001", Severity.Error,
        new("ไม่พบโฟลเดอร์ข้อมูล {0} และสร้างขึ้นใหม่ไม่ได้", "The data folder {0} does not exist and can't be created."),
        new("โปรดตรวจว่าได้ต่อไดรฟ์นั้นแล้ว หรือระบุโฟลเดอร์อื่นด้วย --data", "Check that its drive is connected, or name another folder with --data."), "/mnt/usb/kalasin-data");

    public static readonly FindingKind FolderNotWritable = new("KAL7002", Severity.Error,
        new("เขียนลงในโฟลเดอร์ข้อมูล {0} ไม่ได้", "The data folder {0} can't be written to."),
        new("โปรดให้สิทธิเขียนแก่ผู้ใช้ที่เปิดโปรแกรมนี้ หรือระบุโฟลเดอร์อื่นด้วย --data", "Let the account that runs this program write there, or name another folder with --data."), "/srv/kalasin-data");

    public static readonly FindingKind LogUnreadable = new("KAL7003", Severity.Error,
        new("แฟ้มบันทึกเหตุการณ์ {0} อ่านไม่ได้หรือไม่ได้สร้างโดยโปรแกรมนี้", "The event log {0} can't be read or was not made by this program."),
        new("โปรดเก็บแฟ้มนั้นไว้และนำข้อมูลสำรองล่าสุดกลับมาใช้", "Keep the file and restore the latest backup."), "log.db");

    public static readonly FindingKind LogNewer = new("KAL7004", Severity.Error,
        new("แฟ้มบันทึกเหตุการณ์ {0} สร้างโดยโปรแกรมรุ่นใหม่กว่ารุ่นนี้", "The event log {0} was made by a newer version of this program."),
        new("โปรดใช้โปรแกรมรุ่นล่าสุด", "Use the latest version."), "log.db");

    public static readonly FindingKind VolumeFull = new("KAL7005", Severity.Error,
        new("เนื้อที่ว่างของไดรฟ์ที่เก็บโฟลเดอร์ข้อมูล {0} ไม่พอ จึงยังไม่ได้รับข้อมูลครั้งนี้", "The volume of the data folder {0} is full; nothing was kept this time."),
        new("โปรดเพิ่มเนื้อที่ว่างแล้วส่งอีกครั้ง", "Free some space and send again."), "/srv/kalasin-data");

    public static readonly FindingKind FolderOnNetwork = new("KAL7006", Severity.Warning,
        new("โฟลเดอร์ข้อมูล {0} อยู่บนไดรฟ์เครือข่าย ซึ่งไม่รับประกันว่าข้อมูลที่บันทึกแล้วจะอยู่ครบเมื่อเครือข่ายขัดข้อง", "The data folder {0} is on a network share, where what was written may be lost when the network fails."),
        new("โปรดย้ายไปไว้ในไดรฟ์ของเครื่องนี้", "Move it to a disk of this machine."), @"\\server\kalasin-data");

    public static readonly FindingKind Unusable = new("KAL7007", Severity.Error,
        new("อ่านหรือเขียนโฟลเดอร์ข้อมูล {0} ไม่ได้ในขณะนี้", "The data folder {0} can't be read or written at the moment."),
        new("โปรดตรวจไดรฟ์ของเครื่องแล้วลองอีกครั้ง", "Check the machine's drive and try again."), "/srv/kalasin-data");
}
