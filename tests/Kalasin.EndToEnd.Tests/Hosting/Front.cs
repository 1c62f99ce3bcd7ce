using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.Functions.Access;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>
/// The host's outside. A request that a function takes is passed on to the worker's own server, by the forwarder that the host
/// uses, while the function is invoked with nothing; everything else is the host's own business.
/// </summary>
internal sealed class Front(IHttpForwarder forwarder) : IDisposable
{
    /// <summary>How passing on failed, for the eyes of tests; the real host says only 500.</summary>
    public const string Failure = "X-Not-Forwarded";

    /// <summary>What App Service knows by a cookie: the account of this request, where it is another than the usual.</summary>
    public const string Account = "X-Signed-In";

    /// <summary>As the host's.</summary>
    public const long LongestBody = 104_857_600;

    private readonly HttpMessageInvoker worker = new(new Patience(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));

    public async Task AnswerAsync(HttpContext context, FunctionsHost host)
    {
        var function = host.Functions.FirstOrDefault(f => f.Takes(context.Request));
        if (function is null)
        {
            context.Response.StatusCode = context.Request.Path == "/"
                ? StatusCodes.Status200OK
                : StatusCodes.Status404NotFound; // the root is the host's own page
            return;
        }

        var invocation = Guid.NewGuid().ToString();
        context.Request.Headers["x-ms-invocation-id"] = invocation;
        // App Service stands before the host: it takes away what a sender says of itself, and says who has signed in.
        context.Request.Headers.Remove(PlatformPrincipal.Header);
        if ((context.Request.Headers[Account].FirstOrDefault() ?? host.SignedIn?.ToHeader()) is { } account) context.Request.Headers[PlatformPrincipal.Header] = account;
        context.Request.Headers.Remove(Account);
        var forwarding = forwarder.SendAsync(context, host.HttpAddress.ToString(), worker, new ForwarderRequestConfig
        {
            ActivityTimeout = TimeSpan.FromSeconds(240),
        }).AsTask();
        StatusResult? result = null;
        try
        {
            result = await host.InvokeAsync(function.Name, new() { Http = new() }, invocation);
        }
        catch (WorkerGoneException)
        {
            // Told below, together with what became of the request.
        }
        var failure = await forwarding;
        if (failure == ForwarderError.None && result is { Status: StatusResult.Types.Status.Success }) return;
        if (context.Response.HasStarted) context.Abort();
        else
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.Headers[Failure] = result is null
                ? nameof(WorkerGoneException)
                : $"{failure} {context.GetForwarderErrorFeature()?.Exception?.GetBaseException().Message.ReplaceLineEndings(" ")}";
        }
    }

    public void Dispose() => worker.Dispose();

    /// <summary>The worker may still be about to listen: the host gives it ten tries in some two seconds, a machine that is busy with other tests needs more.</summary>
    private sealed class Patience(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError && tries < 40)
                {
                    await Task.Delay(Math.Min(50 * tries, 250), cancellationToken);
                }
            }
        }
    }
}
