using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>What can be wrong with the words of a request, its query and headers: KAL72xx.</summary>
internal static class QueryFindings
{
    public static readonly FindingKind KeyTooLong = new("KAL7201", Severity.Error,
        new("Idempotency-Key ยาวเกิน {0} ตัวอักษร", "The Idempotency-Key is longer than {0} characters."),
        new("โปรดใช้รหัสที่สั้นลง เช่น UUID", "Use a shorter one, such as a UUID."), new BilingualText("๒๐๐", "200"));

    public static readonly FindingKind PageUnknown = new("KAL7202", Severity.Error,
        new("ไม่พบหน้ารายการตามรหัสที่ส่งมา", "The token names no page of the list."),
        new("โปรดเริ่มจากหน้าแรก โดยไม่ระบุ next", "Start from the first page, without next."));

    public static readonly FindingKind FormatUnknown = new("KAL7203", Severity.Error,
        new("ไม่มีรูปแบบ “{0}” ที่นี่ มี {1}", "There is no format '{0}' here; there are {1}."),
        new("โปรดเลือกจากรูปแบบที่มี", "Choose one of them."), "odt", "docx, pdf");

    public static readonly FindingKind TimeUnknown = new("KAL7204", Severity.Error,
        new("อ่านวันหรือเวลาในช่อง {0} ไม่ได้", "The day or time in {0} can't be read."),
        new("โปรดใช้รูปแบบ 2024-05-15 หรือ 2024-05-15T16:30:00+07:00", "Write 2024-05-15 or 2024-05-15T16:30:00+07:00."), "asOf");

    public static readonly FindingKind EntrantUnknown = new("KAL7205", Severity.Error,
        new("กรอบนี้มีผู้รับการประเมินหลายราย หรือไม่พบรายที่ระบุ", "There are several entrants, or not the one that was named."),
        new("โปรดระบุ entrant หนึ่งรายการจาก {0}", "Name one entrant of {0}."), "4601, 4602");

    public static readonly FindingKind EditionUnknown = new("KAL7206", Severity.Error,
        new("ไม่มีฉบับนี้ มีฉบับเสนอ (official) และฉบับตรวจทานภายใน (internal)", "There is no such edition; there are official and internal."),
        new("โปรดเลือกฉบับใดฉบับหนึ่ง", "Choose one of them."));

    public static readonly FindingKind RulesUnknown = new("KAL7207", Severity.Error,
        new("ไม่พบกรอบการประเมิน “{0}” หรือจังหวัดหรือแผน “{1}”", "There is no framework '{0}', or no province or plan '{1}'."),
        new(
            "โปรดเลือกกรอบจาก /api/frameworks และระบุรหัสจังหวัดสองหลัก",
            "Pick a framework from /api/frameworks and give a two-digit province code."),
        "dla-2599", "99");

    public static readonly FindingKind TickClosed = new("KAL7208", Severity.Error,
        new("การสั่งงานตามกำหนดเวลาด้วยมือยังปิดอยู่ เพราะยังไม่ได้ตั้งกุญแจ", "Ticks by hand are closed, because no key is set."),
        new(
            "โปรดตั้ง KALASIN_TICK_KEY ในการตั้งค่าของแอป แล้วส่งกุญแจนั้นในส่วนหัว X-Kalasin-Tick-Key",
            "Set KALASIN_TICK_KEY in the app's settings and send it in the header X-Kalasin-Tick-Key."));

    public static readonly FindingKind TickKeyWrong = new("KAL7209", Severity.Error,
        new("กุญแจในส่วนหัว X-Kalasin-Tick-Key ไม่มีหรือไม่ตรง", "The key in the header X-Kalasin-Tick-Key is missing or not the right one."),
        new("โปรดใช้กุญแจที่ตั้งไว้ใน KALASIN_TICK_KEY", "Use the key that is set in KALASIN_TICK_KEY."));

    public static readonly FindingKind SeveralEntrants = new("KAL7210", Severity.Error,
        new("ไฟล์เป็นของผู้รับการประเมินหลายราย ({0}) แต่เอกสารหนึ่งฉบับเป็นของรายเดียว", "The files are of several entrants ({0}); a document is of one."),
        new("โปรดส่งไฟล์ทีละราย หรือใช้ format=json", "Send the files of one at a time, or ask for format=json."), "4601, 4602");

    public static readonly FindingKind NothingCame = new("KAL7211", Severity.Error,
        new("รอบนี้ยังไม่ได้รับรายงานใด", "Nothing has come in this round yet."),
        new("โปรดเลือกเวลาหลังการนำส่งครั้งแรก", "Ask again after the first delivery."));

    public static readonly FindingKind TooManyToBind = new("KAL7212", Severity.Error,
        new("มีเอกสาร {0} ฉบับ รวมเป็นเล่มเดียวได้ไม่เกิน {1} ฉบับ และตารางรวมไม่เกิน {2} แถว", "{0:document is|documents are} asked for; a volume holds at most {1}, with {2:row|rows} of tables."),
        new("โปรดใช้ format=zip ซึ่งไม่จำกัดจำนวน", "Ask for format=zip, which has no such bound."),
        ThaiNumerals.Number(812), ThaiNumerals.Number(500), ThaiNumerals.Number(20_000));

    public static readonly FindingKind WhatIfUnclear = new("KAL7213", Severity.Error,
        new("อ่านสิ่งที่จะลองเปลี่ยนไม่ได้ ต้องเป็น JSON มี changes เป็นรายการ แต่ละรายการมี indicator", "The changes can't be read: JSON with a list changes, each with an indicator, is asked for."),
        new("โปรดส่งตามตัวอย่างใน /api/docs", "Please send it as the example in /api/docs does."));

    public static readonly FindingKind NothingAsked = new("KAL7220", Severity.Error,
        new("{0}ไม่ต้องรายงานสิ่งที่ขอ ตัวชี้วัดที่กรรมการให้คะแนนไม่มีแบบของหน่วยงาน", "{0} is not asked to report that; what judges score has no form of a unit's."),
        new("โปรดใช้ใบให้คะแนนของกรรมการ หรือขอแบบของตัวชี้วัดที่หน่วยงานต้องรายงาน", "Use the judges' sheets, or ask for the form of what the unit reports on."), new BilingualText("ท้องถิ่นอำเภอนามน", "Na Mon District Office"));

    /// <summary>A word of a request as an answer may repeat it.</summary>
    public static string Shown(string text) => ThaiText.Cut(text, 40);

    public static readonly FindingKind JudgesUnknown = new("KAL7219", Severity.Error,
        new("จำนวนกรรมการ “{0}” ไม่ใช่จำนวนเต็มตั้งแต่ ๑ ถึง {1}", "“{0}” judges are not a whole number from 1 to {1}."),
        new("โปรดระบุจำนวนกรรมการ", "Say how many judges there are."), "0", new BilingualText("๑๒", "12"));
}
