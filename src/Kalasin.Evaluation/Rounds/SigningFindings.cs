namespace Kalasin.Evaluation.Rounds;

/// <summary>Why the report can't be put forward, approved, signed or dispatched: KAL5301–5399.</summary>
internal static class SigningFindings
{
    /// <summary>The report that is named is not the one compiled last, or not the one put forward.</summary>
    public static readonly FindingKind OtherReport = new("KAL5301", Severity.Error,
        new("รายงานที่ระบุไม่ใช่ฉบับเสนอที่จัดทำหรือเสนอไว้ล่าสุด", "The report is not the official edition that was compiled or put forward last."),
        new("โปรดเปิดดูฉบับเสนอล่าสุดแล้วสั่งใหม่", "Look at the latest official edition and decide again."));

    /// <summary>Something has changed since the report was compiled.</summary>
    public static readonly FindingKind ReportOutdated = new("KAL5302", Severity.Error,
        new("ข้อมูลเปลี่ยนไปหลังจัดทำรายงานฉบับนี้: {0}", "Since this report was compiled there is something else: {0}."),
        new("โปรดรอระบบจัดทำรายงานฉบับใหม่ แล้วดำเนินการกับฉบับนั้น", "Wait until it is compiled again, and go on with that one."),
        new BilingualText("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน ฉบับที่ ๒", "the return of Na Mon on indicator 3, version 2"));

    /// <summary>Nobody has put the report forward.</summary>
    public static readonly FindingKind NotRequested = new("KAL5303", Severity.Error,
        new("ยังไม่มีผู้เสนอรายงานให้พิจารณา", "The report was not put forward."),
        new("โปรดให้ผู้ประสานงานเสนอรายงานก่อน", "Let the coordinator put it forward first."));
}
