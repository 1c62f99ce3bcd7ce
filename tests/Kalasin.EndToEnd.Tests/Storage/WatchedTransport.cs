using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>Carries requests to the account, tells each of them, and may lose an answer.</summary>
internal sealed class WatchedTransport : HttpClientTransport
{
    /// <summary>Called before a request goes out.</summary>
    public Action<Request> Sending { get; init; } = _ => { };

    /// <summary>Whether the answer to a request that was carried out is lost on the way.</summary>
    public Func<Request, bool> Loses { get; init; } = _ => false;

    /// <summary>Whether the connection breaks before the first byte of the answer's content.</summary>
    public Func<Request, bool> BreaksOff { get; init; } = _ => false;

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Sending(message.Request);
        await base.ProcessAsync(message);
        if (BreaksOff(message.Request) && message.Response is { IsError: false } response) response.ContentStream = new BreakingStream(0);
        if (Loses(message.Request)) throw new RequestFailedException("The connection was reset.");
    }
}
