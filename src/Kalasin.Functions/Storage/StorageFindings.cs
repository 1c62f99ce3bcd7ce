using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>What can stand in the way of keeping things: KAL7001–7020.</summary>
internal static class StorageFindings
{
    public static readonly FindingKind FolderMissing = new("KAL7001", Severity.Error,
        new("ไม่พบโฟลเดอร์ข้อมูล {0} และสร้างขึ้นใหม่ไม่ได้", "The data folder {0} does not exist and can't be created."),
        new(
            "โปรดตรวจว่าได้ต่อไดรฟ์นั้นแล้ว หรือระบุโฟลเดอร์อื่นด้วย --data",
            "Check that its drive is connected, or name another folder with --data."),
        "/mnt/usb/kalasin-data");

    public static readonly FindingKind FolderNotWritable = new("KAL7002", Severity.Error,
        new("เขียนลงในโฟลเดอร์ข้อมูล {0} ไม่ได้", "The data folder {0} can't be written to."),
        new(
            "โปรดให้สิทธิเขียนแก่ผู้ใช้ที่เปิดโปรแกรมนี้ หรือระบุโฟลเดอร์อื่นด้วย --data",
            "Let the account that runs this program write there, or name another folder with --data."),
        "/srv/kalasin-data");

    public static readonly FindingKind LogUnreadable = new("KAL7003", Severity.Error,
        new("ไฟล์บันทึกเหตุการณ์ {0} อ่านไม่ได้หรือไม่ได้สร้างโดยโปรแกรมนี้", "The event log {0} can't be read or was not made by this program."),
        new("โปรดเก็บไฟล์นั้นไว้และนำข้อมูลสำรองล่าสุดกลับมาใช้", "Keep the file and restore the latest backup."), "log.db");

    public static readonly FindingKind LogNewer = new("KAL7004", Severity.Error,
        new("ไฟล์บันทึกเหตุการณ์ {0} สร้างโดยโปรแกรมรุ่นใหม่กว่ารุ่นนี้", "The event log {0} was made by a newer version of this program."),
        new("โปรดใช้โปรแกรมรุ่นล่าสุด", "Use the latest version."), "log.db");

    public static readonly FindingKind VolumeFull = new("KAL7005", Severity.Error,
        new(
            "เนื้อที่ว่างของไดรฟ์ที่เก็บโฟลเดอร์ข้อมูล {0} ไม่พอ จึงยังไม่ได้รับข้อมูลครั้งนี้",
            "The volume of the data folder {0} is full; nothing was kept this time."),
        new("โปรดเพิ่มเนื้อที่ว่างแล้วส่งอีกครั้ง", "Free some space and send again."), "/srv/kalasin-data");

    public static readonly FindingKind FolderOnNetwork = new("KAL7006", Severity.Warning,
        new(
            "โฟลเดอร์ข้อมูล {0} อยู่บนไดรฟ์เครือข่าย ซึ่งไม่รับประกันว่าข้อมูลที่บันทึกแล้วจะอยู่ครบเมื่อเครือข่ายขัดข้อง",
            "The data folder {0} is on a network share, where what was written may be lost when the network fails."),
        new("โปรดย้ายไปไว้ในไดรฟ์ของเครื่องนี้", "Move it to a disk of this machine."), @"\\server\kalasin-data");

    public static readonly FindingKind Unusable = new("KAL7007", Severity.Error,
        new("อ่านหรือเขียนโฟลเดอร์ข้อมูล {0} ไม่ได้ในขณะนี้", "The data folder {0} can't be read or written at the moment."),
        new("โปรดตรวจไดรฟ์ของเครื่องแล้วลองอีกครั้ง", "Check the machine's drive and try again."), "/srv/kalasin-data");

    /// <summary>A dropped file whose name, or a folder's above it, no store can use.</summary>
    public static readonly FindingKind DropNameUnusable = new("KAL7008", Severity.Error,
        new(
            "ชื่อไฟล์หรือชื่อโฟลเดอร์มีเครื่องหมายที่ระบบใช้ไม่ได้ หรือมีโฟลเดอร์ที่ไม่มีชื่อ จึงยังไม่ได้รับไฟล์นี้",
            "The name of the file or of a folder has a character that can't be used, or a folder has no name; the file was not taken in."),
        new(
            "โปรดเปลี่ยนชื่อโดยไม่ใช้เครื่องหมาย \\ และไม่ใช้เครื่องหมาย / ซ้อนกัน แล้ววางอีกครั้ง",
            "Rename it without \\ and without a double /, and drop it again."));

    /// <summary>A dropped file that lies too deep, or whose names are too long.</summary>
    public static readonly FindingKind DropTooDeep = new("KAL7009", Severity.Error,
        new(
            "ชื่อโฟลเดอร์และชื่อไฟล์รวมกันยาวเกิน {0} ตัวอักษร หรือซ้อนกันลึกเกินไป จึงยังไม่ได้รับไฟล์นี้",
            "The names of folders and file are longer than {0} characters together, or too many folders lie in each other; the file was not taken in."),
        new("โปรดย้ายไปวางในโฟลเดอร์ของหน่วยงานโดยตรง", "Move it right into the unit's folder."), new BilingualText("๙๐๐", "900"));

    /// <summary>A link where a file should be.</summary>
    public static readonly FindingKind DropIsLink = new("KAL7010", Severity.Error,
        new(
            "สิ่งที่วางไว้เป็นทางลัด (link) ไปยังที่อื่น ไม่ใช่ไฟล์ จึงยังไม่ได้รับไว้",
            "What lies there is a link to another place, not a file; it was not taken in."),
        new("โปรดคัดลอกตัวไฟล์มาวางแทน", "Put a copy of the file there instead."));

    /// <summary>A dropped file or a folder that this program may not open.</summary>
    public static readonly FindingKind DropUnreadable = new("KAL7011", Severity.Error,
        new(
            "เปิดอ่านไฟล์หรือโฟลเดอร์นี้ไม่ได้ เพราะโปรแกรมอื่นเปิดค้างอยู่หรือไม่มีสิทธิอ่าน จึงยังไม่ได้รับไว้",
            "This file or folder can't be opened, since another program holds it or it may not be read; it was not taken in."),
        new(
            "โปรดปิดโปรแกรมที่เปิดไฟล์นี้อยู่ หรือให้สิทธิอ่านแก่ผู้ใช้ที่เปิดโปรแกรมนี้",
            "Close the program that has it open, or let the account that runs this program read it."));

    /// <summary>A file that some program gave the name of an unfinished one, and left.</summary>
    public static readonly FindingKind DropUnfinished = new("KAL7012", Severity.Error,
        new(
            "ชื่อไฟล์นี้ลงท้ายอย่างไฟล์ที่ยังดาวน์โหลดหรือบันทึกไม่เสร็จ จึงยังไม่ได้รับไว้",
            "The file's name ends like that of a download or a copy that is not finished; it was not taken in."),
        new("โปรดวางไฟล์ที่เสร็จแล้วอีกครั้ง หรือเปลี่ยนชื่อหากไฟล์สมบูรณ์แล้ว", "Drop the finished file again, or rename it if it is whole."));

    /// <summary>The log that is open is no longer the one in the folder.</summary>
    public static readonly FindingKind FolderReplaced = new("KAL7013", Severity.Error,
        new(
            "โฟลเดอร์ข้อมูล {0} ถูกย้าย ลบ หรือแทนที่ขณะโปรแกรมทำงาน จึงหยุดรับและหยุดแสดงข้อมูล",
            "The data folder {0} was moved, removed or replaced while the program was running; nothing is taken in or shown."),
        new(
            "โปรดปิดโปรแกรม นำโฟลเดอร์ที่ถูกต้องกลับมาไว้ที่เดิม แล้วเปิดโปรแกรมใหม่",
            "Stop the program, put the right folder back in its place and start it again."),
        "/srv/kalasin-data");

    /// <summary>Another process serves the same folder.</summary>
    public static readonly FindingKind FolderShared = new("KAL7014", Severity.Warning,
        new(
            "มีโปรแกรมนี้อีกชุดหนึ่งเปิดโฟลเดอร์ข้อมูล {0} อยู่แล้ว ข้อมูลไม่ปะปนหรือนับซ้ำ แต่แต่ละชุดแสดงไฟล์ที่วางไว้ไม่ครบ",
            "This program already runs on the data folder {0}; nothing is mixed up or counted twice, but neither shows all dropped files."),
        new("โปรดปิดชุดใดชุดหนึ่ง หรือระบุโฟลเดอร์อื่นด้วย --data", "Stop one of the two, or name another folder with --data."), "/srv/kalasin-data");

    /// <summary>A pipe, a device or a socket in the drop.</summary>
    public static readonly FindingKind DropNotAFile = new("KAL7015", Severity.Error,
        new(
            "สิ่งที่วางไว้ไม่ใช่ไฟล์ข้อมูล แต่เป็นช่องส่งต่อหรืออุปกรณ์ของระบบ จึงไม่เปิดและยังไม่ได้รับไว้",
            "What lies there is no file but a pipe, a socket or a device of the system; it was neither opened nor taken in."),
        new("โปรดคัดลอกไฟล์ข้อมูลมาวางแทน", "Put a file there instead."));

    /// <summary>Content of the vault whose hash is not its name any more.</summary>
    public static readonly FindingKind ContentChanged = new("KAL7016", Severity.Error,
        new(
            "สิ่งที่เก็บไว้ไม่ตรงกับเมื่อครั้งที่รับ จึงไม่นำมาใช้ (ลายนิ้วมือ {0})",
            "What is kept is not what was taken in, and is not used (fingerprint {0})."),
        new(
            "โปรดแจ้งผู้ดูแลระบบให้นำไฟล์นี้กลับมาจากข้อมูลสำรอง แล้วตรวจด้วย verify-log",
            "Tell the administrator to restore it from a backup and to check with verify-log."),
        "9f86d081884c7d65…");

    /// <summary>Content that the log names and the vault lacks.</summary>
    public static readonly FindingKind ContentMissing = new("KAL7017", Severity.Error,
        new("ไม่พบสิ่งที่รับไว้แล้วในที่เก็บข้อมูล (ลายนิ้วมือ {0})", "What was taken in is no longer in the store (fingerprint {0})."),
        new(
            "โปรดแจ้งผู้ดูแลระบบให้นำไฟล์นี้กลับมาจากข้อมูลสำรอง แล้วตรวจด้วย verify-log",
            "Tell the administrator to restore it from a backup and to check with verify-log."),
        "9f86d081884c7d65…");

    /// <summary>The place where heads are sealed can't be used.</summary>
    public static readonly FindingKind HeadsUnusable = new("KAL7018", Severity.Warning,
        new(
            "ใช้ที่เก็บลายนิ้วมือของบันทึก {0} ไม่ได้ในขณะนี้ งานอื่นทำได้ตามปกติ แต่ยังไม่มีหลักฐานภายนอกของสิ่งที่รับหลังจากนี้",
            "The place where heads of the log are sealed, {0}, can't be used at the moment; everything else goes on, "
            + "but what comes in from now on has no witness outside the log."),
        new(
            "โปรดตรวจว่าต่อไดรฟ์นั้นแล้วและโปรแกรมเขียนได้ หรือระบุโฟลเดอร์อื่นใน KALASIN_HEADS",
            "Check that its drive is connected and this program may write there, or name another folder in KALASIN_HEADS."),
        "/srv/kalasin-data-heads");

    /// <summary>Whoever loses or changes the data folder's disk has the heads too.</summary>
    public static readonly FindingKind HeadsOnSameDisk = new("KAL7019", Severity.Information,
        new("ลายนิ้วมือของบันทึกเก็บไว้ที่ {0} ในไดรฟ์เดียวกับโฟลเดอร์ข้อมูล", "Heads of the log are sealed in {0}, on the same disk as the data folder."),
        new(
            "เพื่อให้เป็นหลักฐานแยกจากข้อมูล โปรดตั้ง KALASIN_HEADS เป็นโฟลเดอร์ในไดรฟ์อื่น เช่น USB ที่เก็บไว้ต่างหาก",
            "To have a witness apart from the data, set KALASIN_HEADS to a folder of another disk, such as a USB stick that is kept elsewhere."),
        "/srv/kalasin-data-heads");

    /// <summary>Heads that lie in the data folder go and change with it.</summary>
    public static readonly FindingKind HeadsInsideData = new("KAL7020", Severity.Warning,
        new(
            "ที่เก็บลายนิ้วมือของบันทึก {0} อยู่ในโฟลเดอร์ข้อมูล จึงไม่เป็นหลักฐานแยกจากข้อมูล",
            "The place where heads of the log are sealed, {0}, lies in the data folder and is no witness apart from it."),
        new("โปรดตั้ง KALASIN_HEADS เป็นโฟลเดอร์นอกโฟลเดอร์ข้อมูล", "Set KALASIN_HEADS to a folder outside the data folder."), "/srv/kalasin-data/heads");
}
