using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Returns;

/// <summary>What work from the evaluation date on, 15 May 2024, can still make hold or not hold: what is dated stays, what is blank is filled in no earlier.</summary>
public sealed class PredicatesThatCanTests
{
    private static readonly Operand Day = new ColumnOperand("day"), Until = new ColumnOperand("until"), Score = new ColumnOperand("score");

    private static void Can(Predicate predicate, bool hold, bool not, params (string Id, CellValue Value)[] values)
    {
        var (evaluator, subject) = (new PredicateEvaluator(new(2024, 5, 15)), new PredicateSubject(ValuesById.Of(values.Select(v => KeyValuePair.Create(v.Id, v.Value))), ValuesById.Empty));
        Assert.Equal((hold, not), (evaluator.Can(predicate, true, subject), evaluator.Can(predicate, false, subject)));
    }

    private static DateValue May(int day) => new(new(2024, 5, day));

    private static DateOperand Limit(int day) => new(new(2024, 5, day));

    [Fact]
    public void BlankDay_IsWrittenDownNoEarlierThanTheEvaluation()
    {
        Can(new AtMost(Day, Limit(14)), hold: false, not: true);
        Can(new AtMost(Day, Limit(15)), hold: true, not: true);
        Can(new AtLeast(Day, Limit(14)), hold: true, not: false);
        Can(new AtLeast(Day, Limit(15)), hold: true, not: false);
        Can(new AtLeast(Day, Limit(16)), hold: true, not: true);
        Can(new Before(Day, Limit(14)), hold: false, not: true);
        Can(new Before(Day, Limit(15)), hold: false, not: true);
        Can(new Before(Day, new EvaluationDateOperand()), hold: false, not: true);
        Can(new Before(Day, Limit(16)), hold: true, not: true);
        Can(new EqualTo(Day, Limit(14)), hold: false, not: true);
        Can(new EqualTo(Day, Limit(15)), hold: true, not: true);
        Can(new AtMost(Day, Until), hold: true, not: true);
    }

    [Fact]
    public void BlankLimit_IsWrittenDownNoEarlierThanTheEvaluation()
    {
        Can(new Before(Day, Until), hold: true, not: false, ("day", May(14)));
        Can(new Before(Day, Until), hold: true, not: true, ("day", May(15)));
        Can(new AtMost(Day, Until), hold: true, not: false, ("day", May(15)));
        Can(new AtMost(Day, Until), hold: true, not: true, ("day", May(16)));
        Can(new AtLeast(Day, Until), hold: false, not: true, ("day", May(14)));
        Can(new AtLeast(Day, Until), hold: true, not: true, ("day", May(15)));
    }

    [Fact]
    public void DayThatIsWrittenDown_Stays()
    {
        foreach (var (predicate, holds) in new (Predicate, bool)[]
            {
                (new AtMost(Day, Limit(10)), true), (new AtMost(Day, Limit(9)), false), (new AtLeast(Day, Limit(10)), true), (new AtLeast(Day, Limit(11)), false),
                (new Before(Day, Limit(11)), true), (new Before(Day, Limit(10)), false), (new EqualTo(Day, Limit(10)), true), (new EqualTo(Day, Limit(11)), false),
                (new OverdueAfter(Day, 4), true), (new OverdueAfter(Day, 5), false),
            })
            Can(predicate, holds, !holds, ("day", May(10)));
    }

    [Fact]
    public void NumbersAndStates_CanChange()
    {
        foreach (var predicate in (Predicate[])[new AtLeast(Score, new NumberOperand(85)), new AtMost(Score, new NumberOperand(85)), new EqualTo(Score, new NumberOperand(85))])
            foreach (var score in (decimal[])[84, 85, 86]) Can(predicate, hold: true, not: true, ("score", new NumberValue(score)));
        Can(new AtLeast(Score, new NumberOperand(85)), hold: true, not: true);
        Can(new Present(Score), hold: true, not: true);
        Can(new Present(Score), hold: true, not: true, ("score", new UnreadValue("?")));
        Can(new Present(Score), hold: true, not: false, ("score", new NumberValue(0)));
    }

    [Fact]
    public void Within_LastsToItsLastDay()
    {
        var within = new Within(Day, Until, 10);
        Can(within, hold: true, not: true, ("day", May(5)));
        Can(within, hold: false, not: true, ("day", May(4)));
        Can(within, hold: false, not: true);
        Can(within, hold: true, not: false, ("day", May(5)), ("until", May(15)));
        Can(within, hold: false, not: true, ("day", May(4)), ("until", May(15)));
        Can(within, hold: false, not: true, ("until", May(15)));
    }

    /// <summary>A part that stays as it is decides where the compound leaves it the say.</summary>
    [Fact]
    public void Compounds_CanWhatTheirPartsCan()
    {
        Predicate yes = new OverdueAfter(Day, 1), no = new OverdueAfter(Day, 90);
        var day = ("day", (CellValue)May(10));
        Can(new AllOf([yes, yes]), hold: true, not: false, day);
        Can(new AllOf([yes, no]), hold: false, not: true, day);
        Can(new AllOf([no, no]), hold: false, not: true, day);
        Can(new AnyOf([no, no]), hold: false, not: true, day);
        Can(new AnyOf([no, yes]), hold: true, not: false, day);
        Can(new AnyOf([yes, yes]), hold: true, not: false, day);
        Can(new Negated(yes), hold: false, not: true, day);
        Can(new Negated(no), hold: true, not: false, day);
    }
}
