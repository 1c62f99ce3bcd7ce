using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The program itself, usually with the sample round, as a process of its own on a free port.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process process;

    private ServedProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers; the test fails after two minutes.</summary>
    /// <param name="folder">Keeps its data.</param>
    /// <param name="options">Other than the sample round.</param>
    /// <param name="variables">Set in its environment.</param>
    /// <param name="program">Another than the one built beside the tests.</param>
    public static async Task<ServedProgram> StartAsync(
        TemporaryFolder folder, string options = "--sample", IReadOnlyDictionary<string, string>? variables = null, string? program = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            "dotnet", [program ?? Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"), .. options.Split(' '), "--data", folder.File("data")])
        {
            UseShellExecute = false, RedirectStandardOutput = true
        };
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        var served = new ServedProgram(Process.Start(start)!, address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (await served.process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.Contains("open at", StringComparison.Ordinal)) continue;
            _ = served.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return served;
        }
        throw new InvalidOperationException($"The program ended with {served.process.ExitCode} before it answered.");
    }

    /// <summary>Names of the files that the process has mapped into memory, assemblies among them.</summary>
    public async Task<IReadOnlyList<string>> MappedFilesAsync() =>
        [.. (await File.ReadAllLinesAsync($"/proc/{process.Id}/maps", TestContext.Current.CancellationToken))
            .Where(l => l.Contains('/', StringComparison.Ordinal)).Select(Path.GetFileName).OfType<string>().Distinct(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
