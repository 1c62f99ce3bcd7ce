using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>On the evaluation date the last day of a period is over; counted as in <see cref="Within"/>.</summary>
/// <param name="From">Day the period starts from.</param>
/// <param name="Days">Length in days, 1 to 3660.</param>
/// <param name="EndsOnHoliday">What happens when the last day is a holiday, as in <see cref="Within"/>. Default <see cref="HolidayRule.AsIs"/>.</param>
internal sealed record OverdueAfter(Operand From, int? Days = null, HolidayRule EndsOnHoliday = HolidayRule.AsIs) : Predicate
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

    internal override IEnumerable<Operand> Operands => [From];

    internal override void Check(PredicateChecks checks, string pointer) => checks.Period(From, pointer, Days, WorkingDays, Months, Years);

    /// <summary>Whether a condition asks for something within the same period and the two end on different days.</summary>
    internal bool EndsApartFrom(Predicate asked) => asked.Simple.OfType<Within>().Any(w =>
        w.From == From && (w.Span.Count, w.Span.Unit) == (Span.Count, Span.Unit) && w.Span != Span);
}
