using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="Present"/>
internal sealed class PresentCondition : SimpleCondition<Present>
{
    protected override bool Holds(Present p, PredicateEvaluator on, in PredicateSubject subject) => on.ValueOf(p.Value, subject) is not (null or UnreadValue);

    /// <summary>What is blank can be filled in; what is there stays.</summary>
    protected override bool Can(Present p, bool hold, PredicateEvaluator on, in PredicateSubject subject) => hold || !Holds(p, on, subject);

    protected override BilingualText Why(Present p, bool holds, PredicateReasons words, in PredicateSubject subject) =>
        holds && words.Name(p.Value) is var name ? new($"ระบุ{name.Thai}แล้ว", $"{name.English} is given") : words.Blank(p.Value);
}
