namespace Kalasin.Evaluation.Intake;

/// <summary>KAL1xxx: files and containers. 1900–1999 belong to transport.</summary>
internal static class FileFindings
{
    public static readonly FindingKind Empty = new("KAL1001", Severity.Error,
        new("ไฟล์ว่างเปล่า ขนาด ๐ ไบต์", "The file is empty."),
        new("โปรดตรวจสอบต้นฉบับแล้วส่งใหม่", "Check the original and send it again."));

    public static readonly FindingKind Unknown = new("KAL1002", Severity.Error,
        new("ไม่รู้จักชนิดของไฟล์นี้จากเนื้อไฟล์", "The kind of this file is not known by its content."),
        new("โปรดส่งแบบรายงานเป็น .xlsx หรือส่งหลักฐานเป็น .pdf .png .jpg", "Send the form as .xlsx, or evidence as .pdf, .png or .jpg."));

    public static readonly FindingKind NotAReturn = new("KAL1003", Severity.Error,
        new("ไฟล์นี้เป็น {0} ซึ่งไม่ใช่แบบรายงาน", "This file is {0}, not a return form."),
        new("โปรดส่งแบบรายงานเป็น .xlsx และส่งหลักฐานแยกเป็นรายไฟล์", "Send the form as .xlsx and evidence as separate files."),
        new BilingualText("ไฟล์บีบอัด (.zip)", "a zip archive"));

    public static readonly FindingKind OldFormat = new("KAL1004", Severity.Error,
        new("เป็นไฟล์ {0} รุ่นเก่า ({1})", "An old {0} file ({1})."),
        new("โปรดเปิดไฟล์ เลือก ไฟล์ › บันทึกเป็น แล้วเลือกชนิด {2}", "Open it, choose File › Save As, and the type {2}."), "Word", ".doc", ".docx");

    public static readonly FindingKind Encrypted = new("KAL1005", Severity.Error,
        new("ไฟล์มีรหัสผ่าน ระบบเปิดไม่ได้", "The file is encrypted."),
        new(
            "โปรดเปิดด้วยรหัส เลือก ไฟล์ › ข้อมูล › ป้องกัน › เข้ารหัสด้วยรหัสผ่าน ลบรหัสให้ว่าง บันทึก แล้วส่งใหม่ (ไฟล์ .zip โปรดแตกแล้วส่งเป็นรายไฟล์)",
            "Open it, choose File › Info › Protect › Encrypt with Password, empty the password, save and send it again (send the files of a .zip one by one)."));

    public static readonly FindingKind Macros = new("KAL1006", Severity.Error,
        new("ไฟล์มีมาโคร ระบบไม่เปิดไฟล์ที่มีมาโคร", "The file contains macros and is not opened."),
        new("โปรดเปิดไฟล์ เลือก ไฟล์ › บันทึกเป็น แล้วเลือกชนิด {0} (ไม่มีมาโคร)", "Open it, choose File › Save As, and the type {0} (without macros)."), ".xlsx");

    public static readonly FindingKind Damaged = new("KAL1007", Severity.Error,
        new("เปิดไฟล์ไม่ได้ เนื้อไฟล์ไม่ครบหรือชำรุด ({0})", "The file can't be opened; its content is incomplete or damaged ({0})."),
        new("โปรดเปิดต้นฉบับ บันทึกใหม่ แล้วส่งอีกครั้ง", "Open the original, save it again and resend it."), "xl/worksheets/sheet3.xml");

    public static readonly FindingKind FileTooLarge = new("KAL1008", Severity.Error,
        new("ไฟล์ใหญ่กว่า {0} เมกะไบต์", "The file is larger than {0} MB."),
        new("โปรดลดขนาดภาพในไฟล์ หรือแยกหลักฐานออกเป็นหลายไฟล์", "Shrink the pictures in it, or send evidence as several files."), Count(50));

    public static readonly FindingKind TooManyEntries = new("KAL1009", Severity.Error,
        new("ภายในไฟล์มีส่วนประกอบมากกว่า {0} รายการ", "The file has more than {0} entries inside."),
        new("โปรดคัดลอกข้อมูลลงแบบรายงานใหม่แล้วส่งอีกครั้ง", "Copy the data into a fresh form and send that."), Count(2000));

    public static readonly FindingKind InflatesTooFar = new("KAL1010", Severity.Error,
        new("เนื้อไฟล์เมื่อขยายแล้วใหญ่เกินกว่าที่ระบบเปิดอย่างปลอดภัยได้ ({0})", "The content grows too large when unpacked to be opened safely ({0})."),
        new("โปรดคัดลอกข้อมูลลงแบบรายงานใหม่แล้วส่งอีกครั้ง", "Copy the data into a fresh form and send that."), "xl/worksheets/sheet1.xml");

    public static readonly FindingKind DuplicateEntry = new("KAL1011", Severity.Error,
        new("ภายในไฟล์มีส่วนประกอบชื่อ “{0}” ซ้ำกัน จึงไม่ทราบว่าส่วนใดเป็นของจริง", "Two entries inside are called “{0}”; which one is meant can't be told."),
        new("โปรดเปิดต้นฉบับ บันทึกใหม่ แล้วส่งอีกครั้ง", "Open the original, save it again and resend it."), "xl/workbook.xml");

    public static readonly FindingKind UnsafeName = new("KAL1012", Severity.Error,
        new("ภายในไฟล์มีส่วนประกอบที่ชื่อชี้ออกนอกไฟล์ (“{0}”)", "An entry's name leads out of the file (“{0}”)."),
        new("โปรดเปิดต้นฉบับ บันทึกใหม่ แล้วส่งอีกครั้ง", "Open the original, save it again and resend it."), "../../etc/passwd");

    public static readonly FindingKind Dtd = new("KAL1013", Severity.Error,
        new("ภายในไฟล์มีนิยามเอกสาร (DTD) ซึ่งระบบไม่อ่าน ({0})", "The file contains a document type definition, which is not read ({0})."),
        new("โปรดคัดลอกข้อมูลลงแบบรายงานใหม่แล้วส่งอีกครั้ง", "Copy the data into a fresh form and send that."), "xl/sharedStrings.xml");

    public static readonly FindingKind TooDeep = new("KAL1014", Severity.Error,
        new("โครงสร้างภายในไฟล์ซ้อนกันลึกกว่า {0} ชั้น ({1})", "The file's structure is nested deeper than {0} levels ({1})."),
        new("โปรดคัดลอกข้อมูลลงแบบรายงานใหม่แล้วส่งอีกครั้ง", "Copy the data into a fresh form and send that."), Count(64), "xl/worksheets/sheet1.xml");

    public static readonly FindingKind TooManyRows = new("KAL1015", Severity.Error,
        new("มีแถวที่มีข้อมูลมากกว่า {0} แถว", "There are more than {0} filled rows."),
        new("โปรดลบแถวที่ไม่ใช้ หรือแยกเป็นหลายไฟล์", "Remove unused rows or send several files."), Count(100_000));

    public static readonly FindingKind TooManyColumns = new("KAL1016", Severity.Error,
        new("มีข้อมูลเกินคอลัมน์ที่ {0}", "There is data beyond column {0}."),
        new("โปรดลบคอลัมน์ที่ไม่ใช้", "Remove unused columns."), Count(1000));

    public static readonly FindingKind TooManyCells = new("KAL1017", Severity.Error,
        new("มีช่องที่มีข้อมูลมากกว่า {0} ช่อง", "There are more than {0} filled cells."),
        new("โปรดลบแถวและคอลัมน์ที่ไม่ใช้ หรือแยกเป็นหลายไฟล์", "Remove unused rows and columns or send several files."), Count(2_000_000));

    public static readonly FindingKind TextTooLong = new("KAL1018", Severity.Error,
        new("มีข้อความยาวกว่า {0} ตัวอักษรในช่องเดียว ({1})", "One cell holds more than {0} characters ({1})."),
        new("โปรดย่อข้อความ หรือแนบเป็นหลักฐาน", "Shorten the text or attach it as evidence."), Count(32_767), "xl/sharedStrings.xml");

    public static readonly FindingKind TooMuchWork = new("KAL1019", Severity.Error,
        new("เนื้อไฟล์ซับซ้อนเกินกว่าที่ระบบจะอ่านจนจบได้", "Reading the file to its end takes too much work."),
        new("โปรดคัดลอกข้อมูลลงแบบรายงานใหม่แล้วส่งอีกครั้ง", "Copy the data into a fresh form and send that."));

    public static readonly FindingKind NameDisagrees = new("KAL1020", Severity.Warning,
        new("ชื่อไฟล์ลงท้ายด้วย “{0}” แต่เนื้อไฟล์เป็น {1}", "The name ends in “{0}” but the content is {1}."),
        new("โปรดตรวจสอบว่าแนบไฟล์ที่ต้องการแล้ว", "Check that this is the file you meant to send."), ".xlsx", new BilingualText("ภาพ JPEG", "a JPEG picture"));

    public static readonly FindingKind KeptAsCopy = new("KAL1021", Severity.Information,
        new(
            "เก็บไฟล์นี้เป็นสำเนาของรายงานแล้ว ({0}) ตัวเลขอ่านจากแบบรายงาน .xlsx",
            "Kept as a copy of the return ({0}); figures are read from the .xlsx form."),
        BilingualText.Empty, "PDF");

    public static readonly FindingKind KeptAsEvidence = new("KAL1022", Severity.Information,
        new("เก็บไฟล์นี้เป็นหลักฐานแล้ว ({0}) ระบบไม่ได้อ่านตัวเลขจากไฟล์นี้", "Kept as evidence ({0}); no figures were read from it."),
        BilingualText.Empty, new BilingualText("ภาพ PNG", "a PNG picture"));

    public static readonly FindingKind Heic = new("KAL1023", Severity.Warning,
        new("รูป HEIC จาก iPhone บางเครื่องเปิดไม่ได้ เก็บต้นฉบับไว้แล้ว", "Some machines can't open HEIC pictures; the original is kept."),
        new("โปรดส่ง .jpg ด้วย", "Send a JPEG too."));

    public static readonly FindingKind NotFollowed = new("KAL1024", Severity.Information,
        new(
            "ไฟล์อ้างถึงสิ่งที่อยู่นอกไฟล์ ({0}) ระบบไม่เปิดตาม ใช้ค่าที่บันทึกไว้ในไฟล์",
            "The file refers to something outside it ({0}), which was not followed; the values saved in the file were used."),
        BilingualText.Empty, "xl/externalLinks/externalLink1.xml");

    public static readonly FindingKind TooMuchAtOnce = new("KAL1025", Severity.Error,
        new(
            "เนื้อหาของไฟล์ที่ส่งมาครั้งนี้รวมกันมากเกินกว่าที่ระบบอ่านได้ในครั้งเดียว จึงยังไม่ได้อ่านไฟล์นี้",
            "What was sent holds more than can be read at once; this file was not read."),
        new(
            "โปรดส่งไฟล์นี้แยกต่างหาก หากส่งไฟล์เดียวโปรดลบแผ่นงานและแถวที่ไม่ใช้ หรือแยกเป็นหลายไฟล์",
            "Send it by itself; if it was the only one, remove unused sheets and rows or split it."));

    public static readonly FindingKind SheetWithoutContent = new("KAL1026", Severity.Information,
        new("แผ่นงานนี้มีแต่ชื่อ ไม่มีเนื้อหาในไฟล์", "The sheet has a name and no content in the file."),
        BilingualText.Empty);

    public static readonly FindingKind ReadFromTemplate = new("KAL1027", Severity.Information,
        new("ไฟล์นี้เป็นแม่แบบ Excel (.xltx) อ่านได้เหมือนไฟล์ .xlsx", "The file is an Excel template (.xltx); it was read like an .xlsx."),
        BilingualText.Empty);

    public static readonly FindingKind ReadAsWindows874 = new("KAL1028", Severity.Information,
        new("ข้อความในไฟล์นี้ไม่ใช่ UTF-8 จึงอ่านเป็นภาษาไทยแบบ Windows-874", "The text is not UTF-8; it was read as Thai in Windows-874."),
        BilingualText.Empty);

    public static readonly FindingKind TablesNotRead = new("KAL1029", Severity.Warning,
        new("เก็บไฟล์นี้ไว้แล้ว แต่ไม่ได้อ่านตารางในไฟล์: {0}", "The file is kept; the tables in it were not read: {0}"),
        new("หากเป็นรายงาน โปรดคัดลอกข้อมูลลงแบบรายงาน .xlsx แล้วส่งอีกครั้ง", "If it is a return, copy the data into the .xlsx form and send that."),
        new BilingualText("โครงสร้างภายในไฟล์ซ้อนกันลึกกว่า ๖๔ ชั้น (word/document.xml)", "The file's structure is nested deeper than 64 levels (word/document.xml)."));

    public static readonly FindingKind OtherArchive = new("KAL1030", Severity.Error,
        new("เป็นไฟล์บีบอัดชนิด .rar หรือ .7z ซึ่งระบบไม่เปิด", "An archive of a kind that is not opened (.rar or .7z)."),
        new(
            "โปรดแตกไฟล์ แล้วเลือกไฟล์ทั้งหมด คลิกขวา เลือก “บีบอัดเป็นไฟล์ ZIP” แล้วส่งไฟล์ .zip หรือส่งแยกเป็นรายไฟล์",
            "Unpack it, select the files, right-click and compress them to a ZIP file, or send them one by one."));

    public static readonly FindingKind ChangesAccepted = new("KAL1031", Severity.Information,
        new(
            "ไฟล์มีการแก้ไขที่ติดตามไว้ (Track Changes) {0} แห่ง อ่านเสมือนยอมรับการแก้ไขทั้งหมดแล้ว",
            "The file has {0:tracked change|tracked changes}; it was read as if all had been accepted."),
        BilingualText.Empty, Count(3));

    public static readonly FindingKind OutlookMessage = new("KAL1032", Severity.Error,
        new("เป็นอีเมลที่บันทึกจาก Outlook (.msg) ซึ่งระบบไม่เปิด", "A message saved by Outlook (.msg), which is not opened."),
        new(
            "โปรดเปิดอีเมลใน Outlook คลิกขวาที่ไฟล์แนบ เลือก “บันทึกสิ่งที่แนบมาทั้งหมด” แล้วส่งไฟล์เหล่านั้น",
            "Open the message in Outlook, right-click an attachment, choose “Save All Attachments”, and send those files."));

    public static readonly FindingKind ReadAsTranslated = new("KAL1033", Severity.Information,
        new("เป็น{0} แปลงเป็น {1} แล้วจึงอ่าน เก็บต้นฉบับไว้โดยไม่แก้ไข", "It is {0}; it was converted to {1} and read, and the original is kept as it came."),
        BilingualText.Empty, new BilingualText("ไฟล์ Excel รุ่นเก่า", "an old Excel workbook"), ".xlsx");

    public static readonly FindingKind TranslationTooMuch = new("KAL1034", Severity.Error,
        new("แปลงไฟล์รุ่นเก่านี้ไม่เสร็จในเวลาและหน่วยความจำที่กำหนด", "Converting this old file takes more time or memory than it may."),
        new("โปรดเปิดไฟล์ เลือก ไฟล์ › บันทึกเป็น แล้วเลือกชนิด .xlsx หรือ .docx", "Open it, choose File › Save As, and the type .xlsx or .docx."));

    public static readonly FindingKind NotTranslated = new("KAL1035", Severity.Error,
        new("แปลงไฟล์รุ่นเก่านี้ไม่ได้ เนื้อไฟล์อาจชำรุดหรือมีรหัสผ่าน", "This old file can't be converted; it may be damaged or have a password."),
        new("โปรดเปิดไฟล์ เลือก ไฟล์ › บันทึกเป็น แล้วเลือกชนิด .xlsx หรือ .docx", "Open it, choose File › Save As, and the type .xlsx or .docx."));

    public static readonly FindingKind CopyAgrees = new("KAL1036", Severity.Information,
        new("PDF นี้ตรงกับแบบรายงานตัวชี้วัดที่ {0}: พบตัวเลขและวันที่ครบทั้ง {1} รายการ", "The PDF agrees with the return on indicator {0}: the return's {1:figure or day stands|figures and days all stand} in it."),
        BilingualText.Empty, new BilingualText("๓", "3"), Count(24));

    public static readonly FindingKind CopyDiffers = new("KAL1037", Severity.Warning,
        new("PDF นี้ไม่ตรงกับแบบรายงานตัวชี้วัดที่ {0}: ไม่พบ {1}", "The PDF differs from the return on indicator {0}: it lacks {1}."),
        new("โปรดตรวจว่าพิมพ์ PDF จากแบบรายงานฉบับเดียวกัน แล้วส่งฉบับที่ตรงกัน", "Check that the PDF was made of the same return, and send one that is."),
        new BilingualText("๓", "3"), new BilingualText("๑๒๐ (แถวที่ ๒)", "120 (row 2)"));

    public static readonly FindingKind CopyDiffersWithOthers = new("KAL1038", Severity.Warning,
        new(
            "PDF นี้ไม่ตรงกับแบบรายงานตัวชี้วัดที่ {0}: ไม่พบ {1} แต่มี {2} ซึ่งแบบรายงานไม่มี",
            "The PDF differs from the return on indicator {0}: it lacks {1} and has {2}, which the return has not."),
        new("โปรดตรวจว่าพิมพ์ PDF จากแบบรายงานฉบับเดียวกัน แล้วส่งฉบับที่ตรงกัน", "Check that the PDF was made of the same return, and send one that is."),
        new BilingualText("๓", "3"), new BilingualText("๑๒๐ (แถวที่ ๒)", "120 (row 2)"), new BilingualText("๑๒๕", "125"));

    public static readonly FindingKind ScanKept = new("KAL1039", Severity.Information,
        new(
            "PDF นี้เป็นภาพสแกน จึงไม่ได้เทียบตัวเลข เก็บเป็นสำเนาที่ลงนามของตัวชี้วัดที่ {0}",
            "The PDF is a scan, whose figures are not compared; it is kept as the signed copy of indicator {0}."),
        BilingualText.Empty, new BilingualText("๓", "3"));

    public static readonly FindingKind ScanOfUnknown = new("KAL1040", Severity.Warning,
        new(
            "PDF นี้เป็นภาพสแกน และไม่มีคิวอาร์โค้ดหรือชื่อไฟล์ที่บอกว่าเป็นตัวชี้วัดใด เก็บเป็นสำเนาไว้",
            "The PDF is a scan, and neither a code nor its name says which return it is of; it is kept as a copy."),
        new("โปรดตั้งชื่อไฟล์ให้มีหมายเลขตัวชี้วัด เช่น “ตัวชี้วัด 3.pdf” แล้วส่งอีกครั้ง", "Name it by its indicator, as “ตัวชี้วัด 3.pdf”, and send it again."));

    public static readonly FindingKind CopyNamesNoReturn = new("KAL1041", Severity.Warning,
        new("PDF นี้ไม่ได้ระบุตัวชี้วัดของแบบรายงานที่ส่งมาด้วยกัน จึงไม่ได้เทียบตัวเลข เก็บเป็นสำเนาไว้", "The PDF names no indicator of the returns that it came with, so that its figures were not compared; it is kept as a copy."),
        new("โปรดตรวจว่าแนบ PDF ของรายงานที่ต้องการแล้ว", "Check that this is the PDF you meant to send."));

    public static readonly FindingKind CopyNotCompared = new("KAL1042", Severity.Warning,
        new(
            "อ่าน PDF นี้ไม่ได้ครบทุกหน้าและทุกภาพในเวลาและหน่วยความจำที่กำหนด จึงไม่ได้เทียบตัวเลข เก็บเป็นสำเนาไว้",
            "Not every page and picture of the PDF can be read within the time and memory there is; its figures were not compared, and it is kept as a copy."),
        new(
            "โปรดเปิดดูว่าไฟล์สมบูรณ์ หากยาวมาก โปรดแยกเป็นไฟล์ละหนึ่งตัวชี้วัด หากไม่สมบูรณ์ โปรดบันทึกเป็น PDF ใหม่ แล้วส่งอีกครั้ง",
            "Look whether it is whole. If it is long, send one file for each indicator; if it isn't whole, save it as a PDF again and send that."));

    // KAL1045 was said of files inside a checked one, which are looked at now.

    public static readonly FindingKind EvidenceUnnamed = new("KAL1043", Severity.Information,
        new("เก็บไฟล์นี้เป็นหลักฐาน แต่ไม่มีแถวใดในบัญชีหลักฐานอ้างถึงชื่อไฟล์นี้", "The file is kept as evidence, and no line of a list of evidence names it."),
        BilingualText.Empty);

    public static readonly FindingKind EvidenceMissing = new("KAL1044", Severity.Warning,
        new("หลักฐานลำดับที่ {0} ของตัวชี้วัดที่ {1} อ้างถึงไฟล์ “{2}” ซึ่งไม่ได้ส่งมาด้วยกัน", "Evidence {0} of indicator {1} names the file “{2}”, which did not come with it."),
        new("โปรดส่งไฟล์นั้น หากยังไม่เคยส่ง หรือแก้ชื่อในบัญชีหลักฐานให้ตรงกัน", "Send it unless it was sent before, or make the names agree."),
        new BilingualText("๒", "2"), new BilingualText("๓", "3"), "ภาพประชุม.jpg");

    public static readonly FindingKind ControlsRepeated = new("KAL1046", Severity.Information,
        new(
            "ไฟล์นี้บันทึกด้วย LibreOffice ซึ่งเขียนข้อความใน {0} ช่องซ้ำหลายครั้ง ระบบอ่านข้อความนั้นครั้งเดียว",
            "LibreOffice saved this file and wrote the text of {0:field|fields} several times over; each was read once."),
        BilingualText.Empty, Count(12));

    public static BilingualText Count(long number) => ThaiNumerals.Number(number);
}
