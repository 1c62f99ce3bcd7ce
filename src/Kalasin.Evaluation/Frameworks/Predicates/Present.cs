using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>The value is there.</summary>
/// <param name="Value">The value asked for.</param>
internal sealed record Present(Operand Value) : Predicate
{
    internal override IEnumerable<Operand> Operands => [Value];

    internal override void Check(PredicateChecks checks, string pointer) => checks.TypeOf(Value, $"{pointer}/value");
}
