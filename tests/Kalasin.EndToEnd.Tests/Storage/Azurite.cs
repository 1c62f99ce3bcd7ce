using System.Diagnostics;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Storage;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>
/// One Azurite for the run, in memory, on free ports of this machine, out of <c>tests/azurite</c>; its packages are fetched when
/// they are missing.
/// </summary>
public sealed partial class Azurite : IAsyncLifetime
{
    /// <summary>The account that every Azurite has; its key is public.</summary>
    private const string Account =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TemporaryFolder folder = new();
    private string? connection;
    private string whyNot = "";
    private Process? process;

    /// <summary>The account; where Azurite can't run the test is skipped by name, or fails when CI is set.</summary>
    internal AzureAccount.ByConnection Connection
    {
        get
        {
            ExternalTool.Require("node");
            ExternalTool.Require("npm");
            if (connection is null) ExternalTool.Miss(whyNot);
            return new(connection);
        }
    }

    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(Repository.Root, "tests", "azurite");
        try
        {
            await NodePackages.InstallAsync(project);
            connection = await StartAsync(project);
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException or OperationCanceledException)
        {
            whyNot = $"Azurite does not run: {failure.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close(); // start.js ends Azurite then
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
            process.Dispose();
        }
        folder.Dispose();
    }

    private async Task<string> StartAsync(string project)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string[] arguments =
        [
            Path.Combine(project, "start.js"), "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ];
        process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder.Path, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false,
        })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var services = new Dictionary<string, string>(StringComparer.Ordinal);
        while (services.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"it ended before it listened. {await errors}");
            if (Listening().Match(line) is { Success: true } match) services[match.Groups["service"].Value] = match.Groups["address"].Value;
        }
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return $"{Account};BlobEndpoint={services["Blob"]}/devstoreaccount1;TableEndpoint={services["Table"]}/devstoreaccount1;";
    }

    [GeneratedRegex(
        "Azurite (?<service>[A-Za-z]+) service is successfully listening at (?<address>[^ ]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}

/// <summary>All tests on Azurite, one after the other.</summary>
[CollectionDefinition(nameof(Azurite))]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
