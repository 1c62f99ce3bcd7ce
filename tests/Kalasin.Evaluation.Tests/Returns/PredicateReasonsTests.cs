using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Returns;

/// <summary>Why each kind of condition holds or doesn't, word for word: below, at and above its limit, and where an operand is blank.</summary>
public sealed class PredicateReasonsTests
{
    private static readonly RegisterSchema Schema = new(
        "row",
        [
            new("received", new("วันที่รับ", "Received"), ColumnType.Date), new("resolved", new("วันที่มีมติ", "Resolved"), ColumnType.Date),
            new("score", new("คะแนน", "Score"), ColumnType.Number), new("name", new("ชื่อ", "Name"), ColumnType.Text),
            new("kind", new("ลักษณะมติ", "Resolution"), ColumnType.Choice) { Options = [new("final", new("แล้วเสร็จ", "Final")), new("more", new("ให้ดำเนินการเพิ่ม", "Further inquiry"))] },
            new("done", new("รายงานใน INFO", "Reported"), ColumnType.Flag), new("body", new("อปท.", "Authority"), ColumnType.Authority),
            new("sender", new("ผู้ส่ง", "Sender"), ColumnType.Sender),
        ])
    {
        Facts =
        [
            new("all", new("จำนวนทั้งหมด", "All"), ColumnType.Number),
            new("state", new("สถานะ", "State"), ColumnType.Choice) { Options = [new("open", new("ยังไม่ยุติ", "Open")), new("shut", new("ยุติ", "Closed"))] },
        ],
    };

    private static readonly Operand Received = new ColumnOperand("received"), Resolved = new ColumnOperand("resolved"), Score = new ColumnOperand("score"), Name = new ColumnOperand("name");

    private static readonly Operand Kind = new ColumnOperand("kind"), Done = new ColumnOperand("done"), Body = new ColumnOperand("body"), Sender = new ColumnOperand("sender");

    private static readonly Operand All = new FactOperand("all"), State = new FactOperand("state"), Today = new EvaluationDateOperand();

    /// <summary>Judged on 15 May 2024.</summary>
    private static void Tells(Predicate predicate, bool holds, string thai, string english, params (string Id, object Value)[] values)
    {
        var evaluator = new PredicateEvaluator(new(2024, 5, 15));
        var given = values.ToLookup(v => Schema.Facts.Any(f => f.Id == v.Id), v => KeyValuePair.Create(v.Id, ValueOf(v.Value)));
        var subject = new PredicateSubject(ValuesById.Of(given[false]), ValuesById.Of(given[true]));
        Assert.Equal((holds, new BilingualText(thai, english)), (evaluator.Holds(predicate, subject), new PredicateReasons(Schema, evaluator).Of(predicate, subject)));
    }

    private static CellValue ValueOf(object value) => value switch
    {
        CellValue known => known,
        decimal number => new NumberValue(number),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new DateValue(day),
        _ => new TextValue((string)value),
    };

    [Fact]
    public void EqualTo_NamesWhatIsThereAndWhatIsAskedFor()
    {
        Tells(new EqualTo(Name, new TextOperand("ก 1")), true, "ชื่อเป็น “ก ๑”", "Name is “ก 1”", ("name", "ก 1"));
        Tells(new EqualTo(Name, new TextOperand("ข 2")), false, "ชื่อเป็น “ก ๑” ไม่ใช่ “ข ๒”", "Name is “ก 1”, not “ข 2”", ("name", "ก 1"));
        Tells(new EqualTo(Name, new TextOperand("ข 2")), false, "ยังไม่ได้ระบุชื่อ", "Name is blank");
        Tells(new EqualTo(Score, new NumberOperand(85)), true, "คะแนนเป็น ๘๕.๐", "Score is 85.0", ("score", 85.0m));
        Tells(new EqualTo(Score, new NumberOperand(85)), false, "คะแนนเป็น ๘๔.๙๙๙ ไม่ใช่ ๘๕", "Score is 84.999, not 85", ("score", 84.999m));
        Tells(new EqualTo(Score, new NumberOperand(85)), false, "คะแนนเป็น “๘๕?” ไม่ใช่ ๘๕", "Score is “๘๕?”, not 85", ("score", new UnreadValue("๘๕?")));
        Tells(new EqualTo(Score, new TextOperand("85")), false, "คะแนนเป็น ๘๕ ไม่ใช่ “๘๕”", "Score is 85, not “85”", ("score", 85m));
        Tells(new EqualTo(Score, All), false, "คะแนนเป็น ๘๕ ไม่ใช่ -", "Score is 85, not -", ("score", 85m));
        Tells(new EqualTo(Received, Resolved), false, "วันที่รับเป็น ๑ พ.ค. ๖๗ ไม่ใช่ ๒ พ.ค. ๖๗", "Received is 1 May 2024, not 2 May 2024", ("received", "2024-05-01"), ("resolved", "2024-05-02"));
        Tells(new EqualTo(Received, Resolved), true, "วันที่รับเป็น ๑ พ.ค. ๖๗", "Received is 1 May 2024", ("received", "2024-05-01"), ("resolved", "2024-05-01"));
    }

    /// <summary>A name that ends in a Thai letter joins the verb; behind other letters and signs stands a space.</summary>
    [Fact]
    public void EqualTo_NamesOptionsFlagsAuthoritiesAndUnits()
    {
        Tells(new EqualTo(Kind, new TextOperand("final")), true, "ลักษณะมติเป็น “แล้วเสร็จ”", "Resolution is “Final”", ("kind", new ChoiceValue("final")));
        Tells(new EqualTo(Kind, new TextOperand("gone")), false, "ลักษณะมติเป็น “ให้ดำเนินการเพิ่ม” ไม่ใช่ “gone”", "Resolution is “Further inquiry”, not “gone”", ("kind", new ChoiceValue("more")));
        Tells(new EqualTo(Kind, new TextOperand("final")), false, "ลักษณะมติเป็น old ไม่ใช่ “แล้วเสร็จ”", "Resolution is old, not “Final”", ("kind", new ChoiceValue("old")));
        Tells(new EqualTo(Kind, State), false, "ลักษณะมติเป็น “แล้วเสร็จ” ไม่ใช่ “ยุติ”", "Resolution is “Final”, not “Closed”", ("kind", new ChoiceValue("final")), ("state", new ChoiceValue("shut")));
        Tells(new EqualTo(State, new TextOperand("shut")), false, "สถานะเป็น “ยังไม่ยุติ” ไม่ใช่ “ยุติ”", "State is “Open”, not “Closed”", ("state", new ChoiceValue("open")));
        Tells(new EqualTo(Done, new TextOperand("yes")), true, "รายงานใน INFO เป็น “ใช่”", "Reported is “yes”", ("done", new FlagValue(true)));
        Tells(new EqualTo(Done, new TextOperand("no")), false, "รายงานใน INFO เป็น “ใช่” ไม่ใช่ “ไม่”", "Reported is “yes”, not “no”", ("done", new FlagValue(true)));
        Tells(new EqualTo(Body, new TextOperand("SAO-460203")), true, "อปท. เป็น SAO-460203", "Authority is SAO-460203", ("body", new AuthorityValue(new(AuthorityKind.Sao, "460203"))));
        Tells(new EqualTo(Sender, new TextOperand("FIN")), false, "ผู้ส่งเป็น PUB ไม่ใช่ “FIN”", "Sender is PUB, not “FIN”", ("sender", new UnitValue(UnitCode.Parse("PUB"))));
        Tells(new EqualTo(new TextOperand("final"), Kind), true, "final เป็น “final”", "final is “final”", ("kind", new ChoiceValue("final")));
    }

    [Fact]
    public void Comparisons_BelowAtAndAboveTheirLimit()
    {
        foreach (var (score, shown, least, most) in new[] { (84.99m, "๘๔.๙๙", false, true), (85m, "๘๕", true, true), (85.01m, "๘๕.๐๑", true, false) })
        {
            var arabic = ThaiNumerals.ToArabic(shown);
            Tells(new AtLeast(Score, new NumberOperand(85)), least, $"คะแนน {shown} {(least ? "ตั้งแต่" : "ไม่ถึง")} ๘๕", $"Score {arabic} {(least ? "is at least" : "is below")} 85", ("score", score));
            Tells(new AtMost(Score, new NumberOperand(85)), most, $"คะแนน {shown} {(most ? "ไม่เกิน" : "เกิน")} ๘๕", $"Score {arabic} {(most ? "is at most" : "is above")} 85", ("score", score));
        }
        foreach (var (day, before) in new[] { (14, true), (15, false), (16, false) })
            Tells(new Before(Received, Today), before, $"วันที่รับ {ThaiNumerals.Format(day)} พ.ค. ๖๗ {(before ? "ก่อน" : "ไม่ก่อน")} ๑๕ พ.ค. ๖๗", $"Received {day} May 2024 {(before ? "is before" : "is not before")} 15 May 2024", ("received", $"2024-05-{day}"));
        Tells(new AtMost(Received, new FiscalYearEndOperand(2566)), false, "วันที่รับ ๑ ต.ค. ๖๖ เกิน ๓๐ ก.ย. ๖๖", "Received 1 October 2023 is above 30 September 2023", ("received", "2023-10-01"));
        Tells(new AtMost(Today, Received), false, "วันที่ประเมิน ๑๕ พ.ค. ๖๗ เกิน ๑ พ.ค. ๖๗", "the evaluation date 15 May 2024 is above 1 May 2024", ("received", "2024-05-01"));
        Tells(new AtMost(new FiscalYearEndOperand(2566), Received), true, "วันสิ้นปีงบประมาณ พ.ศ. ๒๕๖๖ ๓๐ ก.ย. ๖๖ ไม่เกิน ๑ พ.ค. ๖๗", "the end of fiscal year 2566 30 September 2023 is at most 1 May 2024", ("received", "2024-05-01"));
    }

    [Fact]
    public void Comparisons_WithABlank_NameTheOneThatIsBlank()
    {
        Tells(new AtLeast(Score, All), false, "ยังไม่ได้ระบุจำนวนทั้งหมด", "All is blank", ("score", 85m));
        Tells(new AtLeast(Score, All), false, "ยังไม่ได้ระบุคะแนน", "Score is blank", ("all", 85m));
        Tells(new AtMost(Score, new FactOperand("ghost")), false, "ยังไม่ได้ระบุghost", "ghost is blank", ("score", 85m));
        Tells(new Before(Received, Resolved), false, "ยังไม่ได้ระบุวันที่มีมติ", "Resolved is blank", ("received", "2024-05-01"));
        Tells(new Within(Received, Resolved, 9), false, "ยังไม่ได้ระบุวันที่รับ", "Received is blank", ("resolved", "2024-05-01"));
        Tells(new Within(Received, Resolved, 9), false, "ยังไม่ได้ระบุวันที่มีมติ", "Resolved is blank", ("received", "2024-05-01"));
        Tells(new OverdueAfter(Received, 9), false, "ยังไม่ได้ระบุวันที่รับ", "Received is blank");
        Tells(new Present(Score), true, "ระบุคะแนนแล้ว", "Score is given", ("score", 0m));
        Tells(new Present(Score), false, "ยังไม่ได้ระบุคะแนน", "Score is blank", ("score", new UnreadValue("?")));
    }

    [Fact]
    public void Compounds_GiveTheReasonsOfThePartsThatDecide()
    {
        Predicate scored = new AtLeast(Score, new NumberOperand(85)), named = new Present(Name);
        Tells(new AllOf([scored, named]), true, "คะแนน ๘๕ ตั้งแต่ ๘๕ และระบุชื่อแล้ว", "Score 85 is at least 85 and Name is given", ("score", 85m), ("name", "ก"));
        Tells(new AllOf([scored, named]), false, "คะแนน ๘๔ ไม่ถึง ๘๕", "Score 84 is below 85", ("score", 84m), ("name", "ก"));
        Tells(new AnyOf([scored, named]), true, "ระบุชื่อแล้ว", "Name is given", ("score", 84m), ("name", "ก"));
        Tells(new AnyOf([scored, named]), false, "คะแนน ๘๔ ไม่ถึง ๘๕ และยังไม่ได้ระบุชื่อ", "Score 84 is below 85 and Name is blank", ("score", 84m));
        Tells(new Negated(scored), true, "คะแนน ๘๔ ไม่ถึง ๘๕", "Score 84 is below 85", ("score", 84m));
        Tells(new Negated(new AllOf([scored, named])), true, "ยังไม่ได้ระบุชื่อ", "Name is blank", ("score", 85m));
        Tells(new AllOf([named, named]), false, "ยังไม่ได้ระบุชื่อ", "Name is blank");
    }
}
