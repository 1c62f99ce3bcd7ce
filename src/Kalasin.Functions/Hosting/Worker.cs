using System.Net;
using System.Net.Sockets;
using Kalasin.Functions.Triggers;

namespace Kalasin.Functions.Hosting;

/// <summary>
/// The start under the Azure Functions host, as its .NET isolated worker: the host calls the functions over gRPC, and passes HTTP on
/// to the same server and pipeline that the local service has. The host's libraries are named here and in the functions only, so
/// that a local start loads none of them.
/// </summary>
internal static class Worker
{
    /// <summary>The capability that tells the host where to pass HTTP on to; Microsoft's ASP.NET Core extension and the workers of other languages set it.</summary>
    public const string HttpAddress = "HttpUri";

    /// <summary>The host's words on the command line that the worker reads; it passes others as well.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["--functions-uri"] = "Functions:Worker:HostEndpoint",
        ["--functions-request-id"] = "Functions:Worker:RequestId",
        ["--functions-worker-id"] = "Functions:Worker:WorkerId",
        ["--functions-grpc-max-message-length"] = "Functions:Worker:GrpcMaxMessageLength",
    };

    /// <returns>0 only when the host or the system asked it to stop: after any other code the host starts it again.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter error)
    {
        try
        {
            await using var app = Build(Settings.Read(null, null, Environment.GetEnvironmentVariable), args);
            await app.RunAsync();
            return CommandLine.Done;
        }
        catch (Exception failure)
        {
            await error.WriteLineAsync($"The worker ended: {failure.GetType().Name}: {failure.Message}");
            return CommandLine.Failed;
        }
    }

    /// <param name="args">The command line as the host gave it.</param>
    public static WebApplication Build(Settings settings, string[] args)
    {
        var address = FreeAddress();
        return Service.Build(settings with { Addresses = [address] }, builder =>
        {
            builder.Configuration.AddCommandLine(args, Words);
            var worker = builder.Services.AddFunctionsWorkerDefaults(options => options.Capabilities[HttpAddress] = address);
            worker.UseMiddleware<FunctionGuard>().UseDefaultWorkerMiddleware();
            builder.Host.ConfigureGeneratedFunctionMetadataProvider().ConfigureGeneratedFunctionExecutor();
        });
    }

    /// <summary>The host hears of the address before the server listens there, so that the port has to be known beforehand; one that is taken meanwhile ends the start, and the host starts again.</summary>
    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
