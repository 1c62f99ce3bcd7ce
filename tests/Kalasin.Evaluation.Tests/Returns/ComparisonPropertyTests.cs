using CsCheck;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Returns;

/// <summary>Comparisons of days and numbers against the machine's own, equal ones as often as others.</summary>
public sealed class ComparisonPropertyTests
{
    private static readonly Gen<(int First, int Second)> Near = Gen.Select(Gen.Int[0, 50_000], Gen.Int[-2, 2], (first, apart) => (first, first + apart));

    [Fact]
    public void Days_AreBeforeAtLeastOrAtMostAsTheCalendarSays() => Near.Sample(
        pair => AsTheyAre(pair.First.CompareTo(pair.Second), new DateOperand(Day(pair.First)), new DateOperand(Day(pair.Second)), areDays: true), iter: 2_000);

    [Fact]
    public void Numbers_AreAtLeastOrAtMostToTheLastDigit() => Gen.Select(Near, Gen.Int[0, 4]).Sample(
        (pair, decimals) =>
        {
            var unit = (decimal)Math.Pow(10, -decimals);
            AsTheyAre(pair.First.CompareTo(pair.Second), new NumberOperand(pair.First * unit), new NumberOperand(pair.Second * unit), areDays: false);
        },
        iter: 2_000);

    /// <summary>On its last day a period is not over, the next day it is; something on that day is within, something later isn't.</summary>
    [Fact]
    public void Periods_EndWithTheirLastDay() => Gen.Select(Gen.Int[0, 50_000], Gen.Int[1, 400], Gen.Int[0, 2], Gen.Bool).Sample(
        (start, count, unit, counts) =>
        {
            var overdue = unit switch
            {
                0 => new OverdueAfter(new DateOperand(Day(start)), count) { CountsFirstDay = counts },
                1 => new OverdueAfter(new DateOperand(Day(start))) { Months = count, CountsFirstDay = counts },
                _ => new OverdueAfter(new DateOperand(Day(start))) { WorkingDays = count, CountsFirstDay = counts },
            };
            var last = overdue.Span.EndFrom(Day(start));
            Assert.False(Holds(overdue, last));
            Assert.True(Holds(overdue, last.AddDays(1)));
            foreach (var (day, within) in ((DateOnly, bool)[])[(last, true), (last.AddDays(1), false), (Day(start), last >= Day(start)), (Day(start).AddDays(-1), false)])
                Assert.Equal(within, Holds(new Within(new DateOperand(Day(start)), new DateOperand(day), overdue.Days) { Months = overdue.Months, WorkingDays = overdue.WorkingDays, CountsFirstDay = counts }, last));
        },
        iter: 1_000);

    private static void AsTheyAre(int order, Operand first, Operand second, bool areDays)
    {
        Assert.Equal(order >= 0, Holds(new AtLeast(first, second)));
        Assert.Equal(order <= 0, Holds(new AtMost(first, second)));
        Assert.Equal(order == 0, Holds(new EqualTo(first, second)));
        if (areDays) Assert.Equal(order < 0, Holds(new Before(first, second)));
        Assert.Equal(order < 0, Holds(new Negated(new AtLeast(first, second))));
    }

    private static bool Holds(Predicate predicate, DateOnly? today = null) =>
        new PredicateEvaluator(today ?? new(2024, 5, 15)).Holds(predicate, new(ValuesById.Empty, ValuesById.Empty));

    private static DateOnly Day(int after) => new DateOnly(1990, 1, 1).AddDays(after);
}
