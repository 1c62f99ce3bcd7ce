using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Frameworks.Differences;

/// <summary>What a part of a framework or plan says, in the words of documents.</summary>
internal static class ValueWords
{
    private static readonly BilingualText Yes = new("ใช่", "yes");
    private static readonly BilingualText No = new("ไม่", "no");
    private static readonly BilingualText Nothing = "–";

    /// <summary>Members that hold words of the language of rules; what others hold, such as the id of a column, is a name and stays it.</summary>
    private static readonly FrozenSet<string> Worded = new[]
    {
        "kind", "kinds", "type", "units", "entrant", "needs", "duplicates", "severity", "role", "basis", "prefers", "blanks", "endsOnHoliday", "authorities",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a part, whatever it is made of.</summary>
    public static BilingualText Of(JsonNode? node, string member = "") => node switch
    {
        JsonObject text when IsText(text) => new((string)text["th"]!, (string)text["en"]!),
        JsonObject source when IsSource(source, member) => OfSource(source),
        JsonObject members => BilingualText.Join("; ", [.. members.Where(m => m.Key is not "isAssumed").Select(m => m.Key == "kind" ? Of(m.Value, m.Key) : Labelled(m.Key, m.Value))]),
        JsonArray { Count: > 0 } items => BilingualText.Join(items.Any(i => i is JsonObject) ? " / " : ", ", [.. items.Select(i => Of(i, member))]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.Number when member is "fiscalYear" or "year" => ThaiNumerals.Digits(value.ToString()),
            JsonValueKind.Number => ThaiNumerals.Exact(value.GetValue<decimal>()),
            JsonValueKind.True => Yes,
            JsonValueKind.False => No,
            _ => OfText(value.GetValue<string>(), member),
        },
        _ => Nothing,
    };

    /// <summary>A text in both languages.</summary>
    public static bool IsText(JsonObject node) => node is { Count: 2 } && node.ContainsKey("th") && node.ContainsKey("en");

    /// <summary>Where a rule comes from.</summary>
    public static bool IsSource(JsonObject node, string member) =>
        member.EndsWith("ource", StringComparison.Ordinal) || member == "detailSources"
        || (node.ContainsKey("kind") && node.All(m => m.Key is "kind" or "citation" or "note" or "isAssumed") && (string?)node["kind"] is "memo" or "dlaLetter" or "annex" or "regulation" or "office" or "assumed");

    private static BilingualText Labelled(string member, JsonNode? value)
    {
        var (label, words) = (MemberWords.Of(member), Of(value, member));
        return new($"{label.Thai} {words.Thai}", $"{label.English} {words.English}");
    }

    private static BilingualText OfSource(JsonObject source)
    {
        var kind = MemberWords.Word((string)source["kind"]!);
        var (citation, note) = ((string?)source["citation"], (string?)source["note"]);
        var more = (citation, note) switch
        {
            (null, null) => "",
            (null, _) => $" ({note})",
            (_, null) => $" {citation}",
            _ => $" {citation} ({note})",
        };
        return new(kind.Thai + more, kind.English + more);
    }

    private static BilingualText OfText(string text, string member) => text.Length == 0 ? Nothing
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ThaiDate.BilingualShort(day)
        : member is "number" or "indicator" or "indicators" ? ThaiNumerals.Digits(text)
        : Worded.Contains(member) ? MemberWords.Word(text) : text;
}
