using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kalasin.EndToEnd.Tests;

/// <summary>Packages for Node that a folder of the tests asks for, in the versions of its lock file.</summary>
internal static class NodePackages
{
    // Two fixtures may ask for the same at once, and neither may find what the other has half fetched.
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installed = new(StringComparer.Ordinal);

    /// <summary>Fetches them, unless they are there.</summary>
    /// <exception cref="InvalidOperationException">npm could not.</exception>
    public static Task InstallAsync(string project) => Installed.GetOrAdd(project, p => new(() => FetchAsync(p))).Value;

    private static async Task FetchAsync(string project)
    {
        // npm writes it last.
        if (File.Exists(Path.Combine(project, "node_modules", ".package-lock.json"))) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var installing = Process.Start(new ProcessStartInfo(npm, ["ci", "--omit=optional"])
        {
            WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var (output, errors) = (installing.StandardOutput.ReadToEndAsync(limit.Token), installing.StandardError.ReadToEndAsync(limit.Token));
        await installing.WaitForExitAsync(limit.Token);
        if (installing.ExitCode != 0) throw new InvalidOperationException($"npm ci ended with {installing.ExitCode}: {await output} {await errors}");
    }
}
