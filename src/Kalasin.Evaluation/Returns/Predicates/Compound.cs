using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <summary>A condition made of others: its reasons are those of the parts that decide.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class CompoundCondition<T> : Condition<T> where T : Predicate
{
    public sealed override void Explain(Predicate predicate, bool holds, PredicateReasons words, in PredicateSubject subject, List<BilingualText> reasons)
    {
        foreach (var part in predicate.Parts)
            if (words.Holds(part, subject) is var partHolds && Decides(partHolds, holds)) Of(part).Explain(part, partHolds, words, subject, reasons);
    }

    /// <summary>Whether a part has a say in what became of the whole.</summary>
    protected virtual bool Decides(bool partHolds, bool holds) => partHolds == holds;

    protected static bool Every(ImmutableArray<Predicate> parts, bool hold, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in parts)
            if (!on.Can(part, hold, subject)) return false;
        return true;
    }

    protected static bool Some(ImmutableArray<Predicate> parts, bool hold, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in parts)
            if (on.Can(part, hold, subject)) return true;
        return false;
    }
}

/// <inheritdoc cref="AllOf"/>
internal sealed class AllCondition : CompoundCondition<AllOf>
{
    protected override bool Holds(AllOf p, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in p.Of)
            if (!on.Holds(part, subject)) return false;
        return true;
    }

    protected override bool Can(AllOf p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        hold ? Every(p.Of, hold, on, subject) : Some(p.Of, hold, on, subject);
}

/// <inheritdoc cref="AnyOf"/>
internal sealed class AnyCondition : CompoundCondition<AnyOf>
{
    protected override bool Holds(AnyOf p, PredicateEvaluator on, in PredicateSubject subject)
    {
        foreach (var part in p.Of)
            if (on.Holds(part, subject)) return true;
        return false;
    }

    protected override bool Can(AnyOf p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        hold ? Some(p.Of, hold, on, subject) : Every(p.Of, hold, on, subject);
}

/// <inheritdoc cref="Negated"/>
internal sealed class NotCondition : CompoundCondition<Negated>
{
    protected override bool Decides(bool partHolds, bool holds) => true;

    protected override bool Holds(Negated p, PredicateEvaluator on, in PredicateSubject subject) => !on.Holds(p.Of, subject);

    protected override bool Can(Negated p, bool hold, PredicateEvaluator on, in PredicateSubject subject) => on.Can(p.Of, !hold, subject);
}
