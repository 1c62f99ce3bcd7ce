using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Frameworks.Differences;

/// <summary>What a part of a framework or plan says, in the words of documents.</summary>
internal static class ValueWords
{
    private static readonly BilingualText Yes = new("ใช่", "yes");
    private static readonly BilingualText No = new("ไม่", "no");

    /// <summary>The words of a part, whatever it is made of.</summary>
    public static BilingualText Of(JsonNode? node, string member = "") => node switch
    {
        JsonObject text when IsText(text) => new((string)text["th"]!, (string)text["en"]!),
        JsonObject source when IsSource(source, member) => OfSource(source),
        JsonObject members => BilingualText.Join("; ", [.. members.Where(m => m.Key is not "isAssumed").Select(m => m.Key == "kind" ? Of(m.Value) : Labelled(m.Key, m.Value))]),
        JsonArray items => BilingualText.Join(items.Any(i => i is JsonObject) ? " / " : ", ", [.. items.Select(i => Of(i))]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.Number when member is "fiscalYear" or "year" => ThaiNumerals.Digits(value.ToString()),
            JsonValueKind.Number => ThaiNumerals.Exact(value.GetValue<decimal>()),
            JsonValueKind.True => Yes,
            JsonValueKind.False => No,
            _ => OfText(value.GetValue<string>()),
        },
        _ => "–",
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

    private static BilingualText OfText(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ThaiDate.BilingualShort(day) : MemberWords.Word(text);
}
