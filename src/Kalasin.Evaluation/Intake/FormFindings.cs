namespace Kalasin.Evaluation.Intake;

/// <summary>KAL2001–KAL2059: forms.</summary>
internal static class FormFindings
{
    private static readonly BilingualText DistrictNamon = new("ท้องถิ่นอำเภอนามน", "Na Mon District Local Office");
    private static readonly BilingualText Three = new("๓", "3");

    // Sheets and cells as they stand.
    public static readonly FindingKind CoveredCell = new("KAL2001", Severity.Warning,
        new(
            "มีข้อมูลซ่อนอยู่ใต้ช่องที่ผสานไว้ จึงไม่ได้อ่าน ใช้เฉพาะค่าที่มองเห็น",
            "Data lies hidden under a merged cell and was not read; only what can be seen counts."),
        new("โปรดยกเลิกการผสานช่องแล้วตรวจสอบ", "Unmerge the cells and check."));

    public static readonly FindingKind HiddenRows = new("KAL2002", Severity.Warning,
        new("มีแถวที่ซ่อนหรือกรองไว้ {0} แถว อ่านรวมกับแถวอื่นแล้ว", "{0:hidden or filtered row was|hidden or filtered rows were} read with the others."),
        new("โปรดยกเลิกการซ่อนแล้วตรวจสอบ หากไม่ใช้โปรดลบออก", "Unhide and check them; delete them if unused."), Three);

    public static readonly FindingKind HiddenSheet = new("KAL2003", Severity.Warning,
        new("แผ่นงานของตัวชี้วัดที่ {0} ถูกซ่อนไว้ อ่านรวมกับแผ่นอื่นแล้ว", "The sheet of indicator {0} is hidden; it was read with the others."),
        new("โปรดยกเลิกการซ่อนแล้วตรวจสอบ หากไม่ใช้โปรดลบออก", "Unhide and check it; delete it if unused."), Three);

    public static readonly FindingKind ErrorCell = new("KAL2004", Severity.Error,
        new("ช่องนี้แสดง “{0}” จากสูตร จึงไม่มีค่าให้อ่าน", "The formula in this cell shows “{0}”; there is no value to read."),
        new("โปรดกรอกค่าแทนสูตร", "Enter the value instead of the formula."), "#REF!");

    public static readonly FindingKind Uncalculated = new("KAL2005", Severity.Error,
        new("ช่องนี้เป็นสูตรที่ยังไม่ได้คำนวณ จึงไม่มีค่าให้อ่าน", "This cell is a formula saved without a value."),
        new("โปรดเปิดไฟล์ใน Excel บันทึก แล้วส่งใหม่ หรือกรอกค่าแทนสูตร", "Open and save the file in Excel and resend it, or enter the value."));

    public static readonly FindingKind NotRead = new("KAL2006", Severity.Information,
        new("ไม่ได้อ่านข้อความ “{0}” เพราะอยู่นอกส่วนที่กรอกของแบบ", "“{0}” stands outside the parts of the form and was not read."),
        BilingualText.Empty, new BilingualText("หมายเหตุแนบท้าย", "a remark below"));

    // Which form, whose, on what.
    public static readonly FindingKind UnitUnderstood = new("KAL2010", Severity.Information,
        new("อ่านเป็นรายงานของ {0} จากคำว่า “{1}”", "Read as the return of {0}, from “{1}”."),
        BilingualText.Empty, DistrictNamon, "อ.นามน");

    public static readonly FindingKind WrongUnit = new("KAL2011", Severity.Error,
        new(
            "แบบรายงานเป็นของ {0} แต่ส่งในช่องทางของ {1} จึงยังไม่บันทึกให้หน่วยงานใด",
            "The form is {0}'s but came by {1}'s door; nothing was filed for either."),
        new("โปรดส่งในช่องทางของ {0} หรือแก้ชื่อหน่วยงานในแบบ", "Send it by {0}'s door, or correct the unit in the form."),
        DistrictNamon, new BilingualText("ท้องถิ่นอำเภอเขาวง", "Khao Wong District Local Office"));

    public static readonly FindingKind UnitUnknown = new("KAL2012", Severity.Error,
        new("ช่อง “หน่วยงาน” {0} จึงไม่ทราบว่าเป็นรายงานของหน่วยงานใด", "The field “หน่วยงาน” {0}: which unit reports is not known."),
        new("โปรดกรอกชื่อหน่วยงานในช่อง “หน่วยงาน”", "Enter the unit's name beside “หน่วยงาน”."),
        new BilingualText("ว่างอยู่หรือไม่มี", "is blank or missing"));

    public static readonly FindingKind UnitsDisagree = new("KAL2013", Severity.Error,
        new(
            "แบบนี้จัดทำไว้สำหรับ {0} แต่ในช่อง “หน่วยงาน” เป็น {1} จึงยังไม่บันทึกให้หน่วยงานใด",
            "The form was made for {0} but names {1}; nothing was filed for either."),
        new("โปรดใช้แบบของหน่วยงานตนเอง หรือแก้ชื่อหน่วยงานในแบบ", "Use your own unit's form, or correct the unit in it."),
        DistrictNamon, new BilingualText("ท้องถิ่นอำเภอเขาวง", "Khao Wong District Local Office"));

    public static readonly FindingKind OtherFramework = new("KAL2014", Severity.Error,
        new("แบบนี้เป็นของกรอบ “{0}” ไม่ใช่ {1}", "This form belongs to framework “{0}”, not {1}."),
        new("โปรดใช้แบบรายงานของรอบปัจจุบัน", "Use the form of the current round."), "dla-2566", "dla-2567");

    public static readonly FindingKind OtherRound = new("KAL2015", Severity.Error,
        new("แบบนี้เป็นของรอบ “{0}” ไม่ใช่ {1}", "This form belongs to round “{0}”, not {1}."),
        new("โปรดใช้แบบรายงานของรอบปัจจุบัน", "Use the form of the current round."), "40-dla-2567", "46-dla-2567");

    public static readonly FindingKind OtherRevision = new("KAL2016", Severity.Warning,
        new(
            "แบบนี้จัดทำตามกรอบฉบับที่ {0} ปัจจุบันเป็นฉบับที่ {1} อ่านตามถ้อยคำในแบบแล้ว",
            "The form follows revision {0}; the current one is {1}. It was read by its words."),
        new("โปรดตรวจสอบผลการอ่าน หรือใช้แบบฉบับปัจจุบัน", "Check what was read, or use the current form."),
        new BilingualText("๑", "1"), new BilingualText("๒", "2"));

    public static readonly FindingKind NoMark = new("KAL2017", Severity.Information,
        new("ไฟล์นี้ไม่ได้มาจากแบบของระบบ จึงอ่านตามถ้อยคำในแผ่นงาน", "The file does not come from the system's form; it was read by its words."),
        BilingualText.Empty);

    public static readonly FindingKind OtherProvince = new("KAL2027", Severity.Error,
        new("ไฟล์นี้เป็นของ{0} ไม่ใช่{1} จึงยังไม่รับ", "The file is of {0}, not {1}; it was not accepted."),
        new("โปรดส่งไฟล์ของจังหวัดนี้ หากหัวเรื่องในไฟล์ผิดโปรดแก้ไขแล้วส่งใหม่", "Send the file of this province; if its heading is wrong, correct it and send it again."),
        new BilingualText("จังหวัดกาฬสินธุ์", "Kalasin Province"), new BilingualText("จังหวัดขอนแก่น", "Khon Kaen Province"));

    public static readonly FindingKind NoIndicatorSheet = new("KAL2018", Severity.Error,
        new("ไม่พบแผ่นงานของตัวชี้วัดใด", "There is no sheet of any indicator."),
        new("โปรดใช้แบบรายงาน หรือตั้งชื่อแผ่นงานเป็น “ตัวชี้วัด” ตามด้วยหมายเลข", "Use the form, or call the sheet “ตัวชี้วัด” and the number."));

    public static readonly FindingKind SheetNotRead = new("KAL2019", Severity.Information,
        new("ไม่ได้อ่านแผ่นงานนี้ เพราะไม่พบหมายเลขตัวชี้วัด", "This sheet was not read; it names no indicator."),
        BilingualText.Empty);

    public static readonly FindingKind NotHosted = new("KAL2020", Severity.Error,
        new("{0} ไม่ได้เป็นเจ้าภาพตัวชี้วัดที่ {1} จึงไม่บันทึกแผ่นงานนี้", "{0} does not report on indicator {1}; the sheet was not filed."),
        new("โปรดตรวจสอบหมายเลขตัวชี้วัดกับหน่วยงานเจ้าภาพ", "Check the indicator's number and hosts."), DistrictNamon, new BilingualText("๕", "5"));

    public static readonly FindingKind NoSuchIndicator = new("KAL2021", Severity.Error,
        new("กรอบการประเมินไม่มีตัวชี้วัดที่ {0}", "The framework has no indicator {0}."),
        new("โปรดตรวจสอบหมายเลขตัวชี้วัด", "Check the indicator's number."), new BilingualText("๑๓", "13"));

    public static readonly FindingKind SheetTwice = new("KAL2022", Severity.Error,
        new("ตัวชี้วัดที่ {0} มีมากกว่าหนึ่งแผ่นงาน อ่านเฉพาะแผ่น “{1}”", "Indicator {0} has more than one sheet; only “{1}” was read."),
        new("โปรดรวมข้อมูลไว้ในแผ่นงานเดียว แล้วลบแผ่นที่ไม่ใช้", "Put everything on one sheet and delete the other."), Three, "ตัวชี้วัด 3");

    public static readonly FindingKind NothingFilledIn = new("KAL2023", Severity.Warning,
        new(
            "แบบรายงานนี้ยังว่าง ตัวชี้วัดที่ {0} ยังไม่ได้กรอก จึงยังไม่มีรายงานให้บันทึก",
            "This form is still empty: indicators {0} are not filled in, so there is no return to file yet."),
        new(
            "โปรดกรอกและบันทึกไฟล์ก่อนส่งอีกครั้ง ตัวชี้วัดใดไม่มีเรื่อง โปรดทำเครื่องหมายในช่อง “ไม่มีเรื่อง/ไม่มีกิจกรรม”",
            "Fill it in, save the file and send it again; where there is nothing to report, tick “ไม่มีเรื่อง/ไม่มีกิจกรรม”."),
        new BilingualText("๓, ๔, ๘, ๙", "3, 4, 8, 9"));

    public static readonly FindingKind ReturnTwice = new("KAL2024", Severity.Warning,
        new("{0} ตัวชี้วัดที่ {1} มีทั้งในไฟล์ “{2}” และ “{3}” ใช้ฉบับจากไฟล์หลัง", "{0}, indicator {1}, is in both “{2}” and “{3}”; the latter counts."),
        new("โปรดตรวจสอบว่าไฟล์หลังเป็นฉบับล่าสุด", "Check that the latter is the newest."), DistrictNamon, Three, "a.xlsx", "b.xlsx");

    public static readonly FindingKind UnitOfDoor = new("KAL2025", Severity.Information,
        new("ในไฟล์ไม่ได้ระบุหน่วยงาน จึงถือเป็นรายงานของ {0} ซึ่งเป็นผู้ส่ง", "The file names no unit; it was taken as the return of its sender, {0}."),
        BilingualText.Empty, DistrictNamon);

    public static readonly FindingKind CopyOfForm = new("KAL2026", Severity.Information,
        new(
            "รายงานในไฟล์นี้ส่งมาพร้อมแบบรายงาน Excel แล้ว จึงเก็บเป็นสำเนา ใช้ตัวเลขจาก Excel",
            "The same return came as a spreadsheet too: this file is kept as a copy, figures are from the spreadsheet."),
        BilingualText.Empty);

    // Status and texts of a sheet.
    public static readonly FindingKind NotReported = new("KAL2030", Severity.Information,
        new("ตัวชี้วัดที่ {0} ยังไม่ได้กรอก จึงยังไม่นับเป็นการรายงาน", "Indicator {0} is not filled in and does not count as reported."),
        BilingualText.Empty, Three);

    public static readonly FindingKind StatusUnderstood = new("KAL2031", Severity.Information,
        new(
            "ไม่ได้ทำเครื่องหมายสถานะการรายงาน อ่านเป็น “มีผลการดำเนินงาน” เพราะมีข้อมูลกรอกไว้",
            "No status is ticked; read as “มีผลการดำเนินงาน” since something is filled in."),
        BilingualText.Empty);

    public static readonly FindingKind SeveralTicks = new("KAL2032", Severity.Error,
        new("ทำเครื่องหมายสถานะการรายงานไว้มากกว่าหนึ่งช่อง ({0})", "More than one status is ticked ({0})."),
        new("โปรดเลือกเพียงช่องเดียว", "Tick exactly one."),
        new BilingualText("มีผลการดำเนินงาน, อยู่ระหว่างดำเนินการ", "มีผลการดำเนินงาน, อยู่ระหว่างดำเนินการ"));

    public static readonly FindingKind NilWithRows = new("KAL2033", Severity.Error,
        new("ทำเครื่องหมาย “ไม่มีเรื่อง/ไม่มีกิจกรรม” แต่ทะเบียนมีข้อมูล {0} แถว", "“Nothing to report” is ticked but the register has {0:row|rows}."),
        new("โปรดยืนยันว่ามีเรื่องหรือไม่ แล้วแก้เครื่องหมายหรือลบแถว", "Say which holds: change the tick or remove the rows."), Three);

    public static readonly FindingKind NilRecorded = new("KAL2034", Severity.Information,
        new("บันทึกตัวชี้วัดที่ {0} เป็นรายงานไม่มีเรื่อง/ไม่มีกิจกรรมเรียบร้อยแล้ว", "Indicator {0}: nil return recorded."),
        BilingualText.Empty, new BilingualText("๑๐", "10"));

    public static readonly FindingKind NilWithoutReason = new("KAL2035", Severity.Warning,
        new("ทำเครื่องหมาย “ไม่มีเรื่อง/ไม่มีกิจกรรม” แต่ยังไม่ระบุเหตุผล", "“Nothing to report” is ticked without a reason."),
        new("โปรดระบุเหตุผล", "Give the reason."));

    public static readonly FindingKind NotATick = new("KAL2036", Severity.Warning,
        new("“{0}” ในช่องทำเครื่องหมายอ่านเป็นไม่ได้เลือก", "“{0}” in a tick box was read as not ticked."),
        new("โปรดใส่ ✓ ในช่องที่เลือก", "Put ✓ where you mean it."), "มี");

    public static readonly FindingKind UnknownFact = new("KAL2037", Severity.Information,
        new("ไม่รู้จักรายการ “{0}” ในข้อมูลประกอบ จึงไม่ได้อ่านค่า “{1}”", "“{0}” is no fact of this indicator; “{1}” was not read."),
        BilingualText.Empty, new BilingualText("วันที่ประชุม", "day of the meeting"), "1/5/67");

    public static readonly FindingKind TextCut = new("KAL2038", Severity.Warning,
        new("ข้อความยาวเกิน {0} ตัวอักษร อ่านเฉพาะส่วนต้น", "The text is longer than {0} characters; only its beginning was read."),
        new("โปรดย่อให้ไม่เกิน ๑ หน้า และแนบรายละเอียดเป็นหลักฐาน", "Shorten it to one page and attach the details as evidence."),
        FileFindings.Count(20_000));

    // Heads of registers.
    public static readonly FindingKind NoRegister = new("KAL2040", Severity.Error,
        new(
            "ไม่พบหัวตารางของทะเบียนข้อมูลตัวชี้วัดที่ {0} จึงยังไม่รับรายงานนี้",
            "The head row of indicator {0}'s register was not found; the return was not accepted."),
        new("โปรดใช้หัวตารางตามแบบ: {1}", "Use the form's headings: {1}."), Three, new BilingualText("วันที่, กิจกรรม", "Date, Activity"));

    public static readonly FindingKind MissingColumn = new("KAL2041", Severity.Error,
        new("ทะเบียนไม่มีคอลัมน์ “{0}” จึงยังไม่รับรายงานนี้", "The register has no column “{0}”; the return was not accepted."),
        new("โปรดเพิ่มคอลัมน์ตามแบบแล้วส่งใหม่", "Add the column as in the form and resend."), new BilingualText("วันที่", "Date"));

    public static readonly FindingKind AbsentColumn = new("KAL2042", Severity.Information,
        new("ทะเบียนไม่มีคอลัมน์ “{0}” ถือว่าเว้นว่างทุกแถว", "The register has no column “{0}”; it was taken as blank."),
        BilingualText.Empty, new BilingualText("หลักฐาน", "Evidence"));

    public static readonly FindingKind UnknownColumn = new("KAL2043", Severity.Information,
        new("คอลัมน์ “{0}” ไม่อยู่ในแบบ จึงไม่ได้อ่าน", "Column “{0}” is not in the form and was not read."),
        BilingualText.Empty, new BilingualText("เบอร์ติดต่อ", "Telephone"));

    public static readonly FindingKind ColumnUnderstood = new("KAL2044", Severity.Information,
        new("อ่านหัวคอลัมน์ “{0}” เป็น “{1}”", "Heading “{0}” was read as “{1}”."),
        BilingualText.Empty, "กิจรรม", new BilingualText("กิจกรรม", "Activity"));

    public static readonly FindingKind ColumnTwice = new("KAL2045", Severity.Error,
        new("มีหัวคอลัมน์ “{0}” มากกว่าหนึ่งคอลัมน์ จึงยังไม่รับรายงานนี้", "Heading “{0}” stands twice; the return was not accepted."),
        new("โปรดคงไว้คอลัมน์เดียว", "Keep one of them."), new BilingualText("วันที่", "Date"));

    public static readonly FindingKind TotalRow = new("KAL2046", Severity.Information,
        new("แถว “{0}” เป็นแถวรวม ไม่นับเป็นรายการ ระบบคำนวณยอดรวมเอง", "Row “{0}” is a total and no entry; totals are computed."),
        BilingualText.Empty, new BilingualText("รวม", "รวม"));

    public static readonly FindingKind RequiredBlank = new("KAL2047", Severity.Error,
        new("ยังไม่มี “{0}” ในแถวที่กรอกแล้ว", "“{0}” is blank in a row that is filled in."),
        new("โปรดกรอก หากไม่ใช้แถวนี้โปรดลบทั้งแถว", "Fill it in, or delete the row if unused."), new BilingualText("วันที่", "Date"));

    public static readonly FindingKind DuplicateRows = new("KAL2048", Severity.Warning,
        new("“{0}” ปรากฏ {1} แถว ({2})", "“{0}” stands in {1:row|rows} ({2})."),
        new("โปรดลบแถวที่ไม่ใช้ หากเป็นคนละรายการโปรดแจ้งเหตุผล", "Remove the rows that are unused; say so if they are different."),
        "อบต.โพนงาม", new BilingualText("๒", "2"), new BilingualText("๑๒, ๔๐", "12, 40"));

    public static readonly FindingKind CheckFailed = new("KAL2049", Severity.Error, new("{0}", "{0}"), new("{1}", "{1}"),
        new BilingualText("วันที่มีมติมาก่อนวันที่รับรายงาน", "Resolved before received."),
        new BilingualText("โปรดตรวจสอบทั้งสองวันกับรายงานการประชุม", "Check both dates."));

    public static readonly FindingKind CheckWarns = new("KAL2050", Severity.Warning, new("{0}", "{0}"), new("{1}", "{1}"),
        new BilingualText("สถานะเป็น “แล้วเสร็จ” แต่ยังไม่มีวันที่แล้วเสร็จ", "Done without a date."),
        new BilingualText("โปรดกรอกวันที่แล้วเสร็จ", "Enter the date."));

    public static readonly FindingKind CheckTells = new("KAL2051", Severity.Information, new("{0}", "{0}"), new("{1}", "{1}"),
        new BilingualText("รายงานหลังสิ้นไตรมาส", "Reported after the quarter."), BilingualText.Empty);

    // Single values compared with each other and with the rows.
    public static readonly FindingKind FactFailed = new("KAL2052", Severity.Error, new("{0}: {1}", "{0}: {1}"), new("{2}", "{2}"),
        new BilingualText("วันที่เสนอผู้ว่าราชการจังหวัด", "Day presented to the governor"),
        new BilingualText("อยู่ก่อนวันที่สรุปแล้วเสร็จ", "Earlier than the summary."),
        new BilingualText("โปรดตรวจสอบทั้งสองวันกับหนังสือ", "Check both dates against the letters."));

    public static readonly FindingKind FactWarns = new("KAL2053", Severity.Warning, new("{0}: {1}", "{0}: {1}"), new("{2}", "{2}"),
        new BilingualText("วันที่เสนอผู้ว่าราชการจังหวัด", "Day presented to the governor"),
        new BilingualText("อยู่ก่อนวันที่รับรายงานบางแห่ง", "Earlier than some report was received."),
        new BilingualText("โปรดตรวจสอบทั้งสองวันกับหนังสือ", "Check both dates against the letters."));

    public static readonly FindingKind FactTells = new("KAL2054", Severity.Information, new("{0}: {1}", "{0}: {1}"), new("{2}", "{2}"),
        new BilingualText("วันที่แจ้งแนวทาง", "Day guidance was given"),
        new BilingualText("อยู่หลังสิ้นปีงบประมาณ", "After the end of the fiscal year."), BilingualText.Empty);

    /// <summary>What a unit gives itself, so that its receipt says how it was read; the assessor's score is shown when results are.</summary>
    public static readonly FindingKind SelfScored = new("KAL2055", Severity.Information,
        new("ตัวชี้วัดที่ {0} หน่วยงานประเมินตนเอง {1} คะแนน จากคะแนนเต็ม {2} แสดงคู่กับคะแนนของผู้ประเมิน ไม่นำมาคิดคะแนน",
            "Indicator {0}: the unit gives itself {1} of {2}; it stands beside the assessor's score and isn't counted."),
        BilingualText.Empty, Three, new BilingualText("๔.๕", "4.5"), new BilingualText("๕", "5"));
}
