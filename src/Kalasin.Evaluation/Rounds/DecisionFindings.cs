namespace Kalasin.Evaluation.Rounds;

/// <summary>Why somebody's decision can't be carried out: KAL5201–5299.</summary>
internal static class DecisionFindings
{
    /// <summary>A text that is needed is empty.</summary>
    public static readonly FindingKind NothingSaid = new("KAL5201", Severity.Error,
        new("ยังไม่ได้ระบุ{0}", "No {0} is given."),
        new("โปรดระบุ{0}", "Give a {0}."), new BilingualText("เหตุผล", "reason"));

    /// <summary>A text is too long.</summary>
    public static readonly FindingKind TooMuchSaid = new("KAL5202", Severity.Error,
        new("{0}ยาวเกิน {1} ตัวอักษร", "The {0} is longer than {1} characters."),
        new("โปรดเขียนให้สั้นลง หรือแนบเป็นแฟ้มแยกต่างหาก", "Shorten it, or send the rest as a file."), new BilingualText("เหตุผล", "reason"), new BilingualText("๕๐๐", "500"));

    /// <summary>A text has characters that can't be printed.</summary>
    public static readonly FindingKind Unprintable = new("KAL5203", Severity.Error,
        new("{0}มีอักขระควบคุมที่พิมพ์ไม่ได้", "The {0} has control characters that can't be printed."),
        new("โปรดพิมพ์ข้อความนี้ใหม่", "Type this text again."), new BilingualText("เหตุผล", "reason"));

    /// <summary>The same idempotency key came with something else.</summary>
    public static readonly FindingKind KeyReused = new("KAL5204", Severity.Error,
        new("รหัสคำขอนี้ใช้แล้วกับคำสั่งอื่น", "This idempotency key belongs to another decision."),
        new("โปรดสั่งใหม่ด้วยรหัสใหม่", "Ask again with a new key."));

    /// <summary>The unit doesn't report on the indicator.</summary>
    public static readonly FindingKind NotItsIndicator = new("KAL5205", Severity.Error,
        new("{0}ไม่ได้รายงานตัวชี้วัดที่ {1} ในรอบนี้", "{0} does not report on indicator {1} in this round."),
        new("โปรดเลือกตัวชี้วัดที่หน่วยงานนี้รายงาน", "Pick an indicator that the unit reports on."), new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon"), new BilingualText("๕", "5"));

    /// <summary>Nothing has come that could be corrected, confirmed or asked about.</summary>
    public static readonly FindingKind NothingReported = new("KAL5206", Severity.Error,
        new("ยังไม่มี{0}", "There is nothing yet of {0}."),
        new("โปรดรอให้ได้รับรายงานก่อน หากต้องการให้เวลาเพิ่ม โปรดขยายกำหนดส่ง", "Wait until it has come; to give more time, extend the deadline."),
        new BilingualText("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน", "the return of Na Mon on indicator 3"));

    /// <summary>No event of that number began such a thing.</summary>
    public static readonly FindingKind NumberUnknown = new("KAL5207", Severity.Error,
        new("ไม่พบ{0}เลขที่ {1} ในบันทึกของรอบ", "The round's log has no {0} number {1}."),
        new("โปรดเลือกจากรายการในบันทึกของรอบ", "Pick one from the round's log."), new BilingualText("เรื่องที่ขอให้แก้ไข", "request for correction"), new BilingualText("๑๗", "17"));

    /// <summary>The day is before the first that is possible.</summary>
    public static readonly FindingKind DayTooEarly = new("KAL5208", Severity.Error,
        new("วันที่ {0} เร็วเกินไป กำหนดได้ตั้งแต่วันที่ {1}", "{0} is too early; it can be {1} at the earliest."),
        new("โปรดเลือกวันใหม่", "Choose another day."), new BilingualText("๑๔ พฤษภาคม ๒๕๖๗", "14 May 2024"), new BilingualText("๑๕ พฤษภาคม ๒๕๖๗", "15 May 2024"));

    /// <summary>The day is after the last that is possible.</summary>
    public static readonly FindingKind DayTooLate = new("KAL5209", Severity.Error,
        new("วันที่ {0} ช้าเกินไป กำหนดได้ไม่เกินวันที่ {1}", "{0} is too late; it can be {1} at the latest."),
        new("โปรดเลือกวันใหม่", "Choose another day."), new BilingualText("๑๔ พฤษภาคม ๒๕๗๗", "14 May 2034"), new BilingualText("๑๕ พฤษภาคม ๒๕๖๘", "15 May 2025"));

    /// <summary>It is over already.</summary>
    public static readonly FindingKind IsOver = new("KAL5210", Severity.Error,
        new("{0}เลขที่ {1} สิ้นสุดแล้ว", "The {0} number {1} is over."),
        new("หากยังมีเรื่องต้องดำเนินการ โปรดเริ่มเรื่องใหม่", "Begin a new one if there is more to do."), new BilingualText("คำถาม", "question"), new BilingualText("๑๗", "17"));

    /// <summary>A link opens one unit's page, and no unit is named; or a unit is named and the link is not for one.</summary>
    public static readonly FindingKind LinkUnit = new("KAL5211", Severity.Error,
        new("ลิงก์ของหน่วยงานต้องระบุหน่วยงาน ส่วนลิงก์ของหัวหน้าส่วนราชการ ผู้ตรวจ และผู้รักษาราชการแทนไม่ระบุหน่วยงาน", "A unit's link names its unit; a link for head, inspector or stand-in names none."),
        new("โปรดแก้การเลือกหน่วยงานของลิงก์", "Choose the unit accordingly."));
}
