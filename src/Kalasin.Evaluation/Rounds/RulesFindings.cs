namespace Kalasin.Evaluation.Rounds;

/// <summary>Findings on the rules of a round and their revisions: KAL5101–5199.</summary>
internal static class RulesFindings
{
    /// <summary>The revision is not the one that comes next.</summary>
    public static readonly FindingKind NotNextRevision = new("KAL5101", Severity.Error,
        new("ฉบับถัดไปคือฉบับที่ {0} แต่ไฟล์นี้เป็นฉบับที่ {1}", "The next revision is {0}; this file is revision {1}."),
        new("โปรดแก้ revision เป็น {0} ฉบับที่ประกาศแล้วเปลี่ยนไม่ได้", "Set revision to {0}; one that was published never changes."),
        new BilingualText("๒", "2"), new BilingualText("๑", "1"));

    /// <summary>The address names another framework or plan than the file.</summary>
    public static readonly FindingKind OtherId = new("KAL5102", Severity.Error,
        new("ไฟล์นี้เป็นของ “{0}” แต่ส่งมาที่ “{1}”", "The file is of '{0}' but was sent to '{1}'."),
        new("โปรดส่งไปที่อยู่ของ “{0}” หรือแก้ id ในไฟล์", "Send it to the address of '{0}', or correct the id in the file."), "dla-2568", "dla-2567");

    /// <summary>The new rules are of another award.</summary>
    public static readonly FindingKind OtherAward = new("KAL5103", Severity.Error,
        new("กติกาใหม่เป็นของกรอบ “{0}” แต่รอบนี้ใช้กรอบ “{1}”", "The new rules are of the framework '{0}'; this round runs '{1}'."),
        new("โปรดเปิดเป็นรอบใหม่", "Open another round for it."), "dla-2568", "dla-2567");

    /// <summary>A unit that has sent something is not in the new rules.</summary>
    public static readonly FindingKind UnitGone = new("KAL5104", Severity.Error,
        new("หน่วยงาน {0} นำส่งข้อมูลไว้แล้ว แต่ไม่มีอยู่ในแผนฉบับใหม่", "Unit {0} has sent something and is not in the new plan."),
        new("โปรดคงหน่วยงานนี้ไว้ในแผน", "Keep the unit in the plan."), "4602");

    /// <summary>A return that was received has no host in the new rules.</summary>
    public static readonly FindingKind HostGone = new("KAL5105", Severity.Error,
        new(
            "หน่วยงาน {0} รายงานตัวชี้วัดที่ {1} ไว้แล้ว แต่กติกาใหม่ไม่ให้เป็นเจ้าภาพ",
            "Unit {0} has reported on indicator {1}, which it does not host under the new rules."),
        new("โปรดคงตัวชี้วัดและเจ้าภาพนี้ไว้", "Keep the indicator and its host."), "4602", new BilingualText("๓", "3"));

    /// <summary>A decision needs a reason.</summary>
    public static readonly FindingKind NoReason = new("KAL5106", Severity.Error,
        new("ยังไม่ได้ระบุเหตุผล หรือเหตุผลยาวเกิน {0} ตัวอักษร", "No reason is given, or it is longer than {0} characters."),
        new("โปรดระบุเหตุผลสั้น ๆ ในช่อง reason", "Give a short one as reason."), new BilingualText("๕๐๐", "500"));

    /// <summary>The plan runs a framework that is not there.</summary>
    public static readonly FindingKind NoFramework = new("KAL5107", Severity.Error,
        new("แผนนี้ใช้กรอบ “{0}” ซึ่งยังไม่มีในระบบ", "The plan runs the framework '{0}', which is not here yet."),
        new("โปรดส่งกรอบการประเมินก่อนแผน", "Send the framework before the plan."), "dla-2568");

    /// <summary>The round's id is not that of the award in another year.</summary>
    public static readonly FindingKind OtherYear = new("KAL5108", Severity.Error,
        new("“{0}” ไม่ใช่รหัสของ “{1}” ในปีอื่น", "'{0}' is not '{1}' in another year."),
        new("โปรดใช้รหัส “{1}” โดยเปลี่ยนเฉพาะปีท้ายรหัส", "Keep the id '{1}' and change only the year at its end."), "dla-70", "dla-2567");
}
