namespace Kalasin.Evaluation.Frameworks;

/// <summary>Findings on plans that do not fit their framework.</summary>
internal static class PlanFindings
{
    /// <summary>The plan is of another framework.</summary>
    public static readonly FindingKind OtherFramework = new("KAL3101", Severity.Error,
        new("แผนนี้เขียนไว้สำหรับกรอบการประเมิน {0} ไม่ใช่ {1}", "This plan is for framework {0}, not {1}."),
        new("โปรดเลือกแผนหรือกรอบการประเมินให้ตรงกัน", "Choose the plan and framework that belong together."), "dla-2566", "dla-2567");

    /// <summary>An indicator has no host.</summary>
    public static readonly FindingKind NoHost = new("KAL3102", Severity.Error,
        new("ตัวชี้วัดที่ {0} ยังไม่มีหน่วยงานเจ้าภาพ", "Indicator {0} has no host."),
        new("โปรดระบุหน่วยงานเจ้าภาพและเจ้าภาพหลัก", "Name its hosts and lead."), new BilingualText("๕", "5"));

    /// <summary>An indicator has hosts twice.</summary>
    public static readonly FindingKind HostedTwice = new("KAL3103", Severity.Error,
        new("ตัวชี้วัดที่ {0} มีรายการเจ้าภาพมากกว่า ๑ รายการ", "Indicator {0} is hosted in more than one entry."),
        new("โปรดรวมเป็นรายการเดียว", "Make one entry of them."), new BilingualText("๕", "5"));

    /// <summary>The plan hosts an indicator that the framework does not have.</summary>
    public static readonly FindingKind UnknownIndicator = new("KAL3104", Severity.Error,
        new("กรอบการประเมินไม่มีตัวชี้วัดที่ {0}", "The framework has no indicator {0}."),
        new("โปรดตรวจสอบหมายเลข หรือนำรายการนี้ออก", "Check the number, or take the entry out."), new BilingualText("๑๓", "13"));

    /// <summary>The internal deadline is after the final one.</summary>
    public static readonly FindingKind DeadlinesOutOfOrder = new("KAL3105", Severity.Error,
        new("กำหนดส่งภายในจังหวัด {0} อยู่หลังกำหนดส่งของหน่วยงานเจ้าของรางวัล {1}", "The internal deadline {0} is after the final deadline {1}."),
        new("โปรดกำหนดวันส่งภายในให้ไม่เกินกำหนดส่งสุดท้าย", "Set the internal deadline on or before the final one."),
        new BilingualText("๕ มิ.ย. ๖๗", "5 June 2024"), new BilingualText("๓๑ พ.ค. ๖๗", "31 May 2024"));

    /// <summary>The province is one that the letter leaves out.</summary>
    public static readonly FindingKind ExcludedProvince = new("KAL3106", Severity.Warning,
        new(
            "จังหวัดรหัส {0} เป็นจังหวัดที่หนังสือยกเว้นไว้ จะแสดงแยกจากการจัดอันดับ",
            "Province {0} is one the letter leaves out; it is listed apart from the ranking."),
        new("โปรดตรวจสอบกับหนังสือของหน่วยงานเจ้าของรางวัล", "Check the award's letter."), "49");

    /// <summary>There is no such province.</summary>
    public static readonly FindingKind UnknownProvince = new("KAL3107", Severity.Error,
        new("ไม่พบจังหวัดรหัส {0} ในทะเบียน ๗๖ จังหวัด", "There is no province {0} among the 76."),
        new("โปรดใช้รหัสจังหวัดสองหลัก เช่น 46", "Use the two-digit code, such as 46."), "99");

    /// <summary>Nobody has said where returns are mailed to.</summary>
    public static readonly FindingKind NoAddress = new("KAL3108", Severity.Warning,
        new("แผนยังไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์สำหรับรับรายงานของหน่วยงาน", "The plan has no e-mail address for the units' returns."),
        new("โปรดเติมก่อนแจ้งหน่วยงาน", "Add it before telling the units."));

    /// <summary>An entrant whose class thresholds depend on and nobody has said.</summary>
    public static readonly FindingKind ClassUnsaid = new("KAL3109", Severity.Warning,
        new("แผนยังไม่ระบุ{0}ของ{1} ตัวชี้วัดที่เกณฑ์ขึ้นกับเรื่องนี้จึงยังไม่มีคะแนน", "The plan doesn't say the {0} of {1}, so what is scored by it has no score."),
        new("โปรดระบุใน classes ของแผน แล้วประกาศแผนฉบับใหม่", "Say it in the classes of the plan, and publish that as a new revision."), new BilingualText("ขนาดโรงพยาบาล", "size of the hospital"), new BilingualText("โรงพยาบาลนามน", "Na Mon Hospital"));

    /// <summary>A class that the framework doesn't know, or one that is said twice.</summary>
    public static readonly FindingKind UnknownClass = new("KAL3110", Severity.Error,
        new("กรอบการประเมินไม่มีกลุ่ม “{0}” เป็น “{1}” หรือระบุซ้ำ", "The framework has no class “{0}” of “{1}”, or it is said twice."),
        new("โปรดแก้ตาม classes ของกรอบการประเมิน", "Correct it by the classes of the framework."), "size", "huge");

    /// <summary>A kind of unit that nobody names.</summary>
    public static readonly FindingKind UnknownUnitKind = new("KAL3111", Severity.Error,
        new("กรอบการประเมินไม่มีหน่วยงานชนิด “{0}”", "The framework names no kind of unit “{0}”."),
        new("โปรดแก้ชนิด หรือเพิ่มใน unitKinds ของกรอบการประเมิน", "Correct the kind, or name it in the framework's unitKinds."), "hospital");

    /// <summary>A list whose table lacks.</summary>
    public static readonly FindingKind ListWithoutTable = new("KAL3112", Severity.Error,
        new("แผนยังไม่มีตาราง{0} ({1})", "The plan has no table of {0} ({1})."),
        new("โปรดนำแผนของจังหวัดมาเพิ่มตารางนี้ใน lists แล้วประกาศแผนก่อนเปิดรอบ แผนมาตรฐานไม่มีตารางของกรอบการประเมิน",
            "Take the province's plan, add the table to its lists, and publish it before the round is opened: no standard plan has the tables of a framework."),
        new BilingualText("โรงพยาบาล", "hospitals"), "hospital");

    /// <summary>A table of a list that the framework doesn't have, or a second one.</summary>
    public static readonly FindingKind UnknownList = new("KAL3113", Severity.Error,
        new("กรอบการประเมินไม่มีรายชื่อ “{0}” หรือมีตารางซ้ำ", "The framework has no list “{0}”, or its table stands twice."),
        new("โปรดแก้ตาม lists ของกรอบการประเมิน", "Correct it by the lists of the framework."), "hospitals");
}
