using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>One thing changed in a document of rules.</summary>
/// <param name="What">In what way; with the place's shape or home it tells alterations apart that another has stood for.</param>
/// <param name="Spot">Where.</param>
/// <param name="IsStructural">The structure alone says what is wrong with it, wherever it stands.</param>
/// <param name="Alter">What is done to the value in its holder.</param>
internal sealed record Alteration(string What, Spot Spot, bool IsStructural, Action<JsonNode> Alter)
{
    public string Key => $"{What} {(IsStructural ? Spot.Home : Spot.Shape)}";

    /// <summary>The text of a document in which this is changed.</summary>
    public JsonNode In(JsonNode document)
    {
        var copy = document.DeepClone();
        Spot.In(copy, Alter);
        return copy;
    }

    /// <summary>Everything that is done to a place.</summary>
    public static IEnumerable<Alteration> Of(Spot spot, Donors donors)
    {
        foreach (var alteration in spot.Value switch
        {
            JsonObject o => OfObject(spot, o, donors),
            JsonArray a => OfArray(spot, a),
            _ => OfValue(spot, donors),
        })
            yield return alteration;
        if (spot.Steps.IsEmpty) yield break;
        JsonNode? other = spot.Value.GetValueKind() switch
        {
            JsonValueKind.String => 7, JsonValueKind.Object => new JsonArray(), JsonValueKind.Array => new JsonObject(), _ => "x",
        };
        yield return Put("another type", spot, other, isStructural: true);
        yield return Put("null", spot, null, isStructural: true);
    }

    private static IEnumerable<Alteration> OfObject(Spot spot, JsonObject members, Donors donors)
    {
        foreach (var (name, _) in members) yield return new($"without {name}", spot, true, o => o.AsObject().Remove(name));
        yield return new("with a stranger", spot, true, o => o["stranger"] = 1);
        foreach (var (name, value) in donors.Lacking(spot)) yield return new($"with {name}", spot, false, o => o[name] = value.DeepClone());
        foreach (var (kind, value) in donors.OtherKinds(spot)) yield return Put($"as {kind}", spot, value);
    }

    private static IEnumerable<Alteration> OfArray(Spot spot, JsonArray items)
    {
        if (items.Count == 0) yield break;
        yield return new("emptied", spot, false, a => a.AsArray().Clear());
        yield return new("first twice", spot, false, a => a.AsArray().Add(a[0]!.DeepClone()));
        if (items.Count == 1) yield break;
        yield return new("last left out", spot, false, a => a.AsArray().RemoveAt(a.AsArray().Count - 1));
        yield return new("first two swapped", spot, false, a =>
        {
            var second = a[1]!.DeepClone();
            a.AsArray().RemoveAt(1);
            a.AsArray().Insert(0, second);
        });
    }

    private static IEnumerable<Alteration> OfValue(Spot spot, Donors donors)
    {
        switch (spot.Value.GetValueKind())
        {
            case JsonValueKind.Number:
                var value = spot.Value.GetValue<decimal>();
                foreach (var (what, other) in new[] { ("-1", -1), ("0", 0), ("one more", value + 1), ("half more", value + 0.5m), ("a million", 1_000_000) })
                    yield return Put(what, spot, JsonValue.Create(other));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                yield return Put("the other way", spot, !(bool)spot.Value);
                break;
            default:
                foreach (var alteration in OfText(spot, (string)spot.Value!, donors)) yield return alteration;
                break;
        }
    }

    private static IEnumerable<Alteration> OfText(Spot spot, string text, Donors donors)
    {
        yield return Put("no text", spot, "", isStructural: true);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            foreach (var (what, other) in new[] { ("a day later", day.AddDays(1)), ("long before", day.AddYears(-20)), ("long after", day.AddYears(20)), ("as B.E.", day.AddYears(543)) })
                yield return Put(what, spot, other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield break;
        }
        var isWord = spot.Member is "kind" or "type";
        yield return Put("a letter more", spot, text + "x", isWord);
        yield return Put("another text", spot, "zz-9", isWord);
        yield return Put("a long text", spot, new string('ก', 2_001), isStructural: true);
        foreach (var (word, value) in donors.OtherWords(spot)) yield return Put($"“{word}”", spot, value, isStructural: spot.Member == "kind");
    }

    private static Alteration Put(string what, Spot spot, JsonNode? value, bool isStructural = false) =>
        new(what, spot with { Steps = spot.Steps[..^1] }, isStructural, holder =>
        {
            if (holder is JsonArray items) items[int.Parse(spot.Steps[^1], null)] = value?.DeepClone();
            else holder[spot.Steps[^1]] = value?.DeepClone();
        }) { Pointer = spot.Pointer };

    /// <summary>What is altered.</summary>
    public string Pointer { get; init; } = Spot.Pointer;
}
