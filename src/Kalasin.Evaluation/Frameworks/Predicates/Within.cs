using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A period of days holds: the day after <paramref name="From"/> is day 1 (Civil and Commercial Code section 193/3) and
/// the last day counts. <paramref name="To"/> earlier than <paramref name="From"/> does not hold.
/// </summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="To">Day that has to lie in it.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday. Default <see cref="HolidayRule.AsIs"/>.</param>
internal sealed record Within(Operand From, Operand To, int Days, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate
{
    internal override IEnumerable<Operand> Operands => [From, To];

    internal override void Check(PredicateChecks checks, string pointer)
    {
        checks.Period(From, Days, pointer);
        checks.Day(To, $"{pointer}/to");
    }
}
