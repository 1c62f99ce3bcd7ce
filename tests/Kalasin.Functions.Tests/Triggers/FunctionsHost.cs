using System.Text;
using System.Text.Json;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>Calls a program as the Azure Functions host does: polls it, passes HTTP on as its proxy, posts the other triggers as envelopes.</summary>
internal sealed class FunctionsHost(HttpClient client)
{
    /// <summary>What a call that was done is answered with.</summary>
    public const string Nothing = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>The timer's call.</summary>
    public const string Timer = """{"Data":{"tick":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Tick"}}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Asks <c>GET /</c> every 25 ms until any answer, at most 30 seconds.</summary>
    /// <param name="stillRuns">Told after each try in vain; false gives up.</param>
    /// <returns>Whether it answered.</returns>
    public async Task<bool> PollAsync(Func<bool> stillRuns)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/", UriKind.Relative), limit.Token);
                return true;
            }
            catch (HttpRequestException)
            {
                if (!stillRuns()) return false;
                await Task.Delay(25, limit.Token);
            }
        }
    }

    /// <summary>A call from outside, as the host's proxy passes it on: chunked, with the caller's host in a header.</summary>
    public Task<HttpResponseMessage> ProxyAsync(HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Forwarded-Host", "kalasin.azurewebsites.net");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (content is not null) request.Headers.TransferEncodingChunked = true;
        return client.SendAsync(request, Token);
    }

    /// <summary>The JSON of a proxied GET, whatever its status.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await ProxyAsync(HttpMethod.Get, path);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
    }

    public Task<HttpResponseMessage> TickAsync(string function = "Tick") => PostAsync(function, Timer);

    /// <summary>A queue's call: the message is a JSON string inside a string.</summary>
    public Task<HttpResponseMessage> QueueAsync(string function, string message) =>
        PostAsync(function, JsonSerializer.Serialize(new { Data = new { msg = JsonSerializer.Serialize(message) }, Metadata = new { DequeueCount = "1" } }));

    /// <summary>Posts an envelope: chunked, with the host's headers, and without those of the proxy unless somebody outside poses as the host.</summary>
    public Task<HttpResponseMessage> PostAsync(string function, string envelope, string? forwardedHost = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(envelope, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        if (forwardedHost is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-Host", forwardedHost);
        return client.SendAsync(request, Token);
    }
}
