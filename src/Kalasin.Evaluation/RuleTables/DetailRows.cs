using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks.Differences;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What the other sheets of a framework don't say, as rows of the sheet of details.</summary>
/// <param name="framework">The framework.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class DetailRows(JsonObject framework, TableRows rows)
{
    /// <summary>A part as a row, or as the rows of its parts where it is too long for a cell.</summary>
    /// <param name="rows">Where it goes.</param>
    /// <param name="framework">What it is a part of.</param>
    /// <param name="pointer">Where it stands there.</param>
    public static void Whole(TableRows rows, JsonNode framework, string pointer)
    {
        JsonNode? part = framework;
        foreach (var name in pointer.Split('/').Skip(1)) part = Part(part, name);
        Whole(rows, part, pointer, WordsOf(framework, pointer));
    }

    /// <summary>Adds what two of them don't say alike: the framework, and what came back of it.</summary>
    public void Add(JsonObject written, JsonObject? back, bool idsOnly)
    {
        if (back is not null) Compare(written, back, "", idsOnly);
    }

    /// <summary>Whether two of them say the same.</summary>
    public static bool IsSame(JsonNode? written, JsonNode? back) => (written, back) switch
    {
        (null, JsonArray { Count: 0 }) => true,
        (null, JsonValue value) => value.GetValueKind() == JsonValueKind.False,
        (JsonObject a, JsonObject b) => a.Select(m => m.Key).Union(b.Select(m => m.Key)).All(name => IsSame(a[name], b[name])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(i => IsSame(i.First, i.Second)),
        (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number => a.GetValue<decimal>() == b.GetValue<decimal>(),
        _ => JsonNode.DeepEquals(written, back),
    };

    private void Compare(JsonNode? written, JsonNode? back, string pointer, bool idsOnly)
    {
        if (IsSame(written, back)) return;
        switch (written, back)
        {
            case (JsonObject a, JsonObject b) when IsSame(a["kind"], b["kind"]) || IsSource(a) && IsSource(b):
                foreach (var name in a.Select(m => m.Key).Union(b.Select(m => m.Key)).ToList()) Compare(a[name], b[name], $"{pointer}/{name}", idsOnly);
                break;
            case (JsonArray a, JsonArray b) when a.Concat(b).All(i => i is JsonObject):
                for (var i = 0; i < a.Count; i++) Compare(a[i], b.ElementAtOrDefault(i), $"{pointer}/{i}", idsOnly);
                // Those that are too many go from the last on: a place is one as long as those before it stand.
                for (var i = b.Count - 1; i >= a.Count && !idsOnly; i--) Row(rows, null, $"{pointer}/{i}", WordsOf(framework, $"{pointer}/{i}"));
                break;
            default:
                if (!idsOnly || written is JsonValue && back is JsonValue && pointer.EndsWith("/id", StringComparison.Ordinal)) Whole(rows, written, pointer, WordsOf(framework, pointer));
                break;
        }
    }

    private static bool IsSource(JsonObject node) => node.All(m => m.Key is "kind" or "citation" or "note") && ValueWords.IsSource(node, "");

    private static void Whole(TableRows rows, JsonNode? part, string pointer, string words)
    {
        if (part is not (JsonObject or JsonArray) || Details.Word(part).Length <= TableRows.LongestCell)
        {
            Row(rows, part, pointer, words);
            return;
        }
        Row(rows, part is JsonObject ? new JsonObject() : new JsonArray(), pointer, words);
        if (part is JsonObject members)
            foreach (var (name, value) in members) Whole(rows, value, $"{pointer}/{name}", $"{words} › {MemberWords.Of(name).Thai}");
        else
            foreach (var (i, item) in part.AsArray().Index()) Whole(rows, item, $"{pointer}/{i}", $"{words} {ThaiNumerals.Number(i + 1).Thai}");
    }

    private static void Row(TableRows rows, JsonNode? value, string pointer, string words) =>
        rows.Add(ExtraTables.Details, ("what", ThaiText.Cut(words, 300)), ("at", pointer), ("value", Details.Word(value)));

    /// <summary>What a place is called: ตัวชี้วัดที่ ๒ › ทะเบียนข้อมูล › ช่องข้อมูล ๑ › ภาษาอังกฤษ.</summary>
    private static string WordsOf(JsonNode? node, string pointer)
    {
        var words = new List<string>();
        foreach (var name in pointer.Split('/').Skip(1))
        {
            var (list, part) = (node as JsonArray, Part(node, name));
            node = part;
            if (list is null) words.Add(MemberWords.Of(name).Thai);
            else words[^1] += words.Count == 1 && (string?)part?["number"] is { } number ? $"ที่ {ThaiNumerals.Digits(number).Thai}" : $" {ThaiNumerals.Number(list.IndexOf(part) + 1).Thai}";
        }
        return string.Join(" › ", words);
    }

    private static JsonNode? Part(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items => items.ElementAtOrDefault(int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture)),
        _ => null,
    };
}
