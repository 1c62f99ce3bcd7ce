using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>
/// JSON Schemas of frameworks and plans, exported from the records so that these stay the only source of the truth. Named
/// records stand under <c>$defs</c>; null is allowed nowhere, since what has nothing to say is left out.
/// </summary>
internal static class RulesSchema
{
    private const string Definitions = "$defs";

    /// <summary>A year from 2400 on was typed in the Buddhist era.</summary>
    private const string CommonEra = "^(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|1[0-9]{3}|2[0-3][0-9]{2})-[0-9]{2}-[0-9]{2}$";

    /// <summary>Hours of a time without a zone, which the format of that name doesn't know.</summary>
    public const string ClockTime = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$";

    public static JsonObject Of<T>(string title, JsonTypeInfo<T> type) where T : class
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var exported = type.GetJsonSchemaAsNode(new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context, node, typeof(T), definitions),
        }).AsObject();
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, value) in exported) schema[name] = value?.DeepClone();
        // An editor finds the schema by it; it says nothing of the rules.
        if (typeof(T) == typeof(Framework) || typeof(T) == typeof(RoundPlan))
        {
            schema["properties"]!.AsObject()[RulesJson.SchemaName] = new JsonObject { ["type"] = "string" };
            schema["additionalProperties"] = false;
        }
        schema[Definitions] = new JsonObject(definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Type root, SortedDictionary<string, JsonNode> definitions)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var pattern = type == typeof(TimeOnly) ? ClockTime : PatternOf(context.TypeInfo.Options.GetTypeInfo(type));
        if (pattern is not null) return new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        if (type == typeof(DateOnly)) return new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = CommonEra };
        // The exporter says nothing of items that a converter of ours reads.
        if (context.TypeInfo.ElementType is { } id && PatternOf(context.TypeInfo.Options.GetTypeInfo(id)) is { } each)
            return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = each } };
        WithoutNull(node);
        var isReference = node is JsonObject content && content.ContainsKey("$ref");
        // A number has no name to refer to.
        if (isReference && context.TypeInfo.ElementType is { } element)
            return new JsonObject { ["type"] = "array", ["items"] = element == typeof(decimal) ? new JsonObject { ["type"] = "number" } : Reference(element) };
        var isNamed = context.BaseTypeInfo is null && type != root && type.IsClass && type != typeof(string);
        if (!isNamed) return node;
        if (!isReference) definitions.TryAdd(type.Name, node.DeepClone());
        return Reference(type);
    }

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/{Definitions}/{type.Name}" };

    /// <summary>What a text has to look like, where a type stands in JSON as a text of its own form.</summary>
    private static string? PatternOf(JsonTypeInfo type) => (type.Converter as IPatterned)?.Pattern;

    private static void WithoutNull(JsonNode node)
    {
        if (node is not JsonObject schema) return;
        if (schema["type"] is JsonArray types)
        {
            foreach (var nothing in types.Where(t => (string?)t == "null").ToList()) types.Remove(nothing);
            if (types.Count == 1) schema["type"] = types[0]?.DeepClone();
        }
        if (schema["enum"] is JsonArray values)
            foreach (var nothing in values.Where(v => v is null).ToList()) values.Remove(nothing);
        if (schema.TryGetPropertyValue("default", out var standard) && standard is null) schema.Remove("default");
    }
}
