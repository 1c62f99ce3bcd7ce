using System.Collections.Immutable;
using System.Text.Json.Serialization;

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
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Not), "not")]
public abstract record Predicate
{
    private protected Predicate() { }
}

/// <summary>The value is there.</summary>
/// <param name="Value">The value asked for.</param>
public sealed record Present(Operand Value) : Predicate;

/// <summary>Both values are there and equal; texts are compared normalised.</summary>
/// <param name="Value">One value.</param>
/// <param name="To">The other.</param>
public sealed record EqualTo(Operand Value, Operand To) : Predicate;

/// <summary>The value is the limit or greater (later).</summary>
/// <param name="Value">Number or day.</param>
/// <param name="Limit">Number or day, inclusive.</param>
public sealed record AtLeast(Operand Value, Operand Limit) : Predicate;

/// <summary>The value is the limit or smaller (earlier).</summary>
/// <param name="Value">Number or day.</param>
/// <param name="Limit">Number or day, inclusive.</param>
public sealed record AtMost(Operand Value, Operand Limit) : Predicate;

/// <summary>One day is earlier than another; the same day is not.</summary>
/// <param name="Value">The day asked about.</param>
/// <param name="Than">The day it is compared with, exclusive.</param>
public sealed record Before(Operand Value, Operand Than) : Predicate;

/// <summary>
/// A period of days holds: the day after <paramref name="From"/> is day 1 (Civil and Commercial Code section 193/3) and
/// the last day counts. <paramref name="To"/> earlier than <paramref name="From"/> does not hold.
/// </summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="To">Day that has to lie in it.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday. Default <see cref="HolidayRule.AsIs"/>.</param>
public sealed record Within(Operand From, Operand To, int Days, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate;

/// <summary>On the evaluation date the last of so many days after a day is over. Day 1 is the day after.</summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday, as in <see cref="Within"/>. Default <see cref="HolidayRule.AsIs"/>.</param>
public sealed record OverdueAfter(Operand From, int Days, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate;

/// <summary>Every part holds.</summary>
/// <param name="Of">At least one part.</param>
public sealed record All(ImmutableArray<Predicate> Of) : Predicate;

/// <summary>Some part holds.</summary>
/// <param name="Of">At least one part.</param>
public sealed record Any(ImmutableArray<Predicate> Of) : Predicate;

/// <summary>The part does not hold.</summary>
/// <param name="Of">The part.</param>
public sealed record Not(Predicate Of) : Predicate;

/// <summary>What happens to a period whose last day is a holiday.</summary>
public enum HolidayRule
{
    /// <summary>It ends on that day all the same.</summary>
    AsIs,

    /// <summary>It ends on the next working day. Source: Civil and Commercial Code section 193/8.</summary>
    Extend,
}
