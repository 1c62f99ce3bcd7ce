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
        new(
            "ขณะนี้มีไฟล์รออ่านจำนวนมาก จึงยังไม่ได้อ่านและยังไม่ได้รับไฟล์ที่ส่งครั้งนี้ไว้",
            "Many files wait to be read; what was sent was not read or kept yet."),
        new("โปรดส่งอีกครั้งในอีกสองสามนาที", "Send it again in a few minutes."));

    /// <summary>No such round.</summary>
    public static readonly FindingKind UnknownRound = new("KAL7302", Severity.Error,
        new("ไม่พบรอบการประเมิน {0}", "There is no round {0}."),
        new(
            "โปรดเลือกจากรายการรอบการประเมิน หรือให้ผู้ประสานงานเปิดรอบนี้",
            "Pick one from the list of rounds, or ask the coordinator to open it."),
        "46-dla-2599");

    /// <summary>Contents that were found lost or changed; for the coordinator.</summary>
    public static readonly FindingKind ContentDamaged = new("KAL7304", Severity.Error,
        new("พบสิ่งที่เก็บไว้ของรอบ {0} สูญหายหรือถูกเปลี่ยนแปลง {1} รายการ", "Of what is kept of round {0}, {1:content was|contents were} found lost or changed."),
        new(
            "โปรดตรวจทั้งหมดด้วย verify-log แล้วนำกลับมาจากข้อมูลสำรอง",
            "Check everything with verify-log and restore from a backup."),
        "46-dla-2567", new BilingualText("๑", "1"));

    /// <summary>Rules that a log names and that are not there, changed, or of a version this program can't read.</summary>
    public static readonly FindingKind RulesUnusable = new("KAL7305", Severity.Error,
        new(
            "กติกาที่บันทึกอ้างถึง ({0}) สูญหาย ถูกเปลี่ยนแปลง หรือเป็นของโปรแกรมรุ่นใหม่กว่า",
            "The rules that the log names ({0}) are lost, changed, or of a newer version of the program."),
        new("โปรดใช้โปรแกรมรุ่นล่าสุด หรือนำข้อมูลสำรองล่าสุดกลับมาใช้", "Use the latest version, or restore the latest backup."), "3017e285ddd6");

    /// <summary>A head was sealed of an event that the log no longer has.</summary>
    public static readonly FindingKind LogCut = new("KAL7306", Severity.Error,
        new(
            "บันทึกของรอบ {0} มีถึงเหตุการณ์ที่ {1} แต่เคยมีถึงเหตุการณ์ที่ {2} ส่วนท้ายถูกตัดออก หรือมีการนำข้อมูลสำรองเก่ากลับมาใช้",
            "The log of round {0} ends at event {1}, and event {2} was sealed: its end was cut off, or an old backup was restored."),
        new(
            "โปรดเก็บข้อมูลไว้ตามเดิม แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้ หรือขอให้หน่วยงานส่งใหม่ตามใบตอบรับ",
            "Keep everything as it is and restore the latest backup, or have units send again what their receipts say."),
        "46-dla-2567", new BilingualText("๗", "7"), new BilingualText("๙", "9"));

    /// <summary>A line of the sealed heads is none.</summary>
    public static readonly FindingKind SealUnreadable = new("KAL7307", Severity.Error,
        new("ลายนิ้วมือของรอบ {0} ที่เก็บไว้แยกต่างหาก อ่านบรรทัดที่ {1} ไม่ได้", "Line {1} of the sealed heads of round {0} can't be read."),
        new(
            "โปรดตรวจว่าไม่มีผู้แก้ไขไฟล์นั้น หรือเครื่องดับขณะบันทึก",
            "Check that nobody edited that file, and whether the machine lost power while it was written."),
        "46-dla-2567", new BilingualText("๔", "4"));

    /// <summary>A head that somebody has on paper is in no log.</summary>
    public static readonly FindingKind HeadUnknown = new("KAL7308", Severity.Error,
        new(
            "ไม่พบลายนิ้วมือ {0} ในบันทึกของรอบใด บันทึกถูกแก้ไขหรือถูกตัดหลังจากพิมพ์ลายนิ้วมือนั้น หรือพิมพ์ลายนิ้วมือผิด",
            "The head {0} is in no round's log: the log was changed or cut after it was printed, or it was mistyped."),
        new("โปรดตรวจตัวเลขกับใบตอบรับหรือรายงานอีกครั้ง", "Compare it once more with the receipt or the report."), "9f86d081884c7d65");

    /// <summary>The head that was recorded with a report is that of no event before it.</summary>
    public static readonly FindingKind ReportOfAnotherLog = new("KAL7309", Severity.Error,
        new(
            "ลายนิ้วมือที่บันทึกไว้กับรายงานในเหตุการณ์ที่ {1} ของรอบ {0} ไม่ตรงกับเหตุการณ์ใดก่อนหน้า มีการแก้ไขบันทึกหลังจากรวมเล่มรายงาน",
            "The head recorded with the report in event {1} of round {0} is in no place before it: the log was changed after the report was compiled."),
        new(
            "โปรดเก็บข้อมูลไว้ตามเดิม แล้วนำข้อมูลสำรองที่ถูกต้องกลับมาใช้",
            "Keep everything as it is and restore the right backup."),
        "46-dla-2567", new BilingualText("๗", "7"));

    /// <summary>The clock shows less than it did.</summary>
    public static readonly FindingKind ClockWentBack = new("KAL7310", Severity.Warning,
        new(
            "นาฬิกาของเครื่องแสดง {1} แต่ระบบเคยทำงานเมื่อ {0} แล้ว เวลาในใบตอบรับและการนับกำหนดส่งจึงอาจผิด",
            "The machine's clock shows {1}, and this installation was already at work on {0}: times of receipts and deadlines may be wrong."),
        new("โปรดตั้งเวลาของเครื่องให้ตรง แล้วเปิดโปรแกรมใหม่", "Set the machine's clock right and start the program again."),
        new BilingualText("๒๐ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น.", "20 May 2024 at 10:00"), new BilingualText("๑๙ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น.", "19 May 2024 at 10:00"));

    /// <summary>A head that was sealed is not in the log's chain.</summary>
    public static readonly FindingKind LogChanged = new("KAL7311", Severity.Error,
        new(
            "บันทึกของรอบ {0} ไม่ตรงกับลายนิ้วมือที่เก็บไว้แยกต่างหาก มีการแก้ไขในช่วงเหตุการณ์ที่ {1} ถึง {2}",
            "The log of round {0} is not the one whose heads were sealed: something in events {1} to {2} was changed."),
        new(
            "โปรดเก็บข้อมูลไว้ตามเดิม เทียบกับใบตอบรับที่พิมพ์ไว้ แล้วนำข้อมูลสำรองที่ถูกต้องกลับมาใช้",
            "Keep everything as it is, compare with printed receipts, and restore the right backup."),
        "46-dla-2567", new BilingualText("๓", "3"), new BilingualText("๗", "7"));

    /// <summary>An event that can't be read, or can't follow those before it.</summary>
    public static readonly FindingKind EventUnreadable = new("KAL7312", Severity.Error,
        new(
            "อ่านเหตุการณ์ที่ {1} ในบันทึกของรอบ {0} ไม่ได้ จึงแสดงและรับข้อมูลของรอบนี้ไม่ได้ รอบอื่นใช้ได้ตามปกติ",
            "Event {1} of the log of round {0} can't be read; the round can't be shown and takes nothing in. Other rounds are not touched."),
        new(
            "โปรดอย่าแก้ไขบันทึก เก็บไว้ตามเดิม แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้ หรือใช้โปรแกรมรุ่นล่าสุด",
            "Leave the log as it is and keep it; restore the latest backup, or use the latest version."),
        "46-dla-2567", new BilingualText("๗", "7"));

    /// <summary>A log that comes from elsewhere and of which the rest has not come yet.</summary>
    public static readonly FindingKind InPart = new("KAL7313", Severity.Error,
        new(
            "รอบ {0} กำลังนำเข้า หรือการนำเข้าหยุดกลางคัน ขณะนี้มีถึงเหตุการณ์ที่ {1} จึงยังแสดงและรับข้อมูลไม่ได้",
            "Round {0} is being imported, or its import was cut off: it has events up to {1}, is not shown yet and takes nothing in."),
        new(
            "โปรดรอสักครู่ หากไม่มีการนำเข้าอยู่ โปรดนำเข้าไฟล์เดิมอีกครั้ง ระบบจะทำต่อจากที่ค้างไว้",
            "Wait a moment; if nothing is being imported, import the same file again, and it goes on from there."),
        "46-dla-2567", new BilingualText("๑๐๐", "100"));

    /// <summary>A round is asked for as of a moment before it was opened.</summary>
    public static readonly FindingKind NotOpenYet = new("KAL7314", Severity.Error,
        new("ขณะนั้นยังไม่ได้เปิดรอบ {0} รอบนี้เปิดเมื่อ {1}", "Round {0} was not open yet: it was opened on {1}."),
        new("โปรดเลือกวันหรือเวลาตั้งแต่นั้นเป็นต้นมา", "Choose that moment or a later one."),
        "46-dla-2567", new BilingualText("๑๔ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น.", "14 May 2024 at 10:00"));

    /// <summary>Another unit sent the same file before.</summary>
    public static readonly FindingKind EvidenceReused = new("KAL7316", Severity.Warning,
        new("ไฟล์นี้เหมือนกันทุกไบต์กับไฟล์ที่{0}ส่งไว้แล้วเมื่อ{1}", "The file is the same, byte by byte, as one that {0} sent on {1}."),
        new("โปรดตรวจว่าเป็นหลักฐานของหน่วยงานท่าน หากใช้ร่วมกันจริง ระบุไว้ในบัญชีหลักฐาน", "Check that it is evidence of your unit; where it is shared, say so in the list of evidence."),
        new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon District Local Office"), new BilingualText("วันที่ ๑๐ พฤษภาคม ๒๕๖๗", "10 May 2024 (B.E. 2567)"));

    /// <summary>A photo that nothing can be made of for print.</summary>
    public static readonly FindingKind PictureUnreadable = new("KAL7317", Severity.Warning,
        new(
            "อ่านภาพในไฟล์ไม่ได้ครบทั้งภาพ จึงไม่ได้พิมพ์ภาพนี้ในเล่ม ไฟล์ต้นฉบับยังเก็บไว้ตามเดิม",
            "The picture in the file can't be read whole and was not printed; the file itself is kept as it came."),
        new("โปรดเปิดดูไฟล์ต้นฉบับ แล้วส่งภาพใหม่เป็น JPG หากต้องการให้พิมพ์", "Look at the original, and send the picture again as JPG if it should be printed."));

    /// <summary>What the log names is there to the byte, and is not of the kind or not about what the log says.</summary>
    public static readonly FindingKind ContentUnfit = new("KAL7315", Severity.Error,
        new(
            "สิ่งที่บันทึกของรอบอ้างถึงไม่ใช่สิ่งที่บันทึกระบุ หรือโปรแกรมนี้อ่านไม่ได้ จึงไม่นำมาใช้ (ลายนิ้วมือ {0})",
            "What the round's log names is not what the log says it is, or can't be read by this program, and is not used (fingerprint {0})."),
        new(
            "โปรดใช้โปรแกรมรุ่นล่าสุด หากยังอ่านไม่ได้ โปรดตรวจที่มาของไฟล์รอบที่นำเข้า หรือนำข้อมูลสำรองกลับมาใช้",
            "Use the latest version; if it still can't be read, check where the imported round came from, or restore a backup."),
        "9f86d081884c7d65…");
}
