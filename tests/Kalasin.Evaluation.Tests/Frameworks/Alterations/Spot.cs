using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>A value somewhere in a document of rules.</summary>
/// <param name="Steps">The way to it: names of members and indices.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Shape">The last steps of the way with <c>*</c> for indices and with the kinds of what lies on it: values of one shape are read by the same code.</param>
/// <param name="Home">The last of them, of a text in two languages the last two: what the structure is held against.</param>
internal sealed record Spot(ImmutableArray<string> Steps, JsonNode Value, string Shape, string Home)
{
    /// <summary>Steps that a shape has: enough to tell a part of a measure from a part of a check.</summary>
    private const int Longest = 4;

    public string Pointer => string.Concat(Steps.Select(s => $"/{s}"));

    /// <summary>The member that holds it, or that holds the list it is an item of.</summary>
    public string Member => Steps.LastOrDefault(s => !char.IsAsciiDigit(s[0])) ?? "";

    /// <summary>Where it stands, whatever kinds lie on the way.</summary>
    public string Site => string.Join('/', Shape.Split('/').Select(s => s.Split('(')[0]));

    /// <summary>All values of a document, from outside in.</summary>
    public static IEnumerable<Spot> In(JsonNode root) => In(new Spot([], root, "", ""));

    private static IEnumerable<Spot> In(Spot spot) => spot.Value switch
    {
        JsonObject o => o.Where(m => m.Value is not null).SelectMany(m => In(spot.Inner(m.Key, m.Key, m.Value!))).Prepend(spot),
        JsonArray a => a.Index().SelectMany(i => In(spot.Inner($"{i.Index}", "*", i.Item!))).Prepend(spot),
        _ => [spot],
    };

    private Spot Inner(string step, string shown, JsonNode value)
    {
        var isSource = shown.EndsWith("ource", StringComparison.Ordinal) || Member.EndsWith("ources", StringComparison.Ordinal);
        var named = value is JsonObject o && !isSource && (string?)o["kind"] is { } kind ? $"{shown}({kind})" : shown;
        // What a text or a source holds is the same wherever it stands.
        var outer = Value is JsonObject pair && (pair.ContainsKey("th") || Member.EndsWith("ource", StringComparison.Ordinal)) ? Shape.Split('/')[^1] : Shape;
        return new([.. Steps, step], value, string.Join('/', $"{outer}/{named}".Split('/').TakeLast(Longest)), step is "th" or "en" ? $"{Shape.Split('/')[^1]}/{named}" : named);
    }

    /// <summary>The same place in a copy of the document: its holder there, and the last step to it.</summary>
    public void In(JsonNode copy, Action<JsonNode> alter)
    {
        var holder = copy;
        foreach (var step in Steps) holder = holder is JsonArray a ? a[int.Parse(step, null)]! : holder[step]!;
        alter(holder);
    }
}
