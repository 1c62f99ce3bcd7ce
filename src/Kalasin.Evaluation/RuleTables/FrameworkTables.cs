using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>The tables in which an office enters an award of its own.</summary>
internal static class FrameworkTables
{
    public const string About = "about", Indicators = "indicators", Fields = "fields", Levels = "levels";

    public const string Id = "รหัส (อักษรอังกฤษตัวเล็ก ตัวเลข และขีด)", Title = "ชื่อการประเมิน", EnglishTitle = "ชื่อภาษาอังกฤษ", Giver = "หน่วยงานเจ้าของรางวัล", Year = "ปีงบประมาณ (พ.ศ.)",
        Entrant = "ผู้รับการประเมิน", Deadline = "กำหนดส่งเจ้าของรางวัล", Email = "อีเมลที่ให้ส่ง", Paper = "ส่งเป็นกระดาษด้วย", Total = "วิธีรวมคะแนน", Origin = "ที่มาของเกณฑ์", Citation = "อ้างถึงหนังสือ";

    public const string Province = "จังหวัด", Unit = "ท้องถิ่นอำเภอแต่ละแห่ง", Mean = "ค่าเฉลี่ยถ่วงน้ำหนัก", Points = "ผลรวมคะแนน";

    public const string Yes = "ร้อยละของแถวที่ตอบ ใช่", Authorities = "ร้อยละของ อปท. ทุกแห่งที่ตอบ ใช่", InTime = "ร้อยละของแถวที่เสร็จภายในกำหนดวัน", Count = "จำนวนแถว", Sum = "ผลรวมของช่อง",
        Ratio = "ร้อยละของผลรวมสองช่อง", Growth = "ร้อยละที่เพิ่มขึ้น", Average = "ค่าเฉลี่ยของช่อง", Weighted = "ค่าเฉลี่ยถ่วงน้ำหนักของช่อง", Conditions = "ร้อยละของแถวที่เข้าเงื่อนไข", Level = "ระดับตามขั้น";

    public static ImmutableArray<string> Measures { get; } = [Yes, Authorities, InTime, Conditions, Count, Sum, Ratio, Growth, Average, Weighted, Level];

    public static ImmutableArray<string> Types { get; } = ["ข้อความ", "จำนวน", "วันที่", "ตัวเลือก", "ใช่-ไม่", "อปท.", "ผู้ส่ง"];

    public static ImmutableArray<string> TypeNames { get; } = ["text", "number", "date", "choice", "flag", "authority", "sender"];

    /// <summary>Which type a row of the fields names; <see langword="null"/> where it names none.</summary>
    public static string? TypeOf(TypedRow field) => Types.FirstOrDefault(t => ThaiText.Key(t) == ThaiText.Key(field["type"].Text)) is { } type ? TypeNames[Types.IndexOf(type)] : null;

    /// <summary>What may be chosen in a field.</summary>
    public static IEnumerable<string> OptionsOf(TypedRow field) =>
        field["options"].Lines.SelectMany(l => l.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static ImmutableArray<string> Origins { get; } = ["หนังสือของเจ้าของรางวัล", "ภาคผนวกของหนังสือ", "ระเบียบกฎหมาย", "ข้อกำหนดของสำนักงาน", "เกณฑ์สมมติ"];

    public static ImmutableArray<string> OriginNames { get; } = ["dlaLetter", "annex", "regulation", "office", "assumed"];

    /// <summary>The tables of the template, with an award as an example that is written over.</summary>
    public static ImmutableArray<RuleTable> Template { get; } =
    [
        new(About, new("กรอบ", "Framework"), new("กรอกทุกรายการ ข้อความเป็นตัวอย่าง พิมพ์ทับได้", "Fill in every item; what stands there is an example."),
            [new("item", new("รายการ", "Item"), RuleCell.Given) { Width = 42 }, new("value", new("ค่าที่กรอก", "Value"), RuleCell.Text) { Width = 70 }],
            [
                [Id, "clean-office-2570"], [Title, "การประเมินสำนักงานสะอาด ปีงบประมาณ พ.ศ. ๒๕๗๐"], [EnglishTitle, "Clean office award, fiscal year 2570"], [Giver, "จังหวัด"], [Year, "๒๕๗๐"],
                [Entrant, Province], [Deadline, "๓๑ สิงหาคม ๒๕๗๐"], [Email, "award@example.go.th"], [Paper, "ไม่"], [Total, Mean], [Origin, Origins[3]], [Citation, "ประกาศจังหวัด ลงวันที่ ๑ ตุลาคม ๒๕๖๙"],
            ]),
        new(Indicators, new("ตัวชี้วัด", "Indicators"), new("๑ แถว คือ ๑ ตัวชี้วัด เลือกวิธีวัดก่อน แล้วกรอกชื่อช่องข้อมูลที่ใช้ตามแผ่นงานช่องข้อมูล", "One row for each indicator; choose the measure, then name the fields it uses."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 },
                new("text", new("ข้อความตัวชี้วัด", "Wording"), RuleCell.Text) { Width = 44 },
                new("short", new("ชื่อย่อ", "Short name"), RuleCell.Text) { Width = 20 },
                new("weight", new("น้ำหนัก", "Weight"), RuleCell.Number) { Width = 10 },
                new("measure", new("วิธีวัด", "Measure"), RuleCell.Choice) { Width = 30, Options = Measures, Hint = "เลือกจากรายการ ความหมายของแต่ละวิธีอยู่ในแผ่นงานคำอธิบาย" },
                new("first", new("ช่องที่ ๑", "First field"), RuleCell.Text) { Width = 20, Hint = "หัวช่องที่นำมาคิด เช่น ช่องใช่-ไม่ ช่องจำนวน หรือวันเริ่ม" },
                new("second", new("ช่องที่ ๒", "Second field"), RuleCell.Text) { Width = 20, Hint = "ตัวหาร ค่าปีก่อน น้ำหนัก หรือวันเสร็จ" },
                new("days", new("จำนวนวัน", "Days"), RuleCell.Number) { Width = 10, Hint = "เฉพาะวิธีที่มีกำหนดวัน" },
                new("unit", new("หน่วยนับ", "Unit"), RuleCell.Text) { Width = 12 },
                new("row", new("๑ แถว คือ ๑", "A row is a"), RuleCell.Text) { Width = 16 },
                new("method", new("วิธีให้คะแนน", "Scale"), RuleCell.Choice) { Width = 26, Options = AnnexScale.Methods },
                new("column", new("ช่องวันที่ที่ใช้กรองช่วงเวลา", "Day of the period"), RuleCell.Text) { Width = 20 },
                new("from", new("ตั้งแต่วันที่", "From"), RuleCell.Date) { Width = 19 },
                new("to", new("ถึงวันที่", "To"), RuleCell.Date) { Width = 19 },
                new("evidence", new("เอกสารหลักฐาน", "Evidence"), RuleCell.Lines) { Width = 34 },
                new("explanation", new("คำอธิบาย", "Explanation"), RuleCell.Lines) { Width = 34 },
            ],
            [
                ["๑", "ร้อยละของห้องทำงานที่ผ่านการตรวจความสะอาด", "ห้องที่ผ่าน", "2", Yes, "ผ่าน", "", "", "ร้อยละ", "ห้อง", AnnexScale.Interpolated, "วันที่ตรวจ", "๑ ตุลาคม ๒๕๖๙", "๓๑ กรกฎาคม ๒๕๗๐", "บันทึกการตรวจ", ""],
                ["๒", "จำนวนกิจกรรมทำความสะอาดใหญ่", "กิจกรรม", "1", Count, "", "", "", "ครั้ง", "กิจกรรม", AnnexScale.Stepped, "วันที่จัด", "๑ ตุลาคม ๒๕๖๙", "๓๑ กรกฎาคม ๒๕๗๐", "ภาพถ่ายกิจกรรม", ""],
                ["๓", "ระดับความสำเร็จของการคัดแยกขยะ", "คัดแยกขยะ", "1", Level, "", "", "", "ระดับ", "เรื่อง", AnnexScale.Direct, "", "", "", "คำสั่งแต่งตั้งผู้รับผิดชอบ", ""],
            ]) { BlankRows = 40 },
        new(Fields, new("ช่องข้อมูล", "Fields"), new("๑ แถว คือ ๑ ช่องที่หน่วยงานต้องกรอก เรียงตามลำดับในแบบ", "One row for each field that units fill in, in the order of the form."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 },
                new("heading", new("หัวช่อง", "Heading"), RuleCell.Text) { Width = 34 },
                new("type", new("ชนิดข้อมูล", "Type"), RuleCell.Choice) { Width = 14, Options = Types },
                new("required", new("ต้องกรอก", "Required"), RuleCell.Choice) { Width = 11, Options = RuleValues.YesOrNo },
                new("options", new("ตัวเลือก", "Options"), RuleCell.Lines) { Width = 34, Hint = "เฉพาะชนิดตัวเลือก ตัวเลือกละบรรทัด (Alt+Enter) หรือคั่นด้วย /" },
                new("least", new("ต่ำสุด", "Minimum"), RuleCell.Number) { Width = 10 },
                new("most", new("สูงสุด", "Maximum"), RuleCell.Number) { Width = 10 },
                new("key", new("ใช้ระบุรายการเดียวกัน", "Key"), RuleCell.Choice) { Width = 14, Options = RuleValues.YesOrNo, Hint = "ใช่ เมื่อสองแถวที่มีค่าเดียวกันในช่องนี้คือรายการเดียวกัน" },
                new("list", new("เลือกจากบัญชี", "Chosen from the list"), RuleCell.Text) { Width = 20, Hint = "ชื่อบัญชีตามแผ่นงานบัญชีรายการ แทนช่องตัวเลือก", IsOptional = true },
                new("prefill", new("พิมพ์ไว้ล่วงหน้า", "Filled in beforehand"), RuleCell.Choice) { Options = RuleValues.YesOrNo, Hint = "เฉพาะช่อง อปท. หรือช่องที่เลือกจากบัญชี: แบบมีครบทุกแห่ง", IsOptional = true },
            ],
            [
                ["๑", "ห้อง", Types[0], "ใช่", "", "", "", "ใช่", "", ""], ["๑", "วันที่ตรวจ", Types[2], "ใช่", "", "", "", "", "", ""], ["๑", "ผ่าน", Types[4], "ใช่", "", "", "", "", "", ""],
                ["๒", "ชื่อกิจกรรม", Types[0], "ใช่", "", "", "", "ใช่", "", ""], ["๒", "วันที่จัด", Types[2], "ใช่", "", "", "", "", "", ""],
                ["๓", "เรื่องที่ดำเนินการ", Types[0], "", "", "", "", "", "", ""],
            ]) { BlankRows = 120 },
        new(Levels, new("ระดับคะแนน", "Levels"), new("๑ แถว คือ ๑ ระดับ เรียงจากคะแนนน้อยไปมาก วิธีวัดแบบระดับตามขั้นใช้ข้อความเป็นคำถาม ใช่-ไม่ ในแบบ", "One row for each level, lowest first; of a measure in levels the text is asked in the form as yes or no."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 },
                new("score", new("คะแนน", "Score"), RuleCell.Number) { Width = 11 },
                new("from", new("ค่าเกณฑ์", "Threshold"), RuleCell.Number) { Width = 13 },
                new("text", new("ข้อความของระดับ", "Text of the level"), RuleCell.Text) { Width = 70 },
            ],
            [
                ["๑", "1", "60", ""], ["๑", "2", "70", ""], ["๑", "3", "80", ""], ["๑", "4", "90", ""], ["๑", "5", "100", ""],
                ["๒", "0", "", ""], ["๒", "1", "1", ""], ["๒", "3", "2", ""], ["๒", "5", "4", ""],
                ["๓", "1", "", "มีผู้รับผิดชอบ"], ["๓", "2", "", "มีถังแยกประเภทครบทุกชั้น"], ["๓", "3", "", "มีรายงานผลการคัดแยกทุกเดือน"],
            ]) { BlankRows = 120 },
        .. ExtraTables.All,
    ];

    /// <summary>What the first sheet says.</summary>
    public static ImmutableArray<string> Advice { get; } =
    [
        "กรอกไฟล์นี้แล้วนำเข้า จะได้กรอบการประเมินของสำนักงานเอง ใช้เปิดรอบ แจกแบบ คิดคะแนน และออกรายงานได้ทันที",
        "๑. แผ่นงาน “กรอบ” บอกว่ารางวัลชื่ออะไร ปีใด ส่งเมื่อใด และเกณฑ์มาจากไหน",
        "๒. แผ่นงาน “ตัวชี้วัด” บอกว่าวัดอะไร วัดอย่างไร น้ำหนักเท่าใด",
        "๓. แผ่นงาน “ช่องข้อมูล” บอกว่าหน่วยงานต้องกรอกช่องใดบ้างของแต่ละตัวชี้วัด",
        "๔. แผ่นงาน “ระดับคะแนน” บอกว่าค่าที่วัดได้เท่าใดได้กี่คะแนน",
        "แผ่นงานถัดจากนั้นใช้เมื่อรางวัลมีเท่านั้น เว้นว่างหรือลบทิ้งได้: เพิ่มเติมรายตัวชี้วัด (คะแนนเพิ่ม คะแนนหัก กรรมการ) เงื่อนไขของแถว ตรวจค่าที่กรอก ช่องที่กรอกครั้งเดียว บัญชีรายการ ตัวหารของร้อยละ ด้าน ชนิดหน่วยงาน กลุ่มผู้รับการประเมิน ระดับคะแนนรายกลุ่ม เงื่อนไขที่ต้องผ่าน ตัดสินคะแนนเท่ากัน คะแนนรวมและการจัดลำดับ และรายละเอียดอื่น",
        "แถวที่มีอยู่เป็นตัวอย่าง พิมพ์ทับหรือลบได้ แถวว่างไม่นับ พิมพ์ตัวเลขไทยหรืออารบิกก็ได้",
        "วิธีวัด",
        "• ร้อยละของแถวที่ตอบ ใช่: ช่องที่ ๑ เป็นช่องใช่-ไม่ คิด แถวที่ตอบใช่ ÷ แถวทั้งหมด",
        "• ร้อยละของ อปท. ทุกแห่งที่ตอบ ใช่: เหมือนข้อก่อน แต่หารด้วย อปท. ทุกแห่งในจังหวัด ต้องมีช่องชนิด อปท. ๑ ช่อง",
        "• ร้อยละของแถวที่เสร็จภายในกำหนดวัน: ช่องที่ ๑ วันเริ่ม ช่องที่ ๒ วันเสร็จ และจำนวนวัน วันถัดจากวันเริ่มเป็นวันที่ ๑",
        "• ร้อยละของแถวที่เข้าเงื่อนไข: แถวที่ผ่านตามแผ่นงานเงื่อนไขของแถว ÷ แถวทั้งหมด แผ่นงานนั้นเพิ่มเงื่อนไขให้วิธีวัดอื่นได้ด้วย เช่น นับเฉพาะแถวที่ประเภทคือโครงการ",
        "• กำหนดเวลาอื่น เช่น วันทำการ เดือน ปี นับวันแรก หรือเลื่อนเมื่อครบกำหนดวันหยุด (ป.พ.พ. มาตรา ๑๙๓/๓ ๑๙๓/๕ ๑๙๓/๘): เลือก ภายใน หรือ พ้นกำหนด ในแผ่นงานเงื่อนไขของแถว",
        "• จำนวนแถว: นับแถวที่ไม่ซ้ำกันตามช่องที่ใช้ระบุรายการเดียวกัน",
        "• ผลรวมของช่อง และ ค่าเฉลี่ยของช่อง: ช่องที่ ๑ เป็นช่องจำนวน",
        "• ค่าเฉลี่ยถ่วงน้ำหนักของช่อง: ช่องที่ ๑ ค่า ช่องที่ ๒ น้ำหนักของแถว เช่น จำนวนผู้ตอบ ช่องน้ำหนักต้องระบุต่ำสุด (๐ ขึ้นไป) และสูงสุด (ไม่เกิน ๑,๐๐๐,๐๐๐)",
        "• ร้อยละของผลรวมสองช่อง: ช่องที่ ๑ ÷ ช่องที่ ๒ เช่น งบที่ใช้ ÷ งบที่ได้รับ",
        "• ร้อยละที่เพิ่มขึ้น: ช่องที่ ๑ ค่าปีนี้ ช่องที่ ๒ ค่าปีก่อน",
        "• ระดับตามขั้น: แต่ละระดับในแผ่นงานระดับคะแนนเป็นคำถาม ใช่-ไม่ ได้ระดับสูงสุดที่ผ่านครบทุกขั้นก่อนหน้า",
        "วิธีให้คะแนน",
        "• เทียบสัดส่วนระหว่างเกณฑ์: ระหว่างสองเกณฑ์คิดคะแนนตามสัดส่วน • เป็นขั้น: ได้คะแนนของขั้นสุดท้ายที่ถึง • เป็นช่วง: ช่วงแรกไม่มีค่าเกณฑ์ • ค่าที่วัดเป็นคะแนน: คะแนนเต็มคือคะแนนในแถวสุดท้าย",
    ];
}
