using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests.Triggers;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>
/// The published program, started as the Azure Functions host starts it: on the host's port whatever <c>ASPNETCORE_URLS</c>
/// says, with the host's environment, its data and temporary files in a folder of the test.
/// </summary>
internal sealed class HostedProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;
    private readonly Lock killing = new();
    private readonly Lock printing = new();
    private readonly System.Text.StringBuilder printed = new();
    private bool disposed;

    private HostedProgram(Process process, Uri address)
    {
        (this.process, client) = (process, new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) });
        Host = new(client);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Whoever calls it.</summary>
    public FunctionsHost Host { get; }

    public bool HasExited => process.HasExited;

    /// <summary>All that it printed, errors too.</summary>
    public string Printed
    {
        get
        {
            lock (printing) return printed.ToString();
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it with variables beside the host's own and polls it until it answers; without any, it stores in the folder's <c>data</c>.</summary>
    public static async Task<HostedProgram> StartAsync(PublishedProgram published, TemporaryFolder folder, params (string Name, string Value)[] environment)
    {
        var program = await LaunchAsync(published, folder, environment);
        Assert.True(await program.ReadyAsync(), "The program ended before it answered.");
        return program;
    }

    /// <summary>Starts it and does not wait for it.</summary>
    public static async Task<HostedProgram> LaunchAsync(PublishedProgram published, TemporaryFolder folder, params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        return new(await LaunchAsync(published, folder, port.ToString(CultureInfo.InvariantCulture), environment), new($"http://127.0.0.1:{port}"));
    }

    /// <summary>Runs it with a port of the host that may be none, until it ends.</summary>
    public static async Task<int> ExitCodeAsync(PublishedProgram published, TemporaryFolder folder, string port)
    {
        using var ending = await LaunchAsync(published, folder, port, []);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await ending.WaitForExitAsync(limit.Token);
        return ending.ExitCode;
    }

    /// <summary>Polls it as the host does.</summary>
    /// <returns>False if it ended before it answered.</returns>
    public Task<bool> ReadyAsync() => Host.PollAsync(() => !process.HasExited);

    /// <summary>As the host ends it: no signal that could be handled. Nothing happens to one that is gone.</summary>
    public void Kill()
    {
        lock (killing)
            if (!disposed && !process.HasExited) process.Kill();
    }

    /// <summary>Kills it and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        Kill();
        await process.WaitForExitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        lock (killing) disposed = true;
        process.Dispose();
        client.Dispose();
    }

    private static async Task<Process> LaunchAsync(PublishedProgram published, TemporaryFolder folder, string port, (string Name, string Value)[] environment)
    {
        await published.MadeAsync();
        var start = new ProcessStartInfo("dotnet", [published.Program]) { UseShellExecute = false, WorkingDirectory = published.Root, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = published.Root;
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["KALASIN_DATA"] = folder.File("data");
        start.Environment["TMPDIR"] = Directory.CreateDirectory(folder.File("tmp")).FullName;
        foreach (var name in (string[])["KALASIN_STORAGE", "KALASIN_STORAGE_ACCOUNT", "KALASIN_STORAGE_CONNECTION", "AzureWebJobsStorage"]) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void Keep(string? line)
    {
        lock (printing) printed.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
