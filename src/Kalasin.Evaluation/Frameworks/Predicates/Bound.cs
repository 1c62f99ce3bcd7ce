using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>The value is the limit or greater (later).</summary>
/// <param name="Value">Number or day.</param>
/// <param name="Limit">Number or day, inclusive.</param>
internal sealed record AtLeast(Operand Value, Operand Limit) : Predicate
{
    internal override IEnumerable<Operand> Operands => [Value, Limit];

    internal override void Check(PredicateChecks checks, string pointer) => checks.Ordered(Value, Limit, pointer);
}

/// <summary>The value is the limit or smaller (earlier).</summary>
/// <param name="Value">Number or day.</param>
/// <param name="Limit">Number or day, inclusive.</param>
internal sealed record AtMost(Operand Value, Operand Limit) : Predicate
{
    internal override IEnumerable<Operand> Operands => [Value, Limit];

    internal override void Check(PredicateChecks checks, string pointer) => checks.Ordered(Value, Limit, pointer);
}

/// <summary>One day is earlier than another; the same day is not.</summary>
/// <param name="Value">The day asked about.</param>
/// <param name="Than">The day it is compared with, exclusive.</param>
internal sealed record Before(Operand Value, Operand Than) : Predicate
{
    internal override IEnumerable<Operand> Operands => [Value, Than];

    internal override void Check(PredicateChecks checks, string pointer)
    {
        checks.Day(Value, $"{pointer}/value");
        checks.Day(Than, $"{pointer}/than");
    }
}
