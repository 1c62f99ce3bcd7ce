using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="OverdueAfter"/>
internal sealed class OverdueAfterCondition : SimpleCondition<OverdueAfter>
{
    protected override bool Holds(OverdueAfter p, PredicateEvaluator on, in PredicateSubject subject) =>
        on.DayOf(p.From, subject) is { } from && on.EvaluationDate > p.Span.EndFrom(from);

    /// <summary>What is over stays over, and nobody's work makes it so.</summary>
    protected override bool Can(OverdueAfter p, bool hold, PredicateEvaluator on, in PredicateSubject subject) => Holds(p, on, subject) == hold;

    protected override BilingualText Why(OverdueAfter p, bool holds, PredicateReasons words, in PredicateSubject subject)
    {
        if (words.ValueOf(p.From, subject) is not DateValue from) return words.Blank(p.From);
        var (length, last) = (p.Span.Name, PredicateReasons.Last(p.Span, from.Date));
        return holds
            ? new($"เกิน {length.Thai}แล้ว ({last.Thai})", $"more than {length.English} {(p.Span.Count == 1 ? "has" : "have")} passed ({last.English})")
            : new($"ยังไม่ครบ {length.Thai} ({last.Thai})", $"{length.English} {(p.Span.Count == 1 ? "is" : "are")} not over yet ({last.English})");
    }

    /// <summary>The first period of a predicate that isn't over on the evaluation date, and its last day; <see langword="null"/> when there is none.</summary>
    public static (Span Span, DateOnly Last)? NotYetOver(Predicate predicate, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in predicate.Simple)
            if (part is OverdueAfter p && on.DayOf(p.From, subject) is { } from && p.Span.EndFrom(from) >= on.EvaluationDate)
                return (p.Span, p.Span.EndFrom(from));
        return null;
    }
}
