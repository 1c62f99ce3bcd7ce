namespace Kalasin.Evaluation.Scoring;

/// <summary>What decisions leave for somebody to look at.</summary>
internal static class RulingFindings
{
    public static readonly FindingKind DisagreementSettled = new("KAL4201", Severity.Information,
        new(
            "หน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน: {0} ใช้รายงานของ{1}ตามที่วินิจฉัย เหตุผล: {2}",
            "The joint hosts report different values: {0}. By a decision the return of {1} counts. Reason: {2}"),
        BilingualText.Empty,
        new BilingualText("กลุ่มงานกฎหมายฯ ๑ เรื่อง, ฝ่ายบริหารทั่วไป ๐ เรื่อง", "legal group 1 complaint, administration section 0 complaints"),
        new BilingualText("กลุ่มงานกฎหมายฯ", "the legal group"), "มีสำนวนการสอบสวน");

    public static readonly FindingKind AnswerToCountMissing = new("KAL4202", Severity.Warning,
        new(
            "วินิจฉัยให้ใช้รายงานของ{0} แต่ไม่มีรายงานของหน่วยงานนี้ที่นำมาคิดได้ คำวินิจฉัยจึงยังไม่มีผล",
            "By a decision the return of {0} counts, but there is none that could: the decision has no effect yet."),
        new("โปรดส่งรายงาน หรือวินิจฉัยใหม่", "Please report, or decide again."),
        new BilingualText("กลุ่มงานกฎหมายฯ", "the legal group"));

    public static readonly FindingKind AssessmentDiffers = new("KAL4203", Severity.Warning,
        new(
            "ผู้ประเมินให้ {0} คะแนน ต่างจากคะแนนที่คำนวณได้ {1} อยู่ {2} คะแนน คะแนนรวมใช้คะแนนที่คำนวณได้",
            "A person gives {0}; the computed score is {1}, a difference of {2}. The computed score stands in the total."),
        new("โปรดตรวจสอบหลักฐานร่วมกัน แล้วแก้รายงานหรือทบทวนการประเมิน", "Please look at the evidence together, then correct the return or the assessment."),
        new BilingualText("๒.๐๐", "2.00"), new BilingualText("๔.๕๐", "4.50"), new BilingualText("๒.๕๐", "2.50"));

    public static readonly FindingKind AssessmentOffScale = new("KAL4204", Severity.Warning,
        new("คะแนนที่ผู้ประเมินให้ ({0}) อยู่นอกช่วง ๐ ถึง {1} จึงไม่นำมาใช้", "The score that a person gave ({0}) is outside 0 to {1} and is not used."),
        new("โปรดประเมินใหม่ภายในช่วงคะแนน", "Please assess again within the scale."),
        new BilingualText("๖", "6"), new BilingualText("๕", "5"));
}
