using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>What stands at places of one kind in all documents: what one of them lacks or says otherwise, another lends.</summary>
internal sealed class Donors
{
    private const int Most = 8;
    private static readonly string[] Free = ["th", "en", "note", "citation", "message"];
    private readonly Dictionary<string, Dictionary<string, JsonNode>> members = [], kinds = [], words = [];

    public Donors(IEnumerable<JsonNode> documents)
    {
        foreach (var spot in documents.SelectMany(Spot.In))
            if (spot.Value is JsonObject o)
            {
                foreach (var (name, value) in o) Lend(members, spot.Shape, name, value!);
                if ((string?)o["kind"] is { } kind) Lend(kinds, spot.Site, kind, o);
            }
            else if (spot.Value.GetValueKind() == JsonValueKind.String && !Free.Contains(spot.Member)) Lend(words, spot.Site, (string)spot.Value!, spot.Value);
    }

    /// <summary>Members that objects of this shape have elsewhere.</summary>
    public IEnumerable<(string Name, JsonNode Value)> Lacking(Spot spot) =>
        Of(members, spot.Shape).Where(m => !spot.Value.AsObject().ContainsKey(m.Name));

    /// <summary>Objects of other kinds that stand in such a place elsewhere.</summary>
    public IEnumerable<(string Name, JsonNode Value)> OtherKinds(Spot spot) =>
        spot.Value is JsonObject o && o.ContainsKey("kind") ? Of(kinds, spot.Site).Where(k => k.Name != (string?)o["kind"]) : [];

    /// <summary>Words that stand in such a place elsewhere.</summary>
    public IEnumerable<(string Name, JsonNode Value)> OtherWords(Spot spot) =>
        spot.Value.GetValueKind() == JsonValueKind.String ? Of(words, spot.Site).Where(w => w.Name != (string?)spot.Value).Take(Most) : [];

    private static IEnumerable<(string Name, JsonNode Value)> Of(Dictionary<string, Dictionary<string, JsonNode>> from, string place) =>
        (from.GetValueOrDefault(place) ?? []).Select(m => (m.Key, m.Value));

    private static void Lend(Dictionary<string, Dictionary<string, JsonNode>> to, string place, string name, JsonNode value)
    {
        if (!to.TryGetValue(place, out var known)) to[place] = known = new(StringComparer.Ordinal);
        known.TryAdd(name, value);
    }
}
