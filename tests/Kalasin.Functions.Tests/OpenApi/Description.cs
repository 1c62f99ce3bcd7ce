using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Kalasin.Functions.Tests.OpenApi;

/// <summary>The description of the API as a caller reads it, and answers held against it.</summary>
internal sealed class Description
{
    public const string Address = "/api/openapi/v1.json";
    private const string Components = "#/components/schemas/";

    private readonly JsonObject _json;
    private readonly HashSet<(string Operation, int Status)> _reached = [];

    /// <summary>Answers that succeeded and have a body of JSON, but for this description.</summary>
    public MetAnswers Met { get; } = new();

    private Description(JsonObject json) => _json = json;

    public JsonObject Json => _json;

    public IEnumerable<(string Method, string Path, JsonObject Operation)> Operations =>
        from path in _json["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select (method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject());

    /// <summary>Documented answers that nothing held against it yet.</summary>
    public IEnumerable<(string Operation, int Status)> Unreached =>
        (from o in Operations
         from status in o.Operation["responses"]!.AsObject()
         select ($"{o.Method} {o.Path}", int.Parse(status.Key, CultureInfo.InvariantCulture))).Except(_reached);

    public static async Task<Description> ReadAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }

    /// <summary>What was not as it says, all of it.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Holds an answer against the operation: status, which may have to be a certain one, media type and body.</summary>
    public async Task CheckAsync(string method, string path, HttpResponseMessage response, int? expected)
    {
        var (status, text) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        if (expected is { } meant && meant != status) Failures.Add($"{method} {path}: {status} and not {meant}: {text[..Math.Min(text.Length, 400)]}");
        var described = _json["paths"]![path]![method.ToLowerInvariant()]!["responses"]![status.ToString(CultureInfo.InvariantCulture)];
        if (described is not null) _reached.Add(($"{method} {path}", status));
        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json" && path != Address)
            Met.Add($"{method} {path}", status.ToString(CultureInfo.InvariantCulture), text);
        if (FaultOf(described, response.Content.Headers.ContentType?.MediaType ?? "none", text) is { } fault) Failures.Add($"{method} {path} {status}: {fault}");
    }

    private string? FaultOf(JsonNode? described, string type, string text)
    {
        if (described is null) return $"is not described: {text[..Math.Min(text.Length, 400)]}";
        if (described["content"] is not JsonObject content) return text.Length == 0 ? null : "has a body";
        if (content[type] is not { } form) return $"has the type {type}";
        if (!type.EndsWith("json", StringComparison.Ordinal)) return null;
        return FaultOf(form["schema"]!, text);
    }

    /// <summary>What in a text is not as a schema says; null if all is.</summary>
    public string? FaultOf(JsonNode schema, string json)
    {
        using var body = JsonDocument.Parse(json);
        var result = SchemaOf(schema).Evaluate(body.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? null : string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null)
            .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Key} {e.Value}")).Take(10));
    }

    /// <summary>A schema with all that it refers to, in which an object has no member that isn't described.</summary>
    private JsonSchema SchemaOf(JsonNode schema)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["allOf"] = new JsonArray(schema.DeepClone()),
            ["$defs"] = _json["components"]!["schemas"]!.DeepClone(),
        };
        Close(whole);
        return JsonSchema.FromText(whole.ToJsonString().Replace(Components, "#/$defs/", StringComparison.Ordinal));
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) Close(item);
        if (node is not JsonObject part) return;
        part.Remove("discriminator");
        foreach (var (_, value) in part.ToList()) Close(value);
        if (part["properties"] is JsonObject && (string?)part["type"] == "object" && part["additionalProperties"] is null) part["additionalProperties"] = false;
    }
}
