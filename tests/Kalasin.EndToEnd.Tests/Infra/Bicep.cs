using System.Diagnostics;
using System.Reflection;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>What the Bicep compiler did: its exit code, and all that it printed.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Complaints);

/// <summary>The Bicep compiler of the NuGet package, kept off the network.</summary>
internal static class Bicep
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>The files of the deployment, relative to <see cref="Folder"/>.</summary>
    public static IEnumerable<string> NamesOf(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    /// <summary>Copies them all, each as <paramref name="change"/> makes it from its name and text.</summary>
    public static void CopyTo(TemporaryFolder folder, Func<string, string, string> change)
    {
        foreach (var name in NamesOf("*.bicep*").Append("bicepconfig.json"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            File.WriteAllText(folder.File(name), change(name, File.ReadAllText(Path.Combine(Folder, name))));
        }
    }

    public static Task<BicepRun> LintAsync(string file, string? azd = null) => RunAsync(azd, "lint", file, "--no-restore");

    public static Task<BicepRun> LintAllAsync(string folder) =>
        RunAsync(null, "lint", "--pattern", Path.Combine(folder, "**/*.bicep"), "--no-restore");

    public static Task<BicepRun> BuildAsync(string file) => RunAsync(null, "build", file, "--no-restore", "--stdout");

    /// <summary>Compares what would be deployed with the snapshot beside the parameters.</summary>
    public static Task<BicepRun> ValidateSnapshotAsync(string parameters) => SnapshotAsync(parameters, "validate");

    /// <summary>Writes the snapshot beside the parameters.</summary>
    public static Task<BicepRun> TakeSnapshotAsync(string parameters, string? azd = null) => SnapshotAsync(parameters, "overwrite", azd);

    /// <summary>Pretends a place of deployment; names of resources follow from it.</summary>
    private static Task<BicepRun> SnapshotAsync(string parameters, string mode, string? azd = null) => RunAsync(
        azd, "snapshot", parameters, "--mode", mode, "--subscription-id", Guid.Empty.ToString(), "--location", "southeastasia",
        "--deployment-name", $"kalasin-{Path.GetFileNameWithoutExtension(parameters)}");

    private static async Task<BicepRun> RunAsync(string? azd, params IEnumerable<string> arguments)
    {
        var path = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "Bicep")?.Value;
        if (path is null) Assert.Skip("The package with the Bicep compiler is for Linux.");

        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Nothing may be fetched: what wants to has to fail here and not on a machine without a network.
        start.Environment["HTTPS_PROXY"] = start.Environment["HTTP_PROXY"] = start.Environment["ALL_PROXY"] = "http://127.0.0.1:9";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("AZURE_ENV_NAME");
        if (azd is not null) start.Environment["AZURE_ENV_NAME"] = azd;
        using var process = Process.Start(start)!;
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new(process.ExitCode, output, await complaints);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
