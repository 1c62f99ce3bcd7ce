using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Telemetry;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kalasin.Functions.OpenApi;

/// <summary>
/// The description of the API in OpenAPI 3.1, from the endpoints themselves: addresses, parameters and shapes of answers as the framework finds
/// them, then the words, what they have in common, and what has a schema of its own.
/// </summary>
internal static partial class ApiDescription
{
    private const string Version = "v1";

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task<byte[]> MakeAsync(IServiceProvider service, IServiceCollection parts)
    {
        var endpoints = service.GetRequiredService<EndpointDataSource>();
        var described = JsonNode.Parse(await FoundAsync(endpoints, parts))!.AsObject();
        described["info"] = new JsonObject { ["title"] = "Kalasin", ["version"] = ProgramVersion.Number, ["description"] = About };
        described.Remove("servers");
        described.Remove("tags");
        described["security"] = Anyone();
        var components = described["components"]!.AsObject();
        components["securitySchemes"] = Schemes();
        Schemas.Complete(components["schemas"]!.AsObject());
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
            foreach (var method in MethodsOf(endpoint.Metadata))
                if (PathOf(endpoint) is var path && described["paths"]![path]?[method.ToLowerInvariant()] is JsonObject operation)
                    Operations.Complete(operation, endpoint, method, path);
        return JsonSerializer.SerializeToUtf8Bytes(described, Written);
    }

    /// <summary>What the framework finds, in a container of its own, so that the service's has no parts that serve this alone.</summary>
    private static async Task<byte[]> FoundAsync(EndpointDataSource endpoints, IServiceCollection parts)
    {
        var own = new ServiceCollection();
        foreach (var part in parts) ((ICollection<ServiceDescriptor>)own).Add(part);
        own.AddSingleton(endpoints).AddOpenApi(Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            // What can be read by GET can be asked after by HEAD; that is said once.
            options.ShouldInclude = found => found.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true
                && MethodsOf(found.ActionDescriptor.EndpointMetadata).Contains(found.HttpMethod);
        });
        own.PostConfigure<JsonOptions>(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        await using var provider = own.BuildServiceProvider();
        var document = await provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version).GetOpenApiDocumentAsync();
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1);
        return bytes.ToArray();
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "");

    private static IReadOnlyList<string> MethodsOf(IEnumerable<object> metadata)
    {
        var methods = metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        return methods.Contains(HttpMethods.Get) ? [HttpMethods.Get] : methods;
    }

    private const string About = """
        การประเมินผลการปฏิบัติราชการตามกรอบของกรมส่งเสริมการปกครองท้องถิ่น: ส่งรายงาน ดูสถานะ วินิจฉัย คำนวณ และจัดทำเล่ม

        A government award evaluation: returns in, state, decisions, scores and reports out. What can be read by `GET` can be asked after by `HEAD`. Lists come
        100 a page; `next` asks for the page after. Moments are RFC 3339, days `yyyy-MM-dd`. Every problem is one of RFC 9457, in Thai and English, with findings.
        """;

    private static JsonArray Anyone() =>
    [
        new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject { ["account"] = new JsonArray() }, new JsonObject { ["session"] = new JsonArray() },
        new JsonObject { ["link"] = new JsonArray() }, new JsonObject(),
    ];

    private static JsonObject Schemes() => new()
    {
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "Microsoft Entra, for programs." },
        ["account"] = Key(PlatformPrincipal.Header, "header", "App Service sets it for whoever has signed in; nobody else can."),
        ["session"] = Key(Session.Cookie, "cookie", "The coordinator who signed in by the password at `/app/sign-in`."),
        ["link"] = Key(HeldLinks.Cookie, "cookie", "Whoever opened a personal link. On the machine itself nothing is asked."),
        ["tickKey"] = Key(TickGuard.Header, "header", "The key that is set in `KALASIN_TICK_KEY`."),
    };

    private static JsonObject Key(string name, string place, string description) =>
        new() { ["type"] = "apiKey", ["name"] = name, ["in"] = place, ["description"] = description };

    [GeneratedRegex(@":\w+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
