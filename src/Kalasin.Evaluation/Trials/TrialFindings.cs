namespace Kalasin.Evaluation.Trials;

/// <summary>Changes of inputs that can't be tried.</summary>
internal static class TrialFindings
{
    public static readonly FindingKind NothingChanged = new("KAL4401", Severity.Error,
        new("ยังไม่ได้ระบุสิ่งที่จะลองเปลี่ยน", "Nothing is said that would change."),
        new("โปรดระบุค่าที่จะลองเปลี่ยนอย่างน้อยหนึ่งค่า", "Please say at least one value that would be another."));

    public static readonly FindingKind TooManyChanges = new("KAL4402", Severity.Error,
        new("ลองเปลี่ยนได้คราวละไม่เกิน {0} ค่า", "At most {0} values are tried at once."),
        new("โปรดลองคราวละน้อยลง", "Please try fewer at a time."), new BilingualText("๒๐๐", "200"));

    public static readonly FindingKind NoSuchIndicator = new("KAL4403", Severity.Error,
        new("กรอบการประเมินไม่มีตัวชี้วัดที่ {0}", "The framework has no indicator {0}."),
        new("โปรดตรวจสอบหมายเลขตัวชี้วัด", "Please check the number."), new BilingualText("๙๙", "99"));

    public static readonly FindingKind NoSuchReturn = new("KAL4404", Severity.Error,
        new("ยังไม่ได้ระบุหน่วยงาน หรือหน่วยงานนั้นไม่ได้เป็นเจ้าภาพตัวชี้วัดที่ {0}", "No unit is named, or it doesn't host indicator {0}."),
        new("โปรดระบุหน่วยงานเจ้าภาพของตัวชี้วัด", "Please name a unit that hosts it."), new BilingualText("๓", "3"));

    public static readonly FindingKind NoSuchRow = new("KAL4405", Severity.Error,
        new("ไม่มีแถวที่ {0} รายงานนี้มี {1} แถว", "There is no row {0}; the return has {1}."),
        new("โปรดระบุแถวที่มีอยู่ หรือแถวถัดจากแถวสุดท้าย", "Please name a row that is there, or the one after the last."), new BilingualText("๙๐๐", "900"), new BilingualText("๑๒", "12"));

    public static readonly FindingKind NoSuchField = new("KAL4406", Severity.Error,
        new("ไม่มีช่อง “{0}” ช่องที่มีคือ {1}", "There is no field “{0}”. There are: {1}."),
        new("โปรดเลือกช่องจากรายการนี้", "Please choose one of these."), "datum", "date, topic");

    public static readonly FindingKind OffScale = new("KAL4407", Severity.Error,
        new("คะแนน {0} ไม่อยู่ในช่วง ๐ ถึง {1}", "The score {0} is outside 0 to {1}."),
        new("โปรดระบุคะแนนในช่วงนี้", "Please give one within the scale."), new BilingualText("๖", "6"), new BilingualText("๕", "5"));

    public static readonly FindingKind ValueTooLong = new("KAL4408", Severity.Error,
        new("ข้อความในช่องยาวเกิน {0} ตัวอักษร", "The text is longer than {0} letters."),
        new("โปรดย่อข้อความ", "Please shorten it."), new BilingualText("๔,๐๐๐", "4,000"));

    public static readonly FindingKind ScoreUnread = new("KAL4409", Severity.Error,
        new("คะแนน “{0}” อ่านเป็นจำนวนไม่ได้", "The score “{0}” can't be read as a number."),
        new("โปรดกรอกเฉพาะตัวเลข เช่น ๔.๕", "Please enter digits only, such as 4.5."), "สี่ครึ่ง");
}
