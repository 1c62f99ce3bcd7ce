using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Whether predicates name columns, facts and options that exist, of types they can use.</summary>
/// <param name="register">What they may name.</param>
/// <param name="report">Where findings go.</param>
/// <param name="factsOnly">Columns may not be named.</param>
internal sealed class PredicateChecks(RegisterSchema register, Report report, bool factsOnly = false)
{
    private static readonly BilingualText Column = new("คอลัมน์", "column");
    private static readonly BilingualText Fact = new("ค่าเดี่ยว", "fact");
    private static readonly BilingualText Option = new("ตัวเลือก", "option");

    public void Check(Predicate? predicate, string pointer)
    {
        switch (predicate)
        {
            case Present p: TypeOf(p.Value, $"{pointer}/value"); break;
            case EqualTo p: Equal(p, pointer); break;
            case AtLeast p: Ordered(p.Value, p.Limit, pointer); break;
            case AtMost p: Ordered(p.Value, p.Limit, pointer); break;
            case Before p: Day(p.Value, $"{pointer}/value"); Day(p.Than, $"{pointer}/than"); break;
            case Within p:
                Day(p.From, $"{pointer}/from");
                Day(p.To, $"{pointer}/to");
                Names.InRange(p.Days, 1, 3660, $"{pointer}/days", report);
                break;
            case OverdueAfter p:
                Day(p.From, $"{pointer}/from");
                Names.InRange(p.Days, 1, 3660, $"{pointer}/days", report);
                break;
            case All p: Parts(p.Of, $"{pointer}/of"); break;
            case Any p: Parts(p.Of, $"{pointer}/of"); break;
            case Not p: Check(p.Of, $"{pointer}/of"); break;
        }
    }

    /// <summary>Whether one condition asks for something within a period and another says that the same period is over, and a holiday at its end splits them.</summary>
    public static bool EndDifferently(Predicate meets, Predicate? due) =>
        due is not null && Simple(meets).OfType<Within>().Any(w => Simple(due).OfType<OverdueAfter>().Any(o => o.From == w.From && o.Days == w.Days && o.EndsOnHoliday != w.EndsOnHoliday));

    private static IEnumerable<Predicate> Simple(Predicate predicate) => predicate switch
    {
        All { Of: var parts } => parts.SelectMany(Simple),
        Any { Of: var parts } => parts.SelectMany(Simple),
        Not { Of: var part } => Simple(part),
        _ => [predicate],
    };

    private void Parts(ImmutableArray<Predicate> parts, string pointer)
    {
        if (parts.IsEmpty) report.Add(pointer, FrameworkFindings.Empty);
        for (var i = 0; i < parts.Length; i++) Check(parts[i], $"{pointer}/{i}");
    }

    private void Day(Operand operand, string pointer)
    {
        if (TypeOf(operand, pointer) is { } type and not ColumnType.Date) report.Add(pointer, FrameworkFindings.Unfit, NameOf(operand), TypeNames.Of(type), TypeNames.Of(ColumnType.Date));
    }

    private void Ordered(Operand value, Operand limit, string pointer)
    {
        var (first, second) = (TypeOf(value, $"{pointer}/value"), TypeOf(limit, $"{pointer}/limit"));
        if (first is { } type and not (ColumnType.Number or ColumnType.Date))
            report.Add($"{pointer}/value", FrameworkFindings.Unfit, NameOf(value), TypeNames.Of(type), new BilingualText("จำนวนหรือวันที่", "a number or a day"));
        else if (first is { } needed && second is { } given && needed != given)
            report.Add($"{pointer}/limit", FrameworkFindings.Unfit, NameOf(limit), TypeNames.Of(given), TypeNames.Of(needed));
    }

    private void Equal(EqualTo p, string pointer)
    {
        var (first, second) = (TypeOf(p.Value, $"{pointer}/value"), TypeOf(p.To, $"{pointer}/to"));
        if (first is not { } type || second is not { } to) return;
        if (p.To is TextOperand text) Word(p.Value, type, text, $"{pointer}/to");
        else if (p.Value is TextOperand word) Word(p.To, to, word, $"{pointer}/value");
        else if (type != to && !(IsSomeone(type) && IsSomeone(to)))
            report.Add($"{pointer}/to", FrameworkFindings.Unfit, NameOf(p.To), TypeNames.Of(to), TypeNames.Of(type));
    }

    private void Word(Operand operand, ColumnType type, TextOperand word, string pointer)
    {
        if (type is ColumnType.Number or ColumnType.Date) report.Add(pointer, FrameworkFindings.Unfit, NameOf(word), TypeNames.Of(ColumnType.Text), TypeNames.Of(type));
        string[]? known = type switch
        {
            ColumnType.Flag => ["yes", "no"],
            ColumnType.Choice => [.. OptionsOf(operand).Select(o => o.Id)],
            _ => null,
        };
        if (known?.Contains(word.Value) == false) report.Unknown($"{pointer}/value", Option, word.Value, known);
    }

    private ColumnType? TypeOf(Operand operand, string pointer)
    {
        switch (operand)
        {
            case ColumnOperand { Name: var name } when factsOnly:
                report.Add($"{pointer}/name", FrameworkFindings.ColumnInFact, name);
                return null;
            case ColumnOperand { Name: var name }:
                if (register.Find(name) is { } column) return column.Type;
                report.Unknown($"{pointer}/name", Column, name, register.Columns.Select(c => c.Id));
                return null;
            case FactOperand { Name: var name }:
                if (register.Facts.FirstOrDefault(f => f.Id == name) is { } fact) return fact.Type;
                report.Unknown($"{pointer}/name", Fact, name, register.Facts.Select(f => f.Id));
                return null;
            case FiscalYearEndOperand { Year: var year }:
                Names.InRange(year, 2400, 2800, $"{pointer}/year", report);
                return ColumnType.Date;
            case DateOperand or EvaluationDateOperand: return ColumnType.Date;
            case NumberOperand: return ColumnType.Number;
            default: return ColumnType.Text;
        }
    }

    private ImmutableArray<ChoiceOption> OptionsOf(Operand operand) => operand switch
    {
        ColumnOperand c => register.Find(c.Name)?.Options ?? [],
        FactOperand f => register.Facts.FirstOrDefault(x => x.Id == f.Name)?.Options ?? [],
        _ => [],
    };

    private static bool IsSomeone(ColumnType type) => type is ColumnType.Authority or ColumnType.Sender;

    private static BilingualText NameOf(Operand operand) => operand switch
    {
        ColumnOperand c => c.Name,
        FactOperand f => f.Name,
        TextOperand t => $"“{t.Value}”",
        NumberOperand n => Figures.Of(n.Value),
        DateOperand d => Figures.Of(d.Value),
        _ => new("วันที่นี้", "this day"),
    };
}

/// <summary>Types as findings call them.</summary>
internal static class TypeNames
{
    public static BilingualText Of(ColumnType type) => type switch
    {
        ColumnType.Text => new("ข้อความ", "a text"),
        ColumnType.Number => new("จำนวน", "a number"),
        ColumnType.Date => new("วันที่", "a day"),
        ColumnType.Choice => new("ตัวเลือก", "a choice"),
        ColumnType.Flag => new("ใช่/ไม่", "yes or no"),
        ColumnType.Authority => new("องค์กรปกครองส่วนท้องถิ่น", "a local authority"),
        _ => new("ผู้ส่ง", "a sender"),
    };
}
