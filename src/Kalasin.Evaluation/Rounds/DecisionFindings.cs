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
        new("โปรดเขียนให้สั้นลง หรือแนบเป็นไฟล์แยกต่างหาก", "Shorten it, or send the rest as a file."), new BilingualText("เหตุผล", "reason"), new BilingualText("๕๐๐", "500"));

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

    /// <summary>It was excused from everything, and is to be expected again on one thing.</summary>
    public static readonly FindingKind ExcusedAsAWhole = new("KAL5212", Severity.Error,
        new("{0}ได้รับยกเว้นทุกตัวชี้วัด จึงให้ส่งตามเดิมเฉพาะตัวชี้วัดเดียวไม่ได้", "{0} is excused from everything, so it can't be expected again on one indicator."),
        new("โปรดให้ส่งตามเดิมทุกตัวชี้วัดก่อน แล้วยกเว้นเป็นรายตัวชี้วัด", "Expect everything again, then excuse it from single indicators."), new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon"));

    /// <summary>No delivery has that receipt.</summary>
    public static readonly FindingKind ReceiptUnknown = new("KAL5213", Severity.Error,
        new("ไม่พบใบตอบรับเลขที่ {0} ในรอบนี้", "There is no receipt {0} in this round."),
        new("โปรดเลือกจากรายการนำส่ง", "Pick one from the list of deliveries."), new BilingualText("๙๙", "99"));

    /// <summary>There is no such version of the return.</summary>
    public static readonly FindingKind VersionUnknown = new("KAL5214", Severity.Error,
        new("{0}ไม่มีฉบับที่ {1}", "There is no version {1} of {0}."),
        new("โปรดตรวจเลขฉบับจากรายการนำส่ง", "Check the version in the list of deliveries."),
        new BilingualText("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน", "the return of Na Mon on indicator 3"), new BilingualText("๙", "9"));

    /// <summary>Another version counts.</summary>
    public static readonly FindingKind NotCurrent = new("KAL5215", Severity.Error,
        new("ฉบับที่ {0} ไม่ใช่ฉบับปัจจุบัน ฉบับปัจจุบันคือฉบับที่ {1}", "Version {0} is not the current one, which is {1}."),
        new("โปรดดูฉบับปัจจุบันแล้วสั่งใหม่", "Look at the current version and decide again."), new BilingualText("๑", "1"), new BilingualText("๒", "2"));

    /// <summary>The row isn't in the current version.</summary>
    public static readonly FindingKind RowUnknown = new("KAL5216", Severity.Error,
        new("ไม่พบแถวที่ระบุในฉบับปัจจุบันของ{0}", "The row is not in the current version of {0}."),
        new("โปรดเลือกแถวจากฉบับปัจจุบัน หน่วยงานอาจแก้ไขแถวนี้แล้ว", "Pick a row of the current version; the unit may have changed it."),
        new BilingualText("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน", "the return of Na Mon on indicator 3"));

    /// <summary>The two rows are one.</summary>
    public static readonly FindingKind SameRow = new("KAL5217", Severity.Error,
        new("แถวทั้งสองที่ระบุเป็นแถวเดียวกัน", "Both rows are the same one."),
        new("โปรดระบุสองแถวที่ต่างกัน", "Name two different rows."));

    /// <summary>The hosts' answers don't differ.</summary>
    public static readonly FindingKind NotDisagreeing = new("KAL5218", Severity.Error,
        new("รายงานของหน่วยงานเจ้าภาพร่วมในตัวชี้วัดที่ {0} ไม่ได้ต่างกัน หรือเพิ่งมีฉบับใหม่เข้ามา", "The joint hosts do not disagree on indicator {0}, or a new version has just come."),
        new("โปรดดูรายงานฉบับปัจจุบันก่อนวินิจฉัย", "Look at the current returns before settling anything."), new BilingualText("๗", "7"));

    /// <summary>Nobody confirms, assesses or judges what is their own.</summary>
    public static readonly FindingKind OwnWork = new("KAL5219", Severity.Error,
        new("ผู้จัดทำหรือผู้บันทึก และผู้ที่อยู่ในหน่วยงานเจ้าของเรื่อง เป็นผู้ยืนยัน ประเมิน หรือวินิจฉัยเรื่องของตนเองไม่ได้", "Whoever made or entered it, or belongs to the unit it is about, can't confirm, assess or judge it."),
        new("โปรดให้หัวหน้าส่วนราชการหรือผู้สอบทานจากหน่วยงานอื่นดำเนินการ", "Let the head or a confirmer of another unit do so."));

    /// <summary>The score is off the scale.</summary>
    public static readonly FindingKind OffScale = new("KAL5220", Severity.Error,
        new("คะแนน {0} ไม่อยู่ในช่วง ๐ ถึง {1} หรือมีทศนิยมเกินสองตำแหน่ง", "The score {0} is outside 0 to {1}, or has more than two decimals."),
        new("โปรดระบุคะแนนในช่วงนี้ ทศนิยมไม่เกินสองตำแหน่ง", "Give one within the scale, with two decimals at most."), new BilingualText("๖", "6"), new BilingualText("๕", "5"));

    /// <summary>The framework scores nobody of that kind.</summary>
    public static readonly FindingKind EntrantUnknown = new("KAL5221", Severity.Error,
        new("การประเมินระดับจังหวัดไม่ระบุหน่วยงานผู้รับการประเมิน ส่วนการประเมินหน่วยงานต้องระบุ", "Where the province is scored no entrant is named; where units are, one is."),
        new("โปรดแก้ช่อง entrant", "Correct entrant accordingly."));

    /// <summary>The framework has no such indicator.</summary>
    public static readonly FindingKind IndicatorUnknown = new("KAL5222", Severity.Error,
        new("กรอบการประเมินไม่มีตัวชี้วัดที่ {0}", "The framework has no indicator {0}."),
        new("โปรดเลือกตัวชี้วัดจากกรอบการประเมินของรอบ", "Pick one of the round's framework."), new BilingualText("๙๙", "99"));

    /// <summary>The plan leaves no such thing open.</summary>
    public static readonly FindingKind ChoiceUnknown = new("KAL5223", Severity.Error,
        new("แผนไม่มีเรื่องที่เปิดให้เลือกตามรหัสนี้ มี {0}", "The plan leaves nothing of that id open; there are {0}."),
        new("โปรดใช้รหัสจากแผนของรอบ", "Use an id of the round's plan."), "indicator-13");

    /// <summary>A note is for nobody, or for two.</summary>
    public static readonly FindingKind Assignee = new("KAL5224", Severity.Error,
        new("บันทึกภายในต้องมอบหมายให้บทบาทหนึ่งหรือผู้ถือลิงก์หนึ่งราย อย่างใดอย่างหนึ่ง", "A note is for one role or for the holder of one link."),
        new("โปรดระบุ role หรือ link เพียงอย่างเดียว", "Give either role or link."));

    /// <summary>The unit's objection is not decided yet.</summary>
    public static readonly FindingKind ObjectionOpen = new("KAL5225", Severity.Error,
        new("คำโต้แย้งเลขที่ {0} ในตัวชี้วัดเดียวกันยังอยู่ระหว่างพิจารณา", "Objection {0} on the same indicator is not decided yet."),
        new("โปรดรอผลการพิจารณา หรือแจ้งข้อมูลเพิ่มด้วยการตั้งคำถาม", "Wait for its decision, or add to it by a question."), new BilingualText("๑๗", "17"));

    /// <summary>The day for objections is over.</summary>
    public static readonly FindingKind ObjectionsOver = new("KAL5228", Severity.Error,
        new("พ้นกำหนดโต้แย้งผลเบื้องต้นแล้วเมื่อวันที่ {0}", "Provisional results could be objected to until {0}."),
        new("โปรดติดต่อผู้ประสานงาน", "Speak to the coordinator."), new BilingualText("๒๔ พฤษภาคม ๒๕๖๗", "24 May 2024"));

    /// <summary>Content that results are computed from isn't erased.</summary>
    public static readonly FindingKind StillCounts = new("KAL5226", Severity.Error,
        new("เนื้อหานี้เป็นรายงานฉบับปัจจุบันซึ่งยังใช้คำนวณผล จึงลบไม่ได้", "This is a current return, which results are computed from; it can't be erased."),
        new("โปรดถอนการนำส่ง หรือให้หน่วยงานส่งฉบับใหม่ก่อน", "Withdraw the delivery, or have the unit send a new version first."));

    /// <summary>No event names that content, or it isn't what people sent or said.</summary>
    public static readonly FindingKind ContentUnknown = new("KAL5227", Severity.Error,
        new("บันทึกของรอบไม่ได้อ้างถึงเนื้อหานี้ หรือเป็นเนื้อหาที่ระบบต้องเก็บไว้ เช่น กติกาของรอบ", "The round's log does not name this content, or it has to be kept, such as the round's rules."),
        new("โปรดเลือกเนื้อหาจากรายการนำส่งหรือบันทึกของรอบ", "Pick content from the deliveries or the log."));

    /// <summary>There is no such file of the office's own to take back.</summary>
    public static readonly FindingKind NoOfficeFile = new("KAL5229", Severity.Error,
        new("รอบนี้ไม่ได้ใช้{0}ของสำนักงาน", "The round does not use a file of the office's own as {0}."),
        new("โปรดดูรายการไฟล์ของสำนักงานที่ใช้อยู่", "See the list of those in use."),
        new BilingualText("แม่แบบ Word ของรายงาน", "the Word template of reports"));
}
