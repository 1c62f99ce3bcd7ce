using System.Collections.Frozen;

namespace Kalasin.Evaluation.Intake;

/// <summary>KAL2060–KAL2099: rows that are kept and not counted, said when they arrive.</summary>
internal static class CountFindings
{
    public static readonly FindingKind OutsidePeriod = new("KAL2060", Severity.Warning,
        new("“{0}” อยู่นอกช่วงที่ประเมิน ({1} ถึง {2}) แถวนี้จึงเก็บไว้แต่ไม่นับ",
            "“{0}” is outside the period ({1} to {2}); the row is kept and not counted."),
        new("โปรดตรวจสอบวันที่", "Check the date."), new BilingualText("วันที่", "Date"),
        new BilingualText("๑ ต.ค. ๖๖", "1 Oct 2023"), new BilingualText("๓๑ พ.ค. ๖๗", "31 May 2024"));

    public static readonly FindingKind Undated = new("KAL2061", Severity.Warning,
        new("ยังไม่ได้ระบุ “{0}” แถวนี้จึงเก็บไว้แต่ไม่นับ", "“{0}” is blank; the row is kept and not counted."),
        new("โปรดกรอกวันที่", "Enter the date."), new BilingualText("วันที่มีมติ", "Resolved on"));

    public static readonly FindingKind AfterEvaluation = new("KAL2064", Severity.Warning,
        new(
            "แถวนี้เกิดขึ้นหลังวันที่ประเมิน ({0}) จึงเก็บไว้แต่ไม่นับ",
            "The row reports what came after the evaluation date ({0}); it is kept and not counted."),
        new("โปรดตรวจสอบวันที่", "Check the date."), new BilingualText("๑๕ พ.ค. ๖๗", "15 May 2024"));

    public static readonly FindingKind NotMeasured = new("KAL2062", Severity.Information,
        new("แถวนี้ไม่เข้าเงื่อนไขที่ตัวชี้วัดนับ ({0})", "The row is not among those that the indicator counts ({0})."),
        BilingualText.Empty, new BilingualText("สถานะเป็น “ไม่มีมูล”", "Status is “Not found true”"));

    public static readonly FindingKind NotCounted = new("KAL2063", Severity.Information,
        new("ตัวชี้วัดที่ {0} รับไว้ {1} แถว ในจำนวนนี้ไม่นับ {2} แถว: {3}", "Indicator {0}: rows kept {1}, not counted {2}: {3}."),
        BilingualText.Empty, new BilingualText("๓", "3"),
        ThaiNumerals.Number(12), ThaiNumerals.Number(3), new BilingualText("รอแก้ไข ๑, นอกช่วงที่ประเมิน ๒", "1 to correct, 2 outside the period"));

    private static readonly FrozenSet<string> ToBeChecked =
        new[] { OutsidePeriod, Undated, AfterEvaluation }.Select(k => k.Code).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Rows that a delivery's findings say are kept and not counted, and that their sender may put right.</summary>
    public static int RowsOf(IEnumerable<Finding> findings) => findings.Where(f => ToBeChecked.Contains(f.Code)).Sum(f => f.Place.Count ?? 1);
}
