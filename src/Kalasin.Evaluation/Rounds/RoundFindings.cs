namespace Kalasin.Evaluation.Rounds;

/// <summary>Findings of rounds and deliveries: KAL5xxx.</summary>
internal static class RoundFindings
{
    /// <summary>The round was not opened.</summary>
    public static readonly FindingKind NotOpen = new("KAL5001", Severity.Error,
        new("ยังไม่ได้เปิดรอบการประเมินนี้", "This round has not been opened."),
        new("โปรดให้ผู้ประสานงานเปิดรอบก่อนนำส่ง", "Ask the coordinator to open it first."));

    // KAL5002 said that a round is open under other rules; a round now keeps its own.

    /// <summary>The unit is not in the plan.</summary>
    public static readonly FindingKind UnknownUnit = new("KAL5003", Severity.Error,
        new("ไม่พบหน่วยงานรหัส {0} ในแผนการรายงานของรอบนี้", "Unit {0} is not in the plan of this round."),
        new("โปรดเลือกหน่วยงานจากรายการของรอบ", "Pick a unit from the round's list."), "4699");

    /// <summary>The unit does not host the indicator.</summary>
    public static readonly FindingKind NotHost = new("KAL5004", Severity.Error,
        new("หน่วยงาน {0} ไม่ได้เป็นเจ้าภาพตัวชี้วัดที่ {1}", "Unit {0} does not host indicator {1}."),
        new("โปรดส่งเฉพาะตัวชี้วัดที่เป็นเจ้าภาพ", "Send only the indicators the unit hosts."), "4601", new BilingualText("๕", "5"));

    /// <summary>The same idempotency key came with other files.</summary>
    public static readonly FindingKind KeyReused = new("KAL5005", Severity.Error,
        new("รหัสการนำส่งนี้ใช้แล้วกับใบตอบรับเลขที่ {0} ซึ่งมีไฟล์ต่างจากครั้งนี้", "This idempotency key belongs to receipt {0}, whose files differ."),
        new("โปรดนำส่งใหม่ด้วยรหัสใหม่", "Send again with a new key."), new BilingualText("๓", "3"));

    /// <summary>The day of the deadline is not over.</summary>
    public static readonly FindingKind DeadlineNotOver = new("KAL5006", Severity.Error,
        new("ยังไม่พ้นกำหนดส่งวันที่ {0} จึงยังปิดรับไม่ได้", "The deadline of {0} is not over, so it can't be closed yet."),
        new("โปรดดำเนินการหลังวันดังกล่าว", "Do it after that day."), new BilingualText("๑๕ พฤษภาคม ๒๕๖๗", "15 May 2024"));

    /// <summary>The report was compiled from a state that has changed since.</summary>
    public static readonly FindingKind ReportOutdated = new("KAL5007", Severity.Error,
        new("มีข้อมูลเข้ามาใหม่ระหว่างจัดทำรายงาน", "New data came in while the report was being compiled."),
        new("โปรดจัดทำรายงานอีกครั้ง", "Compile it again."));

    /// <summary>It came after the deadline.</summary>
    public static readonly FindingKind Late = new("KAL5008", Severity.Information,
        new(
            "รับรายงานหลังกำหนด {0} วัน ทำเครื่องหมาย “ล่าช้า” และแสดงให้ผู้ประสานงานเห็นแล้ว",
            "Received {0:day|days} after the deadline; marked late and shown to the coordinator."),
        BilingualText.Empty, new BilingualText("๑", "1"));

    /// <summary>It came after office hours on the last day.</summary>
    public static readonly FindingKind AfterHours = new("KAL5009", Severity.Information,
        new("รับรายงานในวันสุดท้ายหลังเวลาราชการ ({0})", "Received after office hours on the last day ({0})."),
        BilingualText.Empty, new BilingualText("๑๘.๐๕ น.", "18:05"));

    /// <summary>It says what the current version says.</summary>
    public static readonly FindingKind Unchanged = new("KAL5010", Severity.Information,
        new(
            "ตัวชี้วัดที่ {0}: เนื้อหาตรงกับฉบับที่ {1} ซึ่งได้รับไว้แล้ว จึงไม่นับเป็นฉบับใหม่",
            "Indicator {0}: same content as version {1} already received; no new version."),
        BilingualText.Empty, new BilingualText("๓", "3"), new BilingualText("๑", "1"));

    /// <summary>It replaces an earlier version.</summary>
    public static readonly FindingKind Superseded = new("KAL5011", Severity.Information,
        new("ตัวชี้วัดที่ {0}: บันทึกเป็นฉบับที่ {1} แทนฉบับก่อนหน้า", "Indicator {0}: recorded as version {1}, replacing the one before."),
        BilingualText.Empty, new BilingualText("๓", "3"), new BilingualText("๒", "2"));

    /// <summary>A nil return was recorded.</summary>
    public static readonly FindingKind NilRecorded = new("KAL5012", Severity.Information,
        new("ตัวชี้วัดที่ {0}: บันทึกเป็นรายงานไม่มีเรื่องเรียบร้อยแล้ว", "Indicator {0}: nil return recorded."),
        BilingualText.Empty, new BilingualText("๑๐", "10"));

    /// <summary>It had more time than the plan gives.</summary>
    internal static readonly FindingKind MoreTime = new("KAL5014", Severity.Information,
        new("กำหนดส่งของการนำส่งครั้งนี้คือวันที่ {0} ตามที่ขยายเวลาหรือขอให้แก้ไขไว้", "This delivery was due on {0}, because more time was given or a correction asked for."),
        BilingualText.Empty, new BilingualText("๒๐ พฤษภาคม ๒๕๖๗", "20 May 2024"));

    /// <summary>It is not for this actor to ask.</summary>
    internal static readonly FindingKind NotAllowed = new("KAL5013", Severity.Error,
        new("ผู้สั่งไม่มีสิทธิสั่งเรื่องนี้ในรอบการประเมิน", "Whoever asks this may not decide it in the round."),
        new("โปรดให้ผู้ประสานงานหรือผู้รับผิดชอบเรื่องนี้เป็นผู้สั่ง", "Let the coordinator or whoever is in charge of it do so."));

    /// <summary>A step that is not due, or not any more.</summary>
    internal static readonly FindingKind StepNotDue = new("KAL5015", Severity.Error,
        new("งาน {0} ยังไม่ถึงกำหนด หรือไม่ต้องดำเนินการแล้ว", "The step {0} is not due, or not any more."),
        new("โปรดรอ ระบบจะตรวจใหม่ในรอบถัดไป", "Wait; the program looks again at its next tick."), "remind-7-4602-2024-05-15");
}
