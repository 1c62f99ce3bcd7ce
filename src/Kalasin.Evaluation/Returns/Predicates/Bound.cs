using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="AtLeast"/>
internal sealed class AtLeastCondition : SimpleCondition<AtLeast>
{
    protected override bool Holds(AtLeast p, PredicateEvaluator on, in PredicateSubject subject) => on.Compare(p.Value, p.Limit, subject) >= 0;

    protected override bool Can(AtLeast p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        on.CanCompare(p.Value, p.Limit, hold ? 1 : -1, apart: !hold, Holds(p, on, subject) == hold, subject);

    protected override BilingualText Why(AtLeast p, bool holds, PredicateReasons words, in PredicateSubject subject) =>
        words.Comparison(p.Value, p.Limit, subject, holds ? new("ตั้งแต่", "is at least") : new("ไม่ถึง", "is below"));

    /// <summary>The first comparison that fails although the value rounded to a whole number would reach the limit.</summary>
    public static (Operand Value, decimal Number, decimal Limit)? JustBelow(Predicate predicate, PredicateEvaluator on, in PredicateSubject subject)
    {
        if (predicate is AllOf all)
        {
            foreach (var part in all.Of)
                if (JustBelow(part, on, subject) is { } found) return found;
            return null;
        }
        return predicate is AtLeast p && on.ValueOf(p.Value, subject) is NumberValue value && on.ValueOf(p.Limit, subject) is NumberValue limit
            && value.Number < limit.Number && decimal.Round(value.Number, MidpointRounding.AwayFromZero) >= limit.Number
            ? (p.Value, value.Number, limit.Number)
            : null;
    }
}

/// <inheritdoc cref="AtMost"/>
internal sealed class AtMostCondition : SimpleCondition<AtMost>
{
    protected override bool Holds(AtMost p, PredicateEvaluator on, in PredicateSubject subject) => on.Compare(p.Value, p.Limit, subject) <= 0;

    protected override bool Can(AtMost p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        on.CanCompare(p.Value, p.Limit, hold ? -1 : 1, apart: !hold, Holds(p, on, subject) == hold, subject);

    protected override BilingualText Why(AtMost p, bool holds, PredicateReasons words, in PredicateSubject subject) =>
        words.Comparison(p.Value, p.Limit, subject, holds ? new("ไม่เกิน", "is at most") : new("เกิน", "is above"));
}

/// <inheritdoc cref="Before"/>
internal sealed class BeforeCondition : SimpleCondition<Before>
{
    protected override bool Holds(Before p, PredicateEvaluator on, in PredicateSubject subject) =>
        on.DayOf(p.Value, subject) is { } value && on.DayOf(p.Than, subject) is { } than && value < than;

    protected override bool Can(Before p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        on.CanCompare(p.Value, p.Than, hold ? -1 : 1, apart: hold, Holds(p, on, subject) == hold, subject);

    protected override BilingualText Why(Before p, bool holds, PredicateReasons words, in PredicateSubject subject) =>
        words.Comparison(p.Value, p.Than, subject, holds ? new("ก่อน", "is before") : new("ไม่ก่อน", "is not before"));
}
