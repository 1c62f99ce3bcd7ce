using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>Where a host listens: at one address for its worker, at another for the outside.</summary>
internal sealed class HostServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostServer(WebApplication app, WorkerLink link, Uri forWorker, Uri forOutside) =>
        (this.app, Link, ForWorker, ForOutside) = (app, link, forWorker, forOutside);

    public WorkerLink Link { get; }

    public Uri ForWorker { get; }

    public Uri ForOutside { get; }

    /// <param name="host">Whose front it is, as soon as somebody calls.</param>
    public static async Task<HostServer> StartAsync(Task<FunctionsHost> host)
    {
        var known = new WorkerLink();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = Front.LongestBody;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore().AddHttpForwarder().AddSingleton(known).AddSingleton<FunctionRpcService>().AddSingleton<Front>()
            .AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var made = builder.Build();
        made.UseRouting();
        made.MapGrpcService<FunctionRpcService>();
        made.MapFallback(async context => await context.RequestServices.GetRequiredService<Front>().AnswerAsync(context, await host));
        await made.StartAsync();
        var addresses = made.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address)).ToList();
        return new(made, known, addresses[0], addresses[1]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
