using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>What was erased, and what no erasure reaches: KAL7901–7949.</summary>
internal static class ErasureFindings
{
    /// <summary>Content that is not there because somebody decided so.</summary>
    public static readonly FindingKind Erased = new("KAL7901", Severity.Information,
        new("เนื้อหานี้ถูกลบแล้วตามที่บันทึกไว้ในบันทึกของรอบ (ลายนิ้วมือ {0})", "This content was erased, as the round's log records (fingerprint {0})."),
        new("ดูฐานกฎหมายได้ในบันทึกของรอบ", "The log says on which legal basis."), "9f86d081884c7d65…");

    /// <summary>The log says that content is erased, and it is still there.</summary>
    public static readonly FindingKind StillThere = new("KAL7902", Severity.Warning,
        new("เนื้อหาที่บันทึกไว้ว่าลบแล้วยังอยู่ในที่เก็บ (ลายนิ้วมือ {0})", "Content that is recorded as erased is still in the store (fingerprint {0})."),
        new("โปรดเปิดโปรแกรมไว้จนถึงรอบการทำงานถัดไป ซึ่งจะลบให้ แล้วตรวจอีกครั้ง", "Let the program run until its next tick, which removes it, and check again."), "9f86d081884c7d65…");

    public static readonly FindingKind NoBasis = new("KAL7903", Severity.Error,
        new("ยังไม่ได้ระบุฐานกฎหมายของการลบ หรือยาวเกิน {0} ตัวอักษร", "The legal basis of the erasure is not given, or is longer than {0} characters."),
        new("โปรดระบุสั้น ๆ ในช่อง basis เช่น คำขอของเจ้าของข้อมูลตามมาตรา ๓๓", "Give a short one as basis, such as a request by section 33 of the PDPA."), new BilingualText("๕๐๐", "500"));

    public static readonly FindingKind BackupsKeep = new("KAL7904", Severity.Warning,
        new("ข้อมูลสำรองที่ทำไว้ก่อนหน้านี้ยังมีเนื้อหานี้", "Backups that were made before still have it."),
        new("โปรดสั่ง backup ไปยังที่เดิมทุกแห่งอีกครั้ง ซึ่งจะลบตาม และทำลายสำเนาอื่น หากคืนจากข้อมูลสำรองเก่า โปรดสั่งลบซ้ำ", "Run backup again to each of the same places, which removes it there; destroy other copies; and after an older backup was restored, erase it again."));

    public static readonly FindingKind ExportsKeep = new("KAL7905", Severity.Warning,
        new("ไฟล์รอบที่ส่งออกไว้ และรอบที่นำเข้าไว้ที่อื่น ยังมีเนื้อหานี้", "Files of the round that were exported, and rounds imported elsewhere, still have it."),
        new("โปรดทำลายไฟล์เหล่านั้น แล้วส่งออกใหม่ไปนำเข้าที่เดิม ซึ่งจะลบตาม", "Destroy those files, and import a new export where one was imported, which removes it there."));

    public static readonly FindingKind MadeOfItKeeps = new("KAL7906", Severity.Warning,
        new("สิ่งที่ระบบทำจากเนื้อหานี้ยังอยู่ ได้แก่ ข้อมูลที่อ่านจากไฟล์ รายงานที่รวมเล่มแล้ว คำตอบในโฟลเดอร์ answers และอีเมลที่วางไว้หรือส่งแล้ว รวมทั้งที่มีผู้ดาวน์โหลดหรือพิมพ์ไว้", "What was made of it stays: data read from the file, compiled reports, answers in the folder answers, mails put out or sent, and what people downloaded or printed."),
        new("โปรดลบสิ่งที่เกี่ยวข้องแยกต่างหาก", "Erase what belongs to it on its own, by hand where it has left the store."));

    public static readonly FindingKind AccountKeeps = new("KAL7907", Severity.Warning,
        new("บัญชีที่เก็บข้อมูลของ Azure เก็บรุ่นเดิมและไฟล์ที่ลบแล้วไว้จนพ้นระยะที่ตั้งไว้", "The Azure storage account keeps versions and soft-deleted blobs for as long as its policy says."),
        new("โปรดรอให้พ้นระยะนั้น หรือให้เจ้าของบัญชีลบรุ่นเดิม ตามคู่มือ infra/README.md", "Wait until then, or have the account's owner delete the versions, as infra/README.md says."));
}
