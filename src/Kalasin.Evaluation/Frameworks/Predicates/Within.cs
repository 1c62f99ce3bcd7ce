using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A day lies in a period: the day after <paramref name="From"/> is day 1 (Civil and Commercial Code section 193/3) and
/// the last day counts. <paramref name="To"/> earlier than <paramref name="From"/> does not hold. The length is given in exactly one unit.
/// </summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="To">Day that has to lie in it.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday. Default <see cref="HolidayRule.AsIs"/>.</param>
internal sealed record Within(Operand From, Operand To, int? Days = null, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate
{
    /// <summary>Length in working days of government offices, 1 to 2,500, instead of <see cref="Days"/>.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>Length in months of the calendar, 1 to 120 (Civil and Commercial Code 193/5), instead of <see cref="Days"/>.</summary>
    public int? Months { get; init; }

    /// <summary>Length in years of the calendar, 1 to 10, instead of <see cref="Days"/>.</summary>
    public int? Years { get; init; }

    /// <summary>The day it starts from is day 1 (193/3, where something begins with that day's working hours). Default <see langword="false"/>.</summary>
    public bool CountsFirstDay { get; init; }

    /// <summary>The length with how it is counted.</summary>
    [JsonIgnore]
    public Span Span =>
        Months is { } months ? new(months, SpanUnit.Months, CountsFirstDay, EndsOnHoliday)
        : Years is { } years ? new(years, SpanUnit.Years, CountsFirstDay, EndsOnHoliday)
        : WorkingDays is { } working ? new(working, SpanUnit.WorkingDays, CountsFirstDay, EndsOnHoliday)
        : new(Days ?? 0, SpanUnit.Days, CountsFirstDay, EndsOnHoliday);

    internal override IEnumerable<(Operand From, Span Span)> Spans => [(From, Span)];

    internal override IEnumerable<Operand> Operands => [From, To];

    internal override void Check(PredicateChecks checks, string pointer)
    {
        checks.Period(From, pointer, Days, WorkingDays, Months, Years);
        checks.Day(To, $"{pointer}/to");
    }
}
