using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Localities;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Returns;

/// <summary>What a predicate is asked about: the values of one row, and the facts of its return.</summary>
/// <param name="Values">Values by column id.</param>
/// <param name="Facts">Values by fact id.</param>
internal readonly record struct PredicateSubject(ImmutableSortedDictionary<string, CellValue> Values, ImmutableSortedDictionary<string, CellValue> Facts)
{
    /// <summary>A row of a return.</summary>
    public static PredicateSubject Of(RegisterRow row, Return from) => new(row.Values, from.Facts);

    /// <summary>The facts of a return alone.</summary>
    public static PredicateSubject Of(Return from) => new(Return.NoValues, from.Facts);
}

/// <summary>Says whether predicates hold. Pure; <see cref="PredicateReasons"/> says why.</summary>
/// <param name="evaluationDate">Day "overdue" is judged on.</param>
internal sealed class PredicateEvaluator(DateOnly evaluationDate)
{
    /// <summary>Whether a predicate holds; no predicate always does.</summary>
    public bool Holds(Predicate? predicate, in PredicateSubject subject)
    {
        switch (predicate)
        {
            case null: return true;
            case Present p: return ValueOf(p.Value, subject) is not (null or UnreadValue);
            case EqualTo p: return AreEqual(ValueOf(p.Value, subject), ValueOf(p.To, subject));
            case AtLeast p: return Compare(p.Value, p.Limit, subject) >= 0;
            case AtMost p: return Compare(p.Value, p.Limit, subject) <= 0;
            case Before p: return Days(p.Value, subject) is { } value && Days(p.Than, subject) is { } than && value < than;
            case Within p: return Days(p.From, subject) is { } from && Days(p.To, subject) is { } to && to >= from && to <= LastDay(from, p.Days, p.EndsOnHoliday).DayNumber;
            case OverdueAfter p: return Days(p.From, subject) is { } start && evaluationDate > LastDay(start, p.Days, p.EndsOnHoliday);
            case Not p: return !Holds(p.Of, subject);
            case All p:
                foreach (var part in p.Of)
                    if (!Holds(part, subject)) return false;
                return true;
            case Any p:
                foreach (var part in p.Of)
                    if (Holds(part, subject)) return true;
                return false;
            default: throw new NotSupportedException($"No evaluation of {predicate.GetType().Name}.");
        }
    }

    /// <summary>The last day of a period; the day after <paramref name="from"/> is day 1.</summary>
    public static DateOnly LastDay(DateOnly from, int days, HolidayRule endsOnHoliday) => LastDay(from.DayNumber, days, endsOnHoliday);

    /// <summary>What an operand stands for; <see langword="null"/> when blank.</summary>
    public CellValue? ValueOf(Operand operand, in PredicateSubject subject) => operand switch
    {
        ColumnOperand column => subject.Values.GetValueOrDefault(column.Name),
        FactOperand fact => subject.Facts.GetValueOrDefault(fact.Name),
        TextOperand text => new TextValue(text.Value),
        NumberOperand number => new NumberValue(number.Value),
        DateOperand date => new DateValue(date.Value),
        EvaluationDateOperand => new DateValue(evaluationDate),
        FiscalYearEndOperand year => new DateValue(new FiscalYear(year.Year).End),
        _ => throw new NotSupportedException($"No value of {operand.GetType().Name}."),
    };

    private static DateOnly LastDay(int from, int days, HolidayRule endsOnHoliday)
    {
        var last = DateOnly.FromDayNumber(Math.Min(from + days, DateOnly.MaxValue.DayNumber));
        return endsOnHoliday == HolidayRule.Extend ? HolidayCalendar.Thailand.WorkingDayOnOrAfter(last) : last;
    }

    private int? Days(Operand operand, in PredicateSubject subject) => (ValueOf(operand, subject) as DateValue)?.Date.DayNumber;

    private int? Compare(Operand value, Operand limit, in PredicateSubject subject) => (ValueOf(value, subject), ValueOf(limit, subject)) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (DateValue a, DateValue b) => a.Date.CompareTo(b.Date),
        _ => null,
    };

    private static bool AreEqual(CellValue? value, CellValue? to) => (value, to) switch
    {
        (null or UnreadValue, _) or (_, null or UnreadValue) => false,
        (TextValue a, TextValue b) => ThaiText.Key(a.Text) == ThaiText.Key(b.Text),
        (TextValue text, _) => Names(to, text.Text),
        (_, TextValue text) => Names(value, text.Text),
        _ => value.Equals(to),
    };

    /// <summary>A fixed text names an option, an authority or a unit by its id, and a flag by <c>yes</c> or <c>no</c>.</summary>
    private static bool Names(CellValue value, string id) => value switch
    {
        ChoiceValue choice => choice.Option == id,
        FlagValue flag => (flag.Yes ? "yes" : "no") == id,
        AuthorityValue authority => authority.Code.ToString() == id,
        UnitValue unit => unit.Code.Value == id,
        _ => false,
    };
}
