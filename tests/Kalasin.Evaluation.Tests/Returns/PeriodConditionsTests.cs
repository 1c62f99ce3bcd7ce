using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Returns.Predicates;

namespace Kalasin.Evaluation.Tests.Returns;

/// <summary>Periods in days, working days, months and years: their last day, the day after it, and how both are told. Judged on 15 May 2024.</summary>
public sealed class PeriodConditionsTests
{
    private static readonly DateOnly EvaluationDate = new(2024, 5, 15);

    private static readonly RegisterSchema Schema = new(
        "row",
        [
            new("from", new("วันที่รับ", "Received"), ColumnType.Date), new("to", new("วันที่มีมติ", "Resolved"), ColumnType.Date),
            new("score", new("คะแนน", "Score"), ColumnType.Number), new("other", new("อีกคะแนน", "Other"), ColumnType.Number),
        ]);

    private static readonly Operand From = new ColumnOperand("from"), To = new ColumnOperand("to"), Score = new ColumnOperand("score"), Other = new ColumnOperand("other");

    private static PredicateEvaluator Evaluator { get; } = new(EvaluationDate);

    private static PredicateSubject Subject(params (string Id, object Value)[] values) => new(
        ValuesById.Of(values.Select(v => KeyValuePair.Create<string, CellValue>(v.Id, v.Value is decimal number ? new NumberValue(number) : new DateValue(Day((string)v.Value))))), ValuesById.Empty);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Tells(Predicate predicate, bool holds, string thai, string english, params (string Id, object Value)[] values)
    {
        var subject = Subject(values);
        Assert.Equal((holds, new BilingualText(thai, english)), (Evaluator.Holds(predicate, subject), new PredicateReasons(Schema, Evaluator).Of(predicate, subject)));
    }

    [Theory]
    [InlineData("2024-02-14", "2024-02-14", false, true, "๐", "ไม่เกิน")]
    [InlineData("2024-02-14", "2024-02-14", true, true, "๑", "ไม่เกิน")]
    [InlineData("2024-02-14", "2024-02-24", false, true, "๑๐", "ไม่เกิน")]
    [InlineData("2024-02-14", "2024-02-25", false, false, "๑๑", "เกิน")]
    [InlineData("2024-02-14", "2024-02-23", true, true, "๑๐", "ไม่เกิน")]
    [InlineData("2024-02-14", "2024-02-24", true, false, "๑๑", "เกิน")]
    public void WithinDays_CountsTheFirstDayWhereTheRuleSaysSo(string from, string to, bool countsFirst, bool holds, string count, string word)
    {
        var (day, last) = (ThaiDate.BilingualShort(Day(to)), ThaiDate.BilingualShort(new(2024, 2, countsFirst ? 23 : 24)));
        Tells(new Within(From, To, 10) { CountsFirstDay = countsFirst }, holds,
            $"วันที่มีมติ {day.Thai} เป็นวันที่ {count} นับแต่วันที่รับ {word} ๑๐ วัน (ครบ {last.Thai})",
            $"Resolved {day.English} is day {ThaiNumerals.ToArabic(count)} from Received, {(holds ? "within" : "beyond")} 10 days (last day {last.English})",
            ("from", from), ("to", to));
    }

    [Fact]
    public void WithinLongerPeriods_SayTheirLastDayAndNoCount()
    {
        Tells(new Within(From, To) { Months = 1 }, true, "วันที่มีมติ ๒๙ ก.พ. ๖๗ ไม่เกิน ๑ เดือน นับแต่วันที่รับ (ครบ ๒๙ ก.พ. ๖๗)", "Resolved 29 February 2024 is within 1 month from Received (last day 29 February 2024)", ("from", "2024-01-31"), ("to", "2024-02-29"));
        Tells(new Within(From, To) { Months = 1, CountsFirstDay = true }, false, "วันที่มีมติ ๑๕ ก.พ. ๖๗ เกิน ๑ เดือน นับแต่วันที่รับ (ครบ ๑๔ ก.พ. ๖๗)", "Resolved 15 February 2024 is beyond 1 month from Received (last day 14 February 2024)", ("from", "2024-01-15"), ("to", "2024-02-15"));
        Tells(new Within(From, To) { Years = 1 }, true, "วันที่มีมติ ๑๕ ม.ค. ๖๗ ไม่เกิน ๑ ปี นับแต่วันที่รับ (ครบ ๑๕ ม.ค. ๖๗)", "Resolved 15 January 2024 is within 1 year from Received (last day 15 January 2024)", ("from", "2023-01-15"), ("to", "2024-01-15"));
        Tells(new Within(From, To) { WorkingDays = 5 }, true, "วันที่มีมติ ๙ พ.ค. ๖๗ ไม่เกิน ๕ วันทำการ นับแต่วันที่รับ (ครบ ๙ พ.ค. ๖๗)", "Resolved 9 May 2024 is within 5 working days from Received (last day 9 May 2024)", ("from", "2024-05-01"), ("to", "2024-05-09"));
        Tells(new Within(From, To, 10, HolidayRule.Extend), true, "วันที่มีมติ ๑๗ เม.ย. ๖๗ เป็นวันที่ ๑๔ นับแต่วันที่รับ ไม่เกิน ๑๐ วัน (ครบ ๑๗ เม.ย. ๖๗)", "Resolved 17 April 2024 is day 14 from Received, within 10 days (last day 17 April 2024)", ("from", "2024-04-03"), ("to", "2024-04-17"));
        Tells(new Within(new FiscalYearEndOperand(2566), To, 150), true, "วันที่มีมติ ๑๕ ก.พ. ๖๗ เป็นวันที่ ๑๓๘ นับแต่วันสิ้นปีงบประมาณ พ.ศ. ๒๕๖๖ ไม่เกิน ๑๕๐ วัน (ครบ ๒๗ ก.พ. ๖๗)", "Resolved 15 February 2024 is day 138 from the end of fiscal year 2566, within 150 days (last day 27 February 2024)", ("to", "2024-02-15"));
    }

    [Fact]
    public void OverdueAfter_IsToldOnItsLastDayAndTheDayAfter()
    {
        Tells(new OverdueAfter(From, 90), false, "ยังไม่ครบ ๙๐ วัน (ครบ ๑๕ พ.ค. ๖๗)", "90 days are not over yet (last day 15 May 2024)", ("from", "2024-02-15"));
        Tells(new OverdueAfter(From, 90), true, "เกิน ๙๐ วันแล้ว (ครบ ๑๔ พ.ค. ๖๗)", "more than 90 days have passed (last day 14 May 2024)", ("from", "2024-02-14"));
        Tells(new OverdueAfter(From) { WorkingDays = 5 }, true, "เกิน ๕ วันทำการแล้ว (ครบ ๙ พ.ค. ๖๗)", "more than 5 working days have passed (last day 9 May 2024)", ("from", "2024-05-01"));
        Tells(new OverdueAfter(From) { Months = 3 }, false, "ยังไม่ครบ ๓ เดือน (ครบ ๑๕ พ.ค. ๖๗)", "3 months are not over yet (last day 15 May 2024)", ("from", "2024-02-15"));
        Tells(new OverdueAfter(From) { Years = 1 }, true, "เกิน ๑ ปีแล้ว (ครบ ๒๙ ก.พ. ๖๗)", "more than 1 year has passed (last day 29 February 2024)", ("from", "2023-02-28"));
    }

    [Fact]
    public void PeriodNotYetOver_IsTheFirstOfThoseAskedFor()
    {
        Predicate over = new OverdueAfter(From, 30), running = new OverdueAfter(From, 90), longer = new OverdueAfter(From, 120);
        Assert.Equal((running is OverdueAfter r ? r.Span : default, new DateOnly(2024, 5, 15)), OverdueAfterCondition.NotYetOver(new AllOf([over, new Present(To), running, longer]), Evaluator, Subject(("from", "2024-02-15"))));
        Assert.Null(OverdueAfterCondition.NotYetOver(over, Evaluator, Subject(("from", "2024-02-15"))));
        Assert.Null(OverdueAfterCondition.NotYetOver(running, Evaluator, Subject()));
        Assert.Null(OverdueAfterCondition.NotYetOver(new Within(From, To, 90), Evaluator, Subject(("from", "2024-02-15"))));
    }

    /// <summary>Whoever rounds would find it reached; halves go up.</summary>
    [Theory]
    [InlineData(84.5, 85, true)]
    [InlineData(84.49, 85, false)]
    [InlineData(84.99, 85, true)]
    [InlineData(85, 85, false)]
    [InlineData(85.01, 85, false)]
    [InlineData(83.5, 84.5, false)]
    [InlineData(84.4, 84.5, false)]
    [InlineData(85.5, 86, true)]
    public void JustBelow_IsWhatRoundingWouldLift(double score, double limit, bool isJustBelow)
    {
        var atLeast = new AtLeast(Score, new NumberOperand((decimal)limit));
        (Operand, decimal, decimal)? expected = isJustBelow ? (Score, (decimal)score, (decimal)limit) : null;
        Assert.Equal(expected, AtLeastCondition.JustBelow(atLeast, Evaluator, Subject(("score", (decimal)score))));
        Assert.Equal(expected, AtLeastCondition.JustBelow(new AllOf([new AtLeast(Other, new NumberOperand(1)), atLeast]), Evaluator, Subject(("score", (decimal)score), ("other", 1m))));
    }

    [Fact]
    public void JustBelow_IsSaidOfNothingElse()
    {
        var limit = new NumberOperand(85);
        foreach (var predicate in (Predicate[])[new AtMost(Score, limit), new AnyOf([new AtLeast(Score, limit)]), new Negated(new AtLeast(Score, limit)), new AtLeast(Other, limit), new AtLeast(Score, Other), new AtLeast(From, limit), new AllOf([new Present(Score)])])
            Assert.Null(AtLeastCondition.JustBelow(predicate, Evaluator, Subject(("score", 84.5m), ("from", "2024-05-01"))));
    }
}
