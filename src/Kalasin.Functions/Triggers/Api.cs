using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Kalasin.Functions.Triggers;

/// <summary>Everything under <c>/api/</c>. Only its address: the host passes the request itself on to our own server, which answers it.</summary>
internal static class Api
{
    [Function(nameof(Api))]
    public static void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{*path}")] HttpRequestData request) { }
}
