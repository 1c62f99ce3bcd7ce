using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>
/// The conditions that rows of one indicator meet: all of an alternative hold, and one alternative is enough. They decide which rows count at all, or which rows meet a
/// percentage; there they stand beside what the measure asks by itself.
/// </summary>
internal sealed class ConditionsDraft(RulesDraft draft, RuleValues values, ImmutableArray<TypedRow> fields, int index)
{
    /// <summary>Headings that a finding offers.</summary>
    private const int MostOffered = 20;

    public void Write(JsonObject measure, ImmutableArray<TypedRow> rows)
    {
        var pointer = $"/indicators/{index}/measure";
        var uses = rows.ToLookup(r => ChoiceOf(r["use"], new("ใช้กับ", "What it decides"), ExtraTables.Uses));
        if (uses[1].Any()) measure["where"] = Alternatives([.. uses[1]], $"{pointer}/where");
        if (!uses[0].Any()) return;
        if ((string?)measure["kind"] != "percentage")
            values.Add(RuleTableFindings.NotAChoice, uses[0].First()["use"].Place, ExtraTables.Meeting, ExtraTables.Counting);
        else if (measure["meets"]?.DeepClone() is { } asked)
            measure["meets"] = new JsonObject { ["kind"] = "all", ["of"] = new JsonArray(asked, Alternatives([.. uses[0]], $"{pointer}/meets/of/1")) };
        else measure["meets"] = Alternatives([.. uses[0]], $"{pointer}/meets");
    }

    private JsonObject Alternatives(ImmutableArray<TypedRow> rows, string at) => Joined(
        "any", [.. rows.GroupBy(r => Annex.NumberOf(r["alternative"].Text), StringComparer.Ordinal)], at,
        (alternative, place) => Joined("all", [.. alternative], place, One));

    private static JsonObject Joined<T>(string kind, ImmutableArray<T> parts, string at, Func<T, string, JsonObject> write) =>
        parts is [var only] ? write(only, at) : new() { ["kind"] = kind, ["of"] = new JsonArray([.. parts.Select((part, i) => write(part, $"{at}/of/{i}"))]) };

    private JsonObject One(TypedRow row, string at)
    {
        var compares = ChoiceOf(row["compares"], new("เปรียบเทียบ", "Compares"), ExtraTables.Comparisons);
        var isNegated = compares is 1 or 5;
        var inner = isNegated ? $"{at}/of" : at;
        foreach (var part in (ReadOnlySpan<string>)["", "/value"]) draft.Came(inner + part, row["field"].Place);
        foreach (var part in (ReadOnlySpan<string>)["/to", "/limit"]) draft.Came(inner + part, row["value"].Place);
        var field = FieldOf(row["field"]);
        var condition = new JsonObject
        {
            ["kind"] = compares switch { 2 => "atLeast", 3 => "atMost", 4 or 5 => "present", _ => "equals" },
            ["value"] = Column(field),
        };
        if (compares is not (4 or 5)) condition[compares is 2 or 3 ? "limit" : "to"] = ValueOf(row["value"], field);
        return isNegated ? new() { ["kind"] = "not", ["of"] = condition } : condition;
    }

    /// <summary>What a field is compared with: another field of its kind by its heading, or what was typed.</summary>
    private JsonObject ValueOf(TypedCell cell, int field)
    {
        if (values.TextOf(cell, new("ค่าหรือหัวช่องที่เทียบด้วย", "Value or field")) is not { } text || field < 0) return Text("-");
        var type = FrameworkTables.TypeOf(fields[field]);
        if (IndexOf(text) is >= 0 and var other && other != field && FrameworkTables.TypeOf(fields[other]) == type) return Column(other);
        switch (type)
        {
            case "number": return new() { ["kind"] = "number", ["value"] = values.NumberOf(cell) ?? 0 };
            case "date": return new() { ["kind"] = "date", ["value"] = (values.DayOf(cell) ?? DateOnly.MinValue).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
            case "flag": return Text(values.ChoiceOf(cell, RuleValues.YesOrNo) == 0 ? "yes" : "no");
            case "choice": return Text($"o{Math.Max(0, values.ChoiceOf(cell, [.. FrameworkTables.OptionsOf(fields[field])])) + 1}");
            default: return Text(text);
        }
    }

    /// <summary>The field that a cell names; -1 with a finding where there is none such.</summary>
    private int FieldOf(TypedCell cell)
    {
        if (values.TextOf(cell, new("หัวช่อง", "Heading")) is not { } heading) return -1;
        var at = IndexOf(heading);
        if (at < 0) values.Add(RuleTableFindings.NotAChoice, cell.Place, RuleValues.Shown(heading), string.Join(" / ", fields.Take(MostOffered).Select(f => f["heading"].Text)));
        return at;
    }

    private int IndexOf(string heading) => fields.IndexOf(fields.FirstOrDefault(f => ThaiText.Key(f["heading"].Text) == ThaiText.Key(heading))!);

    private int ChoiceOf(TypedCell cell, BilingualText name, ImmutableArray<string> options) => values.TextOf(cell, name) is null ? -1 : values.ChoiceOf(cell, options);

    private static JsonObject Column(int field) => new() { ["kind"] = "column", ["name"] = $"c{Math.Max(0, field) + 1}" };

    private static JsonObject Text(string text) => new() { ["kind"] = "text", ["value"] = text };
}
