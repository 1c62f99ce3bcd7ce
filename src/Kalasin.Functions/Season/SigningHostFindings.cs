using Kalasin.Evaluation;

namespace Kalasin.Functions.Season;

/// <summary>What keeps papers from being composed, signed copies from being taken, and the report from being sent: KAL7461–7499.</summary>
internal static class SigningHostFindings
{
    /// <summary>There is no such paper.</summary>
    public static readonly FindingKind PaperUnknown = new("KAL7461", Severity.Error,
        new("ไม่มีเอกสาร “{0}” ที่นี่ มี {1}", "There is no paper '{0}' here; there are {1}."),
        new("โปรดเลือกจากเอกสารที่มี", "Choose one of them."), "invoice", "letter, signature-page");

    /// <summary>No official report is compiled.</summary>
    public static readonly FindingKind NoReport = new("KAL7462", Severity.Error,
        new("ยังไม่ได้จัดทำรายงานฉบับเสนอ จึงยังไม่มีเอกสารนี้", "The official report is not compiled yet, and this paper comes after it."),
        new("ระบบจัดทำให้หลังปิดรับรายงาน โปรดเปิดดูใหม่ภายหลัง", "It is compiled after the internal deadline; look again then."));

    /// <summary>A memo to a unit names none.</summary>
    public static readonly FindingKind NoUnit = new("KAL7463", Severity.Error,
        new("บันทึกข้อความถึงหน่วยงานต้องระบุหน่วยงาน", "A memo to a unit has to name one."),
        new("โปรดระบุรหัสหน่วยงานตามแผนใน unit", "Give a code of the plan's units in unit."));

    /// <summary>A unit owes nothing.</summary>
    public static readonly FindingKind NothingOwed = new("KAL7464", Severity.Error,
        new("{0}ไม่มีรายการค้างส่ง จึงไม่มีบันทึกข้อความทวงถาม", "{0} owes nothing; there is no memo to write."),
        new("โปรดเลือกหน่วยงานที่ยังมีรายการค้างส่ง", "Choose a unit that still owes something."), new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon District Office"));

    /// <summary>More or fewer than one file came.</summary>
    public static readonly FindingKind NotOneFile = new("KAL7465", Severity.Error,
        new("สำเนาที่ลงนามแล้วต้องเป็นไฟล์ PDF ไฟล์เดียว", "A signed copy is one PDF file."),
        new("โปรดรวมทุกหน้าไว้ในไฟล์เดียว แล้วส่งใหม่", "Put all pages into one file and send it again."));

    /// <summary>The file is no PDF that can be read in time.</summary>
    public static readonly FindingKind CopyUnreadable = new("KAL7466", Severity.Error,
        new("อ่านไฟล์นี้เป็น PDF ไม่ได้ภายในเวลาที่กำหนด", "The file can't be read as a PDF in the time there is."),
        new("โปรดสแกนเป็น PDF ใหม่ หรือบันทึกจากโปรแกรมอื่น แล้วส่งอีกครั้ง", "Scan it anew, or save it from another program, and send it again."));

    /// <summary>Its code is of another paper.</summary>
    public static readonly FindingKind OtherPaper = new("KAL7467", Severity.Error,
        new(
            "คิวอาร์โค้ดในไฟล์ ({0}) เป็นของเอกสารอื่น รอบอื่น หรือเลขที่เดิมที่ยกเลิกแล้ว",
            "The QR code in the file ({0}) is of another paper, of another round, or of a number that was replaced."),
        new("โปรดพิมพ์เอกสารฉบับปัจจุบัน ลงนาม แล้วสแกนส่ง", "Print the paper as it is now, have it signed, and send its scan."),
        "kalasin:46-dla-2567:letter:12:0123456789abcdef");

    /// <summary>It has no code of ours.</summary>
    public static readonly FindingKind NoCode = new("KAL7468", Severity.Error,
        new("ไม่พบคิวอาร์โค้ดของเอกสารในไฟล์ จึงไม่ทราบว่าเป็นเอกสารใด", "No QR code of a paper was found in the file, so nothing says which one it is."),
        new(
            "โปรดสแกนให้เห็นคิวอาร์โค้ดทั้งดวง หรือระบุเหตุผลที่ทราบว่าเป็นเอกสารนี้ (ไม่เกิน ๕๐๐ ตัวอักษร)",
            "Scan it with the whole code in sight, or say how you know that it is this paper (at most 500 characters)."));

    /// <summary>A certificate signature is broken.</summary>
    public static readonly FindingKind SignatureBroken = new("KAL7469", Severity.Error,
        new("ลายมือชื่ออิเล็กทรอนิกส์ที่ {0} ใช้ไม่ได้: ไฟล์ถูกแก้ไขหลังลงนาม หรือลายมือชื่อไม่ใช่ของไฟล์นี้", "Signature {0} is broken: the file was changed after it, or it is of another file."),
        new("โปรดขอไฟล์ที่ลงนามแล้วจากผู้ลงนามโดยตรง และอย่าบันทึกซ้ำด้วยโปรแกรมอื่น", "Ask the signer for the file as it was signed, and don't save it anew."),
        new BilingualText("๑", "1"));

    /// <summary>A certificate signature rests on an algorithm that proves nothing.</summary>
    public static readonly FindingKind SignatureWeak = new("KAL7470", Severity.Warning,
        new("ลายมือชื่ออิเล็กทรอนิกส์ที่ {0} ใช้วิธีที่ล้าสมัย (MD5 หรือ SHA-1) ซึ่งยืนยันสิ่งใดไม่ได้", "Signature {0} uses an algorithm that proves nothing any more (MD5 or SHA-1)."),
        new("โปรดลงนามใหม่ด้วยโปรแกรมที่ใช้ SHA-256 หากผู้รับต้องการ", "Sign it again with SHA-256 if its recipient asks."), new BilingualText("๑", "1"));

    /// <summary>Something stands in the file that no signature covers.</summary>
    public static readonly FindingKind SignatureNotWhole = new("KAL7471", Severity.Warning,
        new("ไม่มีลายมือชื่ออิเล็กทรอนิกส์ใดครอบคลุมทั้งไฟล์: มีการเพิ่มเนื้อหาหลังลงนาม", "No signature covers the whole file: something was added after signing."),
        new("โปรดเปิดดูว่าสิ่งที่เพิ่มเป็นไปตามที่ผู้ลงนามเห็นชอบ", "Look at what was added, and whether the signer means it."));

    /// <summary>A certificate signature is in a form that is not checked.</summary>
    public static readonly FindingKind SignatureUnchecked = new("KAL7472", Severity.Warning,
        new("ระบบตรวจลายมือชื่ออิเล็กทรอนิกส์ที่ {0} ไม่ได้ เพราะอยู่ในรูปแบบที่ไม่รู้จัก", "Signature {0} could not be checked: its form is not known here."),
        new("โปรดตรวจด้วยโปรแกรมอ่าน PDF ก่อนส่ง", "Check it in a PDF reader before it is sent."), new BilingualText("๑", "1"));

    /// <summary>The certificate is not one that is valid and trusted here.</summary>
    public static readonly FindingKind CertificateDoubtful = new("KAL7473", Severity.Warning,
        new("ใบรับรองของลายมือชื่ออิเล็กทรอนิกส์ที่ {0} หมดอายุ หรือผู้ออกไม่อยู่ในรายการที่เครื่องนี้เชื่อถือ", "The certificate of signature {0} was not valid then, or its issuer is not trusted on this machine."),
        new("โปรดตรวจผู้ออกใบรับรองและวันหมดอายุก่อนส่ง", "Look at its issuer and dates before it is sent."), new BilingualText("๑", "1"));

    /// <summary>Pictures were not looked at.</summary>
    public static readonly FindingKind PicturesUnread = new("KAL7474", Severity.Information,
        new("มีภาพ {0} ภาพในไฟล์ที่ระบบอ่านไม่ได้ จึงไม่ได้หาคิวอาร์โค้ดในภาพเหล่านั้น", "{0:picture in the file could not be read and was|pictures in the file could not be read and were} not searched for codes."),
        new("ไม่ต้องดำเนินการ หากเอกสารครบถ้วนเมื่อเปิดดู", "Nothing is left to do where the paper is whole when you look at it."), new BilingualText("๒", "2"));

    /// <summary>A signed copy that the round doesn't have.</summary>
    public static readonly FindingKind CopyUnknown = new("KAL7475", Severity.Error,
        new("ไม่พบสำเนาที่ลงนามแล้วตามเลขที่นี้ในรอบ", "The round has no signed copy of that number."),
        new("โปรดเลือกจากหน้าการลงนามและการส่ง", "Choose one from the page of signing and dispatch."));

    /// <summary>One file alone is more than a mail can carry.</summary>
    public static readonly FindingKind TooLargeToSend = new("KAL7476", Severity.Error,
        new("ไฟล์ “{0}” ใหญ่เกินกว่าจะส่งทางอีเมลได้ (ไม่เกิน {1} MB ต่อฉบับ)", "The file '{0}' is more than a mail can carry ({1} MB)."),
        new(
            "โปรดตกลงวิธีส่งอื่นกับผู้รับ หรือสแกนด้วยความละเอียดต่ำลงแล้วแนบใหม่",
            "Agree on another way with its recipient, or scan it at a lower resolution and attach it again."),
        "หนังสือนำส่ง.pdf", new BilingualText("๒๐", "20"));

    /// <summary>There is nobody to send it from. To whom it goes, every framework names.</summary>
    public static readonly FindingKind NoWay = new("KAL7477", Severity.Error,
        new("แผนของรอบยังไม่มีที่อยู่อีเมลของสำนักงาน จึงส่งรายงานทางอีเมลไม่ได้", "The round's plan names no mail address of the office, so the report can't be mailed."),
        new("โปรดใส่ที่อยู่อีเมลของสำนักงานในหน้าที่อยู่และผู้ลงนาม", "Enter the office's address on the page of addresses and signatories."));

    /// <summary>The form was filled in from an older revision of the plan.</summary>
    public static readonly FindingKind PlanMoved = new("KAL7478", Severity.Error,
        new("มีผู้แก้ไขแผนฉบับใหม่กว่าที่แสดงไว้ในแบบนี้", "Somebody has published a newer plan than the one this form shows."),
        new("โปรดเปิดหน้านี้ใหม่ ตรวจดู แล้วบันทึกอีกครั้ง", "Open the page again, look, and save again."));

    /// <summary>Something of what would be sent has changed since it was looked at.</summary>
    public static readonly FindingKind OtherThanSeen = new("KAL7479", Severity.Error,
        new("สิ่งที่จะส่งเปลี่ยนไปจากที่แสดงไว้เมื่อเปิดดู", "What would be sent is no longer what was shown."),
        new("โปรดตรวจสิ่งที่จะส่งอีกครั้ง แล้วสั่งส่ง", "Look at what would be sent again, then send it."));

    /// <summary>There is no such use of a file of the office's own.</summary>
    public static readonly FindingKind OfficeFileUnknown = new("KAL7480", Severity.Error,
        new("ไม่รู้จักไฟล์ของสำนักงานชนิด “{0}” มี {1}", "No use of an office's file is called “{0}”; there are {1}."),
        new("โปรดเลือกจากรายการนี้", "Pick one of these."), "logo", "emblem, form");

    // KAL7481 said that one office's file is taken at a time; uploads say so themselves (KAL1903, KAL1906).

    /// <summary>The office gave the round no such file.</summary>
    public static readonly FindingKind NoOfficeFile = new("KAL7482", Severity.Error,
        new("สำนักงานยังไม่ได้นำไฟล์นี้เข้าในรอบการประเมิน", "The office has given the round no such file."),
        new("โปรดส่งไฟล์ในหน้าการลงนามและการส่งก่อน", "Give it first, on the page of signature and dispatch."));

    /// <summary>The letter has a number already and stays as it was then.</summary>
    public static readonly FindingKind LetterKeepsItsLook = new("KAL7483", Severity.Information,
        new("หนังสือนำส่งที่ออกเลขแล้วยังเป็นแบบเดิม ไฟล์ใหม่ใช้กับหนังสือที่ออกเลขใหม่", "The covering letter that has its number stays as it was; the new file is for one that is numbered anew."),
        BilingualText.Empty);

    /// <summary>No signed copy of the return has come.</summary>
    public static readonly FindingKind NoSignedReturn = new("KAL7484", Severity.Error,
        new("ยังไม่ได้รับสำเนาที่ลงนามแล้วของแบบรายงานนี้", "No signed copy of this return has come."),
        new("โปรดพิมพ์แบบรายงาน ลงนาม สแกน แล้วแนบทางหน้าของหน่วยงาน", "Print the return, have it signed, scan it, and attach it on the unit's page."));

    /// <summary>A page was scanned too coarsely.</summary>
    public static readonly FindingKind CoarseScan = new("KAL7485", Severity.Warning,
        new("หน้า {0} สแกนด้วยความละเอียด {1} จุดต่อนิ้ว ต่ำกว่า ๑๕๐", "Page {0} was scanned with {1:dot|dots} an inch, fewer than 150."),
        new("โปรดเปิดดูว่าอ่านลายมือชื่อได้ หากไม่ชัด สแกนใหม่ที่ ๑๕๐ ถึง ๓๐๐ จุดต่อนิ้ว", "Look whether the signature can be read; if not, scan it again with 150 to 300."),
        new BilingualText("๓", "3"), new BilingualText("๑๐๐", "100"));

    /// <summary>A page's picture can't be read.</summary>
    public static readonly FindingKind PageUnread = new("KAL7486", Severity.Error,
        new(
            "อ่านภาพของหน้า {0} ไม่ได้ จึงไม่ทราบว่าเป็นของแบบรายงานใด และไม่ได้เก็บหน้านี้กับหน้าที่ตามมาจนถึงคิวอาร์โค้ดถัดไป",
            "The picture of page {0} can't be read, so that nothing says whose it is; it and the pages up to the next code were not kept."),
        new("โปรดสแกนหน้านั้นใหม่เป็น PDF แบบสีหรือเฉดเทา (JPEG)", "Scan these pages again as a PDF in colour or grey (JPEG)."), new BilingualText("๔", "4"));

    /// <summary>A page has codes of two papers.</summary>
    public static readonly FindingKind TwoCodes = new("KAL7487", Severity.Error,
        new(
            "หน้า {0} มีคิวอาร์โค้ดของเอกสารมากกว่าหนึ่งฉบับ ({1}) จึงไม่ได้เก็บหน้านี้กับหน้าที่ตามมาจนถึงคิวอาร์โค้ดถัดไป",
            "Page {0} has the codes of more than one paper ({1}); it and the pages up to the next code were not kept."),
        new("โปรดแยกกระดาษที่ซ้อนกัน แล้วสแกนหน้านั้นใหม่", "Part the sheets that lie over each other and scan these pages again."),
        new BilingualText("๕", "5"), "kalasin:46-dla-2567:return-4602-3:1:0123456789abcdef, kalasin:46-dla-2567:return-4602-4:1:0123456789abcdef");

    /// <summary>A page has a code of the round that is none of a return that counts.</summary>
    public static readonly FindingKind OtherCode = new("KAL7488", Severity.Error,
        new(
            "คิวอาร์โค้ดหน้า {0} ({1}) ไม่ใช่ของแบบรายงานฉบับปัจจุบัน จึงไม่ได้เก็บหน้านี้กับหน้าที่ตามมาจนถึงคิวอาร์โค้ดถัดไป",
            "The code on page {0} ({1}) is none of a return as it is now; it and the pages up to the next code were not kept."),
        new("โปรดพิมพ์แบบรายงานฉบับปัจจุบัน ลงนาม แล้วสแกนส่ง", "Print the return as it is now, have it signed, and send its scan."),
        new BilingualText("๖", "6"), "kalasin:46-dla-2567:return-4602-3:1:0123456789abcdef");

    /// <summary>A page has a code of another round.</summary>
    public static readonly FindingKind OtherRound = new("KAL7489", Severity.Error,
        new(
            "คิวอาร์โค้ดหน้า {0} ({1}) เป็นของรอบอื่น จึงไม่ได้เก็บหน้านี้กับหน้าที่ตามมาจนถึงคิวอาร์โค้ดถัดไป",
            "The code on page {0} ({1}) is of another round; it and the pages up to the next code were not kept."),
        new("โปรดแนบหน้านั้นในรอบที่ระบุในคิวอาร์โค้ด", "Attach these pages in the round that the code names."),
        new BilingualText("๗", "7"), "kalasin:46-dla-2566:return-4602-3:1:0123456789abcdef");

    /// <summary>Pages that no first page stands before.</summary>
    public static readonly FindingKind PagesOfNobody = new("KAL7490", Severity.Error,
        new(
            "หน้า {0} ไม่มีคิวอาร์โค้ดและไม่ต่อจากหน้าแรกของแบบรายงานใด จึงไม่ได้เก็บ",
            "Without a code, and after the first page of no return, not kept: page {0}."),
        new("โปรดหาหน้าแรกของแบบรายงานนั้น แล้วสแกนทั้งฉบับเรียงตามหน้า", "Find the first page of that return and scan the whole of it in order."), new BilingualText("๑–๒", "1–2"));

    /// <summary>A return's code was seen once instead of twice.</summary>
    public static readonly FindingKind CodeOnce = new("KAL7491", Severity.Warning,
        new(
            "พบคิวอาร์โค้ดของ{0} เพียงหน้าเดียว (หน้า {1}) แบบรายงานมีคิวอาร์โค้ดทั้งหน้าแรกและหน้าสุดท้าย",
            "The code of {0} was found on one page only (page {1}); a return has it on its first and on its last page."),
        new("โปรดเปิดดูว่าหน้าแรกและหน้าสุดท้ายอยู่ครบ และไม่มีหน้าของฉบับอื่นปนอยู่", "Look whether first and last page are there, and no page of another return."),
        new BilingualText("ตัวชี้วัดที่ ๓ ของหน่วยงาน 4602", "indicator 3 of unit 4602"), new BilingualText("๑–๒", "1–2"));

    /// <summary>A return is in the stack twice.</summary>
    public static readonly FindingKind ReturnTwice = new("KAL7492", Severity.Warning,
        new("{0} อยู่ในไฟล์สองชุด (หน้า {1} และ {2}) เก็บชุดหลัง", "There are two copies of {0} in the file (pages {1} and {2}); the later was kept."),
        new("โปรดตรวจว่าชุดที่เก็บคือชุดที่ลงนามครบ", "Check that the one that was kept is signed in full."),
        new BilingualText("ตัวชี้วัดที่ ๓ ของหน่วยงาน 4602", "indicator 3 of unit 4602"), new BilingualText("๑–๓", "1–3"), new BilingualText("๗–๙", "7–9"));

    /// <summary>Signed returns were attached.</summary>
    public static readonly FindingKind ReturnsAttached = new("KAL7493", Severity.Information,
        new("แนบแบบรายงานที่ลงนามแล้ว {0} ฉบับ: {1}", "{0:signed return|signed returns} attached: {1}"), BilingualText.Empty,
        new BilingualText("๒", "2"), new BilingualText("4602 ตัวชี้วัดที่ ๓ (หน้า ๑–๓), 4603 ตัวชี้วัดที่ ๔ (หน้า ๔–๖)", "4602 indicator 3 (pages 1–3), 4603 indicator 4 (pages 4–6)"));
}
