using System.Globalization;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>A function as the worker declared it, with the one binding that pulls its trigger.</summary>
internal sealed class HostedFunction
{
    private readonly JsonElement trigger;
    private readonly TemplateMatcher? route;

    public HostedFunction(RpcFunctionMetadata declared)
    {
        Declared = declared;
        Id = declared.FunctionId is { Length: > 0 } given ? given : Guid.NewGuid().ToString();
        Bindings = [.. declared.RawBindings.Select(json => JsonElement.Parse(json))];
        trigger = Bindings.Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        if (IsHttp) route = new(TemplateParser.Parse(Setting("route") ?? Name), []);
    }

    public string Name => Declared.Name;

    public string Id { get; }

    public IReadOnlyList<JsonElement> Bindings { get; }

    /// <summary>The kind of its trigger, as “queueTrigger”.</summary>
    public string Kind => Text(trigger, "type");

    /// <summary>The parameter that gets what the trigger brings.</summary>
    public string Parameter => Text(trigger, "name");

    public bool IsHttp => Kind.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase);

    private RpcFunctionMetadata Declared { get; }

    /// <summary>The HTTP methods that its trigger takes; none stands for all.</summary>
    public IEnumerable<string> Methods => trigger.TryGetProperty("methods", out var methods) ? methods.EnumerateArray().Select(m => m.GetString()!) : [];

    /// <summary>A setting of its trigger; null if there is none.</summary>
    public string? Setting(string name) => trigger.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Its route and methods are those of the request. The host's prefix is empty with us.</summary>
    public bool Takes(HttpRequest request) => route is not null && route.TryMatch(request.Path, []) &&
        (!Methods.Any() || Methods.Any(m => HttpMethods.Equals(m, request.Method)));

    /// <summary>The request that makes the worker load it.</summary>
    public FunctionLoadRequest Load()
    {
        var metadata = new RpcFunctionMetadata
        {
            Name = Name, Directory = Declared.Directory, EntryPoint = Declared.EntryPoint, ScriptFile = Declared.ScriptFile,
        };
        foreach (var binding in Bindings)
        {
            var info = new BindingInfo
            {
                Type = Text(binding, "type"),
                DataType = Text(binding, "dataType").Equals("string", StringComparison.OrdinalIgnoreCase) ? 1 : 0,
            };
            if (binding.TryGetProperty("properties", out var properties))
                foreach (var property in properties.EnumerateObject()) info.Properties[property.Name] = property.Value.ToString();
            metadata.Bindings[Text(binding, "name")] = info;
        }
        return new() { FunctionId = Id, Metadata = metadata };
    }

    /// <summary>The name and the bindings, as one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} ({Declared.EntryPoint}): {string.Join(' ', Declared.RawBindings)}");

    private static string Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.ToString() : "";
}
