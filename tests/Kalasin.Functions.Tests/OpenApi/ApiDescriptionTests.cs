using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.OpenApi;

/// <summary>The description says all that the API has, and nothing that it hasn't.</summary>
public sealed partial class ApiDescriptionTests : IAsyncLifetime
{
    private RunningService _service = null!;
    private Description _description = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _description = await Description.ReadAsync(_service.Client);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public void Endpoints_AreAllDescribed_AndNothingElseIs()
    {
        var mapped =
            from endpoint in _service.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            let path = "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "")
            where path.StartsWith("/api/", StringComparison.Ordinal)
            let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            from method in methods
            where method != HttpMethods.Head || !methods.Contains(HttpMethods.Get)
            select $"{method} {path}";
        Assert.Equal(mapped.Order(StringComparer.Ordinal), _description.Operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_HasWords()
    {
        foreach (var (method, path, operation) in _description.Operations)
        {
            Assert.True(((string?)operation["summary"])?.Contains(" / ", StringComparison.Ordinal), $"{method} {path} has no summary");
            Assert.DoesNotContain('<', (string)operation["tags"]![0]!);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Assert.True(parameter!["description"] is not null && parameter["example"] is not null, $"{method} {path} {parameter["name"]}");
            foreach (Match part in Part().Matches(path))
                Assert.Contains(operation["parameters"]!.AsArray(), p => (string?)p!["in"] == "path" && (string?)p["name"] == part.Groups["name"].Value);
        }
        Assert.Contains("`unread`", (string)_description.Json["components"]!["schemas"]!["ValueAnswer"]!["properties"]!["kind"]!["description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void References_AllLeadSomewhere()
    {
        var text = _description.Json.ToJsonString();
        var schemas = _description.Json["components"]!["schemas"]!.AsObject();
        var named = Reference().Matches(text).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(named, name => Assert.True(schemas.ContainsKey(name), name));
        Assert.Empty(schemas.Select(s => s.Key).Except(named));
    }

    [Fact]
    public void Decisions_AreOneOfThoseThatThereAre()
    {
        var family = _description.Json["components"]!["schemas"]!["RoundDecision"]!;
        var kinds = family["discriminator"]!["mapping"]!.AsObject();
        Assert.Equal(
            typeof(Kalasin.Evaluation.Rounds.RoundDecision).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
                .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(t => (string)t.TypeDiscriminator!).Order(StringComparer.Ordinal),
            kinds.Select(k => k.Key).Order(StringComparer.Ordinal));
        Assert.Equal(kinds.Count, family["oneOf"]!.AsArray().Count);
    }

    [Fact]
    public void Examples_AreWhatTheirSchemasAskFor()
    {
        var sent =
            from operation in _description.Operations
            from form in operation.Operation["requestBody"]?["content"]?.AsObject() ?? []
            where form.Value!["example"] is not null
            select (form.Value!["schema"]!, form.Value["example"]!);
        var answered =
            from operation in _description.Operations
            from response in operation.Operation["responses"]!.AsObject()
            where response.Key[0] == '2' && operation.Path != Description.Address
            let form = response.Value!["content"]?["application/json"]
            where form is not null
            select (Of: $"{operation.Method} {operation.Path} {response.Key}", Schema: form["schema"]!, Example: form["example"]);
        Assert.Empty(answered.Where(a => a.Example is null).Select(a => a.Of));
        var problem = _description.Json["components"]!["schemas"]!["ProblemAnswer"]!;
        (System.Text.Json.Nodes.JsonNode Schema, System.Text.Json.Nodes.JsonNode Example)[] examples = [.. sent, (problem, problem["examples"]![0]!)];
        Assert.Equal(5, examples.Length);
        Assert.All(examples.Concat(answered.Select(a => (a.Schema, Example: a.Example!))), e => Assert.Null(_description.FaultOf(e.Schema, e.Example.ToJsonString())));
    }

    [Fact]
    public async Task Page_HasEverythingFromHere()
    {
        using var page = await _service.Client.GetAsync(new Uri("/api/docs", UriKind.Relative), Token);
        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("//", html.Replace("<!doctype", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        foreach (Match address in Address().Matches(html))
        {
            using var part = await _service.Client.GetAsync(new Uri(address.Groups["to"].Value, UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.OK, part.StatusCode);
            Assert.NotEmpty(await part.Content.ReadAsByteArrayAsync(Token));
        }
        using var other = await _service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token);
        Assert.DoesNotContain("unsafe", other.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_ComesTheSameToWhoeverTakesItPackedOrNot()
    {
        var plain = await _service.Client.GetByteArrayAsync(new Uri("/api/docs/scalar.js", UriKind.Relative), Token);
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip };
        using var client = new HttpClient(handler) { BaseAddress = _service.Address };
        Assert.Equal(plain, await client.GetByteArrayAsync(new Uri("/api/docs/scalar.js", UriKind.Relative), Token));
    }

    [GeneratedRegex(@":\w+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"#/components/schemas/(?<name>[\w.]+)", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("""(src="|href="|url\()(?<to>[^")]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
