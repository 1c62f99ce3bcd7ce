using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>On the evaluation date the last of so many days after a day is over. Day 1 is the day after.</summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday, as in <see cref="Within"/>. Default <see cref="HolidayRule.AsIs"/>.</param>
internal sealed record OverdueAfter(Operand From, int Days, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate
{
    internal override IEnumerable<Operand> Operands => [From];

    internal override void Check(PredicateChecks checks, string pointer) => checks.Period(From, Days, pointer);

    /// <summary>Whether a condition asks for something within the same period and a holiday at its end splits the two.</summary>
    internal bool EndsApartFrom(Predicate asked) =>
        asked.Simple.OfType<Within>().Any(w => w.From == From && w.Days == Days && w.EndsOnHoliday != EndsOnHoliday);
}
