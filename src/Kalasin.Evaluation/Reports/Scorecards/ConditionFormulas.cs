using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Where a formula finds the values that a condition compares.</summary>
/// <param name="Value">Cell of a column or fact, with what stands in it; <see langword="null"/> where the edition doesn't show it.</param>
/// <param name="Key">Cell of a text as texts are compared.</param>
internal sealed record Site(Func<Operand, string?> Value, Func<Operand, string?> Key);

/// <summary>
/// Conditions as formulas. Each kind says what its <c>Condition</c> of <c>Returns/Predicates</c> means; what is missing or of another type
/// fails every comparison there and here. <see langword="null"/>: it asks for something that this edition doesn't show.
/// </summary>
internal sealed class ConditionFormulas(Indicator indicator, RuleCells rules, PrintedSources sources, ShownValues shown)
{
    public string? Of(Predicate? predicate, Site site) => predicate switch
    {
        null => "TRUE",
        Present p => Is(p.Value, site),
        EqualTo p => Equal(p, site),
        AtLeast p => Compared(p.Value, p.Limit, ">=", "ตั้งแต่", site),
        AtMost p => Compared(p.Value, p.Limit, "<=", "ไม่เกิน", site),
        Before p => Compared(p.Value, p.Than, "<", "ก่อน", site),
        Within p => Period(p, site),
        OverdueAfter p => Overdue(p, site),
        AllOf p => Joined("AND", p.Of, site),
        AnyOf p => Joined("OR", p.Of, site),
        Negated p => Of(p.Of, site) is { } of ? $"NOT({of})" : null,
        _ => throw new NotSupportedException($"No formula for {predicate.GetType().Name}."),
    };

    private string? Joined(string function, IEnumerable<Predicate> parts, Site site)
    {
        var formulas = parts.Select(p => Of(p, site)).ToList();
        return formulas.Contains(null) ? null : $"{function}({string.Join(',', formulas)})";
    }

    private string? Is(Operand operand, Site site) =>
        At(operand, "", site) is not { } value ? null : TypeOf(operand) is ColumnType.Number or ColumnType.Date ? $"ISNUMBER({value})" : $"LEN({value})>0";

    private string? Compared(Operand value, Operand limit, string sign, string words, Site site)
    {
        var label = $"{NameOf(value)} {words}";
        return (At(value, label, site), At(limit, label, site)) is ({ } a, { } b) ? $"AND(ISNUMBER({a}),ISNUMBER({b}),{a}{sign}{b})" : null;
    }

    private string? Equal(EqualTo p, Site site)
    {
        var label = $"{NameOf(p.Value)} เป็น";
        if (p.To is not TextOperand && p.Value is not TextOperand)
        {
            if ((At(p.Value, label, site), At(p.To, label, site)) is not ({ } x, { } y)) return null;
            return TypeOf(p.Value) switch
            {
                ColumnType.Number or ColumnType.Date => $"AND(ISNUMBER({x}),ISNUMBER({y}),{x}={y})",
                ColumnType.Text => Keys(x, site.Key(p.Value), y, site.Key(p.To)),
                _ => $"AND(LEN({x})>0,EXACT({x},{y}))",
            };
        }
        var (named, text) = p.To is TextOperand to ? (p.Value, to) : (p.To, (TextOperand)p.Value);
        if (named is TextOperand fixedText) return ThaiText.Key(fixedText.Value) == ThaiText.Key(text.Value) ? "TRUE" : "FALSE";
        if (site.Value(named) is not { } cell) return null;
        var type = TypeOf(named);
        var word = rules.Of(indicator, label, Cell.Text(shown.TextOf(text.Value, type, OptionsOf(named)), CellStyle.Input), Source).There;
        return type == ColumnType.Text
            ? site.Key(named) is { } key ? $"AND(LEN({cell})>0,EXACT({key},{word}))" : null
            : $"EXACT({cell},{word})";
    }

    private static string? Keys(string a, string? keyA, string b, string? keyB) =>
        keyA is null || keyB is null ? null : $"AND(LEN({a})>0,LEN({b})>0,EXACT({keyA},{keyB}))";

    private string? Period(Within p, Site site)
    {
        var label = $"{NameOf(p.From)} ถึง {NameOf(p.To)}: ภายใน";
        return (At(p.From, label, site), At(p.To, label, site)) is ({ } from, { } to)
            ? $"IF(AND(ISNUMBER({from}),ISNUMBER({to})),AND({to}>={from},{to}<={Last(from, label, p.Span)}),FALSE)"
            : null;
    }

    private string? Overdue(OverdueAfter p, Site site)
    {
        var label = $"{NameOf(p.From)}: ครบกำหนดเมื่อพ้น";
        return At(p.From, label, site) is { } from
            ? $"IF(ISNUMBER({from}),{rules.EvaluationDate.There}>{Last(from, label, p.Span)},FALSE)"
            : null;
    }

    /// <summary>Day 1 is the day after, or the day itself where the rule says so; see <see cref="Span"/>.</summary>
    private string Last(string from, string label, Span span)
    {
        var unit = span.Unit switch { SpanUnit.WorkingDays => "วันทำการ", SpanUnit.Months => "เดือน", SpanUnit.Years => "ปี", _ => "วัน" };
        var (count, before, first) = (
            rules.Of(indicator, $"{label} ({unit})", RuleCells.Number(span.Count), Source).There,
            span.CountsFirstDay ? $"{from}-1" : from, span.CountsFirstDay ? from : $"{from}+1");
        var last = span.Unit switch
        {
            SpanUnit.WorkingDays => $"WORKDAY({before},{count},{rules.Holidays()})",
            SpanUnit.Months => ByCalendar(count),
            SpanUnit.Years => ByCalendar($"12*{count}"),
            _ => $"{before}+{count}",
        };
        return span.EndsOnHoliday == HolidayRule.Extend ? $"WORKDAY({last}-1,1,{rules.Holidays()})" : last;

        string ByCalendar(string months) => $"(EDATE({first},{months})-IF(DAY(EDATE({first},{months}))=DAY({first}),1,0))";
    }

    private string? At(Operand operand, string label, Site site) => operand switch
    {
        ColumnOperand or FactOperand => site.Value(operand),
        EvaluationDateOperand => rules.EvaluationDate.There,
        NumberOperand number => rules.Of(indicator, label, RuleCells.Number(number.Value), Source).There,
        DateOperand date => rules.Of(indicator, label, Cell.Date(date.Value, CellStyle.InputDate), Source).There,
        FiscalYearEndOperand year => rules.Of(indicator, $"วันสิ้นปีงบประมาณ พ.ศ. {ThaiNumerals.ToThai($"{year.Year}")}", Cell.Date(new FiscalYear(year.Year).End, CellStyle.InputDate), Source).There,
        TextOperand text => rules.Of(indicator, label, Cell.Text(text.Value, CellStyle.Input), Source).There,
        _ => throw new NotSupportedException($"No cell for {operand.GetType().Name}."),
    };

    private (string, string) Source => sources.Of(indicator.Measure.Source);

    private ColumnType TypeOf(Operand operand) => operand switch
    {
        ColumnOperand c => indicator.Register.Find(c.Name)?.Type ?? ColumnType.Text,
        FactOperand f => indicator.Register.Facts.FirstOrDefault(x => x.Id == f.Name)?.Type ?? ColumnType.Text,
        NumberOperand => ColumnType.Number,
        TextOperand => ColumnType.Text,
        _ => ColumnType.Date,
    };

    private ImmutableArray<ChoiceOption> OptionsOf(Operand operand) => operand switch
    {
        ColumnOperand c => indicator.Register.Find(c.Name)?.Options ?? [],
        FactOperand f => indicator.Register.Facts.FirstOrDefault(x => x.Id == f.Name)?.Options ?? [],
        _ => [],
    };

    private string NameOf(Operand operand) => operand switch
    {
        ColumnOperand c => indicator.Register.HeadingOf(c.Name).Thai,
        FactOperand f => indicator.Register.Facts.FirstOrDefault(x => x.Id == f.Name)?.Label.Thai ?? f.Name,
        EvaluationDateOperand => "วันที่พิจารณา",
        FiscalYearEndOperand => "วันสิ้นปีงบประมาณ",
        NumberOperand n => ThaiNumerals.Exact(n.Value).Thai,
        DateOperand d => ThaiDate.Short(d.Value),
        TextOperand t => t.Value,
        _ => throw new NotSupportedException($"No name for {operand.GetType().Name}."),
    };
}
