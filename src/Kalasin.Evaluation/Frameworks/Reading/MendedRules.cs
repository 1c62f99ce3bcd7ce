using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>
/// A text whose structure is wrong in places, with something harmless in each of them, so that the meaning of the rest can be looked at in the same go. It
/// is looked at and thrown away, never used.
/// </summary>
/// <param name="schema">What its structure is held against.</param>
internal sealed class MendedRules(JsonObject schema)
{
    /// <summary>Findings on one place alone, whatever stands elsewhere.</summary>
    private static readonly FrozenSet<string> OfOnePlace = new[]
    {
        FrameworkFindings.Twice, FrameworkFindings.Empty, FrameworkFindings.TooLong, FrameworkFindings.ControlCharacter, FrameworkFindings.OtherId,
        FrameworkFindings.NotInOrder, FrameworkFindings.OutOfRange, FrameworkFindings.UnknownPlaceholder, FrameworkFindings.NoCitation, FrameworkFindings.NoAddress,
        FrameworkFindings.TwoNeeded, FrameworkFindings.FloorMissing,
    }.Select(k => k.Code).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts that others name: while one is wrong, nobody can say what is named in vain.</summary>
    private static readonly string[] Named = ["/lists", "/classes", "/unitKinds", "/units", "/groups"];

    /// <summary>Parts that speak of indicators.</summary>
    private static readonly string[] Naming = ["/groups", "/total", "/requirements", "/ranking", "/finalDeadline"];

    private readonly List<string> mended = [];

    /// <summary>The text with every wrong part replaced.</summary>
    public JsonNode Of(JsonPart root) => Sound(root, schema, "");

    /// <summary>
    /// Whether a finding may be about what was put in, and not about what was written. Where more was put in than is told one by one, of the meaning nothing is
    /// said: each place would be held against each finding.
    /// </summary>
    public bool Hides(string pointer, FindingKind kind) => mended.Count > FindingList.Most || mended.Exists(at =>
        at == pointer || at.StartsWith(pointer + "/", StringComparison.Ordinal) || pointer.StartsWith(at + "/", StringComparison.Ordinal)
        || (!OfOnePlace.Contains(kind.Code) && (ItemOf(at) == ItemOf(pointer) || Named.Any(n => at.StartsWith(n, StringComparison.Ordinal))
            || (at.StartsWith("/indicators", StringComparison.Ordinal) && Naming.Any(n => pointer.StartsWith(n, StringComparison.Ordinal))))));

    private JsonNode Sound(JsonPart part, JsonObject rule, string pointer)
    {
        rule = SchemaCheck.Resolve(schema, rule);
        if (rule["anyOf"] is JsonArray branches)
        {
            var kind = (part as JsonObjectPart)?.Find("kind") as JsonTextPart;
            if (branches.FirstOrDefault(b => (string?)b!["properties"]!["kind"]!["const"] == kind?.Text) is not JsonObject branch) return Mend(rule, ItemOf(pointer));
            rule = branch;
        }
        switch (part)
        {
            case JsonObjectPart members when (string?)rule["type"] is null or "object":
                var sound = new JsonObject();
                var known = rule["properties"]?.AsObject() ?? [];
                foreach (var member in members.Members)
                {
                    var inner = JsonPart.Pointer(pointer, member.Name);
                    if (known[member.Name] is not JsonObject of) mended.Add(inner);
                    else if (of["const"] is { } kind) sound[member.Name] = kind.DeepClone();
                    else sound[member.Name] = Sound(member.Value, of, inner);
                }
                foreach (var name in (rule["required"]?.AsArray() ?? []).Select(n => (string)n!).Where(n => !sound.ContainsKey(n)))
                    sound[name] = Mend(known[name]!.AsObject(), JsonPart.Pointer(pointer, name));
                return sound;
            case JsonArrayPart array when rule["items"] is JsonObject items:
                return new JsonArray([.. array.Items.Select((item, i) => Sound(item, items, $"{pointer}/{i}"))]);
            case JsonObjectPart or JsonArrayPart:
                return Mend(rule, pointer);
            default:
                return SchemaCheck.Holds(schema, part, rule) ? ValueOf(part) : Mend(rule, pointer);
        }
    }

    private JsonNode Mend(JsonObject rule, string pointer)
    {
        mended.Add(pointer);
        return Harmless(rule);
    }

    private JsonNode Harmless(JsonObject rule)
    {
        rule = SchemaCheck.Resolve(schema, rule);
        if (rule["enum"] is JsonArray words) return words[0]!.DeepClone();
        if (rule["const"] is { } only) return only.DeepClone();
        if (rule["anyOf"] is JsonArray branches)
        {
            // The simplest one: of conditions within conditions there would be no end.
            var simplest = branches.Select(b => b!.AsObject()).MinBy(b => b["required"]?.AsArray().Count ?? 0)!;
            var branch = Harmless(simplest).AsObject();
            branch.Insert(0, "kind", simplest["properties"]!["kind"]!["const"]!.DeepClone());
            return branch;
        }
        return (string?)rule["type"] switch
        {
            "string" => JsonValue.Create(TextFor(rule)),
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(false),
            "array" => new JsonArray(),
            _ => new JsonObject((rule["required"]?.AsArray() ?? []).Select(n => (string)n!).Where(n => n != "kind" || rule["properties"]!["kind"]!["const"] is null)
                .Select(n => KeyValuePair.Create<string, JsonNode?>(n, Harmless(rule["properties"]![n]!.AsObject())))),
        };
    }

    private static string TextFor(JsonObject rule) => (string?)rule["format"] == "date" ? "2024-01-01"
        : (string?)rule["pattern"] is not { } pattern ? "-"
        : new[] { "x", "X", "1", "12:00:00", new string('0', 64) }.First(text => Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking));

    private static JsonValue ValueOf(JsonPart part) => part switch
    {
        JsonTextPart { Text: var text } => JsonValue.Create(text),
        JsonNumberPart { Digits: var digits } => JsonValue.Create(decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)),
        JsonLiteralPart { Value: { } value } => JsonValue.Create(value),
        _ => throw new InvalidOperationException("Nothing else holds."),
    };

    /// <summary>An indicator, a unit, a host: the item of a list that a place belongs to.</summary>
    private static string ItemOf(string pointer) => string.Join('/', pointer.Split('/').Take(3));
}
