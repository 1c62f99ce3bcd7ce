using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks.Differences;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>An assumed rule of a framework that is neither a weight nor a scale.</summary>
/// <param name="Pointer">Where its source stands.</param>
/// <param name="What">What it is about.</param>
/// <param name="Source">The source.</param>
internal sealed record AssumedRule(string Pointer, BilingualText What, JsonObject Source);

/// <summary>The assumed rules of a framework or plan.</summary>
internal static class AssumedRules
{
    /// <summary>Those that an annex may confirm one by one.</summary>
    public static IEnumerable<AssumedRule> In(JsonObject rules) =>
        from found in All(rules, "", BilingualText.Empty)
        let steps = found.Pointer.Split('/')
        where !(steps is [_, "indicators", _, "weight" or "scale", ..]) && (string?)found.Source["kind"] == "assumed"
        select found;

    /// <summary>All sources.</summary>
    public static IEnumerable<JsonObject> SourcesIn(JsonNode rules) => All(rules, "", BilingualText.Empty).Select(f => f.Source);

    private static IEnumerable<AssumedRule> All(JsonNode? node, string pointer, BilingualText what) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key.EndsWith("ource", StringComparison.Ordinal) && m.Value is JsonObject source
            ? [new($"{pointer}/{m.Key}", m.Key == "source" ? what : Then(what, MemberWords.Of(m.Key)), source)]
            : All(m.Value, $"{pointer}/{m.Key}", m.Key is "indicators" or "steps" ? what : Then(what, MemberWords.Of(m.Key)))),
        JsonArray items => items.SelectMany((item, i) => pointer.EndsWith("/detailSources", StringComparison.Ordinal) && item is JsonObject source
            ? [new($"{pointer}/{i}", what, source)]
            : All(item, $"{pointer}/{i}", pointer == "/indicators" ? IndicatorOf(item!.AsObject()) : what)),
        _ => [],
    };

    private static BilingualText IndicatorOf(JsonObject indicator)
    {
        var number = ThaiNumerals.Digits((string)indicator["number"]!);
        return new($"ตัวชี้วัดที่ {number.Thai}", $"Indicator {number.English}");
    }

    private static BilingualText Then(BilingualText what, BilingualText next) => what.Thai.Length == 0 ? next : BilingualText.Join(" › ", [what, next]);
}
