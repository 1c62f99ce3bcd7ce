using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Both values are there and equal; texts are compared normalised.</summary>
/// <param name="Value">One value.</param>
/// <param name="To">The other.</param>
internal sealed record EqualTo(Operand Value, Operand To) : Predicate
{
    internal override IEnumerable<Operand> Operands => [Value, To];

    internal override void Check(PredicateChecks checks, string pointer)
    {
        var (first, second) = (checks.TypeOf(Value, $"{pointer}/value"), checks.TypeOf(To, $"{pointer}/to"));
        if (first is not { } type || second is not { } to) return;
        if (To is TextOperand text) checks.Word(Value, type, text, $"{pointer}/to");
        else if (Value is TextOperand word) checks.Word(To, to, word, $"{pointer}/value");
        else if (type != to && !(IsSomeone(type) && IsSomeone(to))) checks.Unfit(To, to, TypeNames.Of(type), $"{pointer}/to");
    }

    private static bool IsSomeone(ColumnType type) => type is ColumnType.Authority or ColumnType.Sender;
}
