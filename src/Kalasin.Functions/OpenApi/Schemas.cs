using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.OpenApi;

/// <summary>The shapes: what is absent is never null, what is there always is required, and each says what its record does.</summary>
internal static class Schemas
{
    private const string Place = "#/components/schemas/";

    public static JsonObject Reference(string name) => new() { ["$ref"] = Place + name };

    public static void Complete(JsonObject schemas)
    {
        schemas[nameof(MailRequest)] = ApiJson.Default.Options.GetJsonSchemaAsNode(typeof(MailRequest));
        schemas[nameof(WhatIfRequest)] = ApiJson.Default.Options.GetJsonSchemaAsNode(typeof(WhatIfRequest));
        schemas[nameof(LinkRequest)] = ApiJson.Default.Options.GetJsonSchemaAsNode(typeof(LinkRequest));
        var docs = WrittenDocs.Read();
        var types = typeof(ApiJson).Assembly.GetTypes().Where(t => !t.IsNested).ToLookup(t => t.Name);
        foreach (var (name, schema) in schemas)
        {
            WithoutNull(schema!);
            if (types[name].FirstOrDefault() is { } type) Describe(schema!.AsObject(), type, docs);
        }
        schemas[nameof(ProblemAnswer)]!["examples"] = new JsonArray(BodyExamples.Problem());
        // These have schemas of their own, which also say what may be left out.
        AddOwn(schemas, nameof(Framework), FrameworkReader.Schema);
        AddOwn(schemas, nameof(RoundPlan), RoundPlanReader.Schema);
        AddOwn(schemas, nameof(RoundDecision), DecisionReader.Schema);
        Discriminated(schemas, docs);
        schemas["Files"] = JsonNode.Parse("""
            {
              "type": "object",
              "properties": {
                "files": { "type": "array", "items": { "type": "string", "format": "binary" }, "description": "At most 200 files." },
                "uploads": { "type": "string", "description": "Ids of whole files that came in parts, with commas between." }
              }
            }
            """);
    }

    /// <summary>A schema with its definitions, which are named after it.</summary>
    private static void AddOwn(JsonObject schemas, string name, string text)
    {
        var schema = JsonNode.Parse(text.Replace("#/$defs/", $"{Place}{name}.", StringComparison.Ordinal))!.AsObject();
        var definitions = schema["$defs"]?.AsObject() ?? [];
        schema.Remove("$defs");
        schema.Remove("$schema");
        schemas[name] = schema;
        foreach (var (part, definition) in definitions) schemas[$"{name}.{part}"] = definition!.DeepClone();
    }

    /// <summary>A family of decisions: one of them, told by <c>kind</c>, each under its own name.</summary>
    private static void Discriminated(JsonObject schemas, WrittenDocs docs)
    {
        var types = typeof(RoundDecision).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(t => (string)t.TypeDiscriminator!, t => t.DerivedType, StringComparer.Ordinal);
        var family = schemas[nameof(RoundDecision)]!.AsObject();
        var (one, mapping) = (new JsonArray(), new JsonObject());
        foreach (var member in (family["anyOf"] ?? family["oneOf"])!.AsArray())
        {
            var kind = (string)member!["properties"]!["kind"]!["const"]!;
            var name = types[kind].Name;
            var own = member.DeepClone().AsObject();
            own["type"] = "object";
            if (own["required"] is JsonArray required) required.Insert(0, "kind");
            else own["required"] = new JsonArray("kind");
            Describe(own, types[kind], docs);
            schemas[name] = own;
            one.Add((JsonNode)Reference(name));
            mapping[kind] = Place + name;
        }
        schemas[nameof(RoundDecision)] = new JsonObject
        {
            ["description"] = "What a person decides in a round; `kind` tells which. "
                + "One that holds is undone by a later one alone: its counterpart, or the same with another value.",
            ["oneOf"] = one,
            ["discriminator"] = new JsonObject { ["propertyName"] = "kind", ["mapping"] = mapping },
        };
    }

    private static void Describe(JsonObject schema, Type type, WrittenDocs docs)
    {
        if (docs.SummaryOf(type) is { } summary) schema["description"] = summary;
        if (schema["properties"] is not JsonObject properties) return;
        foreach (var (name, property) in properties)
            if (docs.ParameterOf(type, name) is { } words) property!["description"] = words;
    }

    /// <summary>Takes null away wherever it is allowed; members of which it was taken are those that may be absent.</summary>
    private static bool WithoutNull(JsonNode node)
    {
        if (node is not JsonObject schema) return false;
        if (schema["properties"] is JsonObject properties)
        {
            JsonArray required = [.. properties.Where(p => !WithoutNull(p.Value!)).Select(p => JsonValue.Create(p.Key))];
            schema.Remove("required");
            if (required.Count > 0) schema["required"] = required;
        }
        foreach (var part in (string[])["items", "additionalProperties"])
            if (schema[part] is JsonObject inner) WithoutNull(inner);
        var taken = false;
        if (schema["type"] is JsonArray types && types.FirstOrDefault(t => (string?)t == "null") is { } nothing)
        {
            taken = types.Remove(nothing);
            if (types.Count == 1) schema["type"] = types[0]!.DeepClone();
        }
        if (schema["oneOf"] is JsonArray choices && choices.FirstOrDefault(c => (string?)c?["type"] == "null") is { } none)
        {
            taken = choices.Remove(none);
            if (choices is [JsonObject only])
            {
                schema.Remove("oneOf");
                foreach (var (name, value) in only.ToList()) schema[name] = value?.DeepClone();
            }
        }
        if (schema["enum"] is JsonArray values && values.Contains(null)) values.Remove(null);
        return taken;
    }
}
