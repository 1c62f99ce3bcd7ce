using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kalasin.Functions.Tests.Telemetry;

/// <summary>What goes over the wire to a collector, to the byte.</summary>
public sealed class TelemetryExportTests
{
    private const string Person = "สมหญิง";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_MetricsTracesAndLogs_WithoutAnyPerson()
    {
        await using var collector = await Collector.StartAsync();
        await using (var folder = await DropFolder.StartAsync(
            s => s with { Telemetry = TelemetrySettings.Read(collector.Variables.GetValueOrDefault).Settings },
            drops => new BreakingDrops(drops, (called, path) =>
            called == nameof(Functions.Storage.IDrops.OpenAsync) && path.Value.Contains("4601", StringComparison.Ordinal)
                ? new InvalidOperationException($"can't open {path}", new FormatException(path.Value))
                : null)))
        {
            await folder.DropAsync($"{DropFolder.Round}/4602/{Person}.xlsx", SampleFiles.WorkbookOf("4602").Bytes);
            await folder.DropAsync($"{DropFolder.Round}/4601/{Person}.xlsx", [1]);
            await folder.ScanAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/rounds/{DropFolder.Round}/units/{Person}/form?format={Person}&name={Person}");
            request.Headers.TryAddWithoutValidation("User-Agent", "Browser of Somying");
            using var answer = await folder.Service.Client.SendAsync(request, Token);
            using var unknown = await folder.Service.Client.GetAsync(new Uri($"/{Person}?{Person}", UriKind.Relative), Token);
            using var broken = await folder.Service.Client.PostAsync("/api/tick", null, Token);
            // Stopping sends the rest too, but gives up after a few seconds, which a busy machine needs.
            Assert.True(folder.Service.Services.GetRequiredService<MeterProvider>().ForceFlush());
            Assert.True(folder.Service.Services.GetRequiredService<TracerProvider>().ForceFlush());
            Assert.True(folder.Service.Services.GetRequiredService<LoggerProvider>().ForceFlush());
        }
        var (metrics, traces, logs) = (collector.TextOf("metrics"), collector.TextOf("traces"), collector.TextOf("logs"));
        foreach (var name in (string[])["kalasin.deliveries", "kalasin.findings",
            "kalasin.render.duration", "kalasin.tick.lag", "http.server.request.duration"])
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        foreach (var name in (string[])["delivery", "drop", "tick", "render", "kalasin.unit", "http.route", "/api/rounds/{round}/units/{unit}/form"])
            Assert.Contains(name, traces, StringComparison.Ordinal);
        foreach (var name in (string[])["could not be taken in", "System.InvalidOperationException", "System.FormatException", "BreakingDrops"])
            Assert.Contains(name, logs, StringComparison.Ordinal);
        foreach (var signal in (string[])[metrics, traces, logs])
        {
            Assert.Contains("kalasin", signal, StringComparison.Ordinal); // the service's name
            Assert.DoesNotContain(signal, c => c is >= 'ก' and <= '๛');
            foreach (var trace in (string[])[Uri.EscapeDataString(Person), "Somying", ".xlsx", "can't open", "127.0.0.1"])
                Assert.DoesNotContain(trace, signal, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The address of a personal link is a secret: of the request its pattern is told.</summary>
    [Fact]
    public async Task Export_PersonalLink_OnlyItsPattern()
    {
        const string secret = "VeryVerySecretLinkOf24ch";
        await using var collector = await Collector.StartAsync();
        await using (var folder = await DropFolder.StartAsync(s => s with { Telemetry = TelemetrySettings.Read(collector.Variables.GetValueOrDefault).Settings }))
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = folder.Service.Address };
            foreach (var address in (string[])[$"/app/in/{DropFolder.Round}/{secret}", $"/app/in/{DropFolder.Round}/{secret}/more"])
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
                Assert.Equal(404, (int)answer.StatusCode);
            }
            Assert.True(folder.Service.Services.GetRequiredService<MeterProvider>().ForceFlush());
            Assert.True(folder.Service.Services.GetRequiredService<TracerProvider>().ForceFlush());
            Assert.True(folder.Service.Services.GetRequiredService<LoggerProvider>().ForceFlush());
        }
        var traces = collector.TextOf("traces");
        Assert.Contains("/app/in/{round}/{secret}", traces, StringComparison.Ordinal);
        foreach (var signal in (string[])[traces, collector.TextOf("metrics"), collector.TextOf("logs")])
            Assert.DoesNotContain(secret, signal, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Export_NotConfigured_NothingIsBuilt()
    {
        using var app = Service.Build(new());
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)] // the Functions host would send on what is printed, unredacted
    public void Console_PrintsUnlessTheHostWouldSendItOn(bool underHost, bool exporting, bool prints)
    {
        var telemetry = exporting
            ? TelemetrySettings.Read(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? "http://127.0.0.1:9" : null).Settings
            : TelemetrySettings.None;
        var settings = new Settings { UnderFunctionsHost = underHost, Telemetry = telemetry };
        using var app = Service.Build(settings);
        Assert.Equal(prints, app.Services.GetServices<ILoggerProvider>().Any(p => p.GetType().Name == "ConsoleLoggerProvider"));
    }

    [Fact]
    public async Task Export_ToApplicationInsights_Starts()
    {
        var settings = TelemetrySettings.Read(name => name switch
        {
            "APPLICATIONINSIGHTS_CONNECTION_STRING" =>
                "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/;LiveEndpoint=http://127.0.0.1:9/",
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING" => "Authorization=AAD;ClientId=00000000-0000-0000-0000-000000000002",
            _ => null,
        }).Settings;
        await using var app = Service.Build(
            new() { Telemetry = settings, Addresses = ["http://127.0.0.1:0"], DataFolder = "nowhere" },
            builder => builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(Functions.Triggers.LocalPump))));
        Assert.NotNull(app.Services.GetService<TracerProvider>());
        Assert.NotNull(app.Services.GetService<MeterProvider>());
        Assert.NotNull(app.Services.GetService<LoggerProvider>());
    }
}
