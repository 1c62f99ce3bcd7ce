using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Rules being written from tables: their JSON, and from which cell each part came, so that what the readers find is said of the cell.</summary>
internal sealed class RulesDraft
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);

    private readonly Details details;

    private RulesDraft(JsonObject node, Details details) => (Node, this.details) = (node, details);

    /// <summary>The JSON.</summary>
    public JsonObject Node { get; }

    /// <summary>From nothing but the details that will be laid over it.</summary>
    public static RulesDraft New(Details details) => new([], details);

    /// <summary>From a framework or plan.</summary>
    public static RulesDraft Of<T>(T rules) where T : class => new(JsonSerializer.SerializeToNode(rules, RulesJson.InfoOf<T>())!.AsObject(), Details.None);

    /// <summary>A text in both languages; where it is what stood there, with the English that stood there.</summary>
    public static JsonObject Text(string thai, JsonNode? before = null) =>
        before is JsonObject known && (string?)known["th"] == thai ? known.DeepClone().AsObject() : new() { ["th"] = thai, ["en"] = thai };

    /// <summary>Where a rule comes from.</summary>
    public static JsonObject Source(string kind, string? citation, string? note = null)
    {
        var source = new JsonObject { ["kind"] = kind };
        if (!string.IsNullOrEmpty(citation)) source["citation"] = citation;
        if (!string.IsNullOrEmpty(note)) source["note"] = note;
        return source;
    }

    /// <summary>The id of what stands at a place: the usual one, where the details give no other.</summary>
    public string IdAt(string pointer, string usual) => details.IdAt(pointer, usual);

    /// <summary>Whether the details say what stands at a place.</summary>
    public bool IsDetailed(string pointer) => details.Say(pointer);

    /// <summary>Lays the details over what was drafted.</summary>
    public void Complete(RuleValues values) => details.Over(this, values);

    /// <summary>Says from which cell a part came.</summary>
    public void Came(string pointer, Place from) => places[pointer] = from;

    /// <summary>What the draft says, checked as any file is; findings stand in the cells.</summary>
    /// <param name="read">The reader.</param>
    /// <param name="found">What was found in the cells before.</param>
    public RulesResult<T> Read<T>(Func<Stream, RulesResult<T>> read, List<Finding> found) where T : class
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Node.ToJsonString(RulesJson.Options)));
        var result = read(text);
        ImmutableArray<Finding> findings = [.. found, .. result.Findings.Select(f => f with { Place = PlaceOf(f.Place) })];
        return RulesResult<T>.Of([.. findings.Distinct()], () => result.Value!);
    }

    private Place PlaceOf(Place place)
    {
        for (var pointer = place.Pointer; !string.IsNullOrEmpty(pointer); pointer = pointer[..pointer.LastIndexOf('/')])
            if (places.TryGetValue(pointer, out var cell)) return cell;
        return place;
    }
}
