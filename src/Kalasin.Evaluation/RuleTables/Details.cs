using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Parts of a framework that no sheet asks: each by its place in the framework's JSON and what stands there. They are laid over what the sheets say.</summary>
internal sealed class Details(ImmutableArray<TypedRow> rows)
{
    private const string IdMember = "/id";

    /// <summary>JSON on one line, its Thai letters as they are.</summary>
    private static readonly JsonSerializerOptions Line = new(RulesJson.Options) { WriteIndented = false };

    private readonly Dictionary<string, string> ids = rows.Where(r => r["at"].Text.EndsWith(IdMember, StringComparison.Ordinal))
        .GroupBy(r => r["at"].Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => TextOf(g.Last()["value"].Text), StringComparer.Ordinal);

    private readonly HashSet<string> places = [.. rows.Select(r => r["at"].Text)];

    public static Details None { get; } = new([]);

    /// <summary>The id that is given to what stands at a place.</summary>
    public string IdAt(string pointer, string usual) => ids.GetValueOrDefault(pointer + IdMember, usual);

    /// <summary>Whether they say what stands at a place.</summary>
    public bool Say(string pointer) => places.Contains(pointer);

    /// <summary>A value as its cell says it: what would be read as something else stands in quotation marks.</summary>
    public static string Word(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String) return node?.ToJsonString(Line) ?? ExtraTables.Nothing;
        var text = value.GetValue<string>();
        return text.Length > 0 && text == text.Trim() && text != ExtraTables.Nothing && !IsJson(text) && !text.AsSpan().ContainsAny('\r', '\n') ? text : value.ToJsonString(Line);
    }

    /// <summary>Lays them over a framework, in their order.</summary>
    public void Over(RulesDraft draft, RuleValues values)
    {
        foreach (var row in rows)
        {
            var (at, value) = (row["at"], row["value"]);
            if (at.IsEmpty || value.IsEmpty) values.TextOf(at.IsEmpty ? at : value, at.IsEmpty ? new("ตำแหน่งในกรอบ", "Place in the framework") : new("ค่า", "Value"));
            else if (!TryRead(value.Text, out var node)) values.Add(RuleTableFindings.NotJson, value.Place, RuleValues.Shown(value.Text));
            else if (!TrySet(draft.Node, at.Text, node, isGone: value.Text == ExtraTables.Nothing)) values.Add(RuleTableFindings.NoPlace, at.Place, RuleValues.Shown(at.Text));
            else draft.Came(at.Text, value.Place);
        }
    }

    private static bool TrySet(JsonObject root, string pointer, JsonNode? value, bool isGone)
    {
        var parts = pointer.Split('/', RulesJson.MaxDepth + 1);
        if (parts.Length is < 2 or > RulesJson.MaxDepth || parts[0].Length > 0) return false;
        JsonNode? parent = root;
        foreach (var part in parts[1..^1])
            parent = parent switch
            {
                JsonObject members => members[part],
                JsonArray items when IndexOf(part) is { } i && i < items.Count => items[i],
                _ => null,
            };
        switch (parent)
        {
            case JsonObject members when isGone: return members.Remove(parts[^1]);
            case JsonObject members when parts[^1].Length > 0:
                members[parts[^1]] = value;
                return true;
            case JsonArray items when IndexOf(parts[^1]) is { } at && at < items.Count:
                if (isGone) items.RemoveAt(at);
                else items[at] = value;
                return true;
            case JsonArray items when IndexOf(parts[^1]) == items.Count && !isGone:
                items.Add(value);
                return true;
            default: return false;
        }
    }

    private static int? IndexOf(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string TextOf(string cell) => TryRead(cell, out var node) && node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : cell;

    private static bool TryRead(string cell, out JsonNode? node)
    {
        node = null;
        if (cell == ExtraTables.Nothing) return true;
        if (!IsJson(cell))
        {
            node = JsonValue.Create(cell);
            return true;
        }
        try
        {
            node = JsonNode.Parse(cell, documentOptions: new() { MaxDepth = RulesJson.MaxDepth, AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What begins as JSON does is JSON: a list, an object, a text in quotation marks, a number, yes or no.</summary>
    private static bool IsJson(string cell) =>
        cell.StartsWith('{') || cell.StartsWith('[') || cell.StartsWith('"') || cell is "true" or "false" || decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && char.IsAsciiDigit(cell[^1]) && cell.All(char.IsAscii);
}
