using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Tables of what many awards do without: groups, classes, bonuses, what has to be reached, the order. Each may stay empty, or be taken out of the workbook.</summary>
internal static class ExtraTables
{
    public const string Each = "each", Groups = "groups", Classes = "classes", ClassLevels = "classLevels", Requirements = "requirements", Order = "order", Sum = "sum", Kinds = "kinds", Facts = "facts", Lists = "lists", Populations = "populations", Details = "details";

    public const string Bonus = "คะแนนเพิ่ม", Penalty = "คะแนนหัก", EachRow = "แต่ละแถว", WholeReturn = "ทั้งรายงาน", AtLeast = "ไม่ต่ำกว่า", AtMost = "ไม่เกิน", Higher = "มากกว่า", Lower = "น้อยกว่าหรือก่อน";

    public const string OfTotal = "คะแนนรวม", OfGroup = "คะแนนของด้าน", OfIndicator = "คะแนนของตัวชี้วัด", OfValue = "ค่าที่วัดได้ของตัวชี้วัด", OfPenalty = "คะแนนหักรวม", OfDay = "วันที่ส่งครบ";

    public const string Weights = "น้ำหนักรวมต้องเป็น", MostBonus = "คะแนนเพิ่มรวมไม่เกิน", MostPenalty = "คะแนนหักรวมไม่เกิน", EndsAtFull = "คะแนนรวมไม่เกินคะแนนเต็ม (ใช่/ไม่)", TScores = "แสดงคะแนนที (ใช่/ไม่)",
        Entry = "รหัสกรอบของรอบคัดกรอง", EntryTop = "เข้ารอบกี่ลำดับแรก", EntryLeast = "หรือเข้ารอบเมื่อคะแนนรวมไม่ต่ำกว่า";

    /// <summary>What a percentage is divided by, whatever rows were typed.</summary>
    public static ImmutableArray<string> Wholes { get; } = ["อปท. ทุกแห่ง", "ทุกรายการในบัญชี"];

    /// <summary>What stands in a cell of the details where the framework says nothing.</summary>
    public const string Nothing = "(ไม่มี)";

    public static ImmutableArray<string> Parts { get; } = [OfTotal, OfGroup, OfIndicator, OfValue, OfPenalty];

    public static ImmutableArray<RuleTable> All =>
    [
        Optional(Each, new("เพิ่มเติมรายตัวชี้วัด", "Beside each indicator"), new("เฉพาะตัวชี้วัดที่เป็นคะแนนเพิ่มหรือหัก ที่กรรมการให้คะแนน ที่หน่วยงานประเมินตนเอง หรือที่นับเมื่อมีหลักฐาน", "Indicators that are a bonus or penalty, that judges score, that units score themselves, or that count with evidence."),
            Number(), new("role", new("ผลต่อคะแนนรวม", "In the total"), RuleCell.Choice) { Options = [Bonus, Penalty] },
            new("judge", new("ช่องชื่อกรรมการ", "Judge's field"), RuleCell.Text) { Width = 20, Hint = "เฉพาะวิธีวัด ค่าเฉลี่ยของช่อง: หัวช่องชนิดข้อความที่ใช้ระบุรายการเดียวกัน" },
            new("lowest", new("ตัดค่าต่ำสุดกี่ค่า", "Lowest left out"), RuleCell.Number), new("highest", new("ตัดค่าสูงสุดกี่ค่า", "Highest left out"), RuleCell.Number),
            new("self", new("หน่วยงานประเมินตนเอง", "Self-score"), RuleCell.Choice) { Options = RuleValues.YesOrNo },
            new("proof", new("นับเมื่อมีหลักฐานของ", "Counts with evidence of"), RuleCell.Choice) { Options = [EachRow, WholeReturn] }),
        .. ConditionTables.All,
        Optional(Facts, new("ช่องที่กรอกครั้งเดียว", "Single values"), new("๑ แถว คือ ๑ ค่าที่หน่วยงานกรอกครั้งเดียวทั้งรายงาน เช่น วันที่เสนอผู้ว่าราชการจังหวัด", "One row for each value that a return has once."),
            [Number(), new("label", new("หัวช่อง", "Label"), RuleCell.Text) { Width = 40 }, new("type", new("ชนิดข้อมูล", "Type"), RuleCell.Choice) { Options = FrameworkTables.Types[..5] },
            new("options", new("ตัวเลือก", "Options"), RuleCell.Lines) { Width = 34, Hint = "เฉพาะชนิดตัวเลือก ตัวเลือกละบรรทัด (Alt+Enter) หรือคั่นด้วย /" }]),
        Optional(Lists, new("บัญชีรายการ", "Lists"), new("ชื่อบัญชีที่แต่ละจังหวัดกรอกรายการเองในแผน เช่น โรงพยาบาล ตลาด ช่องชนิดตัวเลือกใช้เป็นตัวเลือกได้", "Lists whose things each province's plan gives, such as hospitals; a field of choices may offer one."),
            [new RuleColumn("name", new("ชื่อบัญชี", "List"), RuleCell.Text) { Width = 40 }]),
        Optional(Populations, new("ตัวหารของร้อยละ", "What percentages are of"), new("ร้อยละที่หารด้วยทุกแห่งแม้ไม่มีแถวของแห่งนั้น", "Percentages of all there are, whether a row speaks of them or not."),
            [Number(), new("of", new("ตัวหาร", "Out of"), RuleCell.Choice) { Width = 22, Options = Wholes }, new("field", new("หัวช่องที่บอกว่าแถวเป็นของแห่งใด", "Field that says which"), RuleCell.Text) { Width = 34 },
            new("on", new("ตามทะเบียน ณ วันที่", "Register as of"), RuleCell.Date) { Width = 20, Hint = "เฉพาะ อปท. เว้นว่างคือวันกำหนดส่ง" },
            new("kinds", new("ประเภท อปท.", "Kinds"), RuleCell.Lines) { Width = 34, Hint = "ชื่อประเภทละบรรทัด เช่น เทศบาลตำบล เว้นว่างคือทุกประเภท" }]),
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
        Optional(Details, new("รายละเอียดอื่น", "Other details"), new("ส่วนของกรอบที่ไม่มีแผ่นงานของตนเอง เช่น ข้อความภาษาอังกฤษ และที่มารายข้อ แก้เฉพาะช่องค่า", "Parts of the framework that no other sheet asks, such as English texts; only the values are changed."),
            [new("what", new("เรื่อง", "What"), RuleCell.Text) { Width = 60 }, new("at", new("ตำแหน่งในกรอบ", "Place in the framework"), RuleCell.Text) { Width = 50, Hint = "ตัวชี้ตำแหน่ง JSON ลำดับนับจาก 0" },
            new("value", new("ค่า", "Value"), RuleCell.Text) { Width = 70, Hint = $"ข้อความ จำนวน true หรือ JSON หากไม่มีให้พิมพ์ {Nothing}" }]),
    ];

    public static RuleColumn Number() => new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 };

    private static RuleColumn Which() => new("which", new("ด้านหรือตัวชี้วัดที่", "Group or indicator"), RuleCell.Text) { Width = 24, Hint = "ชื่อด้าน หรือเลขที่ตัวชี้วัด เว้นว่างเมื่อเป็นคะแนนรวมหรือคะแนนหักรวม" };

    public static RuleTable Optional(string id, BilingualText name, BilingualText hint, params ImmutableArray<RuleColumn> columns) => new(id, name, hint, columns, []) { BlankRows = 20, IsOptional = true };
}
