using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>What can be wrong with a file that comes in parts: KAL1951–1999.</summary>
internal static class PartFindings
{
    public static readonly FindingKind OtherProtocol = new("KAL1951", Severity.Error,
        new("ที่อยู่นี้รับไฟล์ทีละส่วนตามข้อกำหนด tus รุ่น {0}", "This address takes files in parts by tus, version {0}."),
        new("โปรดส่งส่วนหัว Tus-Resumable: {0}", "Send the header Tus-Resumable: {0}."), "1.0.0");

    public static readonly FindingKind HeadersUnreadable = new("KAL1952", Severity.Error,
        new("ส่วนหัวของคำขอขาดหรืออ่านไม่ได้ จึงยังไม่ได้รับไฟล์", "A header of the request is missing or can't be read; nothing was kept."),
        new("โปรดส่ง Upload-Length และ Upload-Metadata (filename) เมื่อเริ่ม และ Upload-Offset เมื่อส่งแต่ละส่วน",
            "Send Upload-Length and Upload-Metadata (filename) to begin, and Upload-Offset with each part."));

    public static readonly FindingKind OtherMediaType = new("KAL1953", Severity.Error,
        new("แต่ละส่วนของไฟล์ต้องส่งเป็นชนิด {0}", "A part of a file has to be sent as {0}."),
        new("โปรดส่ง Content-Type: {0}", "Send Content-Type: {0}."), "application/offset+octet-stream");

    public static readonly FindingKind Unknown = new("KAL1954", Severity.Error,
        new("ไม่พบไฟล์ที่ส่งทีละส่วนนี้ อาจพ้นกำหนดเก็บหนึ่งวันแล้ว", "There is no such file in parts; it may be older than a day."),
        new("โปรดส่งไฟล์นี้ใหม่ตั้งแต่ต้น", "Send the file again from its start."));

    public static readonly FindingKind OffsetDiffers = new("KAL1955", Severity.Error,
        new(
            "ส่วนที่ส่งมาไม่ต่อจากส่วนที่ได้รับไว้แล้ว หรือมีการส่งไฟล์นี้พร้อมกันจากที่อื่น",
            "The part does not follow what was kept, or the file is being sent from elsewhere at the same time."),
        new("โปรดถามจำนวนที่ได้รับไว้แล้วด้วยคำขอ HEAD แล้วส่งต่อจากนั้น", "Ask with HEAD how far it came, and go on from there."));

    public static readonly FindingKind BeyondEnd = new("KAL1956", Severity.Error,
        new("ส่วนที่ส่งมาเกินขนาดไฟล์ {0} ไบต์ที่แจ้งไว้เมื่อเริ่มส่ง", "The part goes beyond {0:byte|bytes}, which were announced for the file."),
        new("โปรดส่งไฟล์นี้ใหม่ตั้งแต่ต้น", "Send the file again from its start."), new BilingualText("๑๒,๐๐๐", "12,000"));

    public static readonly FindingKind TooMuch = new("KAL1957", Severity.Error,
        new(
            "ไฟล์ที่ส่งทีละส่วนของหน่วยงานมีเกิน {0} ไฟล์หรือ {1} เมกะไบต์ในคราวเดียว จึงยังไม่ได้รับไฟล์นี้",
            "The unit has more than {0} files or {1} MB in parts at once; this one was not begun."),
        new(
            "โปรดส่งไฟล์ที่ค้างให้ครบก่อน หรือส่งไฟล์นี้ในวันถัดไป",
            "Finish those that wait first, or send this one tomorrow."),
        new BilingualText("๑๐๐", "100"), new BilingualText("๕๐๐", "500"));

    public static readonly FindingKind Unfinished = new("KAL1958", Severity.Error,
        new("ไฟล์นี้ยังส่งมาไม่ครบ ได้รับ {0} จาก {1} ไบต์", "The file is not whole yet: {0} of {1:byte|bytes} came."),
        new(
            "โปรดส่งส่วนที่เหลือ แล้วส่งรายงานอีกครั้ง",
            "Send the rest, then send the return again."),
        new BilingualText("๙,๐๐๐", "9,000"), new BilingualText("๑๒,๐๐๐", "12,000"));
}
