using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting.Wire;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>What the outside, the clock and a queue make a host do.</summary>
internal static class Calls
{
    /// <summary>A timer that never came before.</summary>
    public const string FirstTime = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""";

    /// <summary>A timer whose kept status says that it never came.</summary>
    public const string YearOne =
        """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"0001-01-01T00:00:00+00:00","Next":"2024-05-10T03:05:00+00:00","LastUpdated":"0001-01-01T00:00:00+00:00"},"IsPastDue":false}""";

    /// <summary>A timer that was missed, and comes as soon as the host is up.</summary>
    public const string PastDue =
        """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2024-05-09T22:00:00+00:00","Next":"2024-05-09T22:05:00+00:00","LastUpdated":"2024-05-09T22:00:00+00:00"},"IsPastDue":true}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A call from outside that the program answers.</summary>
    /// <exception cref="HttpRequestException">It was not answered by the program.</exception>
    public static async Task<HttpResponseMessage> ProxyAsync(
        this FunctionsHost host, HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await host.ProxyAsync(request);
    }

    /// <summary>The same with a request made before.</summary>
    public static async Task<HttpResponseMessage> ProxyAsync(this FunctionsHost host, HttpRequestMessage request)
    {
        var response = await host.SendAsync(request, Token);
        if (response.Headers.TryGetValues(Front.Failure, out var why)) throw new HttpRequestException($"{request.RequestUri} was not passed on: {string.Join(' ', why)}");
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }

    /// <summary>The JSON of a GET, whatever its status.</summary>
    public static async Task<JsonElement> GetAsync(this FunctionsHost host, string path)
    {
        using var response = await host.ProxyAsync(HttpMethod.Get, path);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>The timer fires.</summary>
    public static Task<StatusResult> TickAsync(this FunctionsHost host, string function = "Tick", string timer = FirstTime, string? invocation = null) =>
        host.InvokeAsync(function, new() { Json = timer }, invocation);

    /// <summary>A queue's message is tried once. Its own properties take the place of the host's where the names are the same, as with the host.</summary>
    public static Task<StatusResult> QueueAsync(this FunctionsHost host, string function, string message, int tries = 1, string? invocation = null)
    {
        var metadata = new Dictionary<string, TypedData>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = new() { String = message }, ["DequeueCount"] = new() { Json = $"{tries}" },
            ["Id"] = new() { String = $"{Guid.NewGuid()}" }, ["PopReceipt"] = new() { String = "AgAAAAMAAAAAAAAA" },
            ["InsertionTime"] = new() { Json = "\"2024-05-10T02:58:11+00:00\"" }, ["NextVisibleTime"] = new() { Json = "\"2024-05-10T03:08:12+00:00\"" },
            ["ExpirationTime"] = new() { Json = "\"2024-05-17T02:58:11+00:00\"" },
        };
        foreach (var (name, value) in PropertiesOf(message)) metadata[name] = new() { Json = value };
        return host.InvokeAsync(function, new() { String = message }, invocation, metadata.Select(m => (m.Key, m.Value)));
    }

    private static IEnumerable<(string Name, string Value)> PropertiesOf(string message)
    {
        try
        {
            return JsonElement.Parse(message) is { ValueKind: JsonValueKind.Object } o
                ? [.. o.EnumerateObject().Select(p => (p.Name, p.Value.GetRawText()))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
