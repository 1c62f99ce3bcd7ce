using Kalasin.Evaluation;

namespace Kalasin.Functions.Season;

/// <summary>What keeps mails to many units from being prepared: KAL7451–7460.</summary>
internal static class BatchFindings
{
    /// <summary>A unit has no address.</summary>
    public static readonly FindingKind NoAddress = new("KAL7451", Severity.Warning,
        new("{0}ยังไม่มีที่อยู่อีเมลในแผนของรอบ จึงไม่ได้เตรียมอีเมลให้", "{0} has no mail address in the round's plan; no mail was prepared for it."),
        new(
            "โปรดเพิ่มที่อยู่อีเมลของหน่วยงานในแผน หรือส่งลิงก์ของหน่วยงานด้วยวิธีอื่น",
            "Enter its address in the plan, or hand its link over in another way."),
        new BilingualText("ท้องถิ่นอำเภอยางตลาด", "Yang Talat District Office"));

    /// <summary>None of the units that were meant has an address.</summary>
    public static readonly FindingKind NobodyToWriteTo = new("KAL7452", Severity.Error,
        new("ไม่มีหน่วยงานที่ส่งอีเมลถึงได้", "There is no unit to write to."),
        new("โปรดเพิ่มที่อยู่อีเมลของหน่วยงานในแผนของรอบก่อน", "Enter the units' addresses in the round's plan first."));

    /// <summary>The office has no address.</summary>
    public static readonly FindingKind NoSender = new("KAL7453", Severity.Error,
        new("แผนของรอบยังไม่มีที่อยู่อีเมลของสำนักงาน จึงไม่มีผู้ส่ง", "The round's plan names no mail address of the office: there is no sender."),
        new("โปรดใส่ที่อยู่อีเมลของสำนักงานในแผนของรอบ", "Enter the office's address in the round's plan."));

    /// <summary>Results are announced before they are shown.</summary>
    public static readonly FindingKind ResultsNotShown = new("KAL7454", Severity.Error,
        new("ยังไม่ได้เปิดให้หน่วยงานดูผลเบื้องต้น", "Units can't see the provisional results yet."),
        new("โปรดเปิดให้ดูผลเบื้องต้นและกำหนดวันสุดท้ายที่โต้แย้งได้ก่อน", "Show the results first, with the last day for objections."));

    /// <summary>A mail that a round doesn't have.</summary>
    public static readonly FindingKind MailUnknown = new("KAL7455", Severity.Error,
        new("ไม่พบอีเมลนี้ในรอบ", "The round has no such mail."),
        new("โปรดเลือกจากรายการอีเมลของรอบ", "Choose one from the round's journal."));

    /// <summary>What is asked to be prepared is not understood.</summary>
    public static readonly FindingKind BatchUnclear = new("KAL7456", Severity.Error,
        new("ไม่ทราบว่าให้เตรียมอีเมลเรื่องใดถึงหน่วยงานใด", "It is not clear what mails to prepare, and to which units."),
        new(
            "โปรดระบุ for เป็น forms หรือ results และรหัสหน่วยงานตามแผนใน units หรือเว้นไว้หากส่งทุกหน่วยงาน",
            "Give `for` as forms or results, and codes of the plan's units in `units`, or leave them out for all."));
}
