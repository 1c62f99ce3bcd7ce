using System.Collections.Frozen;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <summary>What a kind of predicate means: whether it holds, why, and whether it still can.</summary>
internal abstract class Condition
{
    private static readonly FrozenDictionary<Type, Condition> ByKind = new Condition[]
    {
        new PresentCondition(), new EqualToCondition(), new AtLeastCondition(), new AtMostCondition(), new BeforeCondition(),
        new WithinCondition(), new OverdueAfterCondition(), new AllCondition(), new AnyCondition(), new NotCondition(),
    }.ToFrozenDictionary(c => c.Kind);

    /// <summary>The meaning of a predicate.</summary>
    public static Condition Of(Predicate predicate) => ByKind[predicate.GetType()];

    /// <summary>The kind of predicate.</summary>
    protected abstract Type Kind { get; }

    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(Predicate predicate, PredicateEvaluator on, in PredicateSubject subject);

    /// <summary>Why it holds or doesn't, as one or more reasons.</summary>
    public abstract void Explain(Predicate predicate, bool holds, PredicateReasons words, in PredicateSubject subject, List<BilingualText> reasons);

    /// <summary>Whether work that is done from the evaluation date on can make it hold, or not hold. What is dated stays as it is.</summary>
    public abstract bool Can(Predicate predicate, bool hold, PredicateEvaluator on, in PredicateSubject subject);
}

/// <summary>The meaning of one kind.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class Condition<T> : Condition where T : Predicate
{
    protected sealed override Type Kind => typeof(T);

    public sealed override bool Holds(Predicate predicate, PredicateEvaluator on, in PredicateSubject subject) => Holds((T)predicate, on, subject);

    public sealed override bool Can(Predicate predicate, bool hold, PredicateEvaluator on, in PredicateSubject subject) => Can((T)predicate, hold, on, subject);

    protected abstract bool Holds(T predicate, PredicateEvaluator on, in PredicateSubject subject);

    protected abstract bool Can(T predicate, bool hold, PredicateEvaluator on, in PredicateSubject subject);
}

/// <summary>The meaning of a kind that compares values and has one reason.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class SimpleCondition<T> : Condition<T> where T : Predicate
{
    public sealed override void Explain(Predicate predicate, bool holds, PredicateReasons words, in PredicateSubject subject, List<BilingualText> reasons) =>
        reasons.Add(Why((T)predicate, holds, words, subject));

    protected abstract BilingualText Why(T predicate, bool holds, PredicateReasons words, in PredicateSubject subject);
}
