using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Writes what an annex says of one indicator into the draft.</summary>
internal sealed class AnnexIndicator(Framework framework, int index, RulesDraft draft, RuleValues values, string citation)
{
    private readonly Indicator indicator = framework.Indicators[index];
    private readonly JsonObject node = draft.Node["indicators"]![index]!.AsObject();
    private readonly string pointer = $"/indicators/{index}";

    public void Write(TypedRow row, ImmutableArray<TypedRow> levels)
    {
        var item = row["item"];
        var source = RulesDraft.Source("annex", item.IsEmpty ? citation : $"{citation} {item.Text}");
        Weight(row["weight"], source, isConfirmed: !item.IsEmpty);
        Scale(row["method"], levels, source, isConfirmed: !item.IsEmpty);
        Texts(levels, row);
        Evidence(row["evidence"]);
    }

    private void Weight(TypedCell cell, JsonObject source, bool isConfirmed)
    {
        draft.Came($"{pointer}/weight", cell.Place);
        var weight = cell.IsEmpty ? null : values.NumberOf(cell);
        if (cell.IsEmpty) values.TextOf(cell, new("น้ำหนัก", "Weight"));
        if (weight is not { } value || (value == indicator.Weight.Value && !isConfirmed)) return;
        node["weight"] = new JsonObject { ["value"] = value, ["source"] = source.DeepClone() };
    }

    private void Scale(TypedCell cell, ImmutableArray<TypedRow> levels, JsonObject source, bool isConfirmed)
    {
        draft.Came($"{pointer}/scale", cell.Place);
        var method = values.ChoiceOf(cell, AnnexScale.Methods);
        if (cell.IsEmpty) values.TextOf(cell, new("วิธีให้คะแนน", "Scale"));
        if (method < 0) return;
        var before = node["scale"] as JsonObject;
        var scale = indicator.Scale is ByClassScale of ? ByClass(of, AnnexScale.Methods[method], levels)
            : One(AnnexScale.Methods[method], levels, $"{pointer}/scale");
        if (!isConfirmed && JsonNode.DeepEquals(WithoutSources(before), WithoutSources(scale))) return;
        if (scale is null) node.Remove("scale");
        else
        {
            foreach (var each in scale["scales"]?.AsArray() ?? [])
                each!["scale"]!["source"] = AnnexScale.SourceOf(source, each["scale"]!.AsObject(), RowsOf((ByClassScale)indicator.Scale!, (string)each["is"]!, levels));
            scale["source"] = AnnexScale.SourceOf(source, scale, levels);
            node["scale"] = scale;
        }
    }

    private JsonObject? One(string method, ImmutableArray<TypedRow> rows, string at) =>
        AnnexScale.Of(method, rows, indicator.Measure.IsLevel, values, (part, place) => draft.Came(at + part, place));

    private JsonObject? ByClass(ByClassScale of, string method, ImmutableArray<TypedRow> levels)
    {
        if (method == AnnexScale.None) return null;
        return new()
        {
            ["kind"] = "byClass", ["class"] = of.Class,
            ["scales"] = new JsonArray([.. of.Scales.Select((s, i) => new JsonObject
            {
                ["is"] = s.Is,
                ["scale"] = One(method, RowsOf(of, s.Is, levels), $"{pointer}/scale/scales/{i}/scale"),
            })]),
        };
    }

    /// <summary>The rows of one class.</summary>
    private ImmutableArray<TypedRow> RowsOf(ByClassScale of, string option, ImmutableArray<TypedRow> levels)
    {
        var name = framework.Classes.First(c => c.Id == of.Class).Options.First(o => o.Id == option).Text.Thai;
        return [.. levels.Where(l => ThaiText.Key(l["class"].Text) == ThaiText.Key(name))];
    }

    /// <summary>Texts of levels where levels are measured; else lines of the explanation that begin with the score.</summary>
    private void Texts(ImmutableArray<TypedRow> levels, TypedRow row)
    {
        if (indicator.Measure is LevelMeasure measure)
        {
            var texts = levels.Where(l => !l["text"].IsEmpty).Select(l => l["text"]).ToList();
            if (texts.Count != measure.Steps.Length)
            {
                // The level that has no text; where each has one, there are too many or too few.
                var unfit = levels.FirstOrDefault(l => l["text"].IsEmpty)?["text"] ?? levels.FirstOrDefault()?["text"] ?? row["number"];
                values.Add(RuleTableFindings.LevelUnfit, unfit.Place, indicator.Number.Bilingual);
                return;
            }
            foreach (var (i, text) in texts.Index())
            {
                var step = node["measure"]!["steps"]![i]!;
                draft.Came($"{pointer}/measure/steps/{i}/text", text.Place);
                step["text"] = RulesDraft.Text(text.Text, step["text"]);
            }
            return;
        }
        var lines = node["explanation"]?.AsArray().Select(l => l!.DeepClone().AsObject()).ToList() ?? [];
        var known = lines.ToList();
        foreach (var level in levels)
        {
            if (values.NumberOf(level["score"]) is not { } score) continue;
            var begins = AnnexScale.BeginningOf(score);
            var at = lines.FindIndex(l => ((string)l["th"]!).StartsWith(begins, StringComparison.Ordinal));
            if (level["text"].IsEmpty && at >= 0) lines.RemoveAt(at);
            if (level["text"].IsEmpty) continue;
            draft.Came($"{pointer}/explanation/{(at < 0 ? lines.Count : at)}", level["text"].Place);
            var line = RulesDraft.Text(begins + level["text"].Text, at < 0 ? null : lines[at]);
            if (at < 0) lines.Add(line);
            else lines[at] = line;
        }
        Lines("explanation", known, lines);
    }

    private void Evidence(TypedCell cell)
    {
        draft.Came($"{pointer}/evidence", cell.Place);
        var known = node["evidence"]?.AsArray().Select(l => l!.DeepClone().AsObject()).ToList() ?? [];
        Lines("evidence", known, [.. cell.Lines.Select(line => RulesDraft.Text(line, known.Find(k => (string?)k["th"] == line)))]);
    }

    private void Lines(string member, List<JsonObject> before, List<JsonObject> after)
    {
        if (before.Count == after.Count && before.Zip(after).All(p => JsonNode.DeepEquals(p.First, p.Second))) return;
        if (after.Count == 0) node.Remove(member);
        else node[member] = new JsonArray([.. after]);
    }

    private static JsonObject? WithoutSources(JsonObject? scale)
    {
        if (scale?.DeepClone() is not JsonObject copy) return null;
        copy.Remove("source");
        foreach (var each in copy["scales"]?.AsArray() ?? []) each!["scale"]!.AsObject().Remove("source");
        return copy;
    }
}
