using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Every part holds.</summary>
/// <param name="Of">At least one part.</param>
public sealed record All(ImmutableArray<Predicate> Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => Of;

    internal override void Check(PredicateChecks checks, string pointer) => checks.Parts(Of, $"{pointer}/of");
}

/// <summary>Some part holds.</summary>
/// <param name="Of">At least one part.</param>
public sealed record Any(ImmutableArray<Predicate> Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => Of;

    internal override void Check(PredicateChecks checks, string pointer) => checks.Parts(Of, $"{pointer}/of");
}

/// <summary>The part does not hold.</summary>
/// <param name="Of">The part.</param>
public sealed record Not(Predicate Of) : Predicate
{
    internal override ImmutableArray<Predicate> Parts => [Of];

    internal override IEnumerable<Predicate> Simple => [this];

    internal override void Check(PredicateChecks checks, string pointer) => Of.Check(checks, $"{pointer}/of");
}
