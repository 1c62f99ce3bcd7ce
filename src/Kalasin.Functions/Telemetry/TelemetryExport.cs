using System.Runtime.CompilerServices;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kalasin.Functions.Telemetry;

/// <summary>
/// Sends metrics, traces and logs where the settings say. Neither the Azure libraries nor an HTTP client are listened to: their
/// traces name blobs, and blobs in the drop bear people's file names.
/// </summary>
internal static class TelemetryExport
{
    /// <summary>Requests as counted by the server: route, method and status, no address.</summary>
    private const string Requests = "Microsoft.AspNetCore.Hosting";

    /// <summary>Apart and not inlined, so that a start without telemetry loads none of its libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(WebApplicationBuilder builder, TelemetrySettings settings, string version)
    {
        // OpenTelemetry looks into the configuration, which is empty here, and no longer into the environment.
        builder.Configuration.AddInMemoryCollection(settings.Variables);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(
            (category, level) => level >= LogLevel.Information && category?.StartsWith(Instruments.Name, StringComparison.Ordinal) == true);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings.Variables.GetValueOrDefault("OTEL_SERVICE_NAME") ?? "kalasin", serviceVersion: version))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name, Requests))
            .WithTracing(tracing => tracing.AddSource(Instruments.Name).AddAspNetCoreInstrumentation().AddProcessor(new TraceRedaction()))
            .WithLogging(logging => logging.AddProcessor(new LogRedaction()), options => options.IncludeFormattedMessage = true);
        if (settings.ToCollector) telemetry.UseOtlpExporter();
        if (settings.ApplicationInsights is not null)
            telemetry.WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Use))
                .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Use))
                .WithLogging(logging => logging.AddAzureMonitorLogExporter(Use));

        void Use(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = settings.ApplicationInsights;
            if (settings.ByIdentity)
                options.Credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId });
        }
    }
}
