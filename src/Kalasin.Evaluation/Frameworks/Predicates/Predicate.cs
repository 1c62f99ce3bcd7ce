using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A condition on a row, the return's facts and the evaluation date. Closed family; <c>kind</c> tells which. A comparison with
/// a value that is missing or of another type does not hold.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Present), "present")]
[JsonDerivedType(typeof(EqualTo), "equals")]
[JsonDerivedType(typeof(AtLeast), "atLeast")]
[JsonDerivedType(typeof(AtMost), "atMost")]
[JsonDerivedType(typeof(Before), "before")]
[JsonDerivedType(typeof(Within), "within")]
[JsonDerivedType(typeof(OverdueAfter), "overdueAfter")]
[JsonDerivedType(typeof(AllOf), "all")]
[JsonDerivedType(typeof(AnyOf), "any")]
[JsonDerivedType(typeof(Negated), "not")]
internal abstract record Predicate
{
    private protected Predicate() { }

    /// <summary>What it compares; of a compound what its parts compare.</summary>
    internal virtual IEnumerable<Operand> Operands => Parts.SelectMany(p => p.Operands);

    /// <summary>The periods it asks about, and the days they start from.</summary>
    internal virtual IEnumerable<(Operand From, Span Span)> Spans => Parts.SelectMany(p => p.Spans);

    /// <summary>What a compound is made of.</summary>
    internal virtual ImmutableArray<Predicate> Parts => [];

    /// <summary>Itself, or the simple conditions that a compound asks for; what is denied is not taken apart.</summary>
    internal virtual IEnumerable<Predicate> Simple => Parts.IsEmpty ? [this] : Parts.SelectMany(p => p.Simple);

    /// <summary>Notes what doesn't fit the register: names that are not there, values of types that can't be used.</summary>
    internal abstract void Check(PredicateChecks checks, string pointer);
}

/// <summary>What happens to a period whose last day is a holiday.</summary>
internal enum HolidayRule
{
    /// <summary>It ends on that day all the same.</summary>
    AsIs,

    /// <summary>It ends on the next working day. Source: Civil and Commercial Code section 193/8.</summary>
    Extend,
}
