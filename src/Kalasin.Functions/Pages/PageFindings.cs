using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>What can be wrong with a form of a page: KAL74xx.</summary>
internal static class PageFindings
{
    public static readonly FindingKind TokenUnknown = new("KAL7401", Severity.Error,
        new(
            "แบบฟอร์มนี้เปิดค้างไว้ หรือเบราว์เซอร์ไม่ได้เก็บคุกกี้ของหน้านี้ไว้ จึงยังไม่ได้รับสิ่งที่ส่งมา",
            "The form was opened long ago, or the browser did not keep this page's cookie; nothing was taken in."),
        new("โปรดเปิดหน้าของหน่วยงานอีกครั้งแล้วส่งใหม่", "Open the unit's page again and send once more."));

    public static readonly FindingKind ChoiceUnknown = new("KAL7402", Severity.Error,
        new("ไม่พบกรอบการประเมินหรือจังหวัดที่เลือก", "There is no such framework or province."),
        new("โปรดเลือกจากรายการในหน้านี้", "Choose from the lists of the page."));
}
