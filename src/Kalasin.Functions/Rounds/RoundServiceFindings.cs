using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>Findings of the services around a round: KAL73xx.</summary>
internal static class RoundServiceFindings
{
    /// <summary>The log could not be appended to after several attempts.</summary>
    public static readonly FindingKind Busy = new("KAL7301", Severity.Error,
        new("ขณะนี้มีการนำส่งพร้อมกันจำนวนมาก ระบบยังบันทึกไม่ได้", "Too many deliveries at once; this could not be recorded yet."),
        new("โปรดส่งอีกครั้งในอีกสักครู่ ระบบจะไม่บันทึกซ้ำ", "Send again in a moment; nothing is recorded twice."));

    /// <summary>No such round.</summary>
    public static readonly FindingKind UnknownRound = new("KAL7302", Severity.Error,
        new("ไม่พบรอบการประเมิน {0}", "There is no round {0}."),
        new("โปรดเลือกจากรายการรอบการประเมิน", "Pick one from the list of rounds."), "46-dla-2599");
}
