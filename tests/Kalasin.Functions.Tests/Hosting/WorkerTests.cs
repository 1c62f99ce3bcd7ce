using Kalasin.Functions.Hosting;
using Kalasin.Functions.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Kalasin.Functions.Tests.Hosting;

/// <summary>The program as the Functions host starts it, without a host that calls it.</summary>
public sealed class WorkerTests
{
    private static readonly string[] HostWords = ["--host", "127.0.0.1", "--port", "9", "--functions-uri", "http://127.0.0.1:9",
        "--functions-request-id", "r", "--functions-worker-id", "w", "--functions-grpc-max-message-length", "1000"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Http_PassedOnToTheServerWhoseAddressTheHostIsTold()
    {
        await using var app = Build();
        await app.StartAsync(Token);
        var told = app.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities["HttpUri"];
        Assert.Equal(told, Assert.Single(app.Urls));
        using var client = new HttpClient { BaseAddress = new(told) };
        using var health = await client.GetAsync(new Uri("/api/health", UriKind.Relative), Token);
        using var page = await client.GetAsync(new Uri("/app/assets/none/none", UriKind.Relative), Token);
        Assert.Equal((503, 404), ((int)health.StatusCode, (int)page.StatusCode));
        Assert.Contains("KAL7101", await health.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_HaveNoAddressOfTheirOwn()
    {
        await using var app = Build();
        await app.StartAsync(Token);
        using var client = new HttpClient();
        foreach (var path in (string[])["/", "/DropQueue", "/DropPoison", "/Tick", "/tick", "/Mailbox", "//Tick", "/api/../Tick", "/admin/functions/Tick"])
        {
            using var response = await client.PostAsync(new Uri(app.Urls.Single() + path, new UriCreationOptions
            {
                DangerousDisablePathAndQueryCanonicalization = true,
            }), null, Token);
            await RunningService.ProblemAsync(response, 404, "not-found");
        }
    }

    [Fact]
    public async Task Functions_ThatTheWorkerTells_AreThoseOfTheFileForTheHost()
    {
        await using var app = Build();
        var told = await app.Services.GetRequiredService<IFunctionMetadataProvider>().GetFunctionMetadataAsync(AppContext.BaseDirectory);
        Assert.Equal(["Api", "DropPoison", "DropQueue", "Mailbox", "Pages", "Tick"], told.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Telemetry_UnderOurName_AndTheHostIsToldThatItIsSent(bool exporting)
    {
        var telemetry = exporting
            ? TelemetrySettings.Read(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? "http://127.0.0.1:9" : null).Settings
            : TelemetrySettings.None;
        await using var app = Build(s => s with { Telemetry = telemetry });
        Assert.Equal(exporting, app.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.ContainsKey("WorkerOpenTelemetryEnabled"));
        var source = app.Services.GetService<TracerProvider>()?.GetResource().Attributes.Single(a => a.Key == "service.name").Value;
        Assert.Equal(exporting ? "kalasin" : null, source);
    }

    [Fact]
    public async Task Start_WithoutAHost_SaysSoAndFails()
    {
        using var error = new StringWriter();
        Assert.False(await Worker.RunAsync([], error));
        Assert.StartsWith("The worker ended: ", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Without the service that calls the host, which is not there.</summary>
    private static WebApplication Build(Func<Settings, Settings>? change = null)
    {
        var settings = new Settings
        {
            UnderFunctionsHost = true, Addresses = ["http://127.0.0.1:0"],
            NoStorage = SettingsFindings.StorageUnknown.At(Evaluation.Place.Nowhere, "s3"),
        };
        return Worker.Build(change is null ? settings : change(settings), HostWords, builder =>
            builder.Services.Remove(builder.Services.Single(
                s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "WorkerHostedService")));
    }
}
