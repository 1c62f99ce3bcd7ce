namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>Libraries of Azure, of its Functions host and of telemetry cost an installation without them nothing.</summary>
public sealed class StartWithoutAzureTests
{
    private static readonly string[] Libraries = ["Azure.", "Microsoft.Identity.", "Microsoft.Azure.Functions", "Grpc.", "Google.Protobuf", "OpenTelemetry"];

    [Fact]
    public async Task Program_WithLocalStorageAndNoHostAndNoCollector_NeverLoadsTheirLibraries()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux tells which files a process has mapped.");
        using var folder = new TemporaryFolder();
        await using var program = await Pages.ServedProgram.StartAsync(folder, "--storage local");
        using var client = new HttpClient { BaseAddress = program.Address };
        using var health = await client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(health.IsSuccessStatusCode);
        var files = await program.MappedFilesAsync();
        Assert.Contains(files, file => file == "Kalasin.Functions.dll");
        Assert.DoesNotContain(files, file => Libraries.Any(library => file.StartsWith(library, StringComparison.Ordinal)));
    }
}
