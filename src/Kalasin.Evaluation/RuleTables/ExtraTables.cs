using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Tables of what many awards do without: groups, classes, bonuses, what has to be reached, the order. Each may stay empty, or be taken out of the workbook.</summary>
internal static class ExtraTables
{
    public const string Each = "each", Groups = "groups", Classes = "classes", ClassLevels = "classLevels", Requirements = "requirements", Order = "order", Sum = "sum", Kinds = "kinds", Conditions = "conditions";

    public const string Bonus = "คะแนนเพิ่ม", Penalty = "คะแนนหัก", EachRow = "แต่ละแถว", WholeReturn = "ทั้งรายงาน", AtLeast = "ไม่ต่ำกว่า", AtMost = "ไม่เกิน", Higher = "มากกว่า", Lower = "น้อยกว่าหรือก่อน";

    public const string OfTotal = "คะแนนรวม", OfGroup = "คะแนนของด้าน", OfIndicator = "คะแนนของตัวชี้วัด", OfValue = "ค่าที่วัดได้ของตัวชี้วัด", OfPenalty = "คะแนนหักรวม", OfDay = "วันที่ส่งครบ";

    public const string Weights = "น้ำหนักรวมต้องเป็น", MostBonus = "คะแนนเพิ่มรวมไม่เกิน", MostPenalty = "คะแนนหักรวมไม่เกิน", EndsAtFull = "คะแนนรวมไม่เกินคะแนนเต็ม (ใช่/ไม่)", TScores = "แสดงคะแนนที (ใช่/ไม่)",
        Entry = "รหัสกรอบของรอบคัดกรอง", EntryTop = "เข้ารอบกี่ลำดับแรก", EntryLeast = "หรือเข้ารอบเมื่อคะแนนรวมไม่ต่ำกว่า";

    public const string Meeting = "ถือว่าผ่านเมื่อ", Counting = "นับเฉพาะแถวที่";

    /// <summary>What conditions decide.</summary>
    public static ImmutableArray<string> Uses { get; } = [Meeting, Counting];

    /// <summary>How a condition compares; a blank is no value at all.</summary>
    public static ImmutableArray<string> Comparisons { get; } = ["คือ", "ไม่ใช่", "ตั้งแต่", "ไม่เกิน", "กรอกไว้", "เว้นว่าง"];

    public static ImmutableArray<string> Parts { get; } = [OfTotal, OfGroup, OfIndicator, OfValue, OfPenalty];

    public static ImmutableArray<RuleTable> All { get; } =
    [
        Optional(Each, new("เพิ่มเติมรายตัวชี้วัด", "Beside each indicator"), new("เฉพาะตัวชี้วัดที่เป็นคะแนนเพิ่มหรือหัก ที่กรรมการให้คะแนน ที่หน่วยงานประเมินตนเอง หรือที่นับเมื่อมีหลักฐาน", "Indicators that are a bonus or penalty, that judges score, that units score themselves, or that count with evidence."),
            Number(), new("role", new("ผลต่อคะแนนรวม", "In the total"), RuleCell.Choice) { Options = [Bonus, Penalty] },
            new("judge", new("ช่องชื่อกรรมการ", "Judge's field"), RuleCell.Text) { Width = 20, Hint = "เฉพาะวิธีวัด ค่าเฉลี่ยของช่อง: หัวช่องชนิดข้อความที่ใช้ระบุรายการเดียวกัน" },
            new("lowest", new("ตัดค่าต่ำสุดกี่ค่า", "Lowest left out"), RuleCell.Number), new("highest", new("ตัดค่าสูงสุดกี่ค่า", "Highest left out"), RuleCell.Number),
            new("self", new("หน่วยงานประเมินตนเอง", "Self-score"), RuleCell.Choice) { Options = RuleValues.YesOrNo },
            new("proof", new("นับเมื่อมีหลักฐานของ", "Counts with evidence of"), RuleCell.Choice) { Options = [EachRow, WholeReturn] }),
        Optional(Conditions, new("เงื่อนไขของแถว", "Conditions on rows"), new("๑ แถว คือ ๑ เงื่อนไข ทุกข้อของทางเลือกเดียวกันต้องเป็นจริง มีหลายทางเลือก เป็นจริงทางเลือกเดียวก็พอ", "One row for each condition: all of an alternative hold, and one alternative is enough."),
            Number(), new("use", new("ใช้กับ", "What it decides"), RuleCell.Choice) { Width = 20, Options = Uses, Hint = "“ถือว่าผ่านเมื่อ” เฉพาะวิธีวัดที่เป็นร้อยละของแถว" },
            new("alternative", new("ทางเลือกที่", "Alternative"), RuleCell.Number) { Hint = "เว้นว่างเมื่อมีทางเลือกเดียว" },
            new("field", new("หัวช่อง", "Field"), RuleCell.Text) { Width = 30 }, new("compares", new("เปรียบเทียบ", "Compares"), RuleCell.Choice) { Width = 14, Options = Comparisons },
            new("value", new("ค่าหรือหัวช่องที่เทียบด้วย", "Value or field"), RuleCell.Text) { Width = 30, Hint = "ตั้งแต่ และ ไม่เกิน รวมค่าที่ระบุด้วย" }),
        Optional(Groups, new("ด้าน", "Groups"), new("๑ แถว คือ ๑ ด้านที่มีคะแนนย่อย เช่น ด้านที่ ๑ การบริการ ตัวชี้วัดที่ ๑, ๒, ๓", "One row for each group with a subtotal."),
            new("name", new("ชื่อด้าน", "Group"), RuleCell.Text) { Width = 40 }, new("indicators", new("ตัวชี้วัดในด้าน", "Its indicators"), RuleCell.Text) { Width = 30, Hint = "เลขที่คั่นด้วยจุลภาคหรือเว้นวรรค" },
            new("weight", new("น้ำหนักของด้าน", "Its weight"), RuleCell.Number) { Hint = "เว้นว่างได้ ถ้าระบุต้องระบุทุกด้าน" }, new("sum", new("น้ำหนักในด้านรวมเป็น", "Weights add up to"), RuleCell.Number) { Width = 20 }),
        Optional(Kinds, new("ชนิดหน่วยงาน", "Kinds of units"), new("ชนิดของหน่วยงานที่รางวัลนี้เรียกเอง เช่น โรงพยาบาล เมื่อแผนมีหน่วยงานนอกจากกลุ่มงาน ฝ่าย และท้องถิ่นอำเภอ", "Kinds of units of the award's own, such as hospitals."),
            new RuleColumn("name", new("ชื่อชนิด", "Kind"), RuleCell.Text) { Width = 40 }),
        Optional(Classes, new("กลุ่มผู้รับการประเมิน", "Classes"), new("๑ แถว คือ ๑ กลุ่ม เช่น ขนาดโรงพยาบาล: ขนาดใหญ่ แผนของจังหวัดบอกว่าหน่วยงานใดอยู่กลุ่มใด", "One row for each class, such as size: large; the province's plan says whose is which."),
            new("name", new("จำแนกตาม", "Sorted by"), RuleCell.Text) { Width = 30 }, new("option", new("กลุ่ม", "Class"), RuleCell.Text) { Width = 30 }),
        Optional(ClassLevels, new("ระดับคะแนนรายกลุ่ม", "Levels by class"), new("เกณฑ์ของตัวชี้วัดที่ต่างกันตามกลุ่ม กรอกแทนแผ่นงานระดับคะแนน ต้องมีครบทุกกลุ่ม", "Thresholds that differ by class, instead of the sheet of levels; every class has its own."),
            Number(), new("option", new("กลุ่ม", "Class"), RuleCell.Text) { Width = 30 }, new("score", new("คะแนน", "Score"), RuleCell.Number), new("from", new("ค่าเกณฑ์", "Threshold"), RuleCell.Number)),
        Optional(Requirements, new("เงื่อนไขที่ต้องผ่าน", "Requirements"), new("ผู้ที่ไม่ผ่านไม่ได้รับการจัดลำดับ เช่น คะแนนรวมไม่ต่ำกว่าร้อยละ ๖๐ หรือค่าของตัวชี้วัดเรื่องร้องเรียนไม่เกิน ๐", "Who fails one isn't ranked: 60 per cent of the total, or no complaint found true."),
            new("of", new("เงื่อนไขของ", "Of"), RuleCell.Choice) { Width = 28, Options = Parts }, Which(), new("bound", new("ต้อง", "Has to be"), RuleCell.Choice) { Options = [AtLeast, AtMost] },
            new("value", new("เท่าใด", "How much"), RuleCell.Number), new("perCent", new("เป็นร้อยละของคะแนนเต็ม", "Per cent of the full score"), RuleCell.Choice) { Width = 22, Options = RuleValues.YesOrNo },
            new("text", new("ถ้อยคำในรายงาน", "In words"), RuleCell.Text) { Width = 50 }),
        Optional(Order, new("ตัดสินคะแนนเท่ากัน", "Tie-breaks"), new("ใช้ตามลำดับแถวเมื่อคะแนนรวมเท่ากัน หากยังเท่ากันอีกให้ครองลำดับร่วมกัน", "Asked in this order where totals are equal."),
            new("by", new("ตัดสินด้วย", "By"), RuleCell.Choice) { Width = 28, Options = [.. Parts, OfDay] }, Which(), new("prefers", new("ผู้ที่", "Who has"), RuleCell.Choice) { Width = 18, Options = [Higher, Lower] }),
        new(Sum, new("คะแนนรวมและการจัดลำดับ", "Total and order"), new("กรอกเฉพาะข้อที่รางวัลกำหนด", "Fill in what the award says."),
            [new("item", new("รายการ", "Item"), RuleCell.Given) { Width = 42 }, new("value", new("ค่าที่กรอก", "Value"), RuleCell.Text) { Width = 40 }],
            [[Weights, ""], [MostBonus, ""], [MostPenalty, ""], [EndsAtFull, ""], [TScores, ""], [Entry, ""], [EntryTop, ""], [EntryLeast, ""]]) { IsOptional = true },
    ];

    private static RuleColumn Number() => new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 };

    private static RuleColumn Which() => new("which", new("ด้านหรือตัวชี้วัดที่", "Group or indicator"), RuleCell.Text) { Width = 24, Hint = "ชื่อด้าน หรือเลขที่ตัวชี้วัด เว้นว่างเมื่อเป็นคะแนนรวมหรือคะแนนหักรวม" };

    private static RuleTable Optional(string id, BilingualText name, BilingualText hint, params ImmutableArray<RuleColumn> columns) => new(id, name, hint, columns, []) { BlankRows = 20, IsOptional = true };
}
