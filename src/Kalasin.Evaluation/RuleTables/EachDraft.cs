using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What is said beside one indicator: bonus or penalty, judges, the unit's own score, evidence.</summary>
internal sealed class EachDraft(RulesDraft draft, RuleValues values, TypedRow row, TypedRegister typed)
{
    private const string Self = "self-score";

    public void Write(JsonObject indicator)
    {
        var pointer = typed.Pointer;
        foreach (var (part, column) in (ReadOnlySpan<(string, string)>)
            [("/role", "role"), ("/measure/judge", "judge"), ("/measure/trim", "lowest"), ("/measure/trim/highest", "highest"), ("/selfScore", "self"), ("/needsEvidence", "proof")])
            draft.Came(pointer + part, row[column].Place);
        if (values.ChoiceOf(row["role"], [ExtraTables.Bonus, ExtraTables.Penalty]) is >= 0 and var role) indicator["role"] = role == 0 ? "bonus" : "penalty";
        WriteJudge(indicator["measure"]!.AsObject());
        if (values.IsYes(row["self"]))
        {
            var register = indicator["register"]!.AsObject();
            var facts = register["facts"]?.AsArray() ?? new JsonArray();
            if (facts.Parent is null) register["facts"] = facts;
            var id = draft.IdAt($"{pointer}/register/facts/{facts.Count}", Self);
            facts.Add((JsonNode)new JsonObject { ["id"] = id, ["label"] = new JsonObject { ["th"] = "คะแนนที่หน่วยงานประเมินตนเอง", ["en"] = "The unit's own score" }, ["type"] = "number" });
            indicator["selfScore"] = id;
        }
        if (values.ChoiceOf(row["proof"], [ExtraTables.EachRow, ExtraTables.WholeReturn]) is >= 0 and var proof)
            indicator["needsEvidence"] = new JsonObject { ["needs"] = proof == 0 ? "row" : "return", ["source"] = indicator["textSource"]!.DeepClone() };
    }

    private void WriteJudge(JsonObject measure)
    {
        if (!row["judge"].IsEmpty)
        {
            var at = typed.ColumnOf(row["judge"].Text);
            if (at < 0) values.Add(RuleTableFindings.NoSuchField, row["judge"].Place, FrameworkTables.Average, new BilingualText(FrameworkTables.Types[0], "text"), RuleValues.Shown(row["judge"].Text));
            else measure["judge"] = typed.ColumnId(at);
        }
        var (lowest, highest) = (values.WholeOf(row["lowest"], 0, 100) ?? 0, values.WholeOf(row["highest"], 0, 100) ?? 0);
        if (lowest + highest > 0) measure["trim"] = new JsonObject { ["lowest"] = lowest, ["highest"] = highest };
    }
}
