using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>One indicator of an office's own award, from its row, its fields and its levels.</summary>
internal sealed class IndicatorDraft(
    RulesDraft draft, RuleValues values, JsonObject source, DateOnly deadline, TypedRow row, TypedRegister typed, IReadOnlyDictionary<string, string> lists, ImmutableArray<TypedRow> levels)
{
    private const string Given = "แบบ Excel ไม่ได้ถามข้อนี้";

    private readonly string pointer = typed.Pointer;
    private readonly ImmutableArray<TypedRow> fields = typed.Fields;

    private string MeasureName => row["measure"].Text;

    public JsonObject Write()
    {
        var name = values.TextOf(row["text"], new("ข้อความตัวชี้วัด", "Wording")) ?? "-";
        var method = values.ChoiceOf(Needed("method", new("วิธีให้คะแนน", "Scale")), AnnexScale.Methods);
        var measure = values.ChoiceOf(Needed("measure", new("วิธีวัด", "Measure")), FrameworkTables.Measures);
        var isLevel = measure >= 0 && FrameworkTables.Measures[measure] == FrameworkTables.Level;
        var asked = isLevel ? levels.Where((_, i) => IsAsked(i)).ToImmutableArray() : [];
        typed.Questions = asked.Length;
        var indicator = new JsonObject
        {
            ["number"] = Annex.NumberOf(row["number"].Text), ["text"] = RulesDraft.Text(name), ["shortText"] = RulesDraft.Text(row["short"].IsEmpty ? ThaiText.Cut(name, 60) : row["short"].Text),
            ["textSource"] = Source(), ["measure"] = measure < 0 ? [] : Measure(FrameworkTables.Measures[measure]), ["register"] = Register(asked),
            ["weight"] = new JsonObject { ["value"] = values.NumberOf(Needed("weight", new("น้ำหนัก", "Weight"))) ?? 1, ["source"] = Source() },
            ["merge"] = new JsonObject { ["kind"] = "union", ["source"] = RulesDraft.Source("assumed", null, Given) },
            ["notApplicable"] = new JsonObject { ["kind"] = "excludeAndReweight", ["source"] = RulesDraft.Source("assumed", null, Given) },
        };
        if (method >= 0 && AnnexScale.Of(AnnexScale.Methods[method], isLevel ? [] : levels, isLevel, values, (part, place) => draft.Came($"{pointer}/scale{part}", place)) is { } scale)
        {
            scale["source"] = AnnexScale.SourceOf(source, scale, isLevel ? [] : levels);
            indicator["scale"] = scale;
        }
        if (Period() is { } period) indicator["period"] = period;
        Lines(indicator, "evidence");
        Lines(indicator, "explanation");
        if (!isLevel)
            foreach (var level in levels.Where(l => !l["text"].IsEmpty))
                if (values.NumberOf(level["score"]) is { } score)
                    (indicator["explanation"] ??= new JsonArray()).AsArray().Add((JsonNode)RulesDraft.Text(AnnexScale.BeginningOf(score) + level["text"].Text));
        foreach (var (part, column) in (ReadOnlySpan<(string, string)>)
        [
            ("", "number"), ("/number", "number"), ("/text", "text"), ("/shortText", "short"), ("/measure", "measure"), ("/weight", "weight"), ("/scale", "method"), ("/period", "column"),
            ("/period/from", "from"), ("/period/to", "to"), ("/evidence", "evidence"), ("/explanation", "explanation"), ("/register/row", "row"), ("/measure/unit", "unit"), ("/measure/weights", "second"),
        ]) draft.Came(pointer + part, row[column].Place);
        return indicator;
    }

    private JsonObject Measure(string kind)
    {
        var unit = RulesDraft.Text(row["unit"].IsEmpty ? "ร้อยละ" : row["unit"].Text);
        var measure = new JsonObject { ["kind"] = "", ["unit"] = unit, ["source"] = Source() };
        switch (kind)
        {
            case FrameworkTables.Yes or FrameworkTables.Authorities:
                measure["kind"] = "percentage";
                measure["meets"] = Compare(Operand(Field("first", "flag")), "yes");
                if (kind == FrameworkTables.Yes) break;
                var authority = fields.IndexOf(fields.FirstOrDefault(f => FrameworkTables.TypeOf(f) == "authority")!);
                if (authority < 0) values.Add(RuleTableFindings.NoSuchField, row["measure"].Place, kind, new BilingualText("อปท.", "an authority"), "อปท.");
                measure["population"] = new JsonObject
                {
                    ["key"] = typed.ColumnId(Math.Max(0, authority)), ["on"] = Iso(deadline), ["kinds"] = new JsonArray(),
                    ["source"] = RulesDraft.Source("assumed", null, $"นับ อปท. ทุกประเภทตามทะเบียน ณ วันกำหนดส่ง {Given}"),
                };
                break;
            case FrameworkTables.InTime:
                measure["kind"] = "percentage";
                measure["meets"] = new JsonObject
                {
                    ["kind"] = "within", ["from"] = Operand(Field("first", "date")), ["to"] = Operand(Field("second", "date")),
                    ["days"] = values.WholeOf(Needed("days", new("จำนวนวัน", "Days")), 0, 100_000) ?? 1,
                };
                break;
            case FrameworkTables.Count:
                measure["kind"] = "count";
                break;
            case FrameworkTables.Sum:
                (measure["kind"], measure["column"]) = ("sum", Field("first", "number"));
                break;
            case FrameworkTables.Ratio:
                (measure["kind"], measure["numerator"], measure["denominator"]) = ("ratioOfSums", Field("first", "number"), Field("second", "number"));
                break;
            case FrameworkTables.Growth:
                (measure["kind"], measure["now"], measure["before"]) = ("growth", Field("first", "number"), Field("second", "number"));
                break;
            case FrameworkTables.Conditions:
                measure["kind"] = "percentage"; // what it meets is said on a sheet of its own
                break;
            case FrameworkTables.Average or FrameworkTables.Weighted:
                (measure["kind"], measure["column"], measure["blanks"]) = ("average", Field("first", "number"), "leftOut");
                if (kind == FrameworkTables.Weighted) measure["weights"] = Field("second", "number");
                measure["detailSources"] = new JsonArray(RulesDraft.Source("assumed", null, $"แถวที่ไม่มีจำนวนไม่นำมาเฉลี่ย {Given}"));
                break;
            default:
                measure["kind"] = "level";
                measure["steps"] = Steps();
                var unfit = levels.IsEmpty ? row["measure"] : levels.Select((l, i) => values.NumberOf(l["score"]) != i + 1 ? l["score"] : l["text"].IsEmpty ? l["text"] : null).FirstOrDefault(c => c is not null);
                if (unfit is not null) values.Add(RuleTableFindings.LevelUnfit, unfit.Place, ThaiNumerals.Digits(Annex.NumberOf(row["number"].Text)));
                break;
        }
        return measure;
    }

    /// <summary>What a level asks is a question of its own in the form, where the details don't say what it asks.</summary>
    private JsonArray Steps()
    {
        var (steps, question) = (new JsonArray(), 0);
        foreach (var (i, level) in levels.Index())
        {
            var step = new JsonObject { ["level"] = i + 1, ["text"] = RulesDraft.Text(level["text"].Text) };
            if (IsAsked(i)) step["condition"] = new JsonObject { ["kind"] = "fact", ["holds"] = Compare(new() { ["kind"] = "fact", ["name"] = typed.FactId(question++) }, "yes") };
            steps.Add((JsonNode)step);
        }
        return steps;
    }

    private bool IsAsked(int level) => !draft.IsDetailed($"{pointer}/measure/steps/{level}/condition");

    private JsonObject Register(ImmutableArray<TypedRow> asked)
    {
        var columns = new JsonArray();
        var key = new JsonArray();
        foreach (var (i, field) in fields.Index())
        {
            var at = $"{pointer}/register/columns/{i}";
            foreach (var (part, column) in (ReadOnlySpan<(string, string)>)[("", "heading"), ("/type", "type"), ("/options", "options"), ("/minimum", "least"), ("/maximum", "most"), ("/list", "list")])
                draft.Came(at + part, field[column].Place);
            var written = new JsonObject { ["id"] = typed.ColumnId(i), ["heading"] = RulesDraft.Text(values.TextOf(field["heading"], new("หัวช่อง", "Heading")) ?? "-") };
            var type = values.ChoiceOf(field["type"], FrameworkTables.Types);
            if (field["type"].IsEmpty) values.TextOf(field["type"], new("ชนิดข้อมูล", "Type"));
            written["type"] = type < 0 ? "text" : FrameworkTables.TypeNames[type];
            if (values.IsYes(field["required"])) written["required"] = true;
            if (Options(field, at) is { Count: > 0 } options) written["options"] = options;
            if (!field["list"].IsEmpty) written["list"] = List(field["list"]);
            if (values.NumberOf(field["least"]) is { } least) written["minimum"] = least;
            if (values.NumberOf(field["most"]) is { } most) written["maximum"] = most;
            if (values.IsYes(field["key"])) key.Add((JsonNode)typed.ColumnId(i));
            columns.Add((JsonNode)written);
        }
        var rowName = row["row"].IsEmpty ? "รายการ" : row["row"].Text;
        var register = new JsonObject { ["row"] = RulesDraft.Text(rowName), ["columns"] = columns };
        draft.Came($"{pointer}/register/columns", row["number"].Place);
        if (key.Count > 0) register["key"] = key;
        if (fields.FirstOrDefault(f => values.IsYes(f["prefill"])) is { } full)
        {
            register["prefill"] = typed.ColumnId(fields.IndexOf(full));
            draft.Came($"{pointer}/register/prefill", full["prefill"].Place);
        }
        WriteFacts(register, asked);
        return register;
    }

    private void WriteFacts(JsonObject register, ImmutableArray<TypedRow> asked)
    {
        var facts = new JsonArray();
        foreach (var question in asked) Add(new() { ["label"] = RulesDraft.Text(question["text"].Text), ["type"] = "flag" }, question["text"]);
        foreach (var single in typed.Facts)
        {
            var type = values.TextOf(single["type"], new("ชนิดข้อมูล", "Type")) is null ? -1 : values.ChoiceOf(single["type"], FrameworkTables.Types);
            var fact = new JsonObject { ["label"] = RulesDraft.Text(values.TextOf(single["label"], new("หัวช่อง", "Label")) ?? "-"), ["type"] = type < 0 ? "text" : FrameworkTables.TypeNames[type] };
            if (Options(single, $"{pointer}/register/facts/{facts.Count}") is { Count: > 0 } options) fact["options"] = options;
            Add(fact, single["label"]);
        }
        if (facts.Count > 0) register["facts"] = facts;

        void Add(JsonObject fact, TypedCell cell)
        {
            draft.Came($"{pointer}/register/facts/{facts.Count}", cell.Place);
            fact["id"] = typed.FactId(facts.Count);
            facts.Add((JsonNode)fact);
        }
    }

    private JsonArray Options(TypedRow row, string at) =>
        [.. FrameworkTables.OptionsOf(row).Select((text, n) => new JsonObject { ["id"] = TypedRegister.OptionId(draft, at, n), ["text"] = RulesDraft.Text(text) })];

    /// <summary>The id of the list that a cell names.</summary>
    private string List(TypedCell cell)
    {
        if (lists.TryGetValue(ThaiText.Key(cell.Text), out var id)) return id;
        values.Add(RuleTableFindings.NoList, cell.Place, RuleValues.Shown(cell.Text));
        return "-";
    }

    private JsonObject? Period()
    {
        var (from, to) = (values.DayOf(row["from"]), values.DayOf(row["to"]));
        if (from is null && to is null && row["column"].IsEmpty) return null;
        foreach (var (column, name) in (ReadOnlySpan<(string, BilingualText)>)
            [("column", new("ช่องวันที่ที่ใช้กรองช่วงเวลา", "Day of the period")), ("from", new("ตั้งแต่วันที่", "From")), ("to", new("ถึงวันที่", "To"))]) Needed(column, name);
        return from is { } first && to is { } last
            ? new() { ["column"] = Field("column", "date"), ["from"] = Iso(first), ["to"] = Iso(last), ["source"] = Source() }
            : null;
    }

    private void Lines(JsonObject indicator, string member)
    {
        if (row[member].Lines is { IsEmpty: false } lines) indicator[member] = new JsonArray([.. lines.Select(l => RulesDraft.Text(l))]);
    }

    /// <summary>The id of the field that a cell names by its heading.</summary>
    private string Field(string column, string type)
    {
        var cell = row[column];
        var at = cell.IsEmpty ? -1 : typed.ColumnOf(cell.Text);
        if (at >= 0 && FrameworkTables.TypeOf(fields[at]) == type) return typed.ColumnId(at);
        var word = FrameworkTables.Types[FrameworkTables.TypeNames.IndexOf(type)];
        values.Add(RuleTableFindings.NoSuchField, cell.Place, MeasureName, new BilingualText(word, type), RuleValues.Shown(cell.Text));
        return typed.ColumnId(0);
    }

    private TypedCell Needed(string column, BilingualText name)
    {
        values.TextOf(row[column], name);
        return row[column];
    }

    private JsonObject Source() => source.DeepClone().AsObject();

    private static JsonObject Compare(JsonObject operand, string word) => new() { ["kind"] = "equals", ["value"] = operand, ["to"] = new JsonObject { ["kind"] = "text", ["value"] = word } };

    private static JsonObject Operand(string column) => new() { ["kind"] = "column", ["name"] = column };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
