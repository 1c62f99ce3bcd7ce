using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>What can be wrong with an upload as it travels, before anybody looks into a file: KAL1901–1950.</summary>
internal static class TransportFindings
{
    public static readonly FindingKind RequestTooLarge = new("KAL1901", Severity.Error,
        new("สิ่งที่ส่งมาครั้งนี้มีขนาดรวมเกิน {0} เมกะไบต์ จึงยังไม่ได้รับไว้", "What was sent at once is larger than {0} MB in all; nothing of it was kept."),
        new("โปรดแบ่งส่งหลายครั้ง", "Send it in several parts."), new BilingualText("๑๐๐", "100"));

    public static readonly FindingKind FileTooLarge = new("KAL1902", Severity.Error,
        new("ไฟล์นี้มีขนาดเกิน {0} เมกะไบต์ จึงยังไม่ได้รับไว้", "The file is larger than {0} MB and was not kept."),
        new("โปรดลดขนาดภาพในไฟล์ หรือแยกเป็นหลายไฟล์ แล้วส่งอีกครั้ง", "Reduce its pictures or split it, and send it again."), new BilingualText("๕๐", "50"));

    public static readonly FindingKind TooManyFiles = new("KAL1903", Severity.Error,
        new("ส่งมาครั้งเดียวเกิน {0} ไฟล์ จึงยังไม่ได้รับไว้", "More than {0} files were sent at once; none was kept."),
        new("โปรดแบ่งส่งหลายครั้ง", "Send them in several parts."), new BilingualText("๒๐๐", "200"));

    public static readonly FindingKind Unreadable = new("KAL1904", Severity.Error,
        new(
            "ข้อมูลที่ส่งมาขาดตอน หรือส่วนหัวของไฟล์อ่านไม่ได้ จึงยังไม่ได้รับไว้",
            "What was sent breaks off, or the header of a file can't be read; nothing was kept."),
        new("โปรดส่งอีกครั้ง", "Send it again."));

    public static readonly FindingKind NotMultipart = new("KAL1905", Severity.Error,
        new("ที่อยู่นี้รับไฟล์แบบ multipart/form-data เท่านั้น แต่ได้รับ {0}", "This address takes files as multipart/form-data only, but got {0}."),
        new("โปรดส่งไฟล์ในช่อง files ของ multipart/form-data", "Send them in the field files of multipart/form-data."), "application/json");

    public static readonly FindingKind NoFile = new("KAL1906", Severity.Error,
        new("ไม่พบไฟล์ในสิ่งที่ส่งมา", "There is no file in what was sent."),
        new("โปรดเลือกไฟล์อย่างน้อยหนึ่งไฟล์แล้วส่งอีกครั้ง", "Choose at least one file and send again."));

    public static readonly FindingKind NameTooLong = new("KAL1907", Severity.Error,
        new("ชื่อไฟล์ยาวเกิน {0} ตัวอักษร จึงยังไม่ได้รับไว้", "The file's name is longer than {0} characters; it was not kept."),
        new("โปรดตั้งชื่อไฟล์ให้สั้นลงแล้วส่งอีกครั้ง", "Give it a shorter name and send it again."), new BilingualText("๒๕๕", "255"));

    public static readonly FindingKind FieldsTooLarge = new("KAL1908", Severity.Error,
        new("ข้อความที่ส่งมากับไฟล์มีมากหรือยาวเกินกำหนด จึงยังไม่ได้รับไว้", "The text sent along with the files is too much or too long; nothing was kept."),
        new("โปรดส่งเฉพาะไฟล์และข้อความสั้น ๆ", "Send only the files and short texts."));

    public static readonly FindingKind NothingToNote = new("KAL1909", Severity.Error,
        new("ไฟล์นี้ไม่มีข้อสังเกต หรือไม่ใช่ตารางที่ใส่หมายเหตุที่ช่องได้", "Nothing was found in this file, or it is no table that can have notes beside cells."),
        new("โปรดดูข้อสังเกตของการนำส่งในใบตอบรับหรือบนหน้าของหน่วยงาน", "See what was found in the delivery on its receipt or on the unit's page."));
}
