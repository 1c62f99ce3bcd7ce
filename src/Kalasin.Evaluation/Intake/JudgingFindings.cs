namespace Kalasin.Evaluation.Intake;

/// <summary>KAL8101–KAL8199: sheets of judges.</summary>
internal static class JudgingFindings
{
    private static readonly BilingualText DistrictNamon = new("ท้องถิ่นอำเภอนามน", "Na Mon District Local Office");
    private static readonly BilingualText Three = new("๓", "3");
    private static readonly BilingualText SecondJudge = new("กรรมการลำดับที่ ๒", "Judge no. 2");

    // A cell or a row of a sheet.
    public static readonly FindingKind OffRange = new("KAL8101", Severity.Error,
        new("{0} ให้คะแนน {1} ตัวชี้วัดที่ {2} เป็น {3} ซึ่งอยู่นอกช่วง {4} ถึง {5}", "{0} gives {1} {3} on indicator {2}, outside {4} to {5}."),
        new("โปรดให้กรรมการตรวจสอบและแก้คะแนน", "Let the judge check and correct the score."),
        SecondJudge, DistrictNamon, Three, new BilingualText("๑๒๐", "120"), new BilingualText("๐", "0"), new BilingualText("๑๐๐", "100"));

    public static readonly FindingKind Unscored = new("KAL8102", Severity.Warning,
        new("{0} ยังไม่ให้คะแนน {1} ตัวชี้วัดที่ {2}", "{0} gives {1} no score on indicator {2}."),
        new("โปรดยืนยันว่ากรรมการงดให้คะแนน หากไม่ใช่โปรดกรอกแล้วส่งใหม่พร้อมกันทุกใบ", "Confirm that the judge abstains; otherwise fill it in and send all sheets again."),
        SecondJudge, DistrictNamon, Three);

    public static readonly FindingKind EntrantUnknown = new("KAL8103", Severity.Error,
        new("ไม่พบผู้รับการประเมินรหัส “{0}” ในรายชื่อที่กรรมการให้คะแนน หรือแถวนี้มีคะแนนโดยไม่มีรหัส", "The committee scores no entrant “{0}”, or the row has a score and no code."),
        new("โปรดแก้รหัสให้ตรงกับใบที่ดาวน์โหลด", "Make the code that of the sheet as it was downloaded."), "4699");

    public static readonly FindingKind EntrantTwice = new("KAL8104", Severity.Error,
        new("{0} มีมากกว่าหนึ่งแถวในใบเดียวกัน", "{0} has more than one row on a sheet."),
        new("โปรดเหลือแถวเดียว", "Leave one of them."), DistrictNamon);

    // Sheets of a set.
    public static readonly FindingKind JudgeTwice = new("KAL8105", Severity.Error,
        new("มีใบให้คะแนนของ{0} มากกว่าหนึ่งใบ: “{1}” และ “{2}”", "{0} has more than one sheet: “{1}” and “{2}”."),
        new("โปรดเลือกส่งเพียงใบที่กรรมการยืนยัน", "Send the one that the judge stands by."), SecondJudge, "judge-02.xlsx", "judge-02 (1).xlsx");

    public static readonly FindingKind JudgesLacking = new("KAL8106", Severity.Error,
        new("ชุดนี้ยังขาดใบให้คะแนนของ{0} จากกรรมการทั้งหมด {1} คน", "The set lacks the sheet of {0}, of {1:judge|judges}."),
        new("โปรดส่งใบของกรรมการทุกคนพร้อมกัน หากกรรมการเปลี่ยนจำนวน โปรดออกใบให้คะแนนชุดใหม่", "Send the sheets of all judges together; if their number has changed, make a new set of sheets."),
        SecondJudge, new BilingualText("๕", "5"));

    public static readonly FindingKind Unreadable = new("KAL8107", Severity.Error,
        new("อ่านใบให้คะแนนนี้ไม่ได้ เพราะยังว่าง หรือหัวตารางหรือข้อมูลระบุใบถูกแก้ไข", "The judge's sheet can't be read: it is empty, or its head or its mark was changed."),
        new("โปรดกรอกคะแนนในใบที่ดาวน์โหลดจากรอบนี้ โดยคงหัวตารางไว้", "Fill in the sheet as this round gives it, and leave its head as it is."));

    public static readonly FindingKind OtherDoor = new("KAL8108", Severity.Error,
        new("ใบให้คะแนนของกรรมการไม่รับที่หน่วยงานนี้ ผู้รับการประเมินบันทึกคะแนนของตนเองไม่ได้", "Judges' sheets are not taken here: entrants don't record their own scores."),
        new("โปรดส่งที่หน้าของ{0}", "Send them on the page of {0}."), new BilingualText("ฝ่ายเลขานุการคณะกรรมการ", "the committee's secretariat"));

    public static readonly FindingKind NothingJudged = new("KAL8109", Severity.Error,
        new("กรอบการประเมินนี้ไม่มีตัวชี้วัดที่กรรมการให้คะแนน", "This framework has no indicator that judges score."),
        new("โปรดระบุ judge ในวิธีวัดแบบค่าเฉลี่ยของตัวชี้วัดที่กรรมการให้คะแนน", "Name the judge's column in the average that judges give."));

    public static readonly FindingKind SetNotRecorded = new("KAL8110", Severity.Error,
        new("ใบนี้อ่านได้ครบ แต่ยังไม่บันทึกคะแนนของกรรมการชุดนี้ เพราะมีใบอื่นที่ต้องแก้ไขหรือยังขาด", "The sheet is sound, but no score of the set was recorded: another sheet is to be corrected, or lacking."),
        new("โปรดแก้ตามข้อสังเกตแล้วส่งใหม่พร้อมกันทุกใบ", "Correct what was found and send all sheets again."));
}
