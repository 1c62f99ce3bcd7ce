using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Returns;

/// <summary>Says in words why a predicate holds or doesn't. Pure.</summary>
/// <param name="schema">Names of columns, facts and options.</param>
/// <param name="evaluator">Decides.</param>
internal sealed class PredicateReasons(RegisterSchema schema, PredicateEvaluator evaluator)
{
    /// <summary>Why a predicate holds, or why it doesn't.</summary>
    public BilingualText Of(Predicate predicate, in PredicateSubject subject)
    {
        var holds = evaluator.Holds(predicate, subject);
        return predicate switch
        {
            Present p => holds ? new($"ระบุ{Name(p.Value).Thai}แล้ว", $"{Name(p.Value).English} is given") : Blank(p.Value),
            EqualTo p => Equality(p, holds, subject),
            AtLeast p => Comparison(p.Value, p.Limit, subject, holds ? new("ตั้งแต่", "is at least") : new("ไม่ถึง", "is below")),
            AtMost p => Comparison(p.Value, p.Limit, subject, holds ? new("ไม่เกิน", "is at most") : new("เกิน", "is above")),
            Before p => Comparison(p.Value, p.Than, subject, holds ? new("ก่อน", "is before") : new("ไม่ก่อน", "is not before")),
            Within p => Period(p, holds, subject),
            OverdueAfter p => Overdue(p, holds, subject),
            Not p => Of(p.Of, subject),
            All p => Compound(p.Of, holds, holds, " และ", " and ", subject),
            Any p => Compound(p.Of, true, holds, " และ", " and ", subject),
            _ => throw new NotSupportedException($"No reason for {predicate.GetType().Name}."),
        };
    }

    /// <summary>The last day of the first period in a predicate that isn't over yet on the evaluation date; <see langword="null"/> when there is none.</summary>
    public (int Days, DateOnly Last)? NotYetOver(Predicate? predicate, in PredicateSubject subject)
    {
        switch (predicate)
        {
            case OverdueAfter p when !evaluator.Holds(p, subject) && evaluator.ValueOf(p.From, subject) is DateValue from:
                return (p.Days, PredicateEvaluator.LastDay(from.Date, p.Days, p.EndsOnHoliday));
            case All p: return First(p.Of, subject);
            case Any p: return First(p.Of, subject);
            default: return null;
        }
    }

    /// <summary>The first comparison that fails although the value rounded to a whole number would reach the limit.</summary>
    public (BilingualText Name, decimal Value, decimal Limit)? JustBelow(Predicate? predicate, in PredicateSubject subject)
    {
        if (predicate is All all)
        {
            foreach (var part in all.Of)
                if (JustBelow(part, subject) is { } found) return found;
            return null;
        }
        return predicate is AtLeast p && evaluator.ValueOf(p.Value, subject) is NumberValue value && evaluator.ValueOf(p.Limit, subject) is NumberValue limit
            && value.Number < limit.Number && decimal.Round(value.Number, MidpointRounding.AwayFromZero) >= limit.Number
            ? (Name(p.Value), value.Number, limit.Number)
            : null;
    }

    /// <summary>A value as documents show it.</summary>
    public static BilingualText Show(CellValue? value, IEnumerable<ChoiceOption>? options = null) => value switch
    {
        null => new("-", "-"),
        TextValue v => new($"“{ThaiNumerals.ToThaiInProse(v.Text)}”", $"“{v.Text}”"),
        NumberValue v => Exact(v.Number),
        DateValue v => ThaiDate.BilingualShort(v.Date),
        ChoiceValue v => options?.FirstOrDefault(o => o.Id == v.Option)?.Text is { } text ? new($"“{text.Thai}”", $"“{text.English}”") : BilingualText.Same(v.Option),
        FlagValue v => v.Yes ? new("“ใช่”", "“yes”") : new("“ไม่”", "“no”"),
        AuthorityValue v => v.Code.ToString(),
        UnitValue v => v.Code.Value,
        UnreadValue v => new($"“{v.Raw}”", $"“{v.Raw}”"),
        _ => throw new NotSupportedException($"No text of {value.GetType().Name}."),
    };

    /// <summary>A number with all its decimals.</summary>
    public static BilingualText Exact(decimal number)
    {
        var text = number.ToString("#,##0.############################", CultureInfo.InvariantCulture);
        var scale = number.Scale;
        if (scale is 1 or 2) text = number.ToString($"N{scale}", CultureInfo.InvariantCulture);
        return new(ThaiNumerals.ToThai(text), text);
    }

    private BilingualText Equality(EqualTo p, bool holds, in PredicateSubject subject)
    {
        if (evaluator.ValueOf(p.Value, subject) is not { } value) return Blank(p.Value);
        var (name, shown) = (Name(p.Value), Show(value, OptionsOf(p.Value)));
        if (holds) return new($"{Before(name)}เป็น {shown.Thai}", $"{name.English} is {shown.English}");
        var to = p.To is TextOperand text && OptionsOf(p.Value)?.FirstOrDefault(o => o.Id == text.Value) is { } option
            ? new($"“{option.Text.Thai}”", $"“{option.Text.English}”")
            : p.To is TextOperand flag && value is FlagValue ? Show(new FlagValue(flag.Value == "yes"))
            : Show(evaluator.ValueOf(p.To, subject), OptionsOf(p.To));
        return new($"{Before(name)}เป็น {shown.Thai} ไม่ใช่ {to.Thai}", $"{name.English} is {shown.English}, not {to.English}");
    }

    private BilingualText Comparison(Operand left, Operand right, in PredicateSubject subject, BilingualText relation)
    {
        if (evaluator.ValueOf(left, subject) is not { } value) return Blank(left);
        if (evaluator.ValueOf(right, subject) is not { } limit) return Blank(right);
        var (name, a, b) = (Name(left), Show(value), Show(limit));
        return new($"{name.Thai} {a.Thai} {relation.Thai} {b.Thai}", $"{name.English} {a.English} {relation.English} {b.English}");
    }

    private BilingualText Period(Within p, bool holds, in PredicateSubject subject)
    {
        if (evaluator.ValueOf(p.From, subject) is not DateValue from) return Blank(p.From);
        if (evaluator.ValueOf(p.To, subject) is not DateValue to) return Blank(p.To);
        var (start, end, day) = (Name(p.From), Name(p.To), ThaiDate.BilingualShort(to.Date));
        if (to.Date < from.Date)
            return new($"{end.Thai} {day.Thai} อยู่ก่อน{start.Thai}", $"{end.English} {day.English} is before {start.English}");
        var (count, days) = (ThaiNumerals.Number(to.Date.DayNumber - from.Date.DayNumber), ThaiNumerals.Number(p.Days));
        var last = ThaiDate.BilingualShort(PredicateEvaluator.LastDay(from.Date, p.Days, p.EndsOnHoliday));
        return new(
            $"{end.Thai} {day.Thai} เป็นวันที่ {count.Thai} นับแต่{start.Thai} {(holds ? "ไม่เกิน" : "เกิน")} {days.Thai} วัน (ครบ {last.Thai})",
            $"{end.English} {day.English} is day {count.English} from {start.English}, {(holds ? "within" : "beyond")} {days.English} days (last day {last.English})");
    }

    private BilingualText Overdue(OverdueAfter p, bool holds, in PredicateSubject subject)
    {
        if (evaluator.ValueOf(p.From, subject) is not DateValue from) return Blank(p.From);
        var (days, last) = (ThaiNumerals.Number(p.Days), ThaiDate.BilingualShort(PredicateEvaluator.LastDay(from.Date, p.Days, p.EndsOnHoliday)));
        return holds
            ? new($"เกิน {days.Thai} วันแล้ว (ครบ {last.Thai})", $"more than {days.English} days have passed (last day {last.English})")
            : new($"ยังไม่ครบ {days.Thai} วัน (ครบ {last.Thai})", $"{days.English} days are not over yet (last day {last.English})");
    }

    /// <summary>The reasons of the parts that decide: all of them, or only those that agree with the whole.</summary>
    private BilingualText Compound(ImmutableArray<Predicate> parts, bool everyPart, bool holds, string thai, string english, in PredicateSubject subject)
    {
        var reasons = new List<BilingualText>(parts.Length);
        foreach (var part in parts)
            if (everyPart && !holds || evaluator.Holds(part, subject) == holds) reasons.Add(Of(part, subject));
        reasons = [.. reasons.Distinct()]; // a blank date is the reason of every part that asks for it
        return new(string.Join(thai, reasons.Select(r => r.Thai)), string.Join(english, reasons.Select(r => r.English)));
    }

    private (int Days, DateOnly Last)? First(ImmutableArray<Predicate> parts, in PredicateSubject subject)
    {
        foreach (var part in parts)
            if (NotYetOver(part, subject) is { } found) return found;
        return null;
    }

    /// <summary>A name with a space behind it where it ends in another script.</summary>
    private static string Before(BilingualText name) => name.Thai.Length > 0 && name.Thai[^1] is >= '\u0E01' and <= '\u0E5B' ? name.Thai : name.Thai + " ";

    private BilingualText Blank(Operand operand) => new($"ยังไม่ได้ระบุ{Name(operand).Thai}", $"{Name(operand).English} is blank");

    private ImmutableArray<ChoiceOption>? OptionsOf(Operand operand) => operand switch
    {
        ColumnOperand column => schema.Find(column.Name)?.Options,
        FactOperand fact => schema.Facts.FirstOrDefault(f => f.Id == fact.Name)?.Options,
        _ => null,
    };

    private BilingualText Name(Operand operand) => operand switch
    {
        ColumnOperand column => schema.Find(column.Name)?.Heading ?? column.Name,
        FactOperand fact => schema.Facts.FirstOrDefault(f => f.Id == fact.Name)?.Label ?? fact.Name,
        EvaluationDateOperand => new("วันที่ประเมิน", "the evaluation date"),
        FiscalYearEndOperand year => new(ThaiNumerals.ToThai($"วันสิ้นปีงบประมาณ พ.ศ. {year.Year}"), $"the end of fiscal year {year.Year}"),
        DateOperand date => ThaiDate.BilingualShort(date.Value),
        NumberOperand number => Exact(number.Value),
        TextOperand text => text.Value,
        _ => throw new NotSupportedException($"No name of {operand.GetType().Name}."),
    };
}
