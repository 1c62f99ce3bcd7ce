namespace Kalasin.Evaluation.Intake;

/// <summary>KAL21xx–KAL22xx: values of single cells.</summary>
internal static class CellFindings
{
    // Dates.
    public static readonly FindingKind NotInCalendar = new("KAL2101", Severity.Error,
        new("“{0}” ไม่ใช่วันที่ในปฏิทิน", "“{0}” is not a calendar date."),
        new("โปรดแก้เป็นวันที่จริง เช่น ๒๙/๒/๒๕๖๗", "Enter a real one."), "๓๑/๒/๖๗");

    public static readonly FindingKind NotADate = new("KAL2102", Severity.Error,
        new("“{0}” อ่านเป็นวันที่ไม่ได้", "“{0}” can't be read as a date."),
        new("โปรดกรอกวัน เดือน ปี พ.ศ. เช่น ๑๕/๕/๒๕๖๗", "Enter day, month and Buddhist-era year, such as 15/5/2567."), "กลางเดือน");

    public static readonly FindingKind YearUnclear = new("KAL2103", Severity.Error,
        new("“{0}” ไม่มีปีที่ชัดเจน", "The year of “{0}” is missing or unclear."),
        new("โปรดกรอกปี พ.ศ. สี่หลัก เช่น ๑๕/๕/๒๕๖๗", "Enter a four-digit Buddhist-era year, such as 15/5/2567."), "15 พ.ค.");

    public static readonly FindingKind WeekdayDisagrees = new("KAL2104", Severity.Error,
        new("“{0}” ระบุวันในสัปดาห์ไม่ตรงกับวันที่", "The weekday of “{0}” is not that of the date."),
        new("โปรดตรวจสอบวันที่กับปฏิทิน", "Check the date."), "วันจันทร์ที่ ๑๕ พ.ค. ๖๗");

    public static readonly FindingKind YearOutside = new("KAL2105", Severity.Error,
        new("วันที่ {0} อยู่นอกช่วงที่ประเมิน หมายถึง {1} หรือไม่", "{0} is out of range; was {1} meant?"),
        new("โปรดแก้", "Correct it."), new BilingualText("๑๕ พ.ค. ๒๖๖๗", "15 May 2667"), new BilingualText("๒๕๖๗", "2567"));

    public static readonly FindingKind FarAway = new("KAL2106", Severity.Error,
        new("วันที่ {0} อยู่นอกช่วงที่ประเมิน", "{0} is out of range."),
        new("โปรดตรวจสอบปีแล้วแก้", "Check the year and correct it."), new BilingualText("๑ ม.ค. ๒๔๔๓", "1 January 1900"));

    public static readonly FindingKind Future = new("KAL2107", Severity.Warning,
        new("“{0}” อ่านเป็น {1} ซึ่งยังไม่ถึง", "“{0}” was read as {1}, which is in the future."),
        new("โปรดตรวจสอบวันที่", "Check the date."), "20/6/67", new BilingualText("๒๐ มิถุนายน ๒๕๖๗", "20 June 2024"));

    public static readonly FindingKind FutureOrSwapped = new("KAL2108", Severity.Warning,
        new("“{0}” อ่านเป็น {1} ซึ่งยังไม่ถึง", "“{0}” was read as {1}, which is in the future."),
        new("หากหมายถึง {2} โปรดแก้", "Correct it if {2} was meant."), "๕/๖/๖๗",
        new BilingualText("๕ มิถุนายน ๒๕๖๗", "5 June 2024"), new BilingualText("๖ พฤษภาคม ๒๕๖๗", "6 May 2024"));

    public static readonly FindingKind DateUnderstood = new("KAL2109", Severity.Information,
        new("“{0}” อ่านเป็น {1}", "“{0}” was read as {1}."),
        BilingualText.Empty, "45427", new BilingualText("๑๕ พฤษภาคม ๒๕๖๗", "15 May 2024"));

    public static readonly FindingKind BuddhistYears = new("KAL2110", Severity.Information,
        new(
            "วันที่แบบ Excel ในแผ่นงานนี้พิมพ์ปีเป็น พ.ศ. เช่น “{0}” อ่านเป็น {1}",
            "Excel dates on this sheet have Buddhist-era years; “{0}” was read as {1}."),
        BilingualText.Empty, "15/5/2567", new BilingualText("๑๕ พฤษภาคม ๒๕๖๗", "15 May 2024"));

    public static readonly FindingKind RangeUnderstood = new("KAL2111", Severity.Warning,
        new("“{0}” เป็นช่วงวัน อ่านเป็นวันแรก คือ {1}", "“{0}” is a range of days; its first day, {1}, was taken."),
        new("หากหมายถึงวันอื่น โปรดกรอกวันเดียว", "Enter a single day if another is meant."), "๑–๓ พ.ค. ๖๗", new BilingualText("๑ พฤษภาคม ๒๕๖๗", "1 May 2024"));

    // Numbers.
    public static readonly FindingKind NotANumber = new("KAL2120", Severity.Error,
        new("{0} “{1}” อ่านเป็นจำนวนไม่ได้", "{0}: “{1}” can't be read as a number."),
        new("โปรดกรอกเฉพาะตัวเลข", "Enter digits only."), new BilingualText("ผู้รับบริการ", "People served"), "หลายราย");

    public static readonly FindingKind DecimalPointMissing = new("KAL2121", Severity.Error,
        new("{0} “{1}” เกิน {2} หมายถึง {3} หรือไม่", "{0}: “{1}” is above {2}; was {3} meant?"),
        new("โปรดแก้", "Check the decimal point."), new BilingualText("คะแนน ITA", "ITA score"),
        "๘๕๐", new BilingualText("๑๐๐", "100"), new BilingualText("๘๕.๐", "85.0"));

    public static readonly FindingKind TooLarge = new("KAL2122", Severity.Error,
        new("{0} “{1}” เกิน {2}", "{0}: “{1}” is above {2}."),
        new("โปรดตรวจสอบแล้วแก้", "Check and correct it."), new BilingualText("คะแนน ITA", "ITA score"), "๙,๙๙๙", new BilingualText("๑๐๐", "100"));

    public static readonly FindingKind TooSmall = new("KAL2123", Severity.Error,
        new("{0} “{1}” ต่ำกว่า {2}", "{0}: “{1}” is below {2}."),
        new("โปรดตรวจสอบแล้วแก้", "Check and correct it."), new BilingualText("ผู้รับบริการ", "People served"), "-5", new BilingualText("๐", "0"));

    public static readonly FindingKind PercentInCount = new("KAL2125", Severity.Error,
        new("{0} “{1}” เป็นร้อยละ แต่ช่องนี้ใช้กรอกจำนวน", "{0}: “{1}” is a percentage, where a number is asked for."),
        new("โปรดกรอกจำนวน เช่น ๑๒", "Enter the number, such as 12."), new BilingualText("อปท. ที่ส่งครบ", "Complete"), "50%");

    public static readonly FindingKind NumberUnderstood = new("KAL2124", Severity.Information,
        new("{0} “{1}” อ่านเป็น {2}", "{0}: “{1}” was read as {2}."),
        BilingualText.Empty, new BilingualText("ผู้รับบริการ", "People served"), "120 คน", new BilingualText("๑๒๐", "120"));

    // Choices and flags.
    public static readonly FindingKind NotAnOption = new("KAL2130", Severity.Error,
        new("“{0}” ไม่อยู่ในตัวเลือกของ “{1}”", "“{0}” is no option of “{1}”."),
        new("โปรดเลือก: {2}", "Choose one of: {2}."), "ครึ่งทาง", new BilingualText("สถานะ", "Status"),
        new BilingualText("ยังไม่เริ่ม / ดำเนินการ / แล้วเสร็จ", "Not begun / Under way / Done"));

    public static readonly FindingKind OptionUnderstood = new("KAL2131", Severity.Information,
        new("“{0}” อ่านเป็น “{1}”", "“{0}” was read as “{1}”."),
        BilingualText.Empty, "แล้วเสร๊จ", new BilingualText("แล้วเสร็จ", "Done"));

    public static readonly FindingKind NotAFlag = new("KAL2132", Severity.Error,
        new("{0} “{1}” ไม่ทราบว่าหมายถึง ใช่ หรือ ไม่", "{0}: “{1}” can't be read as yes or no."),
        new("โปรดกรอก ใช่ หรือ ไม่", "Enter ใช่ or ไม่."), new BilingualText("รายงานใน INFO", "Reported in INFO"), "รอตรวจ");

    // Authorities and senders.
    public static readonly FindingKind AuthorityNotFound = new("KAL2140", Severity.Error,
        new("ไม่พบ “{0}” ในทะเบียน{1}", "“{0}” is not in the register of {1}."),
        new("โปรดเลือกชื่อจากรายการ", "Pick the name from the list."), "ทต.หนองบัวแดง", new BilingualText("จังหวัดกาฬสินธุ์", "Kalasin Province"));

    public static readonly FindingKind AuthorityMisspelt = new("KAL2141", Severity.Error,
        new("ไม่พบ “{0}” ในทะเบียน{1} หมายถึง {2} หรือไม่", "“{0}” is not in the register of {1}; was {2} meant?"),
        new("โปรดเลือกชื่อจากรายการ", "Pick the name from the list."), "ทต.นามลน", new BilingualText("จังหวัดกาฬสินธุ์", "Kalasin Province"), "ทต.นามน");

    public static readonly FindingKind AuthorityAmbiguous = new("KAL2142", Severity.Error,
        new("“{0}” มี {1} แห่ง ({2})", "“{0}” exists {1:time|times} ({2})."),
        new("โปรดระบุอำเภอ หรือรหัส", "Give the district or the code."), "ทต.สงเปลือย",
        new BilingualText("๒", "2"), "ทต.สงเปลือย (อ.นามน), ทต.สงเปลือย (อ.เขาวง)");

    public static readonly FindingKind SenderNotFound = new("KAL2143", Severity.Error,
        new("ไม่พบ “{0}” ในหน่วยงานเจ้าภาพหรือทะเบียน อปท.", "“{0}” is neither a unit nor a local authority."),
        new("โปรดกรอกชื่อท้องถิ่นอำเภอ หรือชื่อ อปท.", "Enter a district office or a local authority."), "อ.ชุมแพ");

    public static readonly FindingKind SenderUnderstood = new("KAL2144", Severity.Information,
        new("“{0}” อ่านเป็น {1}", "“{0}” was read as {1}."),
        BilingualText.Empty, "นามน", new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon District Local Office"));

    // Texts.
    public static readonly FindingKind PersonalDataInCode = new("KAL2150", Severity.Error,
        new("พบข้อความที่อาจเป็นชื่อบุคคลหรือเลขบัตรประชาชนในช่อง “{0}”", "“{0}” may hold personal data."),
        new("โปรดใช้รหัสเรื่องแทน", "Use a case code."), new BilingualText("รหัสเรื่อง", "Case code"));

    public static readonly FindingKind PersonalDataWithheld = new("KAL2151", Severity.Warning,
        new("พบข้อความที่อาจเป็นชื่อบุคคลหรือเลขบัตรประชาชน ระบบปกปิดไว้ในรายงานและทุกหน้าจอแล้ว",
            "This may be a person's name or identity number; reports and pages withhold it."),
        new("โปรดลบออกจากแบบรายงานแล้วใช้รหัสเรื่องแทน", "Take it out of the form and use a case code."));
}
