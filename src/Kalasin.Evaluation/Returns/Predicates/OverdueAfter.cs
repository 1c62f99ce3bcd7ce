using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="OverdueAfter"/>
internal sealed class OverdueAfterCondition : SimpleCondition<OverdueAfter>
{
    protected override bool Holds(OverdueAfter p, PredicateEvaluator on, in PredicateSubject subject) =>
        on.DayOf(p.From, subject) is { } from && on.EvaluationDate > LastDay(p, from);

    /// <summary>What is over stays over, and nobody's work makes it so.</summary>
    protected override bool Can(OverdueAfter p, bool hold, PredicateEvaluator on, in PredicateSubject subject) => Holds(p, on, subject) == hold;

    protected override BilingualText Why(OverdueAfter p, bool holds, PredicateReasons words, in PredicateSubject subject)
    {
        if (words.ValueOf(p.From, subject) is not DateValue from) return words.Blank(p.From);
        var (days, last) = (ThaiNumerals.Number(p.Days), ThaiDate.BilingualShort(LastDay(p, from.Date)));
        return holds
            ? new($"เกิน {days.Thai} วันแล้ว (ครบ {last.Thai})", $"more than {days.English} days have passed (last day {last.English})")
            : new($"ยังไม่ครบ {days.Thai} วัน (ครบ {last.Thai})", $"{days.English} days are not over yet (last day {last.English})");
    }

    /// <summary>The first period of a predicate that isn't over on the evaluation date, and its last day; <see langword="null"/> when there is none.</summary>
    public static (int Days, DateOnly Last)? NotYetOver(Predicate predicate, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in predicate.Simple)
            if (part is OverdueAfter p && on.DayOf(p.From, subject) is { } from && LastDay(p, from) >= on.EvaluationDate) return (p.Days, LastDay(p, from));
        return null;
    }

    private static DateOnly LastDay(OverdueAfter p, DateOnly from) => PredicateEvaluator.LastDay(from, p.Days, p.EndsOnHoliday);
}
