using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What <see cref="ExtraTables"/> say, written into a framework whose indicators are drafted.</summary>
internal sealed class ExtrasDraft(RulesDraft draft, RuleValues values, TypedTables typed, ImmutableArray<TypedRegister> registers, DateOnly deadline, JsonObject source)
{
    /// <summary>Wrong numbers of a cell that are told one by one.</summary>
    private const int MostUnknown = 5;

    private static readonly BilingualText ConditionsName = new($"แผ่นงานเงื่อนไขของแถว: {ConditionTables.Meeting}", "the sheet of conditions on rows");

    private readonly JsonObject node = draft.Node;
    private readonly Dictionary<string, int> indexes = typed[FrameworkTables.Indicators].Index().ToDictionary(r => Annex.NumberOf(r.Item["number"].Text), r => r.Index, StringComparer.Ordinal);
    private readonly Dictionary<string, string> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Class, string Option)> options = new(StringComparer.Ordinal);

    private JsonArray Indicators => node["indicators"]!.AsArray();

    public void Write()
    {
        WriteClasses();
        WriteGroups();
        List(ExtraTables.Kinds, "unitKinds", (row, i) => new() { ["id"] = draft.IdAt($"/unitKinds/{i}", $"kind-{i + 1}"), ["name"] = Needed(row, "name", new("ชื่อชนิด", "Kind")), ["source"] = Source() });
        foreach (var row in typed[ExtraTables.Each])
            if (Of(row) is { } at) new EachDraft(draft, values, row, registers[at]).Write(Indicators[at]!.AsObject());
        foreach (var row in typed[ExtraTables.Populations])
            if (Of(row) is { } at) new PopulationDraft(draft, values, registers[at]).Write(MeasureOf(at), row, deadline);
        foreach (var rows in ByIndicator(ConditionTables.Conditions))
            if (Of(rows.First()) is { } at) new ConditionsDraft(draft, values, registers[at]).Write(MeasureOf(at), [.. rows]);
        foreach (var rows in ByIndicator(ConditionTables.Checks))
            if (Of(rows.First()) is { } at) new ChecksDraft(draft, values, registers[at]).Write(Indicators[at]!["register"]!.AsObject(), [.. rows]);
        foreach (var (at, row) in typed[FrameworkTables.Indicators].Index())
            if ((string?)MeasureOf(at)["kind"] == "percentage" && MeasureOf(at)["meets"] is null && !draft.IsDetailed($"/indicators/{at}/measure/meets")) values.Add(RuleTableFindings.Blank, row["measure"].Place, ConditionsName);
        foreach (var rows in ByIndicator(ExtraTables.ClassLevels))
            if (Of(rows.First()) is { } at) WriteClassScale(at, [.. rows]);
        List(ExtraTables.Requirements, "requirements", Requirement);
        WriteTotal();
    }

    private IEnumerable<IGrouping<string, TypedRow>> ByIndicator(string table) => typed[table].GroupBy(r => Annex.NumberOf(r["number"].Text), StringComparer.Ordinal);

    private JsonObject MeasureOf(int at) => Indicators[at]!["measure"]!.AsObject();

    /// <summary>Place of the indicator that a row names.</summary>
    private int? Of(TypedRow row)
    {
        if (indexes.TryGetValue(Annex.NumberOf(row["number"].Text), out var at)) return at;
        values.Add(RuleTableFindings.NoIndicator, row["number"].Place, RuleValues.Shown(row["number"].Text));
        return null;
    }

    private void List(string table, string member, Func<TypedRow, int, JsonObject> write)
    {
        if (typed[table] is not { IsEmpty: false } rows) return;
        node[member] = new JsonArray([.. rows.Select((row, i) => Came($"/{member}/{i}", row, write(row, i)))]);
    }

    private JsonObject Came(string pointer, TypedRow row, JsonObject written)
    {
        draft.Came(pointer, row.Place);
        foreach (var (column, cell) in row.Cells) draft.Came($"{pointer}/{column}", cell.Place);
        return written;
    }

    private void WriteGroups()
    {
        // An indicator stands in one group: of one number more than there are indicators one is wrong or stands there twice, which is told.
        var left = indexes.Count + 1;
        List(ExtraTables.Groups, "groups", (row, i) => Group(row, i, ref left));
    }

    private JsonObject Group(TypedRow row, int i, ref int left)
    {
        var id = draft.IdAt($"/groups/{i}", $"group-{i + 1}");
        groups.TryAdd(ThaiText.Key(row["name"].Text), id);
        ImmutableArray<string> numbers = [.. row["indicators"].Text.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(left).Select(Annex.NumberOf)];
        left -= numbers.Length;
        foreach (var unknown in numbers.Where(n => !indexes.ContainsKey(n)).Take(MostUnknown)) values.Add(RuleTableFindings.NoIndicator, row["indicators"].Place, RuleValues.Shown(unknown));
        if (row["indicators"].IsEmpty) values.TextOf(row["indicators"], new("ตัวชี้วัดในด้าน", "Its indicators"));
        var group = new JsonObject { ["id"] = id, ["name"] = Needed(row, "name", new("ชื่อด้าน", "Group")), ["indicators"] = new JsonArray([.. numbers.Select(n => JsonValue.Create(n))]), ["source"] = Source() };
        if (values.NumberOf(row["weight"]) is { } weight) group["weight"] = new JsonObject { ["value"] = weight, ["source"] = Source() };
        if (values.NumberOf(row["sum"]) is { } sum) group["weightsAddUpTo"] = sum;
        return group;
    }

    private void WriteClasses()
    {
        var classes = typed[ExtraTables.Classes].GroupBy(r => ThaiText.Key(r["name"].Text)).ToList();
        if (classes.Count == 0) return;
        node["classes"] = new JsonArray([.. classes.Select((rows, i) => Came($"/classes/{i}", rows.First(), new()
        {
            ["id"] = ClassId(i), ["name"] = Needed(rows.First(), "name", new("จำแนกตาม", "Sorted by")), ["source"] = Source(),
            ["options"] = new JsonArray([.. rows.Select((row, n) => new JsonObject { ["id"] = OptionId(i, n), ["text"] = Needed(row, "option", new("กลุ่ม", "Class")) })]),
        }))]);
        foreach (var (i, rows) in classes.Index())
            foreach (var (n, row) in rows.Index()) options.TryAdd(ThaiText.Key(row["option"].Text), (ClassId(i), OptionId(i, n)));
    }

    private string ClassId(int at) => draft.IdAt($"/classes/{at}", $"class-{at + 1}");

    private string OptionId(int at, int option) => draft.IdAt($"/classes/{at}/options/{option}", $"option-{option + 1}");

    private void WriteClassScale(int at, ImmutableArray<TypedRow> rows)
    {
        var method = values.ChoiceOf(typed[FrameworkTables.Indicators][at]["method"], AnnexScale.Methods);
        if (method < 0 || ClassOf(rows[0]["option"]) is not { } of) return;
        var (scales, pointer) = (new JsonArray(), $"/indicators/{at}/scale");
        foreach (var own in rows.GroupBy(r => ThaiText.Key(r["option"].Text)))
        {
            if (ClassOf(own.First()["option"]) is not { } option) return;
            var at1 = $"{pointer}/scales/{scales.Count}/scale";
            draft.Came(at1, own.First()["option"].Place);
            if (AnnexScale.Of(AnnexScale.Methods[method], [.. own], isLevel: false, values, (part, place) => draft.Came(at1 + part, place)) is not { } scale) return;
            scale["source"] = AnnexScale.SourceOf(source, scale, [.. own]);
            scales.Add((JsonNode)new JsonObject { ["is"] = option.Option, ["scale"] = scale });
        }
        draft.Came(pointer, rows[0]["option"].Place);
        Indicators[at]!["scale"] = new JsonObject { ["kind"] = "byClass", ["class"] = of.Class, ["scales"] = scales, ["source"] = Source() };
    }

    /// <summary>The ids of a class that a cell names.</summary>
    private (string Class, string Option)? ClassOf(TypedCell cell)
    {
        if (options.TryGetValue(ThaiText.Key(cell.Text), out var known)) return known;
        values.Add(RuleTableFindings.NotAChoice, cell.Place, RuleValues.Shown(cell.Text), string.Join(" / ", typed[ExtraTables.Classes].Take(20).Select(r => r["option"].Text)));
        return null;
    }

    private JsonObject Requirement(TypedRow row, int i)
    {
        var requirement = new JsonObject { ["of"] = Part(row, "of", ExtraTables.Parts), ["text"] = Needed(row, "text", new("ถ้อยคำในรายงาน", "In words")), ["source"] = Source() };
        var bound = values.ChoiceOf(row["bound"], [ExtraTables.AtLeast, ExtraTables.AtMost]);
        if (row["bound"].IsEmpty) values.TextOf(row["bound"], new("ต้อง", "Has to be"));
        if (row["value"].IsEmpty) values.TextOf(row["value"], new("เท่าใด", "How much"));
        requirement[bound == 1 ? "most" : "least"] = values.NumberOf(row["value"]) ?? 0;
        if (values.IsYes(row["perCent"])) requirement["perCent"] = true;
        return requirement;
    }

    private JsonObject Part(TypedRow row, string column, ImmutableArray<string> parts)
    {
        var at = values.ChoiceOf(row[column], parts);
        if (row[column].IsEmpty) values.TextOf(row[column], row[column].Text);
        if (at < 0) return new() { ["kind"] = "total" };
        switch (parts[at])
        {
            case ExtraTables.OfGroup when groups.TryGetValue(ThaiText.Key(row["which"].Text), out var group): return new() { ["kind"] = "group", ["id"] = group };
            case ExtraTables.OfGroup:
                values.Add(RuleTableFindings.NotAChoice, row["which"].Place, RuleValues.Shown(row["which"].Text), string.Join(" / ", typed[ExtraTables.Groups].Take(20).Select(r => r["name"].Text)));
                return new() { ["kind"] = "total" };
            case ExtraTables.OfIndicator or ExtraTables.OfValue:
                var number = Annex.NumberOf(row["which"].Text);
                if (!indexes.ContainsKey(number)) values.Add(RuleTableFindings.NoIndicator, row["which"].Place, RuleValues.Shown(row["which"].Text));
                return new() { ["kind"] = parts[at] == ExtraTables.OfIndicator ? "indicator" : "value", ["number"] = number };
            case ExtraTables.OfPenalty: return new() { ["kind"] = "penalty" };
            case ExtraTables.OfDay: return new() { ["kind"] = "completedOn" };
            default: return new() { ["kind"] = "total" };
        }
    }

    private void WriteTotal()
    {
        var total = node["total"]!.AsObject();
        foreach (var (item, member) in (ReadOnlySpan<(string, string)>)[(ExtraTables.Weights, "weightsAddUpTo"), (ExtraTables.MostBonus, "mostBonus"), (ExtraTables.MostPenalty, "mostPenalty")])
        {
            draft.Came($"/total/{member}", Item(item).Place);
            if (values.NumberOf(Item(item)) is { } number) total[member] = number;
        }
        if (values.IsYes(Item(ExtraTables.EndsAtFull))) total["endsAtFull"] = true;
        var ties = typed[ExtraTables.Order];
        if (!ties.IsEmpty || values.IsYes(Item(ExtraTables.TScores)))
        {
            var ranking = new JsonObject { ["source"] = Source() };
            if (values.IsYes(Item(ExtraTables.TScores))) ranking["tScores"] = true;
            if (!ties.IsEmpty) ranking["tieBreaks"] = new JsonArray([.. ties.Select((row, i) => Came($"/ranking/tieBreaks/{i}", row, new()
            {
                ["by"] = Part(row, "by", [.. ExtraTables.Parts, ExtraTables.OfDay]), ["prefers"] = values.ChoiceOf(row["prefers"], [ExtraTables.Higher, ExtraTables.Lower]) == 1 ? "lower" : "higher",
            }))]);
            node["ranking"] = ranking;
        }
        if (Item(ExtraTables.Entry) is not { IsEmpty: false } screening) return;
        draft.Came("/entry", screening.Place);
        var entry = new JsonObject { ["framework"] = screening.Text, ["source"] = Source() };
        if (values.WholeOf(Item(ExtraTables.EntryTop), 1, 10_000) is { } top) entry["top"] = top;
        if (values.NumberOf(Item(ExtraTables.EntryLeast)) is { } least) entry["least"] = least;
        node["entry"] = entry;
    }

    private JsonObject Needed(TypedRow row, string column, BilingualText name) => RulesDraft.Text(values.TextOf(row[column], name) ?? "-");

    private TypedCell Item(string name) => typed[ExtraTables.Sum].FirstOrDefault(r => ThaiText.Key(r["item"].Text) == ThaiText.Key(name))?["value"] ?? new("", Place.Nowhere);

    private JsonObject Source() => source.DeepClone().AsObject();
}
