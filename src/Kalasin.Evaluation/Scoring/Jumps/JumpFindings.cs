namespace Kalasin.Evaluation.Scoring.Jumps;

/// <summary>Figures that are far from others: they may be true, and somebody should say why.</summary>
internal static class JumpFindings
{
    private static readonly BilingualText Ask = new(
        "โปรดตรวจสอบ หากถูกต้องแล้วโปรดให้เหตุผล หากไม่ใช่โปรดส่งรายงานที่แก้ไข", "Please check: say why if it is right, or send a corrected return.");

    public static readonly FindingKind FromLastYear = new("KAL4301", Severity.Warning,
        new("{0} {1} ปีนี้ {2} ปีก่อน {3} ต่างกันมาก", "{0}, {1}: {2} this year and {3} the year before, which is far apart."),
        Ask,
        new BilingualText("นามน", "Na Mon"), new BilingualText("ตัวชี้วัดที่ ๓", "indicator 3"),
        new BilingualText("๔๐ กิจกรรม", "40 activities"), new BilingualText("๘ กิจกรรม", "8 activities"));

    public static readonly FindingKind FromPeers = new("KAL4302", Severity.Warning,
        new(
            "{0} {1} รายงาน {2} ขณะที่หน่วยงานประเภทเดียวกันอีก {5} แห่งโดยทั่วไปอยู่ระหว่าง {3} ถึง {4}",
            "{0}, {1}: {2}, while {5:other unit of the same kind usually lies|other units of the same kind usually lie} between {3} and {4}."),
        Ask,
        new BilingualText("นามน", "Na Mon"), new BilingualText("ตัวชี้วัดที่ ๓", "indicator 3"), new BilingualText("๔๐ กิจกรรม", "40 activities"),
        new BilingualText("๐ กิจกรรม", "0 activities"), new BilingualText("๒๑ กิจกรรม", "21 activities"), new BilingualText("๑๗", "17"));

    public static readonly FindingKind Explained = new("KAL4303", Severity.Information,
        new("{0} เหตุผล: {1}", "{0} Reason: {1}"),
        BilingualText.Empty,
        new BilingualText(
            "นามน ตัวชี้วัดที่ ๓ ปีนี้ ๔๐ กิจกรรม ปีก่อน ๘ กิจกรรม ต่างกันมาก",
            "Na Mon, indicator 3: 40 activities this year and 8 activities the year before, which is far apart."),
        new BilingualText("มีโครงการใหม่ของทุกตำบล", "มีโครงการใหม่ของทุกตำบล"));
}
