using System.Net;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program coming up under a host: what it declares, and however badly it is configured.</summary>
public sealed class StartTests(PublishedProgram published)
{
    /// <summary>Name, what pulls it, and what else the host has to know; in the order of names. No connection is named: the host's own.</summary>
    private static readonly string[] Declared =
    [
        "Api httpTrigger route=api/{*path} authLevel=Anonymous",
        "DropPoison queueTrigger queueName=drops-poison",
        "DropQueue queueTrigger queueName=drops",
        "Mailbox timerTrigger schedule=30 */5 * * * *",
        "Pages httpTrigger route=app/{*path} authLevel=Anonymous",
        "Tick timerTrigger schedule=0 */5 * * * *",
    ];

    [Fact]
    public async Task Start_SixFunctionsDeclaredAndLoaded()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHost.StartAsync(published, folder);
        foreach (var function in host.Functions) TestContext.Current.TestOutputHelper?.WriteLine($"{function}");
        Assert.Equal(Declared, host.Functions.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => string.Join(
            ' ', ((string[])["route", "authLevel", "queueName", "connection", "schedule"])
                .Where(setting => f.Setting(setting) is not null).Select(setting => $"{setting}={f.Setting(setting)}").Prepend($"{f.Name} {f.Kind}"))));
        Assert.All(host.Functions, f => Assert.Empty(f.Methods)); // none stands for all: what is allowed is said by our own endpoints
    }

    [Fact]
    public async Task Start_HttpAnnouncedOnThisMachineAlone_AndNothingMadeYet()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHost.StartAsync(published, folder);
        Assert.Equal(("http", "127.0.0.1"), (host.HttpAddress.Scheme, host.HttpAddress.Host));
        Assert.NotEqual(80, host.HttpAddress.Port); // the host's own ASPNETCORE_URLS
        await host.StatusAsync();
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Start_WhateverTheEnvironmentIsCalled_Up(string name)
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHost.StartAsync(
            published, folder, ("AZURE_FUNCTIONS_ENVIRONMENT", name), ("ASPNETCORE_ENVIRONMENT", "Elsewhere"),
            ("DOTNET_ENVIRONMENT", "Nowhere"));
        Assert.Equal("ok", (await host.GetAsync("/api/health")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("KALASIN_DATA", "{root}/data", "KAL7104")]
    [InlineData("KALASIN_DATA", "/proc/no-such-folder", "KAL7001")]
    [InlineData("KALASIN_STORAGE", "s3", "KAL7101")]
    [InlineData("KALASIN_STORAGE", "azure", "KAL7105")]
    [InlineData("KALASIN_STORAGE_CONNECTION", "nonsense", "KAL7021")]
    public async Task Start_BadlyConfigured_UpFailsItsFunctionsAndSaysWhy(string variable, string value, string code)
    {
        using var folder = new TemporaryFolder();
        (string, string)[] environment = [(variable, value.Replace("{root}", published.Root, StringComparison.Ordinal)),
            .. variable == "KALASIN_STORAGE_CONNECTION" ? [("KALASIN_STORAGE", "azure")] : ((string, string)[])[]];
        await using var host = await FunctionsHost.StartAsync(published, folder, environment);
        Assert.Equal(StatusResult.Types.Status.Failure, (await host.TickAsync()).Status);
        // A store that the settings name and that fails lets a message go: the next scan finds the drop.
        Assert.Equal(code == "KAL7001", (await host.QueueAsync("DropQueue", HostedRound.Renamed)).Status == StatusResult.Types.Status.Success);
        using var health = await host.ProxyAsync(HttpMethod.Get, "/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(code, Assert.Single((await host.GetAsync("/api/health")).GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(Directory.Exists(Path.Combine(published.Root, "data")));
    }

    /// <summary>The host starts again whatever ends with another code than 0, and never what ends with 0.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData(null)]
    public async Task Start_WithoutAHost_EndsWithOtherThanZero(string? host)
    {
        await published.MadeAsync();
        using var folder = new TemporaryFolder();
        using var worker = WorkerProcess.Start(published.Root, host is null ? null : new(host), "nobody", folder, []);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            await worker.WaitForExitAsync(limit.Token);
            Assert.NotEqual(0, worker.ExitCode);
        }
        finally
        {
            worker.Kill();
        }
    }
}
