using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Every part holds.</summary>
/// <param name="Of">At least one part.</param>
internal sealed record AllOf(ImmutableArray<Predicate> Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => Of;

    internal override void Check(PredicateChecks checks, string pointer) => checks.Parts(Of, $"{pointer}/of");
}

/// <summary>Some part holds.</summary>
/// <param name="Of">At least one part.</param>
internal sealed record AnyOf(ImmutableArray<Predicate> Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => Of;

    internal override void Check(PredicateChecks checks, string pointer) => checks.Parts(Of, $"{pointer}/of");
}

/// <summary>The part does not hold.</summary>
/// <param name="Of">The part.</param>
internal sealed record Negated(Predicate Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => [Of];

    internal override IEnumerable<Predicate> Simple => [this];

    internal override void Check(PredicateChecks checks, string pointer) => Of.Check(checks, $"{pointer}/of");
}
