using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>The checks of one indicator: values of a row, or single values of a return, that are wrong beside each other.</summary>
internal sealed class ChecksDraft(RulesDraft draft, RuleValues values, TypedRegister register)
{
    private readonly ConditionsDraft conditions = new(draft, values, register);

    /// <summary>Writes them into a register, each where the field stands at which it is told.</summary>
    /// <param name="written">The register's JSON.</param>
    /// <param name="rows">The rows of the indicator: one with a message begins a check.</param>
    public void Write(JsonObject written, ImmutableArray<TypedRow> rows)
    {
        var check = ImmutableArray.CreateBuilder<TypedRow>();
        foreach (var row in rows)
        {
            if (check.Count > 0 && !row["message"].IsEmpty)
            {
                WriteOne(written, check.ToImmutable());
                check.Clear();
            }
            check.Add(row);
        }
        WriteOne(written, check.ToImmutable());
    }

    private void WriteOne(JsonObject written, ImmutableArray<TypedRow> rows)
    {
        var first = rows[0];
        var at = first["at"].IsEmpty ? first["field"] : first["at"];
        var told = register.Find(at, values);
        if (told is { Name: null }) values.Add(RuleTableFindings.NotAChoice, at.Place, RuleValues.Shown(at.Text), register.Fields.IsEmpty ? "" : register.Fields[0]["heading"].Text);
        var (member, column) = told is { IsFact: true } ? ("factChecks", "fact") : ("checks", "column");
        var list = written[member]?.AsArray() ?? [];
        if (list.Parent is null) written[member] = list;
        var pointer = $"{register.Pointer}/register/{member}/{list.Count}";
        draft.Came(pointer, first.Place);
        draft.Came($"{pointer}/{column}", at.Place);
        var severity = values.TextOf(first["severity"], new("ผลเมื่อผิด", "What follows")) is null ? 0 : Math.Max(0, values.ChoiceOf(first["severity"], [.. ConditionTables.Severities.Select(s => s.Word)]));
        list.Add((JsonNode)new JsonObject
        {
            ["violated"] = conditions.Alternatives(rows, $"{pointer}/violated"), ["severity"] = ConditionTables.Severities[severity].Name, [column] = told?.Name ?? "-",
            ["message"] = Text(first, pointer, "message", new("ข้อความที่แจ้ง", "Message")), ["remedy"] = Text(first, pointer, "remedy", new("สิ่งที่ขอให้แก้", "Remedy")),
        });
    }

    private JsonObject Text(TypedRow row, string pointer, string column, BilingualText name)
    {
        draft.Came($"{pointer}/{column}", row[column].Place);
        return RulesDraft.Text(values.TextOf(row[column], name) ?? "-");
    }
}
