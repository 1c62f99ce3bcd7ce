using System.Collections.Concurrent;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kalasin.Functions.Tests.Storage.Azure;

/// <summary>An account that lets this identity in and holds nothing, or just a container of heads without a policy. What it was asked is kept.</summary>
internal sealed class EmptyAccount : HttpClientTransport
{
    private readonly Handler _handler;

    public EmptyAccount(bool withHeads = false) : this(new Handler(withHeads)) { }

    private EmptyAccount(Handler handler) : base(handler) => _handler = handler;

    /// <summary>Method and address of each request.</summary>
    public IEnumerable<string> Asked => _handler.Asked;

    private sealed class Handler(bool withHeads) : HttpMessageHandler
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Enqueue($"{request.Method} {request.RequestUri}");
            var answer = new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
            if (withHeads && request.RequestUri!.AbsolutePath == "/heads")
            {
                answer.StatusCode = HttpStatusCode.OK;
                answer.Content = new ByteArrayContent([]);
                answer.Headers.Add("x-ms-has-immutability-policy", "false");
                return Task.FromResult(answer);
            }
            if (request.RequestUri!.Host.Contains(".table.", StringComparison.Ordinal))
                answer.Content = new StringContent(
                    """{"odata.error":{"code":"TableNotFound","message":{"lang":"en-US","value":"."}}}""", null, "application/json");
            else answer.Headers.Add("x-ms-error-code", "ContainerNotFound");
            return Task.FromResult(answer);
        }
    }
}

internal sealed class AnyIdentity : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
