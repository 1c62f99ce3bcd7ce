using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Kalasin.EndToEnd.Tests;

/// <summary>A program of the machine that a test drives: an office suite, a PDF reader, a browser.</summary>
internal sealed class ExternalTool
{
    private readonly string path;

    private ExternalTool(string path) => this.path = path;

    /// <summary>Where it lies.</summary>
    public string Location => path;

    /// <summary>Finds a program on the PATH; where it is missing the test is skipped by name, or fails when CI is set, which promises every tool.</summary>
    public static ExternalTool Require(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
            .FirstOrDefault(File.Exists);
        if (found is null) Miss($"The program '{name}' is not on the PATH.");
        return new(found);
    }

    /// <summary>Skips the test by name, or fails it when CI is set.</summary>
    [DoesNotReturn]
    public static void Miss(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
        throw new UnreachableException();
    }

    /// <summary>Runs to the end and gives what was printed; the test fails on any other exit than 0 or after five minutes.</summary>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        using var process = Process.Start(new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{Path.GetFileName(path)} ended with {process.ExitCode}: {await errors}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
