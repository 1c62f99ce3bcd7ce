using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>
/// A program started as the Azure Functions host starts a worker: by what its <c>worker.config.json</c> says, in its own folder,
/// with the host's arguments (each twice, by an old and a new name) and with the host's environment, <c>ASPNETCORE_URLS</c> too.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LongestMessage = int.MaxValue;

    private readonly Process process;
    private readonly Lock killing = new();
    private readonly Lock printing = new();
    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool disposed;

    private WorkerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => exited.TrySetResult();
        process.EnableRaisingEvents = true;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Once it has exited.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>All that it printed, errors too.</summary>
    public string Printed
    {
        get
        {
            lock (printing) return printed.ToString();
        }
    }

    /// <param name="root">The app's folder, which is also the worker's.</param>
    /// <param name="host">Where the host listens for it; null says nothing of it.</param>
    /// <param name="workerId">What it has to say there.</param>
    /// <param name="folder">Its data and temporary files go here.</param>
    /// <param name="environment">Variables of the host beside its usual ones.</param>
    public static WorkerProcess Start(string root, Uri? host, string workerId, TemporaryFolder folder, IEnumerable<(string Name, string Value)> environment)
    {
        var description = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, "worker.config.json"))).GetProperty("description");
        var (executable, program) = (description.GetProperty("defaultExecutablePath").GetString()!, description.GetProperty("defaultWorkerPath").GetString()!);
        var request = Guid.NewGuid().ToString();
        string[] arguments = host is null ? [] :
        [
            "--host", host.Host, "--port", Text(host.Port), "--workerId", workerId, "--requestId", request, "--grpcMaxMessageLength", Text(LongestMessage),
            "--functions-uri", host.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id",
            request, "--functions-grpc-max-message-length", Text(LongestMessage),
        ];
        var start = new ProcessStartInfo(executable, [Path.Combine(root, program), .. arguments])
        {
            UseShellExecute = false, WorkingDirectory = root, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var name in (string[])["KALASIN_STORAGE", "KALASIN_STORAGE_ACCOUNT", "KALASIN_STORAGE_CONNECTION", "AzureWebJobsStorage"])
            start.Environment.Remove(name);
        (string, string)[] hosts =
        [
            ("FUNCTIONS_APPLICATION_DIRECTORY", root), ("FUNCTIONS_WORKER_DIRECTORY", root),
            ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"), ("AzureWebJobsScriptRoot", root),
            ("ASPNETCORE_URLS", "http://+:80"), ("WEBSITE_AUTH_ENABLED", "True"), ("KALASIN_SIGN_IN", "appservice"),
            ("KALASIN_DATA", folder.File("data")), ("TMPDIR", Directory.CreateDirectory(folder.File("tmp")).FullName),
        ];
        foreach (var (name, value) in hosts.Concat(environment)) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Until it has ended; not until all that it printed is read, which takes a thread of its own and with many programs may take long.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => exited.Task.WaitAsync(cancellationToken);

    /// <summary>No signal that could be handled. Nothing happens to one that is gone.</summary>
    public void Kill()
    {
        lock (killing)
            if (!disposed && !process.HasExited) process.Kill();
    }

    public void Dispose()
    {
        lock (killing) disposed = true;
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (printing) printed.AppendLine(line);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
