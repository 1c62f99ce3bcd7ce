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

    /// <summary>The report was sent to the giver of the award.</summary>
    public static readonly FindingKind Dispatched = new("KAL5304", Severity.Error,
        new("สั่งส่งรายงานไปแล้ว จึงไม่เปลี่ยนแปลงการลงนามและการส่งอีก", "The report was ordered to be sent; nothing of its signature or dispatch changes any more."),
        new("โปรดดูสิ่งที่ต่างจากฉบับที่ส่ง และหารือกับหน่วยงานผู้รับหากต้องส่งเพิ่ม", "Look at what differs from it, and ask its recipient if more has to be sent."));

    /// <summary>The head has not approved the report.</summary>
    public static readonly FindingKind NotApproved = new("KAL5305", Severity.Error,
        new("หัวหน้าส่วนราชการยังไม่ได้เห็นชอบรายงาน", "The head has not approved the report."),
        new("โปรดเสนอรายงานให้หัวหน้าส่วนราชการพิจารณา และรอผลการพิจารณา", "Put it forward to the head, and wait for the decision."));

    /// <summary>Something has changed since the head approved the report.</summary>
    public static readonly FindingKind ApprovalStale = new("KAL5306", Severity.Error,
        new("หลังหัวหน้าส่วนราชการเห็นชอบ ข้อมูลเปลี่ยนไป: {0}", "Since the head approved the report there is something else: {0}."),
        new("โปรดเสนอรายงานฉบับที่จัดทำใหม่ให้พิจารณาอีกครั้ง", "Put the newly compiled report forward."),
        new BilingualText("รายงานตัวชี้วัดที่ ๓ ของท้องถิ่นอำเภอนามน ฉบับที่ ๒", "the return of Na Mon on indicator 3, version 2"));

    /// <summary>The letter has no number.</summary>
    public static readonly FindingKind NotNumbered = new("KAL5307", Severity.Error,
        new("หนังสือนำส่งยังไม่มีเลขที่และวันที่", "The covering letter has no number and date yet."),
        new("โปรดบันทึกเลขที่และวันที่ของหนังสือก่อนลงนาม", "Enter them before it is signed."));

    /// <summary>There is no signed copy of the letter with its number.</summary>
    public static readonly FindingKind NotSigned = new("KAL5308", Severity.Error,
        new("ยังไม่มีหนังสือนำส่งตามเลขที่และถ้อยคำปัจจุบันซึ่งลงนามแล้ว", "There is no signed copy of the covering letter with its present number and words."),
        new("โปรดแนบสำเนาที่ลงนามแล้ว", "Attach the signed copy."));

    /// <summary>What the letter leaves open was not chosen.</summary>
    public static readonly FindingKind NotChosen = new("KAL5309", Severity.Error,
        new("ยังไม่ได้เลือก: {0}", "Not chosen yet: {0}."),
        new("โปรดเลือกในหน้าของรอบ", "Choose it on the round's page."), new BilingualText("เลขที่หนังสือที่อ้างถึง", "number of the letter referred to"));

    /// <summary>An address at a free mail service was not confirmed.</summary>
    public static readonly FindingKind AddressNotConfirmed = new("KAL5310", Severity.Error,
        new("ที่อยู่อีเมลผู้รับ {0} เป็นบริการอีเมลฟรี และยังไม่มีผู้ยืนยัน", "The recipient's address {0} is at a free mail service, and nobody has confirmed it."),
        new("โปรดสอบถามหน่วยงานผู้รับแล้วบันทึกการยืนยัน", "Ask the recipient and confirm it."), "award@example.com");

    /// <summary>The rules have no such address.</summary>
    public static readonly FindingKind NoAddress = new("KAL5311", Severity.Error,
        new("กติกาของรอบไม่มีที่อยู่อีเมลนี้", "The round's rules have no such address."),
        new("โปรดเติมที่อยู่ในแผนก่อน", "Enter it in the plan first."));

    /// <summary>The mail is no part of the dispatch that was cut off or did not arrive.</summary>
    public static readonly FindingKind NotInterrupted = new("KAL5312", Severity.Error,
        new("อีเมล {0} ไม่ใช่การส่งรายงานที่หยุดกลางคันหรือส่งไม่ถึง", "The mail {0} is no dispatch that was cut off or did not arrive."),
        new("โปรดเลือกจากรายการที่รอการตรวจสอบ", "Pick one that waits to be settled."), "dispatch-1");

    /// <summary>The report has not left.</summary>
    public static readonly FindingKind NotDispatched = new("KAL5313", Severity.Error,
        new("รายงานยังไม่ได้ส่งออก จึงยังบันทึกการตอบรับไม่ได้", "The report has not left, so nobody can have it yet."),
        new("โปรดส่งรายงาน หรือตรวจสอบการส่งที่หยุดกลางคันก่อน", "Send it first, or settle what was cut off."));

    /// <summary>There is no dispatch to call off.</summary>
    public static readonly FindingKind NotOrdered = new("KAL5314", Severity.Error,
        new("ยังไม่ได้สั่งส่งรายงาน จึงไม่มีการส่งให้ยกเลิก", "The report was not ordered to be sent; there is nothing to call off."),
        new("โปรดดูขั้นตอนปัจจุบันที่หน้าการลงนามและการส่ง", "See where it stands on the page of signature and dispatch."));

    /// <summary>Something of the dispatch has left, or may have.</summary>
    public static readonly FindingKind DispatchLeft = new("KAL5315", Severity.Error,
        new("อีเมล {0} ส่งออกแล้ว กำลังส่ง หรือยังไม่ทราบว่าส่งแล้วหรือไม่ จึงยกเลิกการส่งรายงานไม่ได้", "The mail {0} has left, is leaving, or may have left; the dispatch can't be called off."),
        new("โปรดรอผลการส่ง หรือตรวจสอบอีเมลที่หยุดกลางคันก่อน", "Wait for what becomes of it, or settle what was cut off first."), "dispatch-1");

    /// <summary>No code of a current return stands in the copy.</summary>
    public static readonly FindingKind NothingSigned = new("KAL5316", Severity.Error,
        new("ไม่พบรหัสแบบรายงานฉบับที่นับอยู่ของหน่วยงานในสำเนานี้", "No code of a return of the unit that counts stands in this copy."),
        new("โปรดพิมพ์แบบรายงานฉบับปัจจุบัน ลงนาม แล้วสแกนให้เห็นคิวอาร์โค้ด", "Print the return as it is now, have it signed, and scan it with its code in sight."));
}
