namespace Kalasin.Evaluation.Intake;

/// <summary>KAL2xxx: forms and cell values.</summary>
internal static class FormFindings
{
    public static readonly FindingKind CoveredCell = new("KAL2001", Severity.Warning,
        new("มีข้อมูลซ่อนอยู่ใต้ช่องที่ผสานไว้ จึงไม่ได้อ่าน ใช้เฉพาะค่าที่มองเห็น", "Data lies hidden under a merged cell and was not read; only what can be seen counts."),
        new("โปรดยกเลิกการผสานช่องแล้วตรวจสอบ", "Unmerge the cells and check."));
}
