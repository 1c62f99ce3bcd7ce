using System.Diagnostics;

namespace Kalasin.Package.Tests;

/// <summary>Runs the SDK that runs the tests.</summary>
internal static class Dotnet
{
    /// <summary>Runs to the end in a folder and gives what was printed; fails on any other exit than 0, or after a quarter of an hour: machine code takes minutes where others want the processors too.</summary>
    public static Task<string> RunAsync(string folder, params IEnumerable<string> arguments) => RunProgramAsync(
        folder, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments);

    /// <summary>The same of a program that the SDK has published.</summary>
    public static async Task<string> RunProgramAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(15));
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            // No server of the build outlives the test.
            Environment =
            {
                ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1"
            },
        };
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await errors}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
