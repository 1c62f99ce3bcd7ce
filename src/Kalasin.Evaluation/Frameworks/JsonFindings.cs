namespace Kalasin.Evaluation.Frameworks;

/// <summary>Findings on the text of a framework or plan: what keeps it from being read at all.</summary>
internal static class JsonFindings
{
    /// <summary>Longer than the limit.</summary>
    public static readonly FindingKind TooLarge = new("KAL3001", Severity.Error,
        new("ไฟล์ยาวเกิน {0} ไบต์", "The file is longer than {0} bytes."),
        new("โปรดส่งไฟล์กรอบการประเมินหรือแผนเท่านั้น", "Send a framework or plan only."), new BilingualText("๑,๐๔๘,๕๗๖", "1,048,576"));

    /// <summary>Not UTF-8.</summary>
    public static readonly FindingKind NotUtf8 = new("KAL3002", Severity.Error,
        new("ไฟล์ไม่ได้บันทึกเป็นข้อความ UTF-8", "The file is not UTF-8 text."),
        new("โปรดบันทึกเป็น UTF-8 แล้วส่งใหม่", "Save it as UTF-8 and send it again."));

    /// <summary>Not JSON from a line on.</summary>
    public static readonly FindingKind NotJson = new("KAL3003", Severity.Error,
        new("ข้อความตั้งแต่บรรทัดนี้อ่านเป็น JSON ไม่ได้", "From this line on the text is not JSON."),
        new(
            "โปรดตรวจเครื่องหมายจุลภาค วงเล็บ และอัญประกาศในบรรทัดนี้และบรรทัดก่อนหน้า",
            "Check commas, brackets and quotation marks on this line and the one before."));

    /// <summary>Nested too deeply.</summary>
    public static readonly FindingKind TooDeep = new("KAL3004", Severity.Error,
        new("ซ้อนกันลึกเกิน {0} ชั้น", "Nested more than {0} deep."),
        new("โปรดลดจำนวนชั้นของเงื่อนไข", "Use fewer conditions inside conditions."), new BilingualText("๖๔", "64"));

    /// <summary>An array is too long.</summary>
    public static readonly FindingKind TooManyItems = new("KAL3005", Severity.Error,
        new("รายการยาวเกิน {0} รายการ", "The list has more than {0} items."),
        new("โปรดแบ่งหรือลดรายการ", "Shorten the list."), new BilingualText("๑,๐๐๐", "1,000"));

    /// <summary>Two members of one object have the same name.</summary>
    public static readonly FindingKind DuplicateName = new("KAL3006", Severity.Error,
        new("“{0}” มีอยู่แล้วในบรรทัดที่ {1}", "“{0}” stands already on line {1}."),
        new("โปรดเหลือไว้เพียงแห่งเดียว", "Keep one of them."), "weight", new BilingualText("๑๒", "12"));

    /// <summary>An escape that names no character.</summary>
    public static readonly FindingKind NotText = new("KAL3007", Severity.Error,
        new("ข้อความมีรหัสอักขระที่ไม่มีตัวอักษร", "The text has an escape that names no character."),
        new("โปรดพิมพ์ข้อความนี้ใหม่", "Type this text again."));

    /// <summary>Not a document of what was asked for.</summary>
    public static readonly FindingKind NoDocument = new("KAL3019", Severity.Error,
        new("ไฟล์ไม่ใช่เอกสาร JSON ของระบบชนิด “{0}”", "The file is no JSON document of this system that holds “{0}”."),
        new("โปรดส่งไฟล์ที่ระบบเขียน โดยไม่แก้ไข", "Send the file as it was written."), "scorecard");

    /// <summary>Of a later version than this program knows.</summary>
    public static readonly FindingKind NewerVersion = new("KAL3020", Severity.Error,
        new("ไฟล์เป็นรูปแบบรุ่นที่ {0} ซึ่งใหม่กว่าที่โปรแกรมนี้รู้จัก (รุ่นที่ {1})", "The file has version {0} of its form; this program knows version {1}."),
        new("โปรดปรับรุ่นของโปรแกรม หรือขอไฟล์จากโปรแกรมรุ่นเดียวกัน", "Update the program, or ask for a file from a program of the same version."),
        new BilingualText("๒", "2"), new BilingualText("๑", "1"));

    /// <summary>A part that can't be what it stands for.</summary>
    public static readonly FindingKind NotThatValue = new("KAL3021", Severity.Error,
        new("ค่าที่ตำแหน่งนี้ไม่ใช่ค่าที่ระบบเขียนได้", "The value at this place is none that this system writes."),
        new("โปรดขอไฟล์ใหม่จากผู้ส่ง", "Ask the sender for the file again."));

    /// <summary>There are more findings than are listed.</summary>
    public static readonly FindingKind More = new("KAL3008", Severity.Information,
        new("แสดง {0} ข้อสังเกตแรก ยังมีอีก {1} ข้อ", "The first {0} findings are listed; there are {1} more."),
        new("โปรดแก้ข้อที่แสดงแล้วตรวจอีกครั้ง", "Mend these and check again."), new BilingualText("๒๐๐", "200"), new BilingualText("๑๒", "12"));

    /// <summary>A name that nothing is called by.</summary>
    public static readonly FindingKind UnknownName = new("KAL3011", Severity.Error,
        new("ไม่รู้จักชื่อ “{0}” ในที่นี้{1}", "The name “{0}” is not known here.{1}"),
        new("โปรดแก้ชื่อหรือนำออก", "Correct the name or take it out."), "wieght", new BilingualText(" หมายถึง “weight” หรือไม่", " Is “weight” meant?"));

    /// <summary>Something required is absent.</summary>
    public static readonly FindingKind Missing = new("KAL3012", Severity.Error,
        new("ยังขาด “{0}”", "“{0}” is missing."),
        new("โปรดเพิ่ม “{0}”", "Add “{0}”."), "source");

    /// <summary>A value of another type.</summary>
    public static readonly FindingKind OtherType = new("KAL3013", Severity.Error,
        new("ค่านี้เป็น{0} แต่ที่นี่ต้องเป็น{1}", "This is {0}, but {1} is needed here."),
        new("โปรดแก้ค่า", "Change the value."), new BilingualText("ข้อความ", "a text"), new BilingualText("จำนวน", "a number"));

    /// <summary>A word that is not among the possible ones.</summary>
    public static readonly FindingKind UnknownWord = new("KAL3014", Severity.Error,
        new("“{0}” ไม่อยู่ในคำที่ใช้ได้: {1}{2}", "“{0}” is not one of: {1}.{2}"),
        new("โปรดเลือกคำจากรายการ", "Choose one of them."), "percent", "percentage, count, level",
        new BilingualText(" หมายถึง “percentage” หรือไม่", " Is “percentage” meant?"));

    /// <summary>An id of another shape.</summary>
    public static readonly FindingKind OtherShape = new("KAL3015", Severity.Error,
        new("“{0}” ไม่อยู่ในรูปแบบของรหัส ({1})", "“{0}” does not have the shape of an id ({1})."),
        new("โปรดแก้ให้ตรงรูปแบบ", "Give it that shape."), "DLA 2567", "^[a-z][a-z0-9-]{0,39}$");

    /// <summary>Not a day or time of the calendar.</summary>
    public static readonly FindingKind NotADay = new("KAL3016", Severity.Error,
        new("“{0}” ไม่ใช่วันหรือเวลาในรูปแบบ {1}", "“{0}” is not a day or time of the form {1}."),
        new("โปรดเขียนวันเป็นปี ค.ศ. เช่น 2024-05-31 เวลาเช่น 16:30:00", "Write days as 2024-05-31 and times as 16:30:00."),
        "2567-02-30", new BilingualText("ปี-เดือน-วัน", "year-month-day"));

    /// <summary>A Buddhist-era year where a year of the common era belongs.</summary>
    public static readonly FindingKind BuddhistYear = new("KAL3018", Severity.Error,
        new("ปีของ “{0}” เป็น พ.ศ. แต่ไฟล์นี้ใช้ปี ค.ศ.", "“{0}” has a year of the Buddhist era; these files use the common era."),
        new("โปรดเขียนเป็น {1}", "Write {1}."), "2567-05-31", "2024-05-31");

    /// <summary>A number that cannot be held exactly.</summary>
    public static readonly FindingKind OtherNumber = new("KAL3017", Severity.Error,
        new("จำนวน {0} เก็บตรงตามที่เขียนไม่ได้", "The number {0} cannot be held as written."),
        new("โปรดใช้จำนวนที่สั้นกว่า และจำนวนเต็มในช่องที่นับ", "Use a shorter number, and a whole one where things are counted."), "1e400");
}
