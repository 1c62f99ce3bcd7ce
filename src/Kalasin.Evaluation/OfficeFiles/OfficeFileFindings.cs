namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>What can be wrong with a file that an office supplies, and what becomes of it: KAL6101–6199.</summary>
internal static class OfficeFileFindings
{
    /// <summary>The emblem is no picture that both formats print.</summary>
    public static readonly FindingKind EmblemNotPrintable = new("KAL6101", Severity.Error,
        new("ไฟล์ตราพิมพ์ลงใน Word และ PDF ไม่ได้ ไม่ใช่ภาพ PNG หรือ JPEG แบบ ๘ บิตต่อสี หรือเนื้อไฟล์ไม่ครบ", "The emblem can't be printed in Word and PDF: no PNG or JPEG of 8 bits a colour, or not all of it is there."),
        new("โปรดบันทึกภาพเป็น PNG ธรรมดา (ไม่ interlaced) แล้วส่งใหม่", "Save it as a plain PNG (not interlaced) and send it again."));

    /// <summary>The emblem is wider than high, or less than half as wide.</summary>
    public static readonly FindingKind EmblemShape = new("KAL6102", Severity.Error,
        new("ภาพตรากว้าง {0} พิกเซล สูง {1} พิกเซล ไม่ได้สัดส่วนกับที่ของตราครุฑ ซึ่งกว้างไม่เกินความสูงและไม่น้อยกว่าครึ่งหนึ่งของความสูง", "The emblem is {0:pixel|pixels} wide and {1} high; its place is no wider than high and at least half as wide."),
        new("โปรดตัดขอบว่างรอบตราออกให้ได้สัดส่วน แล้วส่งใหม่", "Crop the empty edge to that shape and send it again."), new BilingualText("๖๐๐", "600"), new BilingualText("๓๐๐", "300"));

    /// <summary>The emblem has too few pixels.</summary>
    public static readonly FindingKind EmblemCoarse = new("KAL6103", Severity.Error,
        new("ภาพตราสูงเพียง {0} พิกเซล เมื่อพิมพ์ให้สูง ๓ เซนติเมตรแล้วภาพไม่คมชัด", "The emblem is just {0:pixel|pixels} high, too coarse to be printed 3 cm high."),
        new("โปรดใช้ภาพที่สูงอย่างน้อย ๓๕๐ พิกเซล", "Use one at least 350 pixels high."), new BilingualText("๙๐", "90"));

    /// <summary>A file isn't of the kind that is asked for.</summary>
    public static readonly FindingKind NotWord = new("KAL6104", Severity.Error,
        new("ไฟล์นี้ไม่ใช่เอกสารหรือแม่แบบ Word (.docx, .dotx)", "The file is no Word document or template (.docx, .dotx)."),
        new("โปรดเปิดใน Word แล้ว “บันทึกเป็น” .docx หรือ .dotx", "Open it in Word and save it as .docx or .dotx."));

    /// <summary>Something in the file leads out of it.</summary>
    public static readonly FindingKind LeadsOutside = new("KAL6105", Severity.Error,
        new("ไฟล์ดึงสิ่งที่อยู่นอกไฟล์มาใช้ ({0})", "The file takes in something that lies outside of it ({0})."),
        new("โปรดฝังภาพลงในไฟล์แทนการเชื่อมโยง และถอดแม่แบบที่แนบ (นักพัฒนา > แม่แบบเอกสาร) แล้วส่งใหม่", "Embed pictures instead of linking them, detach the attached template (Developer > Document Template), and send it again."),
        "word/_rels/settings.xml.rels");

    /// <summary>A header or footer holds something that isn't taken: an object, a field that runs or fetches something.</summary>
    public static readonly FindingKind NotTaken = new("KAL6106", Severity.Error,
        new("หัวกระดาษหรือท้ายกระดาษมีสิ่งที่ไม่รับ ({0})", "A header or footer holds something that is not taken ({0})."),
        new("โปรดใช้เพียงข้อความ ตาราง ภาพ ลิงก์ และเลขหน้า แล้วส่งใหม่", "Use only text, tables, pictures, links and page numbers, and send it again."), "DDEAUTO");

    /// <summary>The margins leave no room.</summary>
    public static readonly FindingKind NoRoom = new("KAL6107", Severity.Error,
        new("ระยะขอบของแม่แบบเหลือที่พิมพ์กว้างน้อยกว่า ๘ เซนติเมตร หรือสูงน้อยกว่า ๑๐ เซนติเมตร", "The template's margins leave less than 8 cm across or 10 cm down."),
        new("โปรดลดระยะขอบ", "Make the margins smaller."));

    /// <summary>What is written with the template would not be a sound Word file.</summary>
    public static readonly FindingKind NotSound = new("KAL6108", Severity.Error,
        new("เมื่อใช้แม่แบบนี้แล้วไฟล์ที่ได้ไม่ถูกแบบของ Word ({0})", "With this template the file would not be a sound Word file ({0})."),
        new("โปรดเปิดแม่แบบใน Word บันทึกใหม่ แล้วส่งอีกครั้ง", "Open the template in Word, save it again and resend it."), "word/styles.xml");

    /// <summary>Styles that the template has none of.</summary>
    public static readonly FindingKind StylesMissing = new("KAL6109", Severity.Information,
        new("แม่แบบไม่มีลักษณะ (style) ชื่อ {0} จึงใช้ของระบบซึ่งอิงลักษณะ Normal ของแม่แบบ", "The template has no styles called {0}; those of the program stand there, based on the template's Normal."),
        BilingualText.Empty, "Body Text, Report Table");

    /// <summary>What of the template isn't used.</summary>
    public static readonly FindingKind LeftOut = new("KAL6110", Severity.Information,
        new("ส่วนของแม่แบบที่ไม่ได้นำมาใช้: {0}", "Not used of the template: {0}."),
        BilingualText.Empty, new BilingualText("ข้อความในเนื้อแม่แบบ", "text in its body"));

    /// <summary>The paper isn't A4.</summary>
    public static readonly FindingKind NotA4 = new("KAL6111", Severity.Information,
        new("ขนาดกระดาษของแม่แบบไม่ใช่ A4 เอกสารยังใช้ A4", "The template's paper is not A4; documents stay A4."),
        BilingualText.Empty);

    /// <summary>Of the form there is nothing to fill.</summary>
    public static readonly FindingKind NothingToFill = new("KAL6121", Severity.Error,
        new("แบบนี้ไม่มีตัวควบคุมเนื้อหา (content control) ที่มีแท็กหรือชื่อเรื่อง จึงไม่มีช่องให้เติม", "The form has no content control with a tag or title; there is nothing to fill."),
        new("โปรดใส่ตัวควบคุมเนื้อหาตามคู่มือ “เติมแบบของกรมฯ” แล้วส่งใหม่", "Put content controls in it (see the task page on filling the giver's form) and send it again."));

    /// <summary>A content control asks for something that isn't known.</summary>
    public static readonly FindingKind TagUnknown = new("KAL6122", Severity.Warning,
        new("ไม่รู้จักแท็ก “{0}” ของตัวควบคุมเนื้อหา ช่องนี้คงไว้ตามเดิม", "The tag “{0}” of a content control is not known; what it holds stays as it is."),
        new("โปรดแก้แท็กให้ตรงกับรายการในคู่มือ", "Correct it after the list on the task page."), "indicator.13.value");

    /// <summary>A content control is known, and there is nothing to fill it with.</summary>
    public static readonly FindingKind NotFilled = new("KAL6123", Severity.Information,
        new("ยังไม่มีข้อมูลสำหรับช่อง “{0}” คงไว้ตามเดิม", "There is nothing yet for “{0}”; it stays as it is."),
        BilingualText.Empty, "indicator.3.value");

    /// <summary>A value doesn't fit the kind of control that asks for it.</summary>
    public static readonly FindingKind DoesNotFit = new("KAL6124", Severity.Warning,
        new("ช่อง “{0}” เป็น{1} จึงเติม “{2}” ไม่ได้ คงไว้ตามเดิม", "“{0}” is {1}, which can't hold “{2}”; it stays as it is."),
        new("โปรดเปลี่ยนชนิดของตัวควบคุมเนื้อหา หรือเพิ่มตัวเลือกนี้ในรายการ", "Change the kind of control, or add the choice to its list."),
        "indicator.3.score", new BilingualText("รายการตัวเลือก", "a list of choices"), "๔.๕๐");

    /// <summary>The same control stands beside itself: LibreOffice doubles controls when it saves.</summary>
    public static readonly FindingKind Doubled = new("KAL6126", Severity.Warning,
        new("ช่อง “{0}” ซ้ำติดกัน มักเกิดเมื่อบันทึกแบบจาก LibreOffice ทุกช่องที่ซ้ำได้รับค่าเดียวกัน", "“{0}” stands twice side by side, as LibreOffice makes it when it saves; each of them is filled."),
        new("โปรดใช้แบบที่บันทึกจาก Word", "Use the form as Word saves it."), "unit.name");

    /// <summary>A control that binds to data of the file, or is locked, or stands where text can't be put.</summary>
    public static readonly FindingKind NotPlain = new("KAL6125", Severity.Warning,
        new("ช่อง “{0}” {1} จึงไม่เติม คงไว้ตามเดิม", "“{0}” {1}; it is not filled and stays as it is."),
        new("โปรดลบตัวควบคุมนี้แล้วใส่ใหม่เป็นข้อความธรรมดา", "Delete the control and insert a plain text one."),
        "unit.name", new BilingualText("ผูกกับข้อมูล XML ในไฟล์", "is bound to XML data in the file"));
}
