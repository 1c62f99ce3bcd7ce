namespace Kalasin.Evaluation.Rankings;

/// <summary>Findings on scorecards and sheets that are sent to be ranked: KAL8001–KAL8099.</summary>
internal static class RankingFindings
{
    private static readonly BilingualText KhonKaen = new("จังหวัดขอนแก่น", "Khon Kaen Province");
    private static readonly BilingualText Three = new("๓", "3");

    // A file of scorecards.
    public static readonly FindingKind OtherFormat = new("KAL8001", Severity.Error,
        new("ไฟล์นี้ไม่ใช่ใบคะแนนของระบบ หรือเป็นรุ่นที่โปรแกรมนี้อ่านไม่ได้", "The file is none of scorecards, or of a version that this program can't read."),
        new("โปรดส่งไฟล์ที่ดาวน์โหลดจากหน้าคะแนนของรอบ", "Send the file that the round's page of scores gives."));

    public static readonly FindingKind Tampered = new("KAL8002", Severity.Error,
        new("ใบคะแนนถูกเปลี่ยนแปลงหลังจากที่ระบบออกให้ (ลายนิ้วมือไม่ตรงกับเนื้อหา)", "The file was changed after the program wrote it: its seal doesn't fit what it says."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด และส่งโดยไม่แก้ไข", "Please ask the province for a new one, and send it as it is."));

    public static readonly FindingKind OtherFramework = new("KAL8003", Severity.Error,
        new("ใบคะแนนนี้เป็นของกรอบ {0} ไม่ใช่ {1}", "The scorecard is of framework {0}, not {1}."),
        new("โปรดนำเข้าที่การจัดอันดับของกรอบ {0}", "Please send it to the ranking of {0}."), "dla-2566", "dla-2567");

    public static readonly FindingKind OtherRevision = new("KAL8004", Severity.Error,
        new("ใบคะแนนนี้คิดตามกรอบฉบับที่ {0} แต่การจัดอันดับใช้ฉบับที่ {1}", "The scorecard goes by revision {0} of the framework; the ranking goes by revision {1}."),
        new("โปรดให้รอบใช้กรอบฉบับที่ {1} แล้วส่งใบคะแนนใหม่", "Please move the round to revision {1} and send its scorecard anew."), new BilingualText("๑", "1"), new BilingualText("๒", "2"));

    public static readonly FindingKind OtherRules = new("KAL8005", Severity.Error,
        new("ใบคะแนนคิดตามกรอบฉบับที่ {0} ที่มีเนื้อหาไม่ตรงกับฉบับที่ {0} ของการจัดอันดับ", "Revision {0} of the scorecard's framework says something else than revision {0} of the ranking's."),
        new("โปรดใช้กรอบการประเมินไฟล์เดียวกันทั้งสองแห่ง แล้วส่งใบคะแนนใหม่", "Please use the same framework in both places, and send the scorecard anew."), new BilingualText("๒", "2"));

    public static readonly FindingKind UnknownProvince = new("KAL8006", Severity.Error,
        new("ไม่พบจังหวัด “{0}” ในทะเบียน ๗๖ จังหวัด", "There is no province “{0}” among the 76."),
        new("โปรดตรวจสอบรหัสหรือชื่อจังหวัด", "Please check its code or name."), "99");

    public static readonly FindingKind OtherProvince = new("KAL8007", Severity.Error,
        new("รอบ {0} ไม่ใช่ของ{1} ซึ่งใบคะแนนระบุไว้", "Round {0} isn't of {1}, which the scorecard names."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."), "46-dla-2567", KhonKaen);

    public static readonly FindingKind UnknownEntrant = new("KAL8008", Severity.Error,
        new("ไม่พบผู้รับการประเมิน “{0}”", "There is no entrant “{0}”."),
        new("โปรดตรวจสอบรหัสหรือชื่อ", "Please check its code or name."), "4699");

    public static readonly FindingKind UnknownIndicator = new("KAL8009", Severity.Error,
        new("ตัวชี้วัดที่ {0} ไม่มีในกรอบ หรือปรากฏซ้ำ", "Indicator {0} isn't in the framework, or stands twice."),
        new("โปรดใช้ตัวชี้วัดตามกรอบ ตัวละครั้งเดียว", "Please give each of the framework's indicators once."), new BilingualText("๑๓", "13"));

    public static readonly FindingKind ValueMissing = new("KAL8010", Severity.Error,
        new("ตัวชี้วัดที่ {0} มีสถานะไม่ตรงกับการมีค่า", "State and value of indicator {0} contradict each other."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."), Three);

    public static readonly FindingKind IndicatorLacks = new("KAL8011", Severity.Error,
        new("ใบคะแนนไม่มีตัวชี้วัดที่ {0}", "The scorecard lacks indicator {0}."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."), Three);

    public static readonly FindingKind OtherScore = new("KAL8012", Severity.Error,
        new("ตัวชี้วัดที่ {0}: ใบคะแนนให้ {1} แต่คำนวณจากค่าตามกรอบได้ {2}", "Indicator {0}: the scorecard says {1}; its value comes to {2} by the framework."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."), Three, new BilingualText("๕", "5"), new BilingualText("๓.๗๕", "3.75"));

    public static readonly FindingKind OtherTotal = new("KAL8013", Severity.Error,
        new("{0}: ใบคะแนนมีคะแนนรวม {1} แต่คำนวณได้ {2}", "{0}: the scorecard's total is {1}; computed it is {2}."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."), KhonKaen, new BilingualText("๔.๕", "4.5"), new BilingualText("๔.๒๕", "4.25"));

    public static readonly FindingKind EntrantTwice = new("KAL8014", Severity.Error,
        new("{0}ปรากฏมากกว่าหนึ่งครั้ง", "{0} stands more than once."),
        new("โปรดคงไว้ครั้งเดียว", "Please keep one of them."), KhonKaen);

    public static readonly FindingKind SampleData = new("KAL8015", Severity.Warning,
        new("ใบคะแนนนี้มาจากรอบตัวอย่าง มิใช่ผลการดำเนินงานจริง", "The scorecard comes from a sample round, not from real work."),
        new("โปรดใช้เพื่อทดลองเท่านั้น", "Please use it for trying out only."));

    public static readonly FindingKind HalfALog = new("KAL8016", Severity.Error,
        new("ใบคะแนนระบุจำนวนเหตุการณ์หรือลายนิ้วมือบันทึกของรอบไม่ครบทั้งสองอย่าง", "The scorecard names the length of the round's log without its head, or the head without the length."),
        new("โปรดขอไฟล์ใหม่จากจังหวัด", "Please ask the province for a new file."));

    public static readonly FindingKind ByPerson = new("KAL8017", Severity.Warning,
        new("{0}: คะแนนตัวชี้วัดที่ {1} เป็นคะแนนที่ผู้ประเมินให้ คำนวณซ้ำจากค่าไม่ได้", "{0}: a person gave the score of indicator {1}; it can't be computed from its value."),
        new("โปรดเทียบกับเหตุผลของผู้ประเมินในรายงานของจังหวัด", "Please compare it with the reasons that the province's report prints."), KhonKaen, Three);

    public static readonly FindingKind TooMany = new("KAL8018", Severity.Error,
        new("มีผู้รับการประเมินเกิน {0} ราย จึงยังไม่นำเข้า", "There are more than {0} entrants, so nothing of it is taken in."),
        new("โปรดตรวจสอบว่าเป็นผลของการจัดอันดับนี้ แล้วนำเข้าเฉพาะผู้ที่จัดอันดับ", "Please see that it is of this ranking, and send those alone that are ranked."), new BilingualText("๑๐,๐๐๐", "10,000"));

    // What is in the ranking already.
    public static readonly FindingKind Outdated = new("KAL8020", Severity.Error,
        new("ใบคะแนนของ{0} เก่ากว่าที่นำเข้าไว้แล้ว (บันทึกของรอบ {1} เหตุการณ์ ที่นำเข้าไว้มี {2})", "The scorecard of {0} is older than the one that is here ({1:entry|entries} of the round's log; here {2:is|are})."),
        new("โปรดส่งใบคะแนนล่าสุด หรือถอนใบที่นำเข้าไว้ก่อน", "Please send the newest, or withdraw the one that is here first."), KhonKaen, new BilingualText("๘๐", "80"), new BilingualText("๙๕", "95"));

    public static readonly FindingKind OtherLog = new("KAL8021", Severity.Error,
        new("ใบคะแนนของ{0} มาจากบันทึกของรอบที่ต่างจากใบที่นำเข้าไว้ ทั้งที่มีจำนวนเหตุการณ์เท่ากัน", "The scorecard of {0} comes from another log than the one that is here, though of as many entries."),
        new("โปรดตรวจสอบกับลายนิ้วมือบันทึกของรอบที่พิมพ์ในรายงานของจังหวัด", "Please compare it with the head that the province's report prints."), KhonKaen);

    public static readonly FindingKind Replaces = new("KAL8022", Severity.Warning,
        new("ค่าของ{0}ที่กรอกในตาราง ใช้แทนใบคะแนนจากรอบ {1} ที่นำเข้าไว้", "What was typed for {0} takes the place of the scorecard from round {1}."),
        new("โปรดตรวจสอบว่าตั้งใจ หากไม่ใช่โปรดนำใบคะแนนของรอบเข้าใหม่", "Please see that it is meant; if not, send the round's scorecard again."), KhonKaen, "40-dla-2567");

    public static readonly FindingKind ReplacesTyped = new("KAL8023", Severity.Information,
        new("ใบคะแนนจากรอบของ{0} ใช้แทนค่าที่กรอกในตาราง", "The scorecard of {0} takes the place of what was typed."), BilingualText.Empty, KhonKaen);

    public static readonly FindingKind NoLongerFits = new("KAL8024", Severity.Warning,
        new("{0} มีสิ่งที่นำเข้าไว้ซึ่งใช้กับกรอบฉบับปัจจุบันไม่ได้ จึงยังไม่จัดอันดับ: {1}", "What is here of {0} doesn't fit the framework's current revision, so it isn't ranked: {1}"),
        new("โปรดตรวจสอบแล้วนำเข้าใหม่", "Please check it and send it anew."), KhonKaen, new BilingualText("คิดตามฉบับที่ ๑", "it goes by revision 1"));

    public static readonly FindingKind Unmarked = new("KAL8025", Severity.Error,
        new("ใบคะแนนของ{0} ไม่บอกว่ามาจากบันทึกของรอบ ณ เหตุการณ์ใด จึงใช้แทนใบที่บอกไว้ไม่ได้", "The scorecard of {0} doesn't say at which entry of the round's log it was made, so it can't replace one that does."),
        new("โปรดส่งใบคะแนนที่ดาวน์โหลดจากหน้าคะแนนของรอบ หรือถอนใบที่นำเข้าไว้ก่อน", "Please send the file that the round's page of scores gives, or withdraw the one that is here first."), KhonKaen);

    /// <summary>Why something doesn't fit any more (<see cref="NoLongerFits"/>): it was typed under other rules.</summary>
    public static readonly BilingualText OtherRulesThen =
        new("ตารางนี้นำเข้าไว้เมื่อใช้กรอบฉบับก่อน น้ำหนักหรือเกณฑ์อาจเปลี่ยนไปแล้ว", "The sheet was taken in under another revision of the framework; weights or scales may be others now.");

    // KAL8026 said why a sheet doesn't fit any more; that stands in KAL8024 now.

    // A sheet of values.
    public static readonly FindingKind NoHead = new("KAL8030", Severity.Error,
        new("ไม่พบหัวตารางที่มีช่อง “{0}” และ “ตัวชี้วัดที่ …”", "There is no head row with “{0}” and “ตัวชี้วัดที่ …”."),
        new("โปรดใช้ตารางที่ดาวน์โหลดจากหน้าการจัดอันดับ", "Please use the sheet that the page of the ranking gives."), "รหัส");

    public static readonly FindingKind ColumnUnknown = new("KAL8031", Severity.Error,
        new("หัวคอลัมน์ “{0}” เป็นตัวชี้วัดที่ไม่มีในกรอบ หรือปรากฏซ้ำ", "Heading “{0}” is of no indicator of the framework, or stands twice."),
        new("โปรดแก้หัวตารางตามแบบ", "Please correct the heading."), "ตัวชี้วัดที่ ๑๓");

    public static readonly FindingKind ColumnMissing = new("KAL8032", Severity.Error,
        new("ตารางไม่มีคอลัมน์ของตัวชี้วัดที่ {0}", "The sheet has no column of indicator {0}."),
        new("โปรดเพิ่มคอลัมน์ตามแบบ เว้นว่างได้หากยังไม่มีค่า", "Please add it as in the form; it may be left empty."), Three);

    public static readonly FindingKind CodeAndNameDiffer = new("KAL8033", Severity.Error,
        new("รหัส “{0}” เป็นของ{1} แต่ชื่อในแถวเดียวกันคือ “{2}”", "Code “{0}” is of {1}; the name in the row is “{2}”."),
        new("โปรดแก้ให้ตรงกัน", "Please correct one of them."), "40", KhonKaen, "กาฬสินธุ์");

    public static readonly FindingKind NotWhole = new("KAL8034", Severity.Error,
        new("ตัวชี้วัดที่ {0} เป็นจำนวนเต็ม แต่อ่านได้ “{1}”", "Indicator {0} is a whole number; “{1}” was read."),
        new("โปรดแก้ค่าในช่องนี้", "Please correct the cell."), Three, "2.5");

    public static readonly FindingKind PerhapsAShare = new("KAL8035", Severity.Warning,
        new("อ่านเป็นร้อยละ {0} ซึ่งน้อยกว่า ๑", "Read as {0} per cent, which is less than 1."),
        new("โปรดตรวจสอบ หากหมายถึงสัดส่วน โปรดกรอกเป็นร้อยละ เช่น ๘๗.๕", "Please check: a share is entered as a percentage, such as 87.5."), new BilingualText("๐.๘๗", "0.87"));

    public static readonly FindingKind RowNotRead = new("KAL8036", Severity.Warning,
        new("ยังไม่ได้นำเข้าข้อมูลของ{0} เพราะมีช่องที่ต้องแก้ไขในแถวนี้", "{0} isn't taken in: a cell in its row has to be corrected."),
        new("โปรดแก้ไขช่องที่แจ้งไว้ แล้วนำเข้าใหม่", "Please correct it and send the sheet again."), KhonKaen);

    public static readonly FindingKind RowsBlank = new("KAL8037", Severity.Information,
        new("มี {0} แถวที่ยังไม่กรอก จึงไม่ได้นำเข้า", "{0:row is empty and was|rows are empty and were} not taken in."), BilingualText.Empty, Three);

    public static readonly FindingKind NothingToRank = new("KAL8038", Severity.Error,
        new("ไม่มีแถวใดที่นำเข้าได้", "There is no row that could be taken in."),
        new("โปรดกรอกค่าของผู้รับการประเมินอย่างน้อยหนึ่งราย", "Please fill in at least one entrant."));

    public static readonly FindingKind SheetOfOther = new("KAL8039", Severity.Error,
        new("ตารางนี้เป็นของกรอบ {0} ฉบับที่ {1} ไม่ใช่ {2} ฉบับที่ {3}", "The sheet is of framework {0}, revision {1}, not of {2}, revision {3}."),
        new("โปรดใช้ตารางของการจัดอันดับนี้", "Please use the sheet of this ranking."), "dla-2566", new BilingualText("๑", "1"), "dla-2567", new BilingualText("๒", "2"));

    public static readonly FindingKind ClassUnknown = new("KAL8040", Severity.Error,
        new("“{0}” ไม่อยู่ในตัวเลือกของ{1}", "“{0}” is none of the choices of {1}."),
        new("โปรดเลือกจาก: {2}", "Please choose one of: {2}."), "ใหญ่มาก", new BilingualText("ขนาดหน่วยงาน", "size"), new BilingualText("ใหญ่, เล็ก", "large, small"));

    // The plan of a final.
    public static readonly FindingKind NotEntered = new("KAL8041", Severity.Error,
        new("กรอบ {0} ไม่ได้กำหนดให้เข้ารอบจากการจัดอันดับของ {1} หรือจังหวัดยังไม่มีแผนของรอบคัดกรอง", "Framework {0} isn't entered by the ranking of {1}, or the province has no plan of the screening."),
        new("โปรดระบุรอบคัดกรองใน entry ของกรอบรอบสุดท้าย และเปิดรอบคัดกรองของจังหวัดก่อน", "Please name the screening in the final's entry, and let the province run it first."), "hospital-final-2568", "hospital-2568");

    public static readonly FindingKind NobodyEnters = new("KAL8042", Severity.Error,
        new("ยังไม่มีผู้ใดเข้ารอบของ {0} ตามการจัดอันดับที่มีอยู่", "By the ranking as it is nobody enters {0}."),
        new("โปรดนำใบคะแนนของรอบคัดกรองเข้าจัดอันดับก่อน", "Please send the scorecards of the screening to the ranking first."), "hospital-final-2568");

    public static readonly FindingKind EntrantsAlike = new("KAL8043", Severity.Error,
        new("“{0}” และ “{1}” จะมีรหัส {2} ซ้ำกันในแผนของรอบสุดท้าย", "“{0}” and “{1}” would both have the code {2} in the plan of the final."),
        new("โปรดทำแผนของรอบสุดท้ายเองโดยกำหนดรหัสให้ต่างกัน", "Please write the plan of the final yourself, with codes that differ."),
        new BilingualText("โรงพยาบาลก จังหวัดขอนแก่น", "Hospital A, Khon Kaen"), new BilingualText("โรงพยาบาลข จังหวัดขอนแก่น", "Hospital B, Khon Kaen"), "40");
}
