using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns.Predicates;

namespace Kalasin.Evaluation.Returns;

/// <summary>Says in words why a predicate holds or doesn't. Pure.</summary>
/// <param name="schema">Names of columns, facts and options.</param>
/// <param name="evaluator">Decides.</param>
internal sealed class PredicateReasons(RegisterSchema schema, PredicateEvaluator evaluator)
{
    /// <summary>Why a predicate holds, or why it doesn't, each reason once: a blank date is the reason of every part that asks for it.</summary>
    public BilingualText Of(Predicate predicate, in PredicateSubject subject)
    {
        var reasons = new List<BilingualText>();
        Condition.Of(predicate).Explain(predicate, Holds(predicate, subject), this, subject, reasons);
        reasons = [.. reasons.Distinct()];
        return new(string.Join(" และ", reasons.Select(r => r.Thai)), string.Join(" and ", reasons.Select(r => r.English)));
    }

    public bool Holds(Predicate predicate, in PredicateSubject subject) => evaluator.Holds(predicate, subject);

    public CellValue? ValueOf(Operand operand, in PredicateSubject subject) => evaluator.ValueOf(operand, subject);

    /// <summary>A value as documents show it.</summary>
    public static BilingualText Show(CellValue? value, IEnumerable<ChoiceOption>? options = null) => value switch
    {
        null => new("-", "-"),
        TextValue v => new($"“{ThaiNumerals.ToThaiInProse(v.Text)}”", $"“{v.Text}”"),
        NumberValue v => ThaiNumerals.Exact(v.Number),
        DateValue v => ThaiDate.BilingualShort(v.Date),
        ChoiceValue v => options?.FirstOrDefault(o => o.Id == v.Option)?.Text is { } text
            ? new($"“{text.Thai}”", $"“{text.English}”")
            : BilingualText.Same(v.Option),
        FlagValue v => v.Yes ? new("“ใช่”", "“yes”") : new("“ไม่”", "“no”"),
        AuthorityValue v => v.Code.ToString(),
        UnitValue v => v.Code.Value,
        UnreadValue v => new($"“{v.Raw}”", $"“{v.Raw}”"),
        _ => throw new NotSupportedException($"No text of {value.GetType().Name}."),
    };

    public BilingualText Comparison(Operand left, Operand right, in PredicateSubject subject, BilingualText relation)
    {
        if (ValueOf(left, subject) is not { } value) return Blank(left);
        if (ValueOf(right, subject) is not { } limit) return Blank(right);
        var (name, a, b) = (Name(left), Show(value), Show(limit));
        return new($"{name.Thai} {a.Thai} {relation.Thai} {b.Thai}", $"{name.English} {a.English} {relation.English} {b.English}");
    }

    /// <summary>ครบ ๑๕ พ.ค. ๖๗, with a doubt where nobody has confirmed the holidays that it depends on.</summary>
    public static BilingualText Last(in Span span, DateOnly from)
    {
        var last = ThaiDate.BilingualShort(span.EndFrom(from));
        if (span.UnconfirmedYear(from) is not { } unconfirmed) return new($"ครบ {last.Thai}", $"last day {last.English}");
        var year = ThaiNumerals.Digits($"{unconfirmed}");
        return new(
            $"ครบ {last.Thai} โดยยังไม่มีปฏิทินวันหยุดราชการ พ.ศ. {year.Thai} ที่ยืนยันแล้ว",
            $"last day {last.English}, without a confirmed calendar of holidays of B.E. {year.English}");
    }

    public BilingualText Blank(Operand operand) => new($"ยังไม่ได้ระบุ{Name(operand).Thai}", $"{Name(operand).English} is blank");

    public ImmutableArray<ChoiceOption>? OptionsOf(Operand operand) => operand switch
    {
        ColumnOperand column => schema.Find(column.Name)?.Options,
        FactOperand fact => schema.Facts.FirstOrDefault(f => f.Id == fact.Name)?.Options,
        _ => null,
    };

    public BilingualText Name(Operand operand) => operand switch
    {
        ColumnOperand column => schema.HeadingOf(column.Name),
        FactOperand fact => schema.Facts.FirstOrDefault(f => f.Id == fact.Name)?.Label ?? fact.Name,
        EvaluationDateOperand => new("วันที่ประเมิน", "the evaluation date"),
        FiscalYearEndOperand year => new(ThaiNumerals.ToThai($"วันสิ้นปีงบประมาณ พ.ศ. {year.Year}"), $"the end of fiscal year {year.Year}"),
        DateOperand date => ThaiDate.BilingualShort(date.Value),
        NumberOperand number => ThaiNumerals.Exact(number.Value),
        TextOperand text => text.Value,
        _ => throw new NotSupportedException($"No name of {operand.GetType().Name}."),
    };
}
