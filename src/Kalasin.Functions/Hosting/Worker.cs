using System.Net;
using System.Net.Sockets;
using Kalasin.Functions.Triggers;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;

namespace Kalasin.Functions.Hosting;

/// <summary>
/// The start under the Azure Functions host, as its .NET isolated worker: the host calls the functions over gRPC, and passes HTTP on
/// to the same server and pipeline that the local service has. The host's libraries are named here and in the functions only, so
/// that a local start loads none of them.
/// </summary>
internal static class Worker
{
    /// <summary>
    /// The capability that tells the host where to pass HTTP on to; Microsoft's ASP.NET Core extension and the workers of other
    /// languages set it.
    /// </summary>
    public const string HttpAddress = "HttpUri";

    /// <summary>Shorter than the 5 s after which the host kills a worker that it asked to stop.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    /// <summary>The host's words on the command line that the worker reads; it passes others as well.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["--functions-uri"] = "Functions:Worker:HostEndpoint",
        ["--functions-request-id"] = "Functions:Worker:RequestId",
        ["--functions-worker-id"] = "Functions:Worker:WorkerId",
        ["--functions-grpc-max-message-length"] = "Functions:Worker:GrpcMaxMessageLength",
    };

    /// <returns>Whether it ran until the host or the system asked it to stop.</returns>
    public static async Task<bool> RunAsync(string[] args, TextWriter error)
    {
        try
        {
            var settings = Settings.Read(null, null, Environment.GetEnvironmentVariable);
            settings.Tell(error);
            await using var app = Build(settings, args);
            var asked = app.Lifetime.ApplicationStopping;
            try
            {
                await app.RunAsync();
            }
            catch (OperationCanceledException) when (asked.IsCancellationRequested)
            {
                // Asked to stop while it still came up.
            }
            return true;
        }
        catch (Exception failure)
        {
            await error.WriteLineAsync($"The worker ended: {failure.GetType().Name}: {failure.Message}");
            return false;
        }
    }

    /// <param name="args">The command line as the host gave it.</param>
    /// <param name="change">Changes to the parts before they are put together; tests bring theirs.</param>
    public static WebApplication Build(Settings settings, string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var address = FreeAddress();
        return Service.Build(settings with { Addresses = [address] }, builder =>
        {
            builder.Configuration.AddCommandLine(args, Words);
            // The host's part of the log: it would export what failed with every exception's text. Our own goes where the settings say.
            builder.Services.Configure<LoggerFilterOptions>(
                log => log.Rules.Add(new("Microsoft.Azure.Functions.Worker.Logging.WorkerLoggerProvider", null, LogLevel.None, null)));
            var worker = builder.Services.AddFunctionsWorkerDefaults(options => options.Capabilities[HttpAddress] = address);
            worker.UseMiddleware<FunctionGuard>().UseDefaultWorkerMiddleware();
            builder.Host.ConfigureGeneratedFunctionMetadataProvider().ConfigureGeneratedFunctionExecutor();
            builder.Services.AddHostedService(services => services.GetRequiredService<FunctionGuard>())
                .Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
            if (settings.Telemetry.IsOn) builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
            change?.Invoke(builder);
        });
    }

    /// <summary>
    /// The host hears of the address before the server listens there, so the port has to be known beforehand. One that another
    /// program takes meanwhile ends this start, and the host starts again.
    /// </summary>
    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
