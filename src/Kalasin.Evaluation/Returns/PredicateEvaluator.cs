using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns.Predicates;

namespace Kalasin.Evaluation.Returns;

/// <summary>What a predicate is asked about: the values of one row, and the facts of its return.</summary>
/// <param name="Values">Values by column id.</param>
/// <param name="Facts">Values by fact id.</param>
internal readonly record struct PredicateSubject(ValuesById Values, ValuesById Facts)
{
    /// <summary>A row of a return.</summary>
    public static PredicateSubject Of(RegisterRow row, Return from) => new(row.Values, from.Facts);

    /// <summary>The facts of a return alone.</summary>
    public static PredicateSubject Of(Return from) => new(ValuesById.Empty, from.Facts);
}

/// <summary>Says whether predicates hold. Pure; <see cref="PredicateReasons"/> says why, <see cref="Condition"/> knows what each kind means.</summary>
/// <param name="evaluationDate">Day "overdue" is judged on.</param>
internal sealed class PredicateEvaluator(DateOnly evaluationDate)
{
    public DateOnly EvaluationDate => evaluationDate;

    /// <summary>Whether a predicate holds; no predicate always does.</summary>
    public bool Holds(Predicate? predicate, in PredicateSubject subject) => predicate is null || Condition.Of(predicate).Holds(predicate, this, subject);

    /// <summary>Whether work done from the evaluation date on can make a predicate hold, or not hold.</summary>
    public bool Can(Predicate predicate, bool hold, in PredicateSubject subject) => Condition.Of(predicate).Can(predicate, hold, this, subject);

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

    public DateOnly? DayOf(Operand operand, in PredicateSubject subject) => (ValueOf(operand, subject) as DateValue)?.Date;

    /// <summary>Which of two numbers or days is greater; <see langword="null"/> where they are no such pair.</summary>
    public int? Compare(Operand value, Operand limit, in PredicateSubject subject) => (ValueOf(value, subject), ValueOf(limit, subject)) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (DateValue a, DateValue b) => a.Date.CompareTo(b.Date),
        _ => null,
    };

    /// <summary>
    /// Whether a value can come to stand on a side of a limit: a number can, two days that are written down can't, one to be written down is
    /// not in the past.
    /// </summary>
    /// <param name="value">What is compared.</param>
    /// <param name="limit">What with.</param>
    /// <param name="side">Above 0 where the value is to be the greater.</param>
    /// <param name="apart">Whether it must not be the same.</param>
    /// <param name="now">Whether it stands there.</param>
    /// <param name="subject">Whose values.</param>
    public bool CanCompare(Operand value, Operand limit, int side, bool apart, bool now, in PredicateSubject subject) =>
        (ValueOf(value, subject), ValueOf(limit, subject)) switch
        {
            (null, DateValue last) => side > 0 || IsToCome(last.Date, apart),
            (DateValue last, null) => side < 0 || IsToCome(last.Date, apart),
            (DateValue, _) => now,
            _ => true,
        };

    /// <summary>Whether a day to be written down can be that one, or earlier where they are to be <paramref name="apart"/>.</summary>
    public bool IsToCome(DateOnly day, bool apart) => apart ? evaluationDate < day : evaluationDate <= day;
}
