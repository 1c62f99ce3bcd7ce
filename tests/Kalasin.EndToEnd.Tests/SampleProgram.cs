using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests;

/// <summary>The built program as a process of its own, started far from its own folder, with <c>--sample</c> unless something else is asked.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private SampleProgram(Process process, int port) =>
        (this.process, Client) = (process, new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(10) });

    public HttpClient Client { get; }

    /// <summary>What it printed so far, errors too.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    public static SampleProgram Start(TemporaryFolder folder, string argument = "--sample")
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"), argument])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var name in (string[])["KALASIN_DATA", "KALASIN_STORAGE", "FUNCTIONS_APPLICATION_DIRECTORY"]) start.Environment.Remove(name);
        var program = new SampleProgram(Process.Start(start)!, port);
        program.process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until the program answers, or fails with what it printed.</summary>
    public async Task ReadyAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(process.HasExited, $"The program ended:\n{Output}");
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), $"The program does not answer:\n{Output}");
            try
            {
                using var health = await Client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
                if (health.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until it has printed so many lines with this in them, however it ends.</summary>
    public async Task PrintedAsync(string text, int times)
    {
        while (!process.HasExited && Output.Split(text).Length <= times) await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    /// <summary>The most memory it has held, as Linux counts it; elsewhere empty.</summary>
    public string PeakMemory() =>
        OperatingSystem.IsLinux() ? File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) : "";

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (output) output.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
