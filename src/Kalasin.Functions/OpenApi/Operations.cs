using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Kalasin.Functions.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;

namespace Kalasin.Functions.OpenApi;

/// <summary>
/// What the framework doesn't find of an operation: its words, the headers and the body that it reads itself, and what any of its kind may answer.
/// </summary>
internal static class Operations
{
    public static void Complete(JsonObject operation, RouteEndpoint endpoint, string method, string path)
    {
        var metadata = endpoint.Metadata;
        operation["tags"] = new JsonArray(TagOf(metadata));
        if (metadata.GetMetadata<IAllowAnonymous>() is not null) operation["security"] = new JsonArray();
        Parameters(operation, endpoint);
        if (metadata.GetMetadata<TakenBody>() is { } body) operation["requestBody"] = Body(body);
        Responses(operation["responses"]!.AsObject(), endpoint, method);
        foreach (var (status, response) in operation["responses"]!.AsObject())
            if (response?["content"]?["application/json"] is JsonObject form && AnswerExamples.Of(method, path, status) is { } example) form["example"] = example;
    }

    /// <summary>The class that has the endpoint, where that doesn't say otherwise.</summary>
    private static string TagOf(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<ITagsMetadata>() is { Tags: [var tag, ..] }) return tag;
        var name = metadata.GetMetadata<MethodInfo>()!.DeclaringType!.Name;
        return name[..name.IndexOf("Endpoint", StringComparison.Ordinal)];
    }

    private static void Parameters(JsonObject operation, RouteEndpoint endpoint)
    {
        var parameters = operation["parameters"]?.AsArray() ?? [];
        // One that the handler doesn't look at is still part of the address.
        foreach (var part in endpoint.RoutePattern.Parameters.Where(part => parameters.All(p => (string?)p!["name"] != part.Name)))
            parameters.Add((JsonNode)Text(part.Name, "path", required: true));
        foreach (var header in endpoint.Metadata.GetOrderedMetadata<ReadHeader>())
            parameters.Add((JsonNode)Text(header.Name, "header", header.Required));
        foreach (var parameter in parameters) ParameterWords.Describe(parameter!.AsObject());
        if (parameters.Count > 0 && parameters.Parent is null) operation["parameters"] = parameters;
    }

    private static JsonObject Text(string name, string place, bool required) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject Body(TakenBody body)
    {
        var form = new JsonObject { ["schema"] = body.Name is { } name ? Schemas.Reference(name) : Bytes() };
        if (BodyExamples.Of(body.Name) is { } example) form["example"] = example;
        return new() { ["required"] = true, ["content"] = new JsonObject { [body.MediaType] = form } };
    }

    private static void Responses(JsonObject responses, RouteEndpoint endpoint, string method)
    {
        var metadata = endpoint.Metadata;
        foreach (var type in metadata.GetMetadata<GivenBytes>()?.MediaTypes ?? []) 
            Give(responses, "200", type, type == "application/json" ? new JsonObject { ["type"] = "object" } : Bytes());
        if (metadata.GetMetadata<GivenRules>() is { } rules) Give(responses, "200", "application/json", Schemas.Reference(rules.Name));
        foreach (var status in Common(endpoint, method))
            Give(responses, status.ToString(CultureInfo.InvariantCulture), "application/problem+json", Schemas.Reference(nameof(ProblemAnswer)));
        foreach (var (status, response) in responses)
        {
            var number = int.Parse(status, CultureInfo.InvariantCulture);
            if (number >= StatusCodes.Status400BadRequest) response!["description"] = Said(Problem.OfStatus(number).Title);
            if (method == HttpMethods.Head) response!.AsObject().Remove("content");
            string? header = number switch { 200 when responses.ContainsKey("304") => "ETag", 201 => "Location", 429 or 503 => "Retry-After", _ => null };
            if (header is not null) response!["headers"] = new JsonObject { [header] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        }
        foreach (var (status, response) in responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList())
        {
            responses.Remove(status);
            responses[status] = response;
        }
        if (responses["304"] is JsonObject known) known["description"] = "ไม่เปลี่ยนแปลง / Not modified";
    }

    /// <summary>What any endpoint of this kind may answer.</summary>
    private static IEnumerable<int> Common(RouteEndpoint endpoint, string method)
    {
        var metadata = endpoint.Metadata;
        var isRead = method == HttpMethods.Get || method == HttpMethods.Head || method == HttpMethods.Options;
        yield return StatusCodes.Status400BadRequest;
        if (metadata.GetMetadata<IAuthorizeData>() is { } guarded)
        {
            yield return StatusCodes.Status401Unauthorized;
            if (guarded.Policy != Access.Policies.Known || !isRead) yield return StatusCodes.Status403Forbidden;
        }
        else if (!isRead) yield return StatusCodes.Status403Forbidden;
        if (endpoint.RoutePattern.Parameters.Count > 0 && metadata.GetMetadata<NeverMissing>() is null) yield return StatusCodes.Status404NotFound;
        if (!isRead) yield return StatusCodes.Status413PayloadTooLarge;
        if (metadata.GetMetadata<DisableRateLimitingAttribute>() is null) yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status500InternalServerError;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private static void Give(JsonObject responses, string status, string mediaType, JsonObject schema)
    {
        if (responses[status] is not JsonObject response) responses[status] = response = new JsonObject { ["description"] = "" };
        if (response["content"] is not JsonObject content) response["content"] = content = [];
        content[mediaType] = new JsonObject { ["schema"] = schema };
    }

    private static JsonObject Bytes() => new() { ["type"] = "string", ["format"] = "binary" };

    private static string Said(Evaluation.BilingualText text) => $"{text.Thai} / {text.English}";
}
