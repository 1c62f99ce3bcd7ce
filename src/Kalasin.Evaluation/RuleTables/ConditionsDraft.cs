using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>
/// The conditions that rows of one indicator meet: all of an alternative hold, and one alternative is enough. They decide which rows count at all, which a percentage is of, or
/// which meet it; there they stand beside what the measure asks by itself.
/// </summary>
internal sealed class ConditionsDraft(RulesDraft draft, RuleValues values, TypedRegister register)
{
    private const int LongestSpan = 100_000;

    public void Write(JsonObject measure, ImmutableArray<TypedRow> rows)
    {
        var pointer = $"{register.Pointer}/measure";
        var uses = rows.ToLookup(r => ChoiceOf(r["use"], new("ใช้กับ", "What it decides"), [.. ConditionTables.Uses.Select(u => u.Word)]));
        foreach (var (i, (word, member)) in ConditionTables.Uses.Index().Where(u => uses[u.Index].Any()))
        {
            ImmutableArray<TypedRow> of = [.. uses[i]];
            if (word != ConditionTables.Counting && (string?)measure["kind"] != "percentage")
                values.Add(RuleTableFindings.NotAChoice, of[0]["use"].Place, word, ConditionTables.Counting);
            else if (measure[member]?.DeepClone() is { } asked)
                measure[member] = new JsonObject { ["kind"] = "all", ["of"] = new JsonArray(asked, Alternatives(of, $"{pointer}/{member}/of/1")) };
            else measure[member] = Alternatives(of, $"{pointer}/{member}");
        }
    }

    public JsonObject Alternatives(ImmutableArray<TypedRow> rows, string at) => Joined(
        "any", [.. rows.GroupBy(r => Annex.NumberOf(r["alternative"].Text), StringComparer.Ordinal)], at,
        (alternative, place) => Joined("all", [.. alternative], place, One));

    private static JsonObject Joined<T>(string kind, ImmutableArray<T> parts, string at, Func<T, string, JsonObject> write) =>
        parts is [var only] ? write(only, at) : new() { ["kind"] = kind, ["of"] = new JsonArray([.. parts.Select((part, i) => write(part, $"{at}/of/{i}"))]) };

    private JsonObject One(TypedRow row, string at)
    {
        var chosen = ChoiceOf(row["compares"], new("เปรียบเทียบ", "Compares"), Comparison.Words);
        var compares = Comparison.All[Math.Max(0, chosen)];
        var inner = compares.IsNegated ? $"{at}/of" : at;
        foreach (var part in (ReadOnlySpan<string>)["", $"/{compares.Field}"]) draft.Came(inner + part, row["field"].Place);
        var field = register.Find(row["field"], values);
        var condition = new JsonObject { ["kind"] = compares.Kind, [compares.Field] = field?.Node ?? Text("-") };
        if (compares.Value is { } member)
        {
            draft.Came($"{inner}/{member}", row["value"].Place);
            condition[member] = chosen < 0 ? Text("-") : ValueOf(row["value"], field);
        }
        if (compares.HasSpan) WriteSpan(row, condition, inner);
        return compares.IsNegated ? new() { ["kind"] = "not", ["of"] = condition } : condition;
    }

    private void WriteSpan(TypedRow row, JsonObject condition, string at)
    {
        var unit = Math.Max(0, values.ChoiceOf(row["unit"], [.. ConditionTables.Units.Select(u => u.Word)]));
        if (row["length"].IsEmpty) values.TextOf(row["length"], new("ระยะเวลา", "Length"));
        condition[ConditionTables.Units[unit].Member] = values.WholeOf(row["length"], 0, LongestSpan) ?? 1;
        draft.Came($"{at}/{ConditionTables.Units[unit].Member}", row["length"].Place);
        if (values.IsYes(row["first"])) condition["countsFirstDay"] = true;
        if (values.IsYes(row["holiday"])) condition["endsOnHoliday"] = "extend";
    }

    /// <summary>What a field is compared with: another one of its kind by its heading, or what was typed.</summary>
    private JsonObject ValueOf(TypedCell cell, TypedOperand? field)
    {
        if (values.TextOf(cell, new("ค่าหรือหัวช่องที่เทียบด้วย", "Value or field")) is not { } text || field is null) return Text("-");
        if (register.Find(text) is { } other && other.Type == field.Type && !JsonNode.DeepEquals(other.Node, field.Node)) return other.Node;
        switch (field.Type)
        {
            case "number": return new() { ["kind"] = "number", ["value"] = values.NumberOf(cell) ?? 0 };
            case "date": return new() { ["kind"] = "date", ["value"] = (values.DayOf(cell) ?? DateOnly.MinValue).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
            case "flag": return Text(values.ChoiceOf(cell, RuleValues.YesOrNo) == 0 ? "yes" : "no");
            case "choice" when register.OptionsOf(field) is { IsEmpty: false } options: return Text(options[Math.Max(0, values.ChoiceOf(cell, [.. options.Select(o => o.Text)]))].Id);
            default: return Text(text);
        }
    }

    private int ChoiceOf(TypedCell cell, BilingualText name, ImmutableArray<string> options) => values.TextOf(cell, name) is null ? -1 : values.ChoiceOf(cell, options);

    private static JsonObject Text(string text) => new() { ["kind"] = "text", ["value"] = text };
}
