using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Returns.Predicates;

namespace Kalasin.Evaluation.Tests.Returns;

public sealed class PredicateEvaluatorTests
{
    private static readonly RegisterSchema Schema = new(
        "row",
        [
            new("received", new("วันที่รับ", "Received"), ColumnType.Date), new("resolved", new("วันที่มีมติ", "Resolved"), ColumnType.Date),
            new("score", new("คะแนน", "Score"), ColumnType.Number), new("name", new("ชื่อ", "Name"), ColumnType.Text),
            new("kind", new("ลักษณะมติ", "Resolution"), ColumnType.Choice)
            {
                Options = [new("final", new("แล้วเสร็จ", "Final")), new("inquiry", new("ให้ดำเนินการเพิ่ม", "Further inquiry"))],
            },
            new("done", new("รายงานใน INFO", "Reported"), ColumnType.Flag),
        ]);

    private static readonly PredicateEvaluator Evaluator = new(new(2024, 5, 15));

    /// <summary>Received on 15 February 2024, 90 days end on 15 May: that day is not over yet, the next it is.</summary>
    [Theory]
    [InlineData(14, true)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void PeriodThatIsNotOver_IsNamedToItsLastDay(int day, bool named) => Assert.Equal(
        named ? new DateOnly(2024, 5, 15) : null,
        OverdueAfterCondition.NotYetOver(new OverdueAfter(Column("received"), 90), new(new(2024, 5, day)), new(Values(("received", Date("2024-02-15"))), ValuesById.Empty))?.Last);

    [Theory]
    [InlineData("2024-02-14", true)]
    [InlineData("2024-02-15", false)]
    public void OverdueAfter90Days_OnTheEvaluationDate(string received, bool overdue) =>
        Assert.Equal(overdue, Holds(new OverdueAfter(Column("received"), 90), ("received", Date(received))));

    [Theory]
    [InlineData("2024-02-01", "2024-02-01", true)]
    [InlineData("2024-02-01", "2024-01-31", false)]
    [InlineData("2024-02-01", "2024-05-01", true)]
    [InlineData("2024-02-01", "2024-05-02", false)]
    public void Within90Days_TheDayAfterIsDay1AndDay90Counts(string received, string resolved, bool holds) =>
        Assert.Equal(holds, Holds(new Within(Column("received"), Column("resolved"), 90), ("received", Date(received)), ("resolved", Date(resolved))));

    [Theory]
    // Day 10 after 3 April 2024 is Saturday 13 April, Songkran to 16 April: the period ends on Wednesday the 17th.
    [InlineData("2024-04-17", nameof(HolidayRule.Extend), true)]
    [InlineData("2024-04-18", nameof(HolidayRule.Extend), false)]
    [InlineData("2024-04-14", nameof(HolidayRule.AsIs), false)]
    [InlineData("2024-04-13", nameof(HolidayRule.AsIs), true)]
    public void Within_EndingOnAHoliday_ExtendsOnlyWhereTheRuleSaysSo(string resolved, string rule, bool holds) =>
        Assert.Equal(holds, Holds(
            new Within(Column("received"), Column("resolved"), 10, Enum.Parse<HolidayRule>(rule)), ("received", Date("2024-04-03")),
            ("resolved", Date(resolved))));

    [Theory]
    // The period of ten days after 3 April 2024 ends on Wednesday the 17th, the first working day after Songkran.
    [InlineData(13, nameof(HolidayRule.AsIs), false)]
    [InlineData(14, nameof(HolidayRule.AsIs), true)]
    [InlineData(17, nameof(HolidayRule.Extend), false)]
    [InlineData(18, nameof(HolidayRule.Extend), true)]
    public void Overdue_BeginsWhereWithinEnds(int day, string rule, bool overdue)
    {
        var evaluator = new PredicateEvaluator(new(2024, 4, day));
        Assert.Equal(overdue, evaluator.Holds(
            new OverdueAfter(Column("received"), 10, Enum.Parse<HolidayRule>(rule)), new(Values(("received", Date("2024-04-03"))), ValuesById.Empty)));
    }

    [Theory]
    [InlineData("2024-02-27", true)]
    [InlineData("2024-02-28", false)]
    public void Within150DaysOfTheEndOfFiscalYear2566_EndsOn27February2567(string day, bool holds) =>
        Assert.Equal(holds, Evaluator.Holds(
            new Within(new FiscalYearEndOperand(2566), new FactOperand("governor"), 150), new(ValuesById.Empty, Values(("governor", Date(day))))));

    [Theory]
    [InlineData("2024-05-14", true)]
    [InlineData("2024-05-15", false)]
    [InlineData("2024-05-16", false)]
    public void Before_TheSameDayIsNot(string day, bool holds) =>
        Assert.Equal(holds, Holds(new Before(Column("received"), new EvaluationDateOperand()), ("received", Date(day))));

    [Theory]
    [InlineData("2024-09-30", true)]
    [InlineData("2024-10-01", false)]
    public void FiscalYearEnd_IsTheThirtiethOfSeptember(string day, bool holds) =>
        Assert.Equal(holds, Holds(new AtMost(Column("received"), new FiscalYearEndOperand(2567)), ("received", Date(day))));

    /// <summary>Single values are held against each other like columns: days, numbers and choices.</summary>
    [Fact]
    public void Facts_AreComparedWithEachOther()
    {
        var subject = new PredicateSubject(
            ValuesById.Empty, Values(("all", new NumberValue(10)), ("done", new NumberValue(10)), ("begun", Date("2024-01-09")), ("ended", Date("2024-01-08"))));
        Assert.True(Evaluator.Holds(new AtMost(new FactOperand("done"), new FactOperand("all")), subject));
        Assert.True(Evaluator.Holds(new EqualTo(new FactOperand("done"), new FactOperand("all")), subject));
        Assert.True(Evaluator.Holds(new Before(new FactOperand("ended"), new FactOperand("begun")), subject));
        Assert.False(Evaluator.Holds(new Within(new FactOperand("begun"), new FactOperand("ended")) { WorkingDays = 5 }, subject));
    }

    [Theory]
    [InlineData("84.99", false)]
    [InlineData("84.9999999999999", false)]
    [InlineData("85", true)]
    [InlineData("85.00", true)]
    public void AtLeast_NeverRoundsUp(string score, bool holds) =>
        Assert.Equal(holds, Holds(
            new AtLeast(Column("score"), new NumberOperand(85.00m)),
            ("score", new NumberValue(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)))));

    [Fact]
    public void ComparisonWithABlankOrAnotherType_DoesNotHold()
    {
        foreach (var predicate in (Predicate[])
            [
                new Present(Column("score")), new EqualTo(Column("score"), Column("name")),
                new AtLeast(Column("score"), new NumberOperand(0)), new AtMost(Column("score"), new NumberOperand(0)),
                new Before(Column("score"), new EvaluationDateOperand()),
                new Within(Column("score"), new EvaluationDateOperand(), 9), new OverdueAfter(Column("score"), 1),
            ])
        {
            Assert.False(Holds(predicate));
            Assert.True(Holds(new Negated(predicate)));
            Assert.False(Holds(predicate, ("score", new UnreadValue("๘๕?"))));
        }
        Assert.False(Holds(new AtLeast(Column("score"), new NumberOperand(0)), ("score", Date("2024-01-01"))));
    }

    [Fact]
    public void EqualTo_ComparesTextsNormalisedAndNamesByTheirIds()
    {
        Assert.True(Holds(new EqualTo(Column("name"), new TextOperand("ประชุม ครั้งที่ 1")), ("name", new TextValue("ประชุมครั้งที่ ๑"))));
        Assert.True(Holds(new EqualTo(Column("kind"), new TextOperand("final")), ("kind", new ChoiceValue("final"))));
        Assert.False(Holds(new EqualTo(Column("kind"), new TextOperand("final")), ("kind", new ChoiceValue("inquiry"))));
        Assert.True(Holds(new EqualTo(Column("done"), new TextOperand("no")), ("done", new FlagValue(false))));
        Assert.True(Holds(new EqualTo(Column("name"), new TextOperand("SAO-460203")), ("name", new AuthorityValue(new(AuthorityKind.Sao, "460203")))));
        Assert.True(Holds(new EqualTo(Column("name"), new TextOperand("PUB")), ("name", new UnitValue(UnitCode.Parse("PUB")))));
        Assert.True(Holds(new EqualTo(Column("score"), new NumberOperand(85)), ("score", new NumberValue(85.0m))));
    }

    [Fact]
    public void Compounds_FollowTheirParts()
    {
        Predicate yes = new Present(new EvaluationDateOperand()), no = new Present(Column("score"));
        Assert.True(Holds(new AllOf([yes, yes])));
        Assert.False(Holds(new AllOf([yes, no])));
        Assert.True(Holds(new AnyOf([no, yes])));
        Assert.False(Holds(new AnyOf([no, no])));
        Assert.True(Evaluator.Holds(null, new(ValuesById.Empty, ValuesById.Empty)));
    }

    [Fact]
    public void Periods_AtTheEndOfTheCalendar_DoNotOverflow()
    {
        Assert.True(Holds(new Within(Column("received"), Column("received"), 3660), ("received", new DateValue(DateOnly.MaxValue))));
        Assert.False(Holds(new OverdueAfter(Column("received"), 3660), ("received", new DateValue(DateOnly.MaxValue))));
    }

    [Theory]
    // Judged on 15 May 2024: what is written down stays, a day that is over stays over, states and numbers can change.
    [InlineData("2024-02-14", null, false)]
    [InlineData("2024-02-15", null, true)]
    [InlineData("2024-02-15", "2024-05-16", false)]
    [InlineData("2024-02-15", "2024-05-15", true)]
    public void Within_CanStillHoldWhileItsDaysLast(string received, string? resolved, bool can)
    {
        var subject = new PredicateSubject(
            resolved is null ? Values(("received", Date(received))) : Values(("received", Date(received)), ("resolved", Date(resolved))),
            ValuesById.Empty);
        Predicate within = new Within(Column("received"), Column("resolved"), 90);
        Assert.Equal(can, Evaluator.Can(within, true, subject));
        Assert.Equal(can, Evaluator.Can(new AllOf([new EqualTo(Column("kind"), new TextOperand("final")), within]), true, subject));
        Assert.Equal(can, Evaluator.Can(new Negated(within), false, subject));
    }

    [Fact]
    public void WhatIsWrittenDown_DoesNotChange()
    {
        var subject = new PredicateSubject(
            Values(("received", Date("2024-02-14")), ("score", new NumberValue(84)), ("kind", new ChoiceValue("inquiry"))), ValuesById.Empty);
        Assert.True(Evaluator.Can(new AtLeast(Column("score"), new NumberOperand(85)), true, subject));
        Assert.True(Evaluator.Can(new EqualTo(Column("kind"), new TextOperand("final")), true, subject));
        Assert.True(Evaluator.Can(new Present(Column("name")), true, subject));
        Assert.False(Evaluator.Can(new Present(Column("score")), false, subject));
        Assert.False(Evaluator.Can(new Before(Column("received"), new DateOperand(new(2024, 2, 1))), true, subject));
        Assert.False(Evaluator.Can(new AtMost(Column("resolved"), new DateOperand(new(2024, 5, 14))), true, subject));
        Assert.True(Evaluator.Can(new AtMost(Column("resolved"), new EvaluationDateOperand()), true, subject));
        Assert.False(Evaluator.Can(new OverdueAfter(Column("received"), 90), false, subject));
        Assert.True(Evaluator.Can(new AnyOf([new OverdueAfter(Column("received"), 9000), new Present(Column("name"))]), true, subject));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reasons_SayWhatWasFound(object predicate, string thai, string english)
    {
        var subject = new PredicateSubject(Values(("received", Date("2024-02-15")), ("resolved", Date("2024-05-16")),
            ("kind", new ChoiceValue("inquiry")), ("score", new NumberValue(84.99m)), ("done", new FlagValue(false))), ValuesById.Empty);
        var reason = new PredicateReasons(Schema, Evaluator).Of((Predicate)predicate, subject);
        Assert.Equal(thai, reason.Thai);
        Assert.Equal(english, reason.English);
    }

    public static TheoryData<object, string, string> Reasons => new()
    {
        { new EqualTo(Column("kind"), new TextOperand("final")), "ลักษณะมติเป็น “ให้ดำเนินการเพิ่ม” ไม่ใช่ “แล้วเสร็จ”",
            "Resolution is “Further inquiry”, not “Final”" },
        { new EqualTo(Column("done"), new TextOperand("yes")), "รายงานใน INFO เป็น “ไม่” ไม่ใช่ “ใช่”", "Reported is “no”, not “yes”" },
        { new AtLeast(Column("score"), new NumberOperand(85.00m)), "คะแนน ๘๔.๙๙ ไม่ถึง ๘๕.๐๐", "Score 84.99 is below 85.00" },
        { new Present(Column("name")), "ยังไม่ได้ระบุชื่อ", "Name is blank" },
        { new OverdueAfter(Column("received"), 90), "ยังไม่ครบ ๙๐ วัน (ครบ ๑๕ พ.ค. ๖๗)", "90 days are not over yet (last day 15 May 2024)" },
        { new Within(Column("received"), Column("resolved"), 90), "วันที่มีมติ ๑๖ พ.ค. ๖๗ เป็นวันที่ ๙๑ นับแต่วันที่รับ เกิน ๙๐ วัน (ครบ ๑๕ พ.ค. ๖๗)",
            "Resolved 16 May 2024 is day 91 from Received, beyond 90 days (last day 15 May 2024)" },
        { new Within(Column("received"), Column("resolved")) { WorkingDays = 50 },
            "วันที่มีมติ ๑๖ พ.ค. ๖๗ เกิน ๕๐ วันทำการ นับแต่วันที่รับ (ครบ ๒ พ.ค. ๖๗)", "Resolved 16 May 2024 is beyond 50 working days from Received (last day 2 May 2024)" },
        { new Within(Column("received"), Column("resolved")) { Months = 3 },
            "วันที่มีมติ ๑๖ พ.ค. ๖๗ เกิน ๓ เดือน นับแต่วันที่รับ (ครบ ๑๕ พ.ค. ๖๗)", "Resolved 16 May 2024 is beyond 3 months from Received (last day 15 May 2024)" },
        { new Within(Column("received"), Column("resolved"), 91) { CountsFirstDay = true }, "วันที่มีมติ ๑๖ พ.ค. ๖๗ เป็นวันที่ ๙๒ นับแต่วันที่รับ เกิน ๙๑ วัน (ครบ ๑๕ พ.ค. ๖๗)",
            "Resolved 16 May 2024 is day 92 from Received, beyond 91 days (last day 15 May 2024)" },
        { new OverdueAfter(Column("received")) { Years = 4 },
            "ยังไม่ครบ ๔ ปี (ครบ ๑๕ ก.พ. ๗๑)", "4 years are not over yet (last day 15 February 2028)" },
        { new OverdueAfter(Column("received"), EndsOnHoliday: HolidayRule.Extend) { Years = 4 },
            "ยังไม่ครบ ๔ ปี (ครบ ๑๕ ก.พ. ๗๑ โดยยังไม่มีปฏิทินวันหยุดราชการ พ.ศ. ๒๕๗๑ ที่ยืนยันแล้ว)",
            "4 years are not over yet (last day 15 February 2028, without a confirmed calendar of holidays of B.E. 2571)" },
        { new Within(Column("resolved"), Column("received"), 90), "วันที่รับ ๑๕ ก.พ. ๖๗ อยู่ก่อนวันที่มีมติ", "Received 15 February 2024 is before Resolved" },
        {
            new AllOf(
            [
                new AllOf([new Present(Column("name")), new AtMost(Column("name"), new EvaluationDateOperand())]),
                new Within(Column("received"), Column("name"), 9),
            ]),
            "ยังไม่ได้ระบุชื่อ", "Name is blank"
        },
        { new Negated(new Present(Column("score"))), "ระบุคะแนนแล้ว", "Score is given" },
        { new AllOf([new Present(Column("score")), new Present(Column("name"))]), "ยังไม่ได้ระบุชื่อ", "Name is blank" },
        { new AnyOf([new Present(Column("name")), new AtMost(Column("score"), new NumberOperand(80m))]),
            "ยังไม่ได้ระบุชื่อ และคะแนน ๘๔.๙๙ เกิน ๘๐", "Name is blank and Score 84.99 is above 80" },
    };

    private static ColumnOperand Column(string name) => new(name);

    private static DateValue Date(string iso) => new(DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static bool Holds(Predicate predicate, params (string Id, CellValue Value)[] values) =>
        Evaluator.Holds(predicate, new(Values(values), ValuesById.Empty));

    private static ValuesById Values(params (string Id, CellValue Value)[] values) =>
        ValuesById.Of(values.Select(v => KeyValuePair.Create(v.Id, v.Value)));
}
