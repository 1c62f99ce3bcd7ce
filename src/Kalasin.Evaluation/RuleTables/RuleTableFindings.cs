namespace Kalasin.Evaluation.RuleTables;

/// <summary>Findings on tables of rules that came back filled in: KAL3201–3299.</summary>
internal static class RuleTableFindings
{
    /// <summary>A worksheet is not there.</summary>
    public static readonly FindingKind NoSheet = new("KAL3201", Severity.Error,
        new("ไม่พบแผ่นงาน “{0}” ที่มีหัวตารางของแบบ", "There is no worksheet “{0}” with the headings of the form."),
        new("โปรดดาวน์โหลดแบบใหม่แล้วกรอกในแผ่นงานเดิม", "Download the form again and fill in its own worksheets."), "ตัวชี้วัด");

    /// <summary>A column is not there.</summary>
    public static readonly FindingKind NoColumn = new("KAL3202", Severity.Error,
        new("ไม่พบช่อง “{0}” ในหัวตาราง", "The headings lack “{0}”."),
        new("โปรดใส่หัวช่องนี้คืนตามแบบ", "Put the heading back."), new BilingualText("น้ำหนัก", "Weight"));

    /// <summary>A heading that the form doesn't have.</summary>
    public static readonly FindingKind OtherColumn = new("KAL3203", Severity.Warning,
        new("ช่อง “{0}” ไม่มีในแบบ จึงไม่ได้อ่าน", "The form has no column “{0}”; it was not read."),
        new("โปรดย้ายข้อมูลไปยังช่องที่แบบกำหนด หรือนำช่องนี้ออก", "Move its content to a column of the form, or take it out."), "หมายเหตุเพิ่ม");

    /// <summary>Not a number.</summary>
    public static readonly FindingKind NotANumber = new("KAL3204", Severity.Error,
        new("“{0}” อ่านเป็นจำนวนไม่ได้", "“{0}” can't be read as a number."),
        new("โปรดกรอกเฉพาะตัวเลข เช่น ๒ หรือ 12.5", "Enter digits only, such as 2 or 12.5."), "สองเท่า");

    /// <summary>Not a day.</summary>
    public static readonly FindingKind NotADay = new("KAL3205", Severity.Error,
        new("“{0}” อ่านเป็นวันที่ไม่ได้", "“{0}” can't be read as a day."),
        new("โปรดกรอก วัน เดือน ปี พ.ศ. เช่น ๑๕ พ.ค. ๒๕๗๐", "Enter day, month and Buddhist-era year, such as 15/5/2570."), "กลางเดือน");

    /// <summary>Not one of the words.</summary>
    public static readonly FindingKind NotAChoice = new("KAL3206", Severity.Error,
        new("“{0}” ไม่อยู่ในรายการ", "“{0}” is not on the list."),
        new("โปรดเลือก: {1}", "Choose one of: {1}."), "บางส่วน", "ใช่ / ไม่");

    /// <summary>Something has to be filled in.</summary>
    public static readonly FindingKind Blank = new("KAL3207", Severity.Error,
        new("ยังไม่ได้กรอก “{0}”", "“{0}” is not filled in."),
        new("โปรดกรอกช่องนี้", "Fill it in."), new BilingualText("อ้างถึงหนังสือ", "Citation"));

    /// <summary>An indicator that isn't there.</summary>
    public static readonly FindingKind NoIndicator = new("KAL3208", Severity.Error,
        new("ไม่มีตัวชี้วัดที่ “{0}”", "There is no indicator “{0}”."),
        new("โปรดแก้เลขที่ตัวชี้วัดให้ตรงกับแผ่นงานตัวชี้วัด", "Correct the number so that it is one of the sheet of indicators."), "๑๓");

    /// <summary>An error value or a formula without a result.</summary>
    public static readonly FindingKind NoValue = new("KAL3209", Severity.Error,
        new("ช่องนี้เป็นสูตรที่ไม่มีผลลัพธ์ หรือคำนวณไม่ได้", "The cell is a formula without a result, or with an error."),
        new("โปรดพิมพ์ค่าแทนสูตร", "Type the value instead of the formula."));

    /// <summary>Nothing differs from what holds already.</summary>
    public static readonly FindingKind NothingNew = new("KAL3210", Severity.Error,
        new("ไม่มีอะไรต่างจากฉบับที่ใช้อยู่", "Nothing differs from the revision in force."),
        new("โปรดกรอกค่าใหม่ หรือใส่ข้อในภาคผนวกที่ยืนยันค่าเดิม", "Fill in what is new, or name the item of the annex that confirms what stands there."));

    /// <summary>Two rows are about the same.</summary>
    public static readonly FindingKind Twice = new("KAL3211", Severity.Error,
        new("“{0}” มีอยู่แล้วในแถวก่อนหน้า", "“{0}” stands in a row before."),
        new("โปรดเหลือไว้แถวเดียว", "Keep one of the rows."), "๓");

    /// <summary>A method lacks one of its columns.</summary>
    public static readonly FindingKind NoSuchField = new("KAL3212", Severity.Error,
        new("วิธีวัด “{0}” ต้องใช้ช่องข้อมูลชนิด{1} แต่ไม่พบ “{2}”", "The measure “{0}” needs a field that holds {1}; “{2}” is none."),
        new("โปรดเพิ่มช่องนี้ในแผ่นงานช่องข้อมูล หรือเลือกช่องอื่น", "Add it on the sheet of fields, or choose another."),
        "ร้อยละของแถวที่ตอบ ใช่", new BilingualText("ใช่-ไม่", "yes or no"), "แล้วเสร็จ");

    /// <summary>A level's text where levels are not worded, or a threshold where they are.</summary>
    public static readonly FindingKind LevelUnfit = new("KAL3213", Severity.Error,
        new("ตัวชี้วัดที่ {0} วัดเป็นระดับ ระดับต้องเรียงตั้งแต่ ๑ และมีข้อความทุกระดับ", "Indicator {0} is measured in levels: they run from 1 and each has a text."),
        new("โปรดแก้ลำดับหรือข้อความของระดับ", "Correct the order or the texts of its levels."), new BilingualText("๔", "4"));

    /// <summary>Not a workbook.</summary>
    public static readonly FindingKind NotAWorkbook = new("KAL3214", Severity.Error,
        new("ไฟล์นี้ไม่ใช่ไฟล์ Excel (.xlsx) ของแบบ", "The file is no Excel workbook (.xlsx) of the form."),
        new("โปรดบันทึกเป็น .xlsx แล้วส่งใหม่", "Save it as .xlsx and send it again."));

    /// <summary>The tables were made of another revision.</summary>
    public static readonly FindingKind OtherRevision = new("KAL3215", Severity.Error,
        new("ไฟล์นี้ทำจากฉบับที่ {0} แต่ฉบับล่าสุดคือฉบับที่ {1}", "This was made of revision {0}; the newest is {1}."),
        new("โปรดดาวน์โหลดแบบใหม่แล้วกรอกอีกครั้ง", "Download the form again and fill it in."), new BilingualText("๒", "2"), new BilingualText("๓", "3"));

    /// <summary>A list that no sheet names.</summary>
    public static readonly FindingKind NoList = new("KAL3216", Severity.Error,
        new("ไม่มีบัญชี “{0}” ในแผ่นงานบัญชีรายการ", "The sheet of lists has no “{0}”."),
        new("โปรดเพิ่มชื่อบัญชีในแผ่นงานบัญชีรายการ หรือแก้ชื่อให้ตรงกัน", "Add it on the sheet of lists, or correct the name."), "โรงพยาบาล");

    /// <summary>A detail is of a place that the framework doesn't have.</summary>
    public static readonly FindingKind NoPlace = new("KAL3217", Severity.Error,
        new("ตำแหน่ง “{0}” ไม่มีในกรอบที่กรอก", "The framework as filled in has no place “{0}”."),
        new("โปรดแก้ตำแหน่ง หรือลบแถวนี้ หากส่วนนั้นถูกนำออกแล้ว", "Correct the place, or delete the row where that part was taken out."), "/indicators/2/text/en");

    /// <summary>A value that begins as JSON does and is none.</summary>
    public static readonly FindingKind NotJson = new("KAL3218", Severity.Error,
        new("“{0}” ขึ้นต้นอย่าง JSON แต่อ่านไม่ได้", "“{0}” begins as JSON does and can't be read."),
        new("โปรดแก้วงเล็บและเครื่องหมายคำพูดให้ครบคู่", "Correct its brackets and quotation marks."), "[1, 2");

    /// <summary>A framework that doesn't go into a workbook.</summary>
    public static readonly FindingKind TooMuch = new("KAL3219", Severity.Error,
        new("กรอบนี้ลงแผ่นงาน “{0}” ไม่ได้", "This framework doesn't go into the worksheet “{0}”."),
        new("โปรดใช้กรอบนี้เป็น JSON", "Use the framework as JSON."), "ช่องข้อมูล");
}
