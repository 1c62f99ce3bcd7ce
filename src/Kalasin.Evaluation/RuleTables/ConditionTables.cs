using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Tables of conditions: what rows meet, which rows count, and which values are wrong beside each other.</summary>
internal static class ConditionTables
{
    public const string Conditions = "conditions", Checks = "checks";

    public const string Meeting = "ถือว่าผ่านเมื่อ", Counting = "นับเฉพาะแถวที่", Due = "ตัวหารคือแถวที่";

    /// <summary>The day on which "overdue" is judged; and the last day of the fiscal year that is named after it.</summary>
    public const string Judged = "วันประเมิน", YearEnd = "วันสิ้นปีงบประมาณ";

    /// <summary>What conditions decide, and the member that they stand in.</summary>
    public static ImmutableArray<(string Word, string Member)> Uses { get; } = [(Meeting, "meets"), (Counting, "where"), (Due, "due")];

    /// <summary>What lengths of time are counted in, and the member that says so.</summary>
    public static ImmutableArray<(string Word, string Member)> Units { get; } = [("วัน", "days"), ("วันทำการ", "workingDays"), ("เดือน", "months"), ("ปี", "years")];

    /// <summary>How much a broken check matters.</summary>
    public static ImmutableArray<(string Word, string Name)> Severities { get; } = [("ไม่ให้นับ", "error"), ("แจ้งเตือน", "warning"), ("แจ้งให้ทราบ", "information")];

    public static ImmutableArray<RuleTable> All { get; } =
    [
        ExtraTables.Optional(Conditions, new("เงื่อนไขของแถว", "Conditions on rows"), new("๑ แถว คือ ๑ เงื่อนไข ทุกข้อของทางเลือกเดียวกันต้องเป็นจริง มีหลายทางเลือก เป็นจริงทางเลือกเดียวก็พอ", "One row for each condition: all of an alternative hold, and one alternative is enough."),
            [
                ExtraTables.Number(),
                new("use", new("ใช้กับ", "What it decides"), RuleCell.Choice) { Width = 20, Options = [.. Uses.Select(u => u.Word)], Hint = "“ถือว่าผ่านเมื่อ” และ “ตัวหารคือแถวที่” เฉพาะวิธีวัดที่เป็นร้อยละของแถว" },
                .. Compared(isOptional: true),
            ]),
        ExtraTables.Optional(Checks, new("ตรวจค่าที่กรอก", "Checks of what is filled in"), new("แถวที่มีข้อความเริ่มข้อตรวจใหม่ แถวถัดไปที่ไม่มีข้อความเป็นเงื่อนไขต่อของข้อเดียวกัน ค่าที่เข้าเงื่อนไขคือค่าที่ผิด", "A row with a message begins a check; rows without one add conditions to it. What meets them is wrong."),
            [
                ExtraTables.Number(),
                .. Compared(isOptional: false),
                new("at", new("แจ้งที่ช่อง", "Told at"), RuleCell.Text) { Width = 26, Hint = "หัวช่องที่ต้องแก้ เว้นว่างเมื่อเป็นหัวช่องของเงื่อนไขแรก ช่องของแถวตรวจทีละแถว ช่องที่กรอกครั้งเดียวตรวจครั้งเดียว" },
                new("severity", new("ผลเมื่อผิด", "What follows"), RuleCell.Choice) { Options = [.. Severities.Select(s => s.Word)], Hint = "ไม่ให้นับ: แถวหรือค่านั้นไม่นับจนกว่าจะแก้" },
                new("message", new("ข้อความที่แจ้ง", "Message"), RuleCell.Text) { Width = 44 },
                new("remedy", new("สิ่งที่ขอให้แก้", "Remedy"), RuleCell.Text) { Width = 44 },
            ]),
    ];

    /// <summary>What a condition is made of; a workbook of before periods lacks their columns.</summary>
    private static ImmutableArray<RuleColumn> Compared(bool isOptional) =>
    [
        new("alternative", new("ทางเลือกที่", "Alternative"), RuleCell.Number) { Hint = "เว้นว่างเมื่อมีทางเลือกเดียว" },
        new("field", new("หัวช่อง", "Field"), RuleCell.Text) { Width = 30, Hint = "หัวช่องของแถว หรือช่องที่กรอกครั้งเดียว" },
        new("compares", new("เปรียบเทียบ", "Compares"), RuleCell.Choice) { Width = 20, Options = Comparison.Words, Hint = "คำที่มี (หรือว่าง) และ ไม่ใช่ เป็นจริงเมื่อยังไม่กรอกด้วย" },
        new("value", new("ค่าหรือหัวช่องที่เทียบด้วย", "Value or field"), RuleCell.Text) { Width = 30, Hint = $"ตั้งแต่ และ ไม่เกิน รวมค่าที่ระบุด้วย ภายใน: วันเริ่ม ใช้ {Judged} หรือ {YearEnd} ๒๕๗๐ แทนวันที่ได้" },
        new("length", new("ระยะเวลา", "Length"), RuleCell.Number) { Hint = "เฉพาะ ภายใน และ พ้นกำหนด", IsOptional = isOptional },
        new("unit", new("หน่วยเวลา", "In"), RuleCell.Choice) { Options = [.. Units.Select(u => u.Word)], Hint = "เดือนและปีนับตามปฏิทิน (ป.พ.พ. มาตรา ๑๙๓/๕) เว้นว่างคือวัน", IsOptional = isOptional },
        new("first", new("นับวันแรกเป็นวันที่ ๑", "First day counts"), RuleCell.Choice) { Options = RuleValues.YesOrNo, Hint = "ป.พ.พ. มาตรา ๑๙๓/๓ ปกติเริ่มนับวันถัดไป", IsOptional = isOptional },
        new("holiday", new("ครบกำหนดวันหยุดให้เลื่อน", "Extended past holidays"), RuleCell.Choice) { Width = 20, Options = RuleValues.YesOrNo, Hint = "ป.พ.พ. มาตรา ๑๙๓/๘ เลื่อนไปวันทำการถัดไป", IsOptional = isOptional },
    ];
}
