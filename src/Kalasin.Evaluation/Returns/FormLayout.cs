using System.Collections.Immutable;

namespace Kalasin.Evaluation.Returns;

/// <summary>
/// What the form of a unit looks like, as writers of forms and readers of returns both know it: one workbook per unit, one
/// sheet per indicator, one very hidden sheet that says what the form is. Readers go by words, not by addresses: a section
/// begins where a label stands in the first filled cell of a row; a value stands in the next filled cell of the label's row, or,
/// where a text was written below, in the first filled cell of the rows under it up to the next label. Columns are found by
/// heading, so that they may be moved. Texts are compared by their key (normalised, Arabic digits, no punctuation or leading
/// section number).
/// </summary>
internal static class FormLayout
{
    /// <summary>Version of this layout; written into every form.</summary>
    public const int Version = 1;

    /// <summary>First sheet: how to fill in and send. Readers skip it.</summary>
    public const string CoverSheet = "เริ่มที่นี่";

    /// <summary>
    /// Very hidden sheet of names (column A) and values (column B): see <see cref="FormMark"/>. From column D on stand the lists that
    /// cells of the form offer; they aren't read.
    /// </summary>
    public const string MarkSheet = "_kalasin";

    /// <summary>Last sheet of a workbook that went back to its sender: what was found in it. Readers skip it.</summary>
    public const string FindingsSheet = "ข้อสังเกตจากระบบ";

    /// <summary>Heading of the running number, first column of registers and evidence lists. Of registers its cells are not read; of evidence they are the last part of codes.</summary>
    public const string RunningNumber = "ที่";

    /// <summary>Empty rows that a form offers below what is filled in beforehand.</summary>
    public const int BlankRows = 40;

    /// <summary>What may stand in a tick box for "ticked".</summary>
    public static ImmutableArray<string> Ticks { get; } = ["✓", "✔", "/", "x", "X", "☑", "☒", "√", "1", "ใช่", "TRUE"];

    /// <summary>Labels of an indicator sheet, in the order of the form.</summary>
    public static ImmutableArray<FormLabel> Labels { get; } =
    [
        new(FormPart.Unit, "หน่วยงาน", ["หน่วยงานเจ้าภาพ", "ชื่อหน่วยงาน"]),
        new(FormPart.DataAsOf, "ข้อมูล ณ วันที่", ["ข้อมูลณวันที่"]),
        new(FormPart.DueBy, "ส่งภายในวันที่", []),
        new(FormPart.Status, "๑. สถานะการรายงาน", []),
        new(FormPart.StatusReported, "มีผลการดำเนินงาน", []),
        new(FormPart.StatusNil, "ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน", ["ไม่มีเรื่อง", "ไม่มีกิจกรรม", "ไม่มีเรื่อง/ไม่มีกิจกรรม"]),
        new(FormPart.NilReason, "เหตุผล (กรณีไม่มีเรื่อง)", ["เหตุผล"]),
        new(FormPart.StatusInProgress, "อยู่ระหว่างดำเนินการ", []),
        new(FormPart.Explanation, "๒. คำอธิบาย สูตร ช่วงเวลา และที่มาของเกณฑ์", []),
        new(FormPart.Results, "๓. ผลการดำเนินงาน", []),
        new(FormPart.Facts, "ข้อมูลประกอบ", []),
        new(FormPart.Register, "๔. ทะเบียนข้อมูล", ["ทะเบียน"]),
        new(FormPart.Calculation, "๕. ผลการคำนวณ", []),
        new(FormPart.SuccessFactors, "๖. ปัจจัยสนับสนุน", ["ปัจจัยสนับสนุนความสำเร็จ"]),
        new(FormPart.Obstacles, "๗. ปัญหา อุปสรรค", ["ปัญหาและอุปสรรค"]),
        new(FormPart.Suggestions, "๘. ข้อเสนอแนะ/แนวทางแก้ไข", ["ข้อเสนอแนะ", "แนวทางแก้ไข"]),
        new(FormPart.Evidence, "๙. บัญชีหลักฐาน", ["หลักฐาน", "รายการหลักฐาน"]),
        new(FormPart.Pictures, "๑๐. ภาพกิจกรรม", []),
        new(FormPart.Certification, "๑๑. คำรับรอง", ["คำรับรอง"]),
    ];

    /// <summary>Columns of the evidence list, after the running number.</summary>
    public static ImmutableArray<EvidenceColumn> EvidenceColumns { get; } =
    [
        new(EvidenceField.Title, "รายการ", ["ชื่อเอกสาร", "หลักฐาน"]),
        new(EvidenceField.Date, "ลงวันที่", ["วันที่"]),
        new(EvidenceField.Rows, "ยืนยันแถวที่", ["แถวที่", "แถว"]),
        new(EvidenceField.Kind, "ชนิด (ไฟล์/ลิงก์/เอกสาร)", ["ชนิด", "ชนิด (แฟ้ม/ลิงก์/เอกสาร)"]),
        new(EvidenceField.Location, "ชื่อไฟล์ ลิงก์ หรือที่เก็บ", ["ที่เก็บ", "ลิงก์", "ชื่อไฟล์", "ชื่อแฟ้ม", "ชื่อแฟ้ม ลิงก์ หรือที่เก็บ"]),
        new(EvidenceField.Pages, "จำนวนหน้า", []),
    ];

    /// <summary>How forms print the label of a part.</summary>
    public static string LabelOf(FormPart part) => Labels.First(l => l.Part == part).Text;

    /// <summary>The text column that says an authority's district, or <see langword="null"/>.</summary>
    public static Column? DistrictOf(RegisterSchema register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Columns.FirstOrDefault(c => c.Type == ColumnType.Text && ThaiText.Key(c.Heading.Thai) == ThaiText.Key("อำเภอ"));
    }

    /// <summary>Name of an indicator's sheet: <c>ตัวชี้วัด 3</c>, in Arabic digits.</summary>
    public static string SheetOf(IndicatorNumber indicator) => $"ตัวชี้วัด {indicator}";
}

/// <summary>A label that readers look for.</summary>
/// <param name="Part">What it begins.</param>
/// <param name="Text">How forms print it.</param>
/// <param name="Synonyms">Other words people use for it.</param>
internal sealed record FormLabel(FormPart Part, string Text, ImmutableArray<string> Synonyms);

/// <summary>A column of the evidence list.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Heading">How forms print it.</param>
/// <param name="Synonyms">Other words people use for it.</param>
internal sealed record EvidenceColumn(EvidenceField Field, string Heading, ImmutableArray<string> Synonyms);

/// <summary>Parts of an indicator sheet.</summary>
internal enum FormPart
{
    /// <summary>Who reports.</summary>
    Unit,

    /// <summary>Day the data are of.</summary>
    DataAsOf,

    /// <summary>Deadline; printed, not read.</summary>
    DueBy,

    /// <summary>Heading over the three tick boxes.</summary>
    Status,

    /// <summary>Tick box: something to report.</summary>
    StatusReported,

    /// <summary>Tick box: nothing to report.</summary>
    StatusNil,

    /// <summary>Reason for nothing to report.</summary>
    NilReason,

    /// <summary>Tick box: under way.</summary>
    StatusInProgress,

    /// <summary>Explanation of the rule; printed, not read.</summary>
    Explanation,

    /// <summary>Narrative of results.</summary>
    Results,

    /// <summary>Heading over the facts: a label and a value each.</summary>
    Facts,

    /// <summary>Heading over the register's head row and rows.</summary>
    Register,

    /// <summary>What will be computed; printed, not read.</summary>
    Calculation,

    /// <summary>Narrative of what helped.</summary>
    SuccessFactors,

    /// <summary>Narrative of what hindered.</summary>
    Obstacles,

    /// <summary>Narrative of what is proposed.</summary>
    Suggestions,

    /// <summary>Heading over the evidence list's head row and rows.</summary>
    Evidence,

    /// <summary>How pictures are sent; printed, not read.</summary>
    Pictures,

    /// <summary>Certification and signatures; printed, not read.</summary>
    Certification,
}

/// <summary>What a column of the evidence list holds.</summary>
internal enum EvidenceField
{
    /// <summary>Title.</summary>
    Title,

    /// <summary>Date of the document.</summary>
    Date,

    /// <summary>Rows it proves.</summary>
    Rows,

    /// <summary>File, link or paper.</summary>
    Kind,

    /// <summary>Where it is.</summary>
    Location,

    /// <summary>Pages.</summary>
    Pages,
}

/// <summary>Names on the hidden mark sheet, column A; values in column B.</summary>
internal static class FormMark
{
    /// <summary>What stands before each name where it is a property of a document instead.</summary>
    public const string Prefix = "kalasin-";

    /// <summary>Always <c>kalasin-return-form</c>.</summary>
    public const string Form = "form";

    /// <summary>Value of <see cref="Form"/>.</summary>
    public const string FormValue = "kalasin-return-form";

    /// <summary><see cref="FormLayout.Version"/> of the writer.</summary>
    public const string Layout = "layout";

    /// <summary>Round id.</summary>
    public const string Round = "round";

    /// <summary>Framework id.</summary>
    public const string Framework = "framework";

    /// <summary>Framework revision.</summary>
    public const string Revision = "revision";

    /// <summary>Unit code.</summary>
    public const string Unit = "unit";
}
