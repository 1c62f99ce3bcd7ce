using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Whether predicates name columns, facts and options that exist, of types they can use.</summary>
/// <param name="register">What they may name.</param>
/// <param name="report">Where findings go.</param>
/// <param name="factsOnly">Columns may not be named.</param>
internal sealed class PredicateChecks(RegisterSchema register, PlacedFindings report, bool factsOnly = false)
{
    private static readonly BilingualText Column = new("คอลัมน์", "column");
    private static readonly BilingualText Fact = new("ค่าเดี่ยว", "fact");
    private static readonly BilingualText Option = new("ตัวเลือก", "option");

    public void Check(Predicate? predicate, string pointer) => predicate?.Check(this, pointer);

    public void Parts(ImmutableArray<Predicate> parts, string pointer)
    {
        if (parts.IsEmpty) report.Add(pointer, FrameworkFindings.Empty);
        for (var i = 0; i < parts.Length; i++) parts[i].Check(this, $"{pointer}/{i}");
    }

    public void Day(Operand operand, string pointer)
    {
        if (TypeOf(operand, pointer) is { } type and not ColumnType.Date) Unfit(operand, type, TypeNames.Of(ColumnType.Date), pointer);
    }

    /// <summary>A length of time from a day on, in one unit.</summary>
    public void Period(Operand from, string pointer, int? days, int? workingDays, int? months, int? years)
    {
        Day(from, $"{pointer}/from");
        var given = 0;
        Length(days, 3660, "days");
        Length(workingDays, 2500, "workingDays");
        Length(months, 120, "months");
        Length(years, 10, "years");
        if (given != 1) report.Add(pointer, FrameworkFindings.OneLength, ThaiNumerals.Number(given));

        void Length(int? length, int most, string name)
        {
            if (length is not { } count) return;
            given++;
            Names.InRange(count, 1, most, $"{pointer}/{name}", report);
        }
    }

    /// <summary>A number with a number, or a day with a day.</summary>
    public void Ordered(Operand value, Operand limit, string pointer)
    {
        var (first, second) = (TypeOf(value, $"{pointer}/value"), TypeOf(limit, $"{pointer}/limit"));
        if (first is { } type and not (ColumnType.Number or ColumnType.Date))
            Unfit(value, type, new("จำนวนหรือวันที่", "a number or a day"), $"{pointer}/value");
        else if (first is { } needed && second is { } given && needed != given) Unfit(limit, given, TypeNames.Of(needed), $"{pointer}/limit");
    }

    /// <summary>A fixed text beside an operand of a type: a word that the type knows.</summary>
    public void Word(Operand operand, ColumnType type, TextOperand word, string pointer)
    {
        if (type is ColumnType.Number or ColumnType.Date) Unfit(word, ColumnType.Text, TypeNames.Of(type), pointer);
        string[]? known = type switch
        {
            ColumnType.Flag => ["yes", "no"],
            ColumnType.Choice => [.. OptionsOf(operand).Select(o => o.Id)],
            _ => null,
        };
        if (known?.Contains(word.Value) == false) report.Unknown($"{pointer}/value", Option, word.Value, known);
    }

    public void Unfit(Operand operand, ColumnType type, BilingualText needed, string pointer) =>
        report.Add(pointer, FrameworkFindings.Unfit, NameOf(operand), TypeNames.Of(type), needed);

    /// <summary>What an operand holds; <see langword="null"/> after a finding that there is no such thing.</summary>
    public ColumnType? TypeOf(Operand operand, string pointer)
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
                Names.Year(year, $"{pointer}/year", report);
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

    private static BilingualText NameOf(Operand operand) => operand switch
    {
        ColumnOperand c => c.Name,
        FactOperand f => f.Name,
        TextOperand t => $"“{t.Value}”",
        NumberOperand n => ThaiNumerals.Exact(n.Value),
        DateOperand d => ThaiDate.BilingualShort(d.Value),
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
