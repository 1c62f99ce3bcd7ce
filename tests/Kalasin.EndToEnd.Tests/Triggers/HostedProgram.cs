using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>
/// The built program, started, polled and called as the Azure Functions host does it: on the host's port whatever
/// <c>ASPNETCORE_URLS</c> says, HTTP through a proxy, the other triggers as envelopes.
/// </summary>
internal sealed class HostedProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private HostedProgram(Process process, Uri address) => (this.process, client) = (process, new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it and polls <c>GET /</c> every 25 ms until any answer; the test fails after the host's own 30 seconds.</summary>
    public static async Task<HostedProgram> StartAsync(TemporaryFolder folder, string storage = "local")
    {
        var port = FreePort();
        var program = new HostedProgram(Launch(folder, port.ToString(CultureInfo.InvariantCulture), storage), new($"http://127.0.0.1:{port}"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var response = await program.client.GetAsync(new Uri("/", UriKind.Relative), limit.Token);
                return program;
            }
            catch (HttpRequestException)
            {
                Assert.False(program.process.HasExited, "The program ended before it answered.");
                await Task.Delay(25, limit.Token);
            }
        }
    }

    /// <summary>Runs it with a port of the host that may be none, until it ends.</summary>
    public static async Task<int> ExitCodeAsync(TemporaryFolder folder, string port)
    {
        using var ending = Launch(folder, port, "local");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await ending.WaitForExitAsync(limit.Token);
        return ending.ExitCode;
    }

    /// <summary>A call from outside, as the host's proxy passes it on.</summary>
    public Task<HttpResponseMessage> ProxyAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Forwarded-Host", "kalasin.azurewebsites.net");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        if (content is not null) request.Headers.TransferEncodingChunked = true;
        return client.SendAsync(request, Token);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await ProxyAsync(HttpMethod.Get, path);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>A timer's call.</summary>
    public Task<HttpResponseMessage> TickAsync(string function = "Tick") =>
        CallAsync(function, """{"Data":{"tick":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Tick"}}}""");

    /// <summary>A queue's call: the message is a JSON string inside a string.</summary>
    public Task<HttpResponseMessage> QueueAsync(string function, string message) =>
        CallAsync(function, JsonSerializer.Serialize(new { Data = new { msg = JsonSerializer.Serialize(message) }, Metadata = new { DequeueCount = "1" } }));

    /// <summary>As the host ends it: no signal that could be handled.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        client.Dispose();
    }

    private Task<HttpResponseMessage> CallAsync(string function, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        return client.SendAsync(request, Token);
    }

    private static Process Launch(TemporaryFolder folder, string port, string storage)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = AppContext.BaseDirectory;
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["KALASIN_DATA"] = folder.File("data");
        start.Environment["KALASIN_STORAGE"] = storage;
        var started = Process.Start(start)!;
        started.ErrorDataReceived += static (_, _) => { };
        started.OutputDataReceived += static (_, _) => { };
        started.BeginErrorReadLine();
        started.BeginOutputReadLine();
        return started;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
